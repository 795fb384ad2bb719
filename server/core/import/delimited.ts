/** A CSV or TSV file as a table of goals. */
import Papa from 'papaparse/papaparse.min.js';
import { delimiterOf, delimitersFor } from '../data/tables.ts';
import { fieldNamed } from './columns.ts';
import { ImportProblem } from './source.ts';
import type { SourceTable } from './table.ts';

/** @param name of the file, whose ending tells a TSV file @throws ImportProblem where its quotes do not close */
export function delimitedTable(name: string, text: string): SourceTable {
  const body = text.replace(/^\uFEFF/, '');
  if (body.trim() === '') throw new ImportProblem('It is empty');
  const delimiter = delimiterOf(body, delimitersFor(name), []);
  const { data, errors } = Papa.parse(body, { delimiter });
  const quote = errors.find(({ type }) => type === 'Quotes');
  if (quote !== undefined)
    throw new ImportProblem(
      `Row ${(quote.row ?? 0) + 1} has a quote that is never closed, or one inside a quoted text: close the one, or write the other twice`,
    );
  return tableOf(data);
}

/** What stands above the row of column names is a title: the header is the first row that names two known columns. */
export function tableOf(rows: readonly (readonly string[])[]): SourceTable {
  const known = (row: readonly string[]) => row.filter(cell => fieldNamed(cell) !== undefined).length;
  const named = rows.slice(0, 10).findIndex(row => known(row) > 1);
  const first = rows.findIndex(row => row.some(cell => cell.trim() !== ''));
  const at = named < 0 ? Math.max(0, first) : named;
  return {
    headers: (rows[at] ?? []).map(header => header.trim()),
    rows: rows.slice(at + 1),
    nameOf: row => `row ${row + at + 2}`,
  };
}

/** How many columns of a table are known, and among tables with as many, how many it names at all. */
export function columnsIn(rows: readonly (readonly string[])[]): { readonly known: number; readonly named: number } {
  const headers = tableOf(rows).headers.filter(header => header !== '');
  return { known: headers.filter(header => fieldNamed(header) !== undefined).length, named: headers.length };
}
