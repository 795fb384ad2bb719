/**
 * The tokens of one statement, by its text alone. What the TextMate grammar leaves without a colour has none here
 * either: a keyword that is misspelled, what is left over on a line, prose.
 */
import { keywords } from '../../../../grammar/keywords.ts';
import { numberAt } from '../../../../grammar/patterns.ts';
import type { Reference, Span, Statement, Word } from '../../../../grammar/tree.ts';
import { isHeading, type Part, partsOf } from '../parts.ts';
import type { TokenModifier, TokenType } from './legend.ts';

export interface Token extends Span {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
  /** What it names, where it names an element: its own, or the one that is referred to. */
  readonly names?: 'itself' | Reference;
}

const measures = new Set(['from', 'to', 'keep', 'milestone', 'healthy', 'critical']);
const facts = new Set(['checkin', 'target', 'plan', 'reading', 'grade', 'resumed', 'dropped', 'reflect']);
const stances = new Set(['aspirational', 'committed', 'learning', 'planned', 'active', 'done']);
const elements = new Set(['objective', 'kr', 'initiative', 'person']);
/** At the beginning of a line they begin a block; further in they are properties. */
const blocks = new Set(['team', 'cycle', 'kpi']);

/**
 * In the order of the line, none over another; offsets in the block, whose text it is.
 * @param wrong what the grammar has to say of the block: an argument that cannot be read has no colour
 */
export function statementTokens(statement: Statement, text: string, wrong: readonly Span[]): Token[] {
  const { keyword, kind } = statement;
  const known = keywords.get(keyword.text);
  if (known?.kind !== kind || isGlued(keyword, text)) return [];
  const tokens: Token[] = [keywordToken(statement)];
  if (isMisnamed(statement)) return tokens;
  const isRight = (span: Span) => text[span.start - 1] !== ':' && !wrong.some(problem => touches(problem, span));
  let at = keyword.end;
  const takeInnerWords = (end: number) => {
    for (const word of wordsBetween(text, at, end))
      if (isRight(word)) tokens.push(...innerToken(statement, word, known.inner));
  };
  for (const argument of [...argumentsOf(statement, text)].sort((a, b) => a.start - b.start)) {
    takeInnerWords(argument.start);
    if (isRight(argument)) tokens.push(...argument.tokens);
    at = argument.end;
  }
  // After a mistake nobody knows what a word means, nor a part of one before it.
  if (statement.broken) return isGlued({ end: at }, text) ? tokens.slice(0, -1) : tokens;
  takeInnerWords(statement.prose?.start ?? statement.end);
  return tokens;
}

function keywordToken(statement: Statement): Token {
  const { keyword, kind } = statement;
  if (beginsElement(statement)) return token('keyword', keyword);
  if (measures.has(kind)) return token('keyword', keyword, 'measure');
  if (facts.has(kind)) return token('keyword', keyword, 'fact');
  return token(stances.has(kind) ? 'modifier' : 'property', keyword);
}

function beginsElement({ kind, column }: Statement): boolean {
  return elements.has(kind) || (blocks.has(kind) && column === 0);
}

/** Something follows without a blank that does not belong to it. */
function isGlued({ end }: Pick<Span, 'end'>, text: string): boolean {
  return /[^\s:]/.test(text[end] ?? '');
}

/** `objective Customers love us`: a title without its colon, most likely; `kpi growth/tickets`: a KPI with its team. */
function isMisnamed(statement: Statement): boolean {
  if (statement.broken) return beginsElement(statement);
  const { team, kr, cycle } = (statement.kind === 'kpi' && isHeading(statement) && statement.reference) || {};
  return team !== undefined || kr !== undefined || cycle !== undefined;
}

interface Argument extends Span {
  readonly tokens: Iterable<Token>;
}

function* argumentsOf(statement: Statement, text: string): Generator<Argument> {
  for (const part of partsOf(statement)) {
    const { is, start, end } = part;
    // The words of a bound are inner words as any other.
    if (is !== 'keyword' && is !== 'title' && is !== 'bound')
      yield { start, end, tokens: partTokens(statement, part, text) };
  }
  const words: Token[] = [];
  if (statement.kind === 'link' && statement.link !== undefined) words.push(token('string', statement.link, 'link'));
  if (statement.kind === 'data') {
    const { valueColumn, dateColumn, where } = statement;
    for (const column of [valueColumn, dateColumn, ...where.map(({ name }) => name)])
      if (column !== undefined) words.push(quotable('parameter', column, text));
    for (const { value } of where) words.push(quotable('string', value, text));
  }
  for (const word of words) yield { start: word.start, end: word.end, tokens: [word] };
}

/** Where a name is missing, what is wrong is as long as nothing. */
function touches({ start, end }: Span, argument: Span): boolean {
  return Math.max(end, start + 1) > argument.start && Math.min(start, end - 1) < argument.end;
}

function* partTokens(statement: Statement, part: Part, text: string): Generator<Token> {
  const declared: TokenModifier[] = beginsElement(statement) ? ['declaration'] : [];
  switch (part.is) {
    case 'own name':
      // An indented `kpi` looks like a reference to one, whatever it stands in.
      yield { ...token('function', part, ...declared), names: 'itself' };
      return;
    case 'reference':
      yield* referenceTokens(part.reference, text);
      return;
    case 'team':
      yield token('namespace', part, ...declared);
      return;
    case 'cycle':
      yield token('type', part, ...declared);
      return;
    case 'person':
      yield token('variable', part, ...declared);
      return;
    case 'date':
      yield token('number', part, 'date');
      return;
    case 'share':
      yield token('number', part, 'share');
      return;
    case 'status':
      yield token('enumMember', part);
      return;
    case 'tag':
      yield token('string', part);
      return;
    case 'path':
      yield quotable('string', part, text, 'path');
      return;
    case 'value':
      yield* valueTokens(part, text);
      return;
    case 'keyword':
    case 'title':
    case 'bound':
      return;
  }
}

function* referenceTokens(reference: Reference, text: string): Generator<Token> {
  const { team, name, kr, cycle } = reference;
  if (team !== undefined) yield token('namespace', team);
  yield { ...token('function', name), names: reference };
  if (kr !== undefined) yield { ...token('function', kr), names: reference };
  if (cycle === undefined) return;
  for (const word of wordsBetween(text, (kr ?? name).end, cycle.start)) yield token('operator', word);
  yield token('type', cycle);
}

/** The number and its unit; a change of the baseline is what the target is worked out from. */
function* valueTokens({ value, role, start, end }: Extract<Part, { is: 'value' }>, text: string): Generator<Token> {
  const number = { start, end: start + (numberAt(text, start)?.[0].length ?? 0) };
  if (text.slice(number.start, number.end) === '?') yield token('enumMember', number, 'unknown');
  else yield token('number', number, ...(role === 'change' ? ['readonly' as const] : []));
  if (value.unit === '' || role === 'weight') return;
  for (const word of wordsBetween(text, number.end, end)) yield token('number', word, 'unit');
}

/** What no part of the tree is: inner words, the numbers of a rhythm, and `?` for a last day. */
function* innerToken({ kind }: Statement, word: Word, inner: ReadonlyMap<string, unknown>): Generator<Token> {
  const isInner = inner.has(word.text);
  if (kind === 'every') {
    if (isInner) yield token('number', word, 'unit');
    else if (/^\d+$/.test(word.text)) yield token('number', word);
  } else if (isInner) yield token('operator', word);
  else if (kind === 'from' && word.text === '?') yield token('enumMember', word, 'unknown');
}

function quotable(type: TokenType, span: Span, text: string, ...modifiers: readonly TokenModifier[]): Token {
  return token(type, span, ...modifiers, ...(text[span.start] === '"' ? ['quoted' as const] : []));
}

function token(type: TokenType, { start, end }: Span, ...modifiers: readonly TokenModifier[]): Token {
  return { start, end, type, modifiers };
}

function* wordsBetween(text: string, from: number, to: number): Generator<Word> {
  if (to <= from) return;
  for (const { 0: run, index } of text.slice(from, to).matchAll(/[^\s:,]+/g)) {
    const word = run.split('#')[0] as string;
    if (word !== '') yield { start: from + index, end: from + index + word.length, text: word };
  }
}
