/** An objective or a key result in one line. */
import type { KeepReport, KeyResultReport, ObjectiveReport } from '../../core/reports/report.ts';
import { holdInSigns, known } from '../../core/views/key-result-words.ts';
import { ofTen, score } from '../../core/wording/words.ts';
import type { Colours } from '../terminal/colours.ts';
import { bar } from './bar.ts';
import { goalMark, paint, plain } from './looks.ts';
import type { Cell, Column, Row } from './table.ts';

const BAR = 16;

export const goalColumns: readonly Column[] = [
  { most: 18 },
  { flexible: true },
  { align: 'right', spare: 3, most: 24 },
  { spare: 1 },
  { align: 'right' },
  {},
  { align: 'right', spare: 2 },
];

export function titleRow(colours: Colours): Row {
  const titles = ['', '', 'now → target', '│ expected today', 'score', 'status', 'sure'];
  return titles.map(text => ({ text, paint: colours.dim, isHeading: true }));
}

export function objectiveRow(objective: ObjectiveReport, colours: Colours): Row {
  return [
    { text: plain(nameIn(objective.ref)), paint: text => colours.bold(colours.cyan(text)) },
    { text: plain(objective.title), paint: colours.bold },
    { text: supportInShort(objective), paint: colours.dim },
    ...figures(objective, colours),
  ];
}

export function keyResultRow(keyResult: KeyResultReport, colours: Colours): Row {
  const isDropped = keyResult.status === 'dropped';
  return [
    { text: `  ${plain(nameIn(keyResult.ref))}`, paint: colours.cyan },
    { text: plain(keyResult.title), ...(isDropped && { paint: colours.dim }) },
    { text: plain(wayInShort(keyResult)), paint: colours.dim },
    ...figures(keyResult, colours),
  ];
}

function figures(goal: ObjectiveReport | KeyResultReport, colours: Colours): Cell[] {
  const { text, tone } = goalMark(goal);
  const isOver = goal.verdict !== null || goal.status === 'ended';
  const reached = goal.status === 'dropped' ? null : goal.score;
  const expected = isOver || goal.status === 'done' ? null : goal.expected;
  return [
    { text: ' '.repeat(BAR), drawn: bar({ reached, expected, tone }, BAR, colours) },
    { text: goal.score === null ? '–' : score(goal.score), ...(goal.score === null && { paint: colours.dim }) },
    { text, paint: paint(tone, colours) },
    {
      text: goal.confidence === null || goal.status === 'dropped' ? '' : `${ofTen(goal.confidence)}/10`,
      paint: colours.dim,
    },
  ];
}

/** `44 → 48 points`, `99.95% ≥ 99.9%`, `1 of 3 steps` */
function wayInShort({ measure, value, judged, status }: KeyResultReport): string {
  if (status === 'dropped') return '';
  if (measure === null) return judged ? 'judged' : '';
  switch (measure.kind) {
    case 'from-to':
      // The unit stands once, at what is known.
      return `${known(value, measure.unit, measure.to !== null)} → ${known(measure.to, measure.unit)}`;
    case 'keep':
      return `${known(value, measure.unit)}${isBetween(measure) ? ' in' : ''} ${holdInSigns(measure)}`;
    case 'milestones':
      return `${measure.done} of ${measure.total} ${measure.total === 1 ? 'step' : 'steps'}`;
  }
}

/** How an objective without key results stands by those who support it. */
function supportInShort({ score: own, supporters: { count, score: mean } }: ObjectiveReport): string {
  return own !== null || count === 0 || mean === null ? '' : `${count} support it: ${score(mean)}`;
}

function isBetween({ atLeast, atMost }: KeepReport): boolean {
  return atLeast !== undefined && atMost !== undefined;
}

/** The last name of a reference: what one would write beside it. */
function nameIn(ref: string | null): string {
  return ref?.split(/[/.]/).at(-1) ?? '';
}
