import type { Command } from 'commander';
import { Document } from '../../../grammar/document.ts';
import { formatDocument } from '../../../grammar/printer.ts';
import { decodeText } from '../../disk/decode.ts';
import { findFiles, isOkrFile } from '../../disk/find.ts';
import { readText } from '../../disk/read.ts';
import { plural } from '../check/counts.ts';
import { type Place, placesOf } from '../paths.ts';
import type { Session } from '../session.ts';
import { UsageError } from '../usage.ts';
import { writeIfSame } from '../write-if-same.ts';

interface FormatOptions {
  readonly check?: true;
}

export function formatCommand(command: Command, session: Session): Command {
  return command
    .description('Formats .okr files in place')
    .argument('[PATH...]', 'files, folders or globs; `-` formats standard input to standard output')
    .option('--check', 'only say which files are not formatted, and end with 1 if there are any')
    .action((paths: string[], options: FormatOptions) =>
      paths.includes('-') ? formatInput(session, paths, options) : formatFiles(session, paths, options),
    );
}

async function formatInput(session: Session, paths: readonly string[], { check }: FormatOptions): Promise<void> {
  if (paths.length > 1) throw new UsageError('`-` is standard input, and stands alone: `okr format -`');
  const read = decodeText(await session.io.stdin());
  if (!('text' in read)) throw new UsageError(`Standard input: ${read.unreadable}`);
  const formatted = formatDocument(new Document(read.text));
  if (!check) session.print(formatted);
  else if (formatted !== read.text) {
    session.note('Standard input is not formatted');
    session.exitCode = 1;
  }
}

function formatFiles(session: Session, paths: readonly string[], { check }: FormatOptions): void {
  const files = [...new Set(placesOf(paths, session.io.cwd).flatMap(place => filesOf(place, session)))].sort();
  let changed = 0;
  for (const path of files) {
    const read = readText(path);
    if (read === undefined || !('text' in read)) {
      session.warn(`\`${session.named(path)}\`: ${read?.unreadable ?? 'There is no such file any more'}`);
      session.exitCode = 2;
      continue;
    }
    const formatted = formatDocument(new Document(read.text));
    if (formatted === read.text) continue;
    changed++;
    if (!check) writeIfSame(path, read.text, formatted, session.named);
    session.print(`${session.named(path)}\n`);
  }
  if (check && changed > 0 && session.exitCode === 0) session.exitCode = 1;
  session.note(summary(changed, files.length, check === true));
}

function filesOf({ path, isFolder }: Place, session: Session): string[] {
  if (!isFolder) return isOkrFile(path) ? [path] : [];
  const { okr, problems } = findFiles(path, session.named);
  for (const problem of problems) session.warn(problem);
  return okr;
}

function summary(changed: number, files: number, isCheck: boolean): string {
  if (changed === 0) return files === 0 ? 'There is no .okr file here' : `${plural(files, 'file')} formatted already`;
  return isCheck
    ? `${plural(changed, 'file')} of ${files} not formatted: run \`okr format\``
    : `${plural(changed, 'file')} of ${files} formatted`;
}
