/** How something stood before somebody said something of it, and how it stands now. */
import type { Subject } from '../../core/edits/subject.ts';
import { objectiveOf } from '../../core/model/entry.ts';
import { healthStanding } from '../../core/wording/standing.ts';
import { ofTen, quantity, score } from '../../core/wording/words.ts';
import type { LoadedWorkspace } from '../../disk/load-workspaces.ts';
import { type BarFigures, bar } from '../show/bar.ts';
import { goalMark, type Mark, mark, painted, plain } from '../show/looks.ts';
import { inReport } from '../show/subject.ts';
import type { Colours } from '../terminal/colours.ts';

const BAR = 24;

export interface Stands {
  readonly title: string;
  /** A score, or the value of a KPI; empty where there is none. */
  readonly figure: string;
  /** The same beside another of them: without the unit. */
  readonly bare: string;
  readonly mark: Mark;
  /** undefined for a KPI. */
  readonly bar: BarFigures | undefined;
  readonly confidence: string;
}

export function standsNow(loaded: LoadedWorkspace, subject: Subject): Stands | undefined {
  const entry = subject.kind === 'kpi' ? subject.kpi : objectiveOf(subject.goal);
  const { objective, keyResult, kpi } = inReport(loaded, entry, subject);
  const goal = keyResult ?? objective;
  if (goal !== undefined) {
    const standing = goalMark(goal);
    const isOver = goal.status === 'ended' || goal.status === 'done';
    const reached = goal.status === 'dropped' ? null : goal.score;
    return {
      title: goal.title,
      figure: goal.score === null ? '' : score(goal.score),
      bare: goal.score === null ? '' : score(goal.score),
      mark: standing,
      bar: { reached, expected: isOver ? null : goal.expected, tone: standing.tone },
      confidence: goal.confidence === null ? '' : `${ofTen(goal.confidence)}/10 sure`,
    };
  }
  if (kpi === undefined) return undefined;
  return {
    title: kpi.title,
    figure: kpi.value === null ? '' : quantity(kpi.value, kpi.unit),
    bare: kpi.value === null ? '' : quantity(kpi.value, kpi.unit, true),
    mark: mark(healthStanding(kpi.health)),
    bar: undefined,
    confidence: '',
  };
}

/** `0.69 → 0.85  ━━━━━━━━━│━━━━╸─────  ▲ at risk → ✓ on track  8/10 sure` */
export function standingLine(before: Stands | undefined, now: Stands, colours: Colours): string {
  const figure = now.figure === '' ? '' : colours.bold(plain(now.figure));
  const was = before === undefined || before.figure === now.figure ? '' : plain(before.bare || '–');
  const looked = before === undefined || before.mark.text === now.mark.text ? '' : painted(before.mark, colours);
  const arrow = colours.dim('→');
  return [
    was === '' || figure === '' ? figure : `${colours.dim(was)} ${arrow} ${figure}`,
    now.bar === undefined ? '' : bar(now.bar, BAR, colours),
    looked === '' ? painted(now.mark, colours) : `${looked} ${arrow} ${painted(now.mark, colours)}`,
    now.confidence === '' ? '' : colours.dim(now.confidence),
  ]
    .filter(part => part !== '')
    .join('  ');
}
