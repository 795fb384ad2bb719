/**
 * The tokens of one line: blanks are skipped, prose is one token to the line's end, and no word is a keyword yet.
 * Which words are keywords depends on the statement, so the parser retags them (see `keywords.ts`).
 */
import { createToken, type IToken, Lexer, type TokenType } from 'chevrotain';
import {
  begin,
  calendarCycleAt,
  commentAt,
  dateAt,
  lineBreaks,
  numberAt,
  proseAt,
  quoteAt,
  restOfLine,
  restOfWord,
} from './patterns.ts';

/** Code units below 256 one by one, and one of each of Chevrotain's buckets above. */
const everyFirstCharacter = [
  ...Array.from({ length: 256 }, (_, code) => code),
  ...Array.from({ length: 258 }, (_, bucket) => Math.min(bucket * 255 + 1, 65535)),
];
const digits = [...'0123456789'];
const currencies = [...'$€£¥₹₩₽₺₴₦₫₱₪฿₿'];

const Blank = createToken({
  name: 'Blank',
  pattern: /[ \t]+/,
  start_chars_hint: [' ', '\t'],
  line_breaks: false,
  group: Lexer.SKIPPED,
});
const OtherBlank = createToken({
  name: 'OtherBlank',
  pattern: /[^\S\r\n]+/,
  start_chars_hint: everyFirstCharacter.filter(code => code > 127 || code === 11 || code === 12),
  line_breaks: false,
  group: Lexer.SKIPPED,
});
/** A line's end, with the blank lines and the blanks after it. */
export const LineBreak = createToken({
  name: 'LineBreak',
  pattern: lineBreaks,
  start_chars_hint: ['\r', '\n'],
  line_breaks: true,
});
export const Comment = createToken({
  name: 'Comment',
  pattern: commentAt,
  start_chars_hint: ['#'],
  line_breaks: false,
});
/** A description: `>` as the first character of a line, and all after it. */
export const Quote = createToken({
  name: 'Quote',
  pattern: quoteAt,
  start_chars_hint: ['>'],
  line_breaks: false,
});
/** The first colon that a blank or the line's end follows, and all after it. */
export const Prose = createToken({ name: 'Prose', pattern: proseAt, start_chars_hint: [':'], line_breaks: false });
/** A colon without its blank. */
export const TightProse = createToken({
  name: 'TightProse',
  pattern: restOfLine,
  start_chars_hint: [':'],
  line_breaks: false,
});
export const DateToken = createToken({
  name: 'Date',
  label: 'a date',
  pattern: dateAt,
  line_breaks: false,
  start_chars_hint: digits,
});
/** `2026-Q4`, `2026-H2`, `2026-11`. */
export const CalendarCycle = createToken({
  name: 'CalendarCycle',
  pattern: calendarCycleAt,
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
  line_breaks: false,
});
export const Quoted = createToken({
  name: 'Quoted',
  pattern: /"[^"\r\n]*"?/,
  start_chars_hint: ['"'],
  line_breaks: false,
});
export const PersonToken = createToken({
  name: 'Person',
  label: 'a person',
  pattern: /@[^\s:,#]*/,
  start_chars_hint: ['@'],
  line_breaks: false,
});
export const Comma = createToken({ name: 'Comma', pattern: ',', label: 'a comma', line_breaks: false });
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
export const Stray = createToken({
  name: 'Stray',
  pattern: /[#"][^\s:,]*/,
  start_chars_hint: ['#', '"'],
  line_breaks: false,
});

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
export const Where = word('where');
export const Equals = word('=');
export const Decimal = word('decimal');
export const DecimalComma = word('comma');
export const Aggregation = word('last');
export const RhythmWord = word('week');
Toward.LABEL = 'a `to`';
Equals.LABEL = '`=` or `!=`';
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
  Where,
  Equals,
  Decimal,
  DecimalComma,
  Aggregation,
  RhythmWord,
];

const lexer = new Lexer(lexed, { positionTracking: 'onlyOffset', ensureOptimizations: true, skipValidations: true });

/** The tokens of a text; every character that is no blank is in one of them. */
export function tokenize(text: string): IToken[] {
  begin(text);
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
