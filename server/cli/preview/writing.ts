/** Answers a page that wants something written, or taken back. */
import type { IncomingMessage } from 'node:http';
import { writeParams } from '../../core/edits/write-params.ts';
import type { ToUndo, ToWrite } from '../../core/views/browser/messages.ts';
import { bodyOf } from './body.ts';
import type { Pen } from './pen.ts';

export type Answer =
  | { readonly status: 200; readonly json: object }
  | { readonly status: 400 | 404 | 409 | 413; readonly message: string };

/** @param path what stands after the token. A `message` is a sentence for whoever looks at the page. */
export async function answerWriting(path: string, request: IncomingMessage, pen: Pen): Promise<Answer> {
  if (path !== 'write' && path !== 'undo') return { status: 404, message: 'There is nothing here.' };
  const body = await bodyOf(request);
  if ('status' in body) return body;
  const asked = (body.json ?? {}) as Partial<Record<keyof ToWrite | keyof ToUndo, unknown>>;
  const notMeant = { status: 400, message: 'This page is of another version: load it again.' } as const;
  try {
    if (path === 'undo') {
      if (typeof asked.undo !== 'number') return notMeant;
      pen.undo(asked.undo);
      return { status: 200, json: {} };
    }
    const params = writeParams(asked.params);
    if (params === undefined || typeof asked.reading !== 'number') return notMeant;
    return { status: 200, json: pen.write(params, asked.reading) };
  } catch (error) {
    return { status: 409, message: (error as Error).message };
  }
}
