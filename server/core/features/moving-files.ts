/** Keeps `data` paths right when files or folders are moved or renamed. */
import type { TextEdit } from 'vscode-languageserver-types';
import type { Word } from '../../../grammar/tree.ts';
import { locate, pathTo } from '../data/locate.ts';
import { normalUri } from '../data/uris.ts';
import { type OkrFile, rootsOf } from '../model/file.ts';
import type { Workspace } from '../model/workspace.ts';
import { statementsIn } from '../rules/statements.ts';
import type { Pause } from './pause.ts';

/** A file or folder before and after, as URIs. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/**
 * The edits of `data` lines, by the URI that a file has before it moves. A path that would lead out of the workspace
 * stays as it is: its own rule says so.
 */
export async function pathEdits(
  workspace: Workspace,
  moves: readonly Move[],
  pause: Pause,
): Promise<Map<string, readonly TextEdit[]>> {
  const after = afterMoves(moves);
  const edits = new Map<string, readonly TextEdit[]>();
  for (const file of [...workspace.files.values()]) {
    const own = workspace.file(file.uri) === file ? editsIn(workspace, file, after) : [];
    if (own.length > 0) edits.set(file.uri, own);
    await pause();
  }
  return edits;
}

/** Where a file is after the moves; those of a folder take along what is in it. */
function afterMoves(moves: readonly Move[]): (uri: string) => string {
  const normal = moves.map(({ from, to }) => ({ from: folder(from), to: folder(to) }));
  return uri => {
    // The deepest that moves says where to: a folder and something in it may do so at once.
    let best: Move | undefined;
    for (const move of normal)
      if ((uri === move.from || uri.startsWith(`${move.from}/`)) && move.from.length > (best?.from.length ?? -1))
        best = move;
    return best === undefined ? uri : best.to + uri.slice(best.from.length);
  };
}

function folder(uri: string): string {
  return normalUri(uri).replace(/\/$/, '');
}

function editsIn({ root }: Workspace, file: OkrFile, after: (uri: string) => string): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { block } of file.content) {
    // A keyword with a slip in it still begins so or has a column.
    if (!/\bdata\b|\bcolumn\b/i.test(block.text)) continue;
    for (const root_ of rootsOf(block)) {
      for (const node of statementsIn(root_)) {
        if (node.kind !== 'data' || node.path === undefined) continue;
        const written = rewritten(root, file.uri, node.path.text, after);
        if (written !== undefined)
          edits.push({ range: file.rangeOf(block, node.path), newText: quoted(written, node.path) });
      }
    }
    if (!file.isOpen) block.release();
  }
  return edits;
}

/** The path as it has to be written; undefined where it leads to the right file as it is, or none would. */
function rewritten(root: string, uri: string, path: string, after: (uri: string) => string): string | undefined {
  const before = locate(root, uri, path);
  if ('wrong' in before) return undefined;
  const [from, to] = [after(normalUri(uri)), after(before.uri)];
  const leads = (written: string) => {
    const place = locate(root, from, written);
    return 'uri' in place && place.uri === to;
  };
  if (leads(path)) return undefined;
  const written = pathTo(from, to);
  return written !== undefined && !written.includes('"') && leads(written) ? written : undefined;
}

/** In quotes where it was, or where it would not be read as one word. */
function quoted(path: string, { start, end, text }: Word): string {
  const wasQuoted = end - start > text.length;
  return wasQuoted || !/^[\p{L}\p{M}./_][\p{L}\p{M}\p{N}./_-]*$/u.test(path) ? `"${path}"` : path;
}
