/** The page's script, which the build puts beside the command line. */
import { readFileSync } from 'node:fs';

/** @throws in a checkout that has not been built */
export function pageScript(): Buffer {
  try {
    // From here as from the bundle: both are three folders down.
    return readFileSync(new URL('../../../dist/okr-preview.js', import.meta.url));
  } catch {
    throw new Error('The page’s script is not there: run `npm run build` first');
  }
}
