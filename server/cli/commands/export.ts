import { extname, relative, resolve, sep } from 'node:path';
import type { Command } from 'commander';
import { dataLeftOut } from '../../core/export/data-left-out.ts';
import { exportCsv } from '../../core/export/export-csv.ts';
import { type ExportedFile, exportJson, isPortable } from '../../core/export/export-json.ts';
import { withData } from '../../disk/data.ts';
import type { LoadedWorkspace } from '../../disk/load-workspaces.ts';
import { whyUnwritable, writeText } from '../../disk/write.ts';
import { plural } from '../check/counts.ts';
import { todayOption } from '../options.ts';
import type { Session } from '../session.ts';
import { printable, printableLines } from '../terminal/printable.ts';
import { theWorkspace } from '../the-workspace.ts';
import { choice } from '../usage.ts';

const formats = ['json', 'csv'] as const;
type ExportFormat = (typeof formats)[number];

interface ExportCommandOptions {
  readonly format?: ExportFormat;
  readonly output?: string;
  readonly today?: number;
}

export function exportCommand(command: Command, session: Session): Command {
  return command
    .description('Writes a workspace as JSON that imports back to the same files, or as a table')
    .argument('[PATH]', 'which workspace: its folder, or anything in it')
    .option(
      '--format <FORMAT>',
      `${formats.join(', ')}; told from the name of the file, else json`,
      choice('--format', formats),
    )
    .option('-o, --output <FILE>', 'write into a file; without it, to standard output')
    .addOption(todayOption())
    .addHelpText(
      'after',
      `
The JSON is \`{ "format": "okr-export", "version": 1, "files": [{ "path", "blocks": [{ "text", "elements" }] }] }\`.
A block runs from one line at column one to the next. The texts of its blocks, one after another, are a file, comments
and all, and they alone are imported; \`elements\` are the facts in them, for programs. Data files are not in it: those
that are read are named, to be taken along. The table has one row for each
objective, key result, KPI and initiative; of check-ins it has the newest, and no file comes back from it as it was.

Examples:
  okr export -o okrs.json                everything, to be kept or moved
  okr export --format csv -o okrs.csv    for a spreadsheet
  okr import okrs.json -o copy           the same files again
`,
    )
    .action((path: string | undefined, options: ExportCommandOptions) => exportWorkspace(session, path, options));
}

function exportWorkspace(
  session: Session,
  path: string | undefined,
  { format, output, today }: ExportCommandOptions,
): void {
  const loaded = theWorkspace(session, path, today);
  for (const [uri, { unreadable }] of loaded.unreadable)
    throw new Error(`\`${session.named(loaded.paths.get(uri) ?? uri)}\` cannot be exported: ${unreadable}`);
  const isCsv = format === undefined ? extname(output ?? '').toLowerCase() === '.csv' : format === 'csv';
  const files = filesOf(loaded);
  if (!isCsv) for (const { path } of files) checkPath(path);
  const text = isCsv ? tableOf(loaded) : exportJson(files);
  if (output === undefined) {
    session.print(session.io.stdout.isTerminal ? printableLines(text) : text);
    if (!isCsv) sayData(session, loaded);
    return;
  }
  const target = resolve(session.io.cwd, output);
  try {
    writeText(target, text);
  } catch (error) {
    throw new Error(`\`${session.named(target)}\` cannot be written: ${whyUnwritable(error)}`);
  }
  session.note(`${session.named(target)}: ${plural(files.length, 'file')}`);
  if (!isCsv) sayData(session, loaded);
}

/** What would not come back is not exported either. */
function checkPath(path: string): void {
  if (!isPortable(path))
    throw new Error(
      `\`${printable(path)}\` cannot be exported: not every machine has files of this name; rename it without \`:\` and \`\\\``,
    );
}

/** The texts alone are exported: the tables that values come from stay where they are. */
function sayData(session: Session, { workspace, paths }: LoadedWorkspace): void {
  const files = [...paths.keys()].flatMap(uri => workspace.file(uri) ?? []);
  for (const { name, readBy } of dataLeftOut(workspace, files))
    session.note(
      `Not in the export: ${printable(name)}, which ${readBy.map(printable).join(', ')} ${readBy.length === 1 ? 'reads' : 'read'}`,
    );
}

function filesOf({ folder, paths, workspace, settingsTexts }: LoadedWorkspace): ExportedFile[] {
  return [...paths].flatMap(([uri, path]) => {
    const content = workspace.file(uri) ?? settingsTexts.get(uri);
    return content === undefined ? [] : [{ path: relative(folder, path).split(sep).join('/'), content }];
  });
}

function tableOf({ paths, workspace, standings }: LoadedWorkspace): string {
  const entries = [...paths.keys()].flatMap(uri => workspace.file(uri)?.content.flatMap(row => row.entries) ?? []);
  return withData(workspace, () => exportCsv(workspace, standings, entries));
}
