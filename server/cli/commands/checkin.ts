import type { Command } from 'commander';
import type { SaidStatus } from '../../../grammar/tree.ts';
import { toIso } from '../../core/calendar/day.ts';
import type { Said } from '../../core/edits/check-in.ts';
import { checkInSubject } from '../../core/edits/check-in-subjects.ts';
import { Refusal } from '../../core/edits/insertion.ts';
import { type Subject, subjectAt } from '../../core/edits/subject.ts';
import type { Day } from '../../core/model/elements.ts';
import { placeOf } from '../../core/reports/written.ts';
import { roundOf } from '../check-in/mine.ts';
import { whoAmI, whoIsAsked } from '../check-in/who-am-i.ts';
import { subjectLine, tell, writeSaid } from '../check-in/write.ts';
import { dayOption, todayOption } from '../options.ts';
import type { Session } from '../session.ts';
import { placeInWords } from '../show/subject.ts';
import { Questions } from '../terminal/questions.ts';
import { type FoundSubject, theSubject } from '../the-subject.ts';
import { theWorkspaces } from '../the-workspace.ts';
import { choice, UsageError } from '../usage.ts';

const statuses: readonly SaidStatus[] = ['on-track', 'at-risk', 'off-track', 'blocked'];

interface CheckInOptions {
  readonly confidence?: string;
  readonly status?: SaidStatus;
  readonly note?: string;
  readonly by?: string;
  readonly date?: Day;
  readonly mine?: string | true;
  readonly in?: string;
  readonly cycle?: string;
  readonly today?: Day;
}

export function checkinCommand(command: Command, session: Session): Command {
  return command
    .description('Writes a check-in, or the reading of a KPI: one line, in its place in its file')
    .argument('[REF]', 'which one, such as love.nps, growth/love.nps or a KPI')
    .argument('[VALUE...]', 'where it stands, such as 44, 82% or 1.2M EUR; an objective takes none')
    .option('--confidence <C>', 'how sure it is to be made: 7/10, 70% or 0.7')
    .option('--status <STATUS>', statuses.join(', '), choice('--status', statuses))
    .option('--note <TEXT>', 'what happened, in a sentence')
    .option('--by <HANDLE>', 'who says it; else whom git knows you as, where that is not the owner')
    .option('--mine [HANDLE]', 'all of yours that are due, or of @HANDLE, one after another')
    .addOption(dayOption('--date', 'the day that it is said of; today if none is named'))
    .option('--in <PATH>', 'which workspace: its folder, or anything in it')
    .option('--cycle <CYCLE>', 'in which cycle; else the one that today is in')
    .addOption(todayOption())
    .addHelpText(
      'after',
      `
Examples:
  okr checkin love.nps 44 --confidence 7/10 --note 'Cards work'
  okr checkin growth/tickets 371        the reading of a KPI
  okr checkin love --status at-risk     an objective, which takes no value
  okr checkin costs '$1.2M'             in quotes, where a shell would read a $
  okr checkin profit --date 2026-11-14 -- -40k
                                        a value that begins with - stands behind --
  okr checkin --mine                    all of mine that are due, two keys each

A line behind \`+\` is new; one behind \`=\` stood there word for word, and is not written again: a job may run twice.
`,
    )
    .action((ref: string | undefined, words: string[], options: CheckInOptions) =>
      options.mine === undefined ? checkInOne(session, ref, words, options) : checkInMine(session, ref, options),
    );
}

async function checkInOne(
  session: Session,
  ref: string | undefined,
  words: readonly string[],
  options: CheckInOptions,
): Promise<void> {
  if (ref === undefined)
    throw new UsageError('Say on what: `okr checkin REF VALUE`, or `okr checkin --mine` for all of yours that are due');
  // As in `love.nps in 2026-Q4 44`.
  const [name, value] = words[0] === 'in' ? [[ref, ...words.slice(0, 2)].join(' '), words.slice(2)] : [ref, words];
  const found = theSubject(session, theWorkspaces(session, options.in, options.today), name, options.cycle, 'checkin');
  const { loaded } = found;
  const subject = coreSubject(found);
  const said = {
    day: dayOf(session, options),
    value: value.join(' '),
    confidence: options.confidence ?? '',
    status: options.status,
    by: options.by ?? (await whoAmI(loaded)) ?? '',
    note: options.note ?? '',
  };
  if (subject.kind === 'kpi' && (said.confidence !== '' || said.status !== undefined))
    throw new UsageError(`\`${found.subject.ref}\` is a KPI: a reading has no confidence and no status`);
  if (options.cycle === undefined && !/\sin\s/.test(name)) refusePast(found, said.day);
  const heading = subjectLine(checkInSubject(loaded, subject, ''), session);
  const now = written(session, loaded, subject, said);
  session.print(`${heading}\n`);
  tell(now, session);
}

async function checkInMine(session: Session, ref: string | undefined, options: CheckInOptions): Promise<void> {
  if (ref !== undefined) throw new UsageError('`--mine` asks for all that are due: it takes no REF and no VALUE');
  const { io } = session;
  if (io.keyboard === undefined || !io.stdout.isTerminal)
    throw new UsageError(
      '`--mine` asks in a terminal, and this is none: `okr checkin REF VALUE` writes one without asking',
    );
  const workspaces = theWorkspaces(session, options.in, options.today);
  const asked = await whoIsAsked(workspaces, options.mine === true ? undefined : options.mine);
  const questions = new Questions(io.keyboard, io.stdout);
  try {
    await roundOf(session, questions, asked, dayOf(session, options));
  } finally {
    questions.close();
  }
}

/** @throws UsageError with the place that a refusal is about: what is to be mended is there */
function written(session: Session, loaded: FoundSubject['loaded'], subject: Subject, said: Said) {
  try {
    return writeSaid(loaded, subject, said, session);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new UsageError(`${placeInWords(loaded, subject, session.named)}: ${error.message.replace(/\.$/, '')}`);
  }
}

/** What can be checked in on, or read. @throws UsageError where it is neither */
function coreSubject({ loaded, subject: { entry, line, ref } }: FoundSubject): Subject {
  const place = placeOf(entry, line);
  const subject = subjectAt(loaded.workspace, place.uri, place.line);
  if (subject !== undefined) return subject;
  throw new UsageError(`\`${ref}\` is an initiative: check in on the objective or key result that it supports`);
}

/** A job that goes on after a quarter's end would write into what is over. @throws UsageError for a day after its cycle */
function refusePast({ loaded, subject: { entry, ref } }: FoundSubject, day: Day): void {
  const { last } = loaded.standings.cyclePeriod(entry) ?? {};
  if (last === undefined || day <= last) return;
  throw new UsageError(
    `The cycle of \`${ref}\` ended on ${toIso(last)}: name it (\`--cycle ${entry.cycle}\`), or a day in it (\`--date\`), to write into it all the same`,
  );
}

function dayOf({ io }: Session, { date, today = io.today }: CheckInOptions): Day {
  const day = date ?? today;
  if (day > today)
    throw new UsageError(`\`--date ${toIso(day)}\` is still to come: say how it stood on a day up to ${toIso(today)}`);
  return day;
}
