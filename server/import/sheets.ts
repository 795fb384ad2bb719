/** The cells of an XLSX file as the texts that people see in them. */
// read-excel-file: reads and nothing else, 50 kB, with a small XML reader of its own; others bring a writer, styles and charts.

import { zipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { toIso } from '../core/calendar/day.ts';
import { ImportProblem } from '../core/import/source.ts';
import { withPercentSigns } from './percent-cells.ts';
import { unzip } from './unzip.ts';
import { withinLimits } from './workbook-limits.ts';

const DAY = 86_400_000;

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** @throws ImportProblem where it cannot be read */
export async function readSheets(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const parts = withPercentSigns(withinLimits(unzip(bytes, name => /\.(?:xml|rels)$/i.test(name))));
  // What is not packed the library unpacks by itself, and starts no thread for it, which not every host allows.
  const plain = zipSync(Object.fromEntries(parts), { level: 0 });
  const sheets = await readWorkbook(plain.buffer).catch(() => {
    throw new ImportProblem('It is no XLSX file that can be read: save it again as XLSX, or as CSV');
  });
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map(row => row.map(cellText)) }));
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  // A cell's moment has no zone: the library gives it as one of UTC.
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : toIso(Math.floor(cell.getTime() / DAY));
  return String(cell);
}
