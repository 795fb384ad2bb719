/** What puts a whole file in order: all preferred fixes at once, and the usual order of its lines. */
import type { OkrFile } from '../../model/file.ts';
import { preferredFixes } from '../../rules/fixes.ts';
import { eachOf } from '../../rules/one-voice.ts';
import type { Finding } from '../../rules/rule.ts';
import { placed } from './lines-of-file.ts';
import type { Offer } from './offer.ts';
import { organizeEdits } from './organize.ts';

/** Nothing for a file in which there is nothing to do. */
export function wholeFile(file: OkrFile, findings: () => readonly Finding[]): Offer[] {
  const offers: Offer[] = [];
  if (eachOf(findings()).some(({ remedies }) => remedies.some(({ isPreferred }) => isPreferred)))
    offers.push({
      title: 'Fix all that has one right answer',
      kind: 'source.fixAll.okr',
      edits: () => preferredFixes(findings(), each => each === file).edits.get(file) ?? [],
    });
  const order = organizeEdits(file.document);
  if (order.length > 0)
    offers.push({
      title: 'Put lines in their usual order',
      kind: 'source.organize.okr',
      edits: () => order.flatMap(({ range, text }) => placed(file, range, text)),
    });
  return offers;
}
