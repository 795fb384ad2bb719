/** Codes by which the protocol says that an answer is no longer wanted. */
const cancelled: ReadonlySet<unknown> = new Set([-32800, -32801, -32802]);

/** What the protocol's library puts before the words of an error that a request's handler throws. */
const wrapping = /^Request \S+ failed with message: /;

/** Names in the server's sentences; a message of the editor shows the marks themselves. */
const code = /`([^`]+)`/g;

/**
 * An error as one sentence for a person.
 * @returns undefined where nothing failed: somebody cancelled
 */
export function errorText(error: unknown): string | undefined {
  if (!(error instanceof Error)) return typeof error === 'string' && error !== '' ? error : 'Unknown error';
  if (error.name === 'Canceled' || error.name === 'CancellationError') return undefined;
  if ('code' in error && cancelled.has(error.code)) return undefined;
  return error.message.replace(wrapping, '').replace(code, '“$1”').trim() || error.name;
}
