/** The files in which something that runs needs somebody: off track, or blocked. */
import type { FeatureContext } from '../features/context.ts';
import type { Pause } from '../features/pause.ts';
import { count } from '../features/words.ts';
import type { ShownStatus } from '../reports/report.ts';
import { ofType } from '../reports/selection.ts';
import type { FileAttention } from '../requests/outline.ts';

interface Counts {
  running: number;
  offTrack: number;
  blocked: number;
}

/** @param pause called once an objective */
export async function attention({ workspace, standings }: FeatureContext, pause: Pause): Promise<FileAttention[]> {
  const files = new Map<string, Counts>();
  for (const entry of ofType(workspace.entries.get(), 'objective')) {
    await pause();
    const { objective, keyResults } = standings.objective(entry);
    if (objective.over || objective.dropped !== undefined) continue;
    const { uri } = entry.file;
    const counts = files.get(uri) ?? { running: 0, offTrack: 0, blocked: 0 };
    files.set(uri, counts);
    const is = (status: ShownStatus) => keyResults.filter(each => each.status === status && !each.over).length;
    counts.running += keyResults.filter(({ over, dropped }) => !over && dropped === undefined).length;
    counts.offTrack += is('off-track');
    counts.blocked += is('blocked');
  }
  return [...files].flatMap(([uri, counts]) => {
    const message = inWords(counts);
    return message === undefined ? [] : [{ uri, message }];
  });
}

function inWords({ running, offTrack, blocked }: Counts): string | undefined {
  const parts = [
    ...(offTrack === 0 ? [] : [`${offTrack} off track`]),
    ...(blocked === 0 ? [] : [`${blocked} blocked`]),
  ];
  return parts.length === 0 ? undefined : `Of ${count(running, 'key result')}, ${parts.join(' and ')}`;
}
