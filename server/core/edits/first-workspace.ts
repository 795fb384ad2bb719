/** The files that somebody begins with who has no OKRs yet: an example that stands as it is, and can be written over. */
import { cycleOn, nextCycle, readCycle } from '../calendar/cycle.ts';
import { toIso } from '../calendar/day.ts';
import type { Day } from '../model/elements.ts';
import { capital } from '../reports/markdown/english.ts';
import { oneLine } from '../wording/one-line.ts';
import type { GitUser } from './who-is.ts';

export interface NewFile {
  /** Relative to the folder. */
  readonly name: string;
  readonly text: string;
}

export interface Beginner {
  readonly today: Day;
  /** Whose the example is; without `@`. */
  readonly handle: string;
  /** What git calls them: by it their check-ins are known as theirs. */
  readonly name?: string | undefined;
  /** The name of a team, such as `growth`; undefined for `our-team`. */
  readonly team?: string | undefined;
}

/** In days: a quarter that is nearly over is no time to begin. */
const SOON = 28;

/**
 * `okr.json`, and a file of the quarter: the one of today, or the next where that is nearly over. Nothing in it is wrong,
 * and the coach has one thing to say, which the file announces. The file to open is the last.
 */
export function firstWorkspace({ today, handle, name = '', team = 'our-team' }: Beginner): readonly NewFile[] {
  const { cycle, isNow, due, gone } = quarterFor(today);
  // Where each should be on this day: whoever begins late has not failed at once.
  const trials = Math.ceil(12 + 8 * gone);
  const days = Math.floor(9 - 5 * gone);
  const who = `@${handle}`;
  const title = team === 'our-team' ? 'Our team' : capital(team.replace(/[-_]+/g, ' '));
  const called = oneLine(name).trim();
  const isKnown = called === '' || called.toLowerCase() === handle.toLowerCase();
  const said = (line: string) => (isNow ? [line] : []);
  const lines = [
    '# An example to write over: every line is a keyword, its arguments and, after a colon, your own words.',
    `team ${team}: ${title}`,
    '',
    `cycle ${cycle}`,
    '  every 2 weeks',
    '',
    'objective welcome: New customers feel at home in their first week',
    `  owner ${who}`,
    '  > Who comes back in the first week stays for years.',
    '',
    '  kr trials: Trials that become customers',
    '    from 12% to 20%',
    `    owner ${who}`,
    ...said(`    checkin ${toIso(today)} ${trials}% confidence 6/10: Where we are today`),
    '',
    '  kr first-order: Days until the first order',
    '    from 9 to 4 days',
    `    owner ${who}`,
    ...said(`    checkin ${toIso(today)} ${days} days confidence 7/10`),
    '',
    '  # Nobody could tell when this one has come true. See what the coach says of it, and take what it offers.',
    '  kr help: Improve our help pages',
    `    owner ${who}`,
    '',
    'kpi answers: Hours until a question is answered',
    `  owner ${who}`,
    '  every week',
    '  healthy at most 8 hours',
    `  reading ${toIso(today)} 6 hours`,
    '',
    'initiative tour: A first visit with a guide',
    '  supports welcome.trials',
    `  owner ${who}`,
    `  due ${toIso(due)}`,
    '  planned',
    ...(isKnown ? [] : ['', `# By this name git knows ${who}.`, `person ${who}: ${called}`]),
  ];
  return [
    { name: 'okr.json', text: `${JSON.stringify({ root: true }, null, 2)}\n` },
    { name: `${cycle}.okr`, text: `${lines.join('\n')}\n` },
  ];
}

/** A handle for somebody whom no file names yet: the first name, else the mailbox, else `you`. */
export function handleFor({ name, email }: GitUser): string {
  for (const text of [name.trim().split(/\s+/)[0], email.split(/[@+]/)[0]]) {
    const handle = (text ?? '').toLowerCase().replace(/^[^\p{L}]+|[^\p{L}\d._-]+|[._-]+$/gu, '');
    if (handle !== '') return handle;
  }
  return 'you';
}

/** @returns `gone`: how much of it is over, 0…1 */
function quarterFor(today: Day): { cycle: string; isNow: boolean; due: Day; gone: number } {
  const now = cycleOn(today, 'quarter');
  const { first, last } = periodOf(now);
  const gone = (today - first + 1) / (last - first + 1);
  if (last - today >= SOON) return { cycle: now, isNow: true, due: last - Math.floor((last - today) / 2), gone };
  const next = nextCycle(now) ?? now;
  const { first: begin, last: end } = periodOf(next);
  return { cycle: next, isNow: false, due: end - Math.floor((end - begin) / 2), gone: 0 };
}

function periodOf(cycle: string): { first: Day; last: Day } {
  const read = readCycle(cycle);
  if (read === undefined) throw new Error(`${cycle} is no calendar cycle`);
  return read.period;
}
