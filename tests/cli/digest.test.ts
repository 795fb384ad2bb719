import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Digest } from '../../server/core/reports/digest.ts';
import { equalsGolden, okr, root } from './okr.ts';

const company = { cwd: `${root}samples/company` };
const today = '--today 2026-11-21';

describe('okr digest', () => {
  it('says what moved in the last week, what is stuck, and whom to ask', async () => {
    const { code, stdout, stderr } = await okr(`digest ${today}`, company);
    assert.deepEqual([code, stderr], [0, '']);
    equalsGolden('digest-company', stdout);
  });

  it('is of one team and of as many days as are asked for', async () => {
    const { stdout } = await okr(`digest --team growth --days 14 ${today}`, company);
    assert.match(stdout, /^# The last 14 days\n\n\*Growth: Peak season \(2026-Q4\): 8 to 21 November 2026\*\n/);
    assert.doesNotMatch(stdout, /Seasonal colleagues/);
  });

  it('is the same as data', async () => {
    const { stdout } = await okr(`digest --days 14 --format json ${today}`, company);
    const { from, moved, ask } = JSON.parse(stdout) as Digest;
    assert.equal(from, '2026-11-08');
    assert.ok(moved.length > 10);
    assert.deepEqual(
      ask.map(({ owner, questions }) => [owner, questions.length]),
      [
        ['@jonas', 3],
        ['@piotr', 1],
        ['@grace', 1],
      ],
    );
  });

  it('has no marks in a terminal, and no line that is too long', async () => {
    const { stdout } = await okr(`digest --team growth ${today}`, { ...company, isTerminal: true, columns: 72 });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours' own
    const text = stdout.replace(/\u001b\[\d+m/g, '');
    assert.match(text, /^The last seven days\n\nGrowth: Peak season/);
    assert.doesNotMatch(text, /\*\*|^#/m);
    for (const line of text.split('\n')) assert.ok(line.length <= 72, line);
  });
});
