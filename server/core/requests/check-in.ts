/** Checking in: what can be checked in on, and what is written. */

import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { SaidStatus } from '../../../grammar/tree.ts';
import type { Place } from '../reports/report.ts';

/** `okr/checkInSubjects`: what runs and can be checked in on, or read; mine first, and of each the silent ones first. */
export const checkInSubjectsRequest = 'okr/checkInSubjects';
export interface CheckInSubjectsParams {
  /** `due`: key results and KPIs that are mine and wait for somebody to say where they stand. */
  readonly of: 'key results' | 'kpis' | 'due';
  /** `@ana`: whose are mine; empty where nobody said. */
  readonly me: string;
  /** Where nobody said, whether git may be asked: left out where it may not run. */
  readonly askGit?: boolean;
  /** Only what stands in this file. */
  readonly within?: string;
}
export interface CheckInSubject {
  /** Of its own among all, and the same while lines move. */
  readonly id: string;
  readonly kind: 'objective' | 'key result' | 'kpi';
  /** `growth/love.nps`; null without a name. */
  readonly ref: string | null;
  readonly title: string;
  readonly teamTitle: string | null;
  readonly owner: string | null;
  /** Who asks, `@ana`; empty where nobody knows. */
  readonly me: string;
  readonly mine: boolean;
  /** False for an objective, for what nothing is measured by, and for milestones, which say themselves how far they are. */
  readonly takesValue: boolean;
  /** Ready to read: `44 points`. */
  readonly value: string | null;
  readonly unit: string;
  /** `7/10` */
  readonly confidence: string | null;
  /** Of the newest check-in or reading, ISO 8601. */
  readonly date: string | null;
  /** A rhythm has passed since anybody spoke of it. */
  readonly due: boolean;
  /** And more than that. */
  readonly stale: boolean;
  /** Since anybody spoke of it, or since its first day; null where that is not known. */
  readonly silentDays: number | null;
  /** `✓ on track`, `▲ watch` */
  readonly standing: string;
  /** The day that a check-in is of unless it says so, ISO 8601. */
  readonly today: string;
  readonly place: Place;
}

/** `okr/checkInSubject`: the one at a line. Rejects where there is none. */
export const checkInSubjectRequest = 'okr/checkInSubject';
export interface CheckInSubjectParams {
  readonly uri: string;
  readonly line: number;
  readonly me: string;
  readonly askGit?: boolean;
}

/**
 * `okr/checkIn`: writes a check-in, or a reading of a KPI; or, in few words, that a milestone is done, how sure somebody
 * is, or how it stands; or the objective that an unhealthy KPI asks for. Rejects with a sentence where it cannot be written.
 */
export const checkInRequest = 'okr/checkIn';
export type WriteParams = CheckInParams | TickParams | SayParams | ObjectiveParams;
export interface CheckInParams {
  readonly uri: string;
  /** Any line of the element. */
  readonly line: number;
  /** ISO 8601; null: today. */
  readonly date: string | null;
  /** These as somebody types them; empty ones are left out. */
  readonly value: string;
  readonly confidence: string;
  readonly status: SaidStatus | null;
  readonly by: string;
  readonly note: string;
  /** The element's title where it was asked for: refused where another one stands there by now. Left out: whatever does. */
  readonly title?: string;
}
/** A milestone that is done as of today, or not done after all. */
export interface TickParams {
  readonly what: 'tick';
  readonly uri: string;
  /** Of its key result. */
  readonly line: number;
  /** Which of its milestones, from 0, and what it said where it was ticked: refused where it says something else by now. */
  readonly step: number;
  readonly text: string;
  readonly done: boolean;
}
/** How sure somebody is of a key result today, or how it stands: it goes into what they have said today, if they have. */
export interface SayParams {
  readonly what: 'say';
  readonly uri: string;
  readonly line: number;
  readonly title: string;
  /** `7/10`; empty where nothing is said of it. */
  readonly confidence: string;
  readonly status: SaidStatus | null;
  readonly by: string;
}
/** The objective that would bring an unhealthy KPI back to its line: it goes below the KPI. */
export interface ObjectiveParams {
  readonly what: 'objective';
  readonly uri: string;
  /** Of the KPI. */
  readonly line: number;
  readonly title: string;
}
export interface CheckInAnswer {
  readonly edit: WorkspaceEdit;
  /** The line that is new or different; of several the first. */
  readonly place: Place;
}
