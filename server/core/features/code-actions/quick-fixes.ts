/** The remedies of what is found where somebody asks; the one right answer first of each. */
import type { Range } from 'vscode-languageserver-types';
import type { OkrFile } from '../../model/file.ts';
import { eachOf } from '../../rules/one-voice.ts';
import type { Finding } from '../../rules/rule.ts';
import { cursorAt, entryOf, keyResultAt } from '../cursor.ts';
import type { Pause } from '../pause.ts';
import { holdToKpi } from './hold-to-kpi.ts';
import { keyResultToInitiative } from './key-result-to-initiative.ts';
import type { ActionContext, Asked, Offer } from './offer.ts';

export function quickFixes(file: OkrFile, findings: readonly Finding[], range: Range): Offer[] {
  const offers: Offer[] = [];
  for (const finding of findings) {
    if (!isAt(file, finding, range)) continue;
    for (const { remedies } of [finding, ...finding.rest])
      for (const { title, isPreferred, edits } of remedies)
        offers.push({ title, kind: 'quickfix', isPreferred, finding, edits: () => edits });
  }
  return offers;
}

/** What a finding wants to be made of a key result, or of each of an objective's, as the refactoring makes it. */
export async function asRefactored(
  context: ActionContext,
  file: OkrFile,
  findings: readonly Finding[],
  range: Range,
  pause: Pause,
): Promise<Offer[]> {
  const offers: Offer[] = [];
  for (const shown of findings) {
    if (!isAt(file, shown, range)) continue;
    for (const { offered, block, span } of eachOf([shown])) {
      if (offered === undefined || offered === 'close-cycle') continue;
      const cursor = cursorAt(context.workspace, file.uri, file.rangeOf(block, span).start);
      const entry = cursor?.statement && entryOf(cursor.row, cursor.statement);
      if (cursor?.statement === undefined || entry === undefined) continue;
      const { statement, row } = cursor;
      const isWhole = statement.kind === 'objective';
      for (const node of isWhole ? statement.body.filter(({ kind }) => kind === 'kr') : [statement]) {
        const spot = { context, file, statement: node, entry, keyResult: keyResultAt(row, node) };
        const found = await (offered === 'hold-to-kpi' ? holdToKpi : keyResultToInitiative)(spot, pause);
        const title = node.prose?.text || node.keyword.text;
        for (const offer of found)
          offers.push({
            ...offer,
            title: isWhole ? offer.title.replace('it', `“${title}”`) : offer.title,
            kind: 'quickfix',
            finding: shown,
          });
      }
    }
  }
  return offers;
}

/** A cycle that ended is closed by the client, which asks about all that is in it. */
export function closings(
  { workspace }: ActionContext,
  file: OkrFile,
  findings: readonly Finding[],
  asked: Asked,
): Offer[] {
  if (!asked.has('okr.closeCycle')) return [];
  return findings.flatMap(finding => {
    if (!isAt(file, finding, asked.range) || !eachOf([finding]).some(({ offered }) => offered === 'close-cycle'))
      return [];
    const cursor = cursorAt(workspace, file.uri, file.rangeOf(finding.block, finding.span).start);
    const cycle = cursor?.statement && entryOf(cursor.row, cursor.statement)?.cycle;
    if (typeof cycle !== 'string') return [];
    const title = `Close ${cycle}: look back, and begin the next one`;
    const command = { title, command: 'okr.closeCycle', arguments: [{ uri: asked.address, cycle }] };
    return [{ title, kind: 'quickfix', finding, command, edits: () => [] }];
  });
}

function isAt(file: OkrFile, finding: Finding, range: Range): boolean {
  const at = file.rangeOf(finding.block, finding.span);
  return !isAfter(range.start, at.end) && !isAfter(at.start, range.end);
}

function isAfter(a: { line: number; character: number }, b: { line: number; character: number }): boolean {
  return a.line > b.line || (a.line === b.line && a.character > b.character);
}
