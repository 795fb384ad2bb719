/**
 * A comparison as Markdown for the comment of a pull request: what a reviewer has to see in one table, the rest behind a
 * fold. Tables, lists, `details` and `sub` are all that it needs, which every forge shows.
 */
import { type Column, table } from '../reports/markdown/table.ts';
import { bold, plain as escaped, struck } from '../reports/markdown/text.ts';
import { changeInWords } from './change-words.ts';
import { checkInsInWords } from './check-in-words.ts';
import { cyclesBesideTitles } from './cycles-beside-titles.ts';
import type { Change, Comparison, ElementDifference, WorkspaceDifference } from './difference.ts';
import {
  elementsOf,
  figureInWords,
  goalpostsMoved,
  lookOf,
  revisionInWords,
  scoreInWords,
  scoreMoved,
  summary,
} from './standing-words.ts';
import { day, many, type Writer } from './writer.ts';

/** A longer table is no summary; what is left is behind the fold. */
const mostRows = 30;

/** What a reviewer has to know at once. */
const weighty: ReadonlySet<Change['what']> = new Set([
  'baseline',
  'target',
  'measure',
  'dropped',
  'resumed',
  'step',
  'grade',
  'cycle',
  'team',
  'objective',
  'owner',
  'healthy',
  'critical',
]);

export function comparisonMarkdown(comparison: Comparison): string {
  const { today, before, after, workspaces } = comparison;
  const writer: Writer = { today, plain: harmless };
  const [from, to] = [before, after].map(revision => revisionInWords(revision, writer));
  const title = `### What changes in the OKRs`;
  const foot = `<sub>${from} → ${to}. Scores of both as of ${day(today, writer)}.</sub>`;
  if (workspaces.length === 0) return `${title}\n\nNothing.\n\n${foot}\n`;
  const parts = workspaces.flatMap(workspace => [
    ...(workspaces.length > 1 ? [`#### ${harmless(workspace.folder)}`] : []),
    ...workspaceParts(workspace, writer),
  ]);
  return `${[title, `${summary(workspaces)}.`, ...parts, foot].join('\n\n')}\n`;
}

/** Escaped; and nobody is called who happens to have this name on the forge. */
export function harmless(text: string): string {
  return escaped(text).replace(/(?<![\p{L}\p{N}`/])@[\p{L}\p{N}_-]+(?:[./][\p{L}\p{N}_-]+)*/gu, '`$&`');
}

function workspaceParts(workspace: WorkspaceDifference, writer: Writer): string[] {
  const rows = elementsOf(workspace).filter(isWeighty);
  const shown = withObjectives(rows.slice(0, mostRows), workspace);
  const cycleOf = cyclesBesideTitles(workspace);
  const rest = restLines(workspace, new Set(shown), cycleOf, writer);
  return [
    ...cycleLines(workspace),
    ...goalposts(workspace, cycleOf, writer),
    ...(shown.length === 0 ? [] : [table(columnsFor(cycleOf, writer), shown)]),
    ...(rest.length === 0 ? [] : [folded(rest)]),
  ];
}

type CycleOf = ReturnType<typeof cyclesBesideTitles>;

/** A key result never stands without its objective. */
function withObjectives(rows: readonly ElementDifference[], workspace: WorkspaceDifference): ElementDifference[] {
  const wanted = new Set(rows);
  return elementsOf(workspace).filter(
    each => wanted.has(each) || each.keyResults.some(keyResult => wanted.has(keyResult)),
  );
}

function cycleLines({ cycles }: WorkspaceDifference): string[] {
  const moved = cycles.flatMap(({ id, title, before, after }) => {
    const score = scoreInWords(before, after);
    const by = scoreMoved(before, after);
    const name = [bold(id), harmless(title)].filter(text => text !== '').join(' ');
    return score === ''
      ? []
      : [`${name}: ${score}${by === '' ? (before === null || after === null ? '' : ', as before') : ` (${by})`}`];
  });
  return moved.length === 0 ? [] : [moved.join(' · ')];
}

function goalposts(workspace: WorkspaceDifference, cycleOf: CycleOf, writer: Writer): string[] {
  const moved = goalpostsMoved(workspace);
  if (moved.length === 0) return [];
  const items = moved.map(
    ({ element, change }) => `> - ${harmless(element.title)}${cycleOf(element)}: ${changeInWords(change, writer)}`,
  );
  return [[`> **Goalposts moved** without a \`target\` line that says when and why:`, '>', ...items].join('\n')];
}

function isWeighty({ kind, what, before, after, changes, checkins }: ElementDifference): boolean {
  if (what === 'same') return false;
  if (what !== 'changed' || before === null || after === null) return true;
  if (before.status !== after.status || scoreMoved(before.score, after.score) !== '') return true;
  if (kind === 'kpi' && before.value !== after.value) return true;
  return hasCheckIns(checkins) || changes.some(change => weighty.has(change.what));
}

function hasCheckIns({ added, changed, removed }: ElementDifference['checkins']): boolean {
  return added.length + changed.length + removed.length > 0;
}

function columnsFor(cycleOf: CycleOf, writer: Writer): readonly Column<ElementDifference>[] {
  return [
    { name: '', cell: element => nameCell(element, cycleOf(element)) },
    {
      name: 'Score',
      right: true,
      cell: element => (element.what === 'removed' ? '' : together(figureInWords(element, writer))),
    },
    { name: 'Status', cell: statusCell },
    { name: 'What happened', cell: element => happened(element, writer) },
  ];
}

/** What is not broken over two lines. */
function together(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

/** A key result stands below its objective, which says the cycle. */
function nameCell({ kind, title, ref, what }: ElementDifference, cycle: string): string {
  const text = title || ref || '';
  const name = what === 'removed' ? struck(text) : harmless(text);
  if (kind === 'key result') return name;
  return `${kind === 'objective' ? `**${name}**` : name}${cycle}`;
}

function statusCell({ before, after, what }: ElementDifference): string {
  if (what === 'removed' || after === null) return '';
  const now = together(lookOf(after).word);
  const was = before === null ? now : together(lookOf(before).word);
  return was === now ? now : `${was} → **${now}**`;
}

function happened({ what, kind, changes, checkins }: ElementDifference, writer: Writer): string {
  const { added, changed, removed } = checkins;
  const one = kind === 'kpi' ? 'reading' : 'check-in';
  return [
    ...(what === 'added' ? ['**new**'] : what === 'removed' ? ['**taken out**'] : []),
    ...changes.filter(change => weighty.has(change.what)).map(change => changeInWords(change, writer)),
    ...(added.length === 0 ? [] : [many(added.length, one)]),
    ...(changed.length === 0 ? [] : [`${many(changed.length, one)} rewritten`]),
    ...(removed.length === 0 || what === 'removed' ? [] : [`${many(removed.length, one)} taken out`]),
  ].join('; ');
}

/** What the table does not say, element by element. */
function restLines(
  workspace: WorkspaceDifference,
  shown: ReadonlySet<ElementDifference>,
  cycleOf: CycleOf,
  writer: Writer,
): string[] {
  return elementsOf(workspace).flatMap(element => {
    const { title, ref, what, changes } = element;
    if (what === 'removed') return [];
    const told = shown.has(element);
    const said = [
      ...(told || what === 'same' ? [] : what === 'added' ? ['new'] : []),
      ...changes.filter(change => !told || !weighty.has(change.what)).map(change => changeInWords(change, writer)),
      ...checkInsInWords(element, writer),
    ];
    return said.length === 0 ? [] : [`- ${bold(title || ref || '')}${cycleOf(element)}: ${said.join('; ')}`];
  });
}

function folded(lines: readonly string[]): string {
  return `<details>\n<summary>Check-ins, wording and the rest (${lines.length})</summary>\n\n${lines.join('\n')}\n\n</details>`;
}
