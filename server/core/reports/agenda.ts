/** The weekly agenda as data: what needs attention, what is overdue, what moved, and the rest. */
import { needsAttention } from './needs-attention.ts';
import type {
  InitiativeReport,
  KeyResultReport,
  Movement,
  ObjectiveReport,
  Place,
  Report,
  ShownStatus,
} from './report.ts';

export interface Agenda {
  readonly today: string;
  /** The day from which on what moved is told; null where the cycle does not run. */
  readonly since: string | null;
  readonly cycle: Pick<Report['cycle'], 'id' | 'title'>;
  readonly team: Report['team'];
  /** Off track and blocked first, then critical KPIs, then what nobody speaks of or can measure. */
  readonly urgent: readonly AgendaPoint[];
  /** The longest overdue first. */
  readonly overdue: readonly OverduePoint[];
  readonly moved: readonly Movement[];
  readonly rest: readonly RestPoint[];
}

export interface AgendaPoint {
  readonly what: 'blocked' | 'off-track' | 'critical' | 'silent' | 'unmeasurable';
  readonly title: string;
  /** Ready to read. */
  readonly text: string;
  /** Whom to ask. */
  readonly owner: string | null;
  /** The initiative for it that is due next. */
  readonly next: NextStep | null;
  readonly place: Place;
}

export interface NextStep {
  readonly title: string;
  readonly owner: string | null;
  readonly due: string | null;
}

export interface OverduePoint {
  readonly what: 'step' | 'key result' | 'initiative';
  readonly title: string;
  /** Of a step: its key result. */
  readonly of: string | null;
  readonly due: string;
  readonly owner: string | null;
  readonly place: Place;
}

export interface RestPoint {
  readonly title: string;
  readonly status: ShownStatus;
  readonly score: number | null;
  readonly owner: string | null;
  readonly place: Place;
}

interface Goal {
  readonly objective: ObjectiveReport;
  /** undefined: the objective itself, which has none. */
  readonly keyResult: KeyResultReport | undefined;
}

export function agendaOf(report: Report): Agenda {
  const goals = report.objectives.filter(({ dropped }) => dropped === null).flatMap(goalsOf);
  const byPlace = new Map(goals.map(goal => [key((goal.keyResult ?? goal.objective).place), goal]));
  const urgent = needsAttention(report).map((each): AgendaPoint => {
    const goal = byPlace.get(key(each.place));
    const kpi = report.kpis.find(({ place }) => key(place) === key(each.place));
    const owner = goal === undefined ? (kpi?.owner ?? null) : ownerOf(goal);
    return { ...each, owner, next: goal === undefined ? null : nextFor(goal, report.initiatives) };
  });
  const named = new Set([...urgent, ...report.moved].map(({ place }) => key(place)));
  return {
    today: report.today,
    since: report.movedSince,
    cycle: { id: report.cycle.id, title: report.cycle.title },
    team: report.team,
    urgent,
    overdue: overdueIn(goals, report),
    moved: report.moved.filter(({ what }) => what !== 'silent'),
    rest: goals
      .filter(
        ({ objective, keyResult }) => !named.has(key((keyResult ?? objective).place)) && keyResult?.dropped == null,
      )
      .map(goal => {
        const { title, status, score, place } = goal.keyResult ?? goal.objective;
        return { title, status, score, owner: ownerOf(goal), place };
      }),
  };
}

function goalsOf(objective: ObjectiveReport): Goal[] {
  if (objective.keyResults.length === 0) return [{ objective, keyResult: undefined }];
  return objective.keyResults.map(keyResult => ({ objective, keyResult }));
}

function ownerOf({ objective, keyResult }: Goal): string | null {
  return keyResult?.owner ?? objective.owner;
}

/** Of those that support it, or its objective, and are not done: the one with the nearest date. */
function nextFor({ objective, keyResult }: Goal, initiatives: readonly InitiativeReport[]): NextStep | null {
  const open = initiatives.filter(({ status }) => status === 'planned' || status === 'active');
  const forGoal = (ref: string | null | undefined) =>
    ref == null ? [] : open.filter(({ supports }) => supports.includes(ref)).toSorted(byDue);
  const [next] = [...forGoal(keyResult?.ref), ...forGoal(objective.ref)];
  return next === undefined ? null : { title: next.title, owner: next.owner, due: next.due };
}

function byDue(a: InitiativeReport, b: InitiativeReport): number {
  return (a.due ?? '9999').localeCompare(b.due ?? '9999');
}

function overdueIn(goals: readonly Goal[], { initiatives, today }: Report): OverduePoint[] {
  const ofGoals = goals.flatMap((goal): OverduePoint[] => {
    const { keyResult } = goal;
    if (keyResult === undefined || keyResult.dropped !== null || keyResult.status === 'done') return [];
    const { measure, due, title, place } = keyResult;
    const owner = ownerOf(goal);
    const steps = measure?.kind === 'milestones' ? measure.steps.filter(step => step.overdue && step.due !== null) : [];
    return [
      ...steps.map(step => ({ what: 'step' as const, title: step.text, of: title, due: step.due ?? '', owner, place })),
      ...(due !== null && due < today && keyResult.status !== 'ended'
        ? [{ what: 'key result' as const, title, of: null, due, owner, place }]
        : []),
    ];
  });
  const work = initiatives
    .filter(({ overdue, due }) => overdue && due !== null)
    .map(({ title, due, owner, place }) => ({
      what: 'initiative' as const,
      title,
      of: null,
      due: due ?? '',
      owner,
      place,
    }));
  return [...ofGoals, ...work].toSorted((a, b) => a.due.localeCompare(b.due));
}

function key({ uri, line }: Place): string {
  return `${uri}#${line}`;
}
