/** The cycle that runs, in the few words that fit into a status bar. */
import { toIso } from '../calendar/day.ts';
import type { FeatureContext } from '../features/context.ts';
import type { Pause } from '../features/pause.ts';
import { statusInWords } from '../features/words.ts';
import { overview } from '../reports/cycle-report.ts';
import { defaultCycle } from '../reports/cycles.ts';
import { select } from '../reports/selection.ts';
import type { TodayAnswer } from '../requests/outline.ts';

/**
 * @param uri the document that somebody looks at: the cycle is its own, where it has one
 * @param pause called once an objective
 */
export async function cycleToday(
  { workspace, standings }: FeatureContext,
  uri: string | undefined,
  pause: Pause,
): Promise<TodayAnswer> {
  const today = toIso(workspace.today.get());
  const id = defaultCycle(workspace, uri);
  if (id === null) return { today, cycle: null };
  const selection = select(workspace, standings, { cycle: id });
  for (const entry of selection.objectives) {
    await pause();
    standings.objective(entry);
  }
  const { cycle } = overview(selection);
  const documents = selection.objectives.map(({ file }) => file.uri);
  const shown = uri !== undefined && documents.includes(uri) ? uri : documents[0];
  if (shown === undefined) return { today, cycle: null };
  return {
    today,
    cycle: {
      id,
      title: cycle.title,
      elapsed: cycle.elapsed,
      score: cycle.score,
      standing: statusInWords(cycle.status),
      daysLeft: cycle.daysLeft,
      uri: shown,
    },
  };
}
