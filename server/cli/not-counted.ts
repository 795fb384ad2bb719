/** What lies in a workspace and counts for nothing: an answer must not be silent about it. */
import type { LoadedWorkspace } from '../disk/load-workspaces.ts';
import { findings } from './check/findings.ts';
import type { Session } from './session.ts';

const RULES: ReadonlySet<string> = new Set([
  'file-encoding',
  'file-unreadable',
  'settings-invalid',
  'data-unreadable',
  'data-outside-workspace',
]);
/** So many are told; where there are more, `okr check` has them all. */
const MOST = 5;

/** Says which files, settings and data could not be read, each with its place. */
export function warnOfNotCounted(session: Session, loaded: LoadedWorkspace): void {
  const { unreadable, settingsTexts, workspace } = loaded;
  const suspects = new Set<string>();
  for (const [uri, path] of loaded.paths) {
    // Diagnosing a large workspace takes its time, and of most files nothing can be said here.
    const mayHaveData = () => /^\s+data\b/m.test(workspace.file(uri)?.document.text ?? '');
    if (unreadable.has(uri) || settingsTexts.has(uri) || mayHaveData()) suspects.add(path);
  }
  if (suspects.size === 0) return;
  const found = findings(loaded, path => suspects.has(path)).filter(({ rule }) => RULES.has(rule));
  for (const { path, range, line, message } of found.slice(0, MOST)) {
    // A file that is no text has no lines to name.
    const at = line === undefined ? '' : `:${range.start.line + 1}`;
    session.warn(`\`${session.named(path)}${at}\`: ${message}`);
  }
  const more = found.length - MOST;
  if (more > 0) session.warn(`${more} more of these: \`okr check\` tells them all`);
}
