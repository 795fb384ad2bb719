import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Agenda } from '../../server/core/reports/agenda.ts';
import { equalsGolden, folderWith, okr, root } from './okr.ts';

const company = { cwd: `${root}samples/company` };
const today = '--today 2026-11-21';

describe('okr agenda', () => {
  it('says what to speak about first, what is overdue, what moved, and the rest', async () => {
    const { code, stdout, stderr } = await okr(`agenda ${today}`, company);
    assert.deepEqual([code, stderr], [0, '']);
    equalsGolden('agenda-company', stdout);
  });

  it('is of one team, and tells what moved from a day on', async () => {
    const { stdout } = await okr(`agenda --team growth --since 2026-10-20 ${today}`, company);
    assert.match(stdout, /^\*Growth: Peak season \(2026-Q4\)\*$/m);
    assert.match(stdout, /^## What moved since 20 October$/m);
    assert.match(stdout, /Raise our Net Promoter Score\*\*: ↑ 36 → 44 points/);
    assert.doesNotMatch(stdout, /Seasonal colleagues/);
  });

  it('is the same as data', async () => {
    const { stdout } = await okr(`agenda --format json ${today}`, company);
    const { since, urgent, overdue, moved, rest } = JSON.parse(stdout) as Agenda;
    assert.equal(since, '2026-11-07');
    assert.deepEqual(
      urgent.map(({ what, owner, next }) => [what, owner, next?.due ?? null]),
      [
        ['blocked', '@jonas', '2026-11-13'],
        ['off-track', '@leo', '2026-11-23'],
        ['silent', '@piotr', null],
        ['unmeasurable', '@grace', null],
      ],
    );
    assert.deepEqual(
      overdue.map(({ what, due }) => [what, due]),
      [
        ['step', '2026-11-13'],
        ['initiative', '2026-11-13'],
      ],
    );
    assert.ok(moved.length > 10 && rest.length > 5);
  });

  it('says so where all is well, and reads no text as Markdown', async () => {
    const cwd = folderWith({
      'a.okr':
        'cycle 2026-Q4\nobjective love: Love\n  owner @ana\n  kr nps: **NPS** <b>\n    to 5\n    checkin 2026-11-20 3 confidence 7/10\n',
    });
    const { stdout } = await okr(`agenda ${today}`, { cwd });
    assert.match(stdout, /## First\n\nNothing is off track, blocked or silent\./);
    assert.ok(stdout.includes('**\\*\\*NPS\\*\\* \\<b>**'));
  });

  it('says which days it takes', async () => {
    const wrong = await okr(`agenda --since yesterday ${today}`, company);
    assert.equal(wrong.stderr, 'error: `--since yesterday`: that is no date; write it as in `--since 2026-11-21`\n');
    const later = await okr(`agenda --since 2026-12-01 ${today}`, company);
    assert.equal(later.stderr, 'error: `--since 2026-12-01` is still to come: name a day before 2026-11-21\n');
  });

  it('has no marks in a terminal, and no line that is too long', async () => {
    const { stdout } = await okr(`agenda --team growth ${today}`, { ...company, isTerminal: true, columns: 72 });
    const text = withoutColours(stdout);
    assert.match(text, /^Agenda of 21 November 2026\n\nGrowth: Peak season/);
    assert.match(text, /\n- Nobody leaves without a present for grandma \(⊘ blocked\): The finder\n {2}asks for/);
    assert.doesNotMatch(text, /\*\*|^#/m);
    for (const line of text.split('\n')) assert.ok(line.length <= 72, line);
  });

  it('does not let a file steer the terminal, and shows its marks as they are', async () => {
    const file =
      'cycle 2026-Q4\nobjective love: Love\n  kr nps: *N* a\u001b[2Jb \u202ec\n    to 5\n    checkin 2026-11-20 blocked\n';
    const { stdout } = await okr(`agenda ${today}`, { cwd: folderWith({ 'a.okr': file }), isTerminal: true });
    assert.match(withoutColours(stdout), /- \*N\* a \[2Jb c/);
    assert.doesNotMatch(withoutColours(stdout), CONTROLS);
  });
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about
const CONTROLS = /[\u001b\u202e]/;

function withoutColours(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours' own
  return text.replace(/\u001b\[\d+m/g, '');
}
