/** The measure of a key result in the next cycle: from where it stands today to the target that is in force. */

import { unitKey } from '../../../grammar/arguments.ts';
import type { FromTo, Milestone as MilestoneNode, Statement, Value } from '../../../grammar/tree.ts';
import { toIso } from '../calendar/day.ts';
import { headingOf } from '../edits/check-in.ts';
import { writtenValue } from '../edits/written-value.ts';
import type { Day, FromToMeasure, Hold, KeepMeasure, MilestonesMeasure, Period } from '../model/elements.ts';
import type { KeyResultEntry } from '../model/entry.ts';
import type { KeyResultStanding } from '../scores/key-result.ts';
import { equals, reaches } from '../scores/tolerance.ts';
import { formatNumber, isCurrency } from '../scores/value-text.ts';

export interface CarriedMeasure {
  readonly lines: readonly string[];
  /** What of it does not go on, each as the end of a sentence that begins with what it is. */
  readonly left: readonly string[];
}

/** @param later where a due day has to lie */
export function carriedMeasure(
  goal: KeyResultEntry,
  standing: KeyResultStanding,
  what: 'keep' | 'change',
  later: (due: Day) => boolean,
): CarriedMeasure {
  const measure = standing.measure;
  switch (measure?.kind) {
    case undefined:
      return { lines: [], left: [] };
    case 'keep':
      return { lines: [what === 'change' ? openHold(measure.hold) : holdLine(goal, measure)], left: [] };
    case 'milestones':
      return milestones(goal, measure, what, later);
    case 'from-to':
      return { lines: [fromTo(goal, measure, standing, what)], left: [] };
  }
}

function fromTo(goal: KeyResultEntry, measure: FromToMeasure, standing: KeyResultStanding, what: 'keep' | 'change') {
  const { value, progress } = standing;
  // A target that is met already would lead back.
  const isOpen = what === 'change' || measure.to === null || (progress !== undefined && reaches(progress, 1));
  const by = openBy(goal);
  if (by !== undefined && what === 'keep' && measure.to === null)
    return `from ${value === undefined ? '?' : number(goal, value, measure.unit)} by ${by}`;
  const to = isOpen ? '?' : number(goal, measure.to as number, measure.unit);
  if (measure.fromNothing && (value === undefined || equals(value, 0))) return `to ${to}`;
  if (value === undefined) return `from ? to ${to}`;
  // `from 41 to 48 points`: a side without a unit takes the other's.
  const isBare = !isOpen && !isCurrency(measure.unit) && !/^[%x]/.test(measure.unit);
  return `from ${isBare ? plain(value) : number(goal, value, measure.unit)} to ${to}`;
}

/** `25%` of `from ? by 25%`, which is a target as soon as there is a baseline. */
function openBy(goal: KeyResultEntry): string | undefined {
  const node = headingOf(goal).body.find((each): each is FromTo => each.kind === 'from');
  if (node?.by === undefined || node.from?.number !== null) return undefined;
  return goal.objective.block.text.slice(node.by.start, node.by.end);
}

function holdLine(goal: KeyResultEntry, { hold: { bound, low, high, unit } }: KeepMeasure): string {
  const text = (value: number | null) => (value === null ? '?' : number(goal, value, unit));
  return bound === 'between' ? `keep between ${text(low)} and ${text(high)}` : `keep ${bound} ${text(low ?? high)}`;
}

function openHold({ bound }: Hold): string {
  return bound === 'between' ? 'keep between ? and ?' : `keep ${bound} ?`;
}

function milestones(
  goal: KeyResultEntry,
  { steps }: MilestonesMeasure,
  what: 'keep' | 'change',
  later: (due: Day) => boolean,
): CarriedMeasure {
  const { text } = goal.objective.block;
  const nodes = headingOf(goal).body.filter((each): each is MilestoneNode => each.kind === 'milestone');
  const lines: string[] = [];
  const left: string[] = [];
  for (const [at, { due, done }] of steps.entries()) {
    const node = nodes[at];
    if (node === undefined || done !== false) continue;
    const name = `its milestone “${node.prose?.text ?? ''}”`;
    if (what === 'change') left.push(`${name}: another one is to take its place`);
    if (what === 'change') continue;
    const words = ['milestone'];
    if (due !== undefined && later(due)) words.push(`due ${toIso(due)}`);
    else if (due !== undefined) left.push(`\`due ${toIso(due)}\` of ${name}: the day is not in the next cycle`);
    if (node.weight !== undefined) words.push(`weight ${text.slice(node.weight.start, node.weight.end)}`);
    lines.push(words.join(' ') + (node.prose === undefined ? '' : `: ${node.prose.text}`));
  }
  return { lines, left };
}

/** With its unit: as it stands somewhere in the key result, else written as its neighbours are. */
function number(goal: KeyResultEntry, value: number, unit: string): string {
  const { block } = goal.objective;
  const heading = headingOf(goal);
  const known = heading.body
    .flatMap(valuesOf)
    .findLast(each => each?.number === value && unitKey(each.unit) === unitKey(unit));
  if (known !== undefined) return block.text.slice(known.start, known.end);
  return writtenValue(plain(value), unit, heading, block);
}

function valuesOf(node: Statement): (Value | undefined)[] {
  switch (node.kind) {
    case 'from':
      return [node.from, node.to];
    case 'to':
      return [node.to];
    case 'target':
    case 'checkin':
      return [node.value];
    default:
      return [];
  }
}

function plain(value: number): string {
  return formatNumber(value).replace('−', '-');
}

/** Whether a day still lies ahead, in the next cycle. */
export function laterThan(today: Day, { first, last }: Period, cycle: Period): (due: Day) => boolean {
  const from = first ?? (cycle.last === undefined ? undefined : cycle.last + 1) ?? today;
  return due => due >= from && due >= today && (last === undefined || due <= last);
}
