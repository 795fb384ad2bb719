/** Differences in words, for a terminal and for Markdown alike: the one escapes people's words as the other does not. */
import { dayInWords, fromIso } from '../calendar/day.ts';
import type { CheckInReport } from '../reports/report.ts';
import { halfUp, showScore, withMinus } from '../scores/rounding.ts';
import { formatNumber, formatValue } from '../scores/value-text.ts';
import { healthStanding, type Standing as Look, statusStanding } from '../wording/standing.ts';
import type {
  Change,
  CheckInsDifference,
  ElementDifference,
  RevisionReport,
  Standing,
  WorkspaceDifference,
} from './difference.ts';
import type { LifeEvent } from './life.ts';

export interface Writer {
  readonly today: string;
  /** A text from a file, as it may be shown. */
  readonly plain: (text: string) => string;
}

const ofText: Partial<Record<Change['what'], string>> = {
  with: 'shared with',
  kind: 'kind',
  weight: 'weight',
  rhythm: 'checked in',
  plan: 'plan',
  status: 'status',
  healthy: 'healthy line',
  critical: 'critical line',
  supports: 'supports',
  needs: 'needs',
  continues: 'continues',
  follows: 'follows',
  kpi: 'KPI',
  data: 'data',
  tags: 'tags',
  links: 'links',
  baseline: 'baseline',
  target: 'target',
  measure: 'measure',
  grade: 'grade',
};

/** `target 50 → 44 points, in place`, `handed over from @ana to @li`, `dropped on 16 Nov: we learned enough (@ana)` */
export function changeInWords(change: Change, writer: Writer): string {
  const { what, from, to, date, inPlace } = change;
  const { plain } = writer;
  switch (what) {
    case 'title':
      return from === null
        ? 'got a title'
        : to === null
          ? `no title any more, was ${quoted(from, writer)}`
          : `reworded, was ${quoted(from, writer)}`;
    case 'name':
      return from === null
        ? `got the name ${plain(to ?? '')}`
        : to === null
          ? `name ${plain(from)} taken away`
          : `renamed from ${plain(from)} to ${plain(to)}`;
    case 'team':
    case 'cycle':
    case 'objective':
      return from === null
        ? `moved to ${what} ${plain(to ?? '')}`
        : `moved from ${what} ${plain(from)} ${to === null ? 'to none' : `to ${plain(to)}`}`;
    case 'owner':
      return from === null
        ? `owner ${plain(to ?? '')}`
        : to === null
          ? `no owner any more, was ${plain(from)}`
          : `handed over from ${plain(from)} to ${plain(to)}`;
    case 'description':
      return from === null ? 'description written' : to === null ? 'description taken out' : 'description reworded';
    case 'reflection':
      return 'reflections written';
    case 'dropped':
    case 'resumed':
      return to === null
        ? `no longer ${what} on ${day(from ?? '', writer)}`
        : `${what} on ${day(to, writer)}${reason(change, writer)}`;
    case 'step':
      return stepInWords(from, to, writer);
    case 'due':
      return `due ${arrow(from && day(from, writer), to && day(to, writer), plain)}`;
    default: {
      const moved =
        to === null && date !== null
          ? `line of ${day(date, writer)} taken out (${plain(from ?? '')})`
          : arrow(from, to, plain);
      const when = to !== null && date !== null ? ` on ${day(date, writer)}` : '';
      return `${ofText[what] ?? what} ${moved}${when}${inPlace && date === null ? ', in place' : ''}${reason(change, writer)}`;
    }
  }
}

function stepInWords(from: string | null, to: string | null, writer: Writer): string {
  const { plain } = writer;
  if (from === null) return `new step: ${plain(to ?? '')}`;
  if (to === null) return `step taken out: ${plain(from)}`;
  const text = to.replace(stepEnd, '');
  if (text !== from.replace(stepEnd, '')) return `step ${plain(from)} → ${plain(to)}`;
  const [was, is] = [from, to].map(step =>
    step.slice(text.length + 2).replace(/\d{4}-\d\d-\d\d/, iso => day(iso, writer)),
  );
  return `step ${plain(text)}: ${was || 'open'} → ${is || 'open'}`;
}

/** What follows the words of a step: when it is due or done, and what it weighs. */
const stepEnd = /(?:, (?:due|done)(?: \d{4}-\d\d-\d\d)?)?(?:, weight [\d.,]+)?$/;

/** `50 → 44 points`: what both end with is said once. */
function arrow(from: string | null, to: string | null, plain: Writer['plain']): string {
  if (from === null) return plain(to ?? '');
  if (to === null) return `${plain(from)} taken out`;
  const unit = /(?<=\d) \S.*$/u.exec(to)?.[0] ?? '';
  const bare = unit !== '' && from.endsWith(unit) ? from.slice(0, -unit.length) : from;
  return `${plain(bare)} → ${plain(to)}`;
}

function reason({ why, by }: Change, { plain }: Writer): string {
  return (why === '' ? '' : `: ${plain(why)}`) + (by === null ? '' : ` (${plain(by)})`);
}

function quoted(text: string, { plain }: Writer): string {
  return `“${plain(text)}”`;
}

/** `14 Nov`, with its year where that is not this year. */
export function day(iso: string, { today }: Writer): string {
  return dayInWords(fromIso(iso) ?? 0, fromIso(today));
}

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

export function ofTen(share: number): string {
  return `${formatNumber(halfUp(share * 10, 1))}/10`;
}

export function many(count: number, one: string): string {
  return `${formatNumber(count)} ${one}${count === 1 ? '' : 's'}`;
}

/** `0.50 → 0.56`; `0.50` where nothing moved that can be seen; empty without a score. */
export function scoreInWords(before: number | null, after: number | null): string {
  const [was, is] = [before, after].map(score => (score === null ? '–' : showScore(score)));
  return was === is ? (is === '–' ? '' : (is as string)) : `${was} → ${is}`;
}

/** `+0.06`, `−0.10`; empty where nothing moved that can be seen. */
export function scoreMoved(before: number | null, after: number | null): string {
  if (before === null || after === null || showScore(before) === showScore(after)) return '';
  // What is shown is the difference of what is shown.
  const by = halfUp(after, 2) - halfUp(before, 2);
  return withMinus(`${by > 0 ? '+' : ''}${by.toFixed(2)}`);
}

/** Targets, baselines and measures that were changed where they stand, with their elements. */
export function goalpostsMoved({
  objectives,
}: Pick<WorkspaceDifference, 'objectives'>): { readonly element: ElementDifference; readonly change: Change }[] {
  return objectives.flatMap(({ keyResults }) =>
    keyResults.flatMap(element =>
      element.changes.filter(({ inPlace }) => inPlace).map(change => ({ element, change })),
    ),
  );
}

/** All elements that differ, key results right below their objectives. */
export function elementsOf({
  objectives,
  kpis,
  initiatives,
}: Pick<WorkspaceDifference, 'objectives' | 'kpis' | 'initiatives'>): ElementDifference[] {
  return [...objectives.flatMap(objective => [objective, ...objective.keyResults]), ...kpis, ...initiatives];
}

/** `2 new, 1 taken out, 3 changed, 4 check-ins`; `nothing`. */
export function summary(workspaces: readonly WorkspaceDifference[]): string {
  const all = workspaces.flatMap(elementsOf);
  const parts = (['added', 'removed', 'changed'] as const).flatMap(what => {
    const found = all.filter(each => each.what === what).length;
    return found === 0
      ? []
      : [`${formatNumber(found)} ${{ added: 'new', removed: 'taken out', changed: 'changed' }[what]}`];
  });
  const checkins = all.reduce((sum, each) => sum + each.checkins.added.length, 0);
  return [...parts, ...(checkins === 0 ? [] : [many(checkins, 'check-in')])].join(', ');
}

/** How something stands, as a word, a shape and a tone. */
export function lookOf({ status }: Pick<Standing, 'status'>): Look {
  switch (status) {
    case 'healthy':
    case 'watch':
    case 'critical':
    case 'unknown':
      return healthStanding(status);
    case 'planned':
    case 'active':
      return { word: status, shape: status === 'active' ? 'half' : 'dashed', tone: 'quiet' };
    default:
      return statusStanding(status);
  }
}

/** `0.50 → 0.56`; of a KPI `310 → 340 ms`. */
export function figureInWords({ kind, before, after, unit }: ElementDifference, { plain }: Writer): string {
  if (kind !== 'kpi' && before === null) return scoreInWords(after?.score ?? null, after?.score ?? null);
  if (kind !== 'kpi') return scoreInWords(before?.score ?? null, after?.score ?? null);
  const [from, to] = [before, after].map(each => (each?.value == null ? null : formatValue(each.value, unit)));
  return from === to || to === null
    ? plain(from ?? '')
    : from === null
      ? plain(to as string)
      : arrow(from as string, to as string, plain);
}

/** `main (3f2a1b0c, 20 Nov)`, `working tree` */
export function revisionInWords({ name, id, date }: RevisionReport, writer: Writer): string {
  if (id === null || date === null) return writer.plain(name);
  const short = id.slice(0, 8);
  const details = [...(id.startsWith(name) ? [] : [short]), day(date, writer)].join(', ');
  return `${writer.plain(id.startsWith(name) ? short : name)} (${details})`;
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
