/** One workspace as it was in a revision, for an editor that has it open as it is. */
import { fromIso, toIso } from '../../core/calendar/day.ts';
import type { Day } from '../../core/model/elements.ts';
import { type OpenWorkspace, openWorkspace } from '../../core/open-workspace.ts';
import type { RevisionWanted } from '../../core/requests/compare.ts';
import { compareWorkspaces } from '../../core/revisions/compare.ts';
import type { RevisionReport } from '../../core/revisions/difference.ts';
import type { Revision } from '../../core/revisions/revision.ts';
import { loadWorkspaces, uriOf } from '../load-workspaces.ts';
import { NoRevision, revisionNamed } from './named.ts';
import { RevisionFiles } from './revision-files.ts';
import { gitText } from './run.ts';

export interface WorkspaceThen extends Pick<OpenWorkspace, 'workspace' | 'standings'> {
  readonly revision: RevisionReport;
}

/**
 * @param top the folder of the repository
 * @param folder of the workspace
 * @throws NoRevision where there is no such revision
 */
export async function workspaceThen(
  top: string,
  folder: string,
  today: Day,
  wanted: RevisionWanted,
): Promise<WorkspaceThen> {
  const revision = 'day' in wanted ? await revisionOn(top, wanted.day) : await revisionNamed(top, wanted.revision);
  const files = await RevisionFiles.of(top, revision.id);
  const loaded = loadWorkspaces([{ path: folder, isFolder: true }], today, undefined, files).workspaces;
  const all = loaded.filter(({ workspace }) => workspace.files.size > 0);
  const [only] = all;
  // It may have begun elsewhere, and may not have been there at all.
  const then =
    all.find(each => each.folder === folder) ??
    (all.length === 1 ? only : undefined) ??
    openWorkspace(uriOf(folder), today);
  await files.withData(then.workspace, () => compareWorkspaces(then, undefined));
  const { id, day, author, subject } = revision;
  const name = 'day' in wanted ? wanted.day : wanted.revision.replace(/^refs\/(?:heads|remotes|tags)\//, '');
  return { ...then, revision: { name, id, date: toIso(day), author, subject } };
}

/** The last one that was in force when a day was over, in the time of whoever looks. */
async function revisionOn(top: string, day: string): Promise<Revision> {
  if (fromIso(day) === undefined) throw new NoRevision(`There is no day \`${day}\``);
  await revisionNamed(top, 'HEAD');
  const id = await gitText(top, ['rev-list', '--max-count=1', '--first-parent', `--before=${day}T23:59:59`, 'HEAD']);
  if (id.trim() === '') throw new NoRevision(`There was no commit yet on ${day}`);
  return revisionNamed(top, id.trim());
}
