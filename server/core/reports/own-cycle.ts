/** Which cycle an objective is from, where its report is of a longer time. */
import type { ObjectiveReport, Report } from './report.ts';

/** null where the report's own cycle says it already. */
export function ownCycle(
  { cycle }: Pick<ObjectiveReport, 'cycle'>,
  report: { readonly cycle: Pick<Report['cycle'], 'id'> },
): string | null {
  return cycle === report.cycle.id ? null : cycle;
}
