/**
 * The bar of a key result, drawn as its measure wants it.
 */
import { type ComponentChildren, h, type JSX } from 'preact';
import type { KeyResultReport } from '../reports/report.ts';
import type { Tone } from '../wording/standing.ts';
import { day } from '../wording/words.ts';
import { Bar } from './bar.ts';
import { HoldBar, looksAt } from './hold-bar.ts';
import { holdInWords, known, wayInWords } from './key-result-words.ts';
import type { Scene } from './scene.ts';
import { StepBar, StepList } from './step-bar.ts';

interface WayProps {
  readonly keyResult: KeyResultReport;
  readonly scene: Scene;
  readonly tone: Tone;
  /** Without the captions below. */
  readonly brief: boolean;
}

export function WayOf(props: WayProps): ComponentChildren {
  const { keyResult, scene, tone, brief } = props;
  const { measure } = keyResult;
  const label = wayInWords(keyResult, scene);
  const expected =
    scene.over || keyResult.status === 'done' || keyResult.status === 'ended' ? null : keyResult.expected;
  if (measure?.kind === 'milestones') {
    return [
      h(StepBar, { steps: measure.steps, expected, tone, label }),
      !brief && h(StepList, { keyResult, steps: measure.steps, scene }),
    ];
  }
  if (measure?.kind === 'keep') {
    const looks = looksAt(keyResult, measure, scene);
    return [
      h(HoldBar, { keyResult, measure, scene, tone, label }),
      !brief &&
        looks.length > 0 &&
        h(Captions, {
          left: `held ${looks.filter(held => held).length} of ${looks.length} times`,
          right: holdInWords(measure),
        }),
    ];
  }
  const forecast = scene.over ? null : (keyResult.forecast?.score ?? null);
  return [
    h(Bar, { reached: keyResult.score ?? 0, expected, forecast, tone, judged: keyResult.judged, label }),
    !brief &&
      measure !== null &&
      h(Captions, { left: known(measure.from, measure.unit, true), right: target(keyResult, measure, scene) }),
  ];
}

/** `48 points (50 until 16 Nov)` where the target moved. */
function target(
  { targets }: KeyResultReport,
  { to, unit }: { readonly to: number | null; readonly unit: string },
  { today }: Scene,
): string {
  const last = targets.at(-1);
  const was =
    last === undefined || last.from === null || last.from === to
      ? ''
      : ` (${known(last.from, unit, true)} until ${day(last.date, today)})`;
  return known(to, unit) + was;
}

function Captions({ left, right }: { readonly left: string; readonly right: string }): JSX.Element {
  return h('p', { class: 'ends' }, h('span', null, left), h('span', null, right));
}
