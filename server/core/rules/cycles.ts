/** A cycle is a time that everybody can find in the calendar, or one with a first and a last day. */
import { nearest } from '../../../grammar/spelling.ts';
import type { Cycle as CycleNode } from '../../../grammar/tree.ts';
import { calendarDate, toIso } from '../calendar/day.ts';
import type { Entry } from '../model/entry.ts';
import { isCycle } from '../model/file.ts';
import { cycleOf } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { insertUnder } from './lines.ts';
import { placeOf, type Remark, type Rule, type RuleText, removesLine, replaces, statementOf } from './rule.ts';
import { statementsIn } from './statements.ts';

export const cycleUndefined: Rule = {
  id: 'cycle-undefined',
  severity: 'error',
  today: '2026-10-05',
  summary: 'A cycle that is no calendar and has no dates',
  why: 'Without its first and last day a cycle has no pace, and nobody can say whether a goal is on track.',
  bad: `
    cycle peak

    objective love: Customers love us more than any rival
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
      kr second: Families who order a second time
        from 34% to 45%
  `,
  good: `
    cycle peak
      from 2026-10-05 to 2026-12-18

    objective love: Customers love us more than any rival
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
      kr second: Families who order a second time
        from 34% to 45%
  `,
  checkEntry(entry, { workspace }, say) {
    for (const node of statementsIn(statementOf(entry))) {
      if (node.kind !== 'cycle' || node.cycle === undefined) continue;
      const { start, end, text } = node.cycle;
      if (!isCycle(text) || workspace.cycles.of(text).isDefined) continue;
      // Said once for each cycle, at its first heading.
      const [first] = workspace.cycles.entries(text);
      if (first !== undefined && first !== entry) continue;
      // A day that cannot be read is a mistake of its own, and one is enough.
      if (node.body.some(each => each.kind === 'from')) continue;
      // Nor is a cycle in pieces, which the grammar has put together already.
      if (entry.block.tree.syntax.some(problem => problem.start === start && problem.end > end)) continue;
      say({ span: { start, end }, ...unknown(workspace, entry, node, text) });
    }
  },
};

function unknown(workspace: Workspace, entry: Entry, node: CycleNode, written: string): Omit<Remark, 'span'> {
  const { start, end } = node.cycle as { start: number; end: number };
  const write = (text: string, isPreferred: boolean) =>
    replaces(`Write \`${text}\``, placeOf(entry, { start, end }), text, isPreferred);
  const part = /^(?<part>[qh][1-4])(?:-?(?:20)?(?<year>\d\d))?$/i.exec(written)?.groups;
  const today = workspace.today.get();
  if (part !== undefined) {
    const year = part['year'] === undefined ? `${calendarDate(today).year}` : `20${part['year']}`;
    const calendar = `${year}-${part['part']?.toUpperCase()}`;
    if (workspace.cycles.of(calendar).calendar !== undefined)
      return part['year'] === undefined
        ? { message: `\`${written}\` of which year? Write \`${calendar}\``, remedies: [write(calendar, false)] }
        : {
            message: `\`${written}\` is written with the year first: \`${calendar}\``,
            remedies: [write(calendar, true)],
          };
  }
  if (/^(?:fy)?[0-9]{2,4}-?[hq]?[0-9]/i.test(written))
    return {
      message: `\`${written}\` is in no calendar: a year has the quarters Q1 to Q4, the halves H1 and H2, and the months 01 to 12`,
    };
  const known = workspace.cycles.all().filter(({ isDefined }) => isDefined);
  const meant = nearest(written, new Set(known.map(({ id }) => id)));
  if (meant !== undefined)
    return { message: `There is no cycle \`${written}\`: did you mean \`${meant}\`?`, remedies: [write(meant, true)] };
  const days = 'from 2026-10-05 to 2026-12-18';
  if (node.parent !== undefined)
    return {
      message: `\`${written}\` is in no calendar, so say when it is: a heading \`cycle ${written}\` with \`${days}\` under it`,
    };
  const line = `from ${toIso(today)} to ?`;
  const { span, text } = insertUnder(entry.block, node, [line]);
  return {
    message: `\`${written}\` is in no calendar, so say when it is: \`${days}\`, indented under it`,
    remedies: [replaces(`Add \`${line}\``, placeOf(entry, span), text, false)],
  };
}

export const cycleDates: Rule = {
  ...({
    id: 'date-invalid',
    severity: 'error',
    summary: 'A date that cannot be, or that disagrees with another',
    why: 'A day that no calendar has is a slip that nobody notices until the day does not come. And a cycle has one first and one last day in the whole workspace.',
    bad: `
      objective love: Customers love us more than any rival
        due 2026-11-31
        kr nps: Raise our Net Promoter Score
          from 32 to 50 points
          due 2026-12-18
        kr second: Families who order a second time
          from 34% to 45%
    `,
    good: `
      objective love: Customers love us more than any rival
        due 2026-11-30
        kr nps: Raise our Net Promoter Score
          from 32 to 50 points
          due 2026-12-18
        kr second: Families who order a second time
          from 34% to 45%
    `,
  } satisfies RuleText),
  checkEntry(entry, { workspace }, say) {
    const { element } = entry;
    if (element.type !== 'cycle' || element.period === undefined) return;
    const node = statementOf(entry).body.find(each => each.kind === 'from');
    const info = cycleOf(workspace, entry);
    if (node === undefined || info === undefined) return;
    const { first, last } = info.period;
    if (first === element.period.first && last === element.period.last) return;
    const { start, end } = node;
    if (info.calendar !== undefined) {
      say({
        span: { start, end },
        message: `\`${element.id}\` is in the calendar and has its days: leave this line out, or give a cycle with days of its own another name`,
        remedies: [removesLine(entry, node)],
      });
      return;
    }
    const counts = workspace.cycles.entries(element.id).find(each => each.element.period !== undefined) as Entry;
    say({
      span: { start, end },
      message: `\`${element.id}\` has other days elsewhere, and a cycle has one first and one last day: leave this line out, or make the two agree`,
      related: [{ place: placeOf(counts), message: 'The days that count' }],
      remedies: [removesLine(entry, node)],
    });
  },
};
