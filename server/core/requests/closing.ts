/** Closing a cycle. */

import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { Place, Verdict } from '../reports/report.ts';

/** `okr/closing`: what there is to close in a cycle. Rejects with a sentence where it cannot be closed. */
export const closingRequest = 'okr/closing';
export interface ClosingParams {
  /** A document of the workspace. */
  readonly uri: string;
  readonly cycle: string;
  /** null: the one that the calendar has next. */
  readonly next: string | null;
  /** null: everyone's. */
  readonly team: string | null;
  /** Whether one that still runs may be closed. */
  readonly early: boolean;
}
export interface Closing {
  readonly cycle: string;
  /** null where nobody said, and no calendar does; then there is nothing else in it. */
  readonly next: string | null;
  /** With what is suggested there is nothing left to write. */
  readonly closed: boolean;
  /** An objective comes after its key results: how it went all in all is asked last. */
  readonly subjects: readonly ClosingSubject[];
}
/** An objective, or a key result, that somebody decides on. */
export interface ClosingSubject {
  /** Of its own among all, and the same while lines move. */
  readonly id: string;
  readonly kind: 'objective' | 'key result';
  readonly ref: string | null;
  readonly title: string;
  readonly team: string | null;
  readonly teamTitle: string | null;
  readonly owner: string | null;
  /** `0.56 missed` */
  readonly standing: string;
  /** What was computed, 0…1; null where there is nothing that it could be computed from. */
  readonly score: number | null;
  readonly verdict: Verdict | null;
  /** Ready to read: `41 points`. */
  readonly value: string | null;
  readonly target: string | null;
  /** The newest check-in's, and its day. */
  readonly note: string | null;
  readonly date: string | null;
  /** The newest that it has, `0.60`, with its reason. */
  readonly grade: string | null;
  readonly gradeWhy: string | null;
  /** What Enter takes; null where nothing tells. */
  readonly suggestedGrade: string | null;
  /** null for an objective, which goes on if one of its key results does. */
  readonly suggested: 'keep' | 'drop' | null;
  /** Its target is met: there is nothing to carry on. */
  readonly reached: boolean;
  /** It is in the next cycle already. */
  readonly carried: boolean;
  readonly place: Place;
}

/** `okr/close`: the edits that close it. Rejects with a sentence where they cannot be written. */
export const closeRequest = 'okr/close';
export interface CloseParams extends ClosingParams {
  readonly decisions: readonly ClosingDecision[];
  readonly reflections: readonly Reflection[];
}
export interface ClosingDecision {
  /** Of the subject. */
  readonly id: string;
  /** As somebody types it: `0.7`, `7/10`, `70%`; empty: no new one. */
  readonly grade: string;
  /** Why this grade; line breaks become blanks. */
  readonly why: string;
  /** Goes on as it is, with another target, or not at all. null for an objective: as its key results do. */
  readonly what: 'keep' | 'change' | 'drop' | null;
}
export interface Reflection {
  /** The name of a team, null for everyone; or an objective's id. */
  readonly of: { readonly team: string | null } | { readonly objective: string };
  readonly text: string;
}
export interface CloseAnswer {
  readonly edit: WorkspaceEdit;
  /** Where the next cycle begins; null where nothing goes on. */
  readonly opens: Place | null;
  /** What was written, and what does not go on: one sentence each. */
  readonly written: readonly string[];
  readonly leftBehind: readonly string[];
}
