/** An element in its place: in a file, under headings. It lives as long as what others can see of it stays the same. */
import type { Block } from '../../../grammar/document.ts';
import { Cell } from './cells.ts';
import type { Cycle, Element, Initiative, KeyResult, Kpi, Objective, Person, Team } from './elements.ts';
import type { OkrFile } from './file.ts';
import { refToText } from './ref-text.ts';

/** What the headings above say. undefined: there is no such heading; null: there is one that cannot be read. */
export interface Heading {
  readonly team: string | null | undefined;
  /** As written. */
  readonly cycle: string | null | undefined;
}

export class Entry<E extends Element = Element> {
  readonly file: OkrFile;
  readonly team: string | null | undefined;
  readonly cycle: string | null | undefined;
  /** What others can see of it (`surfaceOf`). */
  readonly surface: string;
  /** Which of the statements at the block's first level it is; nearly always the only one. */
  readonly index: number;
  readonly facts: Cell<E>;
  /** The block that it stands in now. */
  block: Block;

  constructor(file: OkrFile, block: Block, index: number, element: E, heading: Heading) {
    this.file = file;
    this.block = block;
    this.index = index;
    this.facts = new Cell(element);
    this.team = heading.team;
    this.cycle = heading.cycle;
    this.surface = surfaceOf(element, heading);
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

/** What a reference can mean. */
export type Goal = ObjectiveEntry | KeyResultEntry;

export function isKeyResult(goal: Goal): goal is KeyResultEntry {
  return 'keyResult' in goal;
}
export function objectiveOf(goal: Goal): ObjectiveEntry {
  return isKeyResult(goal) ? goal.objective : goal;
}

/** The heading that counts for an element: its own statements first; a KPI is in no cycle, and a person in no team. */
export function headingOf(element: Element, above: Heading): Heading {
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
export function surfaceOf(element: Element, { team, cycle }: Heading): string {
  // Joined, not added up: a string that is put together by `+` keeps all its parts, and there are many of these.
  return [
    element.type,
    team === null ? '?' : (team ?? ''),
    cycle === null ? '?' : (cycle ?? ''),
    ...appearanceOf(element),
  ].join(' ');
}

function appearanceOf(element: Element): readonly (string | number)[] {
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
        element.keyResults.map(each => `${each.name ?? ''}${pointersOf(each)}`).join(),
        element.pauses.map(({ what, day }) => `${what}${day}`).join(),
      ];
    default:
      return [element.name ?? '', pointersOf(element)];
  }
}

type Pointers = Partial<Pick<KeyResult, 'supports' | 'needs' | 'follows' | 'kpi'>>;

/** What can lead round in a circle. */
function pointersOf({ supports = [], needs = [], follows, kpi }: Pointers): string {
  if (supports.length + needs.length === 0 && follows === undefined && kpi === undefined) return '';
  const refs = [supports.map(refToText), needs.map(({ ref }) => refToText(ref)), follows && refToText(follows)];
  return `(${[...refs, kpi && refToText(kpi)].join(';')})`;
}
