/** What the core refuses to write is an answer to the client, and no failure of the server. */
import { refusal } from '../doors/door.ts';

/** Runs what may be refused; a refusal becomes an error with its sentence. */
export async function politely<T>(write: () => T): Promise<T> {
  const { Refusal } = await import('../../core/edits/insertion.ts');
  try {
    return write();
  } catch (error) {
    throw error instanceof Refusal ? refusal(error.message) : error;
  }
}
