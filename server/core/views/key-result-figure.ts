/**
 * The one number of a key result, and how much is left.
 */
import { type ComponentChildren, h } from 'preact';
import type { KeyResultReport } from '../reports/report.ts';
import { day, number, quantity, score } from '../wording/words.ts';
import { holdInSigns, holdInWords, known, toGo } from './key-result-words.ts';
import type { Scene } from './scene.ts';

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
    const date = grade?.date ?? null;
    return [h('b', null, score(keyResult.score)), below(date === null ? 'judged' : `judged ${day(date, scene.today)}`)];
  }
  if (measure === null) return null;
  if (measure.kind === 'milestones')
    return [h('b', null, number(measure.done)), beside(`of ${number(measure.total)} steps`)];
  if (value === null) return [h('b', null, '–'), brief ? beside('no value yet') : below('no value yet')];
  if (measure.kind === 'keep') {
    const now = h('b', null, quantity(value, measure.unit));
    return [now, brief ? beside(holdInSigns(measure)) : below(holdInWords(measure))];
  }
  const now = h('b', null, quantity(value, measure.unit, true));
  const target = known(measure.to, measure.unit);
  if (!brief) return [now, below(toGo(keyResult, measure) ?? `of ${target}`)];
  const falls = measure.from !== null && measure.to !== null && measure.to < measure.from;
  return [now, falls ? beside(downTo(), target) : beside(`of ${target}`)];
}

/** A sign for the eye, words for the ear. */
function downTo(): ComponentChildren {
  return [h('span', { 'aria-hidden': 'true' }, '↘'), h('span', { class: 'unseen' }, 'down to'), '\u00a0'];
}

function beside(...words: ComponentChildren[]): ComponentChildren {
  return [' ', h('span', { class: 'beside' }, words)];
}

function below(words: string): ComponentChildren {
  return [' ', h('span', { class: 'below' }, words)];
}
