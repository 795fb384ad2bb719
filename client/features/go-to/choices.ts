/** The entries of *OKR: Go to Objective*. */
import type { OutlineGroup, OutlineItem } from '../../../server/core/requests/outline.ts';
import { lookOf } from '../outline/looks.ts';

export interface Destination {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly item: OutlineItem;
}

/** Objectives, each followed by its key results, and KPIs; what is found by owner, team, cycle and reference too. */
export function destinations(groups: readonly OutlineGroup[]): readonly Destination[] {
  return groups.flatMap(({ items }) => items.flatMap(item => [item, ...item.items])).map(destination);
}

function destination(item: OutlineItem): Destination {
  const { title, ref, score, standing, owner, teamTitle, cycle, kind, status } = item;
  const words = standing.replace(/^\P{L}+/u, '');
  const own = kind === 'objective' ? 'Objective' : kind === 'kpi' ? 'KPI' : 'Key result';
  return {
    label: `$(${lookOf(status).icon}) ${title}`,
    description: [score, ref].filter(part => part !== null).join(' · '),
    detail: [own, words, owner, teamTitle, cycle].filter(part => part !== null && part !== '').join(' · '),
    item,
  };
}
