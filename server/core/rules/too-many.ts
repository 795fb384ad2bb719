/** Few teams can pull on more than five things at once. */
import { nextCycle } from '../calendar/cycle.ts';
import type { ObjectiveEntry } from '../model/entry.ts';
import { teamInfo } from '../model/teams.ts';
import { groupKey } from '../model/workspace.ts';
import { droppedOn } from '../scores/pauses.ts';
import { isBefore } from './references.ts';
import { type Ground, headingSpan, placeOf, type Rule, statementOf } from './rule.ts';

export const objectiveTooMany: Rule = {
  id: 'objective-too-many',
  severity: 'warning',
  summary: 'More objectives than a team can pull on',
  why: 'An objective is a choice. With more than five, each gets less than a day a week, and the team has chosen nothing.',
  options: { limit: { default: 5, description: 'How many objectives a team may have in one cycle.' } },
  checkFile(ground, say) {
    const limit = ground.option(objectiveTooMany, 'limit');
    for (const key of groupsIn(ground)) {
      const group = ground.workspace.group(key);
      if (group.length <= limit) continue;
      const counted = group
        .filter(entry => droppedOn(entry.facts.peek().pauses, ground.workspace.today.get()) === undefined)
        .sort((a, b) => (isBefore(a, b) ? -1 : 1));
      const over = counted.slice(limit).filter(entry => entry.file === ground.file);
      const first = over[0];
      if (first === undefined || ended(first, ground)) continue;
      say({
        block: first.block,
        span: headingSpan(statementOf(first)),
        message: message(first, counted.length, limit, ground),
        related: counted
          .filter(entry => entry !== first)
          .slice(-3)
          .map(entry => ({ place: placeOf(entry), message: 'Another objective of the same team and cycle' })),
      });
    }
  },
};

function groupsIn({ file }: Ground): Set<string> {
  const keys = new Set<string>();
  for (const { entries } of file.content) {
    for (const entry of entries) {
      if (entry.facts.peek().type === 'objective' && entry.team !== null && entry.cycle !== null)
        keys.add(groupKey(entry as ObjectiveEntry));
    }
  }
  return keys;
}

function ended(entry: ObjectiveEntry, { workspace }: Ground): boolean {
  const last = typeof entry.cycle === 'string' ? workspace.cycles.of(entry.cycle).period.last : undefined;
  return last !== undefined && last < workspace.today.get();
}

function message(entry: ObjectiveEntry, count: number, limit: number, { workspace }: Ground): string {
  const who = typeof entry.team === 'string' ? teamInfo(workspace, entry.team).title : 'This file';
  const cycle = typeof entry.cycle === 'string' ? entry.cycle : undefined;
  const next = cycle === undefined ? undefined : nextCycle(cycle, workspace.settings.shared.fiscalYearStart);
  const over = count - limit;
  const wait = next === undefined ? 'could wait' : `could wait for ${next}`;
  return `${who} has ${count} objectives${cycle === undefined ? '' : ` in ${cycle}`} and few teams can pull on more than ${limit}: which ${over === 1 ? 'one' : over} ${wait}, or be a key result of another?`;
}
