/** `okr close`: the end of a cycle, asked for at a terminal or as it is suggested. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, it } from 'mocha';
import { equalsGolden, folderWith, okr } from './okr.ts';

const text = `team growth: Growth

cycle 2026-Q4

objective love: Customers love us
  owner @ana
  kr nps: Raise our Net Promoter Score
    from 30 to 50 points
    owner @li
    checkin 2026-12-14 40 points confidence 6/10: Cards work
  kr tickets: Cut the tickets
    from 420 to 300 tickets
    checkin 2026-12-30 290 tickets

objective team: We are a team
  owner @ana
  kr hired: Two people are hired
    to 2 hires
    checkin 2026-12-30 1 hire
`;
const esc = '\u001b';
const ctrlC = '\u0003';
const clock = '2027-01-05';
const noColour = { NO_COLOR: '1' };

function world(files: Record<string, string> = { 'growth/2026-Q4.okr': text }) {
  const cwd = folderWith(files);
  const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
  return { cwd, read };
}

/** @param typed what somebody answers, one after another */
async function round(typed: readonly string[], args = 'close 2026-Q4') {
  const { cwd, read } = world();
  const { code, stdout, stderr } = await okr(args, {
    cwd,
    typed,
    isTerminal: true,
    columns: 100,
    env: noColour,
    clock,
  });
  const shown = stripVTControlCharacters(stdout).replaceAll('\r', '');
  const added = read('growth/2026-Q4.okr')
    .split('\n')
    .filter(line => !text.split('\n').includes(line));
  const path = join(cwd, 'growth/2027-Q1.okr');
  return { cwd, code, stderr, shown, added, next: existsSync(path) ? readFileSync(path, 'utf8') : undefined };
}

describe('okr close', () => {
  it('asks for the grade, why, and what becomes of each, and then what was learned', async () => {
    const { code, stderr, shown, added, next } = await round([
      ...['\r', 'Cards work, calls do not\r', 'c\r'],
      ...['9\r', '\r', '\r'],
      ...['0.7\r', 'Half of it\r'],
      ...['-\r', 'd\r'],
      ...['0.5\r', '\r', '\r'],
      'We asked too many people too little\r',
    ]);
    assert.deepEqual([code, stderr], [0, '']);
    assert.deepEqual(added, [
      '  reflect: We asked too many people too little',
      '  grade 2027-01-05 0.7: Half of it',
      '    grade 2027-01-05 0.50: Cards work, calls do not',
      '    grade 2027-01-05 9/10',
      '  grade 2027-01-05 0.5',
    ]);
    assert.equal(
      next,
      `team growth

cycle 2027-Q1

objective love: Customers love us
  owner @ana
  continues love in 2026-Q4

  kr nps: Raise our Net Promoter Score
    from 40 points to ?
    owner @li
    continues love.nps in 2026-Q4
`,
    );
    equalsGolden('close-asked', shown);
  });

  it('takes what is suggested with Enter, and with Escape without a grade', async () => {
    const enter = await round(Array.from({ length: 14 }, () => '\r'));
    assert.equal(enter.added.length, 5);
    assert.match(enter.next ?? '', /kr nps[\s\S]*kr hired/);
    assert.doesNotMatch(enter.next ?? '', /tickets/);
    const { added, next } = await round(Array.from({ length: 6 }, () => esc));
    assert.deepEqual(added, []);
    assert.equal(next, enter.next);
  });

  it('asks again where an answer cannot be taken', async () => {
    const { shown, added } = await round([
      'good\r',
      '0.5\r',
      '\r',
      'perhaps\r',
      'k\r',
      ...Array.from({ length: 9 }, () => esc),
    ]);
    assert.match(shown, / {2}✗ `good` is no grade: write it as in `0\.7`, `70%` or `7` of ten\.\n/);
    assert.match(shown, / {2}✗ Type `k` to keep it, `c` to change its target, or `d` to let it go\.\n/);
    assert.deepEqual(added, ['    grade 2027-01-05 0.5']);
  });

  it('writes nothing where somebody leaves, and asks first whether they meant to', async () => {
    const atOnce = await round([ctrlC]);
    assert.deepEqual([atOnce.code, atOnce.added, atOnce.next], [0, [], undefined]);
    assert.match(atOnce.shown, /\nNothing is written\.\n$/);
    const left = await round(['\r', '\r', ctrlC, '\r']);
    assert.deepEqual([left.added, left.next], [[], undefined]);
    assert.match(left.shown, /Leave, and write nothing of it\? \(Enter: leave, n: go on\) \nNothing is written\.\n$/);
    const stayed = await round(['\r', '\r', ctrlC, 'n\r', 'd\r', ...Array.from({ length: 9 }, () => esc)]);
    assert.deepEqual(stayed.added, ['    grade 2027-01-05 0.50']);
    assert.match(stayed.next ?? '', /objective team/);
    assert.doesNotMatch(stayed.next ?? '', /nps/);
  });

  it('takes all that is suggested with --accept, and writes nothing twice', async () => {
    const { cwd, read } = world();
    const run = () => okr('close 2026-Q4 --accept', { cwd, clock });
    const { code, stdout, stderr } = await run();
    assert.deepEqual([code, stderr], [0, '']);
    equalsGolden('close-accepted', stdout);
    const [before, next] = [read('growth/2026-Q4.okr'), read('growth/2027-Q1.okr')];
    assert.match((await run()).stdout, /^2026-Q4 is closed already: nothing is to be written\.\n/);
    assert.deepEqual([read('growth/2026-Q4.okr'), read('growth/2027-Q1.okr')], [before, next]);
    assert.equal((await okr('check --fail-on error', { cwd, clock })).code, 0);
    assert.equal((await okr('format --check', { cwd, clock })).code, 0);
  });

  it('shows with --dry-run what it would write', async () => {
    const { cwd, read } = world();
    const { code, stdout } = await okr('close 2026-Q4 --accept --dry-run', { cwd, clock });
    assert.deepEqual([code, read('growth/2026-Q4.okr')], [0, text]);
    assert.equal(existsSync(join(cwd, 'growth/2027-Q1.okr')), false);
    equalsGolden('close-dry-run', stdout);
  });

  it('makes the folder of the next cycle, and takes all back where a file cannot be made', async () => {
    const { cwd, read } = world({ '2026-Q4/growth.okr': text });
    assert.equal((await okr('close 2026-Q4 --accept', { cwd, clock })).code, 0);
    assert.match(read('2027-Q1/growth.okr'), /^team growth\n\ncycle 2027-Q1\n/);
    rmSync(join(cwd, '2027-Q1'), { recursive: true });
    writeFileSync(join(cwd, '2026-Q4/growth.okr'), text);
    writeFileSync(join(cwd, '2027-Q1'), 'a file');
    const { code, stderr } = await okr('close 2026-Q4 --accept', { cwd, clock });
    assert.equal(code, 2);
    assert.match(stderr, /^error: `2027-Q1\/growth\.okr` cannot be written: /);
    assert.equal(read('2026-Q4/growth.okr'), text);
    rmSync(join(cwd, '2027-Q1'));
    mkdirSync(join(cwd, '2027-Q1'));
  });

  it('says what is wrong, and writes nothing', async () => {
    const { cwd, read } = world({
      'a.okr': text,
      'b.okr': 'cycle summer\n  from 2026-07-01 to 2026-08-31\nobjective sun: Sun\n',
    });
    const refused = async (args: string) => {
      const { code, stdout, stderr } = await okr(args, { cwd, clock });
      assert.deepEqual([code, stdout, read('a.okr')], [2, '', text]);
      return stderr.trim();
    };
    assert.deepEqual(
      [
        await refused('close 2026-Q4'),
        await refused('close 2026-Q2 --accept'),
        await refused('close 2026-Q4 --accept --next 2026-Q4'),
        await refused('close 2026-Q4 --accept --next 2026-Q3'),
        await refused('close 2026-Q4 --accept --team grwth'),
        await refused('close 2026-Q4 --accept --today 2026-12-01'),
        await refused('close summer --accept'),
      ],
      [
        'error: `okr close` asks in a terminal, and this is none: `--accept` takes all that is suggested',
        'error: Nothing here is in `2026-Q2`: there is nothing to close',
        'error: `2026-Q4` is the cycle that is closed: name the one after it',
        'error: `2026-Q3` does not come after `2026-Q4`: name a later one',
        'error: There is no objective of `grwth` in `2026-Q4`: did you mean `growth`?',
        'error: `2026-Q4` runs until 31 Dec: close it when it is over, or now with `--early`',
        'error: No calendar says what comes after `summer`: say which cycle is next with `--next`',
      ],
    );
    writeFileSync(join(cwd, 'a.okr'), text.replace('from 30 to 50 points', 'from 30 to'));
    const broken = await okr('close 2026-Q4 --accept', { cwd, clock });
    assert.deepEqual([broken.code, broken.stderr], [2, 'error: Line 8 of `a.okr` cannot be read: mend it first\n']);
  });
});
