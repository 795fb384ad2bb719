/** The server reads in full what it began with a glance at, and leaves alone what has gone meanwhile. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Workspace } from '../../server/core/model/workspace.ts';
import { readInFull } from '../../server/lsp/rest.ts';

describe('what was read at a glance', () => {
  it('is read in full later', async () => {
    const workspace = new Workspace('file:///w', 20_000);
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f'])
      workspace.setFile(`file:///w/${name}.okr`, 'objective love: Love\n  owner @ana\n', false);
    const ownersSeen = () =>
      [...workspace.entries.peek()].map(({ appearance }) => (appearance as { owner?: string }).owner);
    assert.deepEqual(ownersSeen(), Array(6).fill(undefined));
    const reading = readInFull(workspace);
    workspace.removeFile('file:///w/f.okr');
    await reading;
    assert.deepEqual(ownersSeen(), Array(5).fill('ana'));
  });
});
