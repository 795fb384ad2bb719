import type { Command } from 'commander';
import { sourceFormats } from '../../import/source-formats.ts';
import type { ImportCommandOptions } from '../import/options.ts';
import { dayOption, todayOption } from '../options.ts';
import type { Session } from '../session.ts';
import { choice } from '../usage.ts';

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
    .action(async (file: string, options: ImportCommandOptions) => {
      // With all that reads Markdown, spreadsheets and ZIP files.
      const { importFile } = await import('../import/import-file.ts');
      await importFile(session, file, options);
    });
}
