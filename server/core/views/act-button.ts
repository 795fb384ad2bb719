/**
 * What can be written from the page, by whoever shows it: the page itself changes nothing. What a button is about, the
 * row or the tile around it says (`placeProps`).
 */
import { type ComponentChildren, h, type JSX } from 'preact';
import type { KeyResultReport } from '../reports/report.ts';
import type { Scene } from './scene.ts';

interface ActButtonProps {
  readonly act: keyof typeof WORDS;
  /** Of what it is about. */
  readonly title: string;
  readonly scene: Scene;
}

const WORDS = { 'check-in': 'Check in…', reading: 'Add a reading…', objective: 'Write an objective for it' } as const;

export function ActButton({ act, title, scene }: ActButtonProps): JSX.Element | null {
  if (scene.acts !== true) return null;
  return h(
    'button',
    { class: 'act', type: 'button', 'data-act': act },
    WORDS[act],
    h('span', { class: 'unseen' }, ` ${title}`),
  );
}

/** Something can be said of it from here: it runs, and its check-ins are its own. */
export function takesCheckIns({ dropped, follows }: KeyResultReport, { acts, over }: Scene): boolean {
  return acts === true && !over && dropped === null && follows === null;
}

interface SayButtonProps {
  readonly says: 'status' | 'confidence';
  readonly keyResult: KeyResultReport;
  readonly scene: Scene;
  /** What was said last, to be seen. */
  readonly children: ComponentChildren;
}

const SAYS = { status: 'say how it stands', confidence: 'say how sure you are' } as const;

/** What was said last, as a button that asks anew; only what was said where nothing can be. */
export function SayButton({ says, keyResult, scene, children }: SayButtonProps): ComponentChildren {
  if (!takesCheckIns(keyResult, scene)) return children;
  return h(
    'button',
    { class: `say ${says}`, type: 'button', 'aria-haspopup': 'dialog', 'data-act': says },
    children,
    h('span', { class: 'unseen' }, `: ${SAYS[says]}… ${keyResult.title}`),
  );
}

interface TickProps {
  /** Which milestone of the key result, from 0. */
  readonly step: number;
  readonly done: boolean;
  readonly children: ComponentChildren;
}

export function TickButton({ step, done, children }: TickProps): JSX.Element {
  return h(
    'button',
    {
      class: 'tickable',
      type: 'button',
      role: 'checkbox',
      'aria-checked': `${done}`,
      'data-act': 'tick',
      'data-step': step,
    },
    children,
  );
}
