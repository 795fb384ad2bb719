import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { LoadedWorkspace } from '../../disk/load-workspaces.ts';
import { todayOption } from '../options.ts';
import { isSelected, placesOf } from '../paths.ts';
import type { Session } from '../session.ts';
import { nearestRef, subjectsOf } from '../show/find.ts';
import { overview } from '../show/overview.ts';
import { subjectDetails } from '../show/subject.ts';
import { UsageError } from '../usage.ts';
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
  const { io } = session;
  const places = placesOf(options.in === undefined ? [] : [options.in], io.cwd);
  const { workspaces } = session.load(places, options.today ?? io.today);
  const found = workspaces.filter(({ paths }) => [...paths.values()].some(path => isSelected(path, places)));
  if (found.length === 0)
    throw new UsageError(`There is no .okr file in \`${session.named(places[0]?.path ?? io.cwd)}\``);
  if (ref !== '') showOne(session, found, ref, options.cycle);
  else showAll(session, found, options.cycle);
}

function showAll(session: Session, workspaces: readonly LoadedWorkspace[], asked: string | undefined): void {
  const { colours, columns } = session;
  for (const loaded of workspaces) {
    const cycle = asked === undefined ? undefined : cycleFor(loaded, asked).id;
    if (workspaces.length > 1) session.print(`${colours.inverse(` ${session.named(loaded.folder)} `)}\n\n`);
    session.print(`${overview(loaded, { cycle, columns, colours })}\n`);
  }
}

function showOne(
  session: Session,
  workspaces: readonly LoadedWorkspace[],
  ref: string,
  cycle: string | undefined,
): void {
  const found = workspaces.flatMap(loaded =>
    subjectsOf(loaded.workspace, ref, cycle).map(subject => ({ loaded, subject })),
  );
  const [only] = found;
  if (only === undefined) throw new UsageError(nothing(session, workspaces, ref));
  if (found.length > 1) {
    const refs = [...new Set(found.map(({ subject }) => `\`${subject.ref}\``))].slice(0, 5);
    const advice = refs.length > 1 ? 'say which' : 'say in which workspace with `--in`';
    throw new UsageError(`\`${ref}\` may be ${refs.join(' or ')}: ${advice}`);
  }
  session.print(subjectDetails(only.loaded, only.subject, session));
}

function nothing({ io }: Session, workspaces: readonly LoadedWorkspace[], ref: string): string {
  if (existsSync(resolve(io.cwd, ref))) return `\`${ref}\` is a path: \`okr show --in ${ref}\``;
  const near = workspaces.flatMap(({ workspace }) => nearestRef(workspace, ref) ?? []);
  const meant = near.length === 0 ? '; `okr show` lists them' : `: did you mean \`${near[0]}\`?`;
  return `There is no objective, key result, KPI or initiative \`${ref}\`${meant}`;
}
