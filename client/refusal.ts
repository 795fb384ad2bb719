/** What is answered where nothing failed: somebody asked for what cannot be had here. */

/** By this code the server says so of a request. */
const requestFailed = -32803;

/** Its message is a sentence of its own, and says what to do. */
export class Refusal extends Error {}

export function isRefusal(error: unknown): error is Error {
  return error instanceof Refusal || (error instanceof Error && 'code' in error && error.code === requestFailed);
}
