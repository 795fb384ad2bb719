/** Quick fixes: the remedies of the findings that a range touches. */
import type { CodeAction, Diagnostic, Range, TextEdit } from 'vscode-languageserver-types';
import type { OkrFile } from '../model/file.ts';
import type { Finding, Remedy } from '../rules/rule.ts';

/**
 * The fixes for what is found in a range, those that are the one right answer marked as preferred.
 * @param diagnostics what the client shows there; each fix is attached to its own
 */
export function quickFixes(
  file: OkrFile,
  findings: readonly Finding[],
  range: Range,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const actions: CodeAction[] = [];
  for (const finding of findings) {
    if (finding.remedies.length === 0) continue;
    const at = file.rangeOf(finding.block, finding.span);
    if (isAfter(range.start, at.end) || isAfter(at.start, range.end)) continue;
    const shown = diagnostics.filter(
      ({ code, range: { start } }) =>
        code === finding.rule && start.line === at.start.line && start.character === at.start.character,
    );
    for (const remedy of finding.remedies) {
      actions.push({
        title: remedy.title,
        kind: 'quickfix',
        diagnostics: shown,
        ...(remedy.isPreferred ? { isPreferred: true } : {}),
        edit: { changes: changesOf(remedy) },
      });
    }
  }
  return actions;
}

/** The text edits of a remedy by file. */
export function changesOf(remedy: Remedy): Record<string, TextEdit[]> {
  const changes: Record<string, TextEdit[]> = {};
  for (const { place, text } of remedy.edits) {
    const edits = changes[place.file.uri] ?? [];
    edits.push({ range: place.file.rangeOf(place.block, place.span), newText: text });
    changes[place.file.uri] = edits;
  }
  return changes;
}

function isAfter(a: { line: number; character: number }, b: { line: number; character: number }): boolean {
  return a.line > b.line || (a.line === b.line && a.character > b.character);
}
