/** From what a source says to what will be written. What is certain becomes a line, the rest words, or a remark. */
import { freeName, shortName } from '../titles/short-name.ts';
import { amountOf, unitOf, withUnit } from './amounts.ts';
import { Calendar } from './calendar.ts';
import { factsOf } from './facts.ts';
import { kindsOf, Relations } from './kinds.ts';
import { measureOf } from './measure.ts';
import type { ImportPlan, PlannedElement, PlanOptions } from './plan.ts';
import { Reading } from './reading.ts';
import { oneLine, plainText } from './rich-text.ts';
import { isSound } from './sound.ts';
import { type ItemKind, item, type Remark, type Source, type SourceItem, type TextField } from './source.ts';
import { Teams } from './teams.ts';

export function planOf(source: Source, options: PlanOptions): ImportPlan {
  return new Planner(source, options).plan();
}

/** An item that will be an element, with its place in the workspace. */
interface Home {
  readonly item: SourceItem;
  readonly kind: ItemKind;
  readonly team: string | undefined;
  readonly cycle: string | undefined;
  readonly name: string;
  /** Of a key result. */
  readonly objective: Home | undefined;
}

const fieldNames: Readonly<Record<TextField, string>> = {
  period: 'Period',
  startDate: 'Start date',
  dueDate: 'Due date',
  status: 'Status',
  progress: 'Progress',
  metric: 'Metric',
  unit: 'Unit',
  start: 'Start value',
  target: 'Target value',
  current: 'Current value',
  targetType: 'Target type',
  weight: 'Weight',
  description: 'Description',
  lastCheckIn: 'Last check-in',
  note: 'Note',
  confidence: 'Confidence',
  score: 'Score',
  tags: 'Tags',
  link: 'Link',
};

class Planner {
  private readonly reading: Reading;
  private readonly teams: Teams;
  private readonly calendar: Calendar;
  private readonly relations: Relations;
  private readonly kinds: ReadonlyMap<SourceItem, ItemKind>;
  private readonly items: readonly SourceItem[];
  private readonly homes = new Map<SourceItem, Home>();
  private readonly keyResults = new Map<SourceItem, SourceItem[]>();
  /** The names of what stands together, with how many wanted each. */
  private readonly taken = new Map<string | SourceItem, Map<string, number>>();
  private readonly isFlat: boolean;

  constructor(source: Source, options: PlanOptions) {
    this.reading = new Reading(source, options);
    this.teams = new Teams(source.teams, this.reading, options.team);
    this.calendar = new Calendar(source.periods, source.items, this.reading, options.cycle);
    const titled = source.items.filter(each => this.hasTitle(each));
    this.relations = new Relations(titled);
    this.kinds = kindsOf(titled, this.relations, this.reading);
    this.items = titled;
    this.isFlat = titled.every(({ parents }) => parents.every(parent => parent === ''));
  }

  plan(): ImportPlan {
    const roots = new Set<SourceItem>();
    const inSource = new Set(this.items);
    let above: SourceItem | undefined;
    for (const each of this.items) {
      const kind = this.kinds.get(each);
      if (kind === 'objective') above = each;
      if (kind !== 'key result') roots.add(each);
      else {
        const objective = this.objectiveOf(each, above);
        const siblings = this.keyResults.get(objective) ?? [];
        this.keyResults.set(objective, siblings);
        siblings.push(each);
        if (!inSource.has(objective)) roots.add(objective);
      }
    }
    for (const each of roots) this.settle(each, this.kinds.get(each) ?? 'objective', undefined);
    for (const each of roots) {
      const objective = this.homes.get(each) as Home;
      for (const keyResult of this.keyResults.get(each) ?? []) this.settle(keyResult, 'key result', objective);
    }
    const elements = [...roots].map(each => this.element(this.homes.get(each) as Home));
    return {
      elements,
      teams: this.teams.all,
      cycles: this.calendar.defined,
      persons: this.reading.people.all,
      fiscalYearStart: this.calendar.fiscalYearStart,
      leftOut: inOrder(this.reading.leftOut),
      readAs: inOrder(this.reading.readAs),
      open: this.reading.open,
    };
  }

  private hasTitle(each: SourceItem): boolean {
    if (oneLine(each.title) !== '') return true;
    this.reading.leave(each.place, each.type === '' ? 'All of it' : each.type, '', 'it has no title');
    return false;
  }

  /** The objective that a key result is written in: up through key results, else one made of what is known of it. */
  private readonly made = new Map<string, SourceItem>();
  private objectiveOf(keyResult: SourceItem, before: SourceItem | undefined): SourceItem {
    const seen = new Set<SourceItem>();
    for (let each: SourceItem | undefined = keyResult; each !== undefined && !seen.has(each); ) {
      seen.add(each);
      const parents: SourceItem[] = this.relations.parentsOf(each);
      const objective = parents.find(parent => this.kinds.get(parent) === 'objective');
      if (objective !== undefined) {
        if (each !== keyResult)
          this.reading.leave(
            keyResult.place,
            'Parent',
            each.title,
            'a key result has no key results: it stands beside',
          );
        return objective;
      }
      each = parents.find(parent => this.kinds.get(parent) === 'key result');
    }
    if (this.isFlat && before !== undefined) return this.standsBelow(keyResult, before);
    const [parentTitle] = keyResult.parents.filter(parent => /\S\s+\S/.test(parent));
    const title = parentTitle ?? keyResult.title;
    const { period } = keyResult.fields;
    const key = `${title}\n${period ?? ''}`;
    const known = this.made.get(key);
    const outside =
      known ?? item(keyResult.place, title, { teams: keyResult.teams, fields: period === undefined ? {} : { period } });
    this.made.set(key, outside);
    const why =
      parentTitle === undefined
        ? 'it has none here: its own title stands for one'
        : 'it is not in the source: nothing but its title is known';
    this.reading.leave(keyResult.place, 'Objective', parentTitle ?? keyResult.parents[0] ?? '', why);
    return outside;
  }

  /** A list that says of nothing what it belongs to has key results below their objectives. */
  private standsBelow({ place }: SourceItem, objective: SourceItem): SourceItem {
    this.reading.readAs.push({
      place,
      what: 'No objective',
      why: `it stands below “${oneLine(objective.title)}”, and is taken for its key result`,
    });
    return objective;
  }

  private settle(each: SourceItem, kind: ItemKind, objective: Home | undefined): void {
    const team = objective === undefined ? this.teams.of(each) : objective.team;
    const cycle = objective === undefined ? (kind === 'kpi' ? undefined : this.calendar.of(each)) : objective.cycle;
    if (objective !== undefined) this.compareWith(objective, each);
    const scope = objective?.item ?? `${kind} ${team ?? ''} ${this.calendar.daysOf(cycle)}`;
    const wanted = shortName(oneLine(each.title)) ?? (kind === 'kpi' ? 'kpi' : undefined);
    const name = wanted === undefined ? '' : this.freeName(wanted, scope);
    this.homes.set(each, { item: each, kind, team, cycle, name, objective });
  }

  private freeName(wanted: string, scope: string | SourceItem): string {
    const taken = this.taken.get(scope) ?? new Map<string, number>();
    this.taken.set(scope, taken);
    const before = taken.get(wanted) ?? 0;
    const name = freeName(wanted, each => taken.has(each), before + 1);
    taken.set(wanted, before + 1);
    if (name !== wanted) taken.set(name, 1);
    return name;
  }

  /** A key result is in its objective's team and cycle. */
  private compareWith(objective: Home, each: SourceItem): void {
    const { period = '' } = each.fields;
    if (period !== '' && this.calendar.of(each) !== objective.cycle)
      this.reading.leave(each.place, 'Period', period, "its objective's counts");
    const other = each.teams.filter(team => this.teams.named(team) !== objective.team);
    for (const team of other) this.reading.leave(each.place, 'Team', team, "its objective's counts");
  }

  private element(home: Home): PlannedElement {
    const { item: each, kind, team, cycle, name, objective } = home;
    const { reading } = this;
    const measure = kind === 'key result' ? measureOf(oneLine(each.title), each.fields) : undefined;
    const [owner, ...others] = each.owners.flatMap(person => reading.person(each.place, 'Owner', person) ?? []);
    const owned = owner ?? (objective === undefined ? undefined : this.ownerOf(objective.item));
    const facts = factsOf(each, kind, measure, owned, reading);
    const words = [...each.words, ...this.leftWords(home, measure?.unread ?? []), ...facts.words];
    const properties = [
      ...(measure?.line === undefined ? [] : [measure.line]),
      ...(owner === undefined || (objective !== undefined && owner === this.ownerOf(objective.item))
        ? []
        : [`owner ${owner}`]),
      ...this.helpers(
        home,
        [...new Set(others)].filter(other => other !== owner),
        words,
      ),
      ...this.supports(home),
      ...this.dueOf(home),
      ...this.weightOf(home),
      ...this.statusOfWork(home, words),
      ...(kind === 'kpi' ? (healthOf(each.fields) ?? []) : []),
      ...this.tagsOf(each, kind),
    ];
    const description = plainText(each.fields.description ?? '');
    return {
      kind,
      title: oneLine(each.title),
      name,
      team,
      cycle,
      properties,
      description: [
        ...(description === '' ? [] : description.split('\n')),
        ...(description !== '' && words.length > 0 ? [''] : []),
        ...words.flatMap(text => plainText(text).split('\n')),
      ],
      facts: facts.lines,
      keyResults: (this.keyResults.get(each) ?? []).map(keyResult => this.element(this.homes.get(keyResult) as Home)),
    };
  }

  private ownerOf(each: SourceItem): string | undefined {
    const [owner] = each.owners;
    return owner && this.reading.people.handleOf(owner);
  }

  private helpers({ kind, item: each }: Home, others: readonly string[], words: string[]): string[] {
    if (others.length === 0) return [];
    if (kind === 'objective' || kind === 'key result') return [`with ${others.join(', ')}`];
    words.push(`With ${others.join(', ')}`);
    this.reading.leave(each.place, 'Owners', others.join(', '), 'one person owns it, and the others are kept as words');
    return [];
  }

  /** All that it points to but the objective that it stands in. */
  private supports(home: Home): string[] {
    const { item: each, objective } = home;
    const parents = this.relations.parentsOf(each);
    const targets = parents.flatMap(parent => this.homes.get(parent) ?? []).filter(target => target !== objective);
    const unknown =
      each.parents.filter(parent => parent !== '').length > 0 && parents.length === 0 && objective === undefined;
    if (unknown) {
      const said = each.parents.find(parent => /\s/.test(parent)) ?? each.parents[0] ?? '';
      this.reading.leave(each.place, 'Parent', said, 'it is not in the source');
    }
    return targets.flatMap(target => {
      if (target.objective !== undefined && target.objective === objective) return [];
      const line = `supports ${this.refTo(target, home)}`;
      if (target.kind !== 'initiative' && target.name !== '' && isSound(line, 'objective')) return [line];
      this.reading.leave(each.place, 'Parent', target.item.title, 'what supports it cannot name it');
      return [];
    });
  }

  private refTo(target: Home, from: Home): string {
    const head = target.objective ?? target;
    const team = head.team === undefined || head.team === from.team ? '' : `${head.team}/`;
    const name = target.objective === undefined ? target.name : `${head.name}.${target.name}`;
    const cycle = head.cycle === undefined || head.cycle === from.cycle ? '' : ` in ${head.cycle}`;
    return `${team}${name}${cycle}`;
  }

  private dueOf({ item: each, kind, cycle, objective }: Home): string[] {
    const { dueDate = '', startDate = '' } = each.fields;
    const due = this.reading.date(each.place, 'Due date', dueDate);
    const start = this.reading.date(each.place, 'Start date', startDate);
    if (
      start !== undefined &&
      !this.calendar.begins(cycle, start) &&
      !(objective !== undefined && startDate === objective.item.fields.startDate)
    )
      this.reading.leave(
        each.place,
        'Start date',
        startDate,
        cycle === undefined ? 'only a cycle has one' : "its cycle's counts",
      );
    if (due === undefined || this.calendar.ends(cycle, due)) return [];
    if (kind !== 'kpi') return [`due ${due}`];
    this.reading.leave(each.place, 'Due date', dueDate, 'a KPI has none');
    return [];
  }

  /** Equal weights say nothing. */
  private weightOf({ item: each, objective }: Home): string[] {
    const text = each.fields.weight ?? '';
    const amount = amountOf(text);
    if (text === '' || amount?.number === 1) return [];
    if (objective === undefined || amount === undefined || amount.number < 0) {
      if (amount?.number !== 100)
        this.reading.leave(
          each.place,
          'Weight',
          text,
          objective === undefined ? 'only a key result has one here' : 'no number',
        );
      return [];
    }
    const weights = this.weightsIn(objective.item);
    if (weights.has(undefined)) {
      this.reading.leave(each.place, 'Weight', text, 'not all key results of its objective have one');
      return [];
    }
    return weights.size === 1 ? [] : [`weight ${amount.written}`];
  }

  private readonly weights = new Map<SourceItem, ReadonlySet<number | undefined>>();
  private weightsIn(objective: SourceItem): ReadonlySet<number | undefined> {
    const known =
      this.weights.get(objective) ??
      new Set((this.keyResults.get(objective) ?? []).map(({ fields }) => amountOf(fields.weight ?? '')?.number));
    this.weights.set(objective, known);
    return known;
  }

  private statusOfWork({ item: each, kind }: Home, words: string[]): string[] {
    const { status = '' } = each.fields;
    if (kind !== 'initiative' || status === '') return [];
    const work = this.reading.workStatus(status);
    if (work !== undefined) return [work];
    words.push(`Status: ${oneLine(status)}`);
    this.reading.leave(each.place, 'Status', status, 'no state of work, and it is kept as words');
    return [];
  }

  private tagsOf({ fields, place }: SourceItem, kind: ItemKind): string[] {
    const lines: string[] = [];
    const tags = (fields.tags ?? '')
      .split(/[,;\n]/)
      .map(tag => tag.trim().toLowerCase().replace(/^#/, '').replace(/\s+/g, '-'));
    const sound = tags.filter(tag => tag !== '' && isSound(`tags ${tag}`, 'kr'));
    for (const tag of tags.filter(tag => tag !== '' && !sound.includes(tag)))
      this.reading.leave(place, 'Tag', tag, 'no word that can be a tag');
    if (sound.length > 0) lines.push(`tags ${sound.join(', ')}`);
    const link = (fields.link ?? '').trim();
    if (link !== '' && isSound(`link ${link}`, kind === 'key result' ? 'kr' : kind)) lines.push(`link ${link}`);
    else if (link !== '') this.reading.leave(place, 'Link', link, 'no address of a page');
    return lines;
  }

  /** What the source measures by is kept where the title does not say it already, and what could not be read. */
  private leftWords({ item: each, kind }: Home, unread: readonly TextField[]): string[] {
    const { fields, place } = each;
    const words: string[] = [];
    const metric = oneLine(fields.metric ?? '');
    if (metric !== '' && !each.title.toLowerCase().includes(metric.toLowerCase())) words.push(`Measured by: ${metric}`);
    const unused = kind === 'key result' ? unread : (['start', 'target', 'unit'] as const);
    for (const field of unused) {
      if (kind === 'kpi' && field === 'target' && healthOf(fields) !== undefined) continue;
      const text = oneLine(fields[field] ?? '');
      if (text === '' || (field === 'unit' && kind !== 'key result')) continue;
      words.push(`${fieldNames[field]}: ${text}`);
      const isValue = field !== 'unit' && amountOf(text) !== undefined;
      const unreadable = isValue ? 'a line that is held has none' : 'no value that can be read';
      const why = kind === 'key result' ? unreadable : `${kindName[kind]} has none`;
      this.reading.leave(place, fieldNames[field], text, `${why}, and it is kept as words`);
    }
    if (kind === 'objective' && (fields.current ?? '') !== '')
      this.reading.leave(place, 'Current value', fields.current ?? '', 'an objective has none: its key results have');
    if (kind === 'initiative')
      for (const field of ['progress', 'current', 'score', 'confidence', 'note'] as const) {
        const text = oneLine(fields[field] ?? '');
        if (text === '') continue;
        words.push(`${fieldNames[field]}: ${text}`);
        this.reading.leave(place, fieldNames[field], text, 'an initiative has none, and it is kept as words');
      }
    return words;
  }
}

/** `at least 96` of a KPI is the line where it is healthy. */
function healthOf({ target = '', unit = '' }: SourceItem['fields']): string[] | undefined {
  if (!/^(?:at least|at most|above|below)\b/i.test(target)) return undefined;
  const [, bound = '', number = ''] = /^(\D+?)\s*(\S.*)$/.exec(target.toLowerCase()) ?? [];
  const line = `healthy ${bound} ${withUnit(number, unitOf(unit))}`;
  return isSound(line, 'kpi') ? [line] : undefined;
}

/** In the order of the source: `row 2` before `row 10`. */
function inOrder(remarks: readonly Remark[]): Remark[] {
  const key = ({ place }: Remark) => place.replace(/\d+/g, digits => digits.padStart(9, '0'));
  return remarks
    .map(remark => ({ remark, key: key(remark) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ remark }) => remark);
}

const kindName: Readonly<Record<ItemKind, string>> = {
  objective: 'an objective',
  'key result': 'a key result',
  kpi: 'a KPI',
  initiative: 'an initiative',
};
