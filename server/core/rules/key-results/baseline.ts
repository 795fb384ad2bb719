/** Where a way begins: `to 95%` counts from nothing, which few things do. */
import type { To } from '../../../../grammar/tree.ts';
import { formatNumber, formatValue, isCurrency } from '../../scores/value-text.ts';
import { beginsSomewhere } from '../../titles/measure-line.ts';
import { cutVerbs } from '../../titles/tables/changes.ts';
import { type OpenKeyResult, ofKeyResults } from '../method.ts';
import { placeOf, type Rule, replaces } from '../rule.ts';
import { firstWord, inQuotes } from '../titles.ts';

/** What these cut is what is counted: `Save €40k`. */
const counted = /^(?:sav|eliminat|eras|prun)/;

/** `to B` with a number. */
function lineFromNothing({ node, facts: { measure } }: OpenKeyResult): To | undefined {
  if (measure?.kind !== 'from-to' || !measure.fromNothing || measure.to === null) return undefined;
  const line = node.body.find(each => each.kind === 'from' || each.kind === 'to');
  return line?.kind === 'to' && line.to !== undefined && !line.broken ? line : undefined;
}

function firstValue({ entry, facts, ground }: OpenKeyResult): number | undefined {
  const { history } = ground.standings.keyResult({ objective: entry, keyResult: facts }) ?? {};
  return history?.find(({ value }) => value !== undefined)?.value;
}

/** The target has the unit; money has it on both sides. */
function baseline(value: number, unit: string): string {
  return isCurrency(unit) ? `${unit}${formatNumber(value)}` : String(value);
}

export const krBaselineMissing: Rule = {
  id: 'kr-baseline-missing',
  severity: 'hint',
  summary: 'A share or a score that begins at nothing',
  why: 'Without the place where you stand today, going from 90% to 95% looks like going from nothing to 95%: done on the first day.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr second: Families who order a second time
        to 45%
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr second: Families who order a second time
        from 34% to 45%
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
  `,
  source: 'The M of SMART, “measurable”: a measure with its baseline.',
  today: '2026-10-02',
  checkEntry: ofKeyResults(keyResult => {
    const { entry, facts } = keyResult;
    const line = lineFromNothing(keyResult);
    if (line?.to === undefined) return undefined;
    const { to, unit } = facts.measure as { readonly to: number; readonly unit: string };
    const verb = firstWord(facts.title);
    if (!beginsSomewhere(facts.title, unit) && (!cutVerbs.has(verb) || counted.test(verb))) return undefined;
    const first = firstValue(keyResult);
    // It does begin at about nothing; or past its target, of which another rule speaks.
    if (first !== undefined && (Math.abs(first) <= Math.abs(to) / 20 || first > to)) return undefined;
    const target = entry.block.text.slice(line.to.start, line.to.end);
    const way = `from ${first === undefined ? '?' : baseline(first, unit)} to ${target}`;
    const span = { start: line.keyword.start, end: line.to.end };
    return {
      span,
      message:
        first === undefined
          ? `\`to ${target}\` counts from nothing: where does it stand today? Write \`from … to ${target}\``
          : `\`to ${target}\` counts from nothing, and the first value is ${formatValue(first, unit)}: write \`${way}\``,
      remedies: [replaces(`Write \`${way}\``, placeOf(entry, span), way, false)],
    };
  }),
};

export const krBaselineBeyondTarget: Rule = {
  id: 'kr-baseline-beyond-target',
  severity: 'warning',
  summary: 'A start that is past its target',
  why: '`to 45` counts up from nothing. What starts at 60 is there already, and nobody can see whether it comes down.',
  bad: `
    cycle 2026-Q4

    objective hire: Good people say yes before somebody else asks them
      kr fill: Time to fill a position
        to 45 days
        checkin 2026-10-02 60 days
      kr friends: New colleagues whom a colleague brought
        from 15% to 30%
  `,
  good: `
    cycle 2026-Q4

    objective hire: Good people say yes before somebody else asks them
      kr fill: Time to fill a position
        from 60 to 45 days
        checkin 2026-10-02 60 days
      kr friends: New colleagues whom a colleague brought
        from 15% to 30%
  `,
  today: '2026-10-02',
  checkEntry: ofKeyResults(keyResult => {
    const { entry, facts, ground, title } = keyResult;
    const line = lineFromNothing(keyResult);
    if (line?.to === undefined) return undefined;
    const { unit } = facts.measure as { readonly unit: string };
    const target = entry.block.text.slice(line.to.start, line.to.end);
    const span = { start: line.keyword.start, end: line.to.end };
    const write = (text: string) => replaces(`Write \`${text}\``, placeOf(entry, span), text, false);
    if (unit === 'x') {
      const way = `from 1x to ${target}`;
      return {
        span,
        message: `\`to ${target}\` counts from nothing, and today is 1x: write \`${way}\``,
        remedies: [write(way)],
      };
    }
    const { pending } = ground.standings.keyResult({ objective: entry, keyResult: facts }) ?? {};
    const first = firstValue(keyResult);
    if (pending !== 'beyond-target' || first === undefined) return undefined;
    const ways = [`from ${baseline(first, unit)} to ${target}`, `keep at most ${target}`];
    return {
      span,
      message: `${inQuotes(title)} starts at ${formatValue(first, unit)}, past its target of ${target}: write \`${ways[0]}\`, or hold the line with \`${ways[1]}\``,
      remedies: ways.map(write),
    };
  }),
};
