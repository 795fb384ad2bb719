/** Completion items, made in one way. What is costly to say of them waits until one is looked at. */
import {
  type CompletionItem,
  type CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver-types';
import type { ItemAbilities } from './asker.ts';
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
  /** What stands for a snippet where an editor has none; without it, it is not offered there. */
  readonly plain?: string | undefined;
  /** Shown right behind the label: how it stands. */
  readonly standing?: string | undefined;
  /** Shown at the end of its line: what it is. */
  readonly description?: string | undefined;
  /** What it may be found by beside the label. */
  readonly also?: string | undefined;
  /** What it is found by in place of the label. */
  readonly insteadOfLabel?: string | undefined;
  /** What takes it and goes on, typed right after it. */
  readonly commits?: readonly string[] | undefined;
  readonly data?: ItemData | undefined;
  /** Where the text begins, where that is before the word at the cursor. */
  readonly start?: number | undefined;
}

/** A list of items in the order of their proposals. */
export function itemsFor(
  place: LinePlace,
  word: LineWord,
  proposals: readonly Proposal[],
  abilities: ItemAbilities,
): CompletionItem[] {
  const written = abilities.snippets ? proposals : proposals.flatMap(withoutSnippet);
  return written.map((proposal, index) => itemFor(place, word, proposal, index, abilities));
}

function withoutSnippet(proposal: Proposal): Proposal[] {
  if (proposal.isSnippet !== true) return [proposal];
  return proposal.plain === undefined ? [] : [{ ...proposal, text: proposal.plain, isSnippet: false }];
}

function itemFor(
  { line, lineNumber }: LinePlace,
  word: LineWord,
  proposal: Proposal,
  index: number,
  { insertReplace, labelDetails, commitCharacters }: ItemAbilities,
): CompletionItem {
  const { label, kind, description = '', standing = '', also, commits } = proposal;
  const newText = apart(proposal.text ?? label, word, line.charAt(word.end));
  const start = { line: lineNumber, character: proposal.start ?? word.start };
  const end = { line: lineNumber, character: word.end };
  const cursor = { line: lineNumber, character: word.start + word.text.length };
  const item: CompletionItem = {
    label,
    kind,
    sortText: String(index).padStart(4, '0'),
    textEdit: insertReplace
      ? { newText, insert: { start, end: cursor }, replace: { start, end } }
      : { newText, range: { start, end } },
  };
  if (labelDetails && (description !== '' || standing !== '')) {
    item.labelDetails = {
      ...(standing === '' ? {} : { detail: `  ${standing}` }),
      ...(description === '' ? {} : { description }),
    };
  } else if (description !== '' || standing !== '') {
    item.detail = [standing, description].filter(part => part !== '').join(' · ');
  }
  if (proposal.insteadOfLabel !== undefined) item.filterText = proposal.insteadOfLabel;
  else if (also !== undefined && also !== '') item.filterText = `${label} ${also}`;
  if (commitCharacters && commits !== undefined) item.commitCharacters = [...commits];
  if (proposal.isSnippet === true) {
    item.insertTextFormat = InsertTextFormat.Snippet;
    item.insertTextMode = InsertTextMode.adjustIndentation;
  }
  if (proposal.data !== undefined) item.data = proposal.data;
  return item;
}

/** With a blank behind it, where it would grow together with what is there. */
function apart(text: string, word: LineWord, next: string): string {
  const grows = word.text === '' ? /[^\s:,]/.test(next) : next === '#' || next === '"';
  return grows && !text.endsWith(' ') ? `${text} ` : text;
}

/** A text inside a snippet, so that it is only a text. */
export function inSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
