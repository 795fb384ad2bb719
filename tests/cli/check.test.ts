import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { equalsGolden, folderWith, okr, root } from './okr.ts';

/** An error, warnings, and a hint. */
const problems = {
  'a.okr': [
    'objectve love: Customers love us',
    '',
    'objective ship: Ship it',
    '  owner: @ana',
    '  kr nps: Raise our Net Promoter Score',
    '    from 32 to 50 points',
    '',
  ].join('\n'),
  'b.okr': 'objective calm: A calm December\n',
};

describe('okr check, as text', () => {
  it('prints the place, the severity, the message and the rule, then the line with what is meant of it', async () => {
    const cwd = folderWith({ 'a.okr': 'cycle 2026-Q4\n\nobjectve love: Customers love us\n' });
    const { stdout, code } = await okr('check', { cwd });
    assert.equal(
      stdout,
      [
        'a.okr:3:1  error  `objectve` is no keyword: did you mean `objective`?  unknown-keyword',
        '  3 │ objectve love: Customers love us',
        '    │ ^^^^^^^^',
        '',
        '1 problem (1 error) in 1 file.',
        '',
      ].join('\n'),
    );
    assert.equal(code, 1);
  });

  it('puts the caret under what is meant after tabs and wide characters', async () => {
    const cwd = folderWith({
      'a.okr':
        'cycle 2026-Q4\n\nobjective 日本: 顧客\n\tkr 良い: é\u0301👩‍👩‍👧\n\t\tto 5\n\t\tneeds 日本.無い: 🙂 why\n\tkr 二: B\n\t\tto 4\n',
    });
    const [where, line, caret] = (await okr('check --today 2026-10-05', { cwd })).stdout.split('\n');
    assert.match(where ?? '', /^a\.okr:6:9 {2}error /);
    assert.equal(line, '  6 │         needs 日本.無い: 🙂 why');
    assert.equal(caret, '    │               ^^^^^^^^^');
  });

  it('shows the part of a very long line that is meant', async () => {
    const cwd = folderWith({ 'a.okr': `objective love: ${'x'.repeat(500_000)}\n  supports ${'y'.repeat(300_000)}\n` });
    const { stdout } = await okr('check', { cwd, isTerminal: true, columns: 80, env: { NO_COLOR: '1' } });
    const lines = stdout.split('\n').filter(each => each.includes('│'));
    assert.ok(lines.length >= 4);
    for (const line of lines) assert.ok(line.length <= 80, `${line.length} columns`);
  });

  it('names related places', async () => {
    const cwd = folderWith({
      'a.okr': 'team growth: Growth\ncycle 2026-Q4\n\nobjective love: One\n  kr a: A\n    to 5\n',
      'b.okr': 'team growth\ncycle 2026-Q4\n\nobjective love: Two\n  kr b: B\n    to 5\n',
    });
    const { stdout } = await okr('check', { cwd });
    assert.match(stdout, /^ {4}╰─ b\.okr:4:17 {2}The other `love`$/m);
  });

  it('counts in words, and says so where there is nothing to count', async () => {
    const { stdout } = await okr('check', { cwd: folderWith(problems) });
    assert.match(stdout, /\n\d+ problems \(1 error, \d+ warnings?(, \d+ info)?(, \d+ hints?)?\) in 2 files\.\n$/);
    const clean = folderWith({ 'a.okr': 'team growth: Growth\n', 'b.okr': 'team company: Acme\n' });
    assert.deepEqual(await okr('check', { cwd: clean }), {
      code: 0,
      stdout: 'No problems in 3 files.\n',
      stderr: '',
    });
  });

  it('says of the sample what a coach would say', async () => {
    equalsGolden('check-company', (await okr('check samples/company --today 2026-11-21', { cwd: root })).stdout);
  });

  it('lets nothing in a file or its name steer the terminal', async () => {
    const cwd = folderWith({
      '\u001b[2Jx\n.okr': 'objectve \u001b]0;owned\u0007\u009b31m \u202edetrever: x\r  supports \u001b[1m\n',
    });
    for (const format of ['text', 'json', 'github', 'sarif']) {
      const { stdout } = await okr(`check --format ${format}`, { cwd });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about
      assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/, format);
    }
  });
});

describe('okr check, how it ends', () => {
  const cwd = () => folderWith({ 'a.okr': 'objective love: Customers love us\n  kr a: A\n    to 5\n' });

  it('fails on errors alone, unless --fail-on says otherwise', async () => {
    const folder = cwd();
    assert.match((await okr('check', { cwd: folder })).stdout, /warning/);
    assert.equal((await okr('check', { cwd: folder })).code, 0);
    assert.equal((await okr('check --fail-on error', { cwd: folder })).code, 0);
    assert.equal((await okr('check --fail-on warning', { cwd: folder })).code, 1);
    assert.equal((await okr('check --fail-on info', { cwd: folder })).code, 1);
  });

  it('lets reminders count only where --reminders says so', async () => {
    const check = (options: string, files: Record<string, string>) =>
      okr(`check --fail-on info --today 2026-11-21${options}`, { cwd: folderWith(files) });
    const late = 'initiative late: Late\n  supports love\n  due 2026-11-13\n  active\n';
    const love =
      'cycle 2026-Q4\n\nobjective love: Loved\n  owner @ana\n  kr a: Our score\n    from 3 to 5 points\n    checkin 2026-11-20 4 points\n  kr b: Our stars\n    from 3 to 5 stars\n    checkin 2026-11-20 4 stars\n';
    const reminded = { 'a.okr': `${love}\n${late}` };
    assert.match((await check('', reminded)).stdout, / info .*overdue/);
    assert.equal((await check('', reminded)).code, 0);
    assert.equal((await check(' --reminders', reminded)).code, 1);
    // What somebody wrote counts, also where a reminder on the same line is louder.
    const both = `${love}\nkpi stars: Stars\n  owner @ana\n  every week\n  reading 2026-10-20 4\n`;
    const files = {
      'a.okr': both,
      'okr.json': '{ "root": true, "rules": { "kpi-stale": "warning" } }',
    };
    assert.match((await check('', files)).stdout, / warning .*kpi-stale/);
    assert.equal((await check('', files)).code, 1);
  });

  it('takes the severities of okr.json', async () => {
    const settings = (severity: string) => `{ "root": true, "rules": { "timeframe-missing": "${severity}" } }`;
    const files = { 'a.okr': 'objective love: Customers love us\n  kr a: A\n    to 5\n' };
    const strict = folderWith({ ...files, 'okr.json': settings('error') });
    const quiet = folderWith({ ...files, 'okr.json': settings('off') });
    assert.equal((await okr('check', { cwd: strict })).code, 1);
    assert.doesNotMatch((await okr('check', { cwd: quiet })).stdout, /timeframe-missing/);
  });

  it('is as of --today, and else of the clock', async () => {
    const folder = cwd();
    assert.match((await okr('check', { cwd: folder, clock: '2027-02-01' })).stdout, /cycle 2027-Q1/);
    assert.match((await okr('check --today 2026-05-01', { cwd: folder })).stdout, /cycle 2026-Q2/);
  });
});

describe('okr check, what it looks at', () => {
  const nested = {
    'team.okr':
      'team growth: Growth\ncycle 2026-Q4\n\nobjective love: Loved\n  owner @ana\n  kr a: A\n    to 5\n    checkin 2026-11-21 2\n  kr b: B\n    to 4\n    checkin 2026-11-21 2\n',
    'plans/next.okr':
      'team growth\ncycle 2026-Q4\n\nobjective more: More\n  owner @ana\n  supports love\n  kr b: B\n    to 5\n    checkin 2026-11-21 2\n  kr c: C\n    to 4\n    checkin 2026-11-21 2\n',
    'plans/broken.okr': 'objectve\n',
    'archive/okr.json': '{ "root": true }',
    'archive/old.okr': 'objective old: Old\n  supports love\n  kr b: B\n    to 5\n',
  };
  const files = (stdout: string) => [...new Set(stdout.match(/^[^:\s]+(?=:\d)/gm) ?? [])];

  it('reports what a PATH selects and judges it by all files of the workspace', async () => {
    const cwd = folderWith(nested);
    const { stdout, code } = await okr('check plans/next.okr', { cwd });
    assert.equal(stdout, 'No problems in 1 file.\n', 'its objective finds `love` in the other file');
    assert.equal(code, 0);
  });

  it('takes folders and globs, from wherever it runs', async () => {
    const cwd = folderWith(nested);
    assert.deepEqual(files((await okr('check plans', { cwd })).stdout), ['plans/broken.okr']);
    assert.deepEqual(files((await okr('check **/b*.okr', { cwd })).stdout), ['plans/broken.okr']);
    assert.deepEqual(files((await okr('check p*/*.okr archive', { cwd })).stdout), [
      'archive/old.okr',
      'plans/broken.okr',
    ]);
    assert.deepEqual(files((await okr('check ..', { cwd: join(cwd, 'plans') })).stdout), [
      '../archive/old.okr',
      'broken.okr',
    ]);
  });

  it('keeps workspaces apart: what one says is unknown to the other', async () => {
    const cwd = folderWith(nested);
    assert.match((await okr('check archive', { cwd })).stdout, /`love`.*unresolved-reference/);
    assert.match((await okr('check', { cwd })).stdout, /^archive\/old\.okr:2:\d+ {2}error .*unresolved-reference/m);
  });

  it('checks each workspace of a folder', async () => {
    const { stdout } = await okr('check samples --today 2026-11-21 --format json', { cwd: root });
    const found = JSON.parse(stdout) as { file: string }[];
    const folders = new Set(found.map(({ file }) => file.split('/')[1]));
    assert.ok(folders.has('articles') && folders.has('company'), [...folders].join());
  });

  it('fails where there is nothing to check', async () => {
    const cwd = folderWith({ 'okr.json': '{ "root": true }', 'notes/readme.md': '# Notes\n', 'a.okr': '' });
    const { code, stderr, stdout } = await okr('check notes', { cwd });
    assert.deepEqual([code, stdout, stderr], [2, '', 'error: There is no .okr file in `notes`\n']);
  });
});

describe('okr check, for machines', () => {
  const cwd = () => folderWith({ 'my okrs/ä.okr': 'cycle 2026-Q4\n\nobjectve love: 100% of us, and: you\n' });

  it('--format json is an array with places from 1', async () => {
    assert.deepEqual(JSON.parse((await okr('check --format json', { cwd: cwd() })).stdout), [
      {
        file: 'my okrs/ä.okr',
        line: 3,
        column: 1,
        endLine: 3,
        endColumn: 9,
        rule: 'unknown-keyword',
        severity: 'error',
        message: '`objectve` is no keyword: did you mean `objective`?',
      },
    ]);
    const clean = folderWith({ 'a.okr': 'team growth: Growth\n' });
    assert.deepEqual(JSON.parse((await okr('check --format json', { cwd: clean })).stdout), []);
  });

  it('--format github is one escaped workflow command a finding', async () => {
    const { stdout } = await okr('check --format github', { cwd: cwd() });
    assert.equal(
      stdout,
      '::error file=my okrs/ä.okr,line=3,endLine=3,col=1,endColumn=8,title=unknown-keyword::`objectve` is no keyword: did you mean `objective`?\n',
    );
    const odd = folderWith({ '100%,a:b.okr': 'objectve\n' });
    assert.match((await okr('check --format github', { cwd: odd })).stdout, /^::error file=100%25%2Ca%3Ab\.okr,/);
  });

  it('--format github names files from the root of the repository, wherever the job runs', async () => {
    const repository = cwd();
    const env = { GITHUB_WORKSPACE: repository };
    const { stdout } = await okr('check --format github', { cwd: join(repository, 'my okrs'), env });
    assert.match(stdout, /^::error file=my okrs\/ä\.okr,/);
  });
});
