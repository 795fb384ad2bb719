/** A comparison on the terminal: what moved in the middle of a line, and what was written below it. */

import { changeInWords } from '../../core/revisions/change-words.ts';
import { checkInsInWords } from '../../core/revisions/check-in-words.ts';
import { cyclesBesideTitles } from '../../core/revisions/cycles-beside-titles.ts';
import type { Comparison, ElementDifference, WorkspaceDifference } from '../../core/revisions/difference.ts';
import {
  figureInWords,
  goalpostsMoved,
  lookOf,
  revisionInWords,
  scoreInWords,
  scoreMoved,
  summary,
} from '../../core/revisions/standing-words.ts';
import { day, type Writer } from '../../core/revisions/writer.ts';
import { wrapped } from '../show/details.ts';
import { mark, paint, plain } from '../show/looks.ts';
import { type Cell, type Column, type Row, tableLines } from '../show/table.ts';
import type { Colours } from '../terminal/colours.ts';

const WIDEST = 120;
const columnsOfRow: readonly Column[] = [{ flexible: true }, { align: 'right' }, { align: 'right', spare: 1 }, {}];
const signs = { added: '+', removed: '-', changed: '~', same: ' ' } as const;

export interface Looks {
  readonly columns: number;
  readonly colours: Colours;
}

export function comparisonText(comparison: Comparison, { columns, colours }: Looks): string {
  const { before, after, today, workspaces } = comparison;
  const writer: Writer = { today, plain };
  const across = Math.min(columns, WIDEST);
  const title = `${revisionInWords(before, writer)} → ${revisionInWords(after, writer)}`;
  const head = [
    ...wrapped(title, across, '', colours.bold),
    colours.dim(
      workspaces.length === 0
        ? 'Nothing differs in terms of OKRs.'
        : `${summary(workspaces)}; scores as of ${day(today, writer)}`,
    ),
  ];
  const parts = workspaces.map(workspace => {
    const name = workspaces.length > 1 ? [colours.inverse(` ${plain(workspace.folder)} `), ''] : [];
    return [...name, ...workspaceLines(workspace, writer, across, colours)];
  });
  return `${[head, ...parts].map(lines => lines.join('\n')).join('\n\n')}\n`;
}

function workspaceLines(workspace: WorkspaceDifference, writer: Writer, across: number, colours: Colours): string[] {
  const { cycles, objectives, kpis, initiatives } = workspace;
  const moved = goalpostsMoved(workspace);
  const cycleOf = cyclesBesideTitles(workspace);
  const rows: (Row | string)[] = [];
  const gap = () => rows.length > 0 && rows.push('');
  for (const cycle of cycles) {
    rows.push([
      { text: [cycle.id, plain(cycle.title)].filter(text => text !== '').join('  '), paint: colours.bold },
      { text: scoreInWords(cycle.before, cycle.after) },
      byCell(cycle.before, cycle.after, colours),
      { text: '' },
    ]);
  }
  if (moved.length > 0) {
    gap();
    rows.push(colours.yellow('Goalposts moved without a `target` line:'));
    for (const { element, change } of moved)
      rows.push(
        ...wrapped(`${plain(element.title)}${cycleOf(element)}: ${changeInWords(change, writer)}`, across - 2, '  '),
      );
  }
  const add = (element: ElementDifference, indent: string) => {
    rows.push(elementRow(element, element.kind === 'key result' ? '' : cycleOf(element), indent, writer, colours));
    rows.push(
      ...below(element, writer).flatMap(({ text, loud }) =>
        wrapped(text, across - 6, '      ', loud ? colours.yellow : colours.dim),
      ),
    );
  };
  for (const objective of objectives) {
    gap();
    add(objective, '');
    for (const keyResult of objective.keyResults) add(keyResult, '  ');
  }
  for (const [name, elements] of [
    ['KPIs', kpis],
    ['Initiatives', initiatives],
  ] as const) {
    if (elements.length === 0) continue;
    gap();
    rows.push(colours.bold(name));
    for (const element of elements) add(element, '  ');
  }
  return tableLines(columnsOfRow, rows, across);
}

/** @param cycle what tells it apart from another one of its title */
function elementRow(element: ElementDifference, cycle: string, indent: string, writer: Writer, colours: Colours): Row {
  const { what, kind, before, after, title, ref } = element;
  const paintSign = { added: colours.green, removed: colours.red, changed: colours.yellow, same: colours.dim }[what];
  const isGone = what === 'removed';
  const name = plain(title || ref || 'without a title') + cycle;
  return [
    {
      text: `${indent}${signs[what]} ${name}`,
      paint: text => {
        const words = text.slice(indent.length + 1);
        const looks = isGone ? colours.dim : kind === 'objective' ? colours.bold : String;
        return `${indent}${paintSign(signs[what])}${looks(words)}`;
      },
    },
    { text: isGone ? '' : figureInWords(element, writer), ...(what === 'same' && { paint: colours.dim }) },
    kind === 'kpi' ? { text: '' } : byCell(before?.score ?? null, after?.score ?? null, colours),
    statusCell(element, colours),
  ];
}

function byCell(before: number | null, after: number | null, colours: Colours): Cell {
  const text = scoreMoved(before, after);
  if (text === '') return { text };
  return { text, paint: text.startsWith('+') ? colours.green : colours.red };
}

/** `▲ at risk → ✓ on track` */
function statusCell({ what, before, after }: ElementDifference, colours: Colours): Cell {
  if (what === 'removed') return { text: 'taken out', paint: colours.red };
  const now = after === null ? undefined : mark(lookOf(after));
  if (now === undefined) return { text: '' };
  if (what === 'added') return { text: `new, ${now.text}`, paint: paint(now.tone, colours) };
  const was = before === null ? now : mark(lookOf(before));
  const text = was.text === now.text ? now.text : `${was.text} → ${now.text}`;
  return { text, paint: what === 'same' ? colours.dim : paint(now.tone, colours) };
}

/** What is said below an element: of what is new or gone nothing but its name and its check-ins. */
function below(element: ElementDifference, writer: Writer): { readonly text: string; readonly loud: boolean }[] {
  const { what, ref, owner, changes } = element;
  const about = [ref, owner].filter(part => part !== null).map(part => plain(part as string));
  if (what === 'removed') return about.length === 0 ? [] : [{ text: about.join(', '), loud: false }];
  const said = [
    ...changes.map(change => ({ text: changeInWords(change, writer), loud: change.inPlace })),
    ...checkInsInWords(element, writer).map(text => ({ text, loud: false })),
  ];
  const isTold = what === 'added' && about.length > 0;
  return isTold ? [{ text: about.join(', '), loud: false }, ...said] : said;
}
