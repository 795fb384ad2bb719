/** One run of `okr import`: reads a source, writes new files, says what it left out, and checks what it wrote. */
import { existsSync, realpathSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type PlannedFile, settingsFile } from '../../core/import/files.ts';
import { type ImportInput, type ImportOptions, ImportProblem, importFrom } from '../../core/import/import.ts';
import { wholeExport } from '../../core/import/read-export.ts';
import type { Remark } from '../../core/import/source.ts';
import { carriedOver } from '../../core/import/summary.ts';
import { workspaceRoot } from '../../disk/find.ts';
import { ExistsError, writeNewFiles } from '../../disk/write-new.ts';
import { readBytes } from '../../import/read-bytes.ts';
import type { SourceFormat } from '../../import/source-formats.ts';
import { fails, plural, summary } from '../check/counts.ts';
import { findings } from '../check/findings.ts';
import { textReport } from '../check/text.ts';
import type { Session } from '../session.ts';
import { printable } from '../terminal/printable.ts';
import { UsageError } from '../usage.ts';
import { type ImportCommandOptions, optionsOf } from './options.ts';
import { readPath } from './read-path.ts';
import { type Told, tell } from './tell.ts';

/** @throws UsageError where it cannot be read, or would write over something; nothing is written then */
export async function importFile(session: Session, file: string, options: ImportCommandOptions): Promise<void> {
  const named = file === '-' ? 'Standard input' : `\`${printable(file)}\``;
  const own = `\`${printable(basename(file))}\``;
  const said = (message: string) =>
    new UsageError(message.startsWith(own) ? named + message.slice(own.length) : `${named}: ${message}`);
  const settings = optionsOf(session, options);
  const made = await (async () => {
    try {
      const { input, passedOver } = await read(session, file, options.from);
      const whole = wholeExport(input);
      return whole === undefined
        ? fromSource(input, settings, passedOver)
        : { files: whole, told: undefined, fiscalYearStart: undefined };
    } catch (error) {
      if (error instanceof ImportProblem && error.columns !== undefined)
        throw said(`${error.message}; say which with \`--map title="…"\``);
      if (error instanceof ImportProblem || error instanceof UsageError) throw said(error.message);
      throw error;
    }
  })();
  const folder = resolve(session.io.cwd, options.output);
  const files = withSettings(made.files, made.fiscalYearStart, folder);
  if (options.dryRun) for (const { path, text } of files) session.print(dryText(session, path, text));
  else write(session, folder, files);
  if (made.told === undefined) session.note(`${plural(files.length, 'file')}, as they were exported`);
  else {
    tell(session, made.told, files.length, options.dryRun === true);
    sayFiscalYear(session, made.fiscalYearStart, files, folder);
  }
  if (!options.dryRun) check(session, folder, files, options.today);
}

function fromSource(
  input: ImportInput,
  options: ImportOptions,
  passedOver: readonly Remark[],
): { files: readonly PlannedFile[]; told: Told; fiscalYearStart: number | undefined } {
  const { plan, files } = importFrom(input, options);
  const { leftOut, readAs, fiscalYearStart } = plan;
  return { files, told: { counts: carriedOver(plan), leftOut: [...passedOver, ...leftOut], readAs }, fiscalYearStart };
}

async function read(session: Session, file: string, format: SourceFormat | undefined) {
  if (file === '-') return readBytes('-', await session.io.stdin(), format);
  try {
    return await readPath(realpathSync(resolve(session.io.cwd, file)), format);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new UsageError('There is no such file');
    if (code !== undefined) throw new UsageError(`It cannot be read: ${message}`);
    throw error;
  }
}

/** Where the dates of the source tell when fiscal years begin, and no settings are there yet that would say it. */
function withSettings(
  files: readonly PlannedFile[],
  fiscalYearStart: number | undefined,
  folder: string,
): readonly PlannedFile[] {
  if (fiscalYearStart === undefined || settingsAbove(folder)) return files;
  return [...files, settingsFile(fiscalYearStart)];
}

function settingsAbove(folder: string): boolean {
  return existsSync(join(folder, 'okr.json')) || existsSync(join(workspaceRoot(folder), 'okr.json'));
}

function dryText({ colours, io }: Session, path: string, text: string): string {
  const safe = io.stdout.isTerminal ? text.split('\n').map(printable).join('\n') : text;
  return `${colours.bold(`# ${path}`)}\n\n${safe}\n`;
}

function write(session: Session, folder: string, files: readonly PlannedFile[]): void {
  try {
    writeNewFiles(files.map(({ path, text }) => ({ path: join(folder, path), text })));
  } catch (error) {
    if (error instanceof ExistsError)
      throw new UsageError(
        `\`${session.named(error.path)}\` is there already, and nothing is written over: choose another folder with \`-o\``,
      );
    throw new Error(`Nothing is written: ${(error as Error).message}`);
  }
  for (const { path } of files) session.print(`${session.named(join(folder, path))}\n`);
}

/** As `okr check` would. What the coach has to say of titles and targets is left to it. */
function check(session: Session, folder: string, files: readonly PlannedFile[], today: number | undefined): void {
  const real = realpathSync(folder);
  const paths = new Set(files.map(({ path }) => join(real, path)));
  const places = [...paths].map(path => ({ path, isFolder: false }));
  const { workspaces } = session.load(places, today ?? session.io.today);
  const found = workspaces.flatMap(loaded => findings(loaded, path => paths.has(path)));
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) session.print(textReport(errors, files.length, session));
  else
    session.note(
      `Checked: ${summary(found, files.length)}${found.length === 0 ? '.' : `, no error: \`okr check ${session.named(real)}\` says more.`}`,
    );
  if (fails(found, 'error', false)) session.exitCode = 1;
}

function sayFiscalYear(
  session: Session,
  month: number | undefined,
  files: readonly PlannedFile[],
  folder: string,
): void {
  if (month === undefined || files.some(({ path }) => path === 'okr.json') || !settingsAbove(folder)) return;
  session.note(`Its fiscal years begin in month ${month}: okr.json should say \`"fiscalYearStart": ${month}\`\n`);
}
