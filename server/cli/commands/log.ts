import type { Command } from 'commander';
import { fromIso, toIso } from '../../core/calendar/day.ts';
import type { Life } from '../../core/revisions/life.ts';
import { lifeMarkdown } from '../../core/revisions/life-markdown.ts';
import { measureUnit, Trail } from '../../core/revisions/trail.ts';
import { pastOf } from '../../disk/git/life.ts';
import { revisionNamed } from '../../disk/git/named.ts';
import { Repositories } from '../../disk/git/repositories.ts';
import { withUsage } from '../diff/compare.ts';
import { lastSeen, type Seen } from '../log/last-seen.ts';
import { lifeText } from '../log/text.ts';
import { todayOption } from '../options.ts';
import type { Session } from '../session.ts';
import { printableJson, printableLines } from '../terminal/printable.ts';
import { theSubject } from '../the-subject.ts';
import { theWorkspaces } from '../the-workspace.ts';
import { choice, NothingThere, UsageError } from '../usage.ts';

const formats = ['text', 'json', 'markdown'] as const;

interface LogOptions {
  readonly in?: string;
  readonly cycle?: string;
  readonly today?: number;
  readonly format: (typeof formats)[number];
}

export function logCommand(command: Command, session: Session): Command {
  return command
    .description('Tells the life of an objective, a key result, a KPI or an initiative from git')
    .argument('<REF...>', 'which one, such as love.nps, growth/love.nps or love.nps in 2026-Q3')
    .option('--in <PATH>', 'which workspace: its folder, or anything in it')
    .option('--cycle <CYCLE>', 'in which cycle; else the one that today is in')
    .option('--format <FORMAT>', formats.join(', '), choice('--format', formats), 'text')
    .addOption(todayOption())
    .addHelpText(
      'after',
      `
Every commit that changed it is told, and by whom: how it began, check-ins, targets, owners, wordings, what was dropped
and taken up again. It is followed through other names and other files, and told to its end where it was taken out.

Examples:
  okr log growth/love.nps                    a key result; love.nps or nps will do where only one fits
  okr log love in 2026-Q3 --format markdown  an objective, as a table
`,
    )
    .action((words: string[], options: LogOptions) => log(session, words.join(' '), options));
}

async function log(session: Session, ref: string, options: LogOptions): Promise<void> {
  const today = options.today ?? session.io.today;
  const { life, where } = await lifeAndPlace(session, ref, options, today);
  const { isTerminal } = session.io.stdout;
  if (options.format === 'json') {
    const text = `${JSON.stringify(life, null, 2)}\n`;
    session.print(isTerminal ? printableJson(text) : text);
  } else if (options.format === 'markdown') {
    const text = lifeMarkdown(life);
    session.print(isTerminal ? printableLines(text) : text);
  } else {
    session.print(lifeText(life, { where, columns: session.columns, colours: session.colours }));
  }
}

interface LifeAndPlace {
  readonly life: Life;
  /** `growth/2026-Q4.okr:16` */
  readonly where: string;
}

/** Of what is there, else of what was. */
async function lifeAndPlace(
  session: Session,
  ref: string,
  { in: path, cycle, today: wanted }: LogOptions,
  today: number,
): Promise<LifeAndPlace> {
  try {
    const { loaded, subject } = theSubject(session, theWorkspaces(session, path, wanted), ref, cycle, 'log');
    const { entry, line } = subject;
    const { file, block } = entry;
    const place = { path: loaded.paths.get(file.uri) ?? '', line: file.lineOf(block, line), ref: subject.ref };
    const where = `${session.named(place.path)}:${place.line + 1}`;
    const { text } = file.document;
    return { life: await lifeOf(session, { ...place, text, textNow: text, takenOutBy: undefined }, today), where };
  } catch (error) {
    const last = error instanceof NothingThere ? await lastSeen(session, ref, { in: path, cycle, today }) : undefined;
    if (last === undefined) throw error;
    return {
      life: await lifeOf(session, last, today),
      where: `${session.named(last.path)}, where it no longer stands`,
    };
  }
}

/** Up to a day. */
async function lifeOf(
  session: Session,
  { path, line, ref, text, textNow, takenOutBy }: Seen,
  today: number,
): Promise<Life> {
  const top = new Repositories().topOf(path);
  if (top === null)
    throw new UsageError(`\`${session.named(path)}\` is in no git repository: \`okr log\` tells what git knows`);
  await withUsage(() => revisionNamed(top, 'HEAD'));
  const trail = Trail.of(text, line);
  if (trail === undefined) throw new Error(`\`${ref}\` cannot be found in \`${session.named(path)}\``);
  const { element, title, team, cycle } = trail.element;
  const { events, complete } = await pastOf(trail, top, path, textNow, takenOutBy);
  return {
    kind: element.type === 'kr' ? 'key result' : element.type,
    ref,
    title,
    unit: measureUnit(element),
    team,
    cycle,
    today: toIso(today),
    complete,
    events: events.filter(({ revision: { date } }) => date === null || (fromIso(date) ?? 0) <= today),
  };
}
