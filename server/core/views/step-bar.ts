/**
 * Milestones as a bar of steps, each as wide as it weighs, and as a list.
 */
import { h, type JSX } from 'preact';
import type { KeyResultReport, StepReport } from '../reports/report.ts';
import type { Shape, Tone } from '../wording/standing.ts';
import { day } from '../wording/words.ts';
import { TickButton, takesCheckIns } from './act-button.ts';
import { Tick } from './bar.ts';
import { Sign } from './icon.ts';
import { at } from './scale.ts';
import type { Scene } from './scene.ts';

interface StepBarProps {
  readonly steps: readonly StepReport[];
  readonly expected: number | null;
  readonly tone: Tone;
  readonly label: string;
}

const GAP = 0.008;

export function StepBar({ steps, expected, tone, label }: StepBarProps): JSX.Element {
  const total = steps.reduce((sum, step) => sum + step.weight, 0) || 1;
  let before = 0;
  const parts = steps.map((step, index) => {
    const start = before / total;
    before += step.weight;
    const width = step.weight / total - (index < steps.length - 1 ? GAP : 0);
    const state = step.done ? 'filled' : step.overdue ? 'track overdue' : 'track';
    return h('rect', { class: state, x: at(start), y: '25%', width: at(width), height: '50%', rx: 2 });
  });
  return h(
    'svg',
    { class: `bar ${tone}`, role: 'img', 'aria-label': label },
    h('title', null, label),
    parts,
    h(Tick, { expected }),
  );
}

interface StepListProps {
  /** Whose steps they are. */
  readonly keyResult: KeyResultReport;
  readonly steps: readonly StepReport[];
  readonly scene: Scene;
}

export function StepList({ keyResult, steps, scene }: StepListProps): JSX.Element {
  const ticks = takesCheckIns(keyResult, scene);
  return h(
    'ol',
    { class: 'steps', 'aria-label': 'Milestones' },
    steps.map((step, index) => {
      const { shape, tone, when } = stateOf(step, scene);
      const said = [
        h('span', { class: `icon ${tone}` }, h(Sign, { shape })),
        h('span', { class: 'step' }, h('bdi', null, step.text), ' ', h('span', { class: 'quiet' }, when)),
      ];
      return h(
        'li',
        { class: step.done ? 'done' : undefined },
        ticks ? h(TickButton, { step: index, done: step.done, children: said }) : said,
      );
    }),
  );
}

function stateOf(step: StepReport, { today }: Scene): { shape: Shape; tone: Tone; when: string } {
  if (step.done)
    return { shape: 'check', tone: 'good', when: step.doneOn === null ? 'done' : `done ${day(step.doneOn, today)}` };
  const due = step.due === null ? '' : `due ${day(step.due, today)}`;
  if (step.overdue) return { shape: 'warning', tone: 'warn', when: `was ${due}` };
  return { shape: 'dashed', tone: 'quiet', when: due || 'open' };
}
