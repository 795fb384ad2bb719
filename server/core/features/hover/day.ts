/** A day: which weekday, how far from today, and where in its cycle. */
import type { Statement } from '../../../../grammar/tree.ts';
import { dayInWords } from '../../calendar/day.ts';
import type { Day } from '../../model/elements.ts';
import type { Heading } from '../../model/entry.ts';
import { showPercent } from '../../scores/rounding.ts';
import type { FeatureContext } from '../context.ts';
import { blocks, code } from '../markdown.ts';
import { count, fromToday, weekday } from '../words.ts';

export function dayCard({ workspace }: FeatureContext, day: Day, { cycle }: Heading, statement: Statement): string {
  const today = workspace.today.get();
  const info = typeof cycle === 'string' ? workspace.cycles.of(cycle) : undefined;
  return blocks(
    `**${weekday(day)}, ${dayInWords(day)}** · ${fromToday(day, today)}`,
    info && placeIn(info.id, info.period, day),
    aboutFuture(statement, day, today),
  );
}

/** `Day 45 of 92 in 2026-Q4: 48% gone, 47 days left` */
function placeIn(
  id: string,
  { first, last }: { readonly first: Day | undefined; readonly last: Day | undefined },
  day: Day,
): string | undefined {
  if (first === undefined) return undefined;
  const name = code(id);
  if (day < first) return `${count(first - day, 'day')} before ${name} begins`;
  if (last === undefined) return `Day ${day - first + 1} of ${name}, which has no last day yet`;
  if (day > last) return `${count(day - last, 'day')} after ${name} ended`;
  const gone = last === first ? '' : `: ${showPercent((day - first) / (last - first))} gone`;
  const left = day === last ? ', the last day' : `, ${count(last - day, 'day')} left`;
  return `Day ${day - first + 1} of ${last - first + 1} in ${name}${gone}${left}`;
}

const FACTS: ReadonlySet<string> = new Set(['checkin', 'target', 'grade', 'dropped', 'resumed', 'reading']);

/** Facts after today are not seen yet. */
function aboutFuture({ kind }: Statement, day: Day, today: Day): string | undefined {
  return FACTS.has(kind) && day > today ? 'This counts from that day on, and not yet today' : undefined;
}
