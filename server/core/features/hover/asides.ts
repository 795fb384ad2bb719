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
  const rows = workspace.data.rows(file.uri, data);
  if (rows === 'loading') return 'This file has not been read yet';
  if ('message' in rows) return plain(rows.message);
  const newest = rows.at(-1);
  if (newest === undefined) return `Column ${code(data.column)} has no values yet`;
  const unit = keyResult === undefined ? kpiUnit(kpi as KpiEntry, workspace) : unitOf(keyResult.keyResult.measure);
  const today = workspace.today.get();
  return `**${count(rows.length, 'value')}** in column ${code(data.column)}, the newest **${quantity(newest.value, unit)}** of ${shortDay(newest.day, today)}`;
}
