/** How elements stand before and after in words, and what all that differs comes to. */
import { halfUp, showScore, withMinus } from '../scores/rounding.ts';
import { formatNumber, formatValue } from '../scores/value-text.ts';
import { healthStanding, type Standing as Look, statusStanding } from '../wording/standing.ts';
import type { Change, ElementDifference, RevisionReport, Standing, WorkspaceDifference } from './difference.ts';
import { arrow, day, many, type Writer } from './writer.ts';

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
