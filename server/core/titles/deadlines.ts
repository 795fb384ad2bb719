/** When a title says that it is to be true: `in 12 months`, `by year-end`, `by end of March`, `in Q4`, `by March 4`. */
import { type PointAt, pointAt } from './calendar-points.ts';
import { numeralOf } from './numerals.ts';
import type { CalendarUnit, DeadlinePoint, TitleDeadline } from './reading.ts';
import { spelledAt } from './spelled-numbers.ts';
import {
  aheadWords,
  calendarUnits,
  deadlinePrepositions,
  onceVerbs,
  paceWords,
  periodParts,
} from './tables/calendar.ts';
import { type Token, tokensOf } from './tokens.ts';
import { isPlural } from './unit-words.ts';

/** The first deadline in the title, or undefined. A duration that is rather the measure (`answer within 2 days`) is none. */
export function deadlineIn(title: string): TitleDeadline | undefined {
  return deadlinesIn(tokensOf(title))[0]?.deadline;
}

export interface DeadlineAt {
  readonly deadline: TitleDeadline;
  /** Tokens: the first, and the one after. */
  readonly from: number;
  readonly to: number;
}

/** All of them, in order. */
export function deadlinesIn(tokens: readonly Token[]): DeadlineAt[] {
  const manner = mannerOf(tokens);
  const found: DeadlineAt[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const deadline = deadlineAt(tokens, at, manner);
    if (!deadline) continue;
    found.push(deadline);
    at = deadline.to - 1;
  }
  return found;
}

interface Manner {
  /** The title begins with a verb for what is done once. */
  readonly once: boolean;
  /** It speaks of how long something takes. */
  readonly pace: boolean;
}

function mannerOf(tokens: readonly Token[]): Manner {
  const first = tokens.find(token => token.type === 'word');
  return { once: onceVerbs.has(first?.lower ?? ''), pace: tokens.some(token => paceWords.has(token.lower)) };
}

function deadlineAt(tokens: readonly Token[], at: number, manner: Manner): DeadlineAt | undefined {
  const preposition = deadlinePrepositions.has(tokens[at]?.lower ?? '') ? tokens[at]?.lower : undefined;
  let from = preposition === undefined ? at : at + 1;
  if (preposition !== undefined && tokens[from]?.lower === 'the') from++;
  const duration = preposition === undefined ? undefined : durationFrom(tokens, from, preposition, manner);
  if (duration) return placed(tokens, at, duration.to, duration.point, undefined);
  const whole = periodAt(tokens, from, preposition);
  if (!whole || !isDeadline(tokens, whole, preposition)) return undefined;
  return placed(tokens, at, whole.to, whole.point, whole.part);
}

interface PartAt extends PointAt {
  readonly part: 'start' | 'middle' | 'end' | undefined;
}

function periodAt(tokens: readonly Token[], from: number, preposition: string | undefined): PartAt | undefined {
  const direct = pointAt(tokens, from);
  if (direct) return { ...direct, part: direct.end ? 'end' : undefined };
  const part = periodParts.at(tokens, from);
  if (!part) return undefined;
  const after = from + part.length;
  const inner =
    pointAt(tokens, tokens[after]?.lower === 'the' ? after + 1 : after) ?? bareUnit(tokens, after, preposition);
  return inner && { ...inner, part: part.value };
}

/** `by the end of the year` is in the table; `by the end of next year` is a point; this is `end of quarter` and its like. */
function bareUnit(tokens: readonly Token[], at: number, preposition: string | undefined): PointAt | undefined {
  const unit = calendarUnits.get(tokens[at]?.lower ?? '');
  if (!unit || preposition === undefined || (tokens[at]?.lower ?? '').endsWith('s')) return undefined;
  return { point: { type: 'current', unit, ahead: 0 }, to: at + 1 };
}

/** Without a preposition only what can hardly be anything else; with `for`, `on`, `over` and `to` only dates and periods. */
function isDeadline(tokens: readonly Token[], whole: PartAt, preposition: string | undefined): boolean {
  const { point } = whole;
  if (preposition === undefined) return point.type === 'current' || (whole.part === 'end' && point.type !== 'year');
  if (preposition === 'to' || preposition === 'over') return false;
  if (preposition === 'at') return whole.part !== undefined;
  if (preposition === 'for') return point.type === 'current' && tokens[whole.to] === undefined;
  if (preposition === 'on') return point.type === 'date';
  const next = tokens[whole.to];
  const names = point.type === 'year' && next !== undefined && next.type === 'word' && isPlural(next);
  return !names && !(point.type === 'quarter' && next?.glued === true && next.text === '-');
}

function durationFrom(
  tokens: readonly Token[],
  from: number,
  preposition: string,
  manner: Manner,
): { point: DeadlinePoint; to: number } | undefined {
  if (!/^(?:in|within|over|during|for)$/u.test(preposition)) return undefined;
  const ahead = aheadWords.has(tokens[from]?.lower ?? '');
  const count = countAt(tokens, ahead ? from + 1 : from);
  const word = count && tokens[count.to];
  const unit = word && calendarUnits.get(word.lower);
  if (!count || !word || !unit || /[-/]/u.test(tokens[count.to + 1]?.text ?? '')) return undefined;
  if (!ahead && !speaksOfDeadline(preposition, unit, count.value, manner)) return undefined;
  const to = /^of$/u.test(tokens[count.to + 1]?.lower ?? '') ? undefined : count.to + 1;
  return to === undefined ? undefined : { point: { type: 'duration', count: count.value, unit }, to };
}

/** Fewer days than this are how long something takes, rather than how long there is. */
const MANY_DAYS = 30;

function speaksOfDeadline(preposition: string, unit: CalendarUnit, count: number, { once, pace }: Manner): boolean {
  if (preposition !== 'in' && preposition !== 'within') return false;
  if (pace) return false;
  if (unit === 'day') return once && count >= MANY_DAYS;
  if (unit === 'week') return once;
  return once || preposition === 'in';
}

function countAt(tokens: readonly Token[], at: number): { value: number; to: number } | undefined {
  const token = tokens[at];
  if (token?.type !== 'number') return spelledAt(tokens, at);
  const numeral = numeralOf(token.text);
  return numeral && { value: numeral.value, to: tokens[at + 1]?.text === '-' ? at + 2 : at + 1 };
}

function placed(
  tokens: readonly Token[],
  from: number,
  to: number,
  point: DeadlinePoint,
  part: TitleDeadline['part'],
): DeadlineAt {
  const span = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
  return { deadline: { ...point, ...(part === undefined ? {} : { part }), span }, from, to };
}
