/** What the core wants to have changed, written into files: all of it or nothing. */
import assert from 'node:assert/strict';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { type FileEdit, writeEdits } from '../../server/cli/write-edits.ts';
import { fromIso } from '../../server/core/calendar/day.ts';
import { loadWorkspaces, uriOf } from '../../server/disk/load-workspaces.ts';
import { folderWith } from './okr.ts';

const today = fromIso('2026-11-21') as number;
const text = '\ufeffobjective love: Love\r\n  kr nps: Score\r\n    from 3 to 5\r\n';

function loaded(files: Readonly<Record<string, string>>) {
  const cwd = folderWith(files);
  const [workspace] = loadWorkspaces([{ path: cwd, isFolder: true }], today).workspaces;
  assert.ok(workspace);
  const at = (name: string) => uriOf(join(cwd, name));
  const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
  return { cwd, workspace, at, read, write: (edits: FileEdit[]) => writeEdits(workspace, edits, path => path) };
}

/** A line that comes to stand at a place in the text as it was loaded. */
function line(uri: string, number: number, written: string): FileEdit {
  const start = { line: number, character: 0 };
  return { uri, range: { start, end: start }, text: `${written}\r\n` };
}

describe('Edits of the core', () => {
  it('are written in the places that they had when it was loaded, and nothing else is', () => {
    const { cwd, workspace, at, read, write } = loaded({ 'a.okr': text });
    const uri = at('a.okr');
    const paths = write([line(uri, 1, '  owner @ana'), line(uri, 3, '    checkin 2026-11-21 4')]);
    assert.deepEqual(paths, [join(cwd, 'a.okr')]);
    const lines = ['\ufeffobjective love: Love', '  owner @ana', '  kr nps: Score', '    from 3 to 5'];
    assert.equal(read('a.okr'), `${[...lines, '    checkin 2026-11-21 4'].join('\r\n')}\r\n`);
    assert.equal(workspace.workspace.file(uri)?.document.text, read('a.okr'));
    assert.deepEqual(readdirSync(cwd).sort(), ['a.okr', 'okr.json']);
  });

  it('make a file that is not there yet, and leave one alone that nobody has read', () => {
    const { cwd, at, read, write } = loaded({ 'a.okr': text });
    write([line(at('b.okr'), 0, 'cycle 2027-Q1')]);
    assert.equal(read('b.okr'), 'cycle 2027-Q1\r\n');
    writeFileSync(join(cwd, 'c.okr'), 'mine');
    assert.throws(() => write([line(at('c.okr'), 0, 'cycle 2027-Q1')]), /There is a file `.*c\.okr` already/);
    assert.equal(read('c.okr'), 'mine');
  });

  it('leave all files as they are where one was changed meanwhile', () => {
    const { cwd, at, read, write } = loaded({ 'a.okr': text, 'b.okr': text });
    writeFileSync(join(cwd, 'b.okr'), `${text}# a word\n`);
    assert.throws(() => write([line(at('a.okr'), 1, '  owner @ana'), line(at('b.okr'), 1, '  owner @ana')]), {
      message: `\`${join(cwd, 'b.okr')}\` was changed meanwhile, and is left as it is: run this again`,
    });
    assert.equal(read('a.okr'), text);
    assert.equal(read('b.okr'), `${text}# a word\n`);
  });

  it('take back what was written where a later file cannot be', () => {
    const { cwd, workspace, at, read, write } = loaded({ 'a.okr': text, 'b.okr': text });
    chmodSync(join(cwd, 'b.okr'), 0o444);
    const edits = [
      line(at('new.okr'), 0, 'cycle 2027-Q1'),
      line(at('a.okr'), 1, '  owner @ana'),
      line(at('b.okr'), 1, '  owner @ana'),
    ];
    assert.throws(() => write(edits), /b\.okr` cannot be written: its permissions do not allow it/);
    assert.equal(read('a.okr'), text);
    assert.equal(existsSync(join(cwd, 'new.okr')), false);
    assert.equal(workspace.workspace.file(at('a.okr'))?.document.text, text);
    assert.equal(workspace.workspace.file(at('new.okr')), undefined);
  });
});
