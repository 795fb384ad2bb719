/** Days, values and standings in the words that hovers and completion share. */
import type { SaidStatus } from '../../../grammar/tree.ts';
import { calendarDate, dayInWords } from '../calendar/day.ts';
import type { Day, Hold, Measure, Period } from '../model/elements.ts';
import type { Health, ShownStatus, Verdict } from '../reports/report.ts';
import { halfUp, showPercent } from '../scores/rounding.ts';
import { formatEstimate, formatNumber, formatValue, unitOfChange } from '../scores/value-text.ts';
import { SIGNS, signed } from '../wording/signs.ts';
import { healthStanding, statusStanding } from '../wording/standing.ts';
import { count } from '../wording/words.ts';
import { plain } from './markdown.ts';

export { count };

const WEEKDAYS = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday'];

// ---- days

export function weekday(day: Day): string {
  return WEEKDAYS[((day % 7) + 7) % 7] as string;
}

/** `today`, `tomorrow`, `in 40 days`, `7 days ago`. */
export function fromToday(day: Day, today: Day): string {
  const days = day - today;
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${formatNumber(days)} days` : `${formatNumber(-days)} days ago`;
}

/** `14 Nov`, with its year where that is another. */
export function shortDay(day: Day, today: Day): string {
  return dayInWords(day, today);
}

/** `1 Oct – 31 Dec 2026` */
export function span(first: Day, last: Day): string {
  const sameYear = calendarDate(first).year === calendarDate(last).year;
  return `${sameYear ? dayInWords(first, last) : dayInWords(first)} – ${dayInWords(last)}`;
}

/** `56% gone, 40 days left`; undefined on a day that is not in it, and where an end is open. */
export function timeGone(period: Period, today: Day): string | undefined {
  const { first, last } = period;
  if (first === undefined || last === undefined || today < first || today > last) return undefined;
  const left = last - today;
  const share = last === first ? 1 : (today - first) / (last - first);
  return `${showPercent(share)} gone, ${left === 0 ? 'the last day' : `${count(left, 'day')} left`}`;
}

// ---- values

/** `41 points`; `?` for null. A unit is text from a file. */
export function quantity(value: number | null, unit: string): string {
  return plain(formatValue(value, unit));
}

/** The same for what was worked out, to about three digits. */
export function estimate(value: number, unit: string): string {
  return plain(formatEstimate(value, unit));
}

/** `+5 points`, `−12%`, `no change` */
export function change(by: number, unit: string): string {
  const rounded = Number(by.toPrecision(12));
  if (rounded === 0) return 'no change';
  const text = quantity(rounded, unitOfChange(unit));
  return `${rounded > 0 ? '+' : ''}${text}`;
}

/** A number beside another that has the unit already; a currency's sign stays with it. */
export function bare(value: number | null, unit: string): string {
  return quantity(value, /\p{Sc}$/u.test(unit) || unit === '%' ? unit : '');
}

/** `at least 99.9%`, `between 3% and 5%` */
export function holdInWords({ bound, low, high, unit }: Hold): string {
  if (bound === 'between') return `between ${bare(low, unit)} and ${quantity(high, unit)}`;
  return `${bound} ${quantity(low ?? high, unit)}`;
}

/** `from 32 to 48 points`, `to 10 clients`, `keep at least 99.9%`, `3 milestones` */
export function measureInWords(measure: Measure): string {
  switch (measure.kind) {
    case 'from-to':
      return `${measure.fromNothing ? '' : `from ${bare(measure.from, measure.unit)} `}to ${quantity(measure.to, measure.unit)}`;
    case 'keep':
      return `keep ${holdInWords(measure.hold)}`;
    case 'milestones':
      return count(measure.steps.length, 'milestone');
  }
}

/** The unit of a measure's values; empty for milestones. */
export function unitOf(measure: Measure | undefined): string {
  if (measure === undefined || measure.kind === 'milestones') return '';
  return measure.kind === 'keep' ? measure.hold.unit : measure.unit;
}

/** `7/10`, `6.5/10` */
export function ofTen(share: number): string {
  return `${formatNumber(halfUp(share * 10, 1))}/10`;
}

// ---- standings

const VERDICT: Readonly<Record<Verdict, string>> = {
  achieved: `${SIGNS.finish} achieved`,
  missed: `${SIGNS.cross} missed`,
};

/** `✓ on track`: a sign and a word, so that neither has to be told by a colour. */
export function statusInWords(status: ShownStatus | SaidStatus, verdict?: Verdict): string {
  return status === 'ended' && verdict !== undefined ? VERDICT[verdict] : signed(statusStanding(status));
}

export function healthInWords(health: Health): string {
  return health === 'unknown' ? `${SIGNS.dashed} no reading yet` : signed(healthStanding(health));
}
