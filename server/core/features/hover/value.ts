/** What a number means where it stands: how far on the way it is, what changed, whether a line holds. */
import type { Statement } from '../../../../grammar/tree.ts';
import type { Day, Measure } from '../../model/elements.ts';
import type { KeyResultEntry } from '../../model/entry.ts';
import { holds } from '../../scores/hold.ts';
import type { KeyResultStanding } from '../../scores/key-result.ts';
import { expectedProgress } from '../../scores/pace.ts';
import { knownWay, measuredProgress, shareOfWay } from '../../scores/progress.ts';
import { showPercent, showScore } from '../../scores/rounding.ts';
import { valuesOf } from '../../scores/series.ts';
import { measureOn } from '../../scores/target.ts';
import { cut } from '../../scores/tolerance.ts';
import type { FeatureContext } from '../context.ts';
import { bar, blocks, facts } from '../markdown.ts';
import type { Part } from '../parts.ts';
import { bare, change, holdInWords, quantity, shortDay, unitOf } from '../words.ts';

type ValuePart = Extract<Part, { is: 'value' }>;

/** A value of a key result; undefined where it says no more than it shows. */
export function valueCard(
  context: FeatureContext,
  { value, role }: ValuePart,
  statement: Statement,
  entry: KeyResultEntry,
): string | undefined {
  const standing = context.standings.keyResult(entry);
  const { measure } = entry.keyResult;
  if (standing === undefined || measure === undefined) return undefined;
  if (value.number === null) return 'Not known yet: there is no progress until it is';
  const unit = value.unit === '' || role === 'change' ? unitOf(measure) : value.unit;
  const shown = `**${quantity(value.number, unit)}**`;
  const today = context.workspace.today.get();
  switch (statement.kind) {
    case 'checkin': {
      const day = statement.date?.day;
      return day === undefined
        ? undefined
        : checkinValue(context, entry, standing, { day, value: value.number, shown });
    }
    case 'plan': {
      const day = statement.date?.day;
      if (day === undefined) return undefined;
      const way = wayTo(value.number, measureOn(measure, entry.keyResult.targets, day));
      return blocks(
        `${shown} ${day < today ? 'was' : 'is'} the plan for ${shortDay(day, today)}${way}`,
        nowLine(standing, today),
      );
    }
    case 'target': {
      const day = statement.date?.day;
      return day === undefined ? undefined : targetValue(entry, standing, { day, shown, today });
    }
    case 'from':
    case 'to':
      return wayValue(entry, standing, { role, shown, today });
    case 'keep':
      return blocks(
        `Hold ${measure.kind === 'keep' ? `**${holdInWords(measure.hold)}**` : shown} all the time`,
        nowLine(standing, today),
      );
    default:
      return undefined;
  }
}

interface DayValue {
  readonly day: Day;
  readonly value: number;
  readonly shown: string;
}

function checkinValue(
  context: FeatureContext,
  entry: KeyResultEntry,
  standing: KeyResultStanding,
  at: DayValue,
): string {
  const { keyResult } = entry;
  const { day, value, shown } = at;
  const today = context.workspace.today.get();
  const measure = measureOn(keyResult.measure as Measure, keyResult.targets, day);
  const first = `${shown} on ${shortDay(day, today)}${wayTo(value, measure)}`;
  if (day > today) return blocks(first, 'It counts from that day on, and not yet today');
  const known = valuesOf(standing.history.filter(each => each.day <= day));
  const before = known.findLast(each => each.day < day);
  const moved =
    before === undefined
      ? undefined
      : `${change(value - before.value, unitOf(measure))} since ${shortDay(before.day, today)}`;
  const rhythm = context.standings.rhythm(entry);
  const progress = measuredProgress({ keyResult, values: known, period: standing.period, rhythm, today: day });
  const expected = expectedProgress({
    keyResult,
    judged: false,
    hasValue: known.length > 0,
    period: standing.period,
    today: day,
  });
  const score =
    typeof progress !== 'number'
      ? undefined
      : `${bar(cut(progress))} **${showScore(cut(progress))}** that day${expected === undefined ? '' : ` · ${showScore(expected)} expected`}`;
  return blocks(first, score, facts([['Change', moved]]));
}

/** `, 56% of the way from 32 to 48 points`, `, which holds at least 99.9%` */
function wayTo(value: number, measure: Measure): string {
  if (measure.kind === 'keep') {
    const held = holds(measure.hold, value);
    return held === undefined ? '' : `, which ${held ? 'holds' : 'does not hold'} ${holdInWords(measure.hold)}`;
  }
  if (measure.kind === 'milestones') return '';
  const way = knownWay(measure);
  if (typeof way === 'string') return '';
  const from = measure.fromNothing ? '' : `from ${bare(way.from, measure.unit)} `;
  return `, ${showPercent(shareOfWay(value, way.from, way.to))} of the way ${from}to ${quantity(way.to, measure.unit)}`;
}

function targetValue(
  { keyResult }: KeyResultEntry,
  standing: KeyResultStanding,
  { day, shown, today }: { day: Day; shown: string; today: Day },
): string {
  const before = measureOn(keyResult.measure as Measure, keyResult.targets, day - 1);
  const was =
    before.kind === 'from-to' ? bare(before.to, before.unit) : before.kind === 'keep' ? holdInWords(before.hold) : '';
  const { firstTargetScore, score } = standing;
  const against =
    firstTargetScore === undefined || score === undefined
      ? undefined
      : `**${showScore(score)}** today, and ${showScore(firstTargetScore)} against the first target`;
  return blocks(`${shown} is the target from ${shortDay(day, today)} on; before, it was ${was}`, against);
}

function wayValue(
  { keyResult }: KeyResultEntry,
  standing: KeyResultStanding,
  { role, shown, today }: { role: ValuePart['role']; shown: string; today: Day },
): string | undefined {
  const { measure } = keyResult;
  if (measure?.kind !== 'from-to') return undefined;
  if (role === 'baseline') return blocks(`${shown} is where it starts: progress 0`, nowLine(standing, today));
  if (role === 'change')
    return blocks(
      `The target is **${quantity(measure.to, measure.unit)}**, ${fromBaseline(measure)}`,
      nowLine(standing, today),
    );
  const now = standing.measure?.kind === 'from-to' ? standing.measure.to : measure.to;
  const says =
    now === measure.to
      ? 'is where it shall be: progress 1'
      : `was the target at first; now it is ${quantity(now, measure.unit)}`;
  return blocks(`${shown} ${says}`, nowLine(standing, today));
}

function fromBaseline({ from, to, unit }: Extract<Measure, { kind: 'from-to' }>): string {
  return from === null || to === null
    ? 'once the baseline is known'
    : `${change(to - from, unit)} from ${bare(from, unit)}`;
}

/** `Now 41 points, on 14 Nov: 0.56` */
function nowLine({ value, valueDay, measure, score, pending }: KeyResultStanding, today: Day): string {
  if (value === undefined || valueDay === undefined) return 'No value yet';
  const stands = score === undefined || pending !== undefined ? '' : ` · ${bar(score)} **${showScore(score)}**`;
  return `Now ${quantity(value, unitOf(measure))} on ${shortDay(valueDay, today)}${stands}`;
}
