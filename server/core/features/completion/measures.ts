/** Measures that stand in a key result's title already: `from 32 to 50 points` for “Raise NPS from 32 to 50 points”. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { measureLine } from '../../titles/measure-line.ts';
import { readTitle } from '../../titles/reader.ts';
import type { Writing } from './arguments.ts';
import { inSnippet, type Proposal } from './item.ts';

/** More than so many nobody meant to promise in one line. */
const MOST = 4;

/** What a title says, as measures; a `?` is a number that it does not give, and a place to fill in. */
export function titleMeasures(title: string): string[] {
  return title === ''
    ? []
    : [...new Set(readTitle(title).measures.map(each => measureLine(title, each)))].slice(0, MOST);
}

/** A whole measure, or what is left of one behind its keyword. */
export function measureProposal(measure: string, from = 0, indentation = ''): Proposal {
  const text = measure.slice(from);
  let stops = 0;
  const snippet = inSnippet(text).replace(/(?<=^|\s)\?(?=\s|$)/g, () => `\${${++stops}:?}`);
  return {
    label: text,
    kind: CompletionItemKind.Snippet,
    text: indentation + (stops === 0 ? text : snippet),
    ...(stops === 0 ? {} : { isSnippet: true, plain: indentation + text }),
    description: 'from the title',
    data: { about: 'keyword', name: measure.slice(0, measure.indexOf(' ')) },
  };
}

/** For `from`, `to` and `keep` with nothing behind them: what the title goes on with. */
export function restOfTitleMeasure({ place, state }: Writing): Proposal[] {
  const { keyword, before, word } = state;
  if (before.length > 0 || place.keyResult === undefined || place.line.slice(word.end).trim() !== '') return [];
  const begin = `${keyword.keyword} `;
  return titleMeasures(place.keyResult.keyResult.title)
    .filter(measure => measure.startsWith(begin))
    .map(measure => measureProposal(measure, begin.length));
}
