/** What a form for a check-in or a reading needs to know, from what the page shows. */
import type { Place, Report } from '../../reports/report.ts';
import type { PreviewContent } from '../../requests/preview.ts';
import { type Asked, confidenceText } from '../../wording/check-in.ts';
import { quantity } from '../../wording/words.ts';
import { mention } from '../person.ts';

export interface FormSubject extends Asked {
  readonly kind: 'key result' | 'kpi';
  readonly title: string;
  /** `@maria`; null for nobody. */
  readonly owner: string | null;
  /** `7/10`, as it was said last. */
  readonly confidence: string | null;
  /** False for milestones, which say themselves how far they are. */
  readonly takesValue: boolean;
  readonly place: Place;
}

/** The key result or the KPI that is written there; undefined where the page shows none. */
export function formSubject({ report, today }: PreviewContent, place: Place): FormSubject | undefined {
  return report === null ? undefined : (keyResultIn(report, place, today) ?? kpiIn(report, place, today));
}

function keyResultIn({ objectives }: Report, place: Place, today: string): FormSubject | undefined {
  for (const objective of objectives) {
    const found = objective.keyResults.find(each => isAt(each.place, place));
    if (found === undefined) continue;
    const { measure, value, title, confidence, lastCheckin } = found;
    const owner = found.owner ?? objective.owner;
    const unit = measure === null || measure.kind === 'milestones' ? '' : measure.unit;
    return {
      kind: 'key result',
      title,
      owner: owner && mention(owner),
      unit,
      value: value === null || measure?.kind === 'milestones' ? null : quantity(value, unit),
      date: lastCheckin,
      today,
      confidence: confidence === null ? null : confidenceText(confidence),
      takesValue: measure?.kind !== 'milestones',
      place: found.place,
    };
  }
  return undefined;
}

function kpiIn({ kpis }: Report, place: Place, today: string): FormSubject | undefined {
  const found = kpis.find(each => isAt(each.place, place));
  if (found === undefined) return undefined;
  const { title, owner, unit, value, date } = found;
  return {
    kind: 'kpi',
    title,
    owner: owner && mention(owner),
    unit,
    value: value === null ? null : quantity(value, unit),
    date,
    today,
    confidence: null,
    takesValue: true,
    place: found.place,
  };
}

function isAt(one: Place, other: Place): boolean {
  return one.uri === other.uri && one.line === other.line;
}
