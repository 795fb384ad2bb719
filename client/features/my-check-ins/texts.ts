/** What the round of check-ins asks, and the entries of its list. */
import type { CheckInSubject } from '../../../server/core/requests/check-in.ts';
import { lastSaid } from '../../../server/core/wording/check-in.ts';
import { type Choice, confidenceChoices } from '../check-in/choices.ts';

/** How one goes on without an answer. @param last another Escape ends the round */
export function wayOn(last: boolean): string {
  return last ? 'Enter alone skips it, another Escape ends the round.' : 'Enter alone or Escape skips it.';
}

export function roundValuePrompt(subject: CheckInSubject, last: boolean): string {
  const unit = subject.unit === '' ? '' : `, in ${subject.unit}`;
  const said = subject.value === null ? '' : ` It was ${lastSaid(subject)}.`;
  return `Where does it stand${unit}?${said} ${wayOn(last)}`;
}

/** `44, or 44: what happened` */
export function valuePlaceholder({ value }: CheckInSubject): string {
  const example = value ?? '41';
  return `${example}, or ${example}: what happened`;
}

export function confidencePlaceholder(last: boolean): string {
  return `How sure are you to make it? ${last ? 'Another Escape ends the round.' : 'Escape skips it.'}`;
}

/** What Enter takes comes first: what was said the last time; where there is no value to go with it, to say nothing. */
export function roundConfidences({ confidence, takesValue }: CheckInSubject): readonly Choice<string>[] {
  const [none, ...others] = confidenceChoices(confidence);
  if (none === undefined) return others;
  if (!takesValue) return [{ ...none, label: 'Skip it' }, ...others];
  return confidence === null ? [none, ...others] : [...others.slice(0, 1), none, ...others.slice(1)];
}
