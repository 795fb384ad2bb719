/** One run of a command. */

import type { Day } from '../core/model/elements.ts';
import { type LoadedWorkspaces, loadWorkspaces } from '../disk/load-workspaces.ts';
import type { Io } from './io.ts';
import { type Place, shownPath } from './paths.ts';
import { type Colours, coloursFor } from './terminal/colours.ts';
import { printable } from './terminal/printable.ts';

/** 0: nothing wrong; 1: findings; 2: wrong usage, or a failure. */
export type ExitCode = 0 | 1 | 2;

const USUAL_COLUMNS = 120;
const FEWEST_COLUMNS = 60;

export class Session {
  readonly io: Io;
  /** For standard output. */
  readonly colours: Colours;
  exitCode: ExitCode = 0;

  constructor(io: Io) {
    this.io = io;
    this.colours = coloursFor(io.stdout, io.env);
  }

  get columns(): number {
    return Math.max(FEWEST_COLUMNS, this.io.stdout.columns ?? USUAL_COLUMNS);
  }

  print(text: string): void {
    if (text !== '') this.io.stdout.write(text);
  }

  /** Says something that is no result. */
  note(text: string): void {
    this.io.stderr.write(`${text}\n`);
  }

  warn(text: string): void {
    const { yellow, bold } = coloursFor(this.io.stderr, this.io.env);
    this.note(`${bold(yellow('warning:'))} ${printable(text)}`);
  }

  named = (path: string): string => shownPath(path, this.io.cwd);

  /** The workspaces of some places; what could not be looked at is said. */
  load(places: readonly Place[], today: Day): LoadedWorkspaces {
    const loaded = loadWorkspaces(places, today, this.named);
    for (const problem of loaded.problems) this.warn(problem);
    return loaded;
  }
}
