/** An initiative as a report gives it. */
import type { Day, Initiative } from '../model/elements.ts';
import type { InitiativeEntry } from '../model/entry.ts';
import { fromEntry, nameOf } from '../model/resolve.ts';
import { refsOf } from './references.ts';
import type { InitiativeReport } from './report.ts';
import type { Selection } from './selection.ts';
import { isoOrNull, mention, placeOf } from './written.ts';

export function initiativeReport(entry: InitiativeEntry, { workspace, today }: Selection): InitiativeReport {
  const { element } = entry;
  const status = statusOn(element, today);
  return {
    ref: nameOf(entry) ?? null,
    title: element.title,
    team: entry.team ?? null,
    status,
    owner: mention(element.owner),
    due: isoOrNull(element.due),
    overdue: (status === 'planned' || status === 'active') && element.due !== undefined && element.due < today,
    supports: refsOf(workspace, element.supports, fromEntry(entry)),
    place: placeOf(entry, element.line),
  };
}

/** What is done or dropped on a day to come still goes on today. */
function statusOn({ status, statusDay }: Initiative, today: Day): Initiative['status'] {
  const isToCome = statusDay !== undefined && statusDay > today;
  return isToCome && (status === 'done' || status === 'dropped') ? 'active' : status;
}
