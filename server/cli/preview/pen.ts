/** Writes into the files what somebody asks for on the page, and takes back what it wrote last. */
import { Document } from '../../../grammar/document.ts';
import { askedEdit } from '../../core/edits/asked-edit.ts';
import { Refusal } from '../../core/edits/insertion.ts';
import type { WriteParams } from '../../core/requests/check-in.ts';
import type { Written } from '../../core/views/browser/messages.ts';
import { withData } from '../../disk/data.ts';
import { writeIfSame } from '../write-if-same.ts';
import type { Readings } from './readings.ts';

interface Last {
  readonly id: number;
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

export class Pen {
  readonly #readings: Readings;
  readonly #named: (path: string) => string;
  #last: Last | undefined;
  #ids = 0;

  /** @param named how a message names a path */
  constructor(readings: Readings, named: (path: string) => string) {
    this.#readings = readings;
    this.#named = named;
  }

  /**
   * @param reading the one that the page shows: where the file has changed since, nothing is written
   * @throws with a sentence where it cannot be written
   */
  write(params: WriteParams, reading: number): Written {
    const { loaded } = this.#readings.now();
    const path = loaded.paths.get(params.uri);
    if (path === undefined) throw new Refusal('The file is no longer there, or is none of this workspace.');
    const before = this.#readings.textSince(params.uri, reading);
    if (before === undefined)
      throw new Refusal(`\`${this.#named(path)}\` has changed meanwhile: look at the page again, and do it once more.`);
    const { range, text, line } = withData(loaded.workspace, () => askedEdit(loaded, params));
    const document = new Document(before);
    document.edit(range, text);
    const after = document.text;
    // Whatever comes of it, the page is to show how it is then.
    this.#readings.forget();
    writeIfSame(path, before, after, this.#named, 'look at the page again, and do it once more.');
    this.#ids += 1;
    this.#last = { id: this.#ids, path, before, after };
    return { place: { uri: params.uri, line }, undo: this.#ids };
  }

  /**
   * Puts back the text from before the last write.
   * @throws with a sentence where that was another one, or the file has changed since
   */
  undo(id: number): void {
    if (this.#last?.id !== id)
      throw new Refusal('Something else was written meanwhile, so this can no longer be undone.');
    const { path, before, after } = this.#last;
    this.#readings.forget();
    writeIfSame(path, after, before, this.#named, 'undo it in the text.');
    this.#last = undefined;
  }
}
