/** What stands beside the text: the tree of objectives, the cycle in the status bar, the marks on files. */
import type { CancellationToken } from 'vscode-languageserver';
import { attention } from '../../core/outline/attention.ts';
import { cycleToday } from '../../core/outline/cycle-today.ts';
import { outline } from '../../core/outline/outline.ts';
import type {
  FileAttention,
  OutlineGroup,
  OutlineParams,
  TodayAnswer,
  TodayParams,
} from '../../core/requests/outline.ts';
import { pauseFor } from '../doors/door.ts';
import type { Session } from '../server.ts';
import { keyOf, type Loaded } from '../workspaces.ts';

export async function outlines(
  { workspaces, ready }: Session,
  params: OutlineParams,
  token: CancellationToken,
): Promise<OutlineGroup[]> {
  await ready;
  await workspaces.loadData();
  const pause = pauseFor(token);
  const groups: OutlineGroup[] = [];
  const inAll = withGoals(workspaces.all);
  for (const loaded of inAll) {
    const own = await outline(loaded, params, pause);
    // Workspaces do not see each other, and two teams of one name in them are two teams.
    const prefix = inAll.length > 1 ? `${loaded.workspace.root} ` : '';
    groups.push(...own.map(group => ({ ...group, id: prefix + group.id })));
  }
  return groups;
}

export async function today(
  { workspaces, ready }: Session,
  { uri }: TodayParams,
  token: CancellationToken,
): Promise<TodayAnswer> {
  await ready;
  await workspaces.loadData();
  const loaded = uri === null ? (withGoals(workspaces.all)[0] ?? workspaces.all[0]) : workspaces.of(uri);
  if (loaded === undefined) return { today: '', cycle: null };
  return cycleToday(loaded, uri === null ? undefined : keyOf(uri), pauseFor(token));
}

export async function attentions({ workspaces, ready }: Session, token: CancellationToken): Promise<FileAttention[]> {
  await ready;
  await workspaces.loadData();
  const pause = pauseFor(token);
  const files: FileAttention[] = [];
  for (const loaded of workspaces.all) files.push(...(await attention(loaded, pause)));
  return files;
}

function withGoals(all: readonly Loaded[]): Loaded[] {
  return all.filter(({ workspace }) => workspace.entries.get().size > 0);
}
