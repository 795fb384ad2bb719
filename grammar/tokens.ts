/**
 * The tokens of one line: blanks are skipped, prose is one token to the line's end, and no word is a keyword yet.
 * Which words are keywords depends on the statement, so the parser retags them (see `keywords.ts`).
 */
import { createToken, type IToken, Lexer, type TokenType } from 'chevrotain';

/** Code units below 256 one by one, and one of each of Chevrotain's buckets above. */
const everyFirstCharacter = [
  ...Array.from({ length: 256 }, (_, code) => code),
  ...Array.from({ length: 258 }, (_, bucket) => Math.min(bucket * 255 + 1, 65535)),
];
const digits = [...'0123456789'];
const currencies = [...'$€£¥₹₩₽₺₴₦₫₱₪฿₿'];

/** True for a blank that is no line break: what `\s` takes. */
export function isBlank(code: number): boolean {
  if (code < 0x80) return code === 32 || code === 9 || code === 11 || code === 12;
  if (code < 0x1680) return code === 0xa0;
  return (
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0x1680 ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f
  );
}

export function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}

/** How many columns blanks take: a tab reaches the next multiple of four, and a byte-order mark none. */
export function widthOf(text: string, from: number, to: number): number {
  let width = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    width += code === 9 ? 4 - (width % 4) : code === 0xfeff ? 0 : 1;
  }
  return width;
}

// Patterns that are called for every line are functions: that is twice as fast as an expression. The lexer takes the
// match out of the array at once, so that one array is enough.
const found: [string] = [''];
function match(text: string, from: number, to: number): [string] {
  found[0] = text.slice(from, to);
  return found;
}

/** Matches from `offset` to the end of the line. */
function restOfLine(text: string, offset: number): [string] {
  let end = offset;
  while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
  return match(text, offset, end);
}

/** Matches from `offset` to a blank, a colon or a comma. */
function restOfWord(text: string, offset: number): [string] {
  let end = offset + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 58 || code === 44 || isLineBreak(code) || isBlank(code)) break;
  }
  return match(text, offset, end);
}

const anyNumber =
  /\?(?![^\s:,#])|[0-9]+(?:\.[0-9]+)?\/[0-9]+(?:\.[0-9]+)?(?![^\s:,#])|[-+−]?[$€£¥₹₩₽₺₴₦₫₱₪฿₿]?[-−]?[0-9](?:[0-9_.,]*[0-9])?(?:[kKMB](?![A-Za-z0-9_\u00c0-\u1fff\u2c00-\uffff]))?/y;
/** Most numbers are digits and then a blank. */
function numberAt(text: string, offset: number): [string] | null {
  let end = offset;
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return end > offset && (end === text.length || text.charCodeAt(end) <= 37)
    ? match(text, offset, end)
    : matchAt(anyNumber, text, offset);
}

function matchAt(pattern: RegExp, text: string, offset: number): [string] | null {
  pattern.lastIndex = offset;
  return pattern.test(text) ? match(text, offset, pattern.lastIndex) : null;
}
/** Most numbers are no dates: the dash after the year is looked at first. */
function afterYear(pattern: RegExp) {
  return (text: string, offset: number) => (text.charCodeAt(offset + 4) === 45 ? matchAt(pattern, text, offset) : null);
}

const Blank = createToken({ name: 'Blank', pattern: /[ \t]+/, group: Lexer.SKIPPED });
const OtherBlank = createToken({
  name: 'OtherBlank',
  pattern: /[^\S\r\n]+/,
  start_chars_hint: everyFirstCharacter.filter(code => code > 127 || code === 11 || code === 12),
  group: Lexer.SKIPPED,
});
/** A line's end, with the blank lines and the blanks after it. */
export const LineBreak = createToken({
  name: 'LineBreak',
  pattern: (text: string, offset: number) => {
    let end = offset + 1;
    while (end < text.length && (isLineBreak(text.charCodeAt(end)) || isBlank(text.charCodeAt(end)))) end++;
    return match(text, offset, end);
  },
  start_chars_hint: ['\r', '\n'],
  line_breaks: true,
});
export const Comment = createToken({
  name: 'Comment',
  pattern: (text: string, offset: number) => {
    const before = offset === 0 ? 10 : text.charCodeAt(offset - 1);
    return isLineBreak(before) || isBlank(before) ? restOfLine(text, offset) : null;
  },
  start_chars_hint: ['#'],
  line_breaks: false,
});
/** A description: `>` as the first character of a line, and all after it. */
export const Quote = createToken({
  name: 'Quote',
  pattern: (text: string, offset: number) => {
    let at = offset - 1;
    while (at >= 0 && isBlank(text.charCodeAt(at))) at--;
    return at < 0 || isLineBreak(text.charCodeAt(at)) ? restOfLine(text, offset) : null;
  },
  start_chars_hint: ['>'],
  line_breaks: false,
});
/** The first colon that a blank or the line's end follows, and all after it. */
export const Prose = createToken({ name: 'Prose', pattern: /:(?![^\s])[^\r\n]*/, start_chars_hint: [':'] });
/** A colon without its blank. */
export const TightProse = createToken({ name: 'TightProse', pattern: /:[^\r\n]*/, start_chars_hint: [':'] });
export const DateToken = createToken({
  name: 'Date',
  label: 'a date',
  pattern: afterYear(/[0-9]{4}-[0-9]{2}-[0-9]{2}(?![^\s:,#])/y),
  line_breaks: false,
  start_chars_hint: digits,
});
/** `2026-Q4`, `2026-H2`, `2026-11`. */
export const CalendarCycle = createToken({
  name: 'CalendarCycle',
  pattern: afterYear(/[0-9]{4}-(?:[HhQq][0-9]+|[0-9]{1,2})(?![^\s:,#])/y),
  line_breaks: false,
  start_chars_hint: digits,
});
/**
 * A sign, a currency, digits with their separators, a magnitude; or `7/10`; or `?`. Whether it is a value or a share,
 * and a good one, the arguments' reader says.
 */
export const NumberToken = createToken({
  name: 'Number',
  label: 'a number',
  pattern: numberAt,
  line_breaks: false,
  start_chars_hint: [...digits, '?', '-', '+', '−', ...currencies],
});
export const LinkToken = createToken({
  name: 'Link',
  label: 'a link',
  pattern: /https?:\/\/(?:[^\s:]|:(?=[^\s]))+/,
  start_chars_hint: ['h'],
});
export const Quoted = createToken({ name: 'Quoted', pattern: /"[^"\r\n]*"?/, start_chars_hint: ['"'] });
export const PersonToken = createToken({
  name: 'Person',
  label: 'a person',
  pattern: /@[^\s:,#]*/,
  start_chars_hint: ['@'],
});
export const Comma = createToken({ name: 'Comma', pattern: ',', label: 'a comma' });
export const WordToken = createToken({
  name: 'Word',
  label: 'a name',
  pattern: restOfWord,
  line_breaks: false,
  start_chars_hint: everyFirstCharacter.filter(
    code => code > 127 || !' \t\n\v\f\r:,"#'.includes(String.fromCharCode(code)),
  ),
});
/** A `#` right after something else: no comment, as it has no blank before it. */
export const Stray = createToken({ name: 'Stray', pattern: /[#"][^\s:,]*/, start_chars_hint: ['#', '"'] });

/** The words that mean something inside a statement: each is a token type of its own, given by the parser. */
function word(text: string): TokenType {
  return createToken({
    name: `${text[0]?.toUpperCase()}${text.slice(1).replace(/-./g, dash => (dash[1] ?? '').toUpperCase())}Word`,
    label: `\`${text}\``,
    pattern: Lexer.NA,
  });
}
export const At = word('at');
export const Least = word('least');
export const Most = word('most');
export const Above = word('above');
export const Below = word('below');
export const Between = word('between');
export const And = word('and');
export const From = word('from');
export const By = word('by');
/** `to` and `by` of a measure: the one names the target, the other the way there. */
export const Toward = word('to');
export const In = word('in');
export const Due = word('due');
export const Done = word('done');
export const Weight = word('weight');
export const Confidence = word('confidence');
export const Status = word('on-track');
export const Column = word('column');
export const DateWord = word('date');
export const RhythmWord = word('week');
Toward.LABEL = 'a `to`';
RhythmWord.LABEL = '`day`, `week`, `month`, `quarter` or `year`';
Status.LABEL = 'a status (`on-track`, `at-risk`, `off-track` or `blocked`)';

const lexed = [
  Blank,
  OtherBlank,
  LineBreak,
  Comment,
  Quote,
  Prose,
  TightProse,
  DateToken,
  CalendarCycle,
  NumberToken,
  LinkToken,
  Quoted,
  PersonToken,
  Comma,
  WordToken,
  Stray,
];
export const vocabulary: TokenType[] = [
  ...lexed,
  At,
  Least,
  Most,
  Above,
  Below,
  Between,
  And,
  From,
  Toward,
  By,
  In,
  Due,
  Done,
  Weight,
  Confidence,
  Status,
  Column,
  DateWord,
  RhythmWord,
];

const lexer = new Lexer(lexed, { positionTracking: 'onlyOffset', ensureOptimizations: true, skipValidations: true });

/** The tokens of a text; every character that is no blank is in one of them. */
export function tokenize(text: string): IToken[] {
  const { tokens, errors } = lexer.tokenize(text);
  if (errors.length > 0) throw new Error(`a character that no token takes: ${errors[0]?.message}`);
  return tokens;
}

export function retag(token: IToken, type: TokenType): void {
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx as number;
}

/** Prose, with or without its blank. */
export function isColon({ tokenType }: IToken): boolean {
  return tokenType === Prose || tokenType === TightProse;
}
