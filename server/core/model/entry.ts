/** An element in its place: in a file, under headings. It lives as long as what others can see of it stays the same. */
import type { Block } from '../../../grammar/document.ts';
import type { Statement } from '../../../grammar/tree.ts';
import { Cell } from './cells.ts';
import type { Cycle, Element, Initiative, KeyResult, Kpi, Objective, Person, Team } from './elements.ts';
import type { OkrFile } from './file.ts';
import { readElement } from './read-facts.ts';
import { refToText } from './ref-text.ts';

/** What the headings above say. undefined: there is no such heading; null: there is one that cannot be read. */
export interface Heading {
  readonly team: string | null | undefined;
  /** As written. */
  readonly cycle: string | null | undefined;
}

/**
 * What `surfaceOf` and names are made of; the title, which stands on the same line; and what is continued, which moving
 * looks for.
 */
const seen = [
  'type',
  'title',
  'name',
  'handle',
  'id',
  'period',
  'team',
  'cycle',
  'parent',
  'supports',
  'needs',
  'continues',
  'follows',
  'kpi',
  'pauses',
  'status',
  'statusDay',
] as const;
type Seen = (typeof seen)[number];
/** What others can see of an element. */
export type Appearance<E = Element> = E extends { readonly keyResults: readonly (infer K)[] }
  ? Pick<E, Extract<keyof E, Seen>> & { readonly keyResults: readonly Appearance<K>[] }
  : Pick<E, Extract<keyof E, Seen>>;

/** The appearance of an element alone, which takes a third of the room. */
function appearanceOf<E extends Element>(element: E): E {
  const own = pick(element);
  if (element.type === 'objective') own['keyResults'] = element.keyResults.map(each => pick(each));
  return own as unknown as E;
}

function pick(facts: object): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const key of seen) if (key in facts) picked[key] = (facts as Record<string, unknown>)[key];
  return picked;
}

/** Facts of which only the appearance is there until somebody asks for the rest. */
class Facts<E extends Element> extends Cell<E> {
  private readonly entry: Entry;
  private isWhole: boolean;
  private titles: readonly string[] | undefined;

  constructor(entry: Entry, element: E, isWhole: boolean) {
    super(isWhole ? element : appearanceOf(element));
    this.entry = entry;
    this.isWhole = isWhole;
  }
  get appearance(): Appearance<E> {
    return this.value as unknown as Appearance<E>;
  }
  get keyResultTitles(): readonly string[] {
    this.titles ??= this.value.type === 'objective' ? this.value.keyResults.map(({ title }) => title) : [];
    return this.titles;
  }
  override get(): E {
    this.complete();
    return super.get();
  }
  override peek(): E {
    this.complete();
    return this.value;
  }
  takeOver({ value, isWhole }: Facts<E>): void {
    this.isWhole = isWhole;
    this.titles = undefined;
    this.set(value);
  }

  /** Keeps what others can see. The rest can be had again from the text; whoever has read it keeps what they read. */
  release(): void {
    if (!this.isWhole) return;
    this.isWhole = false;
    this.value = appearanceOf(this.value);
  }

  private complete(): void {
    if (this.isWhole) return;
    this.isWhole = true;
    const { block, index, file } = this.entry;
    const wasRead = block.isRead;
    this.value = readElement(rootsOf(block)[index] as Statement) as E;
    if (!file.isOpen && !wasRead) block.release();
  }
}

export class Entry<E extends Element = Element> {
  readonly file: OkrFile;
  readonly team: string | null | undefined;
  readonly cycle: string | null | undefined;
  /** What others can see of it (`surfaceOf`). */
  readonly surface: string;
  /** Which of the statements at the block's first level it is; nearly always the only one. */
  readonly index: number;
  readonly facts: Facts<E>;
  /** The block that it stands in now. */
  block: Block;

  /** @param isWhole whether the element is all that the block says; else it is what others can see (`glanceAt`) */
  constructor(file: OkrFile, block: Block, index: number, element: E, heading: Heading, isWhole = true) {
    this.file = file;
    this.block = block;
    this.index = index;
    this.facts = new Facts(this as unknown as Entry, element, isWhole);
    this.team = heading.team;
    this.cycle = heading.cycle;
    this.surface = surfaceOf(element, heading);
  }

  /** Takes the place of another that looks the same, with its text and its facts. */
  takeOver({ block, facts }: Entry<E>): void {
    this.block = block;
    this.facts.takeOver(facts);
  }
  /** What others can see of it. Nobody depends on it who asks: but for the title, another appearance is another entry. */
  get appearance(): Appearance<E> {
    return this.facts.appearance;
  }
  /** Of an objective; on no surface: `Workspace.subjects` tells of another one. */
  get keyResultTitles(): readonly string[] {
    return this.facts.keyResultTitles;
  }
  /** The facts; whoever asks depends on them. */
  get element(): E {
    return this.facts.get();
  }
}

export type ObjectiveEntry = Entry<Objective>;
export type KpiEntry = Entry<Kpi>;
export type InitiativeEntry = Entry<Initiative>;
export type TeamEntry = Entry<Team>;
export type CycleEntry = Entry<Cycle>;
export type PersonEntry = Entry<Person>;

/** A key result in its objective. */
export interface KeyResultEntry {
  readonly objective: ObjectiveEntry;
  readonly keyResult: KeyResult;
}

/** The statements at the first level of a block: its elements. */
export function rootsOf(block: Block): Statement[] {
  return block.tree.statements.filter(statement => statement.parent === undefined);
}

/** Whether two are the same key result, one of which may have been read again since. */
export function isSameKeyResult(a: KeyResultEntry, b: KeyResultEntry): boolean {
  return a.objective === b.objective && a.keyResult.line === b.keyResult.line;
}

/** What a reference can mean. */
export type Goal = ObjectiveEntry | KeyResultEntry;

export function isKeyResult(goal: Goal): goal is KeyResultEntry {
  return 'keyResult' in goal;
}
export function objectiveOf(goal: Goal): ObjectiveEntry {
  return isKeyResult(goal) ? goal.objective : goal;
}

/** The heading that counts for an element: its own statements first; a KPI is in no cycle, and a person in no team. */
export function headingOf(element: Appearance, above: Heading): Heading {
  switch (element.type) {
    case 'objective':
      return { team: element.team ?? above.team, cycle: element.cycle ?? above.cycle };
    case 'kpi':
      return { team: element.team ?? above.team, cycle: undefined };
    case 'team':
      return { team: element.name, cycle: undefined };
    case 'cycle':
      return { team: above.team, cycle: element.id };
    case 'person':
      return { team: undefined, cycle: undefined };
    case 'initiative':
      return above;
  }
}

/**
 * What others see of an element, whatever else changes in it: by which names it and its key results are found, what it
 * points to, where a name leads because of it, and whether it counts. While this stays the same, only those who read
 * its facts are told of an edit.
 */
export function surfaceOf(element: Appearance, { team, cycle }: Heading): string {
  // Joined, not added up: a string that is put together by `+` keeps all its parts, and there are many of these.
  return [
    element.type,
    team === null ? '?' : (team ?? ''),
    cycle === null ? '?' : (cycle ?? ''),
    ...partsOf(element),
  ].join(' ');
}

function partsOf(element: Appearance): readonly (string | number)[] {
  switch (element.type) {
    case 'person':
      return [element.handle];
    case 'team':
      return [element.parent ?? ''];
    case 'cycle':
      return [element.period?.first ?? '', element.period?.last ?? ''];
    case 'objective':
      return [
        element.name ?? '',
        pointersOf(element),
        element.keyResults.map(each => `${each.name ?? ''}${pointersOf(each)}${pausesOf(each)}`).join(),
        pausesOf(element),
      ];
    case 'initiative':
      return [
        element.name ?? '',
        pointersOf(element),
        element.status === 'dropped' ? `!${element.statusDay ?? ''}` : '',
      ];
    default:
      return [element.name ?? '', pointersOf(element)];
  }
}

function pausesOf({ pauses }: Pick<KeyResult, 'pauses'>): string {
  return pauses.length === 0 ? '' : `!${pauses.map(({ what, day }) => `${what}${day}`).join()}`;
}

type Pointers = Partial<Pick<KeyResult, 'supports' | 'needs' | 'follows' | 'kpi'>>;

/** What can lead round in a circle. */
function pointersOf({ supports = [], needs = [], follows, kpi }: Pointers): string {
  if (supports.length + needs.length === 0 && follows === undefined && kpi === undefined) return '';
  const refs = [supports.map(refToText), needs.map(({ ref }) => refToText(ref)), follows && refToText(follows)];
  return `(${[...refs, kpi && refToText(kpi)].join(';')})`;
}
