/** Which cycle is closed, and which one comes after it. */
import { nextCycle } from '../calendar/cycle.ts';
import { dayInWords } from '../calendar/day.ts';
import { Refusal } from '../edits/insertion.ts';
import type { CycleInfo } from '../model/cycles.ts';
import { isCycle } from '../model/file.ts';
import type { Workspace } from '../model/workspace.ts';

/** A team may look back in the last days: the numbers are known by then, and all are still there. */
const DAYS_BEFORE_THE_END = 7;

export interface CycleToClose {
  readonly cycle: CycleInfo;
  /** As it is written. */
  readonly nextId: string;
  readonly next: CycleInfo;
  /** Only this one's; undefined: everyone's. */
  readonly team: string | undefined;
}

/**
 * @param wanted the cycle that comes next; undefined: the one that a calendar has next
 * @param early whether one that still runs may be closed
 * @throws Refusal where it cannot be closed, or nobody knows which one comes next
 */
export function cycleToClose(
  workspace: Workspace,
  id: string,
  wanted: string | undefined,
  early: boolean,
  team: string | undefined,
): CycleToClose {
  const cycle = workspace.cycles.of(id);
  if (!workspace.cycles.all().some(({ key }) => key === cycle.key))
    throw new Refusal(`Nothing here is in \`${id}\`: there is nothing to close.`);
  const nextId = wanted ?? nextCycle(id, workspace.settings.shared.fiscalYearStart);
  if (nextId === undefined)
    throw new Refusal(`No calendar says what comes after \`${cycle.id}\`: say which cycle is next.`);
  if (!isCycle(nextId)) throw new Refusal(`\`${nextId}\` is no name of a cycle: write it as in \`2026-Q4\`.`);
  const next = workspace.cycles.of(nextId);
  const { first, last } = cycle.period;
  if (next.key === cycle.key) throw new Refusal(`\`${nextId}\` is the cycle that is closed: name the one after it.`);
  if (first !== undefined && next.period.first !== undefined && next.period.first <= first)
    throw new Refusal(`\`${nextId}\` does not come after \`${cycle.id}\`: name a later one.`);
  const today = workspace.today.get();
  if (!early && last !== undefined && today < last - DAYS_BEFORE_THE_END)
    throw new Refusal(`\`${cycle.id}\` runs until ${dayInWords(last, today)}: close it when it is over.`);
  return { cycle, nextId, next, team };
}

/** Whether a grade was given at the end of a cycle, and not on the way. */
export function isAtEnd({ period: { last } }: CycleInfo, day: number | undefined): boolean {
  return day === undefined || last === undefined || day >= last - DAYS_BEFORE_THE_END;
}
