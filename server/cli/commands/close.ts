import type { Command } from 'commander';
import { closeCycle, suggestedDecisions } from '../../core/closing/close-cycle.ts';
import { type CycleToClose, cycleToClose } from '../../core/closing/cycle-to-close.ts';
import { type OpenObjective, openIn } from '../../core/closing/subjects.ts';
import { Refusal } from '../../core/edits/insertion.ts';
import type { Day } from '../../core/model/elements.ts';
import { withData } from '../../disk/data.ts';
import type { LoadedWorkspace } from '../../disk/load-workspaces.ts';
import { askWhatGoesOn, type Decided } from '../close/ask.ts';
import { printEdits, printLeft, writeClosed } from '../close/write.ts';
import { todayOption } from '../options.ts';
import type { Session } from '../session.ts';
import { plain } from '../show/looks.ts';
import { theWorkspace } from '../the-workspace.ts';
import { meant, UsageError } from '../usage.ts';

interface CloseOptions {
  readonly next?: string;
  readonly team?: string;
  readonly in?: string;
  readonly accept?: boolean;
  readonly dryRun?: boolean;
  readonly early?: boolean;
  readonly today?: Day;
}

export function closeCommand(command: Command, session: Session): Command {
  return command
    .description('Looks back on a cycle: grades, what was learned, and what goes on in the next one')
    .argument('<CYCLE>', 'the one that ends, such as 2026-Q4')
    .option('--next <CYCLE>', 'the one that comes next; what the calendar has next if none is named')
    .option('--team <TEAM>', 'only what is this team’s')
    .option('--in <PATH>', 'which workspace: its folder, or anything in it')
    .option('--accept', 'asks nothing: the computed grades, and all goes on that has not reached its target')
    .option('--dry-run', 'shows what would be written, and writes nothing')
    .option('--early', 'closes one that still runs')
    .addOption(todayOption())
    .addHelpText(
      'after',
      `
Examples:
  okr close 2026-Q4                      asks for each objective and key result
  okr close 2026-Q4 --team growth
  okr close 2026-Q4 --accept --dry-run   what it would write without asking
  okr close summer --next 2026-Q4

Grades and what was learned are new lines where they belong; what goes on begins the next cycle, from where it stands
today, with the work for it that is not done. Nothing that is written is changed, and what does not go on is said line by
line. Run again, it writes nothing twice.
`,
    )
    .action((cycle: string, options: CloseOptions) => close(session, cycle, options));
}

async function close(session: Session, cycle: string, options: CloseOptions): Promise<void> {
  const { io } = session;
  const isTerminal = io.keyboard !== undefined && io.stdout.isTerminal;
  if (options.accept !== true && !isTerminal)
    throw new UsageError('`okr close` asks in a terminal, and this is none: `--accept` takes all that is suggested');
  const loaded = theWorkspace(session, options.in, options.today);
  const { closing, open } = politely(() => whatToClose(loaded, cycle, options));
  const suggested: Decided = { decisions: suggestedDecisions(open), reflections: [] };
  const closed = ({ decisions, reflections }: Decided) =>
    politely(() => withData(loaded.workspace, () => closeCycle(loaded, closing, open, decisions, reflections)));
  if (closed(suggested).edits.length === 0) {
    session.print(`${plain(closing.cycle.id)} is closed already: nothing is to be written.\n`);
    printLeft(closed(suggested), session);
    return;
  }
  const decided = options.accept === true ? suggested : await askWhatGoesOn(session, loaded, closing, open);
  if (decided === undefined) {
    session.print('Nothing is written.\n');
    return;
  }
  const result = closed(decided);
  if (options.dryRun === true) printEdits(loaded, result, session);
  else writeClosed(loaded, result, session);
  printLeft(result, session);
}

function whatToClose(
  loaded: LoadedWorkspace,
  cycle: string,
  { next, team, early = false }: CloseOptions,
): { readonly closing: CycleToClose; readonly open: readonly OpenObjective[] } {
  const { workspace } = loaded;
  const teams = workspace.named('team', '*').flatMap(({ team: name }) => (typeof name === 'string' ? [name] : []));
  const closing = cycleToClose(workspace, cycle, next, early, team);
  const open = withData(workspace, () => openIn(loaded, closing));
  if (open.length > 0) return { closing, open };
  const what = team === undefined ? '' : ` of \`${team}\``;
  throw new UsageError(
    `There is no objective${what} in \`${closing.cycle.id}\`${team === undefined ? '' : meant(team, [...new Set(teams)], '')}`,
  );
}

/** @throws UsageError with what the core refuses */
function politely<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw error instanceof Refusal ? new UsageError(inOptions(error.message)) : error;
  }
}

/** What the core cannot know: by which option it is said here. */
function inOptions(message: string): string {
  return message
    .replace(/\.$/, '')
    .replace(/say which cycle is next$/, 'say which cycle is next with `--next`')
    .replace(/close it when it is over$/, 'close it when it is over, or now with `--early`');
}
