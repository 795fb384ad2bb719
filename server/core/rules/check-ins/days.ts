/** The days of check-ins and readings: none to come, each once, one after the other. */
import type { CheckIn, Reading } from '../../../../grammar/tree.ts';
import type { Entry } from '../../model/entry.ts';
import { lineEndOf } from '../lines.ts';
import { type Ground, placeOf, type Remedy, type Rule, removesLine, replaces, statementOf } from '../rule.ts';
import { inShort, isoToday, openKeyResults } from '../running.ts';

type Dated = (CheckIn | Reading) & { readonly date: NonNullable<CheckIn['date']> };

export const checkinFuture: Rule = {
  id: 'checkin-future',
  severity: 'warning',
  summary: 'A check-in or a reading of a day to come',
  why: 'Until its day it counts for nothing: neither score nor pace knows of it. Where it should stand on a day to come, `plan` says.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria

      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        checkin 2026-11-20 42 points confidence 6/10
        checkin 2026-12-18 43 points confidence 6/10

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
        plan 2026-12-18 47 points
        checkin 2026-11-18 42 points confidence 6/10

      kr tickets: Fewer customers have to ask twice
        from 420 to 294 tickets
        checkin 2026-11-20 350 tickets confidence 6/10
  `,
  checkEntry(entry, ground, say) {
    const today = ground.workspace.today.get();
    for (const facts of factsOf(entry, ground)) {
      for (const { date, kind, value } of facts) {
        if (date.day <= today) continue;
        const span = { start: date.start, end: date.end };
        const plan =
          kind === 'checkin' && value !== undefined ? ', or write `plan` for `checkin` if it is what you expect' : '';
        say({
          span,
          message: `${inShort(date.day, ground)} is yet to come, and counts for nothing until then: correct the date${plan}`,
          remedies: [replaces('Date it today', placeOf(entry, span), isoToday(ground), false)],
        });
      }
    }
  },
};

export const checkinDuplicate: Rule = {
  id: 'checkin-duplicate',
  severity: 'warning',
  summary: 'Two values for one day',
  why: 'Of two values on one day the later line counts, and the reader should not have to know that. Often one of the dates is wrong.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria

      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        checkin 2026-11-20 41 points confidence 6/10
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
        checkin 2026-11-06 41 points confidence 6/10
        checkin 2026-11-20 42 points confidence 6/10

      kr tickets: Fewer customers have to ask twice
        from 420 to 294 tickets
        checkin 2026-11-20 350 tickets confidence 6/10
  `,
  checkEntry(entry, ground, say) {
    const written = (part: { start: number; end: number }) => entry.block.text.slice(part.start, part.end);
    for (const facts of factsOf(entry, ground)) {
      const seen = new Map<number, Dated>();
      for (const fact of facts) {
        const { date, value } = fact;
        if (value === undefined) continue;
        const before = seen.get(date.day);
        seen.set(date.day, fact);
        // Two may see the same number, and each have something to say about it.
        if (before?.value === undefined || (before.value.number === value.number && written(before) !== written(fact)))
          continue;
        say({
          span: { start: date.start, end: date.end },
          message:
            before.value.number === value.number
              ? 'The same line stands above: remove one'
              : `${inShort(date.day, ground)} has two values, ${written(before.value)} and ${written(value)}, and only the later line counts: remove one, or correct its date`,
          related: [{ place: placeOf(entry, before.date), message: 'The one before it' }],
          remedies: [removesLine(entry, fact)],
        });
      }
    }
  },
};

export const checkinOrder: Rule = {
  id: 'checkin-order',
  severity: 'warning',
  summary: 'A check-in or a reading out of the order of days',
  why: 'Whoever reads from top to bottom, or a diff, takes the last line for the newest. The newest on top is an order too.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria

      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        checkin 2026-10-23 36 points confidence 6/10
        checkin 2026-11-20 42 points confidence 6/10
        checkin 2026-11-06 39 points confidence 6/10

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
        checkin 2026-10-23 36 points confidence 6/10
        checkin 2026-11-06 39 points confidence 6/10
        checkin 2026-11-20 42 points confidence 6/10

      kr tickets: Fewer customers have to ask twice
        from 420 to 294 tickets
        checkin 2026-11-20 350 tickets confidence 6/10
  `,
  checkEntry(entry, ground, say) {
    for (const facts of factsOf(entry, ground)) {
      const steps = facts.slice(1).map(({ date }, i) => Math.sign(date.day - (facts[i] as Dated).date.day));
      const up = steps.filter(step => step > 0).length;
      const down = steps.filter(step => step < 0).length;
      if (up === 0 || down === 0) continue;
      // Some write the newest on top.
      const way = up >= down ? 1 : -1;
      const at = steps.indexOf(-way);
      const { date } = facts[at + 1] as Dated;
      const before = (facts[at] as Dated).date;
      say({
        span: { start: date.start, end: date.end },
        message: `${inShort(date.day, ground)} stands below ${inShort(before.day, ground)}: put the days in order, or correct the date`,
        related: [
          {
            place: placeOf(entry, before),
            message: way > 0 ? 'Later than the line below' : 'Earlier than the line below',
          },
        ],
        remedies: () => [inOrder(entry, facts, way)],
      });
    }
  },
};

/** The check-ins of an objective and of each key result, or the readings of a KPI, as they stand in the file. */
function factsOf(entry: Entry, ground: Ground): Dated[][] {
  const root = statementOf(entry);
  const headings = root.kind === 'kpi' ? [root] : openKeyResults(entry, ground).map(({ node }) => node);
  if (root.kind === 'objective' && headings.length > 0) headings.push(root as never);
  return headings.map(({ body }) =>
    body.filter(
      (each): each is Dated => (each.kind === 'checkin' || each.kind === 'reading') && each.date !== undefined,
    ),
  );
}

/** Each keeps its line break and what stands above it; which date is wrong, if one is, only the writer knows. */
function inOrder(entry: Entry, facts: readonly Dated[], way: number): Remedy {
  const { block } = entry;
  const spans = facts.map(fact => ({ start: fact.start, end: lineEndOf(block, fact) }));
  const sorted = facts
    .map(({ date }, i) => ({ day: date.day, text: block.text.slice(spans[i]?.start, spans[i]?.end) }))
    .sort((a, b) => way * (a.day - b.day));
  const comments = block.tree.comments.some(
    ({ start }) => start > (spans[0]?.end ?? 0) && start < (spans.at(-1)?.start ?? 0),
  );
  return {
    title: 'Put the days in order',
    isPreferred: !comments && facts.every(({ body }) => body.length === 0),
    edits: spans.map((span, i) => ({ place: placeOf(entry, span), text: sorted[i]?.text ?? '' })),
  };
}
