/** Bytes as text, strictly UTF-8, a piece at a time. */
import { decodeText } from './decode.ts';

/** More bytes than are left over of a character that goes on in the next piece. */
const LONGEST = 3;

export class Decoder {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  /** Line ends so far; they are never in the midst of a character. */
  private lines = 0;
  /** The last bytes of the pieces before. */
  private before: Uint8Array = new Uint8Array();

  /** Throws at a byte that is no UTF-8, and names its line. */
  decode(bytes: Uint8Array): string {
    try {
      const text = this.decoder.decode(bytes, { stream: true });
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.lines++;
      // A piece may be shorter than a character.
      this.before =
        bytes.length < LONGEST ? new Uint8Array([...this.before, ...bytes]).slice(-LONGEST) : bytes.slice(-LONGEST);
      return text;
    } catch {
      throw new Error(this.wrong(bytes));
    }
  }

  /** What is left. */
  end(): string {
    try {
      return this.decoder.decode();
    } catch {
      throw new Error(this.wrong(new Uint8Array()));
    }
  }

  private wrong(bytes: Uint8Array): string {
    // Up to where a character begins.
    const begin = this.before.findLastIndex(byte => byte >= 0xc0);
    const before = begin < 0 ? new Uint8Array() : this.before.subarray(begin);
    // A blank before them, as only at the begin of a file two bytes say that it is UTF-16.
    const read = decodeText(new Uint8Array([32, ...before.filter(byte => byte !== 10), ...bytes]));
    return 'text' in read
      ? 'This file is not UTF-8: save it as UTF-8'
      : read.unreadable.replace(/line (\d+)/, (_, line) => `line ${Number(line) + this.lines}`);
  }
}
