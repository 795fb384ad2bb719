/** An objective is as good as the few key results by which it is known. */

import type { RefText } from '../../model/elements.ts';
import type { ObjectiveEntry } from '../../model/entry.ts';
import { fromEntry, locateGoal } from '../../model/resolve.ts';
import { insertAtEnd } from '../lines.ts';
import { ofObjectives } from '../method.ts';
import { type Ground, headingSpan, placeOf, type Remedy, type Rule, replaces, statementOf } from '../rule.ts';
import { inQuotes } from '../titles.ts';

export const objectiveTooFewKrs: Rule = {
  id: 'objective-too-few-krs',
  severity: 'hint',
  summary: 'An objective with one key result',
  why: 'One number alone is easily won at the cost of another. A second one keeps the first honest.',
  bad: `
    cycle 2026-Q4

    objective help: Help comes before you ask twice
      kr wait: How long a question waits
        from 12 to 4 hours
  `,
  good: `
    cycle 2026-Q4

    objective help: Help comes before you ask twice
      kr wait: How long a question waits
        from 12 to 4 hours
      kr solved: Questions that are solved by the first answer
        from 55% to 70%
  `,
  source: 'Andrew S. Grove, _High Output Management_, on pairing indicators.',
  today: '2026-10-02',
  options: { limit: { default: 2, description: 'How many key results an objective should have at least.' } },
  checkEntry: ofObjectives(({ entry, title, keyResults, ground }) => {
    const limit = ground.option(objectiveTooFewKrs, 'limit');
    const { length } = keyResults;
    if (length === 0 || length >= limit) return undefined;
    return {
      message: `${length === 1 ? 'One key result' : `${length} key results`} alone can be reached at the cost of something else: what else would be different if ${inQuotes(title)} came true?`,
      remedies: [addsKeyResult(entry)],
    };
  }),
};

export const objectiveTooManyKrs: Rule = {
  id: 'objective-too-many-krs',
  severity: 'warning',
  summary: 'More key results than anybody looks at',
  why: 'Key results are the few signs by which you know. With more than five, the check-in becomes a list to tick off.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
      kr second: Families who order a second time
        from 34% to 45%
      kr stars: Stars in the shop
        from 4.1 to 4.5 stars
      kr wait: How long a question waits
        from 12 to 4 hours
      kr referrals: Orders that a friend sent us
        from 11% to 20%
      kr refunds: Books that come back
        from 3% to 1%
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
      kr second: Families who order a second time
        from 34% to 45%
      kr referrals: Orders that a friend sent us
        from 11% to 20%
  `,
  source: 'John Doerr, _Measure What Matters_: three to five.',
  today: '2026-10-02',
  options: { limit: { default: 5, description: 'How many key results an objective may have.' } },
  checkEntry: ofObjectives(({ entry, title, keyResults, ground }) => {
    const limit = ground.option(objectiveTooManyKrs, 'limit');
    const over = keyResults.length - limit;
    if (over <= 0) return undefined;
    return {
      message: `${inQuotes(title)} has ${keyResults.length} key results and few people can keep an eye on more than ${limit}: which ${over === 1 ? 'one tells' : `${over} tell`} you least?`,
      related: keyResults.slice(-Math.min(over, 3)).map(({ node: each }) => ({
        place: placeOf(entry, headingSpan(each)),
        message: 'One more than the limit',
      })),
    };
  }),
};

export const objectiveWithoutKr: Rule = {
  id: 'objective-without-kr',
  severity: 'warning',
  summary: 'An objective by which nobody will know that it came true',
  why: '“I will …, as measured by …”: without key results the second half of the sentence is missing.',
  bad: `
    cycle 2026-Q4

    objective proud: A place to be proud of
  `,
  good: `
    cycle 2026-Q4

    objective proud: A place to be proud of
      kr stay: Colleagues who are still here after a year
        from 71% to 85%
      kr friends: New colleagues whom a colleague brought
        from 15% to 30%
  `,
  source: 'John Doerr, _Measure What Matters_: “I will (objective) as measured by (key results)”.',
  today: '2026-10-02',
  checkEntry: ofObjectives(({ entry, node, title, ground }) => {
    // Those that were let go count: somebody had thought of them.
    const { name, keyResults, grades } = entry.element;
    if (keyResults.length > 0 || grades.length > 0) return undefined;
    if (node.body.some(({ kind }) => kind === 'unknown' || kind === 'kr')) return undefined;
    if (name !== undefined && isSupported(entry, name, ground)) return undefined;
    return {
      message: `How will you know that ${inQuotes(title)} came true? Add two or three key results, or let the objectives of others support it`,
      remedies: [addsKeyResult(entry)],
    };
  }),
};

/** Whether another objective, or a key result of one, supports it. */
function isSupported(entry: ObjectiveEntry, name: string, { shared, workspace }: Ground): boolean {
  // Only what has the name can mean it: to resolve every reference of a large workspace takes a while.
  const byName = shared('supported', () => {
    const found = new Map<string, { readonly ref: RefText; readonly by: ObjectiveEntry }[]>();
    for (const by of workspace.entries.get()) {
      const { appearance } = by;
      if (appearance.type !== 'objective') continue;
      for (const { supports } of [appearance, ...appearance.keyResults])
        for (const ref of supports) {
          const same = found.get(ref.name);
          const one = { ref, by: by as ObjectiveEntry };
          if (same === undefined) found.set(ref.name, [one]);
          else same.push(one);
        }
    }
    return found;
  });
  return (byName.get(name) ?? []).some(({ ref, by }) => locateGoal(workspace, ref, fromEntry(by))?.objective === entry);
}

/** To be filled in. */
function addsKeyResult(entry: ObjectiveEntry): Remedy {
  const { span, text } = insertAtEnd(entry.block, statementOf(entry), 'kr: What would be different', 'from ? to ?');
  return replaces('Add a key result', placeOf(entry, span), text, false);
}

export const businessAsUsual: Rule = {
  id: 'business-as-usual',
  severity: 'hint',
  summary: 'An objective that only holds lines',
  why: 'A line to hold all year is a KPI: watch it, and let an objective change something.',
  bad: `
    cycle 2026-Q4

    objective calm: The shop runs as it should
      kr uptime: The shop is open
        keep at least 99.9%
      kr refunds: Books that come back
        keep at most 1%
  `,
  good: `
    cycle 2026-Q4

    objective calm: The peak is a day like any other
      kr pages: Wake people less often
        from 12 to 6 pages a night
      kr uptime: The shop is open
        keep at least 99.9%
  `,
  today: '2026-10-02',
  checkEntry: ofObjectives(({ title, keyResults }) => {
    // One alone may well be the change itself, as the first December without night shifts.
    if (keyResults.length < 2 || keyResults.some(({ facts }) => facts.measure?.kind !== 'keep')) return undefined;
    return {
      message: `Every key result of ${inQuotes(title)} holds a line: what should change? Lines to hold for good are KPIs`,
      offered: 'hold-to-kpi',
    };
  }),
};
