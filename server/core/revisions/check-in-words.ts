/** Check-ins and readings in words, and what an event of a life says. */
import type { CheckInReport } from '../reports/report.ts';
import { halfUp } from '../scores/rounding.ts';
import { formatNumber, formatValue } from '../scores/value-text.ts';
import { statusStanding } from '../wording/standing.ts';
import { changeInWords } from './change-words.ts';
import type { CheckInsDifference, ElementDifference } from './difference.ts';
import type { Life, LifeEvent } from './life.ts';
import { day, many, quoted, type Writer } from './writer.ts';

/** `2 check-ins, newest 20 Nov: 44 points, 7/10, “Waiting times are down”`; empty where there are none. */
export function checkInsInWords(
  { what, checkins: { added, removed, changed }, kind, unit }: ElementDifference,
  writer: Writer,
): string[] {
  const one = kind === 'kpi' ? 'reading' : 'check-in';
  const newest = added.at(-1);
  const said: string[] = [];
  if (newest !== undefined)
    said.push(
      `${added.length === 1 ? `${one} of` : `${many(added.length, one)}, newest`} ${checkInInWords(newest, unit, writer)}`,
    );
  said.push(...rewrittenInWords({ changed: changed.slice(0, 3) }, one, unit, writer));
  if (changed.length > 3) said.push(`${many(changed.length - 3, `more ${one}`)} rewritten`);
  if (removed.length > 0 && what !== 'removed') said.push(`${many(removed.length, one)} taken out`);
  return said;
}

function rewrittenInWords(
  { changed }: Pick<CheckInsDifference, 'changed'>,
  one: string,
  unit: string,
  writer: Writer,
): string[] {
  return changed.map(
    ({ from, to }) =>
      `${one} of ${day(to.date, writer)} rewritten: was ${saysOf(from, unit, writer)}, is ${saysOf(to, unit, writer)}`,
  );
}

/** `20 Nov: 44 points, 7/10, at risk, “Waiting times are down”` */
export function checkInInWords(checkin: CheckInReport, unit: string, writer: Writer): string {
  return `${day(checkin.date, writer)}: ${saysOf(checkin, unit, writer)}`;
}

function saysOf({ value, confidence, status, note, by }: CheckInReport, unit: string, writer: Writer): string {
  const { plain } = writer;
  return [
    ...(value === null ? [] : [plain(formatValue(value, unit))]),
    ...(confidence === null ? [] : [ofTen(confidence)]),
    ...(status === null ? [] : [statusStanding(status).word]),
    ...(note === '' ? [] : [quoted(note, writer)]),
    ...(by === null ? [] : [plain(by)]),
  ].join(', ');
}

function ofTen(share: number): string {
  return `${formatNumber(halfUp(share * 10, 1))}/10`;
}

/** What an event of a life says, one thing a line: `created: from 35 to 50 points`, `check-in of 20 Nov: 44 points`. */
export function eventInWords(
  event: LifeEvent,
  { kind, unit }: Pick<ElementDifference, 'kind' | 'unit'>,
  writer: Writer,
): string[] {
  const { what, measure, movedFrom, path, changes, checkins } = event;
  const { plain } = writer;
  const one = kind === 'kpi' ? 'reading' : 'check-in';
  return [
    ...(what === 'created' ? [measure === null ? 'created' : `created: ${plain(measure)}`] : []),
    ...(what === 'removed' ? ['taken out'] : []),
    ...(movedFrom === null ? [] : [`moved from ${plain(movedFrom)} to ${plain(path)}`]),
    ...changes.map(change => changeInWords(change, writer)),
    ...checkins.added.map(each => `${one} of ${checkInInWords(each, unit, writer)}`),
    ...rewrittenInWords(checkins, one, unit, writer),
    ...checkins.removed.map(each => `${one} taken out, ${checkInInWords(each, unit, writer)}`),
  ];
}

/** Of a life without events: all that git knows is of a later day. */
export function nothingYet({ today }: Life, writer: Writer): string {
  return `Up to ${day(today, writer)} git knows nothing of it: its first commit came later.`;
}
