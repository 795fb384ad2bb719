/**
 * The one list of rules: diagnostics, their documentation, the settings' schema and the tests are all made from it. Of
 * equally loud ones that speak of one line, the first is heard (`inOneVoice`).
 */
import type { RuleOptionSpec } from '../settings/settings.ts';
import { alignmentCircle } from './alignment-circle.ts';
import * as days from './check-ins/days.ts';
import { checkinNote } from './check-ins/note.ts';
import { checkinMissing, checkinStale } from './check-ins/silent.ts';
import { offTrackSilent, statusDisagrees } from './check-ins/status.ts';
import { overdue } from './cycles/overdue.ts';
import { committedMissed, cycleUngraded } from './cycles/ungraded.ts';
import { cycleDates, cycleUndefined } from './cycles.ts';
import { dataOutside, dataUnreadable } from './data.ts';
import { duplicateName } from './duplicate-name.ts';
import { initiativeUnaligned } from './initiatives/unaligned.ts';
import { krActivity, krActivityCount } from './key-results/activity.ts';
import { krBaselineBeyondTarget, krBaselineMissing } from './key-results/baseline.ts';
import { baselineOpen } from './key-results/baseline-open.ts';
import { krCompound } from './key-results/compound.ts';
import { krDirection } from './key-results/direction.ts';
import { krDuplicate } from './key-results/duplicate.ts';
import { goalpostMoved } from './key-results/goalpost-moved.ts';
import { krOutsideCycle } from './key-results/outside-cycle.ts';
import { krPlaceholder } from './key-results/placeholder.ts';
import { sandbagging } from './key-results/sandbagging.ts';
import { weightInvalid } from './key-results/weight.ts';
import { krVague, krVanity } from './key-results/wording.ts';
import { kpiStale } from './kpis/stale.ts';
import { kpiThresholdMissing } from './kpis/threshold-missing.ts';
import { kpiThresholdsOverlap } from './kpis/thresholds-overlap.ts';
import { kpiUnhealthy } from './kpis/unhealthy.ts';
import { ownerLeft } from './objectives/owner-left.ts';
import { krOwnerMissing, objectiveOwnerMissing } from './objectives/ownership.ts';
import { businessAsUsual, objectiveTooFewKrs, objectiveTooManyKrs, objectiveWithoutKr } from './objectives/size.ts';
import {
  objectiveActivity,
  objectiveNumber,
  objectiveTooLong,
  objectiveUnaligned,
  objectiveVague,
} from './objectives/wording.ts';
import { referenceDropped } from './reference-dropped.ts';
import type { Rule } from './rule.ts';
import { targetEqualsBaseline } from './target-equals-baseline.ts';
import { timeframeMissing } from './timeframe.ts';
import { objectiveTooMany } from './too-many.ts';
import { unitMismatch } from './units.ts';
import { unknownPerson } from './unknown-person.ts';
import { krMeasureInTitle, krRelativeOnly, krUnmeasurable } from './unmeasurable.ts';
import { unresolvedReference } from './unresolved-reference.ts';
import * as written from './written.ts';

export const rules: readonly Rule[] = [
  written.syntax,
  written.unknownKeyword,
  written.unknownArgument,
  written.mixedIndentation,
  written.misplacedStatement,
  written.duplicateStatement,
  written.yamlColon,
  written.markdownHeading,
  written.valueInvalid,
  cycleDates,
  unitMismatch,
  duplicateName,
  unresolvedReference,
  alignmentCircle,
  unknownPerson,
  cycleUndefined,
  targetEqualsBaseline,
  dataUnreadable,
  dataOutside,
  written.settingsInvalid,
  written.fileEncoding,
  written.fileUnreadable,
  krUnmeasurable,
  krPlaceholder,
  krDirection,
  krDuplicate,
  krMeasureInTitle,
  krRelativeOnly,
  krBaselineBeyondTarget,
  krBaselineMissing,
  krCompound,
  krActivity,
  krActivityCount,
  krVague,
  krVanity,
  krOwnerMissing,
  timeframeMissing,
  objectiveTooMany,
  goalpostMoved,
  referenceDropped,
  objectiveWithoutKr,
  objectiveTooManyKrs,
  objectiveOwnerMissing,
  businessAsUsual,
  objectiveActivity,
  objectiveTooFewKrs,
  objectiveNumber,
  objectiveTooLong,
  objectiveVague,
  objectiveUnaligned,
  weightInvalid,
  kpiThresholdsOverlap,
  krOutsideCycle,
  days.checkinFuture,
  days.checkinOrder,
  days.checkinDuplicate,
  ownerLeft,
  kpiUnhealthy,
  kpiThresholdMissing,
  kpiStale,
  initiativeUnaligned,
  committedMissed,
  cycleUngraded,
  overdue,
  offTrackSilent,
  statusDisagrees,
  checkinMissing,
  checkinStale,
  baselineOpen,
  checkinNote,
  sandbagging,
  written.ignoreUnused,
];

export const ruleById: ReadonlyMap<string, Rule> = new Map(rules.map(rule => [rule.id, rule]));

/** What `okr.json` can set of each. */
export const ruleOptionSpecs: readonly RuleOptionSpec[] = rules
  .filter(({ isAlwaysError }) => isAlwaysError !== true)
  .map(({ id, options }) => ({ id, options: options ?? {} }));
