/** The heart of the coach: a key result that nobody can measure, or whose measure is in its title only. */
import type { KeyResult as KeyResultNode, Span, Statement } from '../../../grammar/tree.ts';
import { dayInWords } from '../calendar/day.ts';
import type { KeyResult } from '../model/elements.ts';
import type { Entry, ObjectiveEntry } from '../model/entry.ts';
import { refToText } from '../model/resolve.ts';
import { measureLine } from '../titles/measure-line.ts';
import { measureText, readTitle, type TitleReading } from '../titles/reader.ts';
import { worsened } from './key-results/direction.ts';
import { insertUnder } from './lines.ts';
import { isFinished } from './method.ts';
import {
  type Ground,
  headingSpan,
  keyResultNodes,
  placeOf,
  type Remedy,
  type Rule,
  replaces,
  statementOf,
} from './rule.ts';
import { dueIn } from './timeframe.ts';
import { inQuotes, placeholderIn } from './titles.ts';

/** Calls `look` for each key result that has no measure, no grade and no other way to be judged, in a cycle that runs. */
function unmeasured(
  entry: Entry,
  ground: Ground,
  look: (node: KeyResultNode, facts: KeyResult, reading: TitleReading) => void,
): void {
  if (entry.element.type !== 'objective') return;
  const objective = entry as ObjectiveEntry;
  const { keyResults } = objective.element;
  if (!keyResults.some(lacksMeasure) || isFinished(objective, ground.workspace, ground.standings)) return;
  const root = statementOf(entry);
  if (root.kind !== 'objective' || root.broken) return;
  for (const [index, node] of keyResultNodes(root).entries()) {
    const facts = keyResults[index] as KeyResult;
    // A measure that cannot be read is a measure all the same, and a title that is not there yet says nothing.
    if (!lacksMeasure(facts) || facts.title === '' || node.broken || node.body.some(mayBeMeasure)) continue;
    // What the writer has not decided yet is one question, not two.
    if (placeholderIn(facts.title) !== undefined) continue;
    look(node, facts, readTitle(facts.title));
  }
}

function lacksMeasure({ measure, follows, grades, pauses }: KeyResult): boolean {
  return measure === undefined && follows === undefined && grades.length === 0 && pauses.at(-1)?.what !== 'dropped';
}

function mayBeMeasure({ kind, broken }: Statement): boolean {
  return broken || ['from', 'to', 'keep', 'milestone', 'follows', 'grade', 'unknown'].includes(kind);
}

export const krUnmeasurable: Rule = {
  id: 'kr-unmeasurable',
  severity: 'warning',
  today: '2026-10-05',
  summary: 'A key result that nobody can measure',
  why: 'A key result is how you notice that the objective came true. Without a number, a line to hold, steps to tick off or an agreed judgement, the team will argue at the end of the cycle instead of learning.',
  bad: `
    cycle 2026-Q4

    objective calm: A December without night shifts
      kr proud: Improve the on-call engineer's experience
      kr sleep: Nights without a call
        from 12 to 25 nights
  `,
  good: `
    cycle 2026-Q4

    objective calm: A December without night shifts
      kr pages: Improve the on-call engineer's experience
        from 12 to 6 pages a night
      kr sleep: Nights without a call
        from 12 to 25 nights
  `,
  source: '“It’s not a key result unless it has a number”: Marissa Mayer, in John Doerr, _Measure What Matters_, 2018.',
  checkEntry(entry, ground, say) {
    unmeasured(entry, ground, (node, { title, kpi, data }, { reads }) => {
      if (reads !== 'none') return;
      const when = lastDay(entry as ObjectiveEntry, ground, title);
      const source = kpi === undefined ? data?.path : refToText(kpi);
      say({
        span: headingSpan(node),
        message: source === undefined ? question(title, when) : destination(source, when),
        remedies: ways(entry, node),
      });
    });
  },
};

function question(title: string, when: string): string {
  return `How would you notice ${when} that ${inQuotes(title)} came true: count it (\`from 12 to 6\`), hold it (\`keep at most 2\`), tick it off (\`milestone …\`), or judge it yourselves (\`grade 0.4\`)?`;
}

/** Where it stands is known already. */
function destination(source: string, when: string): string {
  return `\`${source}\` says where this stands: where should it stand ${when}, somewhere else (\`from 12 to 6\`) or within a line (\`keep at most 2\`)?`;
}

/** The day that the title names, where that is before the end. */
function lastDay(entry: ObjectiveEntry, { standings, workspace }: Ground, title: string): string {
  const { last } = standings.objective(entry).objective.period;
  const today = workspace.today.get();
  const said = dueIn(title, today, workspace.settings.shared.fiscalYearStart);
  const day = said !== undefined && (last === undefined || said < last) ? said : last;
  return day === undefined ? 'at the end' : `on ${dayInWords(day, today)}`;
}

/** A measure to fill in; which of the four only the writer knows, so none is preferred. */
function ways(entry: Entry, node: KeyResultNode): Remedy[] {
  const adds = (title: string, line: string) => addsUnder(entry, node, title, line, false);
  return [
    adds('Count it: add `from ? to ?`', 'from ? to ?'),
    adds('Hold it: add `keep at least ?`', 'keep at least ?'),
    adds('Tick it off: add a milestone', 'milestone: The first step'),
  ];
}

export const krMeasureInTitle: Rule = {
  id: 'kr-measure-in-title',
  severity: 'hint',
  today: '2026-10-05',
  summary: 'A number that stands in the title only',
  why: 'A number in the title cannot be tracked: no score, no pace, no forecast. As a measure it can.',
  bad: `
    cycle 2026-Q4

    objective word: People tell each other about us
      kr stories: Publish 12 customer stories
      kr referred: Orders that a friend sent us
        from 11% to 20%
  `,
  good: `
    cycle 2026-Q4

    objective word: People tell each other about us
      kr stories: Publish 12 customer stories
        to 12 customer stories
      kr referred: Orders that a friend sent us
        from 11% to 20%
  `,
  checkEntry(entry, ground, say) {
    unmeasured(entry, ground, (node, { title }, reading) => {
      const [first] = reading.measures;
      // Of several measures in one title another rule speaks.
      if (reading.reads !== 'absolute' || first === undefined) return;
      const line = measureLine(title, first);
      const then = line.startsWith('from ? ') ? TODAY_FOR_IT : ', and it can be tracked';
      say({
        span: spanInTitle(node, title, first.span),
        message: `The measure (${quoted(title, reading)}) stands in the title only: add \`${line}\` below${then}`,
        remedies: [addsUnder(entry, node, `Add \`${line}\``, line, true)],
      });
    });
  },
};

const TODAY_FOR_IT = ', with where it stands today for the `?`';

/** The measures of a title, as it writes them. */
export function quoted(title: string, { measures }: TitleReading): string {
  return measures
    .map(({ span }) => withoutLead(title, span))
    .map(({ start, end }) => `“${title.slice(start, end)}”`)
    .join(', ');
}

export const krRelativeOnly: Rule = {
  id: 'kr-relative-only',
  severity: 'info',
  today: '2026-10-05',
  summary: 'More or less of a number that nobody wrote down',
  why: '“20% more” can only be checked by those who know of what. With the baseline beside it, everybody can.',
  bad: `
    cycle 2026-Q4

    objective word: People tell each other about us
      kr referrals: Increase referrals by 20%
      kr referred: Orders that a friend sent us
        from 11% to 20%
  `,
  good: `
    cycle 2026-Q4

    objective word: People tell each other about us
      kr referrals: Increase referrals by 20%
        from 450 by 20%
      kr referred: Orders that a friend sent us
        from 11% to 20%
  `,
  checkEntry(entry, ground, say) {
    unmeasured(entry, ground, (node, { title }, reading) => {
      const [first] = reading.measures;
      // More of what should be less: of that another rule speaks, and a measure of it helps nobody.
      if (reading.reads !== 'relative' || first === undefined || worsened(title) !== undefined) return;
      const measure = measureText(reading);
      const advice = measure === undefined ? 'write where it stands today' : `add \`${measure}\` below${TODAY_FOR_IT}`;
      say({
        span: spanInTitle(node, title, first.span),
        message: `${quoted(title, reading)} of what? Nobody can tell without the number it starts from: ${advice}`,
        remedies: measure === undefined ? [] : [addsUnder(entry, node, `Add \`${measure}\``, measure, true)],
      });
    });
  },
};

const measureBegins =
  /\b(?:zero|no|at (?:least|most)|at or (?:above|below)|(?:no |not )?(?:more|less|fewer) than|under|over|below|above|within|up to|from|by|between)\b|[<>≤≥±~#]|[\p{Sc}+−-]?\d/iu;

/** What is the measure of what was read as one: `5x` in “achieve a 5x increase”, `at most 10%` in “using at most 10%”. */
function withoutLead(title: string, { start, end }: Span): Span {
  const at = title.slice(start, end).search(measureBegins);
  const from = start + Math.max(0, at);
  const isOpen = title[end] === ')' && title.slice(from, end).includes('(');
  return { start: from, end: isOpen ? end + 1 : end };
}

function addsUnder(entry: Entry, node: KeyResultNode, title: string, line: string, isPreferred: boolean): Remedy {
  const { span, text } = insertUnder(entry.block, node, [line]);
  return replaces(title, placeOf(entry, span), text, isPreferred);
}

export function spanInTitle(node: KeyResultNode, title: string, span: Span): Span {
  const from = node.prose?.start ?? 0;
  const { start, end } = withoutLead(title, span);
  return { start: from + start, end: from + end };
}
