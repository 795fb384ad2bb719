/**
 * How everything stood on another day of the cycle: its timeline as a slider, the way from check-in to check-in, and
 * what says that one looks back.
 */
import { h, type JSX } from 'preact';
import { daysTo, type Journey, lengthOf } from '../reports/journey.ts';
import type { Report } from '../reports/report.ts';
import { count, daysBetween, fullDay } from '../wording/words.ts';
import { Timeline } from './timeline.ts';

export interface Travel {
  readonly journey: Journey;
  /** Where the slider stands, while the report of that day may be on its way; null: today. */
  readonly day: string | null;
  readonly playing: boolean;
}

export function TimeTravel({ travel, report }: { readonly travel: Travel; readonly report: Report }): JSX.Element {
  const { journey, day, playing } = travel;
  const { checkInDays } = journey;
  return h(
    'div',
    { class: 'travel', role: 'group', 'aria-label': 'Look back' },
    h(
      'div',
      { class: 'travel-ways' },
      h(WayButton, { way: 'back', name: 'To the check-in before' }),
      h(WayButton, { way: playing ? 'pause' : 'play', name: playing ? 'Pause' : 'Play the cycle up to today' }),
      h(WayButton, { way: 'on', name: 'To the next check-in' }),
    ),
    h(
      'div',
      { class: 'travel-days' },
      h(Timeline, { report, journey, day }),
      h('input', {
        type: 'range',
        name: 'day',
        'aria-label': 'Day to look at',
        'aria-valuetext': day === null ? 'today' : fullDay(day),
        min: 0,
        max: lengthOf(journey),
        step: 1,
        list: 'check-in-days',
        value: daysTo(journey, day),
      }),
      h(
        'datalist',
        { id: 'check-in-days' },
        checkInDays.map(each => h('option', { key: each, value: daysTo(journey, each) })),
      ),
    ),
  );
}

/** null where one looks at today. */
export function LookingBack({
  asOf,
  today,
}: {
  readonly asOf: string | null;
  readonly today: string;
}): JSX.Element | null {
  if (asOf === null) return null;
  return h(
    'section',
    { class: 'looking-back', 'aria-label': 'Another day' },
    h('p', null, 'As it stood on ', h('b', null, fullDay(asOf)), `, ${count(daysBetween(asOf, today), 'day')} ago.`),
    ' ',
    h('button', { type: 'button', class: 'button', 'data-way': 'today' }, 'Back to today'),
  );
}

const WAYS = {
  back: 'M11 3.5 5.5 8 11 12.5ZM4 3.5v9',
  play: 'M5 3l8 5-8 5Z',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  on: 'M5 3.5 10.5 8 5 12.5ZM12 3.5v9',
} as const;

function WayButton({ way, name }: { readonly way: keyof typeof WAYS; readonly name: string }): JSX.Element {
  return h(
    'button',
    { type: 'button', class: 'way-button', 'data-way': way, 'aria-label': name, title: name },
    h('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' }, h('path', { d: WAYS[way] })),
  );
}
