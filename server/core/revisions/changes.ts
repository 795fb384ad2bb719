/** What differs between an element as it was and as it is. */
import { toIso } from '../calendar/day.ts';
import type { CheckIn, Grade, KeyResult, Kpi, Objective, Pause } from '../model/elements.ts';
import { checkInReport } from '../reports/key-result-report.ts';
import type { CheckInReport } from '../reports/report.ts';
import { mention } from '../reports/written.ts';
import { showScore } from '../scores/rounding.ts';
import type { Change, ChangeKind, CheckInsDifference } from './difference.ts';
import { change, noCheckIns } from './difference.ts';
import { type Differing, differing } from './differing.ts';
import { type Compared, factsOf, type Placed } from './facts.ts';
import { measureChanges } from './measure-changes.ts';

/** What the most important changes are comes first. */
export function changesBetween(before: Placed, after: Placed): Change[] {
  const [a, b] = [before.element, after.element];
  const moved: Change[] =
    a.type === 'kr' && before.of !== null && before.of !== after.of ? [change('objective', before.of, after.of)] : [];
  return [
    ...(isGoal(a) && isGoal(b) ? dated(a, b) : []),
    ...(a.type === 'kr' && b.type === 'kr' ? measureChanges(a, b) : []),
    ...moved,
    ...factChanges(before, after),
  ];
}

function isGoal(element: Compared): element is Objective | KeyResult {
  return element.type === 'objective' || element.type === 'kr';
}

function factChanges(before: Placed, after: Placed): Change[] {
  const [was, is] = [factsOf(before), factsOf(after)];
  return (Object.keys(is) as ChangeKind[]).flatMap(what =>
    (was[what] ?? '') === (is[what] ?? '') ? [] : [change(what, was[what], is[what])],
  );
}

/** What stands on lines of its own with a day: dropped, resumed, graded. */
function dated(before: Objective | KeyResult, after: Objective | KeyResult): Change[] {
  const pauses = differing(before.pauses, after.pauses);
  const grades = differing(before.grades, after.grades);
  return [
    ...pauses.removed.map(({ what, day }) => change(what, toIso(day), null)),
    ...pauses.added.map(pause => change(pause.what, null, toIso(pause.day), said(pause))),
    ...gradeChanges(grades),
  ];
}

function gradeChanges({ added, removed }: Differing<Grade>): Change[] {
  const changes: Change[] = added.map((grade, index) =>
    change('grade', gradeText(removed[index]), gradeText(grade), said(grade)),
  );
  return [...changes, ...removed.slice(added.length).map(grade => change('grade', gradeText(grade), null))];
}

function gradeText(grade: Grade | undefined): string | undefined {
  return grade && showScore(grade.grade);
}

/** Of a dated line: its day, why, and who says so. */
export function said({ day, why, by }: Pick<Grade | Pause, 'day' | 'why' | 'by'>): Pick<Change, 'date' | 'why' | 'by'> {
  return { date: day === undefined ? null : toIso(day), why, by: mention(by) };
}

/** Check-ins, or the readings of a KPI. */
export function checkInsBetween(before: Compared | undefined, after: Compared | undefined): CheckInsDifference {
  const { added, removed } = differing(checkInsOf(before), checkInsOf(after));
  if (added.length + removed.length === 0) return noCheckIns;
  const gone = [...removed];
  const changed: { from: CheckInReport; to: CheckInReport }[] = [];
  const fresh = added.filter(to => {
    const at = gone.findIndex(({ date }) => date === to.date);
    const [from] = at < 0 ? [] : gone.splice(at, 1);
    if (from !== undefined) changed.push({ from, to });
    return from === undefined;
  });
  return { added: fresh, removed: gone, changed };
}

function checkInsOf(element: Compared | undefined): CheckInReport[] {
  if (element === undefined || element.type === 'initiative') return [];
  const checkins = element.type === 'kpi' ? readingsOf(element) : element.checkins;
  return checkins
    .map(checkin => checkInReport({ ...checkin, from: 'checkin' }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function readingsOf({ readings }: Kpi): CheckIn[] {
  return readings.map(reading => ({ ...reading, confidence: undefined, status: undefined, by: undefined }));
}
