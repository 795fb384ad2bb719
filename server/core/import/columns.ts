/** Which column of a table holds what: guessed from its header, or as somebody says. */
import { nearest } from '../../../grammar/spelling.ts';
import { ImportProblem, textFields } from './source.ts';

/** What a column can hold. */
export const columnFields = [
  'title',
  'type',
  'id',
  'parent',
  'parentTitle',
  'objective',
  'keyResult',
  'owner',
  'team',
  ...textFields,
  'ignore',
] as const;
export type ColumnField = (typeof columnFields)[number];

/** For each column what it holds; undefined where nobody knows. */
export type ColumnMap = readonly (ColumnField | undefined)[];

/** As headers are compared: without case, blanks and signs. */
const names: Readonly<Record<Exclude<ColumnField, 'ignore'>, string>> = {
  title: 'title, name, okr title, okr, okr name, goal, goal title, goal name, item, summary, initiative',
  type: 'type, okr type, item type, kind, level, goal type, category',
  id: 'id, okr id, okr reference, reference, key, ref, kr, kr id, kr no, nr, no, number, #, identifier',
  parent: 'parent, parent okr, parent id, parent okr reference, aligned to, alignment, parent reference, supports',
  parentTitle: 'parent title, parent name, parent okr title, parent goal, parent objective',
  objective: 'objective, objective name, objective title, objectives, o',
  keyResult: 'key result, key results, key result name, key result title, kr title, kr name, krs',
  owner: 'owner, owners, okr owner, assignee, responsible, dri, lead, assigned to, owner name, owner email, who',
  team: 'team, teams, team name, department, group, okr teams, squad, business unit',
  period: 'time period, period, timeperiod, cycle, quarter, okr cycle, time frame, timeframe',
  startDate: 'start date, started, begin, from date, begins',
  dueDate: 'due date, end date, due, deadline, target date, due by, ends',
  status: 'status, state, health, rag, rag status, okr status, progress status, last status',
  progress:
    'progress, progress %, % complete, percent complete, completion, % done, progress percentage, overall progress',
  metric: 'metric name, metric, kpi, measure, measured by, outcome metric name, indicator',
  unit: 'unit, metric unit, units, unit of measure, uom',
  start: 'start, start value, baseline, from, starting value, initial, initial value, metric start',
  target: 'target, target value, goal value, to, metric target, expected, target metric',
  current: 'current, current value, actual, actual value, latest value, value, now, current metric, metric current',
  targetType: 'target type, outcome type, metric type, direction, measure type',
  weight: 'weight, weighting, weightage, alignment weight',
  description: 'description, details, desc, why, rationale, context',
  lastCheckIn:
    'last check in, last checkin, last check in date, check in date, last updated, last update, updated, date',
  note: 'check in note, last check in note, note, notes, comment, comments, latest note, update, remarks, last note',
  confidence: 'confidence, confidence level, confidence score',
  score: 'score, final score, grade, final, final grade, final value, rating',
  tags: 'tags, labels, tag, label',
  link: 'link, url, okr url, okr link, web link',
};

const byName = new Map<string, ColumnField>();
for (const [field, all] of Object.entries(names) as [ColumnField, string][])
  for (const name of all.split(',')) byName.set(keyOf(name), field);

/** Names that say it less well: the type of a target tells more than that of an outcome, which may be any metric's. */
const weak = new Set(['outcomeType', 'metricType', 'measureType'].map(keyOf));

/** Whether a header gives way to another of the same field. */
export function isWeak(header: string): boolean {
  return weak.has(keyOf(header));
}

export function keyOf(header: string): string {
  return header.toLowerCase().replace(/[^\p{L}\p{N}%#]+/gu, '');
}

/** The field of a header, by its usual names. */
export function fieldNamed(header: string): ColumnField | undefined {
  return byName.get(keyOf(header.replace(/\([^()]*\)\s*$/, ''))) ?? byName.get(keyOf(header));
}

/**
 * Column by column, by the names that are usual; of two for one field the first counts.
 * @param rows below the headers, for a name that has two meanings
 */
export function guessColumns(headers: readonly string[], rows: readonly (readonly string[])[]): ColumnMap {
  const found = new Set<ColumnField>();
  const named = headers.map(fieldNamed);
  const guessed = headers.map((header, i) => {
    const field = named[i];
    if (field === undefined || found.has(field)) return undefined;
    if (isWeak(header) && headers.some((other, j) => named[j] === field && !isWeak(other))) return undefined;
    found.add(field);
    return field;
  });
  if (!found.has('title') && !found.has('objective') && !found.has('keyResult')) {
    // `Objective or KR Title`, `Name of the OKR`: the only one of them that no field is known by.
    const titles = headers.flatMap((header, i) =>
      guessed[i] === undefined && /\b(?:title|name)\b/i.test(header) ? [i] : [],
    );
    const [only] = titles;
    if (only !== undefined && titles.length === 1) return guessed.with(only, 'title');
  }
  // `KR` is a number beside a title, and without one the key result itself, where it has words.
  const keyResult = headers.findIndex(
    (header, i) => guessed[i] === 'id' && keyOf(header) === 'kr' && rows.some(row => /\p{L}{3,}\s/u.test(row[i] ?? '')),
  );
  if (!found.has('title') && !found.has('objective') && !found.has('keyResult') && keyResult >= 0)
    return guessed.with(keyResult, 'keyResult');
  // A table of key results is titled by them; without another title, its key results or objectives are it.
  if (!found.has('title') && !found.has('objective') && !found.has('keyResult') && found.has('metric'))
    return guessed.map(field => (field === 'metric' ? 'title' : field));
  return guessed;
}

/**
 * The guess, and over it what somebody says.
 * @param said header by field, `title: "Objective name"`
 * @throws ImportProblem where it names a field or a column that there is not, or none holds a title
 */
export function columnsFor(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  said: Readonly<Record<string, string>>,
): ColumnMap {
  const map = [...guessColumns(headers, rows)];
  for (const [field, header] of Object.entries(said)) {
    const known = columnFields.find(each => keyOf(each) === keyOf(field)) ?? fieldNamed(field);
    if (known === undefined) throw new ImportProblem(noField(field));
    const column = headers.findIndex(each => keyOf(each) === keyOf(header));
    if (column < 0) throw new ImportProblem(noColumn(header, headers));
    if (known !== 'ignore') for (const [i, each] of map.entries()) if (each === known) map[i] = undefined;
    map[column] = known;
  }
  if (!map.some(field => field === 'title' || field === 'objective' || field === 'keyResult'))
    throw new ImportProblem(
      `No column of it is known to hold the titles: it has ${listed(headers)}`,
      headers.filter(header => header !== ''),
    );
  return map;
}

function noField(field: string): string {
  const near = nearest(field, columnFields);
  const all = columnFields.map(each => `\`${each}\``).join(', ');
  return `\`${field}\` is nothing that a column can hold${near === undefined ? `; there is ${all}` : `: did you mean \`${near}\`?`}`;
}

function noColumn(header: string, headers: readonly string[]): string {
  const near = nearest(header, headers);
  return `It has no column \`${header}\`${near === undefined ? `: it has ${listed(headers)}` : `: did you mean \`${near}\`?`}`;
}

function listed(headers: readonly string[]): string {
  const named = headers.filter(header => header !== '').map(header => `\`${header.slice(0, 40)}\``);
  return named.length > 20 ? `${named.slice(0, 20).join(', ')} and ${named.length - 20} more` : named.join(', ');
}
