/** All check-ins and readings of somebody that are due, one after another, at a terminal. */

import { checkInOrReading, type Said } from '../../core/edits/check-in.ts';
import { checkInSubjects, mostWantedFirst } from '../../core/edits/check-in-subjects.ts';
import { Refusal } from '../../core/edits/insertion.ts';
import { type Subject, subjectAt } from '../../core/edits/subject.ts';
import { confidenceOfTen, valueAndNote } from '../../core/edits/typed.ts';
import { noPause } from '../../core/features/pause.ts';
import type { Day } from '../../core/model/elements.ts';
import type { CheckInSubject } from '../../core/requests.ts';
import { lastSaid, type Round, roundInWords } from '../../core/wording/check-in.ts';
import { count } from '../../core/wording/words.ts';
import { withDataLater } from '../../disk/data.ts';
import type { LoadedWorkspace } from '../../disk/load-workspaces.ts';
import { readText } from '../../disk/read.ts';
import type { Session } from '../session.ts';
import { plain } from '../show/looks.ts';
import { type Answer, ended, escaped, type Questions } from '../terminal/questions.ts';
import { standingLine, standsNow } from './standing.ts';
import { subjectLine, tell, writeSaid } from './write.ts';

/** Somebody in a workspace. */
export interface Asked {
  readonly loaded: LoadedWorkspace;
  /** `@ana` */
  readonly me: string;
}

/** What is left out; or the end of the round. */
type Outcome = 'written' | 'skipped' | typeof ended;

/** @param day of which the check-ins are */
export async function roundOf(
  session: Session,
  questions: Questions,
  asked: readonly Asked[],
  day: Day,
): Promise<void> {
  const { colours } = session;
  const round: { -readonly [Key in keyof Round]: number } = { written: 0, skipped: 0, left: 0 };
  let total = 0;
  for (const each of asked) total += (await due(each)).length;
  const who = [...new Set(asked.map(({ me }) => me))].join(', ');
  if (total === 0) {
    session.print(`Nothing of ${plain(who)} is due.\n`);
    return;
  }
  session.print(
    `${colours.bold(`${plain(who)}: ${count(total, 'check-in')} due.`)} ${colours.dim('Enter alone or Escape skips one; Ctrl-C ends.')}\n`,
  );
  const seen = new Set<string>();
  for (const each of asked) {
    for (;;) {
      // What was read in between may have been what another one waited for.
      const next = (await due(each)).find(({ id }) => !seen.has(id));
      if (next === undefined) break;
      seen.add(next.id);
      session.print(`\n${colours.dim(`${seen.size} of ${Math.max(total, seen.size)}`)}  `);
      const outcome = await askOne(session, questions, each, next, day);
      if (outcome === ended) {
        round.left = Math.max(total - round.written - round.skipped, 1);
        session.print(`\n\n${colours.bold(roundInWords(round))}\n`);
        return;
      }
      round[outcome]++;
    }
  }
  session.print(`\n${colours.bold(roundInWords(round))}\n`);
}

/** What is due, what has been silent for longest first. */
async function due({ loaded, me }: Asked): Promise<CheckInSubject[]> {
  const find = () => checkInSubjects(loaded, { of: 'due', me }, noPause);
  return mostWantedFirst(await withDataLater(loaded.workspace, find));
}

async function askOne(
  session: Session,
  questions: Questions,
  asked: Asked,
  subject: CheckInSubject,
  day: Day,
): Promise<Outcome> {
  const { colours } = session;
  const { loaded, me } = asked;
  session.print(`${subjectLine(subject, session)}\n`);
  const found = at(loaded, subject);
  const stands = found && standsNow(loaded, found);
  if (found === undefined || stands === undefined) return 'skipped';
  // The value of a KPI is what was said last.
  const shown = subject.kind === 'kpi' ? { ...stands, figure: '' } : stands;
  session.print(`  ${standingLine(undefined, shown, colours)}  ${colours.dim(plain(lastSaid(subject)))}\n`);

  let said: Said = { day, value: '', confidence: '', status: undefined, by: me, note: '' };
  const refuse = (more: Partial<Said>) => void checkInOrReading(loaded, found, { ...said, ...more });
  if (subject.takesValue) {
    const unit = subject.unit === '' ? '' : `, in ${plain(subject.unit)}`;
    const typed = await ask(session, questions, `  Where is it now${unit}? `, text => refuse(valueAndNote(text)));
    if (typed === ended) return ended;
    if (typed === '' || typed === escaped) return 'skipped';
    said = { ...said, ...valueAndNote(typed) };
  }
  if (subject.kind !== 'kpi') {
    const last = subject.takesValue ? subject.confidence : null;
    const enter = last === null ? '' : ` (Enter: ${last}, - for none)`;
    const meant = (text: string) => (text === '-' ? '' : confidenceOfTen(text));
    const typed = await ask(session, questions, `  How sure, of ten?${enter} `, text =>
      refuse({ confidence: meant(text) }),
    );
    if (typed === ended) return ended;
    if (typed === escaped || (typed === '' && !subject.takesValue)) return 'skipped';
    said = { ...said, confidence: typed === '' ? (last ?? '') : meant(typed) };
  }
  return write(session, asked, subject, said);
}

/** Asks until the answer can be written, or says nothing. */
async function ask(
  session: Session,
  questions: Questions,
  prompt: string,
  refuse: (typed: string) => void,
): Promise<Answer> {
  for (;;) {
    const answer = await questions.ask(prompt);
    if (answer === escaped) session.print('\n');
    if (typeof answer !== 'string') return answer;
    const typed = answer.trim();
    try {
      if (typed !== '') refuse(typed);
      return typed;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      session.print(`  ${session.colours.red('✗')} ${plain(error.message)}\n`);
    }
  }
}

function at({ workspace }: LoadedWorkspace, { place }: CheckInSubject): Subject | undefined {
  return subjectAt(workspace, place.uri, place.line);
}

/** Somebody may have worked in the file while the question was open: then it is read again. */
async function write(session: Session, asked: Asked, subject: CheckInSubject, said: Said): Promise<Outcome> {
  const { loaded } = asked;
  const now = readAgain(loaded, subject.place.uri) ? (await due(asked)).find(({ id }) => id === subject.id) : subject;
  const found = now && at(loaded, now);
  if (found === undefined) {
    session.warn(`“${subject.title}” is no longer due, and is left out: its file was changed meanwhile`);
    return 'skipped';
  }
  tell(writeSaid(loaded, found, said, session), session);
  return 'written';
}

/** @returns whether the file says something else by now */
function readAgain({ workspace, paths }: LoadedWorkspace, uri: string): boolean {
  const read = readText(paths.get(uri) ?? '');
  if (read === undefined || !('text' in read) || read.text === workspace.file(uri)?.document.text) return false;
  workspace.setFile(uri, read.text, false);
  return true;
}
