import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import packageJson from '../../package.json' with { type: 'json' };
import { folderWith, okr } from './okr.ts';

const cwd = () => folderWith({ 'a.okr': 'team growth: Growth\n' });

/** What is typed, and what it says is right. */
const wrong = [
  ['chek', 'There is no command `chek`: did you mean `check`?'],
  [
    'frobnicate',
    'There is no command `frobnicate`: it is `init`, `check`, `show`, `checkin`, `close`, `agenda`, `digest`, `report`, `diff`, `log`, `preview`, `site`, `format`, `import`, `export`, `rules`, `explain` or `lsp`',
  ],
  ['check --fromat json', '`okr check` has no option `--fromat`: did you mean `--format`?'],
  ['check --colour', '`okr check` has no option `--colour`; `okr check --help` lists what it has'],
  [
    'check --format jsn',
    '`--format` is `text`, `json`, `github` or `sarif`, and `jsn` is none of them: did you mean `json`?',
  ],
  ['check --fail-on hint', '`--fail-on` is `error`, `warning` or `info`, and `hint` is none of them'],
  ['check --format', '`--format <FORMAT>` needs its value'],
  ['check --today 2026-02-30', '`--today 2026-02-30`: there is no such day; write it as in `--today 2026-11-21`'],
  ['check --today tomorrow', '`--today tomorrow`: that is no date; write it as in `--today 2026-11-21`'],
  ['check nowhere', 'There is no file or folder `nowhere`'],
  ['check a.okrs', 'There is no file or folder `a.okrs`: did you mean `a.okr`?'],
  ['check *.md', 'No .okr file fits `*.md`'],
  ['report one two', 'That is more than `okr report` can take: `okr report [options] [PATH]`'],
  ['import', '`okr import` needs FILE: `okr import [options] <FILE>`'],
  ['explain', '`okr explain` needs RULE: `okr explain [options] <RULE>`'],
  ['report', 'No objective in this workspace is in a cycle: put one under a heading such as `cycle 2026-Q4`'],
  ['preview nowhere', 'There is no file or folder `nowhere`'],
  ['preview --port x', '`--port x`: a port is a number up to 65535, such as `--port 4180`'],
  ['preview --port 65536', '`--port 65536`: a port is a number up to 65535, such as `--port 4180`'],
  ['report --since friday', '`--since friday`: that is no date; write it as in `--since 2026-11-21`'],
  ['digest --days 0', '`--days 0`: it is a number of days from 1 to 366, such as `--days 14`'],
  ['digest --days week', '`--days week`: it is a number of days from 1 to 366, such as `--days 14`'],
  ['format - a.okr', '`-` is standard input, and stands alone: `okr format -`'],
  ['lsp', 'An editor speaks to the language server over standard input and output: `okr lsp --stdio`'],
] as const;

describe('okr, used wrongly', () => {
  for (const [args, message] of wrong) {
    it(`okr ${args}`, async () => {
      const { code, stdout, stderr } = await okr(args, { cwd: cwd() });
      assert.deepEqual([code, stdout, stderr], [2, '', `error: ${message}\n`]);
    });
  }

  it('okr alone says how it is used, and is no success', async () => {
    const { code, stdout, stderr } = await okr('', { cwd: cwd() });
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /^Usage: okr COMMAND/);
  });
});

describe('okr --help and --version', () => {
  it('go to standard output', async () => {
    for (const args of ['--help', 'check --help', 'show -h']) {
      const { code, stdout, stderr } = await okr(args, { cwd: cwd() });
      assert.deepEqual([code, stderr], [0, ''], args);
      assert.match(stdout, /^Usage: okr /, args);
    }
    assert.deepEqual(await okr('--version', { cwd: cwd() }), {
      code: 0,
      stdout: `${packageJson.version}\n`,
      stderr: '',
    });
  });

  it('name every command', async () => {
    const { stdout } = await okr('--help', { cwd: cwd() });
    for (const name of ['check', 'show', 'report', 'preview', 'format', 'lsp'])
      assert.match(stdout, new RegExp(`^  ${name} +\\S`, 'm'));
  });
});

describe('colours', () => {
  const colour = '\u001b[';
  const cases: [string, { isTerminal: boolean; env: Record<string, string> }, boolean][] = [
    ['a terminal', { isTerminal: true, env: {} }, true],
    ['a pipe', { isTerminal: false, env: {} }, false],
    ['a pipe in CI', { isTerminal: false, env: { CI: 'true' } }, false],
    ['NO_COLOR', { isTerminal: true, env: { NO_COLOR: '1' } }, false],
    ['an empty NO_COLOR', { isTerminal: true, env: { NO_COLOR: '' } }, true],
    ['FORCE_COLOR', { isTerminal: false, env: { FORCE_COLOR: '1' } }, true],
    ['FORCE_COLOR=0', { isTerminal: true, env: { FORCE_COLOR: '0' } }, false],
    ['a dumb terminal', { isTerminal: true, env: { TERM: 'dumb' } }, false],
  ];
  for (const [name, world, wanted] of cases) {
    it(`${wanted ? 'on' : 'not on'} ${name}`, async () => {
      const { stdout } = await okr('check', { cwd: cwd(), ...world });
      assert.equal(stdout.includes(colour), wanted);
    });
  }
});
