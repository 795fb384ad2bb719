/** An unhealthy KPI gets the objective that would bring it back to its line, with its own numbers. */
import { isKeyResult, type KpiEntry } from '../../model/entry.ts';
import { fromEntry, resolveGoal } from '../../model/resolve.ts';
import { objectiveFor } from '../../rules/kpis/unhealthy.ts';
import { isFinished } from '../../rules/method.ts';
import { kpiUnit } from '../../standing/kpi-unit.ts';
import { keyResultsOn } from '../backlinks.ts';
import type { ActionContext, Offer, Spot } from './offer.ts';

/** On every line of the KPI, and also where nobody wants to be reminded of it. */
export function objectiveForKpi({ context, entry }: Spot): Offer[] {
  if (entry.element.type !== 'kpi') return [];
  const kpi = entry as KpiEntry;
  const { health, value } = context.standings.kpi(kpi);
  if ((health !== 'watch' && health !== 'critical') || value === undefined || isWorkedOn(context, kpi)) return [];
  return objectiveFor(kpi, value, kpiUnit(kpi, context.workspace), context.workspace).map(({ title, edits }) => ({
    title,
    kind: 'refactor.extract',
    edits: () => edits,
  }));
}

/** By a key result that takes its readings, or whose check-ins it takes, while that one runs. */
function isWorkedOn({ workspace, standings }: ActionContext, kpi: KpiEntry): boolean {
  const { follows } = kpi.element;
  const followed = follows && resolveGoal(workspace, follows, fromEntry(kpi));
  const working = [
    ...keyResultsOn(workspace, kpi),
    ...(followed !== undefined && isKeyResult(followed) ? [followed] : []),
  ];
  return working.some(({ objective }) => !isFinished(objective, workspace, standings));
}
