/** Where it started should be known while somebody still can. */
import type { CheckIn } from '../../../../grammar/tree.ts';
import { placeOf, type Rule, replaces } from '../rule.ts';
import { running, weeksSince } from '../running.ts';

export const baselineOpen: Rule = {
  id: 'baseline-open',
  severity: 'info',
  isReminder: true,
  summary: 'A baseline that is still open two weeks in',
  why: 'Without the number it started from there is no progress to see; and with each week it is harder to find out.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria

      kr nps: Raise our Net Promoter Score
        from ? to 50 points
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
        checkin 2026-11-20 42 points confidence 6/10

      kr tickets: Fewer customers have to ask twice
        from 420 to 294 tickets
        checkin 2026-11-20 350 tickets confidence 6/10
  `,
  options: { days: { default: 14, description: 'How many days into the cycle it may be open.' } },
  checkEntry(entry, ground, say) {
    for (const { node, standing } of running(entry, ground)) {
      const { measure, period } = standing;
      if (measure?.kind !== 'from-to' || measure.from !== null || period.first === undefined) continue;
      if (ground.workspace.today.get() <= period.first + ground.option(baselineOpen, 'days')) continue;
      const line = node.body.find(({ kind }) => kind === 'from');
      if (line?.kind !== 'from' || line.from === undefined) continue;
      const { start, end } = line.from;
      const values = node.body.filter((each): each is CheckIn => each.kind === 'checkin' && each.value !== undefined);
      const first = values.toSorted((a, b) => (a.date?.day ?? 0) - (b.date?.day ?? 0))[0]?.value;
      const known = first && entry.block.text.slice(first.start, first.end);
      const advice =
        known === undefined ? 'measure it now, or estimate it as well as you can' : `your first check-in says ${known}`;
      say({
        span: { start, end },
        message: `${weeksSince(period.first, ground)} in, and nobody knows what this started from: ${advice}`,
        remedies:
          known === undefined ? [] : [replaces(`Start from ${known}`, placeOf(entry, { start, end }), known, false)],
      });
    }
  },
};
