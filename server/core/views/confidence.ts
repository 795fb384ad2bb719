/**
 * How sure the owner is, of ten, and whether that rose or fell since the last time.
 */
import { h, type JSX } from 'preact';
import type { CheckInReport } from '../reports/report.ts';
import type { Shape, Tone } from '../wording/standing.ts';
import { ofTen } from '../wording/words.ts';
import { Sign } from './icon.ts';

interface ConfidenceProps {
  /** Something is to be seen where nothing was said yet: it is asked there. */
  readonly asked?: boolean;
  readonly confidence: number | null;
  readonly history: readonly CheckInReport[];
}

export function Confidence({ confidence, history, asked = false }: ConfidenceProps): JSX.Element | null {
  if (confidence === null) return asked ? unsaid() : null;
  const trend = trendOf(history);
  const words = `Confidence ${ofTen(confidence)} of 10${trend === null ? '' : `, ${trend.word}`}`;
  return h(
    'span',
    { class: 'confidence', title: words },
    h('span', { class: 'unseen' }, words),
    h('span', { 'aria-hidden': 'true' }, ofTen(confidence), h('span', { class: 'quiet' }, '/10')),
    trend === null
      ? h('span', { class: 'trend' })
      : h('span', { class: `trend ${trend.tone}` }, h(Sign, { shape: trend.shape })),
  );
}

function unsaid(): JSX.Element {
  return h(
    'span',
    { class: 'confidence quiet', title: 'Nobody has said how sure they are' },
    h('span', { class: 'unseen' }, 'No confidence yet'),
    h('span', { 'aria-hidden': 'true' }, '–/10'),
    h('span', { class: 'trend' }),
  );
}

function trendOf(history: readonly CheckInReport[]): { word: string; shape: Shape; tone: Tone } | null {
  const [before, last] = history.flatMap(each => (each.confidence === null ? [] : [each.confidence])).slice(-2);
  if (before === undefined || last === undefined) return null;
  if (Math.abs(last - before) < 1e-9) return { word: 'as before', shape: 'level', tone: 'quiet' };
  return last > before
    ? { word: `up from ${ofTen(before)}`, shape: 'up', tone: 'good' }
    : { word: `down from ${ofTen(before)}`, shape: 'down', tone: 'bad' };
}
