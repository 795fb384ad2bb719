/** The words inside a statement: `confidence`, `by`, `at least`, `weeks`. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Writing } from './arguments.ts';
import type { Proposal } from './item.ts';

const BOUNDS = ['at least', 'at most', 'above', 'below', 'between'];
const RHYTHMS = ['day', 'week', 'month', 'quarter', 'year'];
/** Those have a list of their own. */
const ELSEWHERE = new Set([
  'on-track',
  'at-risk',
  'off-track',
  'blocked',
  'at',
  'least',
  'most',
  'above',
  'below',
  'between',
  'and',
]);

/** After these the line may be done. */
const ENDS = new Set(['done', 'comma', 'decimal comma', 'last', 'sum', 'mean', 'min', 'max', 'count']);

/** Those that this statement knows and does not have yet. */
export function wordProposals({ state }: Writing): Proposal[] {
  const { keyword, before } = state;
  const used = new Set(before.map(({ text }) => text));
  return [...keyword.inner.keys()]
    .filter(word => !used.has(word) && !ELSEWHERE.has(word))
    .sort((a, b) => Number(a === 'by') - Number(b === 'by'))
    .map(word => wordProposal(word));
}

/** A bound, or the `and` of `between`. */
export function boundProposals({ state }: Writing): Proposal[] {
  const { before, word } = state;
  const last = before.at(-1);
  if (last?.text === 'at') return BOUNDS.slice(0, 2).map(bound => ({ ...wordProposal(bound), start: last.start }));
  const between = before.findIndex(({ text }) => text === 'between');
  if (between >= 0) {
    const isOpen = before.length > between + 1 && !before.some(({ text }) => text === 'and');
    return isOpen ? [wordProposal('and')] : [];
  }
  const hasBound = before.some(({ text }) => /^(?:at|above|below)$/.test(text));
  return hasBound ? [] : BOUNDS.map(bound => ({ ...wordProposal(bound), start: word.start }));
}

/** A word of the language, and the blank after it. */
export function wordProposal(word: string): Proposal {
  return {
    label: word,
    kind: CompletionItemKind.Keyword,
    text: ENDS.has(word) ? word : `${word} `,
    data: { about: 'word', name: word, goesOn: !ENDS.has(word) },
  };
}

/** `week`, `2 weeks`, `month` …; after a number the plurals. */
export function rhythmProposals({ state }: Writing): Proposal[] {
  const count = state.before.length;
  const data = { about: 'word', name: 'week' } as const;
  const kind = CompletionItemKind.EnumMember;
  if (count === 0) return ['week', '2 weeks', 'month', 'quarter', 'year', 'day'].map(label => ({ label, kind, data }));
  const isOne = state.before[0]?.text === '1';
  return count === 1 && /^\d+$/.test(state.before[0]?.text ?? '')
    ? RHYTHMS.map(unit => ({ label: isOne ? unit : `${unit}s`, kind, data })).sort(
        (a, b) => Number(b.label.startsWith('week')) - Number(a.label.startsWith('week')),
      )
    : [];
}
