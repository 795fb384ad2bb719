/** Days that are meant most likely, each with its reason. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { addRhythm, calendarDate, dayOf, toIso } from '../../calendar/day.ts';
import type { Day, Period } from '../../model/elements.ts';
import type { KpiEntry, ObjectiveEntry } from '../../model/entry.ts';
import { fromToday, weekday } from '../words.ts';
import type { Writing } from './arguments.ts';
import type { Proposal } from './item.ts';

type Choice = readonly [day: Day | undefined, why: string];

export function dateProposals(writing: Writing): Proposal[] {
  const { context, state } = writing;
  const today = context.workspace.today.get();
  const days = new Map<Day, string[]>();
  for (const [day, why] of choices(writing, today)) {
    if (day === undefined) continue;
    const reasons = days.get(day);
    if (reasons === undefined) days.set(day, [why]);
    else reasons.push(why);
  }
  const proposals = [...days].map(([day, reasons]): Proposal => {
    const whys = reasons.filter(why => why !== '');
    const text = [...whys, weekday(day), ...(whys.includes('today') ? [] : [fromToday(day, today)])].join(', ');
    return { label: toIso(day), kind: CompletionItemKind.Event, description: text, also: text };
  });
  if (state.keyword.kind === 'from' && state.before.length > 1)
    proposals.push({ label: '?', kind: CompletionItemKind.Value, description: 'no last day yet: no pace either' });
  return proposals;
}

function choices(writing: Writing, today: Day): Choice[] {
  const { context, place, state } = writing;
  const { cycle } = place.heading;
  const period = typeof cycle === 'string' ? context.workspace.cycles.of(cycle).period : undefined;
  const last: Choice = [period?.last, 'last day of the cycle'];
  const now: Choice = [today, 'today'];
  const isBefore = period?.first !== undefined && today + 14 < period.first;
  const soon: Choice = [isBefore ? undefined : today + 14, ''];
  const { kind } = state.keyword;
  switch (kind) {
    case 'checkin':
    case 'reading':
      return [now, [nextRound(writing), kind === 'checkin' ? 'next check-in' : 'next reading']];
    case 'grade':
      return period?.last !== undefined && period.last < today ? [last, now] : [now, last];
    case 'plan':
      return [...monthEnds(period, today), [nextRound(writing), 'next check-in'], last];
    case 'due':
      return [last, ...monthEnds(period, today), soon];
    case 'milestone':
      return state.before.at(-1)?.text === 'done' ? [now, [today - 1, '']] : [...monthEnds(period, today), last, soon];
    case 'until':
      return [now, [monthEnd(today), 'end of the month']];
    case 'from':
      return state.before.length === 0
        ? [now, [monthEnd(today) + 1, 'first of the next month']]
        : [
            [quarterEnd(today), 'end of the quarter'],
            [monthEnd(today), 'end of the month'],
          ];
    default:
      return [now];
  }
}

/** When the next check-in or reading is due, counted from the newest; undefined where that has passed, or nothing tells. */
function nextRound(writing: Writing): Day | undefined {
  const due = roundAfter(writing);
  return due === undefined || due < writing.context.workspace.today.get() ? undefined : due;
}

function roundAfter({ context, place }: Writing): Day | undefined {
  const { standings } = context;
  const { entry, keyResult } = place;
  const element = entry?.facts.peek();
  if (element?.type === 'kpi') {
    const { day } = standings.kpi(entry as KpiEntry);
    return day === undefined || element.rhythm === undefined ? undefined : addRhythm(day, element.rhythm);
  }
  if (element?.type !== 'objective') return undefined;
  const objective = entry as ObjectiveEntry;
  const standing = keyResult === undefined ? standings.objective(objective).objective : standings.keyResult(keyResult);
  const from = standing?.lastCheckin ?? standing?.period.first;
  return from === undefined
    ? undefined
    : addRhythm(from, standings.rhythm({ objective, keyResult: keyResult?.keyResult }));
}

/** The ends of the months to come in a cycle, but for its own. */
function monthEnds(period: Period | undefined, today: Day): Choice[] {
  const ends: Choice[] = [];
  const first = Math.max(today, period?.first ?? today);
  const last = Math.min(period?.last ?? first + 92, first + 366);
  for (let day = monthEnd(first); day < last; day = monthEnd(day + 1)) ends.push([day, 'end of the month']);
  return ends;
}

/** The days on which something is planned mostly: the ends of the months to come in a cycle, and its own. */
export function daysAhead(period: Period | undefined, today: Day): Day[] {
  const last = period?.last;
  const ends = monthEnds(period, today).flatMap(([day]) => (day === undefined ? [] : [day]));
  return last === undefined || last < today ? ends : [...ends, last];
}

function monthEnd(day: Day): Day {
  const { year, month } = calendarDate(day);
  return dayOf(year, month + 1, 1) - 1;
}
function quarterEnd(day: Day): Day {
  const { year, month } = calendarDate(day);
  return dayOf(year, month + 3 - ((month - 1) % 3), 1) - 1;
}
