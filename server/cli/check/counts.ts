/** How many findings there are, and what that means for the exit code. */
import type { Found, Severity } from './findings.ts';

/** The worst first. */
export const severities = ['error', 'warning', 'info', 'hint'] as const satisfies readonly Severity[];

/** `3 problems (1 error, 2 warnings) in 2 files`; `No problems in 12 files`. */
export function summary(found: readonly Found[], files: number): string {
  if (found.length === 0) return `No problems in ${plural(files, 'file')}`;
  const kinds = severities.flatMap(severity => {
    const count = found.filter(each => each.severity === severity).length;
    return count === 0 ? [] : severity === 'info' ? `${count} info` : plural(count, severity);
  });
  const inFiles = new Set(found.map(({ path }) => path)).size;
  return `${plural(found.length, 'problem')} (${kinds.join(', ')}) in ${plural(inFiles, 'file')}`;
}

/** Whether any is at or above a severity; reminders fire because a day passed, and count only where they are let. */
export function fails(found: readonly Found[], failOn: Severity, withReminders: boolean): boolean {
  const limit = severities.indexOf(failOn);
  return found.some(({ severity, written }) =>
    (withReminders ? [severity] : written).some(each => severities.indexOf(each) <= limit),
  );
}

export function plural(count: number, one: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : `${one}s`}`;
}
