/** Numbers that are names, or part of one: `P0`, `ISO 27001`, `tier 1 or 2`, `#1234`, `24/7`. */
import { colonAt } from './numerals.ts';
import { isGluedUnit } from './quantities.ts';
import { otherVerbs, raiseVerbs } from './tables/changes.ts';
import { numberedNames, numberedNouns, numberedPlurals, numberedVerbs } from './tables/names.ts';
import { metricNouns } from './tables/nouns.ts';
import { stopWords } from './tables/stop-words.ts';
import { currencyPrefixes } from './tables/units.ts';
import type { Token } from './tokens.ts';
import { isPlural } from './unit-words.ts';

/** The token after the name that the digits at this token belong to, or undefined. */
export function nameAt(tokens: readonly Token[], at: number, titleCase: boolean): number | undefined {
  return gluedName(tokens, at) ?? colonOrSlash(tokens, at) ?? numbered(tokens, at) ?? named(tokens, at, titleCase);
}

/** The end of a name: what is written without a space from this token on, up to a comparison or a bracket. */
export function gluedEnd(tokens: readonly Token[], at: number): number {
  let to = at + 1;
  while (tokens[to]?.glued && (tokens[to]?.type !== 'sign' || isNameJoint(tokens, to))) to++;
  return to;
}

function isNameJoint(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.glued === true && /^[-_./'’+&:]$/u.test(tokens[at]?.text ?? '');
}

const LATIN = /^[\p{Script=Latin}]/u;

/** `P0`, `K8s`, `GPT-4`, `#1234`, `2FA`, `5th`, `9am`, `24x7`. */
function gluedName(tokens: readonly Token[], at: number): number | undefined {
  const before = tokens[at]?.glued ? tokens[at - 1] : undefined;
  const after = tokens[at + 1]?.glued ? tokens[at + 1] : undefined;
  if (before?.type === 'word' && LATIN.test(before.text) && !currencyPrefixes.has(before.lower))
    return gluedEnd(tokens, at);
  if (before?.type === 'word' && before.text.length === 1 && LATIN.test(before.text)) return gluedEnd(tokens, at);
  const joined =
    before && /^[-_./+]$/u.test(before.text) && before.glued && /^[\p{L}+]/u.test(tokens[at - 2]?.text ?? '');
  if (joined && !/^(?:sub|top|under|over|non|by|to)$/u.test(tokens[at - 2]?.lower ?? '')) return gluedEnd(tokens, at);
  if (joined && tokens[at - 2]?.lower === 'top' && !countsPlural(tokens, at + 1)) return gluedEnd(tokens, at);
  if (before?.text === '#' && !isRank(tokens, at)) return gluedEnd(tokens, at);
  if (before && /^[!&'’]$/u.test(before.text) && !tokens[at - 1]?.glued) return gluedEnd(tokens, at);
  if (before && /^['’]$/u.test(before.text) && tokens[at]?.text.length === 2) return at + 1;
  if (after?.text === 's' && tokens[at - 1]?.lower === 'the') return at + 2;
  if (after?.type === 'word' && LATIN.test(after.text)) {
    if (!isGluedUnit(after) || (tokens[at + 2]?.glued === true && tokens[at + 2]?.type === 'number'))
      return gluedEnd(tokens, at);
  }
  return undefined;
}

/** A place in a list that ends here is a measure: `Rank #1 for …`. */
function isRank(tokens: readonly Token[], at: number): boolean {
  const near = tokens.slice(Math.max(0, at - 5), at).map(token => token.lower);
  return (
    Number(tokens[at]?.text) <= 100 &&
    near.some(word => /^(?:rank|ranks|ranked|ranking|position|become|be|reach|hit)$/u.test(word))
  );
}

/** `1:1`, `9:30`, `24/7`, `1-on-1`; `3:1` is a ratio, `9/10` a fraction. */
function colonOrSlash(tokens: readonly Token[], at: number): number | undefined {
  const joint = tokens[at + 1];
  const second = tokens[at + 2];
  if (!joint?.glued || !second?.glued) return undefined;
  if (joint.text === ':' && second.type === 'number') return colonAt(tokens, at) ? undefined : gluedEnd(tokens, at);
  if (joint.text === '-' && tokens[at + 3]?.text === '-' && tokens[at + 4]?.type === 'number')
    return gluedEnd(tokens, at);
  if (joint.text !== '/' || second.type !== 'number') return undefined;
  const whole = Number(second.text);
  const inScale = [4, 5, 7, 10, 100].includes(whole) && Number(tokens[at]?.text) <= whole;
  const counts = inScale || countsPlural(tokens, at + 3);
  return counts && tokens[at + 3]?.text !== '/' ? undefined : gluedEnd(tokens, at);
}

/** `phase 2`, `tier 1 or 2`, `Scope 1, 2 and 3`. */
function numbered(tokens: readonly Token[], at: number): number | undefined {
  if (!isNumbered(tokens, at)) return undefined;
  let to = gluedEnd(tokens, at);
  while (isJoint(tokens[to]) && tokens[to + 1]?.type === 'number' && isBare(tokens, to + 1)) to += 2;
  if (tokens[to]?.text === ',' && isJoint(tokens[to + 1]) && tokens[to + 2]?.type === 'number') to += 3;
  return to;
}

export function isNumbered(tokens: readonly Token[], at: number): boolean {
  const noun = tokens[at - 1]?.text === '.' ? tokens[at - 2] : tokens[at - 1];
  if (!noun || !(numberedNouns.has(noun.lower) || numberedVerbs.has(noun.lower) || numberedPlurals.has(noun.lower)))
    return false;
  if (!isBare(tokens, at)) return false;
  if (tokens[at - 2]?.lower === 'per' || tokens[at - 2]?.lower === 'every' || tokens[at - 2]?.lower === 'each')
    return false;
  return !(numberedVerbs.has(noun.lower) && countsPlural(tokens, at + 1));
}

function isJoint(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return /^(?:and|or|,|&|to)$/u.test(token.lower) || (token.glued && /^[-–/]$/u.test(token.text));
}

/** Without `%`, `+`, magnitude or unit. */
function isBare(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return !(
    next &&
    (/^[%+]$/u.test(next.text) ||
      (next.glued && next.type === 'word' && isGluedUnit(next)) ||
      /^percent$/u.test(next.lower))
  );
}

function countsPlural(tokens: readonly Token[], at: number): boolean {
  for (let index = at; index < at + 4; index++) {
    const token = tokens[index];
    if (token?.type !== 'word' || stopWords.has(token.lower)) return false;
    if (isPlural(token)) return true;
  }
  return false;
}

/** `Ship 12.9`: what is shipped is a version. */
function isShipped(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const alone = next === undefined || next.type === 'sign' || stopWords.has(next.lower);
  return (
    alone &&
    /^\d+\.\d+$/u.test(tokens[at]?.text ?? '') &&
    /^(?:ship|release|tag|deploy|cut)$/u.test(tokens[at - 1]?.lower ?? '')
  );
}

/** `ISO 27001`, `Web 2.0`, `Postgres 15`. */
function named(tokens: readonly Token[], at: number, titleCase: boolean): number | undefined {
  if (isShipped(tokens, at) && isBare(tokens, at)) return at + 1;
  const before = tokens[at - 1]?.text === '-' ? tokens[at - 2] : tokens[at - 1];
  const numeral = tokens[at]?.text ?? '';
  if (before?.type !== 'word' || !/\p{Lu}/u.test(before.text) || !isBare(tokens, at)) return undefined;
  if (numberedNames.has(before.lower)) return gluedEnd(tokens, at);
  if (/^\d\.0$/u.test(numeral) && !metricNouns.has(before.lower)) return at + 1;
  if (titleCase || at < 2 || !/^\d{1,4}(?:\.\d{1,2})?$/u.test(numeral) || !/\p{Ll}/u.test(before.text))
    return undefined;
  if (
    metricNouns.has(before.lower) ||
    stopWords.has(before.lower) ||
    otherVerbs.has(before.lower) ||
    raiseVerbs.has(before.lower)
  )
    return undefined;
  const next = tokens[at + 1];
  const ends =
    next === undefined ||
    (next.type === 'sign' && !next.glued) ||
    (next.type === 'sign' && /[).,;:!"]/u.test(next.text)) ||
    stopWords.has(next.lower);
  return ends ? at + 1 : undefined;
}
