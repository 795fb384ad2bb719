/**
 * A line to hold: one mark for each time that somebody looked, full height where it held, a notch where it did not.
 */
import { h, type JSX } from 'preact';
import { isLineKnown } from '../reports/kept-line.ts';
import type { KeepReport, KeyResultReport } from '../reports/report.ts';
import type { Tone } from '../wording/standing.ts';
import { Bar } from './bar.ts';
import { at } from './scale.ts';
import type { Scene } from './scene.ts';

interface HoldBarProps {
  readonly keyResult: KeyResultReport;
  readonly measure: KeepReport;
  readonly scene: Scene;
  readonly tone: Tone;
  readonly label: string;
}

/** Beyond so many marks a share says more. */
const MOST_MARKS = 31;
const GAP = 0.008;

export function HoldBar({ keyResult, measure, scene, tone, label }: HoldBarProps): JSX.Element {
  const looks = looksAt(keyResult, measure, scene);
  const { progress } = keyResult;
  const share = looks.filter(held => held).length / looks.length;
  // A target may have changed on the way; then only the score's own module knows what held on its day.
  const agrees = progress !== null && Math.abs(share - progress) < 1e-6;
  if (!agrees || looks.length > MOST_MARKS) {
    return h(Bar, { reached: keyResult.score ?? 0, expected: null, forecast: null, tone, label });
  }
  const width = 1 / looks.length;
  return h(
    'svg',
    { class: `bar ${tone}`, role: 'img', 'aria-label': label },
    h('title', null, label),
    looks.map((held, index) =>
      h('rect', {
        class: held ? 'filled' : 'broken',
        x: at(index * width),
        y: held ? '25%' : '58%',
        width: at(width - (index < looks.length - 1 ? GAP : 0)),
        height: held ? '50%' : '17%',
        rx: held ? 2 : 1,
      }),
    ),
  );
}

/** Whether it held, each time, within the cycle; none while a `?` in the line leaves that open. */
export function looksAt(keyResult: KeyResultReport, measure: KeepReport, { start, end, today }: Scene): boolean[] {
  if (!isLineKnown(measure)) return [];
  const last = end === null || today < end ? today : end;
  return keyResult.history
    .filter(look => look.value !== null && look.date >= (start ?? '') && look.date <= last)
    .map(look => holds(look.value ?? 0, measure));
}

function holds(value: number, { atLeast, atMost, above, below }: KeepReport): boolean {
  return (
    value >= (atLeast ?? -Infinity) - 1e-9 &&
    value <= (atMost ?? Infinity) + 1e-9 &&
    value > (above ?? -Infinity) + 1e-9 &&
    value < (below ?? Infinity) - 1e-9
  );
}
