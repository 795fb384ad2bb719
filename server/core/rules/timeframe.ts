/** A goal without a date is a wish. */

import { cycleOn, nextCycle, readCycle } from '../calendar/cycle.ts';
import { addRhythm, calendarDate, dayOf, toIso } from '../calendar/day.ts';
import type { Day } from '../model/elements.ts';
import type { Entry, ObjectiveEntry } from '../model/entry.ts';
import { droppedOn } from '../scores/pauses.ts';
import { deadlineIn, type TitleDeadline } from '../titles/reader.ts';
import { insertUnder, lineBreakOf, placeAbove } from './lines.ts';
import { headingSpan, placeOf, type Remedy, type Rule, replaces, statementOf } from './rule.ts';

/** When it is to be true: by the end of a cycle, or by a day. */
type When = InCycle | { readonly due: Day };
interface InCycle {
  readonly cycle: string;
  readonly last: Day;
}

export const timeframeMissing: Rule = {
  id: 'timeframe-missing',
  severity: 'warning',
  today: '2026-10-05',
  summary: 'An objective with no cycle and no due date',
  why: 'Without a date nobody can say whether it is on pace, and it is never time to look back and learn.',
  bad: `
    objective love: Customers love us more than any rival
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
      kr second: Families who order a second time
        from 34% to 45%
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
      kr second: Families who order a second time
        from 34% to 45%
  `,
  source:
    'The T of SMART, “time-related”: George T. Doran, _There’s a S.M.A.R.T. way to write management’s goals and objectives_, Management Review, 1981.',
  checkEntry(entry, { workspace }, say) {
    const today = workspace.today.get();
    if (!isTimeless(entry, today)) return;
    const node = statementOf(entry);
    const quarter = cycleOn(today, 'quarter');
    const now: InCycle = { cycle: quarter, last: lastDayOf(quarter) };
    const title = entry.element.title;
    const deadline = deadlineIn(title);
    const fiscalStart = workspace.settings.shared.fiscalYearStart;
    const named = deadline === undefined ? undefined : whenOf(deadline, today, fiscalStart);
    say({
      span: headingSpan(node),
      message:
        deadline === undefined || named === undefined
          ? `By when? Put it under a heading such as \`cycle ${quarter}\` (we are in it) or give it \`due ${toIso(now.last)}\`; without a date nobody can say whether it is on pace`
          : `By when? “${title.slice(deadline.span.start, deadline.span.end)}” stands in the title only: ${inWords(named)}; without a date nobody can say whether it is on pace`,
      remedies: () => waysOut(entry as ObjectiveEntry, now, named, deadline?.type !== 'duration'),
    });
  },
};

/** An objective that is there, and of which nothing says when it is to be true. */
function isTimeless(entry: Entry, today: Day): boolean {
  const { element } = entry;
  if (element.type !== 'objective' || entry.cycle !== undefined || element.due !== undefined) return false;
  if (element.title === '' && element.keyResults.length === 0) return false;
  // A day that cannot be read is a mistake of its own, and one is enough.
  if (statementOf(entry).body.some(({ kind }) => kind === 'due' || kind === 'cycle')) return false;
  if (element.keyResults.length > 0 && element.keyResults.every(({ due }) => due !== undefined)) return false;
  return droppedOn(element.pauses, today) === undefined;
}

function inWords(when: When): string {
  return 'due' in when
    ? `give it \`due ${toIso(when.due)}\``
    : `put it under a heading \`cycle ${when.cycle}\` or give it \`due ${toIso(when.last)}\``;
}

function waysOut(entry: ObjectiveEntry, now: InCycle, named: When | undefined, isPlain: boolean): Remedy[] {
  const first = named ?? now;
  const ways = [way(entry, first, named !== undefined && isPlain)];
  if ('cycle' in first) ways.push(way(entry, { due: first.last }, false));
  else if (first.due <= now.last) ways.push(way(entry, now, false));
  return ways;
}

function way(entry: ObjectiveEntry, when: When, isPreferred: boolean): Remedy {
  if (!('due' in when) && isHeadingWelcome(entry)) {
    const lineBreak = lineBreakOf(entry.block);
    const heading = `cycle ${when.cycle}${lineBreak}${lineBreak}`;
    return replaces(`Put it under \`cycle ${when.cycle}\``, placeAbove(entry), heading, isPreferred);
  }
  const line = 'due' in when ? `due ${toIso(when.due)}` : `cycle ${when.cycle}`;
  const { span, text } = insertUnder(entry.block, statementOf(entry), [line]);
  return replaces(`Add \`${line}\``, placeOf(entry, span), text, isPreferred);
}

/** A heading reaches down to the next one: it is right where nothing below it has a date, in its title neither. */
function isHeadingWelcome(entry: ObjectiveEntry): boolean {
  const { file, block } = entry;
  const { content } = file;
  if (statementOf(entry).start > 0 && content[0]?.block !== block) return false;
  for (let i = file.indexOf(block); i < content.length; i++) {
    const row = content[i];
    if (row?.heading?.cycle !== undefined) return true;
    for (const { facts } of row?.entries ?? []) {
      const element = facts.peek();
      if (element.type !== 'objective' || facts === entry.facts || element.cycle !== undefined) continue;
      if (element.due !== undefined || deadlineIn(element.title) !== undefined) return false;
    }
  }
  return true;
}

/** What a title says, as a cycle or a day; undefined where that is over already. */
function whenOf(deadline: TitleDeadline, today: Day, fiscalStart: number): When | undefined {
  const when = at(deadline, today, fiscalStart);
  return when === undefined || ('due' in when ? when.due : when.last) < today ? undefined : when;
}

/** The day by which a title says that it is to be true, unless that is over. A time from now on is no day. */
export function dueIn(title: string, today: Day, fiscalStart: number): Day | undefined {
  const deadline = deadlineIn(title);
  if (deadline === undefined || deadline.type === 'duration') return undefined;
  const when = whenOf(deadline, today, fiscalStart);
  return when === undefined ? undefined : 'due' in when ? when.due : when.last;
}

function at(deadline: TitleDeadline, today: Day, fiscalStart: number): When | undefined {
  const { year } = calendarDate(today);
  switch (deadline.type) {
    case 'duration':
      return deadline.unit === 'half'
        ? { due: addRhythm(today, { count: 6 * deadline.count, unit: 'month' }) }
        : { due: addRhythm(today, { count: deadline.count, unit: deadline.unit }) };
    case 'current':
      return current(deadline.unit, deadline.ahead, deadline.part, today);
    case 'date':
      return { due: next(deadline.year, year, today, each => dayOf(each, deadline.month, deadline.day)) };
    case 'month':
      return { due: next(deadline.year, year, today, each => dayInMonth(each, deadline.month, deadline.part)) };
    case 'quarter':
    case 'half': {
      const part = deadline.type === 'quarter' ? `Q${deadline.quarter}` : `H${deadline.half}`;
      const prefix = deadline.fiscal ? 'FY' : '';
      const last = (each: number) => lastDayOf(`${prefix}${each}-${part}`, fiscalStart);
      const found = deadline.year ?? [year, year + 1].find(each => last(each) >= today) ?? year;
      return cycleOrDay(`${prefix}${found}-${part}`, deadline.part, fiscalStart);
    }
    case 'year':
      return cycleOrDay(`${deadline.fiscal ? 'FY' : ''}${deadline.year}`, deadline.part, fiscalStart);
  }
}

function current(
  unit: Extract<TitleDeadline, { type: 'current' }>['unit'],
  ahead: number,
  part: TitleDeadline['part'],
  today: Day,
): When | undefined {
  if (unit === 'day') return { due: today + ahead };
  if (unit === 'week') return { due: today + 7 * ahead + 6 - ((today + 3) % 7) };
  const now = cycleOn(today, unit);
  const cycle = ahead === 0 ? now : (nextCycle(now) as string);
  return unit === 'month' ? { due: lastDayOf(cycle) } : cycleOrDay(cycle, part);
}

/** The end of a period is a day; the period as a whole is a cycle. */
function cycleOrDay(id: string, part: TitleDeadline['part'], fiscalStart = 1): When | undefined {
  const calendar = readCycle(id, fiscalStart);
  if (calendar === undefined) return undefined;
  const { last } = calendar.period;
  return part === 'end' ? { due: last } : { cycle: calendar.id, last };
}

function lastDayOf(cycle: string, fiscalStart = 1): Day {
  return readCycle(cycle, fiscalStart)?.period.last ?? Number.NEGATIVE_INFINITY;
}

function dayInMonth(year: number, month: number, part: TitleDeadline['part']): Day {
  return part === 'middle' ? dayOf(year, month, 15) : dayOf(year, month + 1, 1) - 1;
}

/** In the year that is said, else the next time that it comes round. */
function next(said: number | undefined, year: number, today: Day, day: (year: number) => Day): Day {
  if (said !== undefined) return day(said);
  return day(year) >= today ? day(year) : day(year + 1);
}
