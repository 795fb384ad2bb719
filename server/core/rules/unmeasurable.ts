/** The heart of the coach: a key result that nobody can measure, or whose measure is in its title only. */
import type { KeyResult as KeyResultNode } from '../../../grammar/tree.ts';
import { cycleOn } from '../calendar/cycle.ts';
import { dayInWords } from '../calendar/day.ts';
import type { KeyResult } from '../model/elements.ts';
import type { Entry, ObjectiveEntry } from '../model/entry.ts';
import { measureText, readTitle, type TitleReading } from '../titles/reader.ts';
import { insertUnder } from './lines.ts';
import { type Ground, headingSpan, keyResultNodes, placeOf, type Remedy, type Rule, statementOf } from './rule.ts';

/** Calls `look` for each key result that has no measure, no grade and no other way to be judged, in a cycle that runs. */
function unmeasured(
  entry: Entry,
  ground: Ground,
  look: (node: KeyResultNode, facts: KeyResult, reading: TitleReading) => void,
): void {
  if (entry.element.type !== 'objective') return;
  const objective = entry as ObjectiveEntry;
  const lacking = objective.element.keyResults
    .map((facts, index) => ({ facts, index }))
    .filter(({ facts }) => lacksMeasure(facts));
  if (lacking.length === 0 || isPast(objective, ground)) return;
  const root = statementOf(entry);
  if (root.kind !== 'objective') return;
  const nodes = keyResultNodes(root);
  for (const { facts, index } of lacking) {
    const node = nodes[index] as KeyResultNode;
    // A measure that cannot be read is a measure all the same, and a title that is not there yet says nothing.
    if (facts.title === '' || node.body.some(each => isMeasure(each.kind) || each.broken)) continue;
    look(node, facts, readTitle(facts.title));
  }
}

function lacksMeasure(facts: KeyResult): boolean {
  return (
    facts.measure === undefined &&
    facts.follows === undefined &&
    facts.grades.length === 0 &&
    facts.pauses.at(-1)?.what !== 'dropped'
  );
}
function isMeasure(kind: string): boolean {
  return kind === 'from' || kind === 'to' || kind === 'keep' || kind === 'milestone';
}

/** A cycle that has ended gets no method advice any more. */
export function isPast(entry: ObjectiveEntry, { standings }: Ground): boolean {
  return standings.objective(entry).objective.over;
}

export const krUnmeasurable: Rule = {
  id: 'kr-unmeasurable',
  severity: 'warning',
  summary: 'A key result that nobody can measure',
  why: 'A key result is how you notice that the objective came true. Without a number, a line to hold, steps to tick off or an agreed judgement, the team will argue at the end of the cycle instead of learning.',
  checkEntry(entry, ground, say) {
    unmeasured(entry, ground, (node, facts, reading) => {
      if (reading.reads !== 'none') return;
      say({
        span: headingSpan(node),
        message: question(facts.title, lastDay(entry as ObjectiveEntry, ground)),
        remedies: ways(entry, node),
      });
    });
  },
};

function question(title: string, when: string): string {
  const short = title.length > 80 ? `${title.slice(0, 79).trimEnd()}…` : title.replace(/[.\s]+$/, '');
  return `How would you notice ${when} that “${short}” came true: count it (\`from 12 to 6\`), hold it (\`keep at most 2\`), tick it off (\`milestone …\`), or judge it yourselves (\`grade 0.4\`)?`;
}

function lastDay(entry: ObjectiveEntry, { standings, workspace }: Ground): string {
  const { last } = standings.objective(entry).objective.period;
  return last === undefined ? 'at the end' : `on ${dayInWords(last, workspace.today.get())}`;
}

/** A measure to fill in; which of the four only the writer knows, so none is preferred. */
function ways(entry: Entry, node: KeyResultNode): Remedy[] {
  const remedy = (title: string, line: string): Remedy => {
    const { span, text } = insertUnder(entry.block, node, [line]);
    return { title, isPreferred: false, edits: [{ place: placeOf(entry, span), text }] };
  };
  return [
    remedy('Count it: add `from ? to ?`', 'from ? to ?'),
    remedy('Hold it: add `keep at least ?`', 'keep at least ?'),
    remedy('Tick it off: add a milestone', 'milestone: The first step'),
  ];
}

export const krMeasureInTitle: Rule = {
  id: 'kr-measure-in-title',
  severity: 'hint',
  summary: 'A number that stands in the title only',
  why: 'A number in the title cannot be tracked: no score, no pace, no forecast. As a measure it can.',
  checkEntry(entry, ground, say) {
    unmeasured(entry, ground, (node, facts, reading) => {
      if (reading.reads !== 'absolute' && reading.reads !== 'compound') return;
      const measure = reading.reads === 'absolute' ? measureText(reading) : undefined;
      const [first] = reading.measures;
      const span =
        first === undefined || node.prose === undefined ? headingSpan(node) : within(node.prose.start, first.span);
      const advice =
        measure === undefined
          ? 'split it in two and give each its measure'
          : `add \`${measure}\` below, and it can be tracked`;
      const number = first === undefined ? '' : ` (“${facts.title.slice(first.span.start, first.span.end)}”)`;
      say({
        span,
        message: `The measure${number} stands in the title only: ${advice}`,
        remedies: measure === undefined ? [] : [writes(entry, node, measure, true)],
      });
    });
  },
};

export const krRelativeOnly: Rule = {
  id: 'kr-relative-only',
  severity: 'info',
  summary: 'More or less of a number that nobody wrote down',
  why: '“20 % more” can only be checked by those who know of what. With the baseline beside it, everybody can.',
  checkEntry(entry, ground, say) {
    unmeasured(entry, ground, (node, facts, reading) => {
      const [first] = reading.measures;
      if (reading.reads !== 'relative' || first === undefined) return;
      const measure = measureText(reading);
      const span = node.prose === undefined ? headingSpan(node) : within(node.prose.start, first.span);
      const written = facts.title.slice(first.span.start, first.span.end);
      const advice =
        measure === undefined
          ? 'write where it stands today'
          : `add \`${measure}\` below and put in where it stands today for the \`?\``;
      say({
        span,
        message: `“${written}” of what? Nobody can tell without the number it starts from: ${advice}`,
        remedies: measure === undefined ? [] : [writes(entry, node, measure, true)],
      });
    });
  },
};

function writes(entry: Entry, node: KeyResultNode, measure: string, isPreferred: boolean): Remedy {
  const { span, text } = insertUnder(entry.block, node, [measure]);
  return { title: `Add \`${measure}\``, isPreferred, edits: [{ place: placeOf(entry, span), text }] };
}

function within(start: number, span: { readonly start: number; readonly end: number }): { start: number; end: number } {
  return { start: start + span.start, end: start + span.end };
}

export const timeframeMissing: Rule = {
  id: 'timeframe-missing',
  severity: 'warning',
  summary: 'An objective with no cycle and no due date',
  why: 'Without a date nobody can say whether it is on pace, and it is never time to look back and learn.',
  checkEntry(entry, ground, say) {
    const element = entry.element;
    if (element.type !== 'objective' || entry.cycle !== undefined || element.due !== undefined) return;
    if (element.keyResults.length > 0 && element.keyResults.every(keyResult => keyResult.due !== undefined)) return;
    const { workspace } = ground;
    const today = workspace.today.get();
    const quarter = cycleOn(today, 'quarter');
    const last = workspace.cycles.of(quarter).period.last ?? today;
    const node = statementOf(entry);
    const due = new Date(last * 86_400_000).toISOString().slice(0, 10);
    const heading = { place: placeOf(entry, { start: node.start, end: node.start }), text: `cycle ${quarter}\n\n` };
    const { span, text } = insertUnder(entry.block, node, [`due ${due}`]);
    say({
      span: headingSpan(node),
      message: `By when? Put it under a heading such as \`cycle ${quarter}\` (we are in it) or give it \`due ${due}\`; without a date nobody can say whether it is on pace`,
      remedies: [
        { title: `Put it under \`cycle ${quarter}\``, isPreferred: true, edits: [heading] },
        { title: `Add \`due ${due}\``, isPreferred: false, edits: [{ place: placeOf(entry, span), text }] },
      ],
    });
  },
};
