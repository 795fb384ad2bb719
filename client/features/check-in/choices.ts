/** The entries of the lists that a check-in asks with, and the words around its questions. */
import type { Place } from '../../../server/core/reports/report.ts';
import type { CheckInParams, CheckInSubject } from '../../../server/core/requests/check-in.ts';
import { BLOCKED_HINT, CONFIDENCE_HINTS, CONFIDENCES, lastSaid } from '../../../server/core/wording/check-in.ts';

export interface Choice<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly value: T;
}
/** A heading in a list. */
export interface Separator {
  readonly separator: string;
}

/**
 * Those that nobody has spoken of lately under a heading of their own, mine first.
 * @param here where the cursor is in one: that comes before all others
 */
export function subjectChoices(
  subjects: readonly CheckInSubject[],
  here?: Place,
): readonly (Choice<CheckInSubject> | Separator)[] {
  const isHere = ({ place }: CheckInSubject) => place.uri === here?.uri && place.line === here.line;
  const atCursor = subjects.filter(isHere);
  const list: (Choice<CheckInSubject> | Separator)[] =
    atCursor.length === 0 ? [] : [{ separator: 'at the cursor' }, ...atCursor.map(subjectChoice)];
  let heading = '';
  for (const subject of subjects.filter(each => !isHere(each))) {
    const above = headingOf(subject);
    if (above !== heading) list.push({ separator: above });
    heading = above;
    list.push(subjectChoice(subject));
  }
  return list;
}

function headingOf({ mine, stale }: CheckInSubject): string {
  if (mine) return stale ? 'mine, not heard of lately' : 'mine';
  return stale ? 'not heard of lately' : 'up to date';
}

function subjectChoice(subject: CheckInSubject): Choice<CheckInSubject> {
  const { title, ref, standing, owner, teamTitle, stale } = subject;
  const detail = [lastSaid(subject), standing, owner, teamTitle].filter(part => part !== null && part !== '');
  return {
    label: stale ? `$(history) ${title}` : title,
    ...(ref === null ? {} : { description: ref }),
    detail: detail.join(' · '),
    value: subject,
  };
}

/** Nothing first; then what was said the last time; then from sure to hopeless. */
export function confidenceChoices(last: string | null): readonly Choice<string>[] {
  const known = last === null ? [] : [{ label: last, description: 'as last time', value: last }];
  return [
    { label: 'Leave it out', value: '' },
    ...known,
    ...CONFIDENCES.filter(each => each !== last).map(each => {
      const description = CONFIDENCE_HINTS[each];
      return { label: each, ...(description === undefined ? {} : { description }), value: each };
    }),
  ];
}

export const statusChoices: readonly Choice<CheckInParams['status']>[] = [
  { label: 'Leave it to the numbers', value: null },
  { label: '$(pass) on track', value: 'on-track' },
  { label: '$(warning) at risk', value: 'at-risk' },
  { label: '$(error) off track', value: 'off-track' },
  { label: '$(circle-slash) blocked', description: BLOCKED_HINT, value: 'blocked' },
];
