/** The one list of refactorings, with the kind of action that each is. */
import { happenings } from './happenings.ts';
import { holdToKpi } from './hold-to-kpi.ts';
import { keyResultToInitiative } from './key-result-to-initiative.ts';
import { kpiToKeyResult } from './kpi-to-key-result.ts';
import { moveToCycle } from './move-to-cycle.ts';
import { moveToFile } from './move-to-file.ts';
import { nameElement } from './name-element.ts';
import { objectiveForKpi } from './objective-for-kpi.ts';
import type { Kind, Refactoring } from './offer.ts';
import { splitKeyResult } from './split-key-result.ts';
import { tickMilestone } from './tick-milestone.ts';

export const refactorings: readonly { readonly kind: Kind; readonly offer: Refactoring }[] = [
  { kind: 'refactor.extract', offer: splitKeyResult },
  { kind: 'refactor.extract', offer: kpiToKeyResult },
  { kind: 'refactor.extract', offer: objectiveForKpi },
  { kind: 'refactor.move', offer: moveToCycle },
  { kind: 'refactor.move', offer: moveToFile },
  { kind: 'refactor.rewrite', offer: keyResultToInitiative },
  { kind: 'refactor.rewrite', offer: holdToKpi },
  { kind: 'refactor.rewrite', offer: nameElement },
  { kind: 'refactor.rewrite', offer: tickMilestone },
  { kind: 'refactor.rewrite', offer: happenings },
];
