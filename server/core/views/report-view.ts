/**
 * A whole report, as the preview and the document show it.
 */
import { h, type JSX } from 'preact';
import type { Report, ServedCycle } from '../reports/report.ts';
import { statusStanding } from '../wording/standing.ts';
import { score as showScore } from '../wording/words.ts';
import { AttentionStrip } from './attention-strip.ts';
import type { Grouping } from './choice.ts';
import { CountChips } from './count-chips.ts';
import { EmptyState } from './empty-state.ts';
import { type Group, groupsOf } from './groups.ts';
import { Pill } from './icon.ts';
import { InitiativeList } from './initiative-list.ts';
import { keysOf } from './keys.ts';
import { KpiTiles } from './kpi-tiles.ts';
import { Legend } from './legend.ts';
import { MovedStrip } from './moved-strip.ts';
import { ObjectiveCard } from './objective-card.ts';
import { PageHeader, titleOf } from './page-header.ts';
import type { Scene } from './scene.ts';
import type { Travel } from './time-travel.ts';

interface ReportViewProps {
  readonly report: Report;
  readonly scene: Scene;
  /** What a reader has chosen of it; left out: all. */
  readonly shown?: Report;
  readonly by?: Grouping;
  /** What is shown of other cycles, where it is grouped by cycle. */
  readonly served?: readonly ServedCycle[];
  /** Which day it is of, where one can look back. */
  readonly travel?: Travel | null;
  /** What to say where that is nothing. */
  readonly nothing?: JSX.Element | null;
  /** What stands between the header and the objectives: a document's contents. */
  readonly contents?: JSX.Element | null;
  /** What a document shows below its objectives. */
  readonly below?: JSX.Element | null;
}

export function ReportView({
  report,
  scene,
  shown = report,
  by = 'team',
  served = [],
  travel = null,
  nothing = null,
  contents = null,
  below = null,
}: ReportViewProps): JSX.Element[] {
  return [
    h(PageHeader, { report, travel }),
    h(
      'main',
      null,
      scene.live
        ? h(
            'div',
            { class: 'first' },
            h(AttentionStrip, { report: shown, scene }),
            h(MovedStrip, { report: shown, scene }),
          )
        : h(MovedStrip, { report, scene }),
      h(CountChips, { report: shown }),
      contents,
      nothing,
      report.objectives.length === 0
        ? h(EmptyState, { message: `No objectives in ${titleOf(report.cycle)} yet.` })
        : groupsOf(shown, by, served).map(group =>
            h(GroupSection, { key: `${by} ${group.key}`, group, report, scene }),
          ),
      below,
      h(KpiTiles, { kpis: shown.kpis, scene }),
      h(InitiativeList, { initiatives: shown.initiatives, scene }),
      h(Reflections, { report }),
    ),
    h(Legend, { report, scene }),
  ];
}

function GroupSection({
  group,
  report,
  scene,
}: {
  readonly group: Group;
  readonly report: Report;
  readonly scene: Scene;
}): JSX.Element {
  const { title, score, status, objectives } = group;
  const keys = keysOf(objectives.map(({ objective }) => objective));
  const id = `team-${objectives[0]?.id ?? ''}`;
  return h(
    'section',
    { class: 'team', 'aria-labelledby': id },
    title === null
      ? h('h2', { id, class: 'unseen' }, 'Objectives')
      : h(
          'div',
          { class: 'team-head' },
          h('h2', { id }, h('bdi', null, title)),
          h(
            'p',
            null,
            score !== null && h('b', null, showScore(score)),
            ' ',
            status !== null && h(Pill, statusStanding(status)),
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
      reflections.map(text => h('li', null, h('bdi', null, text))),
    ),
  );
}
