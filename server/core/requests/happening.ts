/** What happens to a goal on the way. */
import type { Place } from '../reports/report.ts';

/** What happens to an objective or a key result on the way. */
export type What = 'drop' | 'resume' | 'block' | 'unblock' | 'target' | 'hand-over' | 'share';

/** `okr/happeningSubject`: what it is about to happen to. Rejects with a sentence where it cannot. */
export const happeningSubjectRequest = 'okr/happeningSubject';
export interface HappeningSubjectParams {
  readonly what: What;
  readonly uri: string;
  /** Any line of the element. */
  readonly line: number;
}
export interface HappeningSubject {
  readonly title: string;
  readonly ref: string | null;
  /** `0.56 ✓ on track` */
  readonly standing: string;
  readonly owner: string | null;
  /** The one in force, `48 points` or `at least 99.9%`; null where it has none that could move. */
  readonly target: string | null;
  /** Who could have it next, the most likely first. */
  readonly people: readonly string[];
  /** Which objectives it could be shared with. */
  readonly objectives: readonly { readonly title: string; readonly ref: string | null; readonly place: Place }[];
  /** The day that it happens on unless somebody says so, ISO 8601. */
  readonly today: string;
  readonly place: Place;
}

/** `okr/happening`: writes it down, with its reason. Rejects with a sentence where it cannot be written. */
export const happeningRequest = 'okr/happening';
export interface HappeningParams extends HappeningSubjectParams {
  /** ISO 8601; null: today. */
  readonly date: string | null;
  readonly why: string;
  readonly by: string;
  /** The target, as somebody types it, or the handle of who has it from now on; else empty. */
  readonly value: string;
  /** The objective that it is shared with. */
  readonly into: Place | null;
}
