/**
 * What can be written from the page, by whoever shows it: the page itself changes nothing.
 */
import { h, type JSX } from 'preact';
import type { Place } from '../reports/report.ts';
import type { Scene } from './scene.ts';

interface ActButtonProps {
  readonly act: 'check-in' | 'reading';
  readonly place: Place;
  /** Of what it is about. */
  readonly title: string;
  readonly scene: Scene;
}

const WORDS = { 'check-in': 'Check in…', reading: 'Add a reading…' } as const;

export function ActButton({ act, place, title, scene }: ActButtonProps): JSX.Element | null {
  if (scene.acts !== true) return null;
  return h(
    'button',
    { class: 'act', type: 'button', 'data-act': act, 'data-of': place.uri, 'data-at': place.line },
    WORDS[act],
    h('span', { class: 'unseen' }, ` ${title}`),
  );
}
