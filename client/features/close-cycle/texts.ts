/** What *OKR: Close Cycle* asks, and the entries of its lists. */
import { Refusal } from '../../../server/core/edits/insertion.ts';
import { gradeOfTen } from '../../../server/core/edits/typed.ts';
import type { ClosingDecision, ClosingSubject } from '../../../server/core/requests/closing.ts';
import type { CycleChoice } from '../../../server/core/requests/cycles.ts';
import type { Choice } from '../check-in/choices.ts';
import { cycleChoices } from '../report/choices.ts';

/** What has ended first, the newest on top, then what runs; what is to come has nothing to close. */
export function closable(cycles: readonly CycleChoice[]): readonly Choice<CycleChoice>[] {
  const begun = cycles.filter(({ elapsed, current }) => current || elapsed !== 0);
  return cycleChoices([...begun.filter(({ current }) => !current), ...begun.filter(({ current }) => current)]);
}

/** `0.56 missed · 41 points, target 48 points · Cards work` */
export function standingOf({ standing, value, target, note }: ClosingSubject): string {
  const goal = target === null ? null : `target ${target}`;
  const measured = [value, goal].filter(part => part !== null).join(', ');
  return [standing, measured, note].filter(part => part !== null && part !== '').join(' · ');
}

export function gradePrompt(subject: ClosingSubject, last: boolean): string {
  const { suggestedGrade } = subject;
  const enter =
    suggestedGrade === null ? 'Enter alone gives none' : `Enter alone takes ${suggestedGrade}, - gives none`;
  const otherwise = last ? 'another Escape leaves, and nothing is written' : 'Escape goes on without one';
  return `Which grade do you give it? ${standingOf(subject)}. ${enter}; ${otherwise}.`;
}

/** @returns what is wrong with a grade as it is typed; undefined where nothing is */
export function wrongGrade(typed: string): string | undefined {
  if (typed === '' || typed === '-') return undefined;
  try {
    gradeOfTen(typed);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.message.replaceAll('`', '');
    throw error;
  }
}

export function gradeOf(typed: string, { suggestedGrade }: ClosingSubject): string {
  return typed === '-' ? '' : typed || (suggestedGrade ?? '');
}

/** What is suggested comes first: Enter takes it. */
export function whatChoices({ suggested, reached }: ClosingSubject): readonly Choice<ClosingDecision['what']>[] {
  const keep = { label: 'Keep it', description: 'from where it stands, to the same target', value: 'keep' } as const;
  const change = {
    label: 'Change it',
    description: 'from where it stands, to a target still to be found',
    value: 'change',
  } as const;
  const drop = {
    label: reached ? 'It is reached' : 'Let it go',
    description: 'it does not go on',
    value: 'drop',
  } as const;
  return suggested === 'drop' ? [drop, keep, change] : [keep, change, drop];
}

/** Whether it is asked what becomes of it: an objective goes on with what is in it, and may by itself. */
export function isAskedWhat(subject: ClosingSubject, goesOn: boolean): boolean {
  return !subject.carried && (subject.kind === 'key result' || !goesOn || subject.suggested !== null);
}
