/** Puts a report together: all of one cycle, or of one team in it. */

import { toIso } from '../calendar/day.ts';
import { teamInfo } from '../model/teams.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Standings } from '../standing/standings.ts';
import { changesIn } from './changes.ts';
import { cycleBefore } from './cycle-before.ts';
import { overview } from './cycle-report.ts';
import { initiativeReport } from './initiative-report.ts';
import { kpiReports } from './kpi-report.ts';
import { movedIn } from './moved.ts';
import { objectiveReport } from './objective-report.ts';
import type { Report } from './report.ts';
import { type ReportOptions, select } from './selection.ts';
import { supportersIn } from './supporters.ts';

export type { ReportOptions };

/** How a cycle stands today. One that nothing is in gives a report without objectives. */
export function buildReport(workspace: Workspace, standings: Standings, options: ReportOptions): Report {
  const selection = select(workspace, standings, options);
  const supporters = supportersIn(selection);
  const { team, today } = selection;
  const { part } = options;
  const { cycle, teams } = overview(selection);
  const changes = changesIn(selection);
  return {
    today: toIso(today),
    cycle,
    part: part === undefined ? null : { id: part.id, start: toIso(part.first), end: toIso(part.last) },
    team: team === undefined ? null : { name: team, title: teamInfo(workspace, team).title },
    teams,
    objectives: selection.objectives.map(entry => objectiveReport(entry, selection, supporters.get(entry))),
    kpis: kpiReports(selection),
    initiatives: selection.initiatives.map(entry => initiativeReport(entry, selection)),
    ...movedIn(selection, changes),
    before: options.compare ? cycleBefore(selection, options) : null,
    changes,
  };
}
