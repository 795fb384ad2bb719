/** The digest of the last days as data: what moved, what is stuck, and whom to ask what. */
import { fromIso, toIso } from '../calendar/day.ts';
import { type AgendaPoint, agendaOf, type OverduePoint } from './agenda.ts';
import type { KeyResultReport, Movement, Place, Report, ShownStatus } from './report.ts';

export interface Digest {
  readonly today: string;
  /** Its first day; null where the cycle does not run. */
  readonly from: string | null;
  readonly cycle: Pick<Report['cycle'], 'id' | 'title' | 'start' | 'end'>;
  readonly team: Report['team'];
  /** How many check-ins were written, and by how many people. */
  readonly checkIns: { readonly count: number; readonly people: number };
  /** Key results that are pursued, how many of them moved, and how many of those forward. */
  readonly keyResults: { readonly count: number; readonly moved: number; readonly forward: number };
  /** What moved forward first, then what is neither good nor bad, then what went the wrong way. */
  readonly moved: readonly DigestMove[];
  /** As urgent as in the agenda, without what is off track and moved forward nevertheless. */
  readonly stuck: readonly StuckPoint[];
  readonly overdue: readonly OverduePoint[];
  /** Who has most to answer comes first; null: what nobody owns. */
  readonly ask: readonly Ask[];
}

export interface DigestMove extends Movement {
  readonly owner: string | null;
  /** How it stands in spite of that; null for a KPI. */
  readonly status: ShownStatus | null;
  /** What was said on that day, and by whom. */
  readonly note: string | null;
  readonly by: string | null;
}

export interface StuckPoint extends Pick<AgendaPoint, 'title' | 'text' | 'owner' | 'place'> {
  /** `standstill`: behind, checked in on, and where it was. */
  readonly what: AgendaPoint['what'] | 'standstill';
}

export interface Ask {
  readonly owner: string | null;
  readonly questions: readonly Question[];
}

export interface Question {
  readonly what: StuckPoint['what'] | 'overdue' | 'wrong-way';
  readonly title: string;
  /** Of a step: its key result. */
  readonly of: string | null;
  /** Ready to read; of what is overdue the day that it was due. */
  readonly text: string;
  readonly place: Place;
}

interface Goal {
  readonly keyResult: KeyResultReport;
  readonly owner: string | null;
}

/** @param report made for those days: with `since` the day before the first one */
export function digestOf(report: Report): Digest {
  const { today, cycle, team, movedSince } = report;
  const { urgent, overdue, moved } = agendaOf(report);
  const goals = pursued(report);
  const since = movedSince ?? today;
  const moves = new Map(moved.filter(isProgress).map(move => [key(move.place), move]));
  const isForward = ({ place }: { place: Place }) => moves.get(key(place))?.good === true;
  const stuck: StuckPoint[] = [
    ...urgent
      .filter(point => point.what !== 'off-track' || !isForward(point))
      .map(({ what, title, text, owner, place }) => ({ what, title, text, owner, place })),
    ...goals
      .filter(({ keyResult }) => standsStill(keyResult, since) && !moves.has(key(keyResult.place)))
      .map(({ keyResult: { title, place }, owner }) => ({
        what: 'standstill' as const,
        title,
        text: 'checked in, and where it was',
        owner,
        place,
      })),
  ];
  // What is blocked is told as stuck.
  const news = moved
    .filter(({ what }) => what !== 'blocked')
    .map(move => told(move, goals, report))
    .toSorted((a, b) => worth(b) - worth(a));
  const movedGoals = goals.filter(({ keyResult: { place } }) => moves.has(key(place)));
  return {
    today,
    from: movedSince === null ? null : firstDay(movedSince, cycle.start),
    cycle: { id: cycle.id, title: cycle.title, start: cycle.start, end: cycle.end },
    team,
    checkIns: written(goals, since),
    keyResults: {
      count: goals.length,
      moved: movedGoals.length,
      forward: movedGoals.filter(({ keyResult }) => isForward(keyResult)).length,
    },
    moved: news,
    stuck,
    overdue,
    ask: questions(stuck, overdue, news),
  };
}

/** Neither dropped nor ended; what shares the numbers of another one in the report is told there. */
function pursued({ objectives }: Report): Goal[] {
  const refs = new Set(objectives.flatMap(({ keyResults }) => keyResults.map(({ ref }) => ref)));
  return objectives
    .filter(({ dropped }) => dropped === null)
    .flatMap(objective =>
      objective.keyResults
        .filter(({ dropped, status }) => dropped === null && status !== 'ended')
        .filter(({ follows }) => follows === null || !refs.has(follows))
        .map(keyResult => ({ keyResult, owner: keyResult.owner ?? objective.owner })),
    );
}

/** Not what was decided, such as another target or a drop. */
export function isProgress({ what }: Pick<Movement, 'what'>): boolean {
  return what === 'rose' || what === 'fell' || what === 'step-done';
}

/** A line to keep may stand where it is, and milestones and grades come in leaps. */
function standsStill({ status, measure, history }: KeyResultReport, since: string): boolean {
  const isOnItsWay = status === 'at-risk' && measure?.kind === 'from-to';
  return isOnItsWay && history.some(({ date, value }) => date > since && value !== null);
}

/** What is told from the first day of a cycle on begins with it. */
function firstDay(movedSince: string, start: string | null): string {
  return movedSince === start ? start : toIso((fromIso(movedSince) ?? 0) + 1);
}

function written(goals: readonly Goal[], since: string): Digest['checkIns'] {
  const checkIns = goals.flatMap(({ keyResult: { history }, owner }) =>
    history
      .filter(({ from, date }) => from === 'checkin' && date > since)
      .map(({ by, date }) => ({ by: by ?? owner, date })),
  );
  return { count: checkIns.length, people: new Set(checkIns.flatMap(({ by }) => by ?? [])).size };
}

function told(move: Movement, goals: readonly Goal[], { kpis }: Report): DigestMove {
  const goal = goals.find(({ keyResult: { place } }) => key(place) === key(move.place));
  if (goal === undefined) {
    const kpi = kpis.find(({ place }) => key(place) === key(move.place));
    const note = kpi?.history.findLast(({ date }) => date === move.date)?.note ?? '';
    return { ...move, owner: kpi?.owner ?? null, status: null, note: note || null, by: null };
  }
  // Why it is blocked is told as stuck.
  const said = goal.keyResult.history.findLast(
    ({ date, note, status }) => date === move.date && note !== '' && status !== 'blocked',
  );
  return {
    ...move,
    owner: goal.owner,
    status: goal.keyResult.status,
    note: said?.note ?? null,
    by: said === undefined ? null : (said.by ?? goal.owner),
  };
}

function worth({ good }: Movement): number {
  return good === null ? 0 : good ? 1 : -1;
}

function questions(
  stuck: readonly StuckPoint[],
  overdue: readonly OverduePoint[],
  moved: readonly DigestMove[],
): readonly Ask[] {
  const known = new Set(stuck.map(({ place }) => key(place)));
  const all: readonly (Question & { readonly owner: string | null })[] = [
    ...stuck.map(point => ({ ...point, of: null })),
    ...overdue.map(({ title, of, due, owner, place }) => ({
      what: 'overdue' as const,
      title,
      of,
      text: due,
      owner,
      place,
    })),
    ...moved
      .filter(move => move.good === false && isProgress(move) && !known.has(key(move.place)))
      .map(({ title, text, owner, place }) => ({ what: 'wrong-way' as const, title, of: null, text, owner, place })),
  ];
  const owners = [...new Set(all.map(({ owner }) => owner))];
  return owners
    .map(owner => ({
      owner,
      questions: all.flatMap(each => {
        const { what, title, of, text, place } = each;
        return each.owner === owner ? { what, title, of, text, place } : [];
      }),
    }))
    .toSorted((a, b) => b.questions.length - a.questions.length);
}

function key({ uri, line }: Place): string {
  return `${uri}#${line}`;
}
