/** The texts in a ZIP file, which may be anybody's: so many, and so large, and no more. */
// fflate: 8 kB, no dependency, and it tells how large a file says it is before it is unpacked.
import { unzipSync } from 'fflate';
import { ImportProblem } from '../core/import/source.ts';

const MOST_FILES = 2_000;
const MOST_BYTES = 200 * 1024 * 1024;

/** @param wanted by name; the others are not unpacked @throws ImportProblem where it is broken, or too large */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  let count = 0;
  let room = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        // What is unpacked takes no more room than it says, and what is not packed no more than it has there.
        count += 1;
        room += Math.max(size, originalSize);
        if (count > MOST_FILES || room > MOST_BYTES) throw new ImportProblem(tooLarge);
        return !name.endsWith('/') && wanted(name);
      },
    });
    return new Map(Object.entries(files));
  } catch (error) {
    if (error instanceof ImportProblem) throw error;
    throw new ImportProblem('It is no ZIP file that can be read: it is broken, or only a part of it arrived');
  }
}

const tooLarge = `It unpacks to more than ${MOST_FILES.toLocaleString('en')} files or ${MOST_BYTES / 1024 / 1024} MB, which no export of OKRs is`;
