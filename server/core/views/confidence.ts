/**
 * How sure the owner is, of ten, and whether that rose or fell since the last time.
 */
import { h, type JSX } from 'preact';
import type { CheckInReport } from '../reports/report.ts';
import type { Shape, Tone } from '../wording/standing.ts';
import { ofTen } from '../wording/words.ts';
import { Sign } from './icon.ts';

interface ConfidenceProps {
  readonly confidence: number | null;
  readonly history: readonly CheckInReport[];
}

export function Confidence({ confidence, history }: ConfidenceProps): JSX.Element | null {
  if (confidence === null) return null;
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

function trendOf(history: readonly CheckInReport[]): { word: string; shape: Shape; tone: Tone } | null {
  const [before, last] = history.flatMap(each => (each.confidence === null ? [] : [each.confidence])).slice(-2);
  if (before === undefined || last === undefined) return null;
  if (Math.abs(last - before) < 1e-9) return { word: 'as before', shape: 'level', tone: 'quiet' };
  return last > before
    ? { word: `up from ${ofTen(before)}`, shape: 'up', tone: 'good' }
    : { word: `down from ${ofTen(before)}`, shape: 'down', tone: 'bad' };
}
