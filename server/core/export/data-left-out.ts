/** Data files that OKRs read their values from: they are no part of an export, and whoever moves it has to take them along. */
import type { Entry, KpiEntry, ObjectiveEntry } from '../model/entry.ts';
import type { OkrFile } from '../model/file.ts';
import { nameOf, refOf } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';

export interface DataLeftOut {
  /** From the workspace's folder; as it is written where it leads out of it. */
  readonly name: string;
  /** The key results and KPIs that read it, as references name them, else by their titles. */
  readonly readBy: readonly string[];
}

/** In the order in which they are named. */
export function dataLeftOut(workspace: Workspace, files: readonly OkrFile[]): DataLeftOut[] {
  const readBy = new Map<string, string[]>();
  for (const { uri, content } of files)
    for (const { path, by } of content.flatMap(({ entries }) => entries.flatMap(readersIn))) {
      const place = workspace.data.locate(uri, path);
      const name = 'code' in place ? path : place.name;
      readBy.set(name, [...(readBy.get(name) ?? []), by]);
    }
  return [...readBy].map(([name, by]) => ({ name, readBy: by }));
}

function readersIn(entry: Entry): { path: string; by: string }[] {
  const { element } = entry;
  if (element.type === 'kpi')
    return element.data === undefined
      ? []
      : [{ path: element.data.path, by: nameOf(entry as KpiEntry) ?? element.title }];
  if (element.type !== 'objective') return [];
  return element.keyResults.flatMap(keyResult => {
    if (keyResult.data === undefined) return [];
    const ref = refOf({ objective: entry as ObjectiveEntry, keyResult });
    return [{ path: keyResult.data.path, by: ref ?? keyResult.title }];
  });
}
