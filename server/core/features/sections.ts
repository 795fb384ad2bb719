/** What stands under which heading: a team's cycles, a cycle's objectives, in the order of the file. */
import type { Position } from '../../../grammar/document.ts';
import type { Statement } from '../../../grammar/tree.ts';
import { type OkrFile, type Row, rootsOf } from '../model/file.ts';
import { extentOf } from './extent.ts';

/** A statement at the first level, and what it holds as a heading. */
export interface Section {
  readonly row: Row;
  readonly node: Statement;
  readonly holds: Section[];
}

/**
 * The sections at the top of a file. A heading holds what follows it down to the next of its kind; of team and cycle
 * the one that came first is the outer one.
 */
export function sectionsOf(file: OkrFile): readonly Section[] {
  const top: Section[] = [];
  const open: Section[] = [];
  for (const row of file.content) {
    for (const node of rootsOf(row.block)) {
      const section: Section = { row, node, holds: [] };
      const isHeading = node.kind === 'team' || node.kind === 'cycle';
      const before = isHeading ? open.findIndex(each => each.node.kind === node.kind) : -1;
      if (before >= 0) open.length = before;
      (open.at(-1)?.holds ?? top).push(section);
      if (isHeading) open.push(section);
    }
  }
  return top;
}

/** The last that a section holds, itself where it holds none. */
export function lastOf(section: Section): Section {
  let last = section;
  for (let below = last.holds.at(-1); below !== undefined; below = last.holds.at(-1)) last = below;
  return last;
}

/** Where a section ends. */
export function endOf(file: OkrFile, section: Section): Position {
  const { row, node } = lastOf(section);
  return file.document.positionOf(file.indexOf(row.block), extentOf(row.block, node).end);
}
