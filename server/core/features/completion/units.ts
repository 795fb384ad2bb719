/** Units: the one of this key result first, then those that the workspace writes most. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { KpiEntry } from '../../model/entry.ts';
import { kpiUnit } from '../../standing/kpi-unit.ts';
import { unitOf } from '../words.ts';
import type { Writing } from './arguments.ts';
import { portions } from './entries.ts';
import type { Proposal } from './item.ts';
import type { LineWord } from './line.ts';

const MOST = 30;

/** @param begun words of a unit that are written already: `new` of `new clients` */
export async function unitProposals(writing: Writing, begun: readonly LineWord[]): Promise<Proposal[]> {
  const own = ownUnit(writing);
  const words = begun.map(({ text }) => text).join(' ');
  const start = begun[0]?.start;
  return [...new Set([...(own === '' ? [] : [own]), ...(await unitsIn(writing))])]
    .filter(unit => unit.startsWith(words) && unit !== words && !/^\p{L}{0,2}\p{Sc}$/u.test(unit))
    .slice(0, MOST)
    .map(unit => ({
      label: unit,
      kind: CompletionItemKind.Unit,
      ...(unit === own ? { description: 'the unit here' } : {}),
      ...(start === undefined ? {} : { start }),
    }));
}

function ownUnit({ context: { workspace }, place: { keyResult, entry } }: Writing): string {
  if (keyResult !== undefined) return unitOf(keyResult.keyResult.measure);
  return entry?.facts.peek().type === 'kpi' ? kpiUnit(entry as KpiEntry, workspace) : '';
}

/** The most written first. */
async function unitsIn(writing: Writing): Promise<string[]> {
  const counts = new Map<string, number>();
  const add = (unit: string) => {
    if (unit !== '') counts.set(unit, (counts.get(unit) ?? 0) + 1);
  };
  for await (const entries of portions(writing)) {
    for (const entry of entries) {
      const element = entry.facts.peek();
      if (element.type === 'kpi') add(element.unit);
      else if (element.type === 'objective') for (const { measure } of element.keyResults) add(unitOf(measure));
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([unit]) => unit);
}
