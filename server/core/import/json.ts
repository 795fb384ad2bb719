/** Goals in the JSON or YAML of other tools: `objectives[]` with `keyResults[]`, and the files of a Viva Goals export. */
import { keyOf } from './columns.ts';
import {
  checkInOf,
  type Dictionary,
  isDictionary,
  listOf,
  nameOrId,
  objectItem,
  peopleOf,
  pick,
  textOf,
} from './objects.ts';
import {
  ImportProblem,
  type ItemKind,
  type Remark,
  type Source,
  type SourceItem,
  type SourcePeriod,
  type SourceTeam,
} from './source.ts';

/** A file of an export, parsed. */
export interface ParsedFile {
  readonly name: string;
  readonly content: unknown;
}

/** Keys that say nothing of an element, or what other keys say too. */
const redundant = new Set([
  'children',
  'childrenids',
  'progressandstatusconfiguration',
  'lastmodified',
  'organizationid',
  'userid',
]);

/** @param isViva its `Kpi` is a key result, and its `Project` an initiative */
export function readObjects(files: readonly ParsedFile[], isViva: boolean): Source {
  const reader = new ObjectReader(isViva);
  for (const { name, content } of files) reader.file(name, content);
  return reader.source();
}

class ObjectReader {
  private readonly items: SourceItem[] = [];
  private readonly teams: SourceTeam[] = [];
  private readonly periods: SourcePeriod[] = [];
  private readonly people = new Map<string, { name: string; email: string }>();
  private readonly checkIns: { readonly goal: string; readonly object: Dictionary; readonly place: string }[] = [];
  private readonly unused = new Map<string, { count: number; first: string }>();
  private isViva: boolean;

  constructor(isViva: boolean) {
    this.isViva = isViva;
  }

  file(name: string, content: unknown): void {
    const rows = rowsOf(content);
    const [first] = rows;
    const has = (...keys: string[]) => first !== undefined && pick(first, ...keys) !== undefined;
    const stem = keyOf(name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, ''));
    if (/period/.test(stem) && has('name')) this.takePeriods(rows);
    else if (/^team/.test(stem) && has('name', 'title')) this.takeTeams(rows);
    else if (/^(?:user|people|person|member)/.test(stem)) this.takeUsers(rows);
    else if (has('okrid', 'goalid') && has('checkindate', 'currentvalue', 'activitydate', 'checkinnote')) {
      for (const [i, object] of rows.entries())
        this.checkIns.push({ goal: textOf(pick(object, 'okrid', 'goalid')), object, place: `check-in ${i + 1}` });
    } else {
      if (has('timeperiod') && has('outcome', 'progressandstatusconfiguration', 'alignment', 'parentids'))
        this.isViva = true;
      this.takeGoals(content, name);
    }
  }

  source(): Source {
    const byId = new Map<string, SourceItem>();
    for (const each of this.items) for (const id of each.ids) byId.set(id, each);
    const leftOut: Remark[] = [];
    const found = new Map<SourceItem, SourceItem['checkIns'][number][]>();
    for (const { goal, object, place } of this.checkIns) {
      const owner = byId.get(goal);
      const checkIn = checkInOf(place, object);
      if (owner === undefined)
        leftOut.push({ place, what: checkIn.date, why: `its goal ${goal} is not in the source` });
      else {
        const known = found.get(owner) ?? [];
        found.set(owner, known);
        known.push(this.known(checkIn));
      }
    }
    for (const [key, { count, first }] of this.unused)
      leftOut.push({
        place: `key “${key}”`,
        what: count === 1 ? `1 value, in ${first}` : `${count} values, the first in ${first}`,
        why: 'nothing here is known to hold it',
      });
    const items = this.items.map(each => ({
      ...each,
      owners: each.owners.map(person => this.person(person)),
      checkIns: [...each.checkIns, ...(found.get(each) ?? [])],
    }));
    if (items.length === 0)
      throw new ImportProblem(
        'No objective is found in it: it should have `objectives`, each with a `title` and its `keyResults`',
      );
    return {
      items,
      teams: this.teams.map(team => ({
        ...team,
        lead: team.lead && this.person(team.lead),
        members: team.members.map(member => this.person(member)),
      })),
      periods: this.periods,
      leftOut,
      ...(this.isViva ? { atRisk: 'off-track' } : {}),
    };
  }

  private person<P extends { readonly name: string; readonly email: string }>(
    person: P,
  ): { name: string; email: string } {
    return this.people.get(person.name.toLowerCase()) ?? this.people.get(person.email.toLowerCase()) ?? person;
  }
  private known(checkIn: SourceItem['checkIns'][number]): SourceItem['checkIns'][number] {
    return checkIn.by === undefined ? checkIn : { ...checkIn, by: this.person(checkIn.by) };
  }

  private takePeriods(rows: readonly Dictionary[]): void {
    for (const row of rows)
      this.periods.push({
        ids: idsOf(row),
        name: textOf(pick(row, 'name', 'title')),
        start: textOf(pick(row, 'startdate', 'start', 'from')),
        end: textOf(pick(row, 'enddate', 'end', 'to')),
      });
  }

  private takeTeams(rows: readonly Dictionary[]): void {
    for (const [i, row] of rows.entries())
      this.teams.push({
        place: `team ${i + 1}`,
        ids: idsOf(row),
        title: textOf(pick(row, 'name', 'title')),
        parent:
          nameOrId(pick(row, 'parentteam', 'parent', 'parentname')) || textOf(pick(row, 'parentid', 'parentteamid')),
        lead: peopleOf(pick(row, 'lead', 'owner', 'owners', 'teamowner', 'manager', 'admins'))[0],
        members: peopleOf(pick(row, 'members', 'users')),
        description: textOf(pick(row, 'description')),
      });
  }

  private takeUsers(rows: readonly Dictionary[]): void {
    for (const row of rows) {
      const [person] = peopleOf([row]);
      if (person === undefined) continue;
      for (const key of [...idsOf(row), person.name, person.email])
        if (key !== '') this.people.set(key.toLowerCase(), person);
    }
  }

  private takeGoals(content: unknown, name: string): void {
    if (isDictionary(content)) {
      for (const [key, kind] of [
        ['teams', undefined],
        ['timeperiods', undefined],
        ['users', undefined],
        ['checkins', undefined],
      ] as const) {
        const rows = pick(content, key);
        if (
          Array.isArray(rows) &&
          rows.every(isDictionary) &&
          pick(content, 'objectives', 'okrs', 'goals') !== undefined
        )
          this.file(`${key}.json`, kind ?? rows);
      }
      const period = textOf(pick(content, 'cycle', 'period', 'quarter', 'timeperiod'));
      const team = textOf(pick(content, 'team'));
      for (const [i, row] of listOf(pick(content, 'initiatives', 'projects'))
        .filter(isDictionary)
        .entries())
        this.goal(`initiative ${i + 1}`, row, 'initiative', { period, team });
      for (const [i, row] of listOf(pick(content, 'kpis')).filter(isDictionary).entries())
        this.goal(`KPI ${i + 1}`, row, 'kpi', { period: '', team });
      const nested = pick(content, 'objectives', 'okrs', 'goals', 'data', 'value', 'items', 'results');
      if (nested !== undefined) this.takeList(listOf(nested), { period, team });
      else if (pick(content, 'title', 'objective', 'name') !== undefined)
        this.takeList([content], { period: '', team: '' });
      return;
    }
    if (!Array.isArray(content))
      throw new ImportProblem(`\`${name}\` holds no objectives: it should be an object or a list of them`);
    this.takeList(content, { period: '', team: '' });
  }

  private takeList(rows: readonly unknown[], context: Context): void {
    for (const [i, row] of rows.entries())
      if (isDictionary(row)) this.goal(`objective ${i + 1}`, row, this.kindOf(row), context);
  }

  /** Viva's own words for its three types, whatever a customer calls them. */
  private kindOf(row: Dictionary): ItemKind | undefined {
    const type = textOf(pick(row, 'type'));
    if (this.isViva && /^kpi$/i.test(type)) return 'key result';
    if (this.isViva && /^big ?rock$/i.test(type)) return 'objective';
    if (this.isViva && /^project$/i.test(type)) return 'initiative';
    return type === '' && !this.isViva ? 'objective' : undefined;
  }

  private goal(place: string, row: Dictionary, kind: ItemKind | undefined, context: Context, parent?: string): void {
    const seen = new Set<string>();
    const own = objectItem(place, row, kind, key => seen.add(keyOf(key)));
    const self = `${place}\n${own.title}`;
    const period = own.fields.period ?? context.period;
    const team = own.teams[0] ?? context.team;
    this.items.push({
      ...own,
      ids: [...own.ids, self],
      parents: parent === undefined ? own.parents : [parent, ...own.parents],
      teams: own.teams.length > 0 || context.team === '' ? own.teams : [context.team],
      fields: { ...own.fields, ...(period === '' ? {} : { period }) },
    });
    for (const [key, inner, word] of [
      ['keyresults', 'key result', 'key result'],
      ['krs', 'key result', 'key result'],
      ['initiatives', 'initiative', 'initiative'],
      ['projects', 'initiative', 'initiative'],
      ['tasks', 'initiative', 'task'],
    ] as const) {
      const nested = listOf(pick(row, key)).map(each => (typeof each === 'string' ? { title: each } : each));
      if (nested.length > 0) seen.add(key);
      for (const [i, each] of nested.entries())
        if (isDictionary(each))
          this.goal(
            `${place}, ${word} ${i + 1}`,
            each,
            inner,
            { period, team: inner === 'initiative' ? team : '' },
            self,
          );
    }
    for (const [key, value] of Object.entries(row)) {
      const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
      if (isEmpty || seen.has(keyOf(key)) || redundant.has(keyOf(key))) continue;
      const before = this.unused.get(key);
      this.unused.set(key, { count: (before?.count ?? 0) + 1, first: before?.first ?? place });
    }
  }
}

interface Context {
  readonly period: string;
  readonly team: string;
}

function idsOf(row: Dictionary): string[] {
  return [textOf(pick(row, 'id')), textOf(pick(row, 'teamid', 'userid', 'timeperiodid'))].filter(id => id !== '');
}

/** A list of objects, or the only one that an object holds. */
function rowsOf(content: unknown): Dictionary[] {
  if (Array.isArray(content)) return content.filter(isDictionary);
  if (!isDictionary(content)) return [];
  const lists = Object.values(content).filter(Array.isArray);
  return lists.length === 1 ? (lists[0] ?? []).filter(isDictionary) : [];
}
