/**
 * Asks somebody at a terminal, a line at a time. Node's own readline edits the line; libraries of prompts take Escape for
 * Ctrl-C, or for nothing.
 */
import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Output } from '../io.ts';

/** A line; or Escape; or Ctrl-C, Ctrl-D and the end of what is typed. */
export type Answer = string | typeof escaped | typeof ended;
export const escaped = Symbol('escaped');
export const ended = Symbol('ended');

/** An Escape alone is told from the beginning of another key by nothing coming behind it, in milliseconds. */
const escapeMs = 50;

export class Questions {
  private readonly readline: Interface;
  /** What was typed ahead. */
  private readonly typed: Answer[] = [];
  private waiting: ((answer: Answer) => void) | undefined;
  private hasEnded = false;

  constructor(keyboard: NodeJS.ReadableStream, output: Output) {
    const screen = new Writable({
      write(chunk, _, done) {
        output.write(String(chunk));
        done();
      },
    });
    // By these it knows where a long line is broken.
    Object.assign(screen, { columns: output.columns });
    this.readline = createInterface({
      input: keyboard,
      output: screen,
      terminal: true,
      escapeCodeTimeout: escapeMs,
      historySize: 0,
    });
    this.readline.on('line', line => this.take(line));
    this.readline.on('SIGINT', () => this.end());
    this.readline.on('close', () => this.end());
    keyboard.on('keypress', this.pressed);
    this.close = () => {
      keyboard.off('keypress', this.pressed);
      this.readline.close();
    };
  }

  /** Gives the terminal back. */
  readonly close: () => void;

  /** @param prompt what stands before what is typed; no line break in it */
  ask(prompt: string): Promise<Answer> {
    this.readline.setPrompt(prompt);
    if (!this.hasEnded) this.readline.prompt();
    return new Promise(resolve => {
      this.waiting = resolve;
      this.hand();
    });
  }

  private readonly pressed = (_: unknown, key: { readonly name?: string } | undefined) => {
    if (key?.name !== 'escape') return;
    // What was typed of the line is let go.
    if (this.readline.line !== '') {
      this.readline.write(null, { ctrl: true, name: 'e' });
      this.readline.write(null, { ctrl: true, name: 'u' });
    }
    this.take(escaped);
  };

  private take(answer: Answer): void {
    this.typed.push(answer);
    this.hand();
  }

  private end(): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.take(ended);
  }

  private hand(): void {
    if (this.waiting === undefined || this.typed.length === 0) return;
    const { waiting } = this;
    this.waiting = undefined;
    // There is nothing behind the end.
    waiting(this.typed[0] === ended ? ended : (this.typed.shift() as Answer));
  }
}
