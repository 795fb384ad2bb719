/** What a search for mentions costs in a workspace of many files. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { Block } from '../../../grammar/document.ts';
import { implementation } from '../../../server/core/features/implementation.ts';
import { noPause, type Pause } from '../../../server/core/features/pause.ts';
import { references } from '../../../server/core/features/references.ts';
import { rename } from '../../../server/core/features/renaming.ts';
import { type OpenWorkspace, openWorkspace } from '../../../server/core/open-workspace.ts';

const MANY = 300;
const uriOf = (i: number) => `file:///workspace/${String(i).padStart(4, '0')}.okr`;

/** A team a file, all with the same names in it; each supports the one before. */
function load(): OpenWorkspace {
  const opened = openWorkspace('file:///workspace', 20_000);
  for (let i = 0; i < MANY; i++) {
    const text = `team t${i}
cycle 2026-Q4
objective love: Customers love us
  owner @ana
  supports t${i - 1}/love.score
  kr score: Raise the score
    from 2 to 8 points
    checkin 2026-11-14 4 points: The score of love
kpi score: The score
initiative ask: Ask for the score
  supports love.score
`;
    opened.workspace.setFile(uriOf(i), text, false);
  }
  return opened;
}

const keyResult = { line: 5, character: 6 };

describe('A search in many files', () => {
  /** A closed file's block lets go of its tree after each look. */
  let looks = 0;
  const original = Block.prototype.release;
  beforeEach(() => {
    Block.prototype.release = function release(this: Block) {
      looks++;
      original.call(this);
    };
  });
  afterEach(() => {
    Block.prototype.release = original;
  });

  it('looks only into blocks that may refer to it', async () => {
    const opened = load();
    looks = 0;
    const found = await references(opened, uriOf(7), keyResult, true, noPause);
    assert.deepEqual(
      found.map(({ uri, range }) => [uri, range.start.line]),
      [
        [uriOf(7), 5],
        [uriOf(7), 10],
        [uriOf(8), 4],
      ],
    );
    // Of each file the objective and the initiative; neither headings nor KPIs.
    assert.ok(looks <= 2 * MANY, `${looks} looks`);
    looks = 0;
    const renamed = await rename(opened, uriOf(7), keyResult, 'quite-new', noPause);
    assert.ok('edits' in renamed);
    assert.deepEqual([...renamed.edits.keys()], [uriOf(7), uriOf(8)]);
    assert.ok(looks <= 2 * MANY + 1, `${looks} looks`);
  });

  it('lets others have their turn after each file, and stops when nobody wants it any more', async () => {
    const opened = load();
    let pauses = 0;
    const counting: Pause = async () => {
      pauses++;
    };
    await references(opened, uriOf(7), keyResult, true, counting);
    assert.equal(pauses, MANY);
    const stopping: Pause = async () => {
      if (++pauses > MANY + 3) throw new Error('no longer wanted');
    };
    for (const search of [
      () => references(opened, uriOf(7), keyResult, true, stopping),
      () => rename(opened, uriOf(7), keyResult, 'quite-new', stopping),
      () => implementation(opened, uriOf(7), keyResult, stopping),
    ]) {
      pauses = MANY;
      await assert.rejects(search, /no longer wanted/);
    }
  });

  it('goes on where a file is edited or goes meanwhile', async () => {
    const opened = load();
    let pauses = 0;
    const editing: Pause = async () => {
      pauses++;
      if (pauses === 3) opened.workspace.removeFile(uriOf(8));
      if (pauses === 4) opened.workspace.setFile(uriOf(9), 'objective other\n  supports t7/love.score\n', true);
      if (pauses === 5) opened.workspace.setFile(uriOf(7), '', false);
    };
    const found = await references(opened, uriOf(7), keyResult, true, editing);
    assert.ok(found.every(({ uri }) => opened.workspace.file(uri) !== undefined));
  });
});
