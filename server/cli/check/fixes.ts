/** Applies the preferred fixes, until there is none left: running it again changes nothing. */
import type { Finding, PlacedEdit } from '../../core/rules/rule.ts';
import { withData } from '../../disk/data.ts';
import type { LoadedWorkspace } from '../../disk/load-workspaces.ts';

/** A fix may make room for another one; those that never end stop here. */
const MOST_ROUNDS = 20;

export interface Fixes {
  readonly applied: number;
  /** By path: the text that was read, and the one to write. */
  readonly changes: ReadonlyMap<string, { readonly before: string; readonly after: string }>;
}

interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies them to the workspace in memory; `wanted` says which files may be changed. */
export function applyFixes(loaded: LoadedWorkspace, wanted: (path: string) => boolean): Fixes {
  const { workspace } = loaded;
  const before = new Map<string, string>();
  const seen = new Set<string>();
  let applied = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const chosen = choose(loaded, wanted);
    let changed = false;
    for (const [uri, edits] of chosen.edits) {
      const text = workspace.file(uri)?.document.text ?? '';
      const after = apply(text, edits);
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
    const path = loaded.paths.get(uri);
    const after = workspace.file(uri)?.document.text;
    return path === undefined || after === undefined || after === old ? [] : [[path, { before: old, after }] as const];
  });
  return { applied, changes: new Map(changes) };
}

/** The edits of one round, by file: of two fixes that touch each other the second waits for the next. */
function choose(loaded: LoadedWorkspace, wanted: (path: string) => boolean) {
  const edits = new Map<string, TextEdit[]>();
  let count = 0;
  for (const finding of allFindings(loaded, wanted)) {
    const remedy = finding.remedies.find(({ isPreferred }) => isPreferred);
    if (remedy === undefined) continue;
    const placed = remedy.edits.map(edit => [edit.place.file.uri, inFile(edit)] as const);
    const fits = placed.every(([uri, edit]) => {
      const path = loaded.paths.get(uri);
      return path !== undefined && wanted(path) && !(edits.get(uri) ?? []).some(other => touches(edit, other));
    });
    if (!fits) continue;
    for (const [uri, edit] of placed) edits.set(uri, [...(edits.get(uri) ?? []), edit]);
    count++;
  }
  return { edits, count };
}

function allFindings({ workspace, diagnosis, paths }: LoadedWorkspace, wanted: (path: string) => boolean): Finding[] {
  const files = [...workspace.files.values()].filter(({ uri }) => wanted(paths.get(uri) ?? ''));
  return withData(workspace, () => files.flatMap(file => diagnosis.findings(file)));
}

function inFile({ place: { file, block, span }, text }: PlacedEdit): TextEdit {
  const offset = file.document.offsetOf(file.indexOf(block));
  return { start: offset + span.start, end: offset + span.end, text };
}

function touches(a: TextEdit, b: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function apply(text: string, edits: readonly TextEdit[]): string {
  const descending = [...edits].sort((a, b) => b.start - a.start);
  return descending.reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text);
}
