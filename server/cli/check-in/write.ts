/** Writes a check-in or a reading into its file, and tells what that changed. */
import { checkInOrReading, type Said } from '../../core/edits/check-in.ts';
import { saidAlready } from '../../core/edits/said-already.ts';
import { type Subject, subjectAt } from '../../core/edits/subject.ts';
import type { LoadedWorkspace } from '../../disk/load-workspaces.ts';
import { findings } from '../check/findings.ts';
import type { Session } from '../session.ts';
import { plain } from '../show/looks.ts';
import { placeInWords } from '../show/subject.ts';
import { printable } from '../terminal/printable.ts';
import { cut } from '../terminal/width.ts';
import { writeEdits } from '../write-edits.ts';
import { type Stands, standingLine, standsNow } from './standing.ts';

export interface Written {
  /** The line, without its indentation. */
  readonly line: string;
  /** False where it was there already, and nothing was written. */
  readonly isNew: boolean;
  /** Where it stands: `growth/2026-Q4.okr:25`. */
  readonly where: string;
  readonly before: Stands | undefined;
  readonly now: Stands | undefined;
  /** What `okr check` warns of in the new line. */
  readonly warnings: readonly string[];
}

/**
 * @throws Refusal where it cannot be written, or would not be read as it is meant
 * @throws where the file was changed meanwhile, or cannot be written
 */
export function writeSaid(loaded: LoadedWorkspace, subject: Subject, said: Said, { named }: Session): Written {
  const before = standsNow(loaded, subject);
  const insertion = checkInOrReading(loaded, subject, said);
  const line = insertion.text.trim();
  const file = loaded.workspace.file(insertion.uri);
  const known = file && saidAlready(file, insertion);
  if (known !== undefined) {
    const where = placeInWords(loaded, { uri: insertion.uri, line: known }, named);
    return { line, isNew: false, where, before, now: before, warnings: [] };
  }
  const paths = writeEdits(loaded, [insertion], named);
  // What is written is below the heading, which stands where it stood.
  const after = subjectAt(loaded.workspace, subject.uri, subject.line);
  return {
    line,
    isNew: true,
    where: placeInWords(loaded, insertion, named),
    before,
    now: after && standsNow(loaded, after),
    warnings: findings(loaded, path => paths.includes(path))
      .filter(({ severity, range }) => range.start.line === insertion.line && /^(?:error|warning)$/.test(severity))
      .map(({ message }) => message),
  };
}

/** `growth/love.nps  Raise our Net Promoter Score` */
export function subjectLine(
  { ref, title }: { readonly ref: string | null; readonly title: string },
  { colours, columns }: Session,
): string {
  const name = plain(ref ?? '');
  const shown = colours.bold(cut(plain(title), Math.max(20, columns - name.length - 12)));
  return name === '' ? shown : `${colours.cyan(name)}  ${shown}`;
}

/** Says the line behind a `+`, behind a `=` where it was there already; where it is, and how things stand with it. */
export function tell({ line, isNew, where, before, now, warnings }: Written, session: Session): void {
  const { colours, columns } = session;
  const room = Math.max(20, columns - where.length - 4);
  session.print(
    `${isNew ? colours.green('+') : colours.dim('=')} ${cut(printable(line), room)}  ${colours.dim(where)}\n`,
  );
  if (now !== undefined) session.print(`  ${standingLine(before, now, colours)}\n`);
  for (const warning of warnings) session.warn(`${where}: ${warning}`);
}
