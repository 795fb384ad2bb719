/** All that a workspace says, as plain data: to compare one that was edited with one that was loaded. */

import type { KpiEntry, ObjectiveEntry } from '../../../server/core/model/entry.ts';
import { fromEntry } from '../../../server/core/model/resolve.ts';
import type { OpenWorkspace } from '../../../server/core/open-workspace.ts';
import { referencesIn, targetOf } from '../../../server/core/rules/references.ts';
import { type Place, statementOf } from '../../../server/core/rules/rule.ts';
import { statementsIn } from '../../../server/core/rules/statements.ts';

export interface Snapshot {
  /** By URI. */
  readonly findings: Record<string, readonly unknown[]>;
  readonly standings: Record<string, unknown>;
  readonly references: Record<string, string>;
}

export function snapshot({ workspace, standings, diagnosis }: OpenWorkspace): Snapshot {
  const shown: Snapshot = { findings: {}, standings: {}, references: {} };
  for (const [uri, file] of [...workspace.files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    shown.findings[uri] = diagnosis.findings(file).map(finding => ({
      at: at({ file, block: finding.block, span: finding.span }),
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      related: finding.related.map(({ place, message }) => `${at(place)} ${message}`),
      remedies: finding.remedies.map(({ title, edits }) => [
        title,
        ...edits.map(({ place, text }) => `${at(place)} ${text}`),
      ]),
    }));
    for (const { entries } of file.content) {
      for (const entry of entries) {
        const root = statementOf(entry);
        const where = at({ file, block: entry.block, span: root });
        if (entry.element.type === 'objective') shown.standings[where] = standings.objective(entry as ObjectiveEntry);
        if (entry.element.type === 'kpi') shown.standings[where] = standings.kpi(entry as KpiEntry);
        for (const node of statementsIn(root)) {
          for (const { reference } of referencesIn(node)) {
            const target = targetOf(workspace, node, reference, fromEntry(entry));
            const found = target === undefined ? undefined : 'keyResult' in target ? target.objective : target;
            const what =
              found === undefined
                ? 'nothing'
                : `${at({ file: found.file, block: found.block, span: statementOf(found) })}${target !== undefined && 'keyResult' in target ? ` ${target.keyResult.name}` : ''}`;
            shown.references[at({ file, block: entry.block, span: reference })] = what;
          }
        }
      }
    }
  }
  return shown;
}

function at({ file, block, span }: Place): string {
  const { start, end } = file.rangeOf(block, span);
  return `${file.uri.slice(file.uri.lastIndexOf('/') + 1)}:${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
}
