/** Import: what other tools and documents say, as `.okr` files, with a list of what was not carried over. */
import { delimitedTable, tableOf } from './delimited.ts';
import { filesOf, type PlannedFile } from './files.ts';
import { type ParsedFile, readObjects } from './json.ts';
import type { OutlineEntry } from './outline.ts';
import { readOutline } from './outline.ts';
import type { ImportPlan, PlanOptions } from './plan.ts';
import { planOf } from './planner.ts';
import { ImportProblem, refuseTooMany, type Source } from './source.ts';
import { readTableSource } from './table.ts';
import { textOutline } from './text.ts';

export { ImportProblem } from './source.ts';

/** What there is to import, as far as its format is known. */
export type ImportInput =
  | { readonly format: 'csv'; readonly name: string; readonly text: string }
  /** Of a spreadsheet: its cells as texts. */
  | { readonly format: 'rows'; readonly rows: readonly (readonly string[])[] }
  | { readonly format: 'objects'; readonly files: readonly ParsedFile[]; readonly isViva: boolean }
  | { readonly format: 'outline'; readonly entries: readonly OutlineEntry[] }
  | { readonly format: 'text'; readonly text: string };

export interface ImportOptions extends PlanOptions {
  /** Which column holds what: header by field. */
  readonly columns: Readonly<Record<string, string>>;
}

export interface Imported {
  readonly plan: ImportPlan;
  readonly files: readonly PlannedFile[];
}

/** @throws ImportProblem with a sentence for a person, where it cannot be read, or holds nothing, or too much */
export function importFrom(input: ImportInput, options: ImportOptions): Imported {
  const source = sourceOf(input, options);
  refuseTooMany(source.items.length, 'goals');
  const plan = planOf(source, options);
  const files = filesOf(plan);
  if (plan.elements.length === 0) throw new ImportProblem('There is no objective, key result or initiative in it');
  return { plan, files };
}

function sourceOf(input: ImportInput, { columns }: ImportOptions): Source {
  switch (input.format) {
    case 'csv':
      return readTableSource(delimitedTable(input.name, input.text), columns);
    case 'rows':
      return readTableSource(tableOf(input.rows), columns);
    case 'objects':
      return readObjects(input.files, input.isViva);
    case 'outline':
      return readOutline(input.entries);
    case 'text':
      if (input.text.trim() === '') throw new ImportProblem('It is empty');
      return readOutline(textOutline(input.text));
  }
}
