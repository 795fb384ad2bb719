/**
 * A whole report, as the preview and the document show it.
 */
import { h, type JSX } from 'preact';
import type { ObjectiveReport, Report, TeamReport } from '../reports/report.ts';
import { statusStanding } from '../wording/standing.ts';
import { score } from '../wording/words.ts';
import { CountChips, objectiveId } from './count-chips.ts';
import { EmptyState } from './empty-state.ts';
import { Pill } from './icon.ts';
import { InitiativeList } from './initiative-list.ts';
import { keysOf } from './keys.ts';
import { KpiTiles } from './kpi-tiles.ts';
import { Legend } from './legend.ts';
import { MovedStrip } from './moved-strip.ts';
import { ObjectiveCard } from './objective-card.ts';
import { PageHeader, titleOf } from './page-header.ts';
import type { Scene } from './scene.ts';

interface ReportViewProps {
  readonly report: Report;
  readonly scene: Scene;
  /** What stands between the header and the objectives: a document's contents. */
  readonly contents?: JSX.Element | null;
}

export function ReportView({ report, scene, contents = null }: ReportViewProps): JSX.Element[] {
  return [
    h(PageHeader, { report }),
    h(
      'main',
      null,
      h(MovedStrip, { report, scene }),
      h(CountChips, { report }),
      contents,
      report.objectives.length === 0
        ? h(EmptyState, { message: `No objectives in ${titleOf(report.cycle)} yet.` })
        : groupsOf(report).map(group => h(TeamSection, { key: group.team?.name ?? '', group, report, scene })),
      h(KpiTiles, { kpis: report.kpis, scene }),
      h(InitiativeList, { initiatives: report.initiatives, scene }),
      h(Reflections, { report }),
    ),
    h(Legend, { report, scene }),
  ];
}

interface Group {
  /** null where there is one team only, which the header names already. */
  readonly team: TeamReport | null;
  readonly objectives: readonly { readonly objective: ObjectiveReport; readonly id: string }[];
}

/** The objectives by team, in the order of the report's teams. */
export function groupsOf({ teams, objectives }: Report): Group[] {
  const numbered = objectives.map((objective, index) => ({ objective, id: objectiveId(index) }));
  if (teams.length < 2) return [{ team: null, objectives: numbered }];
  const known = teams.map(team => ({
    team,
    objectives: numbered.filter(({ objective }) => objective.team === team.name),
  }));
  const rest = numbered.filter(({ objective }) => !teams.some(team => team.name === objective.team));
  return [...known, { team: null, objectives: rest }].filter(group => group.objectives.length > 0);
}

function TeamSection({
  group,
  report,
  scene,
}: {
  readonly group: Group;
  readonly report: Report;
  readonly scene: Scene;
}): JSX.Element {
  const { team, objectives } = group;
  const keys = keysOf(report.objectives);
  const id = `team-${objectives[0]?.id ?? ''}`;
  return h(
    'section',
    { class: 'team', 'aria-labelledby': id },
    team === null
      ? h('h2', { id, class: 'unseen' }, 'Objectives')
      : h(
          'div',
          { class: 'team-head' },
          h('h2', { id }, h('bdi', null, team.title || team.name || 'No team')),
          h(
            'p',
            null,
            team.score !== null && h('b', null, score(team.score)),
            ' ',
            h(Pill, statusStanding(team.status)),
          ),
        ),
    objectives.map(({ objective, id: objectiveId }) =>
      h(ObjectiveCard, {
        key: keys.get(objective),
        objective,
        initiatives: report.initiatives,
        scene,
        id: objectiveId,
      }),
    ),
  );
}

function Reflections({ report }: { readonly report: Report }): JSX.Element | null {
  const { reflections } = report.cycle;
  if (reflections.length === 0) return null;
  return h(
    'section',
    { class: 'learned', 'aria-labelledby': 'learned' },
    h('h2', { id: 'learned' }, 'What we learned'),
    h(
      'ul',
      { class: 'reflections' },
      reflections.map(text => h('li', { dir: 'auto' }, text)),
    ),
  );
}
