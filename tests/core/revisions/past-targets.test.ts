/** Which targets key results had, read from the versions of their file. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { fromIso, toIso } from '../../../server/core/calendar/day.ts';
import { openWorkspace } from '../../../server/core/open-workspace.ts';
import { pastTargets, targetLines } from '../../../server/core/revisions/past-targets.ts';
import type { Version } from '../../../server/core/revisions/revision.ts';

const uri = 'file:///w/a.okr';
/** Written newest last, as it happened; a day of `''` is before all that is known. */
function versions(...texts: readonly (readonly [day: string, text: string])[]): Version[] {
  return texts
    .map(([day, text], index) => ({
      text,
      revision:
        day === ''
          ? undefined
          : { id: `${index}`.repeat(40), day: fromIso(day) as number, author: 'Ana', subject: `Step ${index}` },
    }))
    .reverse();
}
const heading = 'cycle 2026-Q4\n\nobjective love: Customers love us\n  owner @ana\n';
const nps = (measure: string, title = 'Our score', name = 'nps') =>
  `${heading}  kr ${name}${name === '' ? '' : ': '}${title}\n    ${measure}\n`;

/** What is said of today's text. */
function said(today: string, text: string, past: readonly Version[]): string[] {
  const { workspace, diagnosis } = openWorkspace('file:///w', fromIso(today) as number);
  const file = workspace.setFile(uri, text, true);
  workspace.revisions.set({ uri, since: 0 }, pastTargets(past));
  return diagnosis
    .findings(file)
    .filter(({ rule }) => rule === 'goalpost-moved')
    .map(({ message }) => message.replace(/: put it back.*/, ''));
}

describe('the targets that key results had', () => {
  it('are kept with the revision that brought them, whatever else changed', () => {
    const past = pastTargets(
      versions(
        ['', nps('from 32 to 50 points')],
        ['2026-10-05', `${nps('from 32 to 50 points')}    checkin 2026-10-05 33\n`],
        ['2026-11-03', `${nps('from 32  to 44 points')}    checkin 2026-10-05 33\n`],
        ['2026-11-04', `# Ours\n${nps('from 32 to 44 points: Tidy')}`],
      ),
    );
    const [course] = new Set(past.values());
    assert.equal(new Set(past.values()).size, 1);
    assert.deepEqual(
      course?.targets.map(({ revision, goal }) => [revision && toIso(revision.day), goal]),
      [
        [undefined, '50 points'],
        ['2026-11-03', '44 points'],
      ],
    );
  });

  it('do not depend on what stands on other lines', () => {
    const text = nps('from 32 to 50 points');
    assert.equal(targetLines(`${text}    checkin 2026-10-05 33: From 3 to 5\n    owner @li\n`), targetLines(text));
    assert.notEqual(targetLines(nps('from 32 to 44 points')), targetLines(text));
  });

  it('are those that were in force when the first week of the cycle had passed', () => {
    const past = versions(
      ['', nps('from 32 to 60 points')],
      ['2026-10-06', nps('from 32 to 50 points')],
      ['2026-10-12', nps('from 32 to 44 points')],
    );
    assert.deepEqual(said('2026-11-21', nps('from 32 to 44 points'), past), [
      'This target began as `50 points`; commit 22222222 (“Step 2”) made it `44 points` on 12 Oct',
    ]);
    assert.deepEqual(said('2026-11-21', nps('from 32 to 50 points'), past), []);
    assert.deepEqual(said('2026-10-07', nps('from 32 to 20 points'), past), []);
  });

  it('of a key result that came later are still being agreed in its own first week', () => {
    const past = versions(
      ['2026-09-20', heading],
      ['2026-10-20', nps('from 32 to 60 points')],
      ['2026-10-26', nps('from 32 to 50 points')],
    );
    assert.deepEqual(said('2026-10-26', nps('from 32 to 44 points'), past), []);
    assert.deepEqual(said('2026-11-21', nps('from 32 to 50 points'), past), []);
    assert.deepEqual(said('2026-11-21', nps('from 32 to 44 points'), past), [
      'This target began as `50 points` in git, and its cycle is under way',
    ]);
  });

  it('follow a key result by its name, else by its title', () => {
    const past = versions(['', nps('from 32 to 50 points')]);
    const lower = 'from 32 to 44 points';
    assert.equal(said('2026-11-21', nps(lower, 'The score of last year'), past).length, 1);
    assert.equal(said('2026-11-21', nps(lower).replace('kr nps', 'kr'), past).length, 1);
    assert.equal(said('2026-11-21', nps(lower, 'Another title', 'other'), past).length, 0);
    assert.equal(said('2026-11-21', nps(lower, 'Our score', 'other'), past).length, 0, 'another name is another one');
    assert.equal(said('2026-11-21', nps(lower).replace('objective love', 'objective'), past).length, 1);
    assert.equal(said('2026-11-21', nps(lower).replace('objective love:', 'objective:'), past).length, 1);
  });

  it('of another cycle, or of another team, are those of another key result', () => {
    const lower = nps('from 32 to 44 points');
    const before = nps('from 32 to 50 points');
    assert.equal(said('2026-11-21', lower, versions(['', before.replace('2026-Q4', '2026-H2')])).length, 0);
    assert.equal(said('2026-11-21', lower, versions(['', `team growth\n${before}`])).length, 0);
    assert.equal(said('2026-11-21', lower, versions(['', before.replace('2026-Q4', '2026-q4')])).length, 1);
  });

  it('that were taken out and came back are one story', () => {
    const past = versions(
      ['', nps('from 32 to 50 points')],
      ['2026-10-20', heading],
      ['2026-11-10', nps('from 32 to 44 points')],
    );
    assert.equal(said('2026-11-21', nps('from 32 to 44 points'), past).length, 1);
  });

  it('say nothing that a `?` leaves open, and know which way is down all the same', () => {
    const now = nps('from 32 to 44 points');
    assert.deepEqual(said('2026-11-21', now, versions(['', nps('from 32 to ?')])), []);
    assert.equal(said('2026-11-21', now, versions(['', nps('from ? to 50 points')])).length, 1);
    const late = versions(['', nps('from 32 to ?')], ['2026-10-20', nps('from 32 to 50 points')]);
    assert.deepEqual(said('2026-10-25', now, late), []);
    assert.equal(said('2026-11-21', now, late).length, 1);
    assert.deepEqual(said('2026-11-21', nps('keep at least 44 points'), versions(['', nps('to 50 points')])), []);
  });

  it('are another measure in another unit, on another scale, and the other way round', () => {
    const past = versions(['', nps('from 32 to 50 points')]);
    for (const measure of ['from 3.2 to 4.4 stars', 'from 3.2 to 4.4', 'from 60 to 40 points', 'from 48 to 44 points'])
      assert.deepEqual(said('2026-11-21', nps(measure), past), [], measure);
    for (const measure of ['from 32 to 44', 'from 36 to 44 Points', 'from ? to 44 points', 'to 44 points'])
      assert.equal(said('2026-11-21', nps(measure), past).length, 1, measure);
    const held = versions(['', nps('keep at most 200 ms')]);
    assert.equal(said('2026-11-21', nps('keep at most 250 ms'), held).length, 1);
    assert.deepEqual(said('2026-11-21', nps('keep at most 150 ms'), held), []);
    assert.deepEqual(said('2026-11-21', nps('keep at most 250 pages'), held), []);
  });

  it('may be silenced, and nobody calls that silence unused where there is no past', () => {
    const now = nps('# okr-ignore goalpost-moved: a slip of the pen\n    from 32 to 44 points');
    const found = (past: readonly Version[]) => {
      const { workspace, diagnosis } = openWorkspace('file:///w', fromIso('2026-11-21') as number);
      const file = workspace.setFile(uri, now, true);
      workspace.revisions.set({ uri, since: 0 }, pastTargets(past));
      return diagnosis.findings(file).map(({ rule }) => rule);
    };
    assert.deepEqual(found([]), found(versions(['', nps('from 32 to 50 points')])));
    assert.ok(!found([]).includes('ignore-unused'));
  });

  it('show nothing that turns the direction of a text, and no subject at length', () => {
    const past = versions(['', nps('from 32 to 50 points')], ['2026-11-03', nps('from 32 to 44 points')]);
    const hostile = past.map(({ text, revision }) => ({
      text,
      revision: revision && { ...revision, subject: `\u202e\u0007[x](command:y)\u001b[31m ${'long '.repeat(1000)}` },
    }));
    const [message = ''] = said('2026-11-21', nps('from 32 to 44 points'), hostile);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    assert.doesNotMatch(message, /[\u0000-\u001f\u202e]/);
    assert.ok(message.length < 300, message);
  });

  it('are read from whatever stands there', () => {
    const line = fc.constantFrom(
      ...nps('from 32 to 50 points').split('\n'),
      '<<<<<<< HEAD',
      '    from 32 to',
      '    keep at least 5',
      '\tkr',
      'cycle',
      '    from ? by -30%',
      '    to 3',
    );
    const text = fc.array(line, { maxLength: 12 }).map(lines => lines.join('\n'));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), text, (past, now) => {
        said('2026-11-21', now, versions(...past.map((each, day) => [`2026-11-0${day + 1}`, each] as const)));
      }),
      { numRuns: 150 },
    );
  });
});
