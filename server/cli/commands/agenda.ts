import type { Command } from 'commander';
import { agendaOf } from '../../core/reports/agenda.ts';
import { buildReport } from '../../core/reports/build-report.ts';
import { markdownAgenda } from '../../core/reports/markdown/agenda.ts';
import { withData } from '../../disk/data.ts';
import { dayOption, notAhead, todayOption } from '../options.ts';
import type { Session } from '../session.ts';
import { markdownLines } from '../terminal/markdown.ts';
import { printableJson } from '../terminal/printable.ts';
import { theWorkspace } from '../the-workspace.ts';
import { choice } from '../usage.ts';
import { cycleFor, teamFor } from './report.ts';

const formats = ['markdown', 'json'] as const;

interface AgendaCommandOptions {
  readonly cycle?: string;
  readonly team?: string;
  readonly since?: number;
  readonly format: (typeof formats)[number];
  readonly today?: number;
}

export function agendaCommand(command: Command, session: Session): Command {
  return command
    .description(
      'Writes the agenda of the weekly meeting: what is off track, overdue, silent, what moved, and the rest',
    )
    .argument('[PATH]', 'which workspace: its folder, or anything in it')
    .option('--cycle <CYCLE>', 'which cycle, such as 2026-Q4; the current one if none is named')
    .option('--team <TEAM>', 'of one team only')
    .addOption(dayOption('--since', 'what moved from that day on; since the last round of check-ins if none is named'))
    .option('--format <FORMAT>', formats.join(', '), choice('--format', formats), 'markdown')
    .addOption(todayOption())
    .addHelpText(
      'after',
      `
Examples:
  okr agenda --team growth                  for the team's meeting
  okr agenda --since 2026-11-07             after a longer break
`,
    )
    .action((path: string | undefined, options: AgendaCommandOptions) => agenda(session, path, options));
}

function agenda(session: Session, path: string | undefined, options: AgendaCommandOptions): void {
  const loaded = theWorkspace(session, path, options.today);
  const { workspace, standings } = loaded;
  const cycle = cycleFor(loaded, options.cycle);
  const team = options.team === undefined ? null : teamFor(cycle, options.team);
  const since = notAhead('--since', options.since, workspace.today.get());
  const report = withData(workspace, () => buildReport(workspace, standings, { cycle: cycle.id, team, since }));
  const points = agendaOf(report);
  const text = options.format === 'json' ? `${JSON.stringify(points, null, 2)}\n` : markdownAgenda(points, report);
  if (!session.io.stdout.isTerminal) session.print(text);
  else session.print(options.format === 'json' ? printableJson(text) : markdownLines(text, session));
}
