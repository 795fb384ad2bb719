import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { toIso } from '../../core/calendar/day.ts';
import { readExport } from '../../core/export/read-export.ts';
import type { PlannedFile } from '../../core/import/files.ts';
import { type ImportInput, type ImportOptions, ImportProblem, importFrom } from '../../core/import/import.ts';
import { readMapping } from '../../core/import/mapping.ts';
import type { Remark } from '../../core/import/source.ts';
import { carriedOver, remarkText } from '../../core/import/summary.ts';
import { isCycle } from '../../core/model/file.ts';
import { workspaceRoot } from '../../disk/find.ts';
import { ExistsError, writeNewFiles } from '../../disk/write-new.ts';
import { fails, plural, summary } from '../check/counts.ts';
import { findings } from '../check/findings.ts';
import { textReport } from '../check/text.ts';
import { readBytes, readPath, type SourceFormat, sourceFormats } from '../import/read-input.ts';
import { dayOption, todayOption } from '../options.ts';
import type { Session } from '../session.ts';
import { printable } from '../terminal/printable.ts';
import { choice, UsageError } from '../usage.ts';

interface ImportCommandOptions {
  readonly output: string;
  readonly from?: SourceFormat;
  readonly map?: readonly string[];
  readonly cycle?: string;
  readonly team?: string;
  readonly asOf?: number;
  readonly today?: number;
  readonly dryRun?: true;
}

export function importCommand(command: Command, session: Session): Command {
  return command
    .description('Writes new .okr files from what other tools, spreadsheets and wikis hold')
    .argument(
      '<FILE>',
      'a CSV, XLSX, JSON, YAML, Markdown or text file, a ZIP or folder of a Viva Goals export; `-` is standard input',
    )
    .option('-o, --output <DIR>', 'the folder to write into; nothing in it is written over', '.')
    .option(
      '--from <FORMAT>',
      `${sourceFormats.join(', ')}; without it the file tells`,
      choice('--from', sourceFormats),
    )
    .option(
      '--map <FIELD=COLUMN>',
      'which column holds what, `title="Objective name"`, or a JSON file of such pairs; can be repeated',
      (text: string, all: readonly string[] = []) => [...all, text],
    )
    .option('--cycle <CYCLE>', 'the cycle of what the source puts into none, such as 2026-Q4')
    .option('--team <TEAM>', 'the team of what the source puts into none')
    .addOption(dayOption('--as-of', 'the day of current values that the source gives without one'))
    .option('--dry-run', 'print what would be written, and write nothing')
    .addOption(todayOption())
    .addHelpText(
      'after',
      `
Fields: title, type, id, parent, objective, keyResult, owner, team, period, startDate, dueDate, status, progress,
metric, unit, start, target, current, targetType, weight, description, lastCheckIn, note, confidence, score, tags,
link, ignore. Two more pairs say what a source may leave open: \`at-risk=off-track\` (or \`at-risk\`), and
\`dates=day-first\` (or \`month-first\`).

Examples:
  okr import goals.csv -o okrs                      a spreadsheet, or an export of Viva Goals
  okr import export.zip -o okrs                     its JSON files, with check-ins, teams and people
  okr import plan.xlsx --map title="Objective name" --cycle 2026-Q4
  okr import wiki.md --dry-run                      what it would be
  okr import - --cycle 2026-Q4 --team growth        what is pasted into the terminal
  okr import okrs.json -o copy                      what \`okr export\` wrote, as it was
`,
    )
    .action((file: string, options: ImportCommandOptions) => importFile(session, file, options));
}

async function importFile(session: Session, file: string, options: ImportCommandOptions): Promise<void> {
  const named = file === '-' ? 'Standard input' : `\`${printable(file)}\``;
  const said = (message: string) => new UsageError(`${named}: ${message}`);
  const settings = optionsOf(session, options);
  const made = await (async () => {
    try {
      const { input, passedOver } = await read(session, file, options.from);
      const whole = exported(input);
      return whole === undefined ? fromSource(input, settings, passedOver) : { files: whole, told: undefined };
    } catch (error) {
      if (error instanceof ImportProblem || error instanceof UsageError) throw said(error.message);
      throw error;
    }
  })();
  const folder = resolve(session.io.cwd, options.output);
  const files = withSettings(made.files, made.told?.fiscalYearStart, folder);
  if (options.dryRun) for (const { path, text } of files) session.print(dryText(session, path, text));
  else write(session, folder, files);
  if (made.told === undefined) session.note(`${plural(files.length, 'file')}, as they were exported`);
  else tell(session, made.told, files, folder, options.dryRun === true);
  if (!options.dryRun) check(session, folder, files, options.today);
}

interface Told {
  readonly counts: string;
  readonly leftOut: readonly Remark[];
  readonly readAs: readonly Remark[];
  readonly fiscalYearStart: number | undefined;
}

function fromSource(
  input: ImportInput,
  options: ImportOptions,
  passedOver: readonly Remark[],
): { files: readonly PlannedFile[]; told: Told } {
  const { plan, files } = importFrom(input, options);
  const { leftOut, readAs, fiscalYearStart } = plan;
  return { files, told: { counts: carriedOver(plan), leftOut: [...passedOver, ...leftOut], readAs, fiscalYearStart } };
}

function exported(input: ImportInput): readonly PlannedFile[] | undefined {
  const [only, ...others] = input.format === 'objects' ? input.files : [];
  return only === undefined || others.length > 0 ? undefined : readExport(only.content);
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

function optionsOf(session: Session, { map = [], cycle, team, asOf }: ImportCommandOptions): ImportOptions {
  if (cycle !== undefined && !isCycle(cycle))
    throw new UsageError(`\`--cycle ${cycle}\`: no cycle can be called so; write it as in \`--cycle 2026-Q4\``);
  const pairs: Record<string, string> = {};
  for (const text of map) {
    const [, key, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
    if (key !== undefined && value !== undefined) pairs[key.trim()] = value.trim();
    else Object.assign(pairs, mappingFile(session, text));
  }
  try {
    return { ...readMapping(pairs), cycle, team, asOf: asOf === undefined ? undefined : toIso(asOf) };
  } catch (error) {
    if (error instanceof ImportProblem) throw new UsageError(`\`--map\`: ${error.message}`);
    throw error;
  }
}

function mappingFile(session: Session, path: string): Record<string, string> {
  const wrong = (why: string) =>
    new UsageError(
      `\`--map ${path}\`: ${why}; write a pair, \`--map title="Objective name"\`, or name a JSON file of such pairs`,
    );
  const file = resolve(session.io.cwd, path);
  if (!existsSync(file)) throw wrong('that is no pair, and there is no such file');
  let pairs: unknown;
  try {
    pairs = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw wrong('it is no JSON');
  }
  const isMapping =
    typeof pairs === 'object' && pairs !== null && Object.values(pairs).every(each => typeof each === 'string');
  if (!isMapping) throw wrong('it is no object of texts');
  return pairs as Record<string, string>;
}

/** Where the dates of the source tell when fiscal years begin, and no settings are there yet that would say it. */
function withSettings(
  files: readonly PlannedFile[],
  fiscalYearStart: number | undefined,
  folder: string,
): readonly PlannedFile[] {
  if (fiscalYearStart === undefined || settingsAbove(folder)) return files;
  return [...files, { path: 'okr.json', text: `${JSON.stringify({ root: true, fiscalYearStart }, null, 2)}\n` }];
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

function tell(
  session: Session,
  { counts, leftOut, readAs, fiscalYearStart }: Told,
  files: readonly PlannedFile[],
  folder: string,
  isDry: boolean,
): void {
  const { colours } = session;
  const where = `${plural(files.length, 'file')}`;
  session.note(`${colours.bold(`${counts} ${isDry ? 'would be' : 'are'} in ${where}.`)}`);
  const list = (title: string, remarks: readonly Remark[]) => {
    if (remarks.length === 0) return;
    session.note(`\n${colours.bold(colours.yellow(`${title} (${remarks.length}):`))}`);
    for (const remark of remarks) session.note(`  ${printable(remarkText(remark))}`);
  };
  list('Not carried over, or only as words', leftOut);
  list('Taken one way, and perhaps meant another', readAs);
  if (fiscalYearStart !== undefined && !files.some(({ path }) => path === 'okr.json') && settingsAbove(folder))
    session.note(
      `\nIts fiscal years begin in month ${fiscalYearStart}: okr.json should say \`"fiscalYearStart": ${fiscalYearStart}\``,
    );
  session.note('');
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
