/** `okr checkin --mine`: what is due, one after another, at a terminal. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, it } from 'mocha';
import { git, hasGit } from '../repository.ts';
import { folderWith, okr, root } from './okr.ts';

const text = `person @li: Li Wong
person @ana: Ana Silva

team growth: Growth
  every week

cycle 2026-Q4

objective love: Customers love us
  owner @ana
  kr nps: Raise our Net Promoter Score
    from 30 to 50 points
    owner @li
    checkin 2026-10-14 34 points confidence 6/10
  kr tickets: Cut the tickets
    from 420 to 300 tickets
    owner @li
    checkin 2026-10-30 400 tickets
  kr app: The app is in the store
    milestone: Beta
    owner @li
  kr hers: Hers
    from 0 to 10

kpi churn: Churn
  owner @li
  every week
  reading 2026-11-13 3%
`;
const esc = '\u001b';
const ctrlC = '\u0003';

async function round(
  typed: readonly string[],
  args = 'checkin --mine @li',
  files: Record<string, string> = { 'a.okr': text },
) {
  const cwd = folderWith(files);
  const { code, stdout, stderr } = await okr(args, {
    cwd,
    typed,
    isTerminal: true,
    columns: 100,
    env: { NO_COLOR: '1' },
  });
  const before = new Set(text.split('\n'));
  const now = readFileSync(join(cwd, 'a.okr'), 'utf8').split('\n');
  const shown = stripVTControlCharacters(stdout).replaceAll('\r', '');
  return { cwd, code, stderr, shown, added: now.filter(line => !before.has(line)).map(line => line.trim()) };
}

describe('okr checkin --mine', () => {
  it('asks what has been silent longest first, two keys each, and says how each stands then', async () => {
    const { code, stderr, shown, added } = await round(['8\r', '38: Cards work\r', '\r', '380\r', '5\r', '2.8\r']);
    assert.deepEqual([code, stderr], [0, '']);
    assert.deepEqual(added, [
      'checkin 2026-11-21 38 points confidence 6/10: Cards work',
      'checkin 2026-11-21 380 tickets confidence 5/10',
      'checkin 2026-11-21 confidence 8/10',
      'reading 2026-11-21 2.8%',
    ]);
    assert.deepEqual(
      shown.split('\n').filter(line => /due|^\d of|Where|How sure|checked in/.test(line)),
      [
        '@li: 4 check-ins due. Enter alone or Escape skips one; Ctrl-C ends.',
        '1 of 4  growth/love.app  The app is in the store',
        '  How sure, of ten? 8',
        '2 of 4  growth/love.nps  Raise our Net Promoter Score',
        '  Where is it now, in points? 38: Cards work',
        '  How sure, of ten? (Enter: 6/10, - for none) ',
        '3 of 4  growth/love.tickets  Cut the tickets',
        '  Where is it now, in tickets? 380',
        '  How sure, of ten? 5',
        '4 of 4  growth/churn  Churn',
        '  Where is it now, in %? 2.8',
        '4 checked in.',
      ],
    );
    assert.match(shown, /\n {2}0\.20 {2}━.*✗ off track {2}6\/10 sure {2}34 points on 14 Oct\n/);
    assert.match(
      shown,
      /\n\+ checkin 2026-11-21 38 points confidence 6\/10: Cards work {2}a\.okr:15\n {2}0\.20 → 0\.40 {2}/,
    );
  });

  it('skips with Enter alone and with Escape, whatever was typed', async () => {
    const { code, shown, added } = await round([esc, `3${esc}`, '380\r', esc, '\r']);
    assert.deepEqual([code, added], [0, []]);
    assert.match(shown, /\nNothing written, 4 skipped\.\n$/);
  });

  it('asks again where an answer cannot be written, and takes - for no confidence', async () => {
    const { shown, added } = await round(['\r', 'much\r', '38\r', '11\r', '-\r', '\r', '\r']);
    assert.deepEqual(added, ['checkin 2026-11-21 38 points']);
    assert.match(shown, / {2}✗ `much` is no value: write a number, such as `41`\.\n/);
    assert.match(shown, / {2}✗ .*11.*\n/);
    assert.match(shown, /\n1 checked in, 3 skipped\.\n$/);
  });

  it('ends with Ctrl-C, and what is written stays', async () => {
    const { code, shown, added } = await round(['\r', '38\r', '\r', ctrlC]);
    assert.deepEqual([code, added], [0, ['checkin 2026-11-21 38 points confidence 6/10']]);
    assert.match(shown, /\n1 checked in, 1 skipped, 2 left\.\n$/);
  });

  it('knows me by git, or asks who I am', async function () {
    if (!hasGit) this.skip();
    const cwd = folderWith({ 'a.okr': text });
    git(cwd, ['init', '--quiet']);
    git(cwd, ['config', 'user.name', 'Li Wong']);
    git(cwd, ['config', 'user.email', 'x@example.com']);
    const world = { cwd, isTerminal: true, typed: [ctrlC], env: { NO_COLOR: '1' } };
    assert.match((await okr('checkin --mine', world)).stdout, /^@li: 4 check-ins due\./);
    git(cwd, ['config', 'user.name', 'Somebody']);
    const unknown = await okr('checkin --mine', world);
    assert.deepEqual(
      [unknown.code, unknown.stderr],
      [
        2,
        'error: Git knows you as `Somebody <x@example.com>`, and nobody here is called so: say who you are, as in `okr checkin --mine @ana`\n',
      ],
    );
  });

  it('says who is near where nobody is called so, and that nothing is due', async () => {
    const { code, stderr } = await round([], 'checkin --mine @lii');
    assert.deepEqual([code, stderr], [2, 'error: Nobody here is `@lii`: did you mean `@li`?\n']);
    const none = await round([], 'checkin --mine @ana --today 2026-09-30');
    assert.deepEqual([none.code, none.shown], [0, 'Nothing of @ana is due.\n']);
  });

  it('needs a terminal, and no REF', async () => {
    const cwd = folderWith({ 'a.okr': text });
    const pipe = await okr('checkin --mine @li', { cwd, stdin: '38\n' });
    assert.deepEqual(
      [pipe.code, pipe.stdout, pipe.stderr],
      [
        2,
        '',
        'error: `--mine` asks in a terminal, and this is none: `okr checkin REF VALUE` writes one without asking\n',
      ],
    );
    const { stderr } = await round([], 'checkin nps --mine');
    assert.equal(stderr, 'error: `--mine` asks for all that are due: it takes no REF and no VALUE\n');
  });

  it('asks in a real terminal, and leaves it as it was', async function () {
    // util-linux's: that of other systems takes other options.
    const hasTerminal = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;
    if (!hasTerminal) this.skip();
    const cwd = folderWith({ 'a.okr': text });
    const command = `"${process.execPath}" "${root}server/cli/okr.ts" checkin --mine @li --today 2026-11-21; stty -a`;
    const child = spawn('script', ['-qec', command, '/dev/null'], { cwd, stdio: ['pipe', 'pipe', 'inherit'] });
    const answers: [question: RegExp, typed: string][] = [
      [/1 of 4[\s\S]*How sure, of ten\?/, '\r'],
      [/2 of 4[\s\S]*Where is it now, in points\?/, '38\r'],
      [/- for none\)/, '\r'],
      [/3 of 4[\s\S]*Where is it now, in tickets\?/, ctrlC],
    ];
    let shown = '';
    for await (const part of child.stdout) {
      shown += String(part);
      const [question, typed] = answers[0] ?? [];
      if (question?.test(shown) && typed !== undefined) {
        answers.shift();
        child.stdin.write(typed);
      }
    }
    assert.deepEqual(answers, []);
    assert.match(shown, /1 checked in, 1 skipped, 2 left\./);
    assert.match(shown, /(?<!-)icanon\b[\s\S]*(?<!-)echo\b/, 'lines and echo are on again');
    assert.match(readFileSync(join(cwd, 'a.okr'), 'utf8'), /checkin 2026-11-21 38 points confidence 6\/10\n/);
  });

  it('writes into a file that somebody changed while it asked', async () => {
    const cwd = folderWith({ 'a.okr': text });
    const path = join(cwd, 'a.okr');
    const typed = ['\r', '38\r', '\r', ctrlC];
    // Asked for when the second answer is typed: the file has changed by then.
    Object.defineProperty(typed, 1, {
      get() {
        writeFileSync(path, `# A word\n\n${text}`);
        return '38\r';
      },
    });
    const { code } = await okr('checkin --mine @li', { cwd, typed, isTerminal: true });
    assert.equal(code, 0);
    assert.match(
      readFileSync(path, 'utf8'),
      /^# A word\n\n[\s\S]*\n {4}checkin 2026-10-14.*\n {4}checkin 2026-11-21 38 points/,
    );
  });
});
