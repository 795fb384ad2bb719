/** What to tell somebody whose arguments cannot be read as they are: what was expected, and mostly what to write instead. */
import type { IToken, TokenType } from 'chevrotain';
import { type Mismatch, spanOf } from './argument-parser.ts';
import { isHandle, isName, isoFor } from './arguments.ts';
import { type Keyword, keywords } from './keywords.ts';
import { colonInside, cycleInPieces, lineToHold, signForTo, statusInWords } from './other-notations.ts';
import { brief, type Fix, insert, type Problem, problem, rewrite } from './problems.ts';
import { aliasesOf, nearest } from './spelling.ts';
import * as t from './tokens.ts';

/** The tokens of a line, at least; the keyword's is before `from`. */
export interface Arguments {
  readonly keyword: Keyword;
  readonly tokens: readonly IToken[];
  /** Index of the first token after the keyword. */
  readonly from: number;
  readonly text: string;
}

/** Something else was expected at the token with index `at`. */
export function mismatch({ expected, actual }: Mismatch, at: number, line: Arguments): Problem {
  const { tokens, from, text } = line;
  const { keyword, example } = line.keyword;
  const before = tokens[at - 1] as IToken;
  const tight = expected === t.Equals.LABEL ? tightSign(before) : undefined;
  if (tight !== undefined) return tight;
  const signed =
    keyword === 'from' && expected === t.Toward.LABEL
      ? signForTo((tokens[from] as IToken).startOffset, text)
      : undefined;
  if (signed !== undefined) return signed;
  if (t.isColon(actual) && /^:\s*[-+−$€£@\d]/.test(actual.image))
    return colonInside((tokens[from - 1] as IToken).startOffset, actual.startOffset, text);
  // The last thing that is there is where the writer has to go on.
  if (isEnd(actual)) return problem('syntax', spanOf(before), `\`${keyword}\` needs ${expected}: \`${example}\``);
  const known =
    otherDate(actual, line) ??
    otherWord(at, expected, line) ??
    tightBound(actual, expected) ??
    (keyword === 'to' ? lineToHold(before.startOffset, actual.startOffset, text) : undefined) ??
    misspelledWord(at, line) ??
    missingAt(actual, expected, line) ??
    missingScheme(actual, expected, line);
  return known ?? problem('syntax', spanOf(actual), `\`${keyword}\` needs ${expected} here: \`${example}\``);
}

/** All arguments are there, and then there is the token with index `at`. */
export function leftover(at: number, line: Arguments): Problem {
  const { tokens, from, keyword, text } = line;
  const token = tokens[at] as IToken;
  return (
    otherDate(token, line) ??
    misspelledWord(at, line) ??
    (keyword.keyword === 'checkin' ? statusInWords(token.startOffset, text) : undefined) ??
    missingQuotes(at, line) ??
    missingComma(at, line) ??
    dayWithoutWord(token, line) ??
    lateValue(token, line) ??
    (keyword.keyword === 'cycle' ? cycleInPieces(tokens[from] as IToken, text) : undefined) ??
    nameInPieces(at, line) ??
    missingColon(at, line) ??
    superfluous(token, line)
  );
}

function otherDate(token: IToken, { text }: Arguments): Problem | undefined {
  const run = /^[^\s:]+/.exec(text.slice(token.startOffset, token.startOffset + 20))?.[0] ?? '';
  const date = isoFor(run);
  if (date === undefined || date === run) return undefined;
  const at = { start: token.startOffset, end: token.startOffset + run.length };
  return problem('date-invalid', at, `Dates are written year-month-day: \`${date}\``, rewrite(at, date));
}

const bounds = aliasesOf({
  'at least': 'atleast at-least min >= ≥',
  'at most': 'atmost at-most max <= ≤',
  above: 'over >',
  below: 'under <',
});
const signs = aliasesOf({ '=': '== is equals', '!=': '<> ≠' });
/** Other words for those of a statement, in lower case. */
const aliases = aliasesOf({
  mean: 'average avg',
  sum: 'total',
  min: 'minimum',
  max: 'maximum',
  last: 'newest',
});
const ways = aliasesOf({ to: '-> → => - – — .. ...' });

/** Another word or sign for the one that is expected; before a number it was taken for a unit. */
function otherWord(at: number, expected: string, { tokens, from }: Arguments): Problem | undefined {
  const here = tokens[at] as IToken;
  const before = at > from ? (tokens[at - 1] as IToken) : here;
  const [word, meant] =
    expected === t.Toward.LABEL
      ? [before, ways.get(before.image)]
      : expected === t.And.LABEL
        ? [before, before.image === 'to' ? 'and' : ways.has(before.image) ? 'and' : undefined]
        : expected === t.Equals.LABEL
          ? [here, signs.get(here.image.toLowerCase())]
          : [here, expected.startsWith('`at least`') ? bounds.get(here.image.toLowerCase()) : undefined];
  if (meant === undefined) return undefined;
  const message = `\`${meant}\` is the word for \`${word.image}\``;
  return problem('unknown-argument', spanOf(word), message, rewrite(spanOf(word), meant));
}

/** `>=99%` */
function tightBound({ image, startOffset: start }: IToken, expected: string): Problem | undefined {
  const [, sign = ''] = /^([<>]=?|[≤≥])./.exec(image) ?? [];
  const meant = expected.startsWith('`at least`') ? bounds.get(sign) : undefined;
  if (meant === undefined) return undefined;
  const at = { start, end: start + sign.length };
  const fix = { title: `Write \`${meant}\``, edits: [{ ...at, text: `${meant} ` }] };
  return problem('unknown-argument', at, `\`${meant}\` is the word for \`${sign}\``, fix);
}

/** `region=EU` */
function tightSign(word: IToken): Problem | undefined {
  const [, name, sign, value] = /^([^=]+?)(!?=)=?([^=]+)$/.exec(word.image.slice(0, 200)) ?? [];
  if (name === undefined) return undefined;
  const apart = `${name} ${sign} ${value}`;
  return problem(
    'syntax',
    spanOf(word),
    `Blanks stand around \`${sign}\`: \`${brief(apart)}\``,
    rewrite(spanOf(word), apart),
  );
}

/** `where region = North America` */
function missingQuotes(at: number, { tokens, keyword }: Arguments): Problem | undefined {
  const [before, token] = [tokens[at - 1] as IToken, tokens[at] as IToken];
  if (keyword.keyword !== 'data' || before.tokenType !== t.WordToken || token.tokenType !== t.WordToken)
    return undefined;
  const text = `"${before.image} ${token.image}"`;
  const span = { start: before.startOffset, end: spanOf(token).end };
  const fix: Fix = { ...rewrite(span, text), isGuess: true };
  return problem('unknown-argument', spanOf(token), `Several words stand in quotes: \`${brief(text)}\``, fix);
}

/** A misspelled inner word is often taken for part of the unit before it, so the token before is looked at too. */
function misspelledWord(at: number, { tokens, from, keyword }: Arguments): Problem | undefined {
  for (const token of at > from ? [tokens[at], tokens[at - 1]] : [tokens[at]]) {
    if (token?.tokenType !== t.WordToken || keywords.has(token.image)) continue;
    const meant = nearest(token.image, keyword.inner.keys(), aliases);
    if (meant === undefined || !keyword.inner.has(meant)) continue;
    const message = `\`${brief(token.image)}\`: did you mean \`${meant}\`?`;
    return problem('unknown-argument', spanOf(token), message, rewrite(spanOf(token), meant));
  }
  return undefined;
}

function missingAt(token: IToken, expected: string, { keyword }: Arguments): Problem | undefined {
  if (expected !== t.PersonToken.LABEL || token.tokenType !== t.WordToken || !isHandle(token.image)) return undefined;
  const handle = `@${token.image}`;
  const message = `\`${keyword.keyword}\` needs a person: write \`${brief(handle)}\``;
  return problem('syntax', spanOf(token), message, rewrite(spanOf(token), handle));
}

function missingScheme(token: IToken, expected: string, { text }: Arguments): Problem | undefined {
  const link = /^[\w-]+(?:\.[\w-]+)+(?:[/:?#][^\s]*)?/.exec(
    text.slice(token.startOffset, token.startOffset + 500),
  )?.[0];
  if (expected !== t.LinkToken.LABEL || link === undefined) return undefined;
  const at = { start: token.startOffset, end: token.startOffset + link.length };
  return problem('syntax', at, 'A link begins with `https://`', rewrite(at, `https://${link}`));
}

const listed: Readonly<Record<string, TokenType>> = {
  with: t.PersonToken,
  members: t.PersonToken,
  supports: t.WordToken,
  needs: t.WordToken,
  tags: t.WordToken,
};
function missingComma(at: number, { tokens, keyword }: Arguments): Problem | undefined {
  const token = tokens[at] as IToken;
  if (listed[keyword.keyword] !== token.tokenType) return undefined;
  const message = `A comma stands between two: \`${keyword.keyword} …, ${brief(token.image)}\``;
  const before = spanOf(tokens[at - 1] as IToken).end;
  return problem('unknown-argument', spanOf(token), message, insert(before, ',', 'Add a comma'));
}

function dayWithoutWord(token: IToken, { keyword }: Arguments): Problem | undefined {
  if (keyword.keyword !== 'milestone' || token.tokenType !== t.DateToken) return undefined;
  const message = `\`due\` or \`done\` says what is on that day: \`due ${token.image}\``;
  return problem('syntax', spanOf(token), message, rewrite(spanOf(token), `due ${token.image}`));
}

function lateValue(token: IToken, { keyword }: Arguments): Problem | undefined {
  if (keyword.keyword !== 'checkin' || token.tokenType !== t.NumberToken) return undefined;
  return problem('syntax', spanOf(token), `The value comes right after the day: \`${keyword.example}\``);
}

/** `kr two words: Raise our score` */
function nameInPieces(at: number, line: Arguments): Problem | undefined {
  const { keyword, tokens, from, text } = line;
  if (!keyword.nameFirst || startsTitle(line) || !hasColon(at, line)) return undefined;
  const { startOffset: start } = tokens[from] as IToken;
  const name = /^[^:\r\n]*/.exec(text.slice(start, start + 200))?.[0].trimEnd() ?? '';
  const span = { start, end: start + name.length };
  const message = `\`${brief(name)}\` is no name: a name is one word, a letter and then letters, digits, \`-\` and \`_\``;
  const word = name.split(/\s+/).join('-');
  return problem('unknown-argument', span, message, isName(word) ? rewrite(span, word) : undefined);
}

/** A name is mostly in lower case, and the first word of a title is not. */
function startsTitle({ keyword, tokens, from }: Arguments): boolean {
  return keyword.nameFirst && !keyword.needsArguments && /^[“„«]?\p{Lu}/u.test((tokens[from] as IToken).image);
}

/** Whether a text follows further on in the line. */
function hasColon(at: number, { tokens }: Arguments): boolean {
  let end = at;
  while (!isEnd(tokens[end] as IToken)) end++;
  return t.isColon(tokens[end] as IToken);
}

/** `kr nps Raise our score`, `objective Customers love us`: a text without its colon. */
function missingColon(at: number, line: Arguments): Problem | undefined {
  const { tokens, from, keyword, text } = line;
  const isTitle = startsTitle(line);
  if (keyword.prose === 'none' || (!isTitle && hasColon(at, line))) return undefined;
  const wordsFrom = isTitle ? from : at;
  const before = spanOf(tokens[wordsFrom - 1] as IToken);
  const colon = insert(
    before.end,
    before.end === (tokens[wordsFrom] as IToken).startOffset ? ': ' : ':',
    'Add the colon',
  );
  const end = Math.min(text.length, before.end + 60);
  const words = /^[^\r\n]*/.exec(text.slice(before.end, end))?.[0].trim() ?? '';
  const meant = `${text.slice((tokens[from - 1] as IToken).startOffset, before.end)}: ${words}`;
  return problem(
    'unknown-argument',
    spanOf(tokens[wordsFrom] as IToken),
    `A colon stands before a text: \`${brief(meant)}\``,
    colon,
  );
}

function superfluous(token: IToken, { keyword }: Arguments): Problem {
  const word = `\`${brief(token.image)}\``;
  const message =
    keyword.example === keyword.keyword
      ? `\`${keyword.keyword}\` stands alone: ${word} does not belong here`
      : `${word} does not belong here: \`${keyword.example}\``;
  return problem('unknown-argument', spanOf(token), message);
}

function isEnd(token: IToken): boolean {
  return token.tokenType === t.LineBreak || token.tokenType === t.Comment || t.isColon(token);
}
