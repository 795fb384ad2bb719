/** Moves the target of a key result, or the line that it holds, from a day on: what it was before stays written. */
import type { TargetChange as TargetLine } from '../../../grammar/tree.ts';
import type { FeatureContext } from '../features/context.ts';
import { unitOf } from '../features/words.ts';
import type { Day, Hold, Measure } from '../model/elements.ts';
import { type Goal, isKeyResult, type KeyResultEntry } from '../model/entry.ts';
import { holdInWords } from '../reports/measure-report.ts';
import { measureOn } from '../scores/target.ts';
import { equals } from '../scores/tolerance.ts';
import { formatValue } from '../scores/value-text.ts';
import { headingOf, refuseToFollow } from './check-in.ts';
import { misread } from './fact-insertion.ts';
import { factOf, type Happening, refuseUnlessOpen, refuseWhileDropped, type Told } from './happening.ts';
import { Refusal } from './insertion.ts';
import { writtenValue } from './written-value.ts';

/**
 * `target DATE VALUE: Why`; for a `keep` with the line: `target DATE at least 99.5%: Why`
 * @param typed `48`, `48 points`, `at least 99.5%`, `between 3% and 5%`; of a line the number alone will do
 * @throws Refusal where it is the target that day already, or cannot be read
 */
export function moveTarget(context: FeatureContext, goal: Goal, told: Told, typed: string): Happening {
  const { keyResult, measure } = movable(context, goal, told);
  const present = targetText(measure);
  const value = targetWords(typed.trim().replace(/\s+/g, ' '), measure, keyResult);
  const happening = placeTarget(keyResult, told, value);
  if (isSameTarget(measure, happening.read)) throw new Refusal(`Its target is ${present} already: say another one.`);
  return happening;
}

/** The same with the present target, for somebody to write over. */
export function draftTarget(context: FeatureContext, goal: Goal, told: Told): Happening {
  const { keyResult, measure } = movable(context, goal, told);
  return placeTarget(keyResult, told, targetWords(targetText(measure), measure, keyResult));
}

/** The target in force on a day: `48 points`, `at least 99.9%`; undefined where it has none that could move. */
export function targetOn(goal: Goal, day: Day): string | undefined {
  const measure = isKeyResult(goal) ? measureOf(goal, day) : undefined;
  return measure === undefined || measure.kind === 'milestones' || isOpen(measure) ? undefined : targetText(measure);
}

function measureOf({ keyResult: { measure, targets } }: KeyResultEntry, day: Day): Measure | undefined {
  return measure && measureOn(measure, targets, day);
}

type Movable = Exclude<Measure, { kind: 'milestones' }>;

function movable(
  context: FeatureContext,
  goal: Goal,
  told: Told,
): { readonly keyResult: KeyResultEntry; readonly measure: Movable } {
  if (!isKeyResult(goal)) throw new Refusal('An objective has no target: its key results have.');
  refuseUnlessOpen(context, goal, told);
  refuseToFollow(goal, 'measure and target', 'change them');
  refuseWhileDropped(context, goal, told.day, ': take it up again first.');
  const measure = measureOf(goal, told.day);
  if (measure === undefined) throw new Refusal('It has no measure yet, and so no target: write one, `from A to B`.');
  if (measure.kind === 'milestones')
    throw new Refusal('Its milestones are its target: add one, or give one another `due`.');
  if (isOpen(measure))
    throw new Refusal('Its target is not known yet: write it in the measure, in the place of the `?`.');
  return { keyResult: goal, measure };
}

function isOpen(measure: Movable): boolean {
  return measure.kind === 'from-to' ? measure.to === null : measure.hold.low === null && measure.hold.high === null;
}

function targetText(measure: Movable): string {
  return measure.kind === 'keep' ? holdInWords(measure.hold) : formatValue(measure.to, measure.unit);
}

const line = /^(at least|at most|above|below) (.+)$/i;
const both = /^between (.+) and (.+)$/i;

function targetWords(typed: string, measure: Movable, goal: KeyResultEntry): string {
  if (typed === '') throw new Refusal('Say where the target is to be from now on.');
  const value = (text: string) => writtenValue(text, unitOf(measure), headingOf(goal), goal.objective.block);
  if (measure.kind !== 'keep') return value(typed);
  const [, low, high] = both.exec(typed) ?? [];
  if (low !== undefined && high !== undefined) return `between ${value(low)} and ${value(high)}`;
  const [, bound = '', end] = line.exec(typed) ?? [];
  if (end !== undefined) return `${bound.toLowerCase()} ${value(end)}`;
  if (measure.hold.bound === 'between')
    throw new Refusal(`It holds two ends: say both, as in \`${holdInWords(measure.hold)}\`.`);
  return `${measure.hold.bound} ${value(typed)}`;
}

function placeTarget(goal: KeyResultEntry, told: Told, value: string): Happening & { readonly read: TargetLine } {
  const { edits, uri, line, read, written } = factOf(goal, 'target', told, { value });
  const target = read as unknown as TargetLine;
  if (written(target.hold ?? target.value) !== value) throw misread(written(read));
  return { edits, uri, line, read: target };
}

function isSameTarget(measure: Movable, { value, hold }: TargetLine): boolean {
  if (measure.kind === 'from-to') return isSameNumber(measure.to, value?.number);
  const { bound, low, high }: Hold = measure.hold;
  if (hold?.bound !== bound) return false;
  return bound === 'between'
    ? isSameNumber(low, hold.value?.number) && isSameNumber(high, hold.upper?.number)
    : isSameNumber(low ?? high, hold.value?.number);
}

function isSameNumber(one: number | null, other: number | null | undefined): boolean {
  return one !== null && typeof other === 'number' && equals(one, other);
}
