/** Options that several commands have. */
import { Option } from 'commander';
import { fromIso } from '../core/calendar/day.ts';
import type { Day } from '../core/model/elements.ts';
import { UsageError } from './usage.ts';

/** `--today DATE`, read as a day. */
export function todayOption(): Option {
  return new Option('--today <DATE>', 'as it stood, or will stand, on another day, such as 2026-11-21').argParser(
    readToday,
  );
}

function readToday(text: string): Day {
  const day = fromIso(text);
  if (day !== undefined) return day;
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text);
  throw new UsageError(
    `\`--today ${text}\`: ${isDate ? 'there is no such day' : 'that is no date'}; write it as in \`--today 2026-11-21\``,
  );
}
