/** Small cards: a tag, and a data file. */
import type { Statement } from '../../../../grammar/tree.ts';
import type { InitiativeEntry, KpiEntry, ObjectiveEntry } from '../../model/entry.ts';
import { kpiUnit } from '../../standing/kpi-unit.ts';
import type { FeatureContext } from '../context.ts';
import { type Cursor, entryOf, keyResultAt } from '../cursor.ts';
import { blocks, code, plain } from '../markdown.ts';
import { standingInShort, type Target, titleOf } from '../naming.ts';
import { count, quantity, shortDay, unitOf } from '../words.ts';

const MOST = 8;

/** Everything with the same tag. */
export function tagCard(context: FeatureContext, tag: string): string {
  const tagged: Target[] = [];
  for (const entry of context.workspace.entries.get()) {
    if (!entry.block.text.includes(tag)) continue;
    const element = entry.facts.peek();
    if (element.type === 'team' || element.type === 'cycle' || element.type === 'person') continue;
    if (element.tags.includes(tag)) tagged.push(entry as ObjectiveEntry | KpiEntry | InitiativeEntry);
    if (element.type !== 'objective') continue;
    for (const keyResult of element.keyResults)
      if (keyResult.tags.includes(tag)) tagged.push({ objective: entry as ObjectiveEntry, keyResult });
  }
  const lines = tagged
    .slice(0, MOST)
    .map(each => `- ${plain(titleOf(context, each))}: ${standingInShort(context, each)}`);
  if (tagged.length > MOST) lines.push(`- and ${tagged.length - MOST} more`);
  return blocks(`${code(tag)} is on ${count(tagged.length, 'element')}`, lines.join('\n'));
}

/** What a data file gives: how many values, and the newest. */
export function dataCard({ workspace }: FeatureContext, { row, file }: Cursor, node: Statement): string | undefined {
  const keyResult = keyResultAt(row, node);
  const entry = entryOf(row, node);
  const kpi = entry?.element.type === 'kpi' ? (entry as KpiEntry) : undefined;
  const data = keyResult?.keyResult.data ?? kpi?.element.data;
  if (data === undefined) return undefined;
  const series = workspace.data.series(file.uri, data);
  if (series === 'loading') return 'This file has not been read yet';
  if ('message' in series) return plain(series.message);
  const { column, aggregation } = data;
  const { readings, rows, otherRows, emptyRows } = series;
  const newest = readings.at(-1);
  const left = [
    otherRows > 0 ? `${otherRows} by \`where\`` : '',
    emptyRows > 0 ? `${emptyRows} without a value` : '',
  ].filter(each => each !== '');
  const of =
    otherRows === rows && rows > 0
      ? `None of its ${count(rows, 'row')} fits \`where\``
      : `${count(rows, 'row')}${left.length === 0 ? '' : `, left out: ${left.join(' and ')}`}`;
  const rest = rows === readings.length ? undefined : of;
  const where = column === undefined ? 'from the rows that are counted' : `in column ${code(column)}`;
  if (newest === undefined) return blocks(`No values yet ${where}`, rest);
  const unit = keyResult === undefined ? kpiUnit(kpi as KpiEntry, workspace) : unitOf(keyResult.keyResult.measure);
  const day = shortDay(newest.day, workspace.today.get());
  const several = aggregation === 'last' || column === undefined ? '' : `, ${aggregates[aggregation]}`;
  return blocks(
    `**${count(readings.length, 'value')}** ${where}${several}, the newest **${quantity(newest.value, unit)}** of ${day}`,
    rest,
  );
}

const aggregates = {
  sum: 'added up for each day',
  mean: 'the mean of each day',
  min: 'the least of each day',
  max: 'the most of each day',
  count: 'as many as rows on each day',
};
