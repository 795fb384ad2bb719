/**
 * A connection to a client that counts characters in other units than we do: what comes is translated before a handler
 * sees it, and what goes before the client does.
 */
import { CancellationToken, type Connection } from 'vscode-languageserver';
import { pauseFor } from '../doors/door.ts';
import type { MarkdownDocuments } from '../markdown-documents.ts';
import { type Handler, through } from '../through.ts';
import type { Workspaces } from '../workspaces.ts';
import type { PositionEncoding } from './encoding.ts';
import { textsOf } from './known-texts.ts';
import { subjectOf, Translation } from './translation.ts';

/**
 * The connection, for all that is registered with it and sent over it from now on.
 * @param workspaces whose documents positions are of
 * @param markdown and the others
 */
export function translating(
  connection: Connection,
  encoding: PositionEncoding,
  workspaces: Workspaces,
  markdown: MarkdownDocuments,
): Connection {
  const textOf = textsOf(workspaces, markdown);
  const inward = (value: unknown, uri: string | undefined) =>
    new Translation('inward', encoding, textOf).of(value, uri);
  const outward = (value: unknown, uri: string | undefined) =>
    new Translation('outward', encoding, textOf).of(value, uri);

  /** The handler of a request or a notification, asked in UTF-16. */
  const handling =
    (handler: Handler): Handler =>
    (params, ...rest) => {
      const uri = subjectOf(params);
      let answer: unknown;
      // What comes in parts goes to the client by itself.
      const others = rest.map(each => (isReporter(each) ? translatingAll(each, uri) : each));
      for (const each of oneByOne(params)) answer = handler(inward(each, uri), ...others);
      return answer === undefined ? undefined : answering(answer, uri, rest[0]);
    };

  /** The answer of a request. One about many documents is translated a part at a time. */
  const answering = async (promised: unknown, uri: string | undefined, token: unknown): Promise<unknown> => {
    const answer = await promised;
    const pause = pauseFor(CancellationToken.is(token) ? token : CancellationToken.None);
    const inTurns = async (parts: readonly unknown[]) => {
      const found: unknown[] = [];
      for (const part of parts) {
        await pause();
        found.push(outward(part, uri));
      }
      return found;
    };
    if (Array.isArray(answer)) return inTurns(answer);
    const { items, ...rest } = (answer ?? {}) as { items?: unknown };
    return Array.isArray(items)
      ? { ...(outward(rest, uri) as object), items: await inTurns(items) }
      : outward(answer, uri);
  };

  /** Whatever function is handed over is a handler; everything else that is handed over goes to the client. */
  const translatingAll = <T extends object>(target: T, uri?: string): T =>
    through(target, each => (typeof each === 'function' ? handling(each as Handler) : outward(each, uri)));
  return translatingAll(connection);
}

function isReporter(value: unknown): value is { report: Handler } {
  return typeof (value as { report?: unknown } | null | undefined)?.report === 'function';
}

/** The changes of a document by themselves: each is of the text after the one before it. */
function oneByOne(params: unknown): readonly unknown[] {
  const changes = (params as { contentChanges?: unknown } | null | undefined)?.contentChanges;
  return Array.isArray(changes)
    ? changes.map(change => ({ ...(params as object), contentChanges: [change] }))
    : [params];
}
