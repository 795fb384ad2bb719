/** What stands beside the text: the tree of objectives, the cycle in the status bar, the marks on files. */
import {
  attentionRequest,
  type FileAttention,
  type OutlineGroup,
  type OutlineParams,
  outlineRequest,
  type TodayAnswer,
  type TodayParams,
  todayRequest,
} from '../../core/requests.ts';
import { pauseFor } from '../doors/door.ts';
import type { Session } from '../server.ts';
import { keyOf, type Loaded } from '../workspaces.ts';

export function answerOutlines({ connection, workspaces, ready }: Session): void {
  connection.onRequest(outlineRequest, async (params: OutlineParams, token) => {
    await ready;
    await workspaces.loadData();
    const { outline } = await import('../../core/outline/outline.ts');
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
  });
  connection.onRequest(todayRequest, async ({ uri }: TodayParams, token): Promise<TodayAnswer> => {
    await ready;
    await workspaces.loadData();
    const { cycleToday } = await import('../../core/outline/cycle-today.ts');
    const loaded = uri === null ? (withGoals(workspaces.all)[0] ?? workspaces.all[0]) : workspaces.of(uri);
    if (loaded === undefined) return { today: '', cycle: null };
    return cycleToday(loaded, uri === null ? undefined : keyOf(uri), pauseFor(token));
  });
  connection.onRequest(attentionRequest, async (_params, token) => {
    await ready;
    await workspaces.loadData();
    const { attention } = await import('../../core/outline/attention.ts');
    const pause = pauseFor(token);
    const files: FileAttention[] = [];
    for (const loaded of workspaces.all) files.push(...(await attention(loaded, pause)));
    return files;
  });
}

function withGoals(all: readonly Loaded[]): Loaded[] {
  return all.filter(({ workspace }) => workspace.entries.get().size > 0);
}
