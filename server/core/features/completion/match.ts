/**
 * Whether a text could be meant by what is written of it, and how well it fits: editors match like this, so nothing that
 * they would show is left out.
 */
import { slipsBetween } from '../../../../grammar/spelling.ts';

const LONGEST = 300;

/** Takes a text, given in pieces, that has all characters of `word` in its order, whatever their case. */
export type Matcher = (...pieces: readonly string[]) => boolean;

/** One pass over the text, however often it is asked. */
export function matcher(word: string): Matcher {
  const folded = word.slice(0, LONGEST).toLowerCase();
  const wanted = Array.from({ length: folded.length }, (_, at) => folded.charCodeAt(at));
  if (wanted.length === 0) return () => true;
  return (...pieces) => {
    let next = 0;
    for (const piece of pieces) {
      const length = Math.min(piece.length, LONGEST);
      for (let at = 0; at < length && next < wanted.length; at++) {
        if (lower(piece.charCodeAt(at), piece, at) === wanted[next]) next++;
      }
    }
    return next === wanted.length;
  };
}

function lower(code: number, text: string, at: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  return text.charAt(at).toLowerCase().charCodeAt(0);
}

/** How well a text fits what is written of it, the best first. */
export const FITS = { begins: 0, beginsPart: 1, initials: 2, letters: 3, title: 4 } as const;
export type Fit = (typeof FITS)[keyof typeof FITS];
/** So many there are. */
export const FIT_COUNT = 5;

/** @returns how well a label fits, or its title, which counts for less; undefined where neither does */
export function fitter(word: string): (label: string, title?: string) => Fit | undefined {
  const folded = word.slice(0, LONGEST).toLowerCase();
  const matches = matcher(word);
  return (label, title = '') => {
    if (folded === '') return FITS.begins;
    if (matches(label)) {
      const text = label.slice(0, LONGEST).toLowerCase();
      if (text.startsWith(folded)) return FITS.begins;
      if (beginsPart(text, folded)) return FITS.beginsPart;
      if (areInitials(text, folded)) return FITS.initials;
      return beginsPart(title.toLowerCase(), folded) ? FITS.beginsPart : FITS.letters;
    }
    if (title === '' || !matches(label, ' ', title)) return undefined;
    return beginsPart(title.toLowerCase(), folded) ? FITS.beginsPart : FITS.title;
  };
}

const isStart = (text: string, at: number) => at === 0 || /[^\p{L}\p{N}]/u.test(text.charAt(at - 1));

function beginsPart(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) if (isStart(text, at)) return true;
  return false;
}

/** `cq` and `coqu` for `company/quality`: each character begins a part, or goes on in one. */
function areInitials(text: string, word: string): boolean {
  const starts = Array.from(text, (_, at) => isStart(text, at));
  let reached: number[] = [];
  for (let at = 0; at < text.length; at++) if (starts[at] && text[at] === word[0]) reached.push(at);
  for (const letter of word.slice(1)) {
    const [first = text.length] = reached;
    const before = new Set(reached);
    const next: number[] = [];
    for (let at = first + 1; at < text.length; at++) {
      if (text[at] === letter && (starts[at] || before.has(at - 1))) next.push(at);
    }
    reached = next;
  }
  return reached.length > 0;
}

/** What a slip or two may have made of the beginning of a text: `form` of `from`, `obejct` of `objective`. */
export function misspells(word: string): (label: string) => boolean {
  const folded = word.toLowerCase();
  const { length } = folded;
  // Of two letters, each might be anything.
  const limit = length < 3 || length > 30 ? 0 : length <= 5 ? 1 : 2;
  const shortest = length < 4 ? length : length - 1;
  return label => {
    const text = label.toLowerCase();
    // In a word as short as that, the first letter is the least that has to be right.
    if (limit === 0 || (length < 4 && text[0] !== folded[0])) return false;
    for (let end = shortest; end <= length + 1; end++)
      if (end <= text.length && slipsBetween(folded, text.slice(0, end), limit) <= limit) return true;
    return false;
  };
}
