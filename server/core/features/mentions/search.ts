/**
 * Finds every mention of something in a workspace, with its exact place. Closed files keep no trees: a block is parsed
 * if its text may mention what is looked for, and its tree is let go again.
 */
import type { TextRange } from '../../../../grammar/document.ts';
import type { Statement } from '../../../../grammar/tree.ts';
import { type OkrFile, type Row, rootsOf } from '../../model/file.ts';
import type { Workspace } from '../../model/workspace.ts';
import { statementsIn } from '../../rules/statements.ts';
import type { Pause } from '../pause.ts';
import { type MayMention, mayMention } from './candidates.ts';
import { type Point, pointsIn, type Role, roles } from './points.ts';
import { isSame, nameOf, type Subject, subjectOf } from './subject.ts';

export interface Mention {
  readonly uri: string;
  readonly range: TextRange;
  readonly role: Role;
  /** As it is written, without a person's `@`. */
  readonly text: string;
}

/** A statement where it stands. */
export interface Seen {
  readonly file: OkrFile;
  readonly row: Row;
  readonly node: Statement;
}

/** How far a search is, 0…1, and what it has found since it last said so. */
export type Progress = (share: number, found: readonly Mention[]) => void;

/** All mentions of a subject, in the order of the workspace. */
export async function mentionsOf(
  workspace: Workspace,
  subject: Subject,
  pause: Pause,
  progress: Progress = () => {},
): Promise<Mention[]> {
  const all: Mention[] = [];
  let told = 0;
  await lookThrough(
    workspace,
    mayMentionOrDefine(workspace, subject),
    seen => all.push(...mentionsIn(workspace, subject, seen)),
    async share => {
      progress(share, all.slice(told));
      told = all.length;
      await pause();
    },
  );
  progress(1, all.slice(told));
  return all;
}

/** The mentions in one file. */
export function mentionsInFile(workspace: Workspace, subject: Subject, file: OkrFile): Mention[] {
  const found: Mention[] = [];
  lookInto(file, mayMentionOrDefine(workspace, subject), seen => found.push(...mentionsIn(workspace, subject, seen)));
  return found;
}

/** By what they are there for, then by path, then by place. */
export function grouped(mentions: readonly Mention[]): Mention[] {
  const rank = new Map(roles.map((role, at) => [role, at]));
  return mentions.toSorted(
    (a, b) =>
      (rank.get(a.role) as number) - (rank.get(b.role) as number) ||
      (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0) ||
      a.range.start.line - b.range.start.line ||
      a.range.start.character - b.range.start.character,
  );
}

/** Calls `see` with each statement of the blocks that are worth a look, file by file. */
export async function lookThrough(
  workspace: Workspace,
  isWorthALook: (text: string, row: Row) => boolean,
  see: (seen: Seen) => void,
  afterFile: (share: number) => Promise<void>,
): Promise<void> {
  const files = [...workspace.files.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
  for (const [i, file] of files.entries()) {
    // It may have gone while others had their turn.
    if (workspace.file(file.uri) === file) lookInto(file, isWorthALook, see);
    await afterFile((i + 1) / files.length);
  }
}

function lookInto(file: OkrFile, isWorthALook: (text: string, row: Row) => boolean, see: (seen: Seen) => void): void {
  for (const row of file.content) {
    if (!isWorthALook(row.block.text, row)) continue;
    for (const root of rootsOf(row.block)) for (const node of statementsIn(root)) see({ file, row, node });
    if (!file.isOpen) row.block.release();
  }
}

function mayMentionOrDefine(workspace: Workspace, subject: Subject): (text: string, row: Row) => boolean {
  const isMentioned: MayMention = mayMention(workspace, subject);
  const home = subject.is === 'element' ? subject.entry : subject.is === 'key result' ? subject.objective : undefined;
  return (text, row) => isMentioned(text) || (home !== undefined && row.block === home.block);
}

function mentionsIn(workspace: Workspace, subject: Subject, { file, row, node }: Seen): Mention[] {
  return pointsIn(node)
    .filter(point => {
      if (!mayBe(point, subject)) return false;
      const meant = subjectOf(workspace, row, node, point);
      return meant !== undefined && isSame(meant, subject);
    })
    .map(point => ({
      uri: file.uri,
      range: file.rangeOf(row.block, point),
      role: point.role,
      text: point.text,
    }));
}

/** To see that it is called otherwise takes less than to find out what a reference leads to. */
function mayBe(point: Point, subject: Subject): boolean {
  if (subject.is !== 'element' && subject.is !== 'key result') return point.is === subject.is;
  return (point.is === 'own name' || point.is === 'reference') && point.text === nameOf(subject);
}
