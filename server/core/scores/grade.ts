/** A team's own judgement, and Google's colours for what has ended. */
import type { Day, Grade, Period } from '../model/elements.ts';
import { halfUp } from './rounding.ts';

/** The newest grade up to today. One without a date shows at once, and is as new as its place in the list. */
export function gradeOn(grades: readonly Grade[], today: Day): Grade | undefined {
  return grades
    .filter(({ day }) => day === undefined || day <= today)
    .reduce<Grade | undefined>((found, grade) => {
      const isOlder = found?.day !== undefined && grade.day !== undefined && grade.day < found.day;
      return isOlder ? found : grade;
    }, undefined);
}

/** Given before the end; one without a date: before the end today. */
export function isEarly({ day }: Pick<Grade, 'day'>, { last }: Period, today: Day): boolean {
  return last !== undefined && (day ?? today) < last;
}

export type GradeColour = 'red' | 'yellow' | 'green';

/** Google's bands, for ended cycles only: the score, rounded to one decimal, to 0.3 red, to 0.6 yellow, from 0.7 green. */
export function gradeColour(score: number): GradeColour {
  const tenths = halfUp(score, 1);
  if (tenths >= 0.7) return 'green';
  return tenths >= 0.4 ? 'yellow' : 'red';
}
