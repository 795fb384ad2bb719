/** Tells whether a file is still what it was: every edit, and every new text, gives it another edition. */
import type { OkrFile } from '../../model/file.ts';

const numbers = new WeakMap<OkrFile, number>();
let next = 1;

export function editionOf(file: OkrFile): string {
  let number = numbers.get(file);
  if (number === undefined) {
    number = next++;
    numbers.set(file, number);
  }
  return `${number}.${file.edition.version}`;
}
