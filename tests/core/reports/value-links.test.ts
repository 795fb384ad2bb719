/** Where values come from, all the way: from KPI to key result to KPI, and where that leads round in a circle. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fromIso } from '../../../server/core/calendar/day.ts';
import { hover } from '../../../server/core/features/hover.ts';
import { openWorkspace } from '../../../server/core/open-workspace.ts';
import { buildReport } from '../../../server/core/reports/build-report.ts';
import type { ValueLinkReport } from '../../../server/core/reports/report.ts';
import { eachOf } from '../../../server/core/rules/one-voice.ts';
import { valueWayInWords } from '../../../server/core/wording/value-way.ts';

const uri = 'file:///w/a.okr';

function opened(text: string) {
  const loaded = openWorkspace('file:///w', fromIso('2026-11-21') as number);
  const file = loaded.workspace.setFile(uri, text, true);
  const report = buildReport(loaded.workspace, loaded.standings, { cycle: '2026-Q4' });
  const keyResult = (title: string) =>
    report.objectives.flatMap(({ keyResults }) => keyResults).find(each => each.title === title);
  const kpi = (title: string) => report.kpis.find(each => each.title === title);
  const cardOf = (heading: string) => {
    const line = text.split('\n').findIndex(each => each.trim().startsWith(heading));
    const at = { line, character: (text.split('\n')[line] as string).length - 1 };
    return JSON.stringify(hover(loaded, uri, at)?.contents);
  };
  const errors = () =>
    eachOf(loaded.diagnosis.findings(file))
      .filter(({ severity }) => severity === 'error')
      .map(({ message }) => message);
  return { keyResult, kpi, cardOf, errors };
}

const refs = (links: readonly ValueLinkReport[] | undefined) => links?.map(({ ref }) => ref);

const chain = `team ops
cycle 2026-Q4

objective fast: Answers come fast
  kr wait: Wait less
    from 9 hours to 4 hours
    kpi hours
  kr mirror
    follows wait

kpi hours: Hours until an answer
  healthy at most 4 hours
  reading 2026-11-14 6 hours

kpi company: What the board looks at
  healthy at most 5 hours
  follows fast.wait
`;

const circle = `team ops
cycle 2026-Q4

objective fast: Answers come fast
  kr wait: Wait less
    from 9 hours to 4 hours
    kpi hours

kpi hours: Hours until an answer
  healthy at most 4 hours
  follows fast.wait
`;

describe('Where values come from', () => {
  it('is told the whole way, from both ends', () => {
    const { keyResult, kpi, cardOf, errors } = opened(chain);
    assert.deepEqual(errors(), []);
    assert.deepEqual(refs(keyResult('Wait less')?.sources), ['ops/hours']);
    assert.deepEqual(refs(kpi('Hours until an answer')?.sources), []);
    assert.deepEqual(refs(kpi('Hours until an answer')?.feedsTo), ['ops/fast.wait']);
    const board = kpi('What the board looks at');
    assert.deepEqual(refs(board?.sources), ['ops/fast.wait', 'ops/hours']);
    assert.equal(board?.value, 6);
    assert.equal(
      valueWayInWords(board?.sources ?? [], board?.place ?? { uri, line: 0 }),
      'the key result ops/fast.wait ← the KPI ops/hours',
    );
    assert.match(cardOf('kpi company'), /\*\*Values from\*\* `ops\/fast\.wait` [^←]* ← `ops\/hours` ▲ watch/);
    assert.match(cardOf('kr wait'), /\*\*Values from\*\* `ops\/hours` ▲ watch/);
  });

  it('ends where it would come round, says so, and is an error with the whole way', () => {
    const { keyResult, kpi, cardOf, errors } = opened(circle);
    assert.deepEqual(refs(keyResult('Wait less')?.sources), ['ops/hours', 'ops/fast.wait']);
    const hours = kpi('Hours until an answer');
    assert.deepEqual(refs(hours?.sources), ['ops/fast.wait', 'ops/hours']);
    assert.equal(hours?.value, null);
    assert.match(cardOf('kpi hours'), /and so from itself: give one of them values of its own/);
    assert.equal(errors().length, 2);
    for (const message of errors())
      assert.match(
        message,
        /takes its values from the next.*(?:hours → ops\/fast\.wait → ops\/hours|wait → ops\/hours → ops\/fast\.wait)/,
      );
  });
});
