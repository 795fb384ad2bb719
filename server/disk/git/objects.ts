/** Reads texts out of a repository, many in one go. */
import { largestVersion } from '../../core/revisions/revision.ts';
import { decodeText } from '../decode.ts';
import { git } from './run.ts';

/**
 * The texts of some objects, in their order.
 * @param names ids, or `HEAD:path`; none with a line break
 * @param largest in bytes
 * @returns undefined for what is not there, no text, or too large
 */
export async function* readObjects(
  top: string,
  names: readonly string[],
  largest = largestVersion,
): AsyncGenerator<string | undefined> {
  if (names.length === 0) return;
  let rest: Buffer = Buffer.alloc(0);
  /** Bytes of an object that are still to come, and are not kept. */
  let skip = 0;
  for await (const part of git(top, ['cat-file', '--batch'], `${names.join('\n')}\n`)) {
    rest = rest.length === 0 ? part : Buffer.concat([rest, part]);
    for (;;) {
      if (skip > 0) {
        const gone = Math.min(skip, rest.length);
        rest = rest.subarray(gone);
        skip -= gone;
        if (skip > 0) break;
      }
      const lineEnd = rest.indexOf(10);
      if (lineEnd < 0) break;
      const [, type, length] = / (\w+) (\d+)$/.exec(rest.toString('latin1', 0, lineEnd)) ?? [];
      if (length === undefined) {
        rest = rest.subarray(lineEnd + 1);
        yield undefined;
        continue;
      }
      const [from, size] = [lineEnd + 1, Number(length)];
      if (type !== 'blob' || size > largest) {
        rest = rest.subarray(from);
        skip = size + 1;
        yield undefined;
      } else if (rest.length > from + size) {
        const read = decodeText(rest.subarray(from, from + size));
        rest = rest.subarray(from + size + 1);
        yield 'text' in read ? read.text : undefined;
      } else break;
    }
  }
}
