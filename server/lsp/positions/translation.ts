/**
 * Messages with their positions in other units. Which methods there are does not matter: a position looks like one
 * wherever it stands, and what is around it says of which document it is.
 */
import { Columns } from './columns.ts';
import type { PositionEncoding } from './encoding.ts';

/** A line of a document, without its line break. */
export type LineText = (line: number) => string;
/** The lines of a document; undefined for one that is not known here. */
export type TextOf = (uri: string) => LineText | undefined;

type Direction = 'inward' | 'outward';
type Fields = Readonly<Record<string, unknown>>;

/** One message, or a part of one: it is translated at one go, so that its documents do not change on the way. */
export class Translation {
  private readonly direction: Direction;
  private readonly encoding: PositionEncoding;
  private readonly textOf: TextOf;
  private readonly texts = new Map<string, LineText | undefined>();
  private columns: { readonly uri: string; readonly line: number; readonly of: Columns } | undefined;

  /** @param direction `inward`: from the client's units to UTF-16 */
  constructor(direction: Direction, encoding: PositionEncoding, textOf: TextOf) {
    this.direction = direction;
    this.encoding = encoding;
    this.textOf = textOf;
  }

  /**
   * The same value with its positions translated; the very same one where it has none. What belongs to no document that
   * is known stays as it is: it comes back as it went.
   * @param around the URI of the document that the value is about, where it does not say so itself
   */
  of(value: unknown, around: string | undefined): unknown {
    if (Array.isArray(value)) return mapped(value, each => this.of(each, around));
    if (!isPlain(value)) return value;
    const uri = documentOf(value) ?? around;
    if (isNumber(value['line']) && isNumber(value['character'])) return this.moved(value, uri, [['line', 'character']]);
    if (isNumber(value['startLine']) && isNumber(value['endLine']))
      return this.moved(value, uri, [
        ['startLine', 'startCharacter'],
        ['endLine', 'endCharacter'],
      ]);
    if (isTokens(value)) return { ...value, data: this.tokens(value.data, uri) };
    return mappedFields(value, (field, name) => this.field(field, name, value, uri));
  }

  private field(field: unknown, name: string, owner: Fields, uri: string | undefined): unknown {
    switch (name) {
      case 'data':
        // Ours alone: the client gives it back untouched.
        return field;
      case 'targetRange':
      case 'targetSelectionRange':
        return this.of(field, textIn(owner, 'targetUri'));
      case 'fromRanges':
        // Of the caller, which is what the answer tells or what the question was about.
        return this.of(field, textIn(owner['from'], 'uri') ?? uri);
      case 'changes':
      case 'relatedDocuments':
        return isPlain(field) ? mappedFields(field, (each, of) => this.of(each, of)) : this.of(field, uri);
      default:
        return this.of(field, uri);
    }
  }

  /** With the column of each of these lines in other units. */
  private moved(value: Fields, uri: string | undefined, places: readonly (readonly [string, string])[]): Fields {
    const moved: Record<string, unknown> = { ...value };
    for (const [line, character] of places) {
      const column = value[character];
      if (isNumber(column)) moved[character] = this.column(uri, value[line] as number, column);
    }
    return moved;
  }

  private column(uri: string | undefined, line: number, column: number): number {
    if (uri === undefined) return column;
    if (this.columns?.uri !== uri || this.columns.line !== line) {
      if (!this.texts.has(uri)) this.texts.set(uri, this.textOf(uri));
      const text = this.texts.get(uri);
      if (text === undefined) return column;
      this.columns = { uri, line, of: new Columns(text(line), this.encoding) };
    }
    return this.columns.of[this.direction](column);
  }

  /** Semantic tokens: lines and columns counted from the token before, and lengths. */
  private tokens(data: readonly number[], uri: string | undefined): number[] {
    const moved = data.slice();
    let [line, start, movedStart] = [0, 0, 0];
    for (let i = 0; i < data.length; i += 5) {
      const [lines, columns, length] = data.slice(i, i + 3) as [number, number, number];
      line += lines;
      start = lines === 0 ? start + columns : columns;
      const before = lines === 0 ? movedStart : 0;
      movedStart = this.column(uri, line, start);
      moved[i + 1] = movedStart - before;
      moved[i + 2] = this.column(uri, line, start + length) - movedStart;
    }
    return moved;
  }
}

/** The document that a request or a notification is about; an item that is resolved says so in its `data`. */
export function subjectOf(params: unknown): string | undefined {
  if (!isPlain(params)) return undefined;
  return documentOf(params) ?? textIn(params['item'], 'uri') ?? textIn(params['data'], 'uri');
}

function documentOf(value: Fields): string | undefined {
  return textIn(value, 'uri') ?? textIn(value['textDocument'], 'uri');
}

function textIn(owner: unknown, name: string): string | undefined {
  const text = isPlain(owner) ? owner[name] : undefined;
  return typeof text === 'string' ? text : undefined;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}
/** What JSON is made of, and no object of a library's. */
function isPlain(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null) return false;
  const kind: unknown = Object.getPrototypeOf(value);
  return kind === Object.prototype || kind === null;
}
function isTokens(value: Fields): value is Fields & { data: readonly number[] } {
  const { data } = value;
  return (
    Array.isArray(data) &&
    data.length % 5 === 0 &&
    data.every(isNumber) &&
    Object.keys(value).every(name => name === 'data' || name === 'resultId')
  );
}

function mapped(values: readonly unknown[], translate: (value: unknown) => unknown): readonly unknown[] {
  let found: unknown[] | undefined;
  for (const [i, value] of values.entries()) {
    const other = translate(value);
    if (other === value) continue;
    found ??= values.slice();
    found[i] = other;
  }
  return found ?? values;
}
function mappedFields(fields: Fields, translate: (value: unknown, name: string) => unknown): Fields {
  let found: Record<string, unknown> | undefined;
  for (const name of Object.keys(fields)) {
    const other = translate(fields[name], name);
    if (other === fields[name]) continue;
    found ??= { ...fields };
    found[name] = other;
  }
  return found ?? fields;
}
