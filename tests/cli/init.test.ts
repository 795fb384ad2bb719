import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'mocha';
import { folderWith, okr } from './okr.ts';

const made: string[] = [];
after(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});
function emptyFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'okr-init-')));
  made.push(folder);
  return folder;
}

describe('okr init', () => {
  it('begins a workspace, and says what to do next', async () => {
    const cwd = emptyFolder();
    const { code, stdout, stderr } = await okr('init --team growth', { cwd });
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal(
      stdout,
      `+ okr.json     makes the folder a workspace, and holds what all share
+ 2026-Q4.okr  an example to write over

Next:
  okr check    what the coach says: one line that nobody can measure
  okr show     how it stands
  okr preview  the same in a browser
`,
    );
    assert.deepEqual(readdirSync(cwd).sort(), ['2026-Q4.okr', 'okr.json']);
    const checked = await okr('check', { cwd });
    assert.match(checked.stdout, /kr-unmeasurable/);
    assert.match(checked.stdout, /1 warning/);
    assert.equal((await okr('check --fail-on error', { cwd })).code, 0);
    assert.match((await okr('show', { cwd })).stdout, /New customers feel at home/);
  });

  it('makes the folder that is named', async () => {
    const cwd = emptyFolder();
    const { code, stdout } = await okr('init company/okrs --today 2027-02-01', { cwd });
    assert.equal(code, 0);
    assert.match(stdout, /\+ company\/okrs\/2027-Q1\.okr/);
    assert.match(stdout, /okr show --in company\/okrs/);
    assert.ok(existsSync(join(cwd, 'company/okrs/okr.json')));
  });

  it('writes over nothing that is there', async () => {
    const cwd = folderWith({ 'growth/2026-Q4.okr': 'cycle 2026-Q4\n' });
    const { code, stdout, stderr } = await okr('init', { cwd });
    assert.deepEqual([code, stdout], [2, '']);
    assert.equal(
      stderr,
      'error: There are OKRs already: `growth/2026-Q4.okr`. Name a folder that has none, as in `okr init okrs`\n',
    );
    assert.deepEqual(readdirSync(cwd).sort(), ['growth', 'okr.json']);
    writeFileSync(join(cwd, 'notes'), 'mine');
    assert.match((await okr('init notes', { cwd })).stderr, /`notes` is no folder/);
    assert.equal(readFileSync(join(cwd, 'notes'), 'utf8'), 'mine');
  });

  it('takes a name that the language takes', async () => {
    const { code, stderr } = await okr(['init', '--team', 'Our team'], { cwd: emptyFolder() });
    assert.equal(code, 2);
    assert.match(stderr, /`Our team` is no name: it is one word, such as `growth` or `people-ops`/);
  });
});
