/** Writes what closes a cycle, and tells what was written where, and what does not go on. */

import { URI } from 'vscode-uri';
import type { Closed } from '../../core/closing/close-cycle.ts';
import type { LoadedWorkspace } from '../../disk/load-workspaces.ts';
import { type Found, findings } from '../check/findings.ts';
import type { Session } from '../session.ts';
import { placeInWords } from '../show/subject.ts';
import { printable } from '../terminal/printable.ts';
import { writeEdits } from '../write-edits.ts';

/** @throws where a file was changed meanwhile, or cannot be written; then none is */
export function writeClosed(loaded: LoadedWorkspace, closed: Closed, session: Session): void {
  const { colours, named } = session;
  const known = new Set(found(loaded, () => true).map(keyOf));
  const paths = writeEdits(loaded, closed.edits, named);
  for (const line of closed.written) session.print(`${colours.green('+')} ${printable(line)}\n`);
  const fresh = found(loaded, path => paths.includes(path)).filter(each => !known.has(keyOf(each)));
  if (fresh.length > 0) session.print(`\n${colours.bold('`okr check` warns of:')}\n`);
  for (const { path, range, severity, message } of fresh) {
    const paint = severity === 'error' ? colours.red : colours.yellow;
    session.print(
      `  ${colours.dim(`${named(path)}:${range.start.line + 1}`)} ${paint(severity)}: ${printable(message)}\n`,
    );
  }
  if (closed.opens !== undefined)
    session.print(`\nThe next cycle begins in ${colours.bold(placeInWords(loaded, closed.opens, named))}\n`);
}

/** What `okr check` warns of: reminders and hints are for the weeks to come. */
function found(loaded: LoadedWorkspace, wanted: (path: string) => boolean): Found[] {
  return findings(loaded, wanted).filter(
    ({ severity, written }) => /^(?:error|warning)$/.test(severity) && written.length > 0,
  );
}

/** The same wherever its line has moved to, and whatever else there is to say of it now. */
function keyOf({ path, rule, line }: Found): string {
  return JSON.stringify([path, rule, line]);
}

/** What would be written, as differences are shown: each new line with where it goes. */
export function printEdits(loaded: LoadedWorkspace, { edits }: Closed, session: Session): void {
  const { colours, named } = session;
  for (const uri of new Set(edits.map(each => each.uri))) {
    const path = named(loaded.paths.get(uri) ?? URI.parse(uri).fsPath);
    const isNew = loaded.workspace.file(uri) === undefined;
    session.print(`${colours.bold(`--- ${isNew ? '/dev/null' : path}`)}\n${colours.bold(`+++ ${path}`)}\n`);
    const own = edits.filter(each => each.uri === uri).toSorted((a, b) => a.range.start.line - b.range.start.line);
    for (const { range, text } of own) {
      session.print(`${colours.cyan(`@@ ${isNew ? 'a new file' : `after line ${range.start.line}`} @@`)}\n`);
      const lines = text.replace(/(?:\r\n?|\n)$/, '').split(/\r\n?|\n/);
      session.print(lines.map(line => `${colours.green(`+${printable(line)}`)}\n`).join(''));
    }
  }
}

export function printLeft({ leftBehind }: Closed, { colours, io }: Session): void {
  if (leftBehind.length === 0) return;
  const lines = leftBehind.map(line => `${colours.dim('–')} ${printable(line)}`);
  io.stdout.write(`\n${colours.bold('Not carried over:')}\n${lines.join('\n')}\n`);
}
