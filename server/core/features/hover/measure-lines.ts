/** What a key result's measure says: the value, the way, the target, the steps, what it takes and where it leads. */

import type { FromToMeasure, KeepMeasure, MilestonesMeasure } from '../../model/elements.ts';
import type { KeyResultEntry } from '../../model/entry.ts';
import type { KeyResultStanding } from '../../scores/key-result.ts';
import { heldValues, isDone, type PendingReason } from '../../scores/progress.ts';
import { showPercent, showScore } from '../../scores/rounding.ts';
import { newest, valuesOf } from '../../scores/series.ts';
import { unitOfChange } from '../../scores/value-text.ts';
import { weekly } from '../../wording/weekly.ts';
import type { FeatureContext } from '../context.ts';
import { plain } from '../markdown.ts';
import { bare, count, estimate, fromToday, holdInWords, quantity, shortDay } from '../words.ts';

type Fact = readonly [label: string, text: string | undefined];

const PENDING: Readonly<Record<PendingReason, string>> = {
  'no-value': 'none yet',
  'unknown-measure': 'counts once there is a number for the `?`',
  'beyond-target': 'it was beyond its target on the first day: give it a baseline, `from A to B`',
  'nothing-to-reach': 'there is nothing to reach: baseline and target are the same',
  'no-weight': 'its milestones weigh nothing',
};

/** @param source the key result whose measure counts: itself, or the one it follows */
export function measureLines(context: FeatureContext, source: KeyResultEntry, standing: KeyResultStanding): Fact[] {
  const { measure } = standing;
  if (standing.dropped !== undefined && standing.value === undefined && measure?.kind !== 'milestones') return [];
  switch (measure?.kind) {
    case 'from-to':
      return wayLines(context, source, standing, measure);
    case 'keep':
      return keepLines(context, source, standing, measure);
    case 'milestones':
      return stepLines(context, standing, measure);
    case undefined:
      return standing.judged || standing.dropped !== undefined
        ? []
        : [
            [
              'Measure',
              'none: `from A to B`, `to B`, `keep at least A`, or a `milestone`; until then it counts in no mean',
            ],
          ];
  }
}

function wayLines(
  context: FeatureContext,
  source: KeyResultEntry,
  standing: KeyResultStanding,
  measure: FromToMeasure,
): Fact[] {
  const today = context.workspace.today.get();
  const { progress, pending, period, paceNeeded, forecast } = standing;
  const { unit, to } = measure;
  const outside = progress !== undefined && (progress > 1 || progress < 0) && pending === undefined;
  const way = outside ? `, ${showPercent(progress)} of the way` : '';
  const end = period.last === undefined ? 'at the end' : `on ${shortDay(period.last, today)}`;
  const needed = paceNeeded === undefined || paceNeeded === 0 || to === null ? undefined : paceNeeded;
  const reached =
    forecast?.reached === undefined || forecast.reached <= today
      ? ''
      : `, there on ${shortDay(forecast.reached, today)}`;
  const short =
    forecast !== undefined && forecast.reached === undefined && to !== null ? `, short of ${bare(to, unit)}` : '';
  return [
    ['Value', `${valueText(standing, unit, today)}${way}`],
    ['Target', targetText(source, standing, measure, today)],
    [
      'Pace needed',
      needed === undefined
        ? undefined
        : weekly(`${needed > 0 ? '+' : ''}${estimate(needed, unitOfChange(unit))}`, unit),
    ],
    ['Forecast', forecast === undefined ? undefined : `${estimate(forecast.value, unit)} ${end}${reached || short}`],
  ];
}

/** `41 points on 14 Nov, 7 days ago` */
function valueText({ value, valueDay, pending }: KeyResultStanding, unit: string, today: number): string {
  const why = pending === undefined ? '' : PENDING[pending];
  if (value === undefined || valueDay === undefined) return why;
  const text = `${quantity(value, unit)} on ${shortDay(valueDay, today)}, ${fromToday(valueDay, today)}`;
  return why === '' ? text : `${text}; ${why}`;
}

/** Only where it was moved: `48 points since 16 Nov, (50 before, against which it would be 0.50): The survey …`. */
function targetText(
  { keyResult }: KeyResultEntry,
  { firstTargetScore }: KeyResultStanding,
  { to, unit }: FromToMeasure,
  today: number,
): string | undefined {
  const moved = newest(
    keyResult.targets.filter(target => target.to !== undefined),
    today,
  );
  const first = keyResult.measure?.kind === 'from-to' ? keyResult.measure.to : null;
  if (moved === undefined || first === to) return undefined;
  const against = firstTargetScore === undefined ? '' : `, against which it would be ${showScore(firstTargetScore)}`;
  return `${quantity(to, unit)} since ${shortDay(moved.day, today)} (${bare(first, unit)} before${against})${reason(moved.why)}`;
}

function keepLines(
  context: FeatureContext,
  { keyResult, objective }: KeyResultEntry,
  standing: KeyResultStanding,
  { hold }: KeepMeasure,
): Fact[] {
  const today = context.workspace.today.get();
  const { measure, targets } = keyResult;
  const held = measure?.kind === 'keep' ? heldValues(measure, { keyResult, values: valuesOf(standing.history) }) : [];
  const good = held.filter(Boolean).length;
  const now = held.at(-1) === undefined ? '' : held.at(-1) ? ', which holds' : ', which does not hold';
  const moved = newest(
    targets.filter(target => target.hold !== undefined),
    today,
  );
  return [
    ['Value', `${valueText(standing, hold.unit, today)}${now}`],
    ['Held', held.length === 0 ? undefined : `by ${good} of ${count(held.length, 'value')}`],
    ['Line', moved && `${holdInWords(hold)} since ${shortDay(moved.day, today)}${reason(moved.why)}`],
    [
      'Data',
      keyResult.data && standing.history.length === 0
        ? dataProblem(context, objective.file.uri, keyResult.data)
        : undefined,
    ],
  ];
}

function stepLines(context: FeatureContext, standing: KeyResultStanding, { steps }: MilestonesMeasure): Fact[] {
  const today = context.workspace.today.get();
  if (standing.pending !== undefined) return [['Steps', PENDING[standing.pending]]];
  const done = steps.filter(step => isDone(step, today));
  const next = steps.find(step => !isDone(step, today));
  const late = next?.due !== undefined && next.due < today ? ': **overdue**' : '';
  const due = next?.due === undefined ? '' : `, due ${shortDay(next.due, today)}, ${fromToday(next.due, today)}${late}`;
  return [
    ['Steps', `${done.length} of ${steps.length} done`],
    ['Next', next && `${plain(next.text)}${due}`],
  ];
}

function dataProblem(
  { workspace }: FeatureContext,
  uri: string,
  data: Parameters<typeof workspace.data.series>[1],
): string | undefined {
  const series = workspace.data.series(uri, data);
  return typeof series === 'object' && 'message' in series ? plain(series.message) : undefined;
}

function reason(why: string): string {
  return why === '' ? '' : `: ${plain(why)}`;
}
