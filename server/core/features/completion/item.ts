/** Completion items, made in one way. What is costly to say of them waits until one is looked at. */
import {
  type CompletionItem,
  type CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver-types';
import type { LineWord } from './line.ts';
import type { LinePlace } from './place.ts';

/** What an item is about, for its documentation. */
export type ItemData = {
  /** After it is taken, there is more to choose: the editor may open the list again. */
  readonly goesOn?: boolean;
} & (
  | { readonly about: 'keyword' | 'word' | 'person' | 'team' | 'cycle' | 'rule'; readonly name: string }
  | {
      readonly about: 'objective';
      readonly team: string;
      readonly name: string;
      readonly kr?: string;
      readonly cycle: string | null;
    }
  | { readonly about: 'kpi' | 'initiative'; readonly team: string; readonly name: string }
  | { readonly about: 'nothing' }
);

export interface Proposal {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** The text that is written; the label without it. */
  readonly text?: string | undefined;
  readonly isSnippet?: boolean | undefined;
  /** Shown behind the label. */
  readonly description?: string | undefined;
  /** What it may be found by beside the label. */
  readonly also?: string | undefined;
  /** What it is found by in place of the label. */
  readonly insteadOfLabel?: string;
  readonly data?: ItemData;
  /** Where the text begins, where that is before the word at the cursor. */
  readonly start?: number;
}

/** A list of items in the order of their proposals. */
export function itemsFor({ lineNumber }: LinePlace, word: LineWord, proposals: readonly Proposal[]): CompletionItem[] {
  return proposals.map((proposal, index) => {
    const { label, kind, text = label, description, also, isSnippet = false } = proposal;
    const item: CompletionItem = {
      label,
      kind,
      sortText: String(index).padStart(4, '0'),
      textEdit: {
        range: {
          start: { line: lineNumber, character: proposal.start ?? word.start },
          end: { line: lineNumber, character: word.end },
        },
        newText: text,
      },
    };
    if (description !== undefined && description !== '') item.labelDetails = { description };
    if (proposal.insteadOfLabel !== undefined) item.filterText = proposal.insteadOfLabel;
    else if (also !== undefined && also !== '') item.filterText = `${label} ${also}`;
    if (isSnippet) {
      item.insertTextFormat = InsertTextFormat.Snippet;
      item.insertTextMode = InsertTextMode.adjustIndentation;
    }
    if (proposal.data !== undefined) item.data = proposal.data;
    return item;
  });
}

/** A text inside a snippet, so that it is only a text. */
export function inSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
