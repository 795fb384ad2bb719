/** What was decided or stopped on the way: targets, what was dropped and taken up again, what was blocked. */

import { toIso } from '../calendar/day.ts';
import type { Day, Pause } from '../model/elements.ts';
import type { KeyResultEntry, ObjectiveEntry } from '../model/entry.ts';
import { refOf } from '../model/resolve.ts';
import type { HistoryEntry } from '../scores/series.ts';
import { formatValue } from '../scores/value-text.ts';
import { withSign } from '../wording/words.ts';
import { targetChanges } from './measure-report.ts';
import type { ChangeReport } from './report.ts';
import type { Selection } from './selection.ts';
import { mention, placeOf } from './written.ts';

type About = Pick<ChangeReport, 'ref' | 'title' | 'team' | 'place'>;

/** Oldest first. What a key result shares with another is told once, where that one is in the report as well. */
export function changesIn(selection: Selection): ChangeReport[] {
  const { objectives, standings, today } = selection;
  const reported = new Set(objectives);
  const changes = objectives.flatMap(objective => [
    ...pauseChanges(objective.element.pauses, today, aboutObjective(objective)),
    ...objective.element.keyResults.flatMap(keyResult => {
      const entry = { objective, keyResult };
      const source = standings.source(entry);
      const about = aboutKeyResult(entry, source);
      const isShared = source.keyResult !== keyResult && reported.has(source.objective);
      return [
        ...pauseChanges(keyResult.pauses, today, about),
        ...(isShared ? [] : targetsChanged(source, today, about)),
        ...(isShared ? [] : blocks(standings.keyResult(entry)?.history ?? [], about)),
      ];
    }),
  ]);
  return changes.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

export function aboutObjective(objective: ObjectiveEntry): About {
  const { title, line } = objective.element;
  return { ref: refOf(objective) ?? null, title, team: objective.team ?? null, place: placeOf(objective, line) };
}

export function aboutKeyResult(entry: KeyResultEntry, source: KeyResultEntry): About {
  return {
    ref: refOf(entry) ?? null,
    title: source.keyResult.title,
    team: entry.objective.team ?? null,
    place: placeOf(entry.objective, entry.keyResult.line),
  };
}

function pauseChanges(pauses: readonly Pause[], today: Day, about: About): ChangeReport[] {
  return pauses
    .filter(({ day }) => day <= today)
    .map(({ day, what, why, by }) => ({ ...about, what, date: toIso(day), text: '', why, by: mention(by) }));
}

function targetsChanged({ keyResult }: KeyResultEntry, today: Day, about: About): ChangeReport[] {
  const { measure, targets } = keyResult;
  if (measure === undefined || measure.kind === 'milestones') return [];
  const unit = measure.kind === 'keep' ? measure.hold.unit : measure.unit;
  return targetChanges(measure, targets, today).map(({ date, from, to, why, by }) => ({
    ...about,
    what: 'target',
    date,
    text: change(from, to, unit),
    why,
    by,
  }));
}

/** `50 → 48 points`: the unit once, unless it is a sign. */
export function change(from: number | null, to: number | null, unit: string): string {
  return `${formatValue(from, withSign(unit))} → ${formatValue(to, unit)}`;
}

/** Each time somebody said `blocked`, and the next time somebody said it no longer was. */
function blocks(history: readonly HistoryEntry[], about: About): ChangeReport[] {
  const changes: ChangeReport[] = [];
  let isBlocked = false;
  for (const { day, status, note, by } of history) {
    if (status === undefined || (status === 'blocked') === isBlocked) continue;
    isBlocked = status === 'blocked';
    const what = isBlocked ? 'blocked' : 'unblocked';
    changes.push({ ...about, what, date: toIso(day), text: '', why: note, by: mention(by) });
  }
  return changes;
}
