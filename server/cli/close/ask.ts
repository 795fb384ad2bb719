/** Goes through a cycle that ends at a terminal: grade, why, and what becomes of it. */
import type { CycleToClose } from '../../core/closing/cycle-to-close.ts';
import type { OpenObjective } from '../../core/closing/subjects.ts';
import { Refusal } from '../../core/edits/insertion.ts';
import { subjectAt } from '../../core/edits/subject.ts';
import { gradeOfTen } from '../../core/edits/typed.ts';
import type { ClosingDecision, ClosingSubject, Reflection } from '../../core/requests/closing.ts';
import { count } from '../../core/wording/words.ts';
import type { LoadedWorkspace } from '../../disk/load-workspaces.ts';
import { standingLine, standsNow } from '../check-in/standing.ts';
import { subjectLine } from '../check-in/write.ts';
import type { Session } from '../session.ts';
import { plain } from '../show/looks.ts';
import { ended, escaped, Questions } from '../terminal/questions.ts';
import { isRefused } from '../terminal/refused.ts';
import { cut } from '../terminal/width.ts';

export interface Decided {
  readonly decisions: readonly ClosingDecision[];
  readonly reflections: readonly Reflection[];
}

/** Somebody leaves, and nothing is to be written. */
class Left extends Error {}

/** @returns undefined where somebody left: then nothing is written */
export async function askWhatGoesOn(
  session: Session,
  loaded: LoadedWorkspace,
  { cycle, nextId }: CycleToClose,
  open: readonly OpenObjective[],
): Promise<Decided | undefined> {
  const { colours } = session;
  const total = open.reduce((sum, { keyResults }) => sum + 1 + keyResults.length, 0);
  session.print(
    `${colours.bold(`${plain(cycle.id)} ends, and ${plain(nextId)} begins: ${count(open.length, 'objective')}, ${count(total - open.length, 'key result')}.`)}\n${colours.dim('Enter takes what is suggested; Escape goes on to the next one, without a grade; Ctrl-C leaves, and nothing is written.')}\n`,
  );
  const asking = new Asking(session);
  const decisions: ClosingDecision[] = [];
  try {
    for (const [at, objective] of open.entries()) {
      session.print(`\n${colours.dim(`${at + 1} of ${open.length}`)}  ${subjectLine(objective.subject, session)}\n`);
      let goesOn = objective.subject.suggested === 'keep';
      for (const { subject } of objective.keyResults) {
        session.print(`\n  ${subjectLine(subject, session)}\n`);
        const decision = await askOf(asking, session, loaded, subject, subject.suggested ?? 'keep');
        goesOn ||= decision.what !== 'drop';
        decisions.push(decision);
      }
      if (objective.keyResults.length > 0)
        session.print(`\n  ${colours.dim('All in all:')} ${subjectLine(objective.subject, session)}\n`);
      // It goes on with what is in it; where nothing does, it may all the same.
      const isAsked = !goesOn || objective.keyResults.length === 0;
      decisions.push(
        await askOf(
          asking,
          session,
          loaded,
          objective.subject,
          isAsked ? (objective.subject.suggested ?? 'drop') : null,
        ),
      );
    }
    const reflections = await askReflections(asking, session, open);
    session.print('\n');
    return { decisions, reflections };
  } catch (error) {
    if (error instanceof Left) return undefined;
    throw error;
  } finally {
    asking.close();
  }
}

/** @param suggested null: nothing is asked of what becomes of it */
async function askOf(
  asking: Asking,
  session: Session,
  loaded: LoadedWorkspace,
  subject: ClosingSubject,
  suggested: 'keep' | 'drop' | null,
): Promise<ClosingDecision> {
  session.print(`  ${standing(session, loaded, subject)}\n`);
  const skipped: ClosingDecision = { id: subject.id, grade: '', why: '', what: suggested };
  const { suggestedGrade } = subject;
  const typed = await asking.ask(
    `  Your grade? ${suggestedGrade === null ? '(Enter: none) ' : `(Enter: ${suggestedGrade}, - for none) `}`,
    text => void (text === '-' || gradeOfTen(text)),
  );
  if (typed === escaped) return skipped;
  const grade = typed === '' ? (suggestedGrade ?? '') : typed === '-' ? '' : typed;
  let why = '';
  if (grade !== '') {
    const said = await asking.ask(
      `  Why? ${subject.gradeWhy === null ? '(Enter: say nothing) ' : '(Enter: as it says) '}`,
    );
    if (said === escaped) return skipped;
    why = said;
  }
  if (suggested === null || subject.carried) return { ...skipped, grade, why };
  const reached = subject.reached ? ', it is reached' : '';
  const answer = await asking.ask(
    `  And now? (k keep, c change its target, d drop; Enter: ${suggested}${reached}) `,
    text => void whatOf(text),
  );
  const what = answer === escaped || answer === '' ? suggested : whatOf(answer);
  return { id: subject.id, grade, why, what };
}

/** `0.56  ━━━━━╸───  ✗ missed`, and below it `41 points, target 48 points: New onboarding is live` */
function standing({ colours, columns }: Session, loaded: LoadedWorkspace, subject: ClosingSubject): string {
  const found = subjectAt(loaded.workspace, subject.place.uri, subject.place.line);
  const now = found && standsNow(loaded, found);
  const target = subject.target === null ? null : `target ${subject.target}`;
  const value = [subject.value, target].filter(text => text !== null).join(', ');
  const said = [value, subject.note].filter(text => text !== null && text !== '').join(': ');
  const line = now === undefined ? '' : standingLine(undefined, now, colours);
  return said === '' ? line : `${line}\n  ${colours.dim(cut(plain(said), Math.max(20, columns - 4)))}`;
}

const words = { k: 'keep', keep: 'keep', c: 'change', change: 'change', d: 'drop', drop: 'drop' } as const;

function whatOf(typed: string): 'keep' | 'change' | 'drop' {
  const word = typed.toLowerCase();
  if (word in words) return words[word as keyof typeof words];
  throw new Refusal('Type `k` to keep it, `c` to change its target, or `d` to let it go.');
}

async function askReflections(
  asking: Asking,
  { colours }: Session,
  open: readonly OpenObjective[],
): Promise<Reflection[]> {
  const teams = new Map(open.map(({ subject }) => [subject.team, subject.teamTitle]));
  const found: Reflection[] = [];
  for (const [team, title] of teams) {
    const who = title === null ? '' : `${colours.bold(plain(title))}: `;
    const text = await asking.ask(`\n${who}what did you learn? (Enter: say nothing) `);
    if (text !== escaped && text !== '') found.push({ of: { team }, text });
  }
  return found;
}

/** Questions of which the last may be asked again: whoever presses Ctrl-C may have meant to go on. */
class Asking {
  readonly #session: Session;
  #questions: Questions;
  #answers = 0;

  constructor(session: Session) {
    this.#session = session;
    this.#questions = this.#open();
  }

  close(): void {
    this.#questions.close();
  }

  /**
   * Asks until the answer can be taken, or is empty.
   * @throws Left where somebody leaves
   */
  async ask(prompt: string, refuse: (typed: string) => void = () => {}): Promise<string | typeof escaped> {
    for (;;) {
      const answer = await this.#questions.ask(prompt);
      if (answer === escaped) this.#session.print('\n');
      if (answer === ended) {
        this.#session.print('\n');
        await this.#leaveOrGoOn();
        continue;
      }
      this.#answers++;
      if (answer === escaped) return answer;
      const typed = answer.trim();
      if (typed === '' || !isRefused(this.#session, () => refuse(typed))) return typed;
    }
  }

  async #leaveOrGoOn(): Promise<void> {
    if (this.#answers === 0) throw new Left();
    this.#questions.close();
    this.#questions = this.#open();
    const answer = await this.#questions.ask('Leave, and write nothing of it? (Enter: leave, n: go on) ');
    if (typeof answer !== 'string' || !/^n/i.test(answer.trim())) throw new Left();
  }

  #open(): Questions {
    const { keyboard, stdout } = this.#session.io;
    return new Questions(keyboard as NodeJS.ReadableStream, stdout);
  }
}
