/**
 * What can be written at the cursor, the best first. Where a line is broken, as most are that are being written, its
 * text tells what it is about and the lines above tell where it stands.
 */
import { type CompletionItem, CompletionItemKind, type CompletionList, MarkupKind } from 'vscode-languageserver-types';
import type { Position } from '../../../grammar/document.ts';
import { rules } from '../rules/rules.ts';
import { summaries } from '../rules/summaries.ts';
import { argumentProposals } from './completion/arguments.ts';
import { type Asker, plainAsker } from './completion/asker.ts';
import { documentationOf } from './completion/documentation.ts';
import { type ItemData, itemsFor, type Proposal } from './completion/item.ts';
import { keywordProposals } from './completion/keyword-items.ts';
import { type LineState, readLine } from './completion/line.ts';
import { type LinePlace, placeAt } from './completion/place.ts';
import { ranked } from './completion/ranking.ts';
import type { Offered } from './completion/reference-list.ts';
import type { FeatureContext } from './context.ts';

export type { Asker, DataFolder, ItemAbilities } from './completion/asker.ts';
export type { ItemData } from './completion/item.ts';

const NOTHING: CompletionList = { isIncomplete: false, items: [] };

/** Items have no documentation yet: see `resolveCompletion`. Their `data` is an `ItemData`. */
export async function complete(
  context: FeatureContext,
  uri: string,
  position: Position,
  asker: Asker = plainAsker,
): Promise<CompletionList> {
  const line = context.workspace.file(uri)?.document.lineText(position.line);
  const state = line === undefined ? undefined : readLine(line, position.character);
  // The place costs more than the line, and in prose nobody asks for it.
  const place = state && placeAt(context, uri, position);
  if (state === undefined || place === undefined) return NOTHING;
  const { proposals, isCut } = ranked(await offered(context, place, state, asker), state.word.text);
  return { isIncomplete: isCut, items: itemsFor(place, state.word, proposals, asker.abilities) };
}

async function offered(context: FeatureContext, place: LinePlace, state: LineState, asker: Asker): Promise<Offered> {
  switch (state.at) {
    case 'keyword':
      return { proposals: keywordProposals(context, place, state.word), isCut: false };
    case 'arguments':
      return argumentProposals({ context, place, state, asker });
    case 'silence':
      return { proposals: ruleProposals(), isCut: false };
  }
}

function ruleProposals(): Proposal[] {
  return rules.map(({ id }) => ({
    label: id,
    kind: CompletionItemKind.Value,
    description: summaries.get(id) ?? '',
    data: { about: 'rule', name: id },
  }));
}

/** Adds the documentation, and for what has a score its standing and its team. */
export function resolveCompletion(context: FeatureContext, item: CompletionItem): CompletionItem {
  const data = item.data as ItemData | undefined;
  const found = data && documentationOf(context, data);
  if (found === undefined) return item;
  return {
    ...item,
    ...(found.detail === undefined || found.detail === '' ? {} : { detail: found.detail }),
    documentation: { kind: MarkupKind.Markdown, value: found.text },
  };
}
