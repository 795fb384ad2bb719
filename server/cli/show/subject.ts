/** What was asked for, as its report gives it, drawn. */
import type { Entry } from '../../core/model/entry.ts';
import { buildReport } from '../../core/reports/build-report.ts';
import { defaultCycle } from '../../core/reports/cycles.ts';
import type {
  InitiativeReport,
  KeyResultReport,
  KpiReport,
  ObjectiveReport,
  Place,
  Report,
} from '../../core/reports/report.ts';
import { placeOf } from '../../core/reports/written.ts';
import { withData } from '../../disk/data.ts';
import type { LoadedWorkspace } from '../../disk/load-workspaces.ts';
import type { Details } from './details.ts';
import type { Subject } from './find.ts';
import { keyResultDetails } from './key-result.ts';
import { initiativeDetails, kpiDetails } from './kpi.ts';
import { objectiveDetails } from './objective.ts';

export interface SubjectLooks extends Pick<Details, 'columns' | 'colours'> {
  readonly named: (path: string) => string;
}

/** What a report has at a place; a key result comes with its objective. */
export interface InReport {
  readonly report: Report;
  readonly objective?: ObjectiveReport | undefined;
  readonly keyResult?: KeyResultReport | undefined;
  readonly kpi?: KpiReport | undefined;
  readonly initiative?: InitiativeReport | undefined;
}

/** @param place the first line of an element, which belongs to `entry` */
export function inReport({ workspace, standings }: LoadedWorkspace, entry: Entry, place: Place): InReport {
  const isKpi = entry.facts.peek().type === 'kpi';
  // A KPI is in no cycle: it is seen from the current one, whose key results it may feed.
  const cycle = isKpi ? defaultCycle(workspace) : (entry.cycle ?? null);
  const report = withData(workspace, () => buildReport(workspace, standings, { cycle }));
  const isMeant = (each: { readonly place: Place }) => each.place.uri === place.uri && each.place.line === place.line;
  for (const objective of report.objectives) {
    const keyResult = objective.keyResults.find(isMeant);
    if (keyResult !== undefined || isMeant(objective)) return { report, objective, keyResult };
  }
  return { report, kpi: report.kpis.find(isMeant), initiative: report.initiatives.find(isMeant) };
}

export function subjectDetails(loaded: LoadedWorkspace, subject: Subject, looks: SubjectLooks): string {
  const { entry, line } = subject;
  const place = placeOf(entry, line);
  const { report, objective, keyResult, kpi, initiative } = inReport(loaded, entry, place);
  const { columns, colours } = looks;
  const details: Details = { report, where: placeInWords(loaded, place, looks.named), columns, colours };
  const lines = () => {
    if (objective !== undefined && keyResult !== undefined) return keyResultDetails(keyResult, objective, details);
    if (objective !== undefined) return objectiveDetails(objective, details);
    if (kpi !== undefined) return kpiDetails(kpi, details);
    return initiative === undefined ? [] : initiativeDetails(initiative, details);
  };
  return `${lines().join('\n')}\n`;
}

/** Where it is written: `growth/2026-Q4.okr:16`. */
export function placeInWords(
  { paths }: LoadedWorkspace,
  { uri, line }: Place,
  named: (path: string) => string,
): string {
  return `${named(paths.get(uri) ?? uri)}:${line + 1}`;
}
