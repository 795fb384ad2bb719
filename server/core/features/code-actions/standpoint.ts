/** Where a reference would stand that is not written yet. */
import { Entry, type Heading, type ObjectiveEntry } from '../../model/entry.ts';
import type { OkrFile } from '../../model/file.ts';
import { cycleOf, type From } from '../../model/resolve.ts';
import type { Workspace } from '../../model/workspace.ts';
import { shortest } from '../../rules/near-references.ts';

/** What the headings say at the end of a row: for an element that is put below it. */
export function headingBelow(file: OkrFile, index: number): Heading {
  let above: Heading = { team: undefined, cycle: undefined };
  for (const { heading } of file.content.slice(0, index + 1))
    if (heading !== undefined) above = { ...above, ...heading };
  return above;
}

/** Beside an element, under other headings. */
export function standpoint(beside: Entry, heading: Heading): From {
  const element = { ...beside.facts.peek(), type: 'initiative' } as never;
  return { entry: new Entry(beside.file, beside.block, beside.index, element, heading), objective: undefined };
}

/**
 * The shortest way to write an objective, or a key result of it, from a standpoint.
 * @param name what the objective is called from now on, where it has no name yet
 */
export function referenceFrom(
  workspace: Workspace,
  objective: ObjectiveEntry,
  name: string,
  kr: string | undefined,
  from: From,
): string {
  const known = objective.facts.peek().name;
  const found = known === name ? shortest(workspace, objective, kr, from, false) : undefined;
  if (found !== undefined) return found;
  const team = typeof objective.team === 'string' && objective.team !== from.entry.team ? `${objective.team}/` : '';
  const cycle = cycleOf(workspace, objective);
  const when = cycle !== undefined && cycle.key !== cycleOf(workspace, from.entry)?.key ? ` in ${cycle.id}` : '';
  return `${team}${name}${kr === undefined ? '' : `.${kr}`}${when}`;
}
