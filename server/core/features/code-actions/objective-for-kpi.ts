/** An unhealthy KPI gets an objective. */
import { remedyFor } from '../../edits/objective-for-kpi.ts';
import type { KpiEntry } from '../../model/entry.ts';
import type { Offer, Spot } from './offer.ts';

/** On every line of the KPI, and also where nobody wants to be reminded of it. */
export function objectiveForKpi({ context, entry }: Spot): Offer[] {
  const remedy = entry.element.type === 'kpi' ? remedyFor(context, entry as KpiEntry) : undefined;
  return remedy === undefined ? [] : [{ title: remedy.title, kind: 'refactor.extract', edits: () => remedy.edits }];
}
