/**
 * What one says in a check-in, or with the reading of a KPI: the same questions as in the editor, on one sheet.
 */
import { type ComponentChildren, h, type JSX } from 'preact';
import {
  BLOCKED_HINT,
  CONFIDENCE_HINTS,
  CONFIDENCE_QUESTION,
  CONFIDENCES,
  NOTE_QUESTION,
  SAID_STATUSES,
  STATUS_QUESTION,
  valuePrompt,
} from '../../wording/check-in.ts';
import { statusStanding } from '../../wording/standing.ts';
import type { FormSubject } from './form-subject.ts';

interface CheckInFormProps {
  readonly subject: FormSubject;
  /** Who said something last: `@li`; empty for the owner. */
  readonly by: string;
  /** Why it could not be written. */
  readonly error: string | null;
  /** How often that was tried: what is said again is said anew, for those who hear it. */
  readonly tries: number;
}

/** For the inside of a dialog that `formTitleId` names. Its fields are named as what is written. */
export function CheckInForm({ subject, by, error, tries }: CheckInFormProps): JSX.Element {
  const { kind, title, owner, takesValue } = subject;
  const isReading = kind === 'kpi';
  return h(
    'form',
    { class: 'check-in-form', autocomplete: 'off' },
    h('h2', { id: formTitleId }, isReading ? 'Add a reading' : 'Check in'),
    h('p', { class: 'quiet', dir: 'auto' }, title),
    takesValue &&
      h(Field, {
        label: valuePrompt(subject),
        children: h('input', { name: 'value', type: 'text', required: isReading, placeholder: subject.value ?? '' }),
      }),
    !isReading && [
      h(Field, { label: CONFIDENCE_QUESTION, children: h(Confidences, { last: subject.confidence }) }),
      h(Field, { label: STATUS_QUESTION, children: h(Statuses, {}) }),
    ],
    h(Field, { label: NOTE_QUESTION, children: h('textarea', { name: 'note', rows: 2, dir: 'auto' }) }),
    h(Field, {
      label: 'Who says it?',
      children: h('input', { name: 'by', type: 'text', defaultValue: by, placeholder: owner ?? 'nobody owns it' }),
    }),
    error !== null && h('p', { key: `error ${tries}`, class: 'error', role: 'alert', dir: 'auto' }, error),
    h(
      'p',
      { class: 'form-ends' },
      h('button', { type: 'button', class: 'button', 'data-close': 'form' }, 'Cancel'),
      h('button', { type: 'submit', class: 'button chief' }, isReading ? 'Add it' : 'Check in'),
    ),
  );
}

export const formTitleId = 'form-title';

function Field({ label, children }: { readonly label: string; readonly children: ComponentChildren }): JSX.Element {
  return h('label', { class: 'field' }, h('span', null, label), children);
}

function Confidences({ last }: { readonly last: string | null }): JSX.Element {
  const known = last !== null && !CONFIDENCES.includes(last) ? [last] : [];
  return h(
    'select',
    { name: 'confidence' },
    h('option', { value: '' }, 'Leave it out'),
    [...known, ...CONFIDENCES].map(each => {
      const hints = [each === last ? 'as last time' : undefined, CONFIDENCE_HINTS[each]];
      return h('option', { value: each }, [each, ...hints.filter(hint => hint !== undefined)].join(', '));
    }),
  );
}

function Statuses(): JSX.Element {
  return h(
    'select',
    { name: 'status' },
    h('option', { value: '' }, 'Leave it to the numbers'),
    SAID_STATUSES.map(status => {
      const { word } = statusStanding(status);
      return h('option', { value: status }, status === 'blocked' ? `${word}: ${BLOCKED_HINT}` : word);
    }),
  );
}
