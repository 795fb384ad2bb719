/** What somebody types at a question, and the core refuses. */
import { Refusal } from '../../core/edits/insertion.ts';
import type { Session } from '../session.ts';
import { plain } from '../show/looks.ts';

/**
 * Whether the core refuses it; the reason is printed then, and the question can be asked again.
 * @param tries throws a Refusal where it cannot be taken
 */
export function isRefused(session: Session, tries: () => void): boolean {
  try {
    tries();
    return false;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    session.print(`  ${session.colours.red('✗')} ${plain(error.message)}\n`);
    return true;
  }
}
