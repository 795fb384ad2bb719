/** What the preview of a document shows. */
import { fromIso } from '../calendar/day.ts';
import type { Workspace } from '../model/workspace.ts';
import type { PreviewContent, PreviewParams } from '../requests/preview.ts';
import type { Standings } from '../standing/standings.ts';
import { alignmentOf } from './alignment.ts';
import { buildReport } from './build-report.ts';
import { checkInDays } from './check-in-days.ts';
import { choiceNamed, cycleChoices, defaultCycle } from './cycles.ts';
import { dayOf, journeyIn } from './journey.ts';
import { onDay } from './other-day.ts';
import { ofType } from './selection.ts';
import { servedBy } from './served.ts';

/**
 * A cycle that what is shown has nothing in gives way to the one that a reader means most likely. How it stood on an
 * earlier day leaves what today's was made from as it is.
 */
export function previewContent(
  workspace: Workspace,
  standings: Standings,
  { uri, scope, cycle: asked, asOf: day = null, alignment }: PreviewParams,
): PreviewContent {
  const only = scope === 'file' ? (each: string) => each === uri : undefined;
  const cycles = cycleChoices(workspace, only);
  const find = (id: string | null) => (id === null ? undefined : choiceNamed(workspace, cycles, id));
  const chosen = find(asked) ?? find(defaultCycle(workspace, uri)) ?? cycles[0];
  const cycle = chosen?.id ?? cycleOfTheRest(workspace, uri, scope);
  const options = { cycle, only, compare: true };
  const report = buildReport(workspace, standings, options);
  const { today } = report;
  const journey = journeyIn(report.cycle, today, checkInDays(report));
  const asOf = journey && dayOf(journey, day);
  const isEmpty = [report.objectives, report.kpis, report.initiatives].every(list => list.length === 0);
  const then = asOf === null ? { workspace, standings } : onDay(workspace, fromIso(asOf) ?? workspace.today.get());
  return {
    uri,
    scope,
    cycles,
    cycle,
    today,
    asOf,
    checkInDays: journey?.checkInDays ?? [],
    report: isEmpty ? null : asOf === null ? report : buildReport(then.workspace, then.standings, options),
    served: isEmpty ? [] : servedBy(then.workspace, then.standings, options),
    message: isEmpty ? nothingToDraw(workspace, uri, scope) : null,
    ...(alignment && { alignment: alignmentOf(then.workspace, then.standings, options) }),
  };
}

/** A file of KPIs or of people is read in the workspace's cycle; one with objectives in no cycle is read without any. */
function cycleOfTheRest(workspace: Workspace, uri: string, scope: PreviewContent['scope']): string | null {
  const hasObjectives = ofType(workspace.entries.get(), 'objective').some(({ file }) => file.uri === uri);
  return scope === 'workspace' || hasObjectives ? null : (cycleChoices(workspace)[0]?.id ?? null);
}

function nothingToDraw(workspace: Workspace, uri: string, scope: PreviewContent['scope']): string {
  const entries = [...workspace.entries.get()];
  const hasGoals = (some: typeof entries) =>
    some.some(entry => ['objective', 'kpi', 'initiative'].includes(entry.facts.peek().type));
  if (scope === 'file' && hasGoals(entries)) {
    return hasGoals(entries.filter(({ file }) => file.uri === uri))
      ? 'Nothing in this file belongs to this cycle. “Workspace” above shows what else there is.'
      : 'This file has no objectives yet. Write one and it is drawn here as you type; “Workspace” above shows those of the other files.';
  }
  return scope === 'file'
    ? 'This file has no objectives yet. Write one and it is drawn here as you type.'
    : 'This workspace has no objectives yet. Write one and it is drawn here as you type.';
}
