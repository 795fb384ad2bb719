/** Applies the preferred fixes, until there is none left: running it again changes nothing. */
import type { OkrFile } from '../../core/model/file.ts';
import { editedText, preferredFixes } from '../../core/rules/fixes.ts';
import { withData } from '../../disk/data.ts';
import type { LoadedWorkspace } from '../../disk/load-workspaces.ts';

/** A fix may make room for another one; those that never end stop here. */
const MOST_ROUNDS = 20;

export interface Fixes {
  readonly applied: number;
  /** By path: the text that was read, and the one to write. */
  readonly changes: ReadonlyMap<string, { readonly before: string; readonly after: string }>;
}

/** Applies them to the workspace in memory; `wanted` says which files may be changed. */
export function applyFixes(loaded: LoadedWorkspace, wanted: (path: string) => boolean): Fixes {
  const { workspace, diagnosis, paths } = loaded;
  const mayChange = ({ uri }: OkrFile) => wanted(paths.get(uri) ?? '');
  const before = new Map<string, string>();
  const seen = new Set<string>();
  let applied = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const files = [...workspace.files.values()].filter(mayChange);
    const findings = withData(workspace, () => files.flatMap(file => diagnosis.findings(file)));
    const chosen = preferredFixes(findings, mayChange);
    let changed = false;
    for (const [file, edits] of chosen.edits) {
      const { uri } = file;
      const { text } = file.document;
      const after = editedText(file, edits);
      // Two fixes that undo each other would go on for ever.
      if (seen.has(`${uri}\n${after}`) || after === text) continue;
      seen.add(`${uri}\n${text}`);
      if (!before.has(uri)) before.set(uri, text);
      workspace.setFile(uri, after, false);
      changed = true;
    }
    if (!changed) break;
    applied += chosen.count;
  }
  const changes = [...before].flatMap(([uri, old]) => {
    const path = paths.get(uri);
    const after = workspace.file(uri)?.document.text;
    return path === undefined || after === undefined || after === old ? [] : [[path, { before: old, after }] as const];
  });
  return { applied, changes: new Map(changes) };
}
