/** Tokens whose numbers measure nothing: identifiers, versions, dates, deadlines, code, links, labels. */
import { pointAt } from './calendar-points.ts';
import { deadlinesIn } from './deadlines.ts';
import { gluedEnd, isNumbered, nameAt } from './names.ts';
import { numeralOf } from './numerals.ts';
import { nameNumbers } from './tables/names.ts';
import { ones } from './tables/spelled-numbers.ts';
import type { Token } from './tokens.ts';
import { isDate } from './years.ts';

/** One flag for each token. */
export function asidesOf(tokens: readonly Token[]): boolean[] {
  const aside: boolean[] = new Array(tokens.length).fill(false);
  const set = (from: number, to: number) => aside.fill(true, from, to);
  for (const { from, to } of deadlinesIn(tokens)) set(from, to);
  markCode(tokens, set);
  const titleCase = isTitleCase(tokens);
  for (let at = 0; at < tokens.length; at++) {
    if (aside[at]) continue;
    const phrase = nameNumbers.at(tokens, at);
    const continues =
      aside[at - 2] === true && tokens[at - 1]?.text === '-' && tokens[at]?.glued && tokens[at - 1]?.glued;
    const to = phrase ? at + phrase.length : continues ? gluedEnd(tokens, at) : nameEnd(tokens, at, titleCase);
    if (to <= at) continue;
    set(at, to);
    at = to - 1;
  }
  return aside;
}

/** `code`, and runs with `://`, `www.` or `@`. */
function markCode(tokens: readonly Token[], set: (from: number, to: number) => void): void {
  let tick = -1;
  let run = 0;
  let link = false;
  for (let at = 0; at <= tokens.length; at++) {
    const token = tokens[at];
    if (token?.text === '`') {
      if (tick >= 0) set(tick, at + 1);
      tick = tick >= 0 ? -1 : at;
    }
    if (!token?.glued) {
      if (link) set(run, at);
      run = at;
      link = false;
    }
    const between = token?.glued === true && tokens[at + 1]?.glued === true;
    if (
      between &&
      ((token.text === ':' && tokens[at + 1]?.text === '/') || (token.text === '@' && tokens[at - 1]?.type === 'word'))
    ) {
      link = true;
    }
  }
}

function isTitleCase(tokens: readonly Token[]): boolean {
  const words = tokens.filter(token => token.type === 'word' && token.text.length > 3);
  return words.length > 2 && words.filter(word => /^\p{Lu}/u.test(word.text)).length > words.length * 0.7;
}

/** The token after the name or the date at this token; the token itself if there is none. */
function nameEnd(tokens: readonly Token[], at: number, titleCase: boolean): number {
  const point = pointAt(tokens, at);
  if (point && isDate(tokens, at, point.to, point.point)) return point.to;
  const token = tokens[at];
  if (token?.type === 'word') return ones.has(token.lower) && isNumbered(tokens, at) ? at + 1 : at;
  if (token?.type !== 'number') return at;
  if (!numeralOf(token.text)) return gluedEnd(tokens, at);
  return label(tokens, at) ?? nameAt(tokens, at, titleCase) ?? at;
}

/** `1. Launch`, `2) Launch`, `3: Launch` at the start. */
function label(tokens: readonly Token[], at: number): number | undefined {
  const start = at === 0 || (at === 1 && /^[([-]$/u.test(tokens[0]?.text ?? ''));
  const mark = tokens[at + 1];
  if (!start || !mark || !/^[.):\]]$/u.test(mark.text) || !mark.glued || tokens[at + 2]?.glued) return undefined;
  return tokens[at + 2] ? at + 2 : undefined;
}
