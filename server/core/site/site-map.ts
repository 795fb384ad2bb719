/** What is on which page: the cycles, each with the reports of its teams, and where each goal and person is found. */
import type { Workspace } from '../model/workspace.ts';
import { type Alignment, wholeAlignment } from '../reports/alignment.ts';
import { buildReport } from '../reports/build-report.ts';
import { cycleChoices } from '../reports/cycles.ts';
import type { KpiReport, ObjectiveReport, Report } from '../reports/report.ts';
import type { CycleChoice } from '../requests/cycles.ts';
import type { Standings } from '../standing/standings.ts';
import { kpiId, objectiveId } from '../views/count-chips.ts';
import { Addresses } from './addresses.ts';

/** Where all KPIs are. */
export const kpisPath = 'kpis.html';

export interface TeamPage {
  /** null: what is no team's. */
  readonly name: string | null;
  readonly title: string;
  readonly path: string;
  readonly report: Report;
}

export interface CyclePage {
  readonly choice: CycleChoice;
  readonly path: string;
  /** Of all teams. */
  readonly report: Report;
  readonly teams: readonly TeamPage[];
}

/** Where a goal is shown: its cycle's page comes first in the site, its team's is where it stands. */
export interface Located {
  readonly objective: ObjectiveReport;
  readonly cycle: CyclePage;
  readonly team: TeamPage;
  /** From the root of the site. */
  readonly href: string;
}

export interface SiteMap {
  readonly title: string;
  /** The current ones first. */
  readonly cycles: readonly CyclePage[];
  /** Who supports whom in all of it. */
  readonly alignment: Alignment;
  /** Every objective of every cycle. */
  readonly goals: readonly Located[];
  /** Every KPI, as it is seen from the current cycle. */
  readonly kpis: readonly KpiReport[];
  /** The address of a KPI, from the root. */
  kpiHref(ref: string): string | undefined;
  /** The page of a person, from the root. */
  readonly people: ReadonlyMap<string, string>;
  /** The address of a goal, from the root: in this cycle if there is such a one, else in another. */
  hrefOf(ref: string, cycle: CyclePage | undefined): string | undefined;
}

export function siteMap(workspace: Workspace, standings: Standings, title: string): SiteMap {
  const cycleNames = new Addresses();
  const teamNames = new Addresses();
  const cycles = cycleChoices(workspace).map((choice): CyclePage => {
    const address = cycleNames.of(choice.id);
    const report = buildReport(workspace, standings, { cycle: choice.id, compare: true });
    const teams = report.teams.map(({ name, title: teamTitle }): TeamPage => {
      const folder = name === null ? 'no-team' : teamNames.of(name);
      return {
        name,
        title: teamTitle || name || 'No team',
        path: `teams/${folder}/${address}.html`,
        report:
          name === null
            ? withoutTeam(report)
            : buildReport(workspace, standings, { cycle: choice.id, team: name, compare: true }),
      };
    });
    return { choice, path: `cycles/${address}.html`, report, teams };
  });
  const goals = cycles.flatMap(cycle =>
    cycle.teams.flatMap(team =>
      team.report.objectives.map((objective, index): Located => {
        return { objective, cycle, team, href: `${encodeURI(team.path)}#${objectiveId(index)}` };
      }),
    ),
  );
  const byRef = new Map<string, Located[]>();
  for (const goal of goals) {
    for (const ref of [goal.objective.ref, ...goal.objective.keyResults.map(each => each.ref)])
      if (ref !== null) byRef.set(ref, [...(byRef.get(ref) ?? []), goal]);
  }
  const kpis = (cycles.find(({ choice }) => choice.current) ?? cycles[0])?.report.kpis ?? [];
  return {
    title,
    cycles,
    alignment: wholeAlignment(workspace, standings),
    goals,
    kpis,
    kpiHref: ref => {
      const index = kpis.findIndex(kpi => kpi.ref === ref);
      return index < 0 ? undefined : `${kpisPath}#${kpiId(index)}`;
    },
    people: peopleIn(goals),
    hrefOf: (ref, cycle) => {
      const found = byRef.get(ref) ?? [];
      return (found.find(goal => goal.cycle === cycle) ?? found[0])?.href;
    },
  };
}

function withoutTeam(report: Report): Report {
  const isNobodys = ({ team }: { readonly team: string | null }) => team === null;
  const teams = report.teams.filter(({ name }) => name === null);
  const [{ score, expected, status } = report.cycle] = teams;
  return {
    ...report,
    cycle: { ...report.cycle, score, expected, status },
    teams,
    // The whole cycle’s, and not theirs.
    before: null,
    objectives: report.objectives.filter(isNobodys),
    kpis: report.kpis.filter(isNobodys),
    initiatives: report.initiatives.filter(isNobodys),
    moved: report.moved.filter(({ ref }) => ref === null || !ref.includes('/')),
    changes: report.changes.filter(isNobodys),
  };
}

function peopleIn(goals: readonly Located[]): ReadonlyMap<string, string> {
  const addresses = new Addresses();
  const people = new Map<string, string>();
  const handles = goals.flatMap(({ objective }) => [
    objective.owner,
    ...objective.with,
    ...objective.keyResults.flatMap(each => [each.owner, ...each.with]),
  ]);
  for (const handle of handles.filter(each => each !== null).sort())
    if (!people.has(handle)) people.set(handle, `people/${addresses.of(handle.replace(/^@/, ''))}.html`);
  return people;
}
