/** What was asked for, as its report gives it, drawn. */
import { buildReport } from '../../core/reports/build-report.ts';
import { defaultCycle } from '../../core/reports/cycles.ts';
import type { Place } from '../../core/reports/report.ts';
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

export function subjectDetails(loaded: LoadedWorkspace, { entry, line }: Subject, looks: SubjectLooks): string {
  const { workspace, standings } = loaded;
  const isKpi = entry.facts.peek().type === 'kpi';
  // A KPI is in no cycle: it is seen from the current one, whose key results it may feed.
  const cycle = isKpi ? defaultCycle(workspace) : (entry.cycle ?? null);
  const report = withData(workspace, () => buildReport(workspace, standings, { cycle }));
  const { uri } = entry.file;
  const at = entry.file.lineOf(entry.block, line);
  const isMeant = ({ place }: { readonly place: Place }) => place.uri === uri && place.line === at;
  const details: Details = {
    report,
    where: `${looks.named(loaded.paths.get(uri) ?? uri)}:${at + 1}`,
    columns: looks.columns,
    colours: looks.colours,
  };
  const lines = () => {
    for (const objective of report.objectives) {
      if (isMeant(objective)) return objectiveDetails(objective, details);
      const keyResult = objective.keyResults.find(isMeant);
      if (keyResult !== undefined) return keyResultDetails(keyResult, objective, details);
    }
    const kpi = report.kpis.find(isMeant);
    if (kpi !== undefined) return kpiDetails(kpi, details);
    const initiative = report.initiatives.find(isMeant);
    return initiative === undefined ? [] : initiativeDetails(initiative, details);
  };
  return `${lines().join('\n')}\n`;
}
