/** The objectives and key results of a workspace in groups, as a tree shows them. */
import type { FeatureContext } from '../features/context.ts';
import type { Pause } from '../features/pause.ts';
import { statusInWords } from '../features/words.ts';
import type { KpiEntry, ObjectiveEntry } from '../model/entry.ts';
import { cycleOf } from '../model/resolve.ts';
import { teamInfo } from '../model/teams.ts';
import { titleOf } from '../reports/cycle-report.ts';
import { byTeam, inOrder, teamsInOrder } from '../reports/order.ts';
import type { ShownStatus } from '../reports/report.ts';
import { ofType } from '../reports/selection.ts';
import type { OutlineGroup, OutlineItem, OutlineParams } from '../requests/outline.ts';
import { headline, type Mean, standTogether } from '../scores/cycle.ts';
import { showScore } from '../scores/rounding.ts';
import { kpiItem, objectiveItem } from './items.ts';

interface Listed {
  readonly entry: ObjectiveEntry;
  readonly item: OutlineItem;
}

/** What needs somebody first. */
const statuses: readonly ShownStatus[] = [
  'blocked',
  'off-track',
  'at-risk',
  'pending',
  'on-track',
  'done',
  'ended',
  'dropped',
];

/** @param pause called once an objective */
export async function outline(
  context: FeatureContext,
  { by, past }: OutlineParams,
  pause: Pause,
): Promise<OutlineGroup[]> {
  const { workspace, standings } = context;
  const teams = teamsInOrder(workspace);
  const listed: Listed[] = [];
  for (const entry of byTeam(inOrder(ofType(workspace.entries.get(), 'objective')), teams)) {
    await pause();
    if (by !== 'cycle' && !past && standings.objective(entry).objective.over) continue;
    listed.push({ entry, item: objectiveItem(context, entry) });
  }
  const kpis = async () => {
    await pause();
    return byTeam(inOrder(ofType(workspace.entries.get(), 'kpi')), teams);
  };
  const groups = new Groups(context, by);
  switch (by) {
    case 'team':
      for (const each of listed) groups.add(teamKey(each.entry), each.item, each.entry);
      for (const entry of await kpis()) groups.add(teamKey(entry), kpiItem(context, entry));
      return groups.all(team => (team === '' ? 'No team' : teamInfo(workspace, team).title));
    case 'cycle':
      for (const each of listed) groups.add(cycleOf(workspace, each.entry)?.key ?? '', each.item, each.entry);
      return groups.cycles();
    case 'owner':
      for (const { entry, item } of listed) {
        groups.add(item.owner ?? '', item, entry);
        // What somebody else answers for is found under them as well.
        for (const inner of item.items) if (inner.owner !== item.owner) groups.add(inner.owner ?? '', inner);
      }
      for (const entry of await kpis()) {
        const item = kpiItem(context, entry);
        groups.add(item.owner ?? '', item);
      }
      return groups.all(owner => (owner === '' ? 'Nobody' : nameOf(context, owner))).sort(byHandle);
    case 'status':
      for (const { entry, item } of listed)
        for (const [index, inner] of item.items.entries())
          groups.add(shownStatus(context, entry, index) ?? 'pending', inner);
      return groups
        .all(status => statusAlone(status as ShownStatus))
        .map((group): OutlineGroup => ({ ...group, score: null, status: group.id as ShownStatus }))
        .sort((a, b) => statuses.indexOf(a.status as ShownStatus) - statuses.indexOf(b.status as ShownStatus));
  }
}

class Groups {
  private readonly context: FeatureContext;
  private readonly by: OutlineParams['by'];
  private readonly byKey = new Map<string, { items: OutlineItem[]; objectives: ObjectiveEntry[] }>();
  private readonly ids = new Set<string>();

  constructor(context: FeatureContext, by: OutlineParams['by']) {
    this.context = context;
    this.by = by;
  }

  add(key: string, item: OutlineItem, objective?: ObjectiveEntry): void {
    let group = this.byKey.get(key);
    if (group === undefined) {
      group = { items: [], objectives: [] };
      this.byKey.set(key, group);
    }
    group.items.push(this.withOwnIds(key, item));
    if (objective !== undefined) group.objectives.push(objective);
  }

  all(titleOf: (key: string) => string): OutlineGroup[] {
    return [...this.byKey].map(([key, { items, objectives }]) => {
      const mean = this.by === 'owner' ? undefined : this.meanOf(objectives);
      const score = mean?.score === undefined ? null : showScore(mean.score);
      return { id: key, title: titleOf(key), score, status: null, current: true, items };
    });
  }

  /** As every report says it: in one cycle, by teams. Objectives of several cycles have no score together. */
  private meanOf(objectives: readonly ObjectiveEntry[]): Mean | undefined {
    const { standings, workspace } = this.context;
    const [cycle, ...others] = new Set(objectives.map(entry => cycleOf(workspace, entry)?.key));
    if (objectives.length === 0 || others.length > 0 || cycle === undefined) return undefined;
    const setting = {
      period: cycleOf(workspace, objectives[0] as ObjectiveEntry)?.period ?? { first: undefined, last: undefined },
      today: workspace.today.get(),
      thresholds: workspace.settings.shared.thresholds,
    };
    const teams = [...new Set(objectives.map(({ team }) => team ?? undefined))];
    const means = teams.map(name => ({
      name,
      ...standTogether(
        objectives
          .filter(({ team }) => (team ?? undefined) === name)
          .map(entry => standings.objective(entry).objective),
        setting,
      ),
    }));
    return headline(means, name => teamInfo(workspace, name).parent, setting);
  }

  /** Those that today is in, then the newest first; what is in none comes last. */
  cycles(): OutlineGroup[] {
    const { workspace } = this.context;
    const today = workspace.today.get();
    const infos = new Map(
      [...this.byKey].flatMap(
        ([
          key,
          {
            objectives: [first],
          },
        ]) => {
          const info = first && cycleOf(workspace, first);
          return info === undefined ? [] : [[key, info] as const];
        },
      ),
    );
    const start = (id: string) => infos.get(id)?.period.first ?? Number.NEGATIVE_INFINITY;
    return this.all(key => {
      const info = infos.get(key);
      if (info === undefined) return 'No cycle';
      const teams = [...new Set(this.byKey.get(key)?.objectives.map(({ team }) => team ?? undefined))];
      const title = titleOf(workspace, info, teams);
      return title === '' ? info.id : `${info.id} ${title}`;
    })
      .map(group => {
        const info = infos.get(group.id);
        return { ...group, current: info === undefined || workspace.cycles.holds(info, today) };
      })
      .sort(
        (a, b) =>
          Number(infos.has(b.id)) - Number(infos.has(a.id)) ||
          Number(b.current) - Number(a.current) ||
          start(b.id) - start(a.id),
      );
  }

  /** One thing may stand under two people, and two things may have one name. */
  private withOwnIds(key: string, item: OutlineItem): OutlineItem {
    const wanted = JSON.stringify([this.by, key, item.id]);
    let id = wanted;
    for (let again = 2; this.ids.has(id); again++) id = `${wanted} ${again}`;
    this.ids.add(id);
    return { ...item, id, items: item.items.map(inner => this.withOwnIds(key, inner)) };
  }
}

const byHandle = (a: OutlineGroup, b: OutlineGroup) =>
  Number(a.id === '') - Number(b.id === '') || a.id.localeCompare(b.id, 'en');

/** `Off track`: a tree has its sign as an icon. */
function statusAlone(status: ShownStatus): string {
  const [, first = '', rest = ''] = /^\P{L}*(\p{L})(.*)$/u.exec(statusInWords(status)) ?? [];
  return first.toUpperCase() + rest;
}

function teamKey({ team }: ObjectiveEntry | KpiEntry): string {
  return team ?? '';
}

/** `Ana Silva (@ana)` where the workspace says who that is. */
function nameOf({ workspace }: FeatureContext, owner: string): string {
  const person = workspace.named('person', owner.slice(1))[0]?.element;
  return person?.type === 'person' && person.title !== '' ? `${person.title} (${owner})` : owner;
}

function shownStatus({ standings }: FeatureContext, entry: ObjectiveEntry, index: number): ShownStatus | undefined {
  return standings.objective(entry).keyResults[index]?.status;
}
