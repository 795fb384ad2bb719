/**
 * What is being written on a line, read from the text before the cursor: a line that is being typed is mostly one that
 * cannot be read yet, so its tree says little.
 */
import { type Keyword, keywords } from '../../../../grammar/keywords.ts';

/** A word up to the cursor, and where it begins and ends on the line; it may go on behind the cursor. */
export interface LineWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type LineState =
  /** The keyword is being written, or nothing is there yet. */
  | { readonly at: 'keyword'; readonly word: LineWord }
  | {
      readonly at: 'arguments';
      readonly keyword: Keyword;
      /** Those before the one at the cursor; a comma is one. */
      readonly before: readonly LineWord[];
      readonly word: LineWord;
    }
  /** The rule after `# okr-ignore`. */
  | { readonly at: 'silence'; readonly word: LineWord };

/** undefined where nothing can be completed: in prose, in a comment, after `>`, after a word that is no keyword. */
export function readLine(line: string, character: number): LineState | undefined {
  const text = line.slice(0, character);
  const silenced = /^\s*#\s*okr-ignore\s+([a-z-]*)$/.exec(text);
  if (silenced !== null)
    return { at: 'silence', word: wordAt(line, text.length - (silenced[1] as string).length, text.length) };
  const indentation = /^\s*/.exec(text)?.[0].length ?? 0;
  const [first = ''] = /^\S*/.exec(text.slice(indentation)) ?? [];
  if (/^[#>]/.test(first)) return undefined;
  const afterFirst = indentation + first.length;
  if (afterFirst === text.length) {
    return first.includes(':') ? undefined : { at: 'keyword', word: wordAt(line, indentation, text.length) };
  }
  return readArguments(line, character, first, afterFirst);
}

function readArguments(line: string, character: number, first: string, from: number): LineState | undefined {
  // `owner: @ana` is read as `owner @ana`.
  const keyword = keywords.get(first.replace(/:$/, ''));
  if (keyword === undefined || (first.endsWith(':') && !keyword.needsArguments)) return undefined;
  const before: LineWord[] = [];
  // A comma between digits belongs to the number.
  const token = /"[^"]*"?|,(?!\d)|(?:[^\s,"]|,(?=\d))+/g;
  token.lastIndex = from;
  for (let found = token.exec(line); found !== null && found.index < character; found = token.exec(line)) {
    const text = line.slice(found.index, Math.min(token.lastIndex, character));
    if (text.startsWith('#') || isProse(text)) return undefined;
    before.push({ text, start: found.index, end: found.index + text.length });
  }
  const last = before.at(-1);
  if (last === undefined || last.end < character || last.text === ',') {
    return { at: 'arguments', keyword, before, word: wordAt(line, character, character) };
  }
  return { at: 'arguments', keyword, before: before.slice(0, -1), word: wordAt(line, last.start, character) };
}

/** A colon begins prose, but for those in quotes and links. */
function isProse(word: string): boolean {
  return word.includes(':') && !word.startsWith('"') && !/^https?:/.test(word);
}

function wordAt(line: string, start: number, character: number): LineWord {
  const text = line.slice(start, character);
  const after = line.slice(character);
  // A word in quotes goes on to the second one, where that is not there for another word.
  const isClosed = /^"[^"]*$/.test(text) && after.split('"').length % 2 === 0;
  const rest = (isClosed ? /^[^"]*"/ : /^[^\s:,#"]*/).exec(after)?.[0].length ?? 0;
  // In front of a word that is there already a new one is begun.
  return { text, start, end: start === character ? character : character + rest };
}
