/** Status by pace, and the verdict in the end. */
import type { Kind, SaidStatus } from '../../../grammar/tree.ts';
import type { ShownStatus, Status, Verdict } from '../reports/report.ts';
import type { Thresholds } from './thresholds.ts';
import { isUnder, reaches } from './tolerance.ts';

/** What the status of a key result, an objective, a team or a cycle depends on. */
export interface Situation {
  readonly dropped: boolean;
  /** Its own end has passed. */
  readonly over: boolean;
  /** Not cut; undefined where nothing is scored. */
  readonly progress: number | undefined;
  readonly pending: boolean;
  readonly expected: number | undefined;
  readonly kind: Kind;
  /** It is a line to hold, or rests on one, and so is done only when its time is over. */
  readonly doneOnlyWhenOver: boolean;
  /** Of a line to hold: whether its newest value does; undefined for all else. */
  readonly holdsNow: boolean | undefined;
}

export function statusOf(situation: Situation, thresholds: Thresholds): Status {
  const { dropped, over, progress, pending, expected, doneOnlyWhenOver } = situation;
  if (dropped) return 'dropped';
  const reached = progress !== undefined && !pending && reaches(progress, 1);
  if (reached && (over || !doneOnlyWhenOver)) return 'done';
  if (over) return 'ended';
  if (progress === undefined || pending || expected === undefined) return 'pending';
  return paceStatus(progress, expected, situation, thresholds);
}

/**
 * What people said is shown first, but for what is dropped or over. A said status is the newest check-in's that has one.
 */
export function shownStatus(computed: Status, said: SaidStatus | undefined, over: boolean): ShownStatus {
  return said === undefined || over || computed === 'dropped' ? computed : said;
}

/** After the end; undefined before it, for what is dropped or has no score, and for a kind with nothing to achieve. */
export function verdictOf(
  { dropped, over, kind }: Pick<Situation, 'dropped' | 'over' | 'kind'>,
  score: number | undefined,
  thresholds: Thresholds,
): Verdict | undefined {
  const { achieved } = thresholds[kind];
  if (!over || dropped || score === undefined || achieved === undefined) return undefined;
  return reaches(score, achieved) ? 'achieved' : 'missed';
}

/** At 1, but not done: it rests on a line that has been held all along, and has to be held on. */
export function isHeldOnly({
  score,
  computedStatus,
  over,
}: {
  readonly score: number | undefined;
  readonly computedStatus: Status;
  readonly over: boolean;
}): boolean {
  return score !== undefined && reaches(score, 1) && !over && computedStatus !== 'done';
}

function paceStatus(
  progress: number,
  expected: number,
  { kind, holdsNow }: Pick<Situation, 'kind' | 'holdsNow'>,
  thresholds: Thresholds,
): Status {
  const { slack } = thresholds;
  const { onTrack, atRisk } = thresholds[kind];
  if (holdsNow === false) return 'off-track';
  const behind = expected - progress;
  const makes = (share: number) => reaches(0, expected) || reaches(progress, share * expected);
  if (makes(onTrack) || isUnder(behind, slack.onTrack)) return 'on-track';
  return makes(atRisk) || isUnder(behind, slack.atRisk) || holdsNow ? 'at-risk' : 'off-track';
}
