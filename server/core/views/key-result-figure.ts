/**
 * The one number of a key result, and how much is left.
 */
import { type ComponentChildren, h } from 'preact';
import type { KeyResultReport } from '../reports/report.ts';
import { holdInSigns, holdInWords, known, toGo } from './key-result-words.ts';
import type { Scene } from './scene.ts';
import { day, number, quantity, score } from './words.ts';

interface FigureProps {
  readonly keyResult: KeyResultReport;
  /** In one line, without a second one. */
  readonly brief: boolean;
  readonly scene: Scene;
}

/** Two parts, the number and what puts it into proportion: beside each other in one line, else below. */
export function FigureOf({ keyResult, brief, scene }: FigureProps): ComponentChildren {
  const { measure, value, judged, grade } = keyResult;
  if (judged && keyResult.score !== null) {
    const when = grade?.date == null ? 'judged' : `judged ${day(grade.date, scene.today)}`;
    return both(score(keyResult.score), when);
  }
  if (measure?.kind === 'milestones') return both(number(measure.done), ` of ${number(measure.total)} steps`, true);
  if (measure === null) return null;
  if (value === null) return both('–', brief ? ' no value yet' : 'no value yet', brief);
  if (measure.kind === 'keep') {
    return brief
      ? both(quantity(value, measure.unit), ` ${holdInSigns(measure)}`, true)
      : both(quantity(value, measure.unit), holdInWords(measure));
  }
  if (!brief)
    return both(
      quantity(value, measure.unit, true),
      toGo(keyResult, measure) ?? `of ${known(measure.to, measure.unit)}`,
    );
  return both(quantity(value, measure.unit, true), ` of ${known(measure.to, measure.unit)}`, true);
}

function both(value: string, proportion: string, inline = false): ComponentChildren {
  return [h('b', null, value), inline ? null : ' ', h('span', { class: inline ? 'beside' : 'below' }, proportion)];
}
