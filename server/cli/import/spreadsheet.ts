/** The cells of an XLSX file as texts. */
// read-excel-file: reads and nothing else, 50 kB, with a small XML reader of its own; others bring a writer, styles and charts.
import readSheets from 'read-excel-file/universal';
import { toIso } from '../../core/calendar/day.ts';
import { tableOf } from '../../core/import/delimited.ts';
import { UsageError } from '../usage.ts';
import { unzip } from './unzip.ts';

const DAY = 86_400_000;

export interface SheetRows {
  readonly rows: readonly (readonly string[])[];
  /** Sheets that were passed over. */
  readonly others: readonly string[];
}

/** The sheet with the most columns that are known; @throws UsageError where the file cannot be read. */
export async function sheetRows(bytes: Uint8Array): Promise<SheetRows> {
  // Looked through before the library unpacks it.
  unzip(bytes, () => false);
  const sheets = await readSheets(new Uint8Array(bytes).buffer).catch(() => {
    throw new UsageError('It is no XLSX file that can be read: save it again as XLSX, or as CSV');
  });
  const found = sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map(row => row.map(cellText)) }));
  const [best] = found.map(each => ({ ...each, known: columnsKnown(each.rows) })).sort((a, b) => b.known - a.known);
  if (best === undefined || best.rows.length === 0) throw new UsageError('It has no sheet with anything in it');
  return {
    rows: best.rows,
    others: found.filter(({ name, rows }) => name !== best.name && rows.length > 0).map(({ name }) => name),
  };
}

function columnsKnown(rows: readonly (readonly string[])[]): number {
  return rows.length === 0 ? -1 : tableOf(rows).headers.filter(header => header !== '').length;
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  // A cell's moment has no zone: the library gives it as one of UTC.
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : toIso(Math.floor(cell.getTime() / DAY));
  return String(cell);
}
