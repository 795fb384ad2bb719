/** The remedies of what is found where somebody asks; the one right answer first of each. */
import type { Range } from 'vscode-languageserver-types';
import type { OkrFile } from '../../model/file.ts';
import type { Finding } from '../../rules/rule.ts';
import type { Offer } from './offer.ts';

export function quickFixes(file: OkrFile, findings: readonly Finding[], range: Range): Offer[] {
  const offers: Offer[] = [];
  for (const finding of findings) {
    const at = file.rangeOf(finding.block, finding.span);
    if (isAfter(range.start, at.end) || isAfter(at.start, range.end)) continue;
    for (const { remedies } of [finding, ...finding.rest])
      for (const { title, isPreferred, edits } of remedies)
        offers.push({ title, kind: 'quickfix', isPreferred, finding, edits: () => edits });
  }
  return offers;
}

function isAfter(a: { line: number; character: number }, b: { line: number; character: number }): boolean {
  return a.line > b.line || (a.line === b.line && a.character > b.character);
}
