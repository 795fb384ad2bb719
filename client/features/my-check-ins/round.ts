/** A round over all that is due, whoever asks and writes. */
import type { CheckInSubject } from '../../../server/core/requests.ts';
import type { Round } from '../../../server/core/wording/check-in.ts';
import type { Step } from '../check-in/steps.ts';

/** An answer to write; or nothing is said of this one; or Escape. */
export type Said<Answers> = Answers | 'skip' | undefined;

export interface Doors<Answers> {
  /** What is due now, the most wanted first. */
  due(): Promise<readonly CheckInSubject[]>;
  /** @param last another Escape ends the round */
  ask(subject: CheckInSubject, step: Step, last: boolean): Promise<Said<Answers>>;
  write(subject: CheckInSubject, answers: Answers): Promise<void>;
}

/**
 * Asks of each, once. Escape goes on to the next, and the second in a row ends the round.
 * @returns undefined where nothing is due
 */
export async function goRound<Answers extends object>({ due, ask, write }: Doors<Answers>): Promise<Round | undefined> {
  const seen = new Set<string>();
  let written = 0;
  let skipped = 0;
  let total = 0;
  let last = false;
  for (;;) {
    // Asked for anew each time: lines have moved, and a reading may be what a key result waited for.
    const waiting = (await due()).filter(({ id }) => !seen.has(id));
    const [subject] = waiting;
    if (subject === undefined) return seen.size === 0 ? undefined : { written, skipped, left: 0 };
    total = Math.max(total, seen.size + waiting.length);
    seen.add(subject.id);
    const said = await ask(subject, { number: seen.size, total }, last);
    if (said === undefined && last) return { written, skipped, left: waiting.length };
    last = said === undefined;
    if (said === undefined || said === 'skip') skipped++;
    else {
      await write(subject, said);
      written++;
    }
  }
}
