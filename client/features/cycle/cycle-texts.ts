/** What the status bar says of the cycle that runs. */
import type { TodayAnswer } from '../../../server/core/requests/outline.ts';
import { percent, score } from '../../../server/core/wording/words.ts';

type Cycle = NonNullable<TodayAnswer['cycle']>;

/** `2026-Q4 · 56% of the time · 0.35` */
export function cycleText({ id, elapsed, score: made }: Cycle): string {
  const time = elapsed === null ? [] : elapsed >= 1 ? ['over'] : [`${percent(elapsed)} of the time`];
  return [id, ...time, ...(made === null ? [] : [score(made)])].join(' · ');
}

/** Its lines: title, standing, days left, what a click does. */
export function cycleTooltip({ id, title, standing, daysLeft, score: made }: Cycle): string {
  const left =
    daysLeft === null
      ? []
      : [daysLeft === 0 ? 'the last day' : daysLeft === 1 ? '1 day left' : `${daysLeft} days left`];
  return [
    title === '' || title === id ? id : `${id} ${title}`,
    [...(made === null ? [] : [`Score ${score(made)}, ${standing}`]), ...left].join(' · '),
    'Click to open the preview',
  ]
    .filter(line => line !== '')
    .join('\n');
}
