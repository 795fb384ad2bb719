import type { Command } from 'commander';
import type { LoadedWorkspace } from '../../disk/load-workspaces.ts';
import { warnOfNotCounted } from '../not-counted.ts';
import { todayOption } from '../options.ts';
import type { Session } from '../session.ts';
import { overview } from '../show/overview.ts';
import { subjectDetails } from '../show/subject.ts';
import { theSubject } from '../the-subject.ts';
import { theWorkspaces } from '../the-workspace.ts';
import { cycleFor } from './report.ts';

interface ShowOptions {
  readonly in?: string;
  readonly cycle?: string;
  readonly today?: number;
}

export function showCommand(command: Command, session: Session): Command {
  return command
    .description('Shows how an objective, a key result or a KPI stands, or all of them')
    .argument('[REF...]', 'which one, such as love.nps, growth/love.nps or love.nps in 2026-Q3')
    .option('--in <PATH>', 'which workspace: its folder, or anything in it')
    .option('--cycle <CYCLE>', 'in which cycle; else the one that today is in')
    .addOption(todayOption())
    .addHelpText(
      'after',
      `
Examples:
  okr show                            how everything in this folder's workspace stands
  okr show growth/love.nps            one key result; love.nps or nps will do where only one fits
  okr show love in 2026-Q3            as it ended
  okr show --in samples/company cash  a KPI of another workspace
`,
    )
    .action((words: string[], options: ShowOptions) => show(session, words.join(' '), options));
}

function show(session: Session, ref: string, options: ShowOptions): void {
  const workspaces = theWorkspaces(session, options.in, options.today);
  if (ref === '') {
    showAll(session, workspaces, options.cycle);
    return;
  }
  const { loaded, subject } = theSubject(session, workspaces, ref, options.cycle, 'show');
  warnOfNotCounted(session, loaded);
  session.print(subjectDetails(loaded, subject, session));
}

function showAll(session: Session, workspaces: readonly LoadedWorkspace[], asked: string | undefined): void {
  const { colours, columns } = session;
  for (const [index, loaded] of workspaces.entries()) {
    const cycle = asked === undefined ? undefined : cycleFor(loaded, asked).id;
    warnOfNotCounted(session, loaded);
    if (index > 0) session.print('\n');
    if (workspaces.length > 1) session.print(`${colours.inverse(` ${session.named(loaded.folder)} `)}\n\n`);
    session.print(overview(loaded, { cycle, columns, colours }));
  }
}
