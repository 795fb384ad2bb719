/** A round over all that is due, whoever asks and writes. */
import type { CheckInSubject } from '../requests/check-in.ts';
import type { Round } from '../wording/check-in.ts';

/** An answer to write; or nothing is said of this one; or the round ends here. */
export type Said<Answers> = Answers | 'skip' | 'end';

/** Which of how many it is, from 1. */
export interface Turn {
  readonly number: number;
  readonly total: number;
}

export interface RoundDoors<Subject, Answers> {
  /** What is due now, the most wanted first. */
  due(): Promise<readonly Subject[]>;
  ask(subject: Subject, turn: Turn): Promise<Said<Answers>>;
  /** @returns whether it was written after all */
  write(subject: Subject, answers: Answers): Promise<boolean>;
}

/**
 * Asks of each, once.
 * @returns undefined where nothing is due
 */
export async function goRound<Subject extends Pick<CheckInSubject, 'id'>, Answers extends object>({
  due,
  ask,
  write,
}: RoundDoors<Subject, Answers>): Promise<Round | undefined> {
  const seen = new Set<string>();
  let written = 0;
  let total = 0;
  for (;;) {
    // Asked for anew each time: lines have moved, and a reading may be what a key result waited for.
    const waiting = (await due()).filter(({ id }) => !seen.has(id));
    const [subject] = waiting;
    if (subject === undefined) return seen.size === 0 ? undefined : { written, skipped: seen.size - written, left: 0 };
    total = Math.max(total, seen.size + waiting.length);
    const said = await ask(subject, { number: seen.size + 1, total });
    if (said === 'end') return { written, skipped: seen.size - written, left: waiting.length };
    seen.add(subject.id);
    if (said !== 'skip' && (await write(subject, said))) written++;
  }
}
