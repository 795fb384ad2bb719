/** A reading of a KPI, and the lines that it is held against. */
import type { Statement, Value } from '../../../../grammar/tree.ts';
import type { KpiEntry } from '../../model/entry.ts';
import { healthOf } from '../../scores/kpi-health.ts';
import { kpiUnit } from '../../standing/kpi-unit.ts';
import type { FeatureContext } from '../context.ts';
import { blocks, facts } from '../markdown.ts';
import { change, healthInWords, holdInWords, quantity, shortDay } from '../words.ts';

export function readingCard(context: FeatureContext, value: Value, day: number, entry: KpiEntry): string | undefined {
  if (value.number === null) return undefined;
  const today = context.workspace.today.get();
  const unit = value.unit || kpiUnit(entry, context.workspace);
  const before = context.standings.kpi(entry).readings.findLast(reading => reading.day < day);
  const moved =
    before === undefined
      ? undefined
      : `${change(value.number - before.value, unit)} since ${shortDay(before.day, today)}`;
  const health = healthInWords(healthOf(entry.element, value.number));
  return blocks(
    `**${quantity(value.number, unit)}** on ${shortDay(day, today)} · ${health}`,
    facts([['Change', moved]]),
  );
}

/** `healthy` and `critical`. */
export function lineCard(context: FeatureContext, statement: Statement, entry: KpiEntry): string | undefined {
  const hold = statement.kind === 'healthy' ? entry.element.healthy : entry.element.critical;
  if (hold === undefined) return undefined;
  const { value, day, health } = context.standings.kpi(entry);
  const today = context.workspace.today.get();
  const now =
    value === undefined || day === undefined
      ? 'No reading yet'
      : `Now ${quantity(value, kpiUnit(entry, context.workspace))} on ${shortDay(day, today)} · **${healthInWords(health)}**`;
  const word = statement.kind === 'healthy' ? 'Healthy while it is' : 'Critical when it is';
  return blocks(`${word} **${holdInWords(hold)}**`, now);
}
