/**
 * What can be said of a key result in one click: how it stands, or how sure one is to make it.
 */
import { type ComponentChildren, h, type JSX } from 'preact';
import type { SaidStatus } from '../../../grammar/tree.ts';
import type { KeyResultReport } from '../reports/report.ts';
import {
  BLOCKED_HINT,
  CONFIDENCE_HINTS,
  CONFIDENCE_QUESTION,
  CONFIDENCES,
  confidenceText,
  SAID_STATUSES,
  STATUS_QUESTION,
} from '../wording/check-in.ts';
import { statusStanding } from '../wording/standing.ts';
import { Sign } from './icon.ts';

interface SayChoiceProps {
  readonly says: 'status' | 'confidence';
  readonly keyResult: KeyResultReport;
}

/** For the inside of a dialog that `sayTitleId` names; each answer is a button with `data-answer`. */
export function SayChoice({ says, keyResult: { title, saidStatus, confidence } }: SayChoiceProps): JSX.Element {
  const isStatus = says === 'status';
  const last = isStatus ? saidStatus : confidence !== null && confidenceText(confidence);
  const answers = isStatus ? SAID_STATUSES : CONFIDENCES.toReversed();
  return h(
    'div',
    { class: `say-choice of-${says}` },
    h('p', { class: 'quiet', dir: 'auto' }, title),
    h('h2', { id: sayTitleId }, isStatus ? STATUS_QUESTION : CONFIDENCE_QUESTION),
    h(
      'ul',
      { class: 'answers' },
      answers.map(answer =>
        h(
          'li',
          null,
          h(
            'button',
            { type: 'button', 'data-answer': answer, 'aria-pressed': `${answer === last}` },
            isStatus ? inStatus(answer as SaidStatus) : inTenths(answer),
          ),
        ),
      ),
    ),
    !isStatus &&
      h(
        'p',
        { class: 'scale-ends quiet', 'aria-hidden': 'true' },
        SCALE.map(word => h('span', null, word)),
      ),
    h('p', { class: 'note' }, 'It becomes part of today’s check-in.'),
  );
}

export const sayTitleId = 'say-title';

const SCALE = ['0/10', '5/10', '10/10'].map(confidence => CONFIDENCE_HINTS[confidence]);

function inStatus(status: SaidStatus): ComponentChildren {
  const { shape, tone, word } = statusStanding(status);
  return [
    h('span', { class: `icon ${tone}` }, h(Sign, { shape })),
    h('span', { class: 'word' }, word),
    status === 'blocked' && h('span', { class: 'quiet' }, BLOCKED_HINT),
  ];
}

function inTenths(confidence: string): ComponentChildren {
  const hint = CONFIDENCE_HINTS[confidence];
  return [
    confidence.replace('/10', ''),
    h('span', { class: 'unseen' }, hint === undefined ? ' of 10' : ` of 10, ${hint}`),
  ];
}
