/** A key result that asks for several things becomes one for each. */
import { splitting } from '../../rules/splitting.ts';
import type { Offer, Spot } from './offer.ts';

export function splitKeyResult({ entry, statement }: Spot): Offer[] {
  const remedy = statement.kind === 'kr' && !statement.broken ? splitting(entry, statement) : undefined;
  return remedy === undefined ? [] : [{ title: remedy.title, kind: 'refactor.extract', edits: () => remedy.edits }];
}
