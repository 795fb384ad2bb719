/** The card of whatever a reference leads to. */
import { type InitiativeEntry, isKeyResult, type KpiEntry } from '../../model/entry.ts';
import type { FeatureContext } from '../context.ts';
import { isGoal, type Target } from '../naming.ts';
import { initiativeCard } from './initiative.ts';
import { keyResultCard } from './key-result.ts';
import { kpiCard } from './kpi.ts';
import { objectiveCard } from './objective.ts';

export function targetCard(context: FeatureContext, target: Target): string {
  if (isGoal(target)) return isKeyResult(target) ? keyResultCard(context, target) : objectiveCard(context, target);
  return target.element.type === 'kpi'
    ? kpiCard(context, target as KpiEntry)
    : initiativeCard(context, target as InitiativeEntry);
}
