/** One new line for a file, and how a writer says that it cannot be written. */
import type { TextRange } from '../../../grammar/document.ts';

/** An edit that adds one line and changes no other. */
export interface Insertion {
  readonly uri: string;
  /** Empty: where the text goes. */
  readonly range: TextRange;
  readonly text: string;
  /** The line that is new, once the text is there; from 0. */
  readonly line: number;
}

/** What somebody asks for cannot be written; the message is a sentence for them. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
