/** What needs attention first: blocked, off track, critical, silent, not measurable. */
import { isUnmeasured } from '../wording/standing.ts';
import { count, daysBetween, percent, quantity } from '../wording/words.ts';
import type { KeyResultReport, KpiReport, ObjectiveReport, Place, Report } from './report.ts';

export interface Attention {
  readonly what: 'blocked' | 'off-track' | 'critical' | 'silent' | 'unmeasurable';
  readonly title: string;
  /** Ready to read: `18% of the way, 56% expected; nobody has said anything for 36 days`. */
  readonly text: string;
  readonly place: Place;
}

type Goal = ObjectiveReport | KeyResultReport;

const ORDER: readonly Attention['what'][] = ['blocked', 'off-track', 'critical', 'silent', 'unmeasurable'];

/** Each once, for its most urgent reason. Nothing of a cycle that has ended: what it missed is in its review. */
export function needsAttention({ today, cycle, objectives, kpis }: Report): Attention[] {
  if (cycle.end !== null && today > cycle.end) return [];
  const goals = objectives.flatMap((objective): readonly Goal[] =>
    objective.dropped !== null ? [] : objective.keyResults.length === 0 ? [objective] : objective.keyResults,
  );
  const all = [...goals.map(goal => ofGoal(goal, today)), ...kpis.map(kpi => ofKpi(kpi, today))];
  return all.filter(each => each !== undefined).toSorted((a, b) => ORDER.indexOf(a.what) - ORDER.indexOf(b.what));
}

function ofGoal(goal: Goal, today: string): Attention | undefined {
  const { status, dropped, title, place } = goal;
  if (dropped !== null || status === 'ended' || status === 'done') return undefined;
  const silence = 'stale' in goal && goal.stale ? silentFor(goal, today) : '';
  const say = (what: Attention['what'], ...texts: readonly string[]) => ({
    what,
    title,
    text: texts.filter(text => text !== '').join('; '),
    place,
  });
  if (status === 'blocked') return say('blocked', ('blocked' in goal && goal.blocked) || 'blocked', silence);
  if (status === 'off-track') return say('off-track', behind(goal) || goal.lastNote?.note || 'off track', silence);
  if ('measure' in goal && isUnmeasured(goal)) return say('unmeasurable', 'nobody could notice whether it comes true');
  return silence === '' ? undefined : say('silent', silence);
}

function ofKpi(kpi: KpiReport, today: string): Attention | undefined {
  if (kpi.health !== 'critical') return undefined;
  const { title, place, value, unit, since } = kpi;
  const now = value === null ? '' : `${quantity(value, unit)}, `;
  const long = since === null || since >= today ? '' : ` for ${count(daysBetween(since, today), 'day')}`;
  return { what: 'critical', title, text: `${now}critical${long}`, place };
}

function behind(goal: Goal): string {
  const { score, expected } = goal;
  if ('measure' in goal && goal.measure?.kind === 'keep')
    return goal.value === null ? '' : `${quantity(goal.value, goal.measure.unit)} does not hold the line`;
  const share = 'progress' in goal ? (goal.progress ?? score) : score;
  return share === null || expected === null ? '' : `${percent(share)} of the way, ${percent(expected)} expected`;
}

function silentFor({ history, lastCheckin }: KeyResultReport, today: string): string {
  const heard = lastCheckin ?? history.at(-1)?.date;
  return heard === undefined
    ? 'nobody has said anything yet'
    : `nobody has said anything for ${count(daysBetween(heard, today), 'day')}`;
}
