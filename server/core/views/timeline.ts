/**
 * The cycle from its first day to its last: how much is gone, and when somebody checked in.
 */
import { h, type JSX } from 'preact';
import { checkInDays } from '../reports/check-in-days.ts';
import { type Journey, lengthOf } from '../reports/journey.ts';
import type { Report } from '../reports/report.ts';
import { count, day, daysBetween, monthsBetween } from '../wording/words.ts';
import { at } from './scale.ts';

/** How near to an end today's label begins there instead of being centred, as a share. */
const EDGE = 0.12;
/** How near to an end a month's name would run into the end's date. */
const MONTH_EDGE = 0.14;
/** Beyond so many months their names would run into each other. */
const MOST_MONTHS = 6;

interface TimelineProps {
  readonly report: Report;
  /** Where one can look back, a slider is drawn over it, which says itself which day is looked at. */
  readonly journey?: Journey;
  /** That day; null: today. */
  readonly day?: string | null;
}

export function Timeline({ report, journey, day: looked = null }: TimelineProps): JSX.Element | null {
  const { start, end } = report.cycle;
  const { today } = journey ?? report;
  if (start === null || end === null || start >= end) return null;
  // Where one can look back, its days stand under the slider's.
  const length = journey === undefined ? daysBetween(start, end) : lengthOf(journey);
  const share = (date: string) => Math.min(1, Math.max(0, daysBetween(start, date) / length));
  const now = share(looked ?? today);
  const isRunning = today >= start && today <= end;
  const days = (journey?.checkInDays ?? checkInDays(report)).filter(date => date >= start && date <= end);
  const label = `${day(start, today)} to ${day(end, today)}, ${today > end ? 'ended' : `today is ${day(today, today)}`}; ${
    days.length === 0 ? 'no check-ins yet' : `check-ins on ${count(days.length, 'day')}`
  }`;
  return h(
    'svg',
    journey === undefined
      ? { class: 'timeline', role: 'img', 'aria-label': label }
      : { class: 'timeline', 'aria-hidden': 'true' },
    (isRunning || looked !== null) &&
      h(
        'text',
        { class: 'now', x: at(now), y: '0.9em', 'text-anchor': anchor(now) },
        looked === null ? `today, ${day(today, today)}` : day(looked, today),
      ),
    h('line', { class: 'track', x1: 0, x2: '100%', y1: '1.9em', y2: '1.9em' }),
    now > 0 && h('line', { class: 'gone', x1: 0, x2: at(now), y1: '1.9em', y2: '1.9em' }),
    months(start, end, share).map(month =>
      h('line', { class: 'month', x1: at(month.share), x2: at(month.share), y1: '1.55em', y2: '2.25em' }),
    ),
    days.map(date =>
      h(
        'circle',
        { class: 'round', cx: at(share(date)), cy: '1.9em', r: '.24em' },
        h('title', null, `Checked in on ${day(date, today)}`),
      ),
    ),
    looked !== null &&
      isRunning &&
      h('line', { class: 'real', x1: at(share(today)), x2: at(share(today)), y1: '1.3em', y2: '2.5em' }),
    journey === undefined && isRunning && h('circle', { class: 'today', cx: at(now), cy: '1.9em', r: '.42em' }),
    h('text', { x: 0, y: '3.5em', 'text-anchor': 'start' }, day(start, today)),
    months(start, end, share)
      .filter(month => month.share > MONTH_EDGE && month.share < 1 - MONTH_EDGE)
      .map(month =>
        h('text', { class: 'month-name', x: at(month.share), y: '3.5em', 'text-anchor': 'middle' }, month.name),
      ),
    h('text', { x: '100%', y: '3.5em', 'text-anchor': 'end' }, day(end, today)),
  );
}

function months(start: string, end: string, share: (date: string) => number): { share: number; name: string }[] {
  const firsts = monthsBetween(start, end);
  if (firsts.length > MOST_MONTHS) return [];
  return firsts.map(first => ({ share: share(first), name: day(first, first) }));
}

function anchor(share: number): 'start' | 'middle' | 'end' {
  if (share < EDGE) return 'start';
  return share > 1 - EDGE ? 'end' : 'middle';
}
