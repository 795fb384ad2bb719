/** How the cycle of a report, and each team in it, stands. */

import type { CycleInfo } from '../model/cycles.ts';
import type { ObjectiveEntry } from '../model/entry.ts';
import { teamInfo } from '../model/teams.ts';
import type { Workspace } from '../model/workspace.ts';
import { headline, type Mean, type Setting, standTogether } from '../scores/cycle.ts';
import { elapsed } from '../scores/pace.ts';
import { daysOf } from '../standing/standings.ts';
import { byTeam, inOrder, teamsInOrder } from './order.ts';
import type { CycleReport, TeamReport } from './report.ts';
import type { Selection } from './selection.ts';
import { isoOrNull } from './written.ts';

interface TeamStanding {
  readonly name: string | undefined;
  readonly objectives: readonly ObjectiveEntry[];
  readonly mean: Mean;
}

export interface Overview {
  readonly cycle: CycleReport;
  readonly teams: readonly TeamReport[];
}

export function overview(selection: Selection): Overview {
  const { workspace, cycle, period, today } = selection;
  const setting = { period, today, thresholds: workspace.settings.shared.thresholds };
  const teams = teamStandings(selection, setting);
  const reports = teams.map(team => teamReport(team, selection));
  const whole = headline(
    teams.map(({ name, mean }) => ({ name, ...mean })),
    name => teamInfo(workspace, name).parent,
    setting,
  );
  const days = daysOf(period, today);
  return {
    cycle: {
      id: cycle?.id ?? null,
      title:
        cycle === undefined
          ? ''
          : titleOf(
              workspace,
              cycle,
              teams.map(({ name }) => name),
            ),
      start: isoOrNull(period.first),
      end: isoOrNull(period.last),
      elapsed: elapsed(period, today) ?? null,
      score: whole.score ?? null,
      expected: whole.expected ?? null,
      status: whole.status,
      daysGone: days?.gone ?? null,
      daysLeft: days?.left ?? null,
      reflections: reflections(selection),
    },
    teams: reports,
  };
}

/**
 * What a cycle is called: by the team, where all that is reported is one team's; by everyone; or by whoever gives it
 * the only name it has.
 */
export function titleOf(workspace: Workspace, cycle: CycleInfo, teams: readonly (string | undefined)[]): string {
  const [only] = teams.length === 1 ? teams : [];
  const { title } = workspace.cycles.about(cycle, only);
  if (title !== '') return title;
  const titles = new Set(workspace.cycles.entriesOf(cycle).map(({ element }) => element.title));
  titles.delete('');
  return titles.size === 1 ? [...titles][0]! : '';
}

function teamStandings({ objectives, standings }: Selection, setting: Setting): TeamStanding[] {
  const names = [...new Set(objectives.map(({ team }) => team ?? undefined))];
  return names.map(name => {
    const own = objectives.filter(({ team }) => (team ?? undefined) === name);
    return {
      name,
      objectives: own,
      mean: standTogether(
        own.map(entry => standings.objective(entry).objective),
        setting,
      ),
    };
  });
}

function teamReport({ name, objectives, mean }: TeamStanding, selection: Selection): TeamReport {
  return {
    name: name ?? null,
    title: name === undefined ? '' : teamInfo(selection.workspace, name).title,
    score: mean.score ?? null,
    expected: mean.expected ?? null,
    status: mean.status,
    objectives: objectives.length,
    reflections: name === undefined ? [] : reflections(selection, name),
  };
}

/** Under the headings of one team; else everyone's first, then those of all teams, as they are written. */
function reflections({ workspace, cycle, team, counts }: Selection, only = team): readonly string[] {
  if (cycle === undefined) return [];
  const entries = inOrder(workspace.cycles.entriesOf(cycle).filter(({ file }) => counts(file.uri)));
  const said = entries.filter(entry => only === undefined || entry.team === only);
  const shared = said.filter(entry => typeof entry.team !== 'string');
  const own = byTeam(
    said.filter(entry => typeof entry.team === 'string'),
    teamsInOrder(workspace),
  );
  return [...shared, ...own].flatMap(({ element }) => element.reflections);
}
