import { type Command, Option } from 'commander';
import { buildReport } from '../../core/reports/build-report.ts';
import { digestOf } from '../../core/reports/digest.ts';
import { markdownDigest } from '../../core/reports/markdown/digest.ts';
import { withData } from '../../disk/data.ts';
import { todayOption } from '../options.ts';
import type { Session } from '../session.ts';
import { markdownLines } from '../terminal/markdown.ts';
import { printableJson } from '../terminal/printable.ts';
import { theWorkspace } from '../the-workspace.ts';
import { choice, UsageError } from '../usage.ts';
import { cycleFor, teamFor } from './report.ts';

const formats = ['markdown', 'json'] as const;
const LONGEST = 366;

interface DigestCommandOptions {
  readonly days: number;
  readonly cycle?: string;
  readonly team?: string;
  readonly format: (typeof formats)[number];
  readonly today?: number;
}

export function digestCommand(command: Command, session: Session): Command {
  return command
    .description('Writes a digest of the last days: what moved, what is stuck, and whom to ask')
    .argument('[PATH]', 'which workspace: its folder, or anything in it')
    .addOption(new Option('--days <N>', 'of how many days, today the last').argParser(readDays).default(7))
    .option('--cycle <CYCLE>', 'which cycle, such as 2026-Q4; the current one if none is named')
    .option('--team <TEAM>', 'of one team only')
    .option('--format <FORMAT>', formats.join(', '), choice('--format', formats), 'markdown')
    .addOption(todayOption())
    .addHelpText(
      'after',
      `
Examples:
  okr digest                                the last seven days, to post in a chat
  okr digest --days 14 --team growth        one team's two weeks
`,
    )
    .action((path: string | undefined, options: DigestCommandOptions) => digest(session, path, options));
}

function digest(session: Session, path: string | undefined, options: DigestCommandOptions): void {
  const loaded = theWorkspace(session, path, options.today);
  const { workspace, standings } = loaded;
  const cycle = cycleFor(loaded, options.cycle);
  const team = options.team === undefined ? null : teamFor(cycle, options.team);
  const since = workspace.today.get() - options.days;
  const report = withData(workspace, () => buildReport(workspace, standings, { cycle: cycle.id, team, since }));
  const points = digestOf(report);
  const text = options.format === 'json' ? `${JSON.stringify(points, null, 2)}\n` : markdownDigest(points, report);
  if (!session.io.stdout.isTerminal) session.print(text);
  else session.print(options.format === 'json' ? printableJson(text) : markdownLines(text, session));
}

function readDays(text: string): number {
  const days = Number(text);
  if (/^\d{1,3}$/.test(text) && days >= 1 && days <= LONGEST) return days;
  throw new UsageError(`\`--days ${text}\`: it is a number of days from 1 to ${LONGEST}, such as \`--days 14\``);
}
