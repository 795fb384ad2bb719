import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fromPage } from '../../client/features/preview/from-page.ts';
import { restoreShown, showing, titleOf } from '../../client/features/preview/shown.ts';
import { oneAtATime } from '../../client/one-at-a-time.ts';
import { sourceColumn } from '../../client/source-column.ts';

/** Lets everything run that waits for nothing but its turn. */
const settle = () => new Promise(resolve => setImmediate(resolve));

describe('asking for the content of a preview', () => {
  function asked() {
    let text = '';
    const seen: string[] = [];
    const answers: (() => void)[] = [];
    let inFlight = 0;
    let most = 0;
    const ask = oneAtATime(async () => {
      seen.push(text);
      most = Math.max(most, ++inFlight);
      await new Promise<void>(resolve => answers.push(resolve));
      inFlight -= 1;
    });
    return {
      type: (now: string) => {
        text = now;
        ask();
      },
      answer: async () => {
        answers.shift()?.();
        await settle();
      },
      seen,
      most: () => most,
    };
  }

  it('happens once for one change', async () => {
    const { type, answer, seen } = asked();
    type('a');
    await answer();
    assert.deepEqual(seen, ['a']);
  });
  it('skips what was typed while an answer was awaited, but for the latest', async () => {
    const { type, answer, seen, most } = asked();
    for (const text of ['a', 'ab', 'abc', 'abcd']) type(text);
    assert.deepEqual(seen, ['a']);
    await answer();
    assert.deepEqual(seen, ['a', 'abcd']);
    await answer();
    assert.deepEqual(seen, ['a', 'abcd']);
    assert.equal(most(), 1);
  });
  it('begins afresh after a rest', async () => {
    const { type, answer, seen } = asked();
    type('a');
    await answer();
    type('b');
    assert.deepEqual(seen, ['a', 'b']);
  });
});

describe('messages from the page', () => {
  const ticked = { what: 'tick', uri: 'file:///a.okr', line: 4, step: 0, text: 'Signs', done: true };
  const said = { what: 'say', uri: 'file:///a.okr', line: 4, title: 'NPS', confidence: '7/10', status: null, by: '' };
  const good = [
    { type: 'ready' },
    { type: 'reveal', uri: 'file:///a.okr', line: 0 },
    { type: 'check-in', uri: 'file:///a.okr', line: 4 },
    { type: 'reading', uri: 'file:///a.okr', line: 0 },
    { type: 'write', params: ticked },
    { type: 'write', params: { ...ticked, done: false } },
    { type: 'write', params: said },
    { type: 'write', params: { what: 'objective', uri: 'file:///a.okr', line: 4, title: 'Tickets' } },
    { type: 'write', params: { ...said, confidence: '', status: 'off-track' } },
    { type: 'scope', scope: 'workspace' },
    { type: 'cycle', cycle: '2026-Q4' },
    { type: 'day', day: '2026-10-31' },
    { type: 'day', day: null },
  ];
  for (const message of good) {
    it(`takes ${JSON.stringify(message)}`, () => assert.deepEqual(fromPage(message), message));
  }
  it('takes nothing but what is meant', () => {
    assert.deepEqual(fromPage({ type: 'scope', scope: 'file', command: 'rm' }), { type: 'scope', scope: 'file' });
    assert.deepEqual(fromPage({ type: 'write', params: { ...said, command: 'rm' } }), { type: 'write', params: said });
  });
  const bad = [
    undefined,
    null,
    'ready',
    {},
    { type: 'eval' },
    { type: 'reveal', uri: 'file:///a.okr' },
    { type: 'reveal', uri: 'file:///a.okr', line: -1 },
    { type: 'reveal', uri: 'file:///a.okr', line: 0.5 },
    { type: 'reveal', uri: 7, line: 1 },
    { type: 'write' },
    { type: 'write', params: { ...ticked, what: 'run' } },
    { type: 'write', params: { ...ticked, uri: 7 } },
    { type: 'write', params: { ...ticked, line: -1 } },
    { type: 'write', params: { ...ticked, step: '0' } },
    { type: 'write', params: { ...ticked, text: null } },
    { type: 'write', params: { ...ticked, done: 'yes' } },
    { type: 'write', params: { ...said, title: undefined } },
    { type: 'write', params: { ...said, confidence: 7 } },
    { type: 'write', params: { ...said, status: 'great' } },
    { type: 'write', params: { ...said, status: undefined } },
    { type: 'write', params: { ...said, by: undefined } },
    { type: 'write', params: { ...said, what: undefined, value: '', note: '', date: null } },
    { type: 'scope', scope: 'world' },
    { type: 'cycle', cycle: null },
    { type: 'day' },
    { type: 'day', day: 20261031 },
  ];
  for (const message of bad) {
    it(`leaves ${JSON.stringify(message)}`, () => assert.equal(fromPage(message), undefined));
  }
});

describe('what a preview shows', () => {
  it('survives a reload, at today', () => {
    const kept = { uri: 'file:///a.okr', scope: 'workspace', cycle: '2026-Q4', asOf: '2026-10-31' };
    assert.deepEqual(restoreShown(kept), { ...kept, asOf: null, locked: false });
  });
  it('is made good where a page of another version kept less', () => {
    assert.deepEqual(
      restoreShown({ uri: 'file:///a.okr', scope: 'galaxy', cycle: 4, asOf: '2026-10-31' }),
      showing('file:///a.okr'),
    );
  });
  for (const kept of [undefined, null, 'file:///a.okr', {}, { uri: '' }, { uri: 3 }]) {
    it(`is not read from ${JSON.stringify(kept)}`, () => assert.equal(restoreShown(kept), undefined));
  }
  const titles: [string, string][] = [
    ['file:///okrs/growth.okr', 'Preview growth.okr'],
    ['file:///okrs/our%20goals.okr', 'Preview our goals.okr'],
    ['file:///okrs/100%25%.okr', 'Preview 100%25%.okr'],
    ['untitled:Untitled-1', 'Preview Untitled-1'],
  ];
  for (const [uri, title] of titles) {
    it(`is called “${title}”`, () => assert.equal(titleOf({ uri, locked: false }), title));
  }
  it('has brackets when it is locked', () => {
    assert.equal(titleOf({ uri: 'file:///a.okr', locked: true }), '[Preview] a.okr');
  });
});

describe('a click in the preview opens the text', () => {
  const cases: [string, number | undefined, number[], number][] = [
    ['where it is open', 2, [1], 1],
    ['where it is open, however far', 2, [4], 4],
    ['not over the preview, if it is open elsewhere too', 2, [2, 3], 3],
    ['in the preview’s column, if it is open only there', 2, [2], 2],
    ['left of the preview, if it is not open', 3, [], 2],
    ['right of a preview in the first column', 1, [], 2],
    ['right of a preview that has no column', undefined, [], 2],
  ];
  for (const [name, preview, open, column] of cases) {
    it(name, () => assert.equal(sourceColumn(preview, open), column));
  }
});
