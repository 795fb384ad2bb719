/** Options that several commands have. */
import { Option } from 'commander';
import { fromIso, toIso } from '../core/calendar/day.ts';
import type { Day } from '../core/model/elements.ts';
import { UsageError } from './usage.ts';

/** `--today DATE`, read as a day. */
export function todayOption(): Option {
  return dayOption('--today', 'as it stood, or will stand, on another day, such as 2026-11-21');
}

/** An option that is a day: `--since DATE`. */
export function dayOption(name: string, description: string): Option {
  return new Option(`${name} <DATE>`, description).argParser(text => readDay(name, text));
}

/** @throws UsageError where a day from which on something is told has not come yet */
export function notAhead(name: string, day: Day | undefined, today: Day): Day | undefined {
  if (day === undefined || day <= today) return day;
  throw new UsageError(`\`${name} ${toIso(day)}\` is still to come: name a day before ${toIso(today)}`);
}

function readDay(name: string, text: string): Day {
  const day = fromIso(text);
  if (day !== undefined) return day;
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text);
  throw new UsageError(
    `\`${name} ${text}\`: ${isDate ? 'there is no such day' : 'that is no date'}; write it as in \`${name} 2026-11-21\``,
  );
}
