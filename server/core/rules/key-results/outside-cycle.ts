/** What is dated outside the time of its goal. */
import type { DateArgument, Statement } from '../../../../grammar/tree.ts';
import { toIso } from '../../calendar/day.ts';
import type { Period } from '../../model/elements.ts';
import type { ObjectiveEntry } from '../../model/entry.ts';
import { isIn } from '../../scores/series.ts';
import { placeOf, type Rule, replaces, statementOf } from '../rule.ts';
import { inShort, isPast, openKeyResults } from '../running.ts';

export const krOutsideCycle: Rule = {
  id: 'kr-outside-cycle',
  severity: 'warning',
  summary: 'Due or checked in outside its cycle',
  why: 'Pace and forecast run from the first to the last day of the cycle: a plan or a due date outside is left out of them, and a check-in from before makes it look further than it is. Often the year is mistyped.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria

      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        due 2027-01-15
        checkin 2026-11-20 42 points confidence 6/10

      kr tickets: Fewer customers have to ask twice
        from 420 to 294 tickets
        checkin 2026-11-20 350 tickets confidence 6/10
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria

      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        due 2026-12-15
        checkin 2026-11-20 42 points confidence 6/10

      kr tickets: Fewer customers have to ask twice
        from 420 to 294 tickets
        checkin 2026-11-20 350 tickets confidence 6/10
  `,
  checkEntry(entry, ground, say) {
    if (entry.element.type !== 'objective') return;
    const cycle = ground.standings.cyclePeriod(entry);
    if (cycle === undefined) return;
    const open = openKeyResults(entry, ground);
    const look = (node: Statement, of: Period, whole: Period) => {
      for (const each of node.body) {
        const isDue = each.kind === 'due' || each.kind === 'milestone' || each.kind === 'plan';
        if (!isDue && each.kind !== 'checkin') continue;
        const date = dateOf(each);
        // Its own due day ends its time; whether that is in the cycle is asked of the cycle.
        const period = each.kind === 'due' ? whole : of;
        if (date === undefined || isIn(period, date.day)) continue;
        const isEarly = period.first !== undefined && date.day < period.first;
        // What was found out late is welcome.
        if (!isEarly && !isDue) continue;
        const edge = (isEarly ? period.first : period.last) as number;
        const span = { start: date.start, end: date.end };
        const name =
          edge === (isEarly ? cycle.first : cycle.last) ? `${entry.cycle} ${isEarly ? 'begins' : 'ends'}` : 'it is due';
        const advice =
          isDue && !isEarly
            ? 'choose a day before, or move it to a later cycle'
            : 'correct the date, or move it to the cycle that it belongs to';
        say({
          span,
          message: `${inShort(date.day, ground)} is ${isEarly ? 'before' : 'after'} ${name} (${inShort(edge, ground)}): ${advice}`,
          remedies:
            isDue && !isEarly ? [replaces(`Make it ${toIso(edge)}`, placeOf(entry, span), toIso(edge), false)] : [],
        });
      }
    };
    const { objective } = ground.standings.objective(entry as ObjectiveEntry);
    if (!isPast(entry, ground) && objective.dropped === undefined) look(statementOf(entry), objective.period, cycle);
    for (const { node, standing } of open) look(node, standing.period, cycle);
  },
};

function dateOf(node: Statement): DateArgument | undefined {
  return node.kind === 'milestone' ? node.due : 'date' in node ? node.date : undefined;
}
