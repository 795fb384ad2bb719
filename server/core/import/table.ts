/** A table of goals, one a row: a tool's export, a spreadsheet, or a table in a wiki. */
import { type ColumnField, type ColumnMap, columnsFor } from './columns.ts';
import { labelOfTitle } from './labels.ts';
import { peopleIn } from './people.ts';
import { withCheckInsTogether } from './same-rows.ts';
import {
  ImportProblem,
  type ItemKind,
  item,
  type Remark,
  type Source,
  type SourceItem,
  shown,
  type TextField,
  textFields,
} from './source.ts';

export interface SourceTable {
  readonly headers: readonly string[];
  /** Texts, as many as there are headers or fewer. */
  readonly rows: readonly (readonly string[])[];
  /** What a person calls a row, counted from 0. */
  nameOf(row: number): string;
}

/** @param said which column holds what, where the guess is not right: header by field */
export function readTableSource(table: SourceTable, said: Readonly<Record<string, string>>): Source {
  const { headers, rows } = table;
  if (headers.every(header => header === ''))
    throw new ImportProblem('It is empty: its first row should name the columns');
  const map = columnsFor(headers, rows, said);
  if (rows.every(row => row.every(cell => cell.trim() === '')))
    throw new ImportProblem('It has a row of column names and nothing below it');
  const items = withCheckInsTogether(itemsOf(table, map, undefined));
  return { items, teams: [], periods: [], leftOut: unmapped(table, map) };
}

/** @param above the objective that key results without one belong to: of a table below a heading */
export function itemsOf(table: SourceTable, map: ColumnMap, above: SourceItem | undefined): SourceItem[] {
  const items: SourceItem[] = [];
  const objectives = new Map<string, SourceItem>();
  const has = (field: ColumnField) => map.includes(field);
  const isPair = has('objective') && (has('keyResult') || has('title'));
  let last: SourceItem | undefined = above;
  for (const [index, row] of table.rows.entries()) {
    if (row.every(cell => cell.trim() === '')) continue;
    // An apostrophe keeps a spreadsheet from taking a text for a formula.
    const cell = (field: ColumnField) => row[map.indexOf(field)]?.trim().replace(/^'(?=[=+@-])/, '') ?? '';
    const place = table.nameOf(index);
    const objective = cell('objective');
    if (isPair && objective !== '') {
      const { title, number } = labelOfTitle(objective);
      last =
        objectives.get(objective) ?? asParent(item(place, title, { ...outer(cell), kind: 'objective', ids: number }));
      if (!objectives.has(objective)) items.push(last);
      objectives.set(objective, last);
    }
    const title = isPair ? cell('keyResult') || cell('title') : cell('title') || cell('objective') || cell('keyResult');
    if (isPair && title === '') {
      if (objective !== '' && last !== undefined && items.at(-1) === last)
        items[items.length - 1] = last = withOwnRow(last, read(place, last.title, cell));
      if (objective !== '' && last !== undefined) objectives.set(objective, last);
      continue;
    }
    const isChild = isPair || (above !== undefined && cell('type') === '' && cell('parent') === '');
    const label = labelOfTitle(title);
    const own = read(place, label.title, cell);
    const kind: ItemKind | undefined =
      isChild && last !== undefined ? 'key result' : !has('title') && has('keyResult') ? 'key result' : own.kind;
    const parents = isChild && last !== undefined ? [keyFor(last)] : own.parents;
    items.push({ ...own, kind, parents, ids: [...own.ids, ...label.number] });
  }
  return items;
}

/** What others point to it by: its place is its own alone. */
export function keyFor({ place, title }: SourceItem): string {
  return `${place}\n${title}`;
}

function asParent(objective: SourceItem): SourceItem {
  return { ...objective, ids: [...objective.ids, keyFor(objective)] };
}

/** An objective that has a row of its own, without a key result. */
function withOwnRow({ ids }: SourceItem, row: SourceItem): SourceItem {
  return { ...row, kind: 'objective', ids: [...ids, ...row.ids] };
}

function outer(cell: (field: ColumnField) => string): Partial<SourceItem> {
  const period = cell('period');
  return { teams: teamsIn(cell('team')), fields: period === '' ? {} : { period } };
}

function read(place: string, title: string, cell: (field: ColumnField) => string): SourceItem {
  const fields: Partial<Record<TextField, string>> = {};
  for (const field of textFields) if (cell(field) !== '') fields[field] = cell(field);
  return item(place, title, {
    type: cell('type'),
    ids: cell('id') === '' ? [] : [cell('id')],
    parents: [...cell('parent').split(/[;\n]/), cell('parentTitle')]
      .map(text => text.trim())
      .filter(text => text !== ''),
    owners: peopleIn(cell('owner')),
    teams: teamsIn(cell('team')),
    fields,
  });
}

function teamsIn(text: string): string[] {
  return text
    .split(/[;,|\n]/)
    .map(team => team.trim())
    .filter(team => team !== '');
}

/** The columns that hold something and that no field is for. */
function unmapped({ headers, rows }: SourceTable, map: ColumnMap): Remark[] {
  return headers.flatMap((header, i) => {
    const cells = rows.map(row => row[i]?.trim() ?? '').filter(cell => cell !== '');
    if (map[i] !== undefined || cells.length === 0) return [];
    const [first = ''] = cells;
    const what = `${cells.length === 1 ? '1 value' : `${cells.length} values`}, ${cells.length === 1 ? '' : 'the first '}${shown(first)}`;
    return [
      {
        place: `column ${shown(header === '' ? `no. ${i + 1}` : header)}`,
        what,
        why: 'nothing here is known to hold it',
      },
    ];
  });
}
