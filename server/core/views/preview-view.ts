/**
 * The live preview's page.
 */
import { h, type JSX } from 'preact';
import { type Journey, journeyIn } from '../reports/journey.ts';
import type { Place, Report } from '../reports/report.ts';
import type { PreviewContent } from '../requests/preview.ts';
import { type Choice, chosen, firstChoice, isFiltered, isNothing } from './choice.ts';
import { EmptyState } from './empty-state.ts';
import { NothingChosen } from './filters.ts';
import type { Later } from './later.ts';
import { ReportView } from './report-view.ts';
import { sceneOf } from './scene.ts';
import { LookingBack } from './time-travel.ts';
import { Toolbar } from './toolbar.ts';

interface PreviewViewProps {
  /** null until the first answer. */
  readonly content: PreviewContent | null;
  /** Where the editor's cursor stands. */
  readonly cursor: Place | null;
  readonly error: string | null;
  /** Left out: everything. */
  readonly choice?: Choice;
  /** Where the slider over the cycle stands, if not on the day of the content. */
  readonly day?: string | null;
  readonly playing?: boolean;
  /** Whoever shows the page can write for it. */
  readonly acts?: boolean;
  /** When to draw what can wait; left out: at once. */
  readonly later?: Later;
}

export function PreviewView(props: PreviewViewProps): JSX.Element {
  const {
    content,
    cursor,
    error,
    choice = firstChoice,
    day = content?.asOf ?? null,
    playing = false,
    acts = false,
    later,
  } = props;
  const journey = content && journeyOf(content);
  const report = content?.report ?? null;
  const shown = report && chosen(report, choice);
  return h(
    'div',
    {
      class: choice.compact ? 'page compact' : 'page',
      'aria-busy': content === null && error === null ? 'true' : undefined,
    },
    content !== null && h(Toolbar, { content, shown, choice }),
    error !== null && h('p', { class: 'error', role: 'alert', dir: 'auto' }, error),
    report === null || shown === null
      ? content !== null &&
          h(
            'main',
            null,
            h('h1', { class: 'unseen' }, 'OKR preview'),
            h(EmptyState, { message: content.message ?? 'There is nothing to show yet.' }),
          )
      : h(ReportView, {
          report,
          scene: {
            ...sceneOf(report, true, elementAt(report, cursor)),
            acts: acts && content?.asOf === null,
            ...(later && { later }),
          },
          shown,
          by: choice.by,
          served: (content?.served ?? []).map(({ cycle, objectives }) => ({
            cycle,
            objectives: chosen({ ...report, objectives }, choice).objectives,
          })),
          travel: journey && { journey, day, playing },
          nothing: isNothing(shown) && isFiltered(choice) ? h(NothingChosen, { report, choice }) : null,
        }),
    content !== null && h(LookingBack, content),
  );
}

/** Which days of its cycle one can look back at. */
export function journeyOf({ report, today, checkInDays }: PreviewContent): Journey | null {
  return report && journeyIn(report.cycle, today, checkInDays);
}

/** The element that a line belongs to: the nearest one at or above it in the same file; null above all of them. */
export function elementAt(report: Report, cursor: Place | null): Place | null {
  if (cursor === null) return null;
  const places = [
    ...report.objectives.flatMap(objective => [
      objective.place,
      ...objective.keyResults.map(keyResult => keyResult.place),
    ]),
    ...report.kpis.map(kpi => kpi.place),
    ...report.initiatives.map(initiative => initiative.place),
  ].filter(place => place.uri === cursor.uri && place.line <= cursor.line);
  return places.reduce<Place | null>(
    (nearest, place) => (nearest === null || place.line > nearest.line ? place : nearest),
    null,
  );
}
