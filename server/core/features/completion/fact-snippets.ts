/** Facts to fill in, with what is known already: today, the last value and its unit, the last confidence, the target. */
import { toIso } from '../../calendar/day.ts';
import type { Day, FromToMeasure, Hold, Measure, Period } from '../../model/elements.ts';
import type { KeyResultEntry, KpiEntry, ObjectiveEntry } from '../../model/entry.ts';
import type { KeyResultStanding } from '../../scores/key-result.ts';
import { halfUp } from '../../scores/rounding.ts';
import { kpiUnit } from '../../standing/kpi-unit.ts';
import { entryOf, keyResultAt } from '../cursor.ts';
import { ofTen, unitOf } from '../words.ts';
import { nextDay } from './element-snippets.ts';
import type { Snippet, SnippetGround } from './snippets.ts';
import { amount, choice, stop } from './tab-stops.ts';

export function factSnippets(ground: SnippetGround, keyword: string): readonly Snippet[] | undefined {
  const today = toIso(ground.context.workspace.today.get());
  const label = `${keyword} ${today}`;
  const begin = `${label} `;
  switch (keyword) {
    case 'checkin':
      return [{ label, lines: [begin + checkin(ground)], plain: begin }];
    case 'reading':
      return [{ label, lines: [`${begin}${reading(ground)}$0`], plain: begin }];
    case 'target': {
      const now = target(ground);
      return now === undefined ? [] : [{ label, lines: [begin + now], plain: begin }];
    }
    case 'plan':
      return plan(ground);
    case 'grade':
      return [{ label, lines: [`${begin}${stop(1, score(ground))}: ${stop(2, 'Why')}`], plain: begin }];
    case 'dropped':
    case 'resumed':
      return [{ label, lines: [`${label}: ${stop(1, 'Why')}`], plain: `${label}: ` }];
    case 'milestone': {
      const day = toIso(nextDay(ground, lastStep(ground)));
      return [
        {
          label: 'milestone with a date',
          lines: [`milestone due ${stop(1, day)}: ${stop(2, 'What is there then')}`],
          plain: `milestone due ${day}: `,
        },
      ];
    }
    default:
      return undefined;
  }
}

/** As the key result's check-ins go: a value only where it has one of its own, the last confidence to begin with. */
function checkin(ground: SnippetGround): string {
  const found = keyResultOf(ground);
  const measure = measureOf(ground);
  const isFed = found?.entry.keyResult.kpi !== undefined || found?.entry.keyResult.data !== undefined;
  const hasValue = measure !== undefined && measure.kind !== 'milestones' && !isFed;
  const last = found?.standing?.value ?? beginningOf(measure);
  const value = hasValue ? `${amount(1, last, unitOf(measure))} ` : '';
  const confidence = confidenceOf(ground)?.replace('/10', '') ?? '5';
  return `${value}confidence ${stop(2, confidence)}/10: ${stop(3, 'What happened')}`;
}

function reading({ context, place, holder }: SnippetGround): string {
  const entry = holder && entryOf((place.above ?? place).row, holder);
  if (entry?.facts.peek().type !== 'kpi') return stop(1, '0');
  const kpi = entry as KpiEntry;
  return amount(1, context.standings.kpi(kpi).value ?? 0, kpiUnit(kpi, context.workspace));
}

/** What it is now, to be changed; undefined where there is none. */
function target(ground: SnippetGround): string | undefined {
  const measure = measureOf(ground);
  if (measure?.kind === 'keep') return `${line(measure.hold)}: ${stop(3, 'Why')}`;
  if (measure?.kind === 'from-to') return `${amount(1, measure.to ?? 0, measure.unit)}: ${stop(2, 'Why')}`;
  return undefined;
}

function line({ bound, low, high, unit }: Hold): string {
  if (bound === 'between') return `between ${amount(1, low ?? 0, unit)} and ${amount(2, high ?? 0, unit)}`;
  const bounds = ['at least', 'at most', 'above', 'below'].sort((a, b) => Number(b === bound) - Number(a === bound));
  return `${choice(1, bounds)} ${amount(2, low ?? high ?? 0, unit)}`;
}

/** Where a straight way would be at the end of a month. */
function plan(ground: SnippetGround): readonly Snippet[] {
  const found = keyResultOf(ground);
  const measure = measureOf(ground);
  if (found === undefined || measure?.kind !== 'from-to') return [];
  const day = nextDay(ground, Math.max(0, ...found.entry.keyResult.plan.map(each => each.day)));
  const iso = toIso(day);
  const value = onTheWay(measure, found.standing?.period ?? {}, day);
  return [
    {
      label: `plan ${iso}`,
      lines: [`plan ${stop(1, iso)} ${amount(2, value, measure.unit)}`],
      plain: `plan ${iso} `,
    },
  ];
}

/** To two digits of the whole way, as nobody plans more exactly. */
function onTheWay({ from, to }: FromToMeasure, { first, last }: Partial<Period>, day: Day): number {
  if (from === null || to === null || first === undefined || last === undefined || last <= first || from === to)
    return to ?? from ?? 0;
  const share = Math.min(1, Math.max(0, (day - first) / (last - first)));
  const step = 10 ** Math.floor(Math.log10(Math.abs(to - from)) - 1);
  return share === 1 ? to : halfUp((from + (to - from) * share) / step, 0) * step;
}

function beginningOf(measure: Measure | undefined): number {
  if (measure?.kind === 'from-to') return measure.from ?? 0;
  return measure?.kind === 'keep' ? (measure.hold.low ?? measure.hold.high ?? 0) : 0;
}

/** What was computed, for a judgement to begin with. */
function score(ground: SnippetGround): string {
  const standing = standingOf(ground);
  const computed = standing?.judged === false ? standing.score : undefined;
  return halfUp(Math.max(0, computed ?? 0.7), 1).toFixed(1);
}

function confidenceOf(ground: SnippetGround): string | undefined {
  const confidence = standingOf(ground)?.confidence;
  return confidence === undefined ? undefined : ofTen(confidence);
}

function standingOf(ground: SnippetGround) {
  const { context, place, holder } = ground;
  if (holder?.kind === 'kr') return keyResultOf(ground)?.standing;
  const entry = holder && entryOf((place.above ?? place).row, holder);
  return entry?.facts.peek().type === 'objective'
    ? context.standings.objective(entry as ObjectiveEntry).objective
    : undefined;
}

function keyResultOf({
  context,
  place,
  holder,
}: SnippetGround): { readonly entry: KeyResultEntry; readonly standing: KeyResultStanding | undefined } | undefined {
  const entry = holder?.kind === 'kr' ? keyResultAt((place.above ?? place).row, holder) : undefined;
  return entry && { entry, standing: context.standings.keyResult(entry) };
}

/** With the target, or the line, that is in force today. */
function measureOf(ground: SnippetGround): Measure | undefined {
  const found = keyResultOf(ground);
  return found?.standing?.measure ?? found?.entry.keyResult.measure;
}

/** The day of the latest step that is there already: the next one comes after it. */
function lastStep(ground: SnippetGround): number {
  const measure = keyResultOf(ground)?.entry.keyResult.measure;
  return measure?.kind === 'milestones' ? Math.max(0, ...measure.steps.map(({ due }) => due ?? 0)) : 0;
}
