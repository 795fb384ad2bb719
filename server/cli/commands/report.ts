import { extname, resolve } from 'node:path';
import type { Command } from 'commander';
import { toIso } from '../../core/calendar/day.ts';
import { boardAs, type ReportFormat, reportAs } from '../../core/report-formats.ts';
import { alignmentOf } from '../../core/reports/alignment.ts';
import { type BoardOptions, boardCycle, buildBoard } from '../../core/reports/board.ts';
import { buildReport, type ReportOptions } from '../../core/reports/build-report.ts';
import { choiceNamed, cycleChoices } from '../../core/reports/cycles.ts';
import { onDay } from '../../core/reports/other-day.ts';
import { type Span, spanOf } from '../../core/reports/span.ts';
import type { CycleChoice } from '../../core/requests/cycles.ts';
import { withData } from '../../disk/data.ts';
import type { LoadedWorkspace } from '../../disk/load-workspaces.ts';
import { whyUnwritable, writeText } from '../../disk/write.ts';
import { dayOption, notAhead, todayOption } from '../options.ts';
import type { Session } from '../session.ts';
import { printableLines } from '../terminal/printable.ts';
import { theWorkspace } from '../the-workspace.ts';
import { choice, meant, oneOf, UsageError } from '../usage.ts';

const formats = ['markdown', 'html', 'json', 'csv', 'marp'] as const satisfies readonly ReportFormat[];
const readers = ['team', 'board'] as const;
const formatOfExtension: Readonly<Record<string, ReportFormat>> = {
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
  '.csv': 'csv',
};

interface ReportCommandOptions {
  readonly cycle?: string;
  readonly team?: string;
  readonly for?: (typeof readers)[number];
  readonly since?: number;
  readonly format?: ReportFormat;
  readonly output?: string;
  readonly today?: number;
}

export function reportCommand(command: Command, session: Session): Command {
  return command
    .description('Writes the report of a cycle')
    .argument('[PATH]', 'which workspace: its folder, or anything in it')
    .option(
      '--cycle <CYCLE>',
      'which cycle, such as 2026-Q4, or a month or half-year of it; the current one if none is named',
    )
    .option('--team <TEAM>', 'of one team only')
    .option('--for <READER>', 'team: its review; board: the year on one page', choice('--for', readers))
    .addOption(dayOption('--since', 'for the board: what changed since that day; else in the last three months'))
    .option('--format <FORMAT>', `${formats.join(', ')}; as FILE ends, else markdown`, choice('--format', formats))
    .option('-o, --output <FILE>', 'write it into a file')
    .addOption(todayOption())
    .addHelpText(
      'after',
      `
Examples:
  okr report                                     the current cycle, as Markdown
  okr report --cycle 2026-Q4 --team growth       one team's
  okr report --cycle 2026-Q4 -o 2026-Q4.html     a single file to send around
  okr report --cycle 2026-10                     October, as it stood on its last day
  okr report --format marp -o review.md          slides for the review meeting, for Marp
  okr report --for board -o board.html           the year's page for the board
`,
    )
    .action((path: string | undefined, options: ReportCommandOptions) => report(session, path, options));
}

function report(session: Session, path: string | undefined, options: ReportCommandOptions): void {
  const loaded = theWorkspace(session, path, options.today);
  const isForBoard = options.for === 'board';
  const span = isForBoard ? undefined : spanFor(loaded, options.cycle);
  const cycle = span ?? cycleFor(loaded, options.cycle ?? (isForBoard ? boardCycle(loaded.workspace) : undefined));
  const team = options.team === undefined ? null : teamFor(cycle, options.team);
  const since = notAhead('--since', options.since, loaded.workspace.today.get());
  const { output } = options;
  const format = options.format ?? formatOfExtension[extname(output ?? '').toLowerCase()] ?? 'markdown';
  const text = isForBoard
    ? boardText(loaded, { cycle: cycle.id, team, since }, format)
    : reviewText(loaded, { cycle: cycle.id, ...span?.options, team, compare: true }, format, span?.day);
  if (output === undefined) {
    session.print(session.io.stdout.isTerminal ? printableLines(text) : text);
    return;
  }
  const file = resolve(session.io.cwd, output);
  try {
    writeText(file, text);
  } catch (error) {
    throw new Error(`\`${session.named(file)}\` cannot be written: ${whyUnwritable(error)}`);
  }
  session.note(`${session.named(file)}: the report of ${cycle.id}${team === null ? '' : `, ${team}`}`);
}

/** @param day to look at it from, where that is not today */
function reviewText(
  { workspace, standings }: LoadedWorkspace,
  options: ReportOptions,
  format: ReportFormat,
  day = workspace.today.get(),
): string {
  const then = day === workspace.today.get() ? { workspace, standings } : onDay(workspace, day);
  return withData(workspace, () =>
    reportAs(
      buildReport(then.workspace, then.standings, options),
      format,
      format === 'html' ? alignmentOf(then.workspace, then.standings, options) : null,
    ),
  );
}

function boardText({ workspace, standings }: LoadedWorkspace, options: BoardOptions, format: ReportFormat): string {
  if (format !== 'markdown' && format !== 'html')
    throw new UsageError(`The board's page is written as \`markdown\` or \`html\`, not as \`${format}\``);
  return boardAs(
    withData(workspace, () => buildBoard(workspace, standings, options)),
    format,
  );
}

/** What is asked for, where it is no cycle with objectives and something lies in it, or around it. */
function spanFor({ workspace }: LoadedWorkspace, asked: string | undefined): Span | undefined {
  if (asked === undefined || choiceNamed(workspace, cycleChoices(workspace), asked) !== undefined) return undefined;
  const span = spanOf(workspace, asked);
  if (span !== undefined && span.first > workspace.today.get())
    throw new UsageError(`\`${asked}\` begins on ${toIso(span.first)}: there is nothing to report yet`);
  return span;
}

/** The cycle that is asked for, else the current one, else the newest. */
export function cycleFor({ workspace }: LoadedWorkspace, asked: string | undefined): CycleChoice {
  const choices = cycleChoices(workspace);
  const [usual] = choices;
  if (usual === undefined)
    throw new UsageError(
      'No objective in this workspace is in a cycle: put one under a heading such as `cycle 2026-Q4`',
    );
  if (asked === undefined) return usual;
  const found = choiceNamed(workspace, choices, asked);
  if (found !== undefined) return found;
  const ids = choices.map(({ id }) => id);
  throw new UsageError(`No objective is in the cycle \`${asked}\`${meant(asked, ids, `: there is ${oneOf(ids)}`)}`);
}

/** @throws UsageError where no such team has an objective in the cycle */
export function teamFor({ id, teams }: Pick<CycleChoice, 'id' | 'teams'>, asked: string): string {
  const names = teams.map(({ name }) => name);
  if (names.includes(asked)) return asked;
  const otherwise = names.length === 0 ? '' : `: there is ${oneOf(names)}`;
  throw new UsageError(`No objective of ${id} is a team's called \`${asked}\`${meant(asked, names, otherwise)}`);
}
