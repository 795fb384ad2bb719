/** A list in the order of how well it fits what is written: the beginning first, then parts, letters, and slips. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Proposal } from './item.ts';
import { type Fit, fitter, misspells } from './match.ts';
import { MOST, type Offered } from './reference-list.ts';

/** What can be misspelled: a date, a tag or a unit that is not offered is simply another one. */
const SPELLED: ReadonlySet<CompletionItemKind> = new Set([
  CompletionItemKind.Keyword,
  CompletionItemKind.Snippet,
  CompletionItemKind.Reference,
  CompletionItemKind.Variable,
  CompletionItemKind.EnumMember,
  CompletionItemKind.Value,
]);

/** What fits in the same way stays in its order; of what does not fit nothing stays. */
export function ranked({ proposals, isCut }: Offered, word: string): Offered {
  const written = word.replace(/^"/, '');
  const found = written === '' ? proposals : byFit(proposals, written);
  if (found.length > 0 || proposals.length === 0) {
    return { proposals: found.slice(0, MOST), isCut: isCut || found.length > MOST };
  }
  const isMeant = misspells(written);
  const isWord = /^[\p{L}@]/u.test(written);
  const meant = isWord
    ? proposals.filter(({ label, kind, insteadOfLabel }) => SPELLED.has(kind) && isMeant(insteadOfLabel ?? label))
    : [];
  if (meant.length === 0) return { proposals: [], isCut };
  // An editor would not show what is spelled in another way, unless it is told that this is how to find it; and it has
  // to ask again, as the next letter may show what was meant.
  return { proposals: meant.slice(0, MOST).map(each => ({ ...each, insteadOfLabel: written })), isCut: true };
}

function byFit(proposals: readonly Proposal[], word: string): Proposal[] {
  const fitOf = fitter(word);
  return proposals
    .map(proposal => ({ proposal, fit: fitOf(proposal.insteadOfLabel ?? proposal.label, proposal.also) }))
    .filter((each): each is { proposal: Proposal; fit: Fit } => each.fit !== undefined)
    .sort((a, b) => a.fit - b.fit)
    .map(({ proposal }) => proposal);
}
