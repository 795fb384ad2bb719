/** A door: some requests of the protocol, what the server says it can do about them, and how the core answers. */
import {
  type CancellationToken,
  type InitializeParams,
  LSPErrorCodes,
  type Position,
  type Range,
  ResponseError,
  type ServerCapabilities,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { Pause } from '../../core/features/pause.ts';
import type { Session } from '../server.ts';
import { keyOf, type Loaded } from '../workspaces.ts';

export interface Door {
  /** What the server offers through it, to this client. */
  capabilities(client: InitializeParams['capabilities']): ServerCapabilities;
  /** Begins to answer. */
  open(session: Session): void;
}

/** Whoever asked no longer wants to know. */
export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'This is no longer wanted');
}

/** Shown to whoever asked. */
export function refusal(sentence: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, sentence);
}

/**
 * A handler for requests about a document: it waits until the workspace is read, and answers nothing that is no longer
 * wanted.
 * @param ask gets the workspace of the document, and the key of its URI there
 */
export function about<P extends { readonly textDocument: { readonly uri: string } }, R>(
  { workspaces, ready }: Session,
  ask: (loaded: Loaded, uri: string, params: P, pause: Pause) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R> {
  return async (params, token) => {
    await ready;
    if (token.isCancellationRequested) throw cancelled();
    const { uri } = params.textDocument;
    return ask(workspaces.of(uri), keyOf(uri), params, pauseFor(token));
  };
}

/**
 * The same for requests about a place. In a Markdown document it is asked of the fence that the place is in.
 * @param moved the answer with its ranges put where they are in the Markdown
 * @param nothing the answer outside of all fences
 */
export function aboutPlace<P extends TextDocumentPositionParams, R>(
  session: Session,
  ask: (loaded: Loaded, uri: string, position: Position, pause: Pause) => R | Promise<R>,
  moved: (answer: R, outside: (range: Range) => Range) => R,
  nothing: R,
): (params: P, token: CancellationToken) => Promise<R> {
  return about(session, async (loaded, uri, { position }: P, pause) => {
    if (!session.markdown.has(uri)) return ask(loaded, uri, position, pause);
    const place = await session.markdown.placeAt(uri, position);
    return place === undefined ? nothing : moved(await ask(place.loaded, uri, place.position, pause), place.outside);
  });
}

/** So long may an answer hold the thread: no typing waits longer for its turn. */
const longestMs = 8;

/** Lets other messages have their turn, now and then, and stops what is no longer wanted by throwing `cancelled`. */
export function pauseFor(token: CancellationToken): Pause {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longestMs) return;
    await new Promise<void>(resolve => setTimeout(resolve, 0));
    if (token.isCancellationRequested) throw cancelled();
    since = performance.now();
  };
}
