/** An objective with its key results, as a report gives it. */
import type { ObjectiveEntry } from '../model/entry.ts';
import { cycleOf, fromEntry, refOf } from '../model/resolve.ts';
import { teamInfo } from '../model/teams.ts';
import { history } from '../scores/series.ts';
import { checkInReport, droppedReport, gradeReport, keyResultReport } from './key-result-report.ts';
import { needsOf, refsOf } from './references.ts';
import type { ObjectiveReport } from './report.ts';
import type { Selection } from './selection.ts';
import type { Supporters } from './supporters.ts';
import { isoOrNull, mention, placeOf } from './written.ts';

export function objectiveReport(
  entry: ObjectiveEntry,
  selection: Selection,
  supporters: Supporters = { count: 0, score: null },
): ObjectiveReport {
  const { workspace, standings, today } = selection;
  const { element } = entry;
  const { objective: standing, keyResults } = standings.objective(entry);
  const from = fromEntry(entry);
  const said = history({ checkins: element.checkins, readings: [], rows: [] }, standing.period, today);
  const team = entry.team ?? null;
  const own = cycleOf(workspace, entry);
  return {
    ref: refOf(entry) ?? null,
    title: element.title,
    description: element.description,
    team,
    teamTitle: team === null ? null : teamInfo(workspace, team).title,
    // A cycle has as many ids as there are ways to write its days; the report's is the one that readers know.
    cycle: (own?.key === selection.cycle?.key ? selection.cycle?.id : own?.id) ?? null,
    owner: mention(element.owner),
    with: element.with.map(handle => `@${handle}`),
    kind: standing.kind,
    weight: standing.weight,
    score: standing.score ?? null,
    expected: standing.expected ?? null,
    status: standing.status,
    computedStatus: standing.computedStatus,
    saidStatus: standing.saidStatus ?? null,
    verdict: standing.verdict ?? null,
    confidence: standing.confidence ?? null,
    grade: gradeReport(standing.grade, standing.period, today),
    due: isoOrNull(element.due),
    supports: refsOf(workspace, element.supports, from),
    needs: needsOf(workspace, element.needs, from),
    scored: standing.scored,
    of: standing.of,
    supporters,
    lastCheckin: isoOrNull(standing.lastCheckin),
    lastNote: said.map(checkInReport).findLast(({ note }) => note !== '') ?? null,
    dropped: droppedReport(standing.dropped),
    reflections: element.reflections,
    keyResults: element.keyResults.flatMap((keyResult, index) => {
      const standing = keyResults[index];
      return standing === undefined ? [] : keyResultReport({ objective: entry, keyResult }, standing, selection);
    }),
    place: placeOf(entry, element.line),
  };
}
