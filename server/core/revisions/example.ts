/** Examples that have a past: a comment says what git has for the line below it. */
import { fromIso } from '../calendar/day.ts';
import type { Version } from './revision.ts';

const past = /# in git(?: until (\d{4}-\d{2}-\d{2}))?: /g;

/**
 * The versions of a text, newest first, that `# in git until 2026-11-03: from 32 to 50 points` and the like tell of: a
 * commit on that day wrote the line below in its place. Without a day nobody has committed it yet.
 */
export function exampleVersions(text: string): Version[] {
  const days = [...text.matchAll(past)].flatMap(([, day]) => (day === undefined ? [] : [day])).sort();
  // Of two measures the first counts.
  const on = (now: string) => text.replace(past, (all, day) => (day !== undefined && day <= now ? all : ''));
  const commits = [...new Set(days)].map(
    (day, index): Version => ({
      text: on(day),
      revision: {
        id: `${index + 1}f2a9c1d`.padEnd(40, '0'),
        day: fromIso(day) ?? 0,
        author: 'Maria',
        subject: 'Tidy up our OKRs',
      },
    }),
  );
  return [...commits.reverse(), { text: on(''), revision: undefined }];
}
