/** An unhealthy KPI gets the objective that would bring it back to its line, with its own numbers. */
import { keyResultsOn } from '../features/backlinks.ts';
import type { FeatureContext } from '../features/context.ts';
import { isKeyResult, type KeyResultEntry, type KpiEntry } from '../model/entry.ts';
import { fromEntry, resolveGoal } from '../model/resolve.ts';
import { objectiveFor } from '../rules/kpis/unhealthy.ts';
import { isFinished } from '../rules/method.ts';
import { type Remedy, statementOf } from '../rules/rule.ts';
import { kpiUnit } from '../standing/kpi-unit.ts';
import { refuseUnlessRead } from './happening.ts';
import { type Insertion, Refusal } from './insertion.ts';

/** @returns undefined where there is none to write: it is healthy, somebody works on it, or another one has its name */
export function remedyFor(context: FeatureContext, kpi: KpiEntry): Remedy | undefined {
  const { workspace } = context;
  const { health, value } = context.standings.kpi(kpi);
  if ((health !== 'watch' && health !== 'critical') || value === undefined) return undefined;
  if (worksOn(context, kpi) !== undefined || namesake(context, kpi) !== undefined) return undefined;
  return objectiveFor(kpi, value, kpiUnit(kpi, workspace), workspace)[0];
}

/**
 * The lines of the objective, below the KPI.
 * @throws Refusal where there is none to write
 */
export function objectiveForKpi(context: FeatureContext, kpi: KpiEntry): Insertion {
  refuseUnlessRead(kpi, statementOf(kpi));
  const edit = remedyFor(context, kpi)?.edits[0];
  if (edit === undefined) throw new Refusal(whyNone(context, kpi));
  const { place, text } = edit;
  const range = place.file.rangeOf(place.block, place.span);
  const blank = /^\s*/.exec(text)?.[0] ?? '';
  return { uri: place.file.uri, range, text, line: range.start.line + blank.split(/\r\n?|\n/).length - 1 };
}

function whyNone(context: FeatureContext, kpi: KpiEntry): string {
  const { health } = context.standings.kpi(kpi);
  const working = worksOn(context, kpi)?.keyResult;
  if (working !== undefined)
    return `“${working.title || working.name}” works on this KPI already: look at the page again.`;
  if (health === 'healthy') return 'This KPI is healthy: there is nothing to bring back to its line.';
  if (health === 'unknown') return 'Nobody has read this KPI yet: add a reading first.';
  if (namesake(context, kpi) === undefined) return 'A line of this KPI cannot be read: correct it first.';
  return `There is another KPI called \`${kpi.element.name}\` before this one: give one of them another name first.`;
}

/** What a key result below it would take for it. */
function namesake({ workspace }: FeatureContext, kpi: KpiEntry): KpiEntry | undefined {
  const [first] = workspace.named('kpi', `${kpi.team ?? ''}/${kpi.element.name}`);
  return first === kpi ? undefined : (first as KpiEntry | undefined);
}

/** One that takes its readings, or whose check-ins it takes, while that one runs. */
function worksOn({ workspace, standings }: FeatureContext, kpi: KpiEntry): KeyResultEntry | undefined {
  const { follows } = kpi.element;
  const followed = follows && resolveGoal(workspace, follows, fromEntry(kpi));
  const working = [
    ...keyResultsOn(workspace, kpi),
    ...(followed !== undefined && isKeyResult(followed) ? [followed] : []),
  ];
  return working.find(({ objective }) => !isFinished(objective, workspace, standings));
}
