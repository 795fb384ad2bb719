/** What needs attention first: blocked, off track, critical, silent, not measurable. */
import { isUnmeasured } from '../wording/standing.ts';
import { count, daysBetween, percent, quantity } from '../wording/words.ts';
import type { KeyResultReport, KpiReport, ObjectiveReport, Place, Report } from './report.ts';

export interface Attention {
  readonly what: 'blocked' | 'off-track' | 'critical' | 'silent' | 'unmeasurable';
  readonly title: string;
  /** Ready to read: `18% of the way, 56% expected; not heard of for 36 days`. */
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
  const all = [
    ...goals.map(goal => ofGoal(goal, { today, start: cycle.start })),
    ...kpis.map(kpi => ofKpi(kpi, today)),
  ];
  return all.filter(each => each !== undefined).toSorted((a, b) => ORDER.indexOf(a.what) - ORDER.indexOf(b.what));
}

function ofGoal(goal: Goal, now: Now): Attention | undefined {
  const { status, dropped, title, place } = goal;
  if (dropped !== null || status === 'ended' || status === 'done') return undefined;
  const silence = 'stale' in goal && goal.stale ? silentFor(goal, now) : '';
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
  // It may hold, and somebody says nevertheless that it will not.
  if ('measure' in goal && goal.measure?.kind === 'keep')
    return goal.value === null || goal.computedStatus !== 'off-track'
      ? ''
      : `${quantity(goal.value, goal.measure.unit)} does not hold the line`;
  const share = 'progress' in goal ? (goal.progress ?? score) : score;
  return share === null || expected === null ? '' : `${percent(share)} of the way, ${percent(expected)} expected`;
}

/** As the strip of what moved says it on the day on which it begins. */
function silentFor({ history, grade, measure }: KeyResultReport, { today, start }: Now): string {
  const steps = measure?.kind === 'milestones' ? measure.steps.map(step => step.doneOn) : [];
  const heard = [...history.map(({ date }) => date), grade?.date ?? null, ...steps]
    .filter(date => date !== null && date <= today)
    .reduce<string | null>((newest, date) => (newest === null || (date ?? '') > newest ? date : newest), null);
  if (heard !== null) return `not heard of for ${count(daysBetween(heard, today), 'day')}`;
  return start === null ? 'no check-in yet' : `no check-in in ${count(daysBetween(start, today), 'day')}`;
}

interface Now {
  readonly today: string;
  /** The first day of the cycle. */
  readonly start: string | null;
}
