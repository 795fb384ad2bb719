/** Whole elements and facts to fill in. */
import type { Statement } from '../../../../grammar/tree.ts';
import { toIso } from '../../calendar/day.ts';
import type { KpiEntry } from '../../model/entry.ts';
import { kpiUnit } from '../../standing/kpi-unit.ts';
import type { FeatureContext } from '../context.ts';
import { entryOf, keyResultAt } from '../cursor.ts';
import { ofTen, unitOf } from '../words.ts';
import { stepOf } from './indentation.ts';
import { inSnippet } from './item.ts';
import type { LinePlace } from './place.ts';

/** A place to fill in, with what stands there first. */
const stop = (number: number, text: string) => `\${${number}:${inSnippet(text)}}`;
const choice = (number: number, ...words: readonly string[]) => `\${${number}|${words.join(',')}|}`;

export interface Snippet {
  readonly label: string;
  readonly lines: readonly string[];
}

/** The snippet that begins with a keyword; undefined where the keyword alone is as good. */
export function snippetFor(
  context: FeatureContext,
  place: LinePlace,
  keyword: string,
  holder: Statement | undefined,
): Snippet | undefined {
  const step = stepOf(place);
  const today = toIso(context.workspace.today.get());
  switch (keyword) {
    case 'objective':
      return {
        label: 'objective with a key result',
        lines: [
          `objective ${stop(1, 'name')}: ${stop(2, 'What shall be true at the end')}`,
          `${step}owner @$3`,
          '',
          `${step}kr ${stop(4, 'name')}: ${stop(5, 'How we would notice')}`,
          `${step}${step}from ${stop(6, '0')} to ${stop(7, '10')}`,
        ],
      };
    case 'kr':
      return {
        label: 'kr with a measure',
        lines: [
          `kr ${stop(1, 'name')}: ${stop(2, 'How we would notice')}`,
          `${step}from ${stop(3, '0')} to ${stop(4, '10')}`,
        ],
      };
    case 'kpi':
      if (holder !== undefined) return undefined;
      return {
        label: 'kpi with a healthy line',
        lines: [
          `kpi ${stop(1, 'name')}: ${stop(2, 'What we watch')}`,
          `${step}owner @$3`,
          `${step}every ${choice(4, 'week', '2 weeks', 'month', 'quarter')}`,
          `${step}healthy ${choice(5, 'at least', 'at most')} ${stop(6, '10')}`,
        ],
      };
    case 'initiative':
      return {
        label: 'initiative with its goal',
        lines: [
          `initiative ${stop(1, 'name')}: ${stop(2, 'What we do')}`,
          `${step}supports $3`,
          `${step}owner @$4`,
          `${step}${choice(5, 'planned', 'active')}`,
        ],
      };
    case 'checkin':
      return checkin(context, place, holder, today);
    case 'reading':
      return {
        label: `reading ${today}`,
        lines: [`reading ${today} ${amount(readingUnit(context, place, holder))}$0`],
      };
    case 'milestone':
      return {
        label: 'milestone with a date',
        lines: [`milestone due ${stop(1, lastDay(context, place) ?? today)}: ${stop(2, 'What is there then')}`],
      };
    default:
      return undefined;
  }
}

/** As the key result's check-ins go: a value only where it has one of its own, the last confidence to begin with. */
function checkin(context: FeatureContext, place: LinePlace, holder: Statement | undefined, today: string): Snippet {
  const row = (place.above ?? place).row;
  const entry = holder?.kind === 'kr' ? keyResultAt(row, holder) : undefined;
  const standing = entry && context.standings.keyResult(entry);
  const measure = entry?.keyResult.measure;
  const isFed = entry?.keyResult.kpi !== undefined || entry?.keyResult.data !== undefined;
  const hasValue = measure !== undefined && measure.kind !== 'milestones' && !isFed;
  const value = hasValue ? `${amount(unitOf(measure))} ` : '';
  const confidence = standing?.confidence === undefined ? '5' : ofTen(standing.confidence).replace('/10', '');
  return {
    label: `checkin ${today}`,
    lines: [`checkin ${today} ${value}confidence ${stop(2, confidence)}/10: ${stop(3, 'What happened')}`],
  };
}

/** `${1:value} points`, `€${1:value}`, `${1:value}%` */
function amount(unit: string): string {
  const written = inSnippet(unit);
  if (/^\p{L}{0,2}\p{Sc}$/u.test(unit)) return `${written}${stop(1, 'value')}`;
  const blank = unit === '' || unit === '%' || unit === 'x' ? '' : ' ';
  return `${stop(1, 'value')}${blank}${written}`;
}

function readingUnit({ workspace }: FeatureContext, { row, above }: LinePlace, holder: Statement | undefined): string {
  const entry = holder && entryOf((above ?? { row }).row, holder);
  return entry?.facts.peek().type === 'kpi' ? kpiUnit(entry as KpiEntry, workspace) : '';
}

function lastDay({ workspace }: FeatureContext, { heading }: LinePlace): string | undefined {
  const last = typeof heading.cycle === 'string' ? workspace.cycles.of(heading.cycle).period.last : undefined;
  return last === undefined ? undefined : toIso(last);
}
