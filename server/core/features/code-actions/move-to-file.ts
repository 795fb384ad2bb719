/** An objective moves to another file of the same team and cycle. */

import type { Data } from '../../../../grammar/tree.ts';
import type { ObjectiveEntry } from '../../model/entry.ts';
import type { OkrFile } from '../../model/file.ts';
import { cycleOf } from '../../model/resolve.ts';
import type { Workspace } from '../../model/workspace.ts';
import { statementOf } from '../../rules/rule.ts';
import { statementsIn } from '../../rules/statements.ts';
import { insertBelow } from './lines-of-file.ts';
import { canMove, type InnerEdit, Moving } from './moving.ts';
import type { Offer, Spot } from './offer.ts';
import { headingBelow } from './standpoint.ts';

/** More files than a menu has room for. */
const MOST = 8;
/** Where nobody has a team all files are candidates, and an editor asks at every step. */
const MOST_READ = 100;

export function moveToFile({ context: { workspace }, entry, statement }: Spot): Offer[] {
  const objective = entry as ObjectiveEntry;
  if (statement.kind !== 'objective' || statement.parent !== undefined || !canMove(objective)) return [];
  const offers: Offer[] = [];
  for (const other of candidates(workspace, objective)) {
    const below = lastUnder(workspace, other, objective);
    if (below === undefined) continue;
    offers.push({
      title: `Move it to ${nameOf(workspace, other)}`,
      kind: 'refactor.move',
      edits: () => {
        const moving = new Moving(objective);
        const { block } = other.content[below] as OkrFile['content'][number];
        const edits = [...moving.removal(), insertBelow(other, block, moving.lines(paths(objective, other)))];
        if (!other.isOpen) block.release();
        return edits;
      },
    });
    if (offers.length === MOST) break;
  }
  return offers;
}

/** Files in which something is of its team: those that are read before others, in the order of their paths. */
function candidates(workspace: Workspace, { file, team }: ObjectiveEntry): OkrFile[] {
  const headings = typeof team === 'string' ? workspace.named('team', team) : [];
  const files = new Set<OkrFile>();
  for (const entries of [workspace.inTeam('objective', team ?? undefined), headings]) {
    for (const entry of entries) {
      if (files.size === MOST_READ) break;
      if (entry.file !== file) files.add(entry.file);
    }
  }
  return [...files].sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

/** The last row of a file that stands under the same team and cycle. */
function lastUnder(workspace: Workspace, file: OkrFile, objective: ObjectiveEntry): number | undefined {
  const { key } = cycleOf(workspace, objective) ?? { key: undefined };
  const own = objective.file;
  const around = headingBelow(own, own.indexOf(objective.block));
  const team = objective.element.team === undefined ? around.team : undefined;
  let heading: ReturnType<typeof headingBelow> = { team: undefined, cycle: undefined };
  let last: number | undefined;
  for (const [index, row] of file.content.entries()) {
    heading = { ...heading, ...row.heading };
    if (heading.team === null || heading.cycle === null) continue;
    const isSameTeam = objective.element.team !== undefined || heading.team === team;
    const here = heading.cycle === undefined ? undefined : workspace.cycles.of(heading.cycle).key;
    // A file that says nothing yet has no place for it.
    if (isSameTeam && here === key && (row.entries.length > 0 || row.heading !== undefined)) last = index;
  }
  return last;
}

/** Data files are named from where the file is that names them. */
function paths(objective: ObjectiveEntry, other: OkrFile): InnerEdit[] {
  const edits: InnerEdit[] = [];
  for (const node of statementsIn(statementOf(objective))) {
    const path = node.kind === 'data' ? (node as Data).path : undefined;
    if (path === undefined) continue;
    const text = fromFile(path.text, objective.file.uri, other.uri);
    const written = objective.block.text.slice(path.start, path.end);
    const quoted = /\s/.test(text) || written.startsWith('"') ? `"${text}"` : text;
    if (quoted !== written) edits.push({ start: path.start, end: path.end, text: quoted });
  }
  return edits;
}

/** A relative path from one file as one from another: only the folders between them count. */
export function fromFile(path: string, from: string, to: string): string {
  const folder = (uri: string) => uri.split('/').slice(0, -1);
  const parts: string[] = [];
  for (const part of [...folder(from).map(decoded), ...path.split('/')]) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  const base = folder(to).map(decoded);
  let same = 0;
  while (same < base.length && same < parts.length - 1 && base[same] === parts[same]) same++;
  return [...base.slice(same).map(() => '..'), ...parts.slice(same)].join('/');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** As people say it: the path in the workspace. */
function nameOf({ root }: Workspace, { uri }: OkrFile): string {
  const path = uri.startsWith(`${root}/`) ? uri.slice(root.length + 1) : uri.slice(uri.lastIndexOf('/') + 1);
  return decoded(path);
}
