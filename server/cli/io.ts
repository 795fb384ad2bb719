/** What the command line needs of the world, so that a test can be the world. */
import { buffer } from 'node:stream/consumers';
import type { Day } from '../core/model/elements.ts';
import { today } from '../lsp/today.ts';

export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** undefined where it is no terminal. */
  readonly columns: number | undefined;
}

export interface Io {
  /** Results. */
  readonly stdout: Output;
  /** Everything else. */
  readonly stderr: Output;
  readonly stdin: () => Promise<Uint8Array>;
  /** What somebody types; undefined where nobody sits at a terminal. */
  readonly keyboard: NodeJS.ReadableStream | undefined;
  /** The folder that it runs in, as `realpath` spells it. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly today: Day;
}

export function processIo(): Io {
  return {
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    stdin: () => buffer(process.stdin),
    keyboard: process.stdin.isTTY ? process.stdin : undefined,
    cwd: process.cwd(),
    env: process.env,
    today: today(new Date()),
  };
}

function output(stream: NodeJS.WriteStream): Output {
  // `okr check | head` has read enough: that is no failure.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return {
    write: text => void stream.write(text),
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY ? stream.columns : undefined,
  };
}
