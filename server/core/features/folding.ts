/** What can be folded away: headings with what they hold, elements, runs of check-ins and readings, texts and comments. */
import type { FoldingRange } from 'vscode-languageserver-types';
import type { Statement } from '../../../grammar/tree.ts';
import type { OkrFile, Row } from '../model/file.ts';
import { extentOf } from './extent.ts';
import { historyInWords, isHistory } from './folding/history.ts';
import { isHeading } from './parts.ts';
import { commentRuns, isDescription, runs } from './runs.ts';
import { lastOf, type Section, sectionsOf } from './sections.ts';

/** What a client can do with folding ranges. */
export interface FoldingWishes {
  /** It folds whole lines and wants no characters. */
  readonly linesOnly: boolean;
  /** It shows a text of ours in place of what is folded. */
  readonly showsText: boolean;
  readonly most: number;
}

const comment = { kind: 'comment' };

/** A range, and how deep in the file it is. */
interface Fold {
  readonly range: FoldingRange;
  readonly depth: number;
}

/** The folding ranges of a file in reading order, the outermost where there are too many; one for each line. */
export function foldingRanges(file: OkrFile, { linesOnly, showsText, most }: FoldingWishes): FoldingRange[] {
  const folds = new Map<number, Fold>();
  const add = (startLine: number, endLine: number, depth: number, extra = {}) => {
    const known = folds.get(startLine);
    if (endLine <= startLine || (known !== undefined && known.range.endLine >= endLine)) return;
    const characters = linesOnly
      ? {}
      : { startCharacter: widthOf(file, startLine), endCharacter: widthOf(file, endLine) };
    folds.set(startLine, { range: { startLine, endLine, ...characters, ...extra }, depth });
  };
  const lineOf = ({ block }: Row, { line }: Pick<Statement, 'line'>) => file.lineOf(block, line);
  const lastLineOf = ({ block }: Row, node: Statement) => file.lineOf(block, extentOf(block, node).lastLine);

  const addSection = (section: Section, depth: number) => {
    const { row, node, holds } = section;
    const last = lastOf(section);
    add(lineOf(row, node), lastLineOf(last.row, last.node), depth);
    addInside(row, node, depth);
    for (const each of holds) addSection(each, depth + 1);
  };
  const addInside = (row: Row, root: Statement, depth: number) => {
    // A list and no recursion: a file may be indented as deep as it likes.
    const inside = [{ node: root, depth }];
    for (const { node, depth } of inside) {
      for (const child of node.body) {
        if (child.body.length > 0 || isHeading(child)) add(lineOf(row, child), lastLineOf(row, child), depth + 1);
        if (child.body.length > 0) inside.push({ node: child, depth: depth + 1 });
      }
      for (const run of runs(node.body, isHistory))
        addRun(row, run, depth + 2, showsText ? { collapsedText: historyInWords(run, node) } : {});
      for (const run of runs(node.body, isDescription)) addRun(row, run, depth + 2, comment);
    }
  };
  const addRun = (row: Row, run: readonly Statement[], depth: number, extra: object) =>
    add(lineOf(row, run[0] as Statement), lastLineOf(row, run.at(-1) as Statement), depth, extra);

  for (const section of sectionsOf(file)) addSection(section, 0);
  for (const row of file.content)
    for (const run of commentRuns(row.block)) add(lineOf(row, run[0]!), lineOf(row, run.at(-1)!), 2, comment);

  const all = [...folds.values()];
  const kept = all.length <= most ? all : all.sort((a, b) => a.depth - b.depth).slice(0, Math.max(0, most));
  return kept.map(({ range }) => range).sort((a, b) => a.startLine - b.startLine);
}

function widthOf(file: OkrFile, line: number): number {
  return file.document.lineText(line).length;
}
