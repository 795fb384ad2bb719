/**
 * The door for messages: what a handler takes for granted is looked at before it sees it. What lacks it is refused with
 * what is wrong; a notification, which has no answer, is told of in the log.
 */
import { type Connection, ErrorCodes, type Message, type MessageStrategy, ResponseError } from 'vscode-languageserver';

type Fields = Readonly<Record<string, unknown>>;

/** Where a message goes that is not well-formed: here, with what is wrong in place of its parameters. */
const elsewhere = 'okr/malformed';

export const wellFormedOnly: MessageStrategy = {
  handleMessage(message: Message, next: (message: Message) => void | Promise<void>) {
    const { method, params } = message as { method?: string; params?: unknown };
    const wrong = method === undefined ? undefined : whatIsWrong(method, params);
    return next(wrong === undefined ? message : ({ ...message, method: elsewhere, params: { wrong } } as Message));
  },
};

/** Answers what `wellFormedOnly` has sent here. */
export function refuseMalformed(connection: Connection): void {
  connection.onRequest(elsewhere, ({ wrong }: { wrong: string }) => {
    throw new ResponseError(ErrorCodes.InvalidParams, wrong);
  });
  connection.onNotification(elsewhere, ({ wrong }: { wrong: string }) => connection.console.warn(wrong));
}

/** A sentence; undefined where a handler can do with a message. A list of parameters is refused by the library. */
function whatIsWrong(method: string, params: unknown): string | undefined {
  if (Array.isArray(params)) return undefined;
  const fields = isObject(params) ? params : {};
  for (const [name, [fits, what]] of neededBy(method))
    if (!fits(fields[name])) return `${method}: \`${name}\` must be ${what}.`;
  return undefined;
}

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
const has =
  (...names: readonly string[]) =>
  (value: unknown): boolean =>
    isObject(value) && names.every(name => isText(value[name]));
const maybe = (fits: (value: unknown) => boolean) => (value: unknown) => (value ?? null) === null || fits(value);
const listOf = (fits: (value: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(fits);
const isPosition = (value: unknown): value is Place =>
  isObject(value) && isCount(value['line']) && isCount(value['character']);
const isRange = (value: unknown): value is { start: Place; end: Place } =>
  isObject(value) && isPosition(value['start']) && isPosition(value['end']);

interface Place extends Fields {
  readonly line: number;
  readonly character: number;
}

type Need = readonly [name: string, is: readonly [fits: (value: unknown) => boolean, what: string]];

const text = [isText, 'a text'] as const;
const count = [isCount, 'a whole number from 0'] as const;
const object = [isObject, 'an object'] as const;
const placed = [has('uri'), 'an object with its `uri`'] as const;

/** What messages need, by their methods; of others nothing is asked. */
const needs: readonly (readonly [methods: RegExp, ...Need])[] = [
  [/^initialize$/, 'capabilities', object],
  [/^initialize$/, 'rootUri', [maybe(isText), 'a text, if anything']],
  [/^initialize$/, 'workspaceFolders', [maybe(listOf(has('uri'))), 'a list of `uri` each, if anything']],
  [/^textDocument\//, 'textDocument', [has('uri'), 'a document with its `uri`']],
  [/\/didOpen$/, 'textDocument', [has('uri', 'text'), 'a document with its `uri` and `text`']],
  [
    /\/didChange$/,
    'contentChanges',
    [
      // A range backwards is the same range: the text must not become another one than the client's.
      listOf(each => isObject(each) && isText(each['text']) && (each['range'] === undefined || isRange(each['range']))),
      'a list of `text` each, and where it goes',
    ],
  ],
  [
    /\/(hover|completion|signatureHelp|definition|implementation|references|documentHighlight|linkedEditingRange|prepare\w+|rename|onTypeFormatting)$/,
    'position',
    [isPosition, 'a `line` and a `character`, whole numbers from 0'],
  ],
  [
    /\/(rangeFormatting|inlayHint|codeAction|range)$/,
    'range',
    [
      value =>
        isRange(value) && (value.start.line - value.end.line || value.start.character - value.end.character) <= 0,
      'a `start` and an `end` that is not before it, each a `line` and a `character` from 0',
    ],
  ],
  [/\/(codeAction|references)$/, 'context', object],
  [/\/rename$/, 'newName', text],
  [/\/delta$/, 'previousResultId', text],
  [/\/selectionRange$/, 'positions', [listOf(isPosition), 'a list of a `line` and a `character` each']],
  [/Hierarchy\//, 'item', placed],
  [/^(codeLens|inlayHint|documentLink)\/resolve$/, 'data', placed],
  [/^workspaceSymbol\/resolve$/, 'location', placed],
  [/^workspace\/symbol$/, 'query', text],
  [/^workspace\/diagnostic$/, 'previousResultIds', [listOf(has('uri', 'value')), 'a list of `uri` and `value` each']],
  [/^workspace\/willRenameFiles$/, 'files', [listOf(has('oldUri', 'newUri')), 'a list of `oldUri` and `newUri` each']],
  [/^workspace\/didChangeWatchedFiles$/, 'changes', [listOf(has('uri')), 'a list of `uri` each']],
  [
    /^workspace\/didChangeWorkspaceFolders$/,
    'event',
    [
      value => isObject(value) && listOf(has('uri'))(value['added']) && listOf(has('uri'))(value['removed']),
      'a list each of folders that were `added` and `removed`',
    ],
  ],
  [/^okr\/(cycles|preview|report|revisionChoices|compare|checkIn|checkInSubject|happening\w*|clos\w+)$/, 'uri', text],
  [/^okr\/(checkIn|checkInSubject|happening\w*)$/, 'line', count],
  [/^okr\/(report|clos\w+)$/, 'cycle', text],
  [/^okr\/(import|firstWorkspace)$/, 'folder', text],
];

const known = new Map<string, readonly Need[]>();

function neededBy(method: string): readonly Need[] {
  const before = known.get(method);
  if (before !== undefined) return before;
  const found = needs.flatMap(([methods, ...need]) => (methods.test(method) ? [need] : []));
  known.set(method, found);
  return found;
}
