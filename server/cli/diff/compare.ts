/** Loads two revisions, and compares them workspace by workspace. */
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { toIso } from '../../core/calendar/day.ts';
import type { Day } from '../../core/model/elements.ts';
import { compareWorkspaces } from '../../core/revisions/compare.ts';
import type { Comparison, RevisionReport } from '../../core/revisions/difference.ts';
import type { Revision } from '../../core/revisions/revision.ts';
import { withData } from '../../disk/data.ts';
import { forkOf, NoRevision, revisionNamed } from '../../disk/git/named.ts';
import { Repositories } from '../../disk/git/repositories.ts';
import { RevisionFiles } from '../../disk/git/revision-files.ts';
import { isInside } from '../../disk/inside.ts';
import { type LoadedWorkspace, loadWorkspaces } from '../../disk/load-workspaces.ts';
import { isSelected, type Place, placesOf } from '../paths.ts';
import type { Session } from '../session.ts';
import { UsageError } from '../usage.ts';

interface Asked {
  /** As typed; undefined: HEAD. */
  readonly from: string | undefined;
  /** undefined: the working tree. */
  readonly to: string | undefined;
  readonly path: string | undefined;
  readonly today: Day;
}

/** One side of the comparison, ready to be asked. */
interface LoadedSide {
  readonly report: RevisionReport;
  readonly workspaces: readonly LoadedWorkspace[];
  /** What `ask` says when every data file is there that it wants. */
  withData<T>(workspace: LoadedWorkspace, ask: () => T): Promise<T>;
}

/** @throws UsageError where there is no repository, or no such revision */
export async function comparisonOf(session: Session, { from, to, path, today }: Asked): Promise<Comparison> {
  const places = placesOf(path === undefined ? [] : [path], session.io.cwd);
  const [first] = places;
  const where = first?.path ?? session.io.cwd;
  const top = new Repositories().topOf(first?.isFolder === false ? where : join(where, 'x'));
  if (top === null)
    throw new UsageError(`\`${session.named(where)}\` is in no git repository: \`okr diff\` compares revisions in git`);
  const [old, fresh] = await revisions(top, from, to);
  const before = await sideAt(session, places, today, top, old);
  const after =
    fresh === undefined ? workingTree(session, places, today) : await sideAt(session, places, today, top, fresh);
  if (before.workspaces.length + after.workspaces.length === 0)
    throw new UsageError(`There is no .okr file in \`${session.named(where)}\`, in neither of the two`);
  const counts = (uri: string) => {
    const file = URI.parse(uri).fsPath;
    return isInside(file, top) && isSelected(file, places);
  };
  const workspaces = [];
  for (const { folder, was, is } of pairs(before.workspaces, after.workspaces)) {
    // Each has to have its data before anything is compared.
    if (was !== undefined) await before.withData(was, () => compareWorkspaces(was, undefined));
    if (is !== undefined) await after.withData(is, () => compareWorkspaces(undefined, is));
    const difference = compareWorkspaces(was, is, counts);
    const { objectives, kpis, initiatives } = difference;
    if (objectives.length + kpis.length + initiatives.length > 0)
      workspaces.push({ folder: session.named(folder), ...difference });
  }
  return { today: toIso(today), before: before.report, after: after.report, workspaces };
}

interface Named {
  readonly name: string;
  readonly revision: Revision;
}

async function revisions(
  top: string,
  from: string | undefined,
  to: string | undefined,
): Promise<readonly [Named, Named | undefined]> {
  const [, a, dots, b] = /^(.*?)(\.{2,3})(.*)$/.exec(from ?? '') ?? [];
  if (dots !== undefined && to !== undefined)
    throw new UsageError(`\`${from}\` names two revisions already, and \`${to}\` is a third`);
  return withUsage(async () => {
    if (dots === undefined)
      return [await named(top, from ?? 'HEAD'), to === undefined ? undefined : await named(top, to)];
    const [old, fresh] = [await named(top, a || 'HEAD'), await named(top, b || 'HEAD')];
    if (dots === '..') return [old, fresh];
    return [{ name: old.name, revision: await forkOf(top, old.revision, fresh.revision) }, fresh];
  });
}

/** A revision that is not there was asked for wrongly. */
export async function withUsage<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw error instanceof NoRevision ? new UsageError(error.message) : error;
  }
}

async function named(top: string, name: string): Promise<Named> {
  return { name, revision: await revisionNamed(top, name) };
}

async function sideAt(
  session: Session,
  places: readonly Place[],
  today: Day,
  top: string,
  { name, revision }: Named,
): Promise<LoadedSide> {
  const files = await RevisionFiles.of(top, revision.id);
  const { workspaces } = loadWorkspaces(places, today, session.named, files);
  const { id, day, author, subject } = revision;
  for (const { unreadable, paths } of workspaces)
    for (const uri of unreadable.keys())
      session.warn(
        `\`${session.named(paths.get(uri) ?? uri)}\` of \`${name}\` is left out: it is no UTF-8 text, too large, or not in this clone`,
      );
  return {
    report: { name, id, date: toIso(day), author, subject },
    workspaces,
    withData: ({ workspace }, ask) => files.withData(workspace, ask),
  };
}

function workingTree(session: Session, places: readonly Place[], today: Day): LoadedSide {
  const { workspaces } = session.load(places, today);
  return {
    report: { name: 'working tree', id: null, date: null, author: null, subject: null },
    workspaces,
    withData: async ({ workspace }, ask) => withData(workspace, ask),
  };
}

interface Pair {
  readonly folder: string;
  readonly was: LoadedWorkspace | undefined;
  readonly is: LoadedWorkspace | undefined;
}

/** Those of one folder; the only one of each, wherever it begins. */
function pairs(allBefore: readonly LoadedWorkspace[], allAfter: readonly LoadedWorkspace[]): Pair[] {
  // Settings alone are no OKRs.
  const [before, after] = [allBefore, allAfter].map(all => all.filter(({ workspace }) => workspace.files.size > 0)) as [
    LoadedWorkspace[],
    LoadedWorkspace[],
  ];
  const [was] = before;
  const [is] = after;
  if (was !== undefined && is !== undefined && before.length === 1 && after.length === 1)
    return [{ folder: is.folder, was, is }];
  const folders = [...new Set([...before, ...after].map(({ folder }) => folder))].sort();
  return folders.map(folder => ({
    folder,
    was: before.find(each => each.folder === folder),
    is: after.find(each => each.folder === folder),
  }));
}
