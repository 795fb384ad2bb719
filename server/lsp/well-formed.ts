/**
 * The door for messages: what a handler takes for granted is looked at before it sees it. What lacks it is refused with
 * what is wrong; a notification, which has no answer, is told of in the log.
 */
import { type Connection, ErrorCodes, type Message, type MessageStrategy, ResponseError } from 'vscode-languageserver';

type Fields = Readonly<Record<string, unknown>>;

/** What is wrong with a message. */
interface Lack {
  readonly method: string;
  readonly name: string;
}

/** Where a message goes that is not well-formed: here, with what is wrong in place of its parameters. */
const elsewhere = 'okr/malformed';

export const wellFormedOnly: MessageStrategy = {
  handleMessage(message: Message, next: (message: Message) => void | Promise<void>) {
    const { method, params } = message as { method?: string; params?: unknown };
    const name = method === undefined ? undefined : lackOf(method, params);
    return next(
      name === undefined ? message : ({ ...message, method: elsewhere, params: { method, name } } as Message),
    );
  },
};

/** Answers what `wellFormedOnly` has sent here. */
export function refuseMalformed(connection: Connection): void {
  const words = async (lack: Lack) => (await import('./malformed.ts')).whatIsWrong(lack);
  connection.onRequest(elsewhere, async (lack: Lack) => {
    throw new ResponseError(ErrorCodes.InvalidParams, await words(lack));
  });
  connection.onNotification(elsewhere, async (lack: Lack) => connection.console.warn(await words(lack)));
}

/** The name of what a handler could not do with. A list of parameters is refused by the library. */
function lackOf(method: string, params: unknown): string | undefined {
  if (Array.isArray(params)) return undefined;
  const fields = isObject(params) ? params : {};
  return neededBy(method).find(([name, fits]) => !fits(fields[name]))?.[0];
}

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
const has =
  (...names: readonly string[]): Fit =>
  value =>
    isObject(value) && names.every(name => isText(value[name]));
const maybe =
  (fits: Fit): Fit =>
  value =>
    (value ?? null) === null || fits(value);
const listOf =
  (fits: Fit): Fit =>
  value =>
    Array.isArray(value) && value.every(fits);
const isPosition = (value: unknown): value is Place =>
  isObject(value) && isCount(value['line']) && isCount(value['character']);
const isRange = (value: unknown): value is { start: Place; end: Place } =>
  isObject(value) && isPosition(value['start']) && isPosition(value['end']);
const located = has('uri');
const allLocated = listOf(located);

interface Place extends Fields {
  readonly line: number;
  readonly character: number;
}

type Fit = (value: unknown) => boolean;
type Need = readonly [name: string, fits: Fit];

/** What messages need, by their methods; of others nothing is asked. */
const needs: readonly (readonly [methods: RegExp, ...Need])[] = [
  [/^initialize$/, 'capabilities', isObject],
  [/^initialize$/, 'rootUri', maybe(isText)],
  [/^initialize$/, 'workspaceFolders', maybe(allLocated)],
  [/^textDocument\//, 'textDocument', located],
  [/\/didOpen$/, 'textDocument', has('uri', 'text')],
  [
    /\/didChange$/,
    'contentChanges',
    // A range backwards is the same range: the text must not become another one than the client's.
    listOf(each => isObject(each) && isText(each['text']) && (each['range'] === undefined || isRange(each['range']))),
  ],
  [
    /\/(hover|completion|signatureHelp|definition|implementation|references|documentHighlight|linkedEditingRange|prepare\w+|rename|onTypeFormatting)$/,
    'position',
    isPosition,
  ],
  [
    /\/(rangeFormatting|inlayHint|codeAction|range)$/,
    'range',
    value => isRange(value) && (value.start.line - value.end.line || value.start.character - value.end.character) <= 0,
  ],
  [/\/(codeAction|references)$/, 'context', isObject],
  [/\/rename$/, 'newName', isText],
  [/\/delta$/, 'previousResultId', isText],
  [/\/selectionRange$/, 'positions', listOf(isPosition)],
  [/Hierarchy\//, 'item', located],
  [/^(codeLens|inlayHint|documentLink)\/resolve$/, 'data', located],
  [/^workspaceSymbol\/resolve$/, 'location', located],
  [/^workspace\/symbol$/, 'query', isText],
  [/^workspace\/diagnostic$/, 'previousResultIds', listOf(has('uri', 'value'))],
  [/\/(will|did)RenameFiles$/, 'files', listOf(has('oldUri', 'newUri'))],
  [/\/didDeleteFiles$/, 'files', allLocated],
  [/\/didChangeWatchedFiles$/, 'changes', allLocated],
  [
    /\/didChangeWorkspaceFolders$/,
    'event',
    value => isObject(value) && allLocated(value['added']) && allLocated(value['removed']),
  ],
  [/^okr\/(cycles|preview|report|revisionChoices|compare|checkIn|checkInSubject|happening\w*|clos\w+)$/, 'uri', isText],
  [/^okr\/(checkIn|checkInSubject|happening\w*)$/, 'line', isCount],
  [/^okr\/(report|clos\w+)$/, 'cycle', isText],
  [/^okr\/(import|firstWorkspace)$/, 'folder', isText],
];

const known = new Map<string, readonly Need[]>();

function neededBy(method: string): readonly Need[] {
  const before = known.get(method);
  if (before !== undefined) return before;
  const found = needs.flatMap(([methods, ...need]) => (methods.test(method) ? [need] : []));
  known.set(method, found);
  return found;
}
