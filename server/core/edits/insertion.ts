/** One line of a file that is new or different, and how a writer says that it cannot be written. */
import type { TextRange } from '../../../grammar/document.ts';

/** An edit that concerns one line: it adds it, or changes something in it. No other line changes. */
export interface LineEdit {
  readonly uri: string;
  readonly range: TextRange;
  readonly text: string;
  /** The line that is new or different, once the text is there; from 0. */
  readonly line: number;
}

/** One that adds its line, or a few that belong together: the range is empty. */
export type Insertion = LineEdit;

/** What somebody asks for cannot be written; the message is a sentence for them. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
