import type { Context } from 'mocha';

/** Something that a test needs cannot be had on this machine. */
export class Unavailable extends Error {}

/**
 * Runs what a suite needs first. Where that cannot be had the suite is skipped, loudly; in CI it fails, because a test
 * that never runs there proves nothing anywhere.
 */
export async function orSkip<T>(context: Context, what: string, prepare: () => Promise<T>): Promise<T> {
  try {
    return await prepare();
  } catch (error) {
    if (!(error instanceof Unavailable) || process.env['CI']) throw error;
    console.log(`SKIPPED: ${what}: ${error.message}`);
    return context.skip();
  }
}
