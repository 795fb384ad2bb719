/** Measures, and the lines that a `keep` or a KPI holds, as a report gives them. */
import { toIso } from '../calendar/day.ts';
import type { Day, Hold, Measure, Milestone, TargetChange } from '../model/elements.ts';
import { isDone } from '../scores/progress.ts';
import { formatValue } from '../scores/value-text.ts';
import type { KeepReport, MeasureReport, StepReport, TargetChangeReport } from './report.ts';
import { isoOrNull, mention } from './written.ts';

/** @param now the measure with the target in force today; `first`: as it was at the start */
export function measureReport(first: Measure, now: Measure, today: Day): MeasureReport {
  switch (now.kind) {
    case 'from-to':
      return {
        kind: 'from-to',
        from: now.from,
        to: now.to,
        unit: now.unit,
        firstTarget: first.kind === 'from-to' ? first.to : now.to,
      };
    case 'keep':
      return { kind: 'keep', ...lines(now.hold), unit: now.hold.unit };
    case 'milestones': {
      const steps = now.steps.map(step => stepReport(step, today));
      return { kind: 'milestones', done: steps.filter(({ done }) => done).length, total: steps.length, steps };
    }
  }
}

function lines({ bound, low, high }: Hold): Pick<KeepReport, 'atLeast' | 'atMost' | 'above' | 'below'> {
  switch (bound) {
    case 'at least':
      return { atLeast: low };
    case 'above':
      return { above: low };
    case 'at most':
      return { atMost: high };
    case 'below':
      return { below: high };
    case 'between':
      return { atLeast: low, atMost: high };
  }
}

function stepReport(step: Milestone, today: Day): StepReport {
  const done = isDone(step, today);
  return {
    text: step.text,
    due: isoOrNull(step.due),
    done,
    doneOn: done && typeof step.done === 'number' ? toIso(step.done) : null,
    weight: step.weight,
    overdue: !done && step.due !== undefined && step.due < today,
  };
}

/** Each change up to today, oldest first, with what it changed. A line to hold is told by the end that moved. */
export function targetChanges(
  first: Measure | undefined,
  targets: readonly TargetChange[],
  today: Day,
): TargetChangeReport[] {
  let before = first?.kind === 'from-to' ? first.to : undefined;
  let held = first?.kind === 'keep' ? first.hold : undefined;
  return targets
    .filter(({ day }) => day <= today)
    .toSorted((a, b) => a.day - b.day)
    .map(({ day, to, hold, why, by }) => {
      const [from, now] = hold === undefined ? [before ?? null, to ?? null] : movedEnd(held, hold);
      before = to === undefined ? before : to;
      held = hold ?? held;
      return { date: toIso(day), from, to: now, why, by: mention(by) };
    });
}

function movedEnd(before: Hold | undefined, now: Hold): readonly [number | null, number | null] {
  const isHigh = now.low === null || (before !== undefined && before.low === now.low);
  return isHigh ? [before?.high ?? null, now.high] : [before?.low ?? null, now.low];
}

/** `at most 350`, `between 3% and 5%` */
export function holdInWords({ bound, low, high, unit }: Hold): string {
  if (bound === 'between') return `between ${formatValue(low, unit)} and ${formatValue(high, unit)}`;
  return `${bound} ${formatValue(low ?? high, unit)}`;
}
