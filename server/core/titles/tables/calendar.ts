/** Words of the calendar. */
import { aliasesOf } from '../../../../grammar/spelling.ts';
import { PhraseTable, wordSet } from '../phrases.ts';
import type { CalendarUnit } from '../reading.ts';

const MONTHS = [
  'january jan',
  'february feb',
  'march mar',
  'april apr',
  'may',
  'june jun',
  'july jul',
  'august aug',
  'september sep sept',
  'october oct',
  'november nov',
  'december dec',
];
/** From 1. */
export const months: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) => names.split(' ').map(name => [name, index + 1] as const)),
);

export const calendarUnits: ReadonlyMap<string, CalendarUnit> = aliasesOf({
  day: 'day days',
  week: 'week weeks',
  month: 'month months mos',
  quarter: 'quarter quarters cycle',
  half: 'half',
  year: 'year years',
});

/** Before a point or a period. */
export const deadlinePrepositions = wordSet(
  'by in within before until till during through throughout at for on over to',
);

/** The end of the current period, in a word or two. */
export const periodEnds = new PhraseTable<CalendarUnit>([
  ['year', "year - end|year end|yearend|eoy|end of year|end of the year|end of this year|years end|year's end|eofy"],
  [
    'year',
    'end of the current year|end of the fiscal year|end of fiscal year|end - of - year|fiscal year end|fiscal year - end',
  ],
  ['quarter', "quarter - end|quarter end|eoq|end of quarter|end of the quarter|end of this quarter|quarter's end"],
  ['quarter', 'end of the cycle|end of cycle|end - of - quarter|end of the current quarter'],
  ['month', 'month - end|month end|eom|end of month|end of the month|end of this month|end - of - month'],
  ['week', 'end of week|end of the week|eow|end of this week'],
  ['half', 'end of the half|end of half|eoh|end of this half'],
]);

/** Words before a period that say which part of it. */
export const periodParts = new PhraseTable<'start' | 'middle' | 'end'>([
  ['end', 'the end of|end of|end|the close of|close of|late|the last day of|last day of|end -'],
  ['start', 'the beginning of|beginning of|the start of|start of|early|the first day of|beginning|start|first day of'],
  ['middle', 'mid -|mid|the middle of|middle of'],
]);

/** `the next 6 months`. */
export const aheadWords = wordSet('next coming following upcoming');

/** Verbs for what is done once: `Launch … within 6 weeks` is a deadline, `Customers go live within 6 weeks` is a measure. */
export const onceVerbs = wordSet(`
  launch ship release complete finish deliver implement migrate build create roll rollout deploy publish develop open
  establish introduce design set write start close hire recruit onboard reach grow hit acquire get achieve increase reduce
  raise double triple sign sell win generate move merge lose run earn save become be learn
`);

/** In a title with these, a duration is the measure and no deadline. */
export const paceWords = wordSet(`
  payback time times duration takes take taking recoup recover recovered ramp productive tenure runway breakeven resolved
  answered paid respond response promoted live turnaround lead cycle hired filled fill mttr sla within-sla processed
`);
