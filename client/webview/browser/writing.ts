/** Asks the server of `okr preview --write` to write something, and to take it back; tells what became of it. */
import type { ToUndo, ToWrite, Written } from '../../../server/core/views/browser/messages.ts';

/** @returns what was written; a sentence where nothing was */
export function askToWrite(asked: ToWrite): Promise<Written | string> {
  return post<Written>('write', asked);
}

/** @returns a sentence where it cannot be undone */
export async function askToUndo(asked: ToUndo): Promise<string | undefined> {
  const answer = await post<object>('undo', asked);
  return typeof answer === 'string' ? answer : undefined;
}

async function post<Answer>(path: string, asked: ToWrite | ToUndo): Promise<Answer | string> {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(asked) });
    return response.ok ? ((await response.json()) as Answer) : await response.text();
  } catch {
    return 'Nothing was written, as `okr preview` has ended. Start it again, and open the address that it prints.';
  }
}
