/** The JSON that a page sends. */
import type { IncomingMessage } from 'node:http';

/** In bytes: a note of many pages, and no more. */
const MOST = 64 * 1024;

export type Body = { readonly json: unknown } | { readonly status: 400 | 413; readonly message: string };

/** Reads no further than it has to. */
export async function bodyOf(request: IncomingMessage): Promise<Body> {
  const tooMuch = { status: 413, message: `At most ${MOST / 1024} kB are read at once.` } as const;
  if (Number(request.headers['content-length'] ?? 0) > MOST) return tooMuch;
  const chunks: Buffer[] = [];
  let size = 0;
  // Who sends too much is still told so.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST) return tooMuch;
    chunks.push(chunk);
  }
  try {
    return { json: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return { status: 400, message: 'This is no JSON.' };
  }
}
