/** Tells a workspace what a door found of a file's past. */
import type { Workspace } from '../model/workspace.ts';
import { pastTargets, targetLines } from './past-targets.ts';
import type { Version, WantedVersions } from './revision.ts';

/**
 * Most files that nobody has open say what they always said: of those nothing is kept, and nobody looks again.
 * @param versions newest first; none where nothing is known
 * @returns whether there is anything to say that was not known
 */
export function tell(workspace: Workspace, wanted: WantedVersions, versions: readonly Version[]): boolean {
  const file = workspace.file(wanted.uri);
  const lines = file === undefined || file.isOpen ? undefined : targetLines(file.document.text);
  const isPlain = lines !== undefined && versions.every(({ text }) => targetLines(text) === lines);
  return workspace.revisions.set(wanted, isPlain ? undefined : pastTargets(versions));
}
