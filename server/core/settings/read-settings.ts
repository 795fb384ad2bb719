/**
 * Reads the text of an `okr.json`. Key by key, so that a mistake in one loses none of the others, and each has its
 * place in the text.
 */
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import * as v from 'valibot';
import { nearest } from '../../../grammar/spelling.ts';
import type { OkrJson, OkrSchema } from './schema.ts';

/** Offsets are UTF-16 units of the text. */
export interface SettingsProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export interface SettingsRead {
  /** All that is right; undefined where the text is no JSON. */
  readonly values: OkrJson | undefined;
  readonly problems: readonly SettingsProblem[];
  /** Where each key stands: `thresholds.slack.onTrack`. */
  readonly places: ReadonlyMap<string, { readonly start: number; readonly end: number }>;
}

const MAX_LENGTH = 1_000_000;

export function readSettings(text: string, schema: OkrSchema): SettingsRead {
  if (text.length > MAX_LENGTH) {
    const message = `This \`okr.json\` has ${Math.round(text.length / 1e5) / 10} million characters: settings fit in a few lines`;
    return { values: undefined, problems: [{ start: 0, end: 1, message }], places: new Map() };
  }
  const { tree, error } = parse(text);
  if (tree === undefined || error !== undefined) {
    return { values: undefined, problems: [error ?? emptyFile], places: new Map() };
  }
  return new Reader().read(tree, schema);
}

/** True where it says `"root": true`, whatever mistakes the rest of it has. */
export function saysRoot(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  const { tree } = parse(text);
  const node = tree && findNodeAtLocation(tree, ['root']);
  return node?.type === 'boolean' && node.value === true;
}

type Entries = Readonly<Record<string, v.GenericSchema>>;

class Reader {
  private readonly problems: SettingsProblem[] = [];
  private readonly places = new Map<string, { start: number; end: number }>();

  read(tree: Node, schema: OkrSchema): SettingsRead {
    const found = this.value(tree, schema, []);
    // What was found is right, key by key: this gives it its types.
    const whole = v.safeParse(schema, found ?? {});
    return { values: whole.success ? whole.output : {}, problems: this.problems, places: this.places };
  }

  /** What is right of a value, as it is written; undefined where it is wrong. */
  private value(node: Node, schema: v.GenericSchema, path: readonly string[]): unknown {
    const entries = node.type === 'object' ? entriesOf(schema) : undefined;
    if (entries !== undefined) return this.object(node, entries, path);
    if (node.type === 'array') {
      this.report(node, 'A list belongs nowhere in an `okr.json`: write one value, or `{ … }`');
      return undefined;
    }
    const value: unknown = getNodeValue(node);
    const [issue] = v.safeParse(schema, value).issues ?? [];
    if (issue === undefined) return value;
    this.report(node, issue.message);
    return undefined;
  }

  private object(node: Node, entries: Entries, path: readonly string[]): Record<string, unknown> {
    const found: Record<string, unknown> = {};
    const seen = new Set<string>();
    for (const property of node.children ?? []) {
      const [key, value] = property.children ?? [];
      if (key === undefined || value === undefined) continue;
      const name = String(key.value);
      const schema = Object.hasOwn(entries, name) ? entries[name] : undefined;
      if (schema === undefined) this.report(key, unknownKey(name, Object.keys(entries), path));
      else if (seen.has(name)) this.report(key, `\`${name}\` stands here twice and the first counts: make one of them`);
      else {
        const read = this.value(value, schema, [...path, name]);
        if (read !== undefined) found[name] = read;
        this.places.set([...path, name].join('.'), { start: key.offset, end: value.offset + value.length });
      }
      seen.add(name);
    }
    return found;
  }

  private report(node: Node, message: string): void {
    this.problems.push({ start: node.offset, end: node.offset + node.length, message });
  }
}

/** The keys that an object has by its schema; undefined where the schema wants none. */
function entriesOf(schema: v.GenericSchema): Entries | undefined {
  const { wrapped, options, entries } = schema as v.GenericSchema & {
    readonly wrapped?: v.GenericSchema;
    readonly options?: readonly (v.GenericSchema | string)[];
    readonly entries?: Entries;
  };
  if (wrapped !== undefined) return entriesOf(wrapped);
  if (entries !== undefined || schema.type !== 'union') return entries;
  for (const option of options ?? []) {
    const found = typeof option === 'string' ? undefined : entriesOf(option);
    if (found !== undefined) return found;
  }
  return undefined;
}

function unknownKey(name: string, known: readonly string[], path: readonly string[]): string {
  const meant = nearest(name, known) ?? known.find(key => key.startsWith(`${name}-`) || key.endsWith(`-${name}`));
  const shown = name.length > 40 ? `${name.slice(0, 39)}…` : name;
  const what =
    path.length === 1 && path[0] === 'rules' ? `There is no rule \`${shown}\`` : `\`${shown}\` is no setting`;
  if (meant !== undefined) return `${what}: did you mean \`${meant}\`?`;
  if (what.startsWith('There')) return `${what}: leave it out, or see the list of rules`;
  const rest = known.filter(key => key !== '$schema').map(key => `\`${key}\``);
  return `${what}: ${path.length === 0 ? 'an `okr.json`' : `\`${path.at(-1)}\``} takes ${rest.join(', ')}`;
}

// ---- the text

function parse(text: string): { tree: Node | undefined; error: SettingsProblem | undefined } {
  const errors: ParseError[] = [];
  try {
    // A byte-order mark is a blank here, so that every offset stays.
    const tree = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
    // Those after the first are nearly always the first one's echo.
    const [first] = errors;
    return { tree, error: first && (tree === undefined ? emptyFile : syntaxProblem(first, text)) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { tree: undefined, error: { start: 0, end: 1, message: 'This is nested deeper than any settings are' } };
  }
}

const emptyFile: SettingsProblem = {
  start: 0,
  end: 0,
  message: 'This file is empty: write `{ "root": true }`, or `{}`',
};

const wordsForErrors: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is no JSON: a text stands in double quotes',
  InvalidNumberFormat: 'This is no number as JSON writes it: `0.7`',
  PropertyNameExpected: 'A key in double quotes belongs here, as in `"root": true`',
  ValueExpected: 'A value belongs here',
  ColonExpected: 'A colon belongs here, as in `"root": true`',
  CommaExpected: 'A comma belongs before this',
  CloseBraceExpected: 'A `}` is missing here',
  CloseBracketExpected: 'A `]` is missing here',
  EndOfFileExpected: 'Nothing may follow the `}` that ends the settings',
  UnexpectedEndOfComment: 'This comment has no end: `*/`',
  UnexpectedEndOfString: 'This text has no end: `"`',
  UnexpectedEndOfNumber: 'This number has no end',
};

function syntaxProblem({ error, offset, length }: ParseError, text: string): SettingsProblem {
  const message = wordsForErrors[printParseErrorCode(error)] ?? 'This is no JSON';
  const start = Math.min(offset, Math.max(text.length - 1, 0));
  return { start, end: Math.min(text.length, start + Math.max(length, 1)), message };
}
