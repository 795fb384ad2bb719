/** A reference learns that what it leads to was dropped, in any file, and that a day has come. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fromIso } from '../../../server/core/calendar/day.ts';
import { allFindings, open, ROOT, readFixture } from './fixture.ts';

const goals = `cycle 2026-Q4
objective love: Love
  kr nps: Score
    from 32 to 50 points
initiative survey: Survey
  planned
`;
const fixture = readFixture(`--- goals.okr
${goals}
--- work.okr
cycle 2026-Q4
initiative one
  supports love
initiative two
  supports love.nps
initiative three
  needs survey
`);

function opened() {
  const { workspace, diagnosis, standings } = open(fixture);
  const said = () =>
    [...allFindings({ workspace, diagnosis, standings }).values()]
      .flat()
      .filter(({ rule }) => rule === 'reference-dropped')
      .map(({ message }) => message.slice(0, message.indexOf(' was dropped')));
  const edit = (line: number, before: string, after: string) =>
    workspace.editFile(
      `${ROOT}/goals.okr`,
      { start: { line, character: 0 }, end: { line, character: before.length } },
      after,
    );
  return { workspace, said, edit };
}

describe('a reference to what was dropped', () => {
  const cases = [
    {
      what: 'an objective',
      line: 2,
      before: '  kr nps: Score',
      dropped: '  dropped 2026-11-01',
      says: ['`love`', '`love.nps`'],
    },
    {
      what: 'a key result',
      line: 4,
      before: 'initiative survey: Survey',
      dropped: '    dropped 2026-11-01',
      says: ['`love.nps`'],
    },
    { what: 'an initiative', line: 5, before: '  planned', dropped: '  dropped', says: ['`survey`'] },
  ];
  for (const { what, line, before, dropped, says } of cases) {
    it(`is heard of as soon as ${what} is, and no longer than that`, () => {
      const { said, edit } = opened();
      assert.deepEqual(said(), []);
      edit(line, '', `${dropped}\n`);
      assert.deepEqual(said(), says);
      edit(line, dropped, `${dropped.replace(/dropped.*/, '')}tags ${before.trim().slice(0, 2)}`);
      assert.deepEqual(said(), []);
    });
  }

  it('is heard of in a file that nobody has open', () => {
    const { workspace, said } = opened();
    const uri = `${ROOT}/goals.okr`;
    workspace.setFile(uri, goals.replace('points\n', 'points\n    dropped 2026-11-01\n'), false);
    assert.deepEqual(said(), ['`love.nps`']);
    // Of two the first counts, whichever of them others look at.
    workspace.setFile(uri, goals.replace('  planned', '  done\n  dropped'), false);
    assert.deepEqual(said(), []);
    workspace.setFile(uri, goals.replace('  planned', '  dropped 2026-11-01'), false);
    assert.deepEqual(said(), ['`survey`']);
  });

  it('is heard of on its day', () => {
    const { workspace, said, edit } = opened();
    edit(4, '', '    dropped 2026-11-30\n');
    assert.deepEqual(said(), []);
    workspace.today.set(fromIso('2026-11-30') as number);
    assert.deepEqual(said(), ['`love.nps`']);
  });
});
