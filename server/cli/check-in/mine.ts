/** All check-ins and readings of somebody that are due, one after another, at a terminal. */

import { checkInOrReading, type Said } from '../../core/edits/check-in.ts';
import { checkInSubjects, mostWantedFirst } from '../../core/edits/check-in-subjects.ts';
import { goRound } from '../../core/edits/round.ts';
import { type Subject, subjectAt } from '../../core/edits/subject.ts';
import { confidenceOfTen, valueAndNote } from '../../core/edits/typed.ts';
import { noPause } from '../../core/features/pause.ts';
import type { Day } from '../../core/model/elements.ts';
import type { CheckInSubject } from '../../core/requests/check-in.ts';
import { lastSaid, roundInWords } from '../../core/wording/check-in.ts';
import { count } from '../../core/wording/words.ts';
import { withDataLater } from '../../disk/data.ts';
import type { LoadedWorkspace } from '../../disk/load-workspaces.ts';
import { readText } from '../../disk/read.ts';
import type { Session } from '../session.ts';
import { plain } from '../show/looks.ts';
import { type Answer, ended, escaped, type Questions } from '../terminal/questions.ts';
import { isRefused } from '../terminal/refused.ts';
import { standingLine, standsNow } from './standing.ts';
import { subjectLine, tell, writeSaid } from './write.ts';

/** Somebody in a workspace. */
export interface Asked {
  readonly loaded: LoadedWorkspace;
  /** `@ana` */
  readonly me: string;
}

/** Something that is due, and whose it is. */
interface Due extends CheckInSubject {
  readonly of: Asked;
}

/** @param day of which the check-ins are */
export async function roundOf(
  session: Session,
  questions: Questions,
  asked: readonly Asked[],
  day: Day,
): Promise<void> {
  const { colours } = session;
  const who = plain([...new Set(asked.map(({ me }) => me))].join(', '));
  const round = await goRound<Due, Said>({
    due: async () => (await Promise.all(asked.map(dueOf))).flat(),
    ask: async (subject, { number, total }) => {
      if (number === 1)
        session.print(
          `${colours.bold(`${who}: ${count(total, 'check-in')} due.`)} ${colours.dim('Enter alone or Escape skips one; Ctrl-C ends.')}\n`,
        );
      session.print(`\n${colours.dim(`${number} of ${total}`)}  ${subjectLine(subject, session)}\n`);
      const said = await answer(session, questions, subject, day);
      if (said === 'end') session.print('\n');
      return said;
    },
    write: (subject, said) => write(session, subject, said),
  });
  session.print(round === undefined ? `Nothing of ${who} is due.\n` : `\n${colours.bold(roundInWords(round))}\n`);
}

/** What is due, what has been silent for longest first. */
async function dueOf(of: Asked): Promise<Due[]> {
  const { workspace } = of.loaded;
  const find = () => checkInSubjects(of.loaded, { of: 'due', me: of.me }, noPause);
  return mostWantedFirst(await withDataLater(workspace, find)).map(subject => ({ ...subject, of }));
}

/** Value and confidence, where it takes them. */
async function answer(session: Session, questions: Questions, subject: Due, day: Day): Promise<Said | 'skip' | 'end'> {
  const { colours } = session;
  const { loaded, me } = subject.of;
  const found = at(loaded, subject);
  const stands = found && standsNow(loaded, found);
  if (found === undefined || stands === undefined) return 'skip';
  // The value of a KPI is what was said last.
  const shown = subject.kind === 'kpi' ? { ...stands, figure: '' } : stands;
  session.print(`  ${standingLine(undefined, shown, colours)}  ${colours.dim(plain(lastSaid(subject)))}\n`);

  let said: Said = { day, value: '', confidence: '', status: undefined, by: me, note: '' };
  const refuse = (more: Partial<Said>) => void checkInOrReading(loaded, found, { ...said, ...more });
  if (subject.takesValue) {
    const unit = subject.unit === '' ? '' : `, in ${plain(subject.unit)}`;
    const typed = await ask(session, questions, `  Where is it now${unit}? `, text => refuse(valueAndNote(text)));
    if (typed === ended) return 'end';
    if (typed === '' || typed === escaped) return 'skip';
    said = { ...said, ...valueAndNote(typed) };
  }
  if (subject.kind !== 'kpi') {
    const last = subject.takesValue ? subject.confidence : null;
    const enter = last === null ? '' : ` (Enter: ${last}, - for none)`;
    const meant = (text: string) => (text === '-' ? '' : confidenceOfTen(text));
    const typed = await ask(session, questions, `  How sure, of ten?${enter} `, text =>
      refuse({ confidence: meant(text) }),
    );
    if (typed === ended) return 'end';
    if (typed === escaped || (typed === '' && !subject.takesValue)) return 'skip';
    said = { ...said, confidence: typed === '' ? (last ?? '') : meant(typed) };
  }
  return said;
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
    if (typed === '' || !isRefused(session, () => refuse(typed))) return typed;
  }
}

function at({ workspace }: LoadedWorkspace, { place }: CheckInSubject): Subject | undefined {
  return subjectAt(workspace, place.uri, place.line);
}

/** Somebody may have worked in the file while the question was open: then it is read again. */
async function write(session: Session, subject: Due, said: Said): Promise<boolean> {
  const { loaded } = subject.of;
  const now = readAgain(loaded, subject.place.uri)
    ? (await dueOf(subject.of)).find(({ id }) => id === subject.id)
    : subject;
  const found = now && at(loaded, now);
  if (found === undefined) {
    session.warn(`“${subject.title}” is no longer due, and is left out: its file was changed meanwhile`);
    return false;
  }
  tell(writeSaid(loaded, found, said, session), session);
  return true;
}

/** @returns whether the file says something else by now */
function readAgain({ workspace, paths }: LoadedWorkspace, uri: string): boolean {
  const read = readText(paths.get(uri) ?? '');
  if (read === undefined || !('text' in read) || read.text === workspace.file(uri)?.document.text) return false;
  workspace.setFile(uri, read.text, false);
  return true;
}
