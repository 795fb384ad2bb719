/**
 * Which cycle this is, how it stands and how much of it is left.
 */
import { h, type JSX } from 'preact';
import type { CycleReport, Report } from '../reports/report.ts';
import { comparedWithBefore } from '../wording/cycle-before.ts';
import { standingOf } from '../wording/standing.ts';
import { count, daysBetween, partName, percent } from '../wording/words.ts';
import { Pill } from './icon.ts';
import { Ring } from './ring.ts';
import { TimeTravel, type Travel } from './time-travel.ts';
import { Timeline } from './timeline.ts';

interface PageHeaderProps {
  readonly report: Report;
  /** Where one can look back. */
  readonly travel: Travel | null;
}

export function PageHeader({ report, travel }: PageHeaderProps): JSX.Element {
  const { cycle } = report;
  const standing = standingOf(cycle);
  const compared = comparedWithBefore(report);
  return h(
    'header',
    { class: 'page-head' },
    h(
      'div',
      { class: 'page-title' },
      h(
        'h1',
        { dir: 'auto' },
        titleOf(cycle),
        cycle.id !== null &&
          cycle.title !== '' &&
          cycle.title !== cycle.id && [' ', h('bdi', { class: 'cycle-id' }, cycle.id)],
      ),
      h(
        'p',
        { class: 'sub' },
        [partIn(report), whoIn(report), sizeOf(report), timeIn(report)]
          .filter(part => part !== '')
          .map((part, index, parts) => [
            index > 0 && ' ',
            h('span', { class: 'part' }, h('bdi', null, part), index < parts.length - 1 && ' ·'),
          ]),
      ),
      compared !== '' && h('p', { class: 'sub' }, compared),
    ),
    h(
      'div',
      { class: 'page-standing' },
      h(
        'div',
        null,
        h(Pill, standing),
        cycle.elapsed !== null &&
          cycle.status !== 'ended' &&
          h('span', { class: 'below' }, `${percent(cycle.elapsed)} of the time is gone`),
      ),
      h(Ring, { score: cycle.score, elapsed: cycle.status === 'ended' ? null : cycle.elapsed, tone: standing.tone }),
    ),
    travel === null ? h(Timeline, { report }) : h(TimeTravel, { travel, report }),
  );
}

/** What the page is called. */
export function titleOf({ title, id }: CycleReport): string {
  return title || id || 'Objectives';
}

export function whoIn({ team, teams }: Report): string {
  if (team !== null) return team.title || team.name;
  return teams.length > 1 ? count(teams.length, 'team') : (teams[0]?.title ?? '');
}

function partIn({ part }: Report): string {
  return part === null ? '' : partName(part);
}

function sizeOf({ objectives }: Report): string {
  const keyResults = objectives.reduce((sum, objective) => sum + objective.keyResults.length, 0);
  return `${count(objectives.length, 'objective')}, ${count(keyResults, 'key result')}`;
}

function timeIn({ cycle, today }: Report): string {
  const { start, end, daysGone, daysLeft } = cycle;
  if (start !== null && today < start) return `starts in ${count(daysBetween(today, start), 'day')}`;
  if (end !== null && today > end) return `ended ${count(daysBetween(end, today), 'day')} ago`;
  if (daysGone === null || daysLeft === null) return '';
  return daysLeft === 0
    ? 'today is the last day'
    : `day ${daysGone + 1} of ${daysGone + 1 + daysLeft}, ${daysLeft} to go`;
}
