/**
 * The requests of ours that go beyond the Language Server Protocol, typed once for both ends.
 */
import type { Position, WorkspaceEdit } from 'vscode-languageserver-types';
import type { SaidStatus } from '../../grammar/tree.ts';
import type { Alignment } from './reports/alignment.ts';
import type { Health, Place, Report, ServedCycle, ShownStatus, Verdict } from './reports/report.ts';

/** A cycle that has something to report, for a list to choose from. */
export interface CycleChoice {
  readonly id: string;
  readonly title: string;
  /** ISO 8601; null where it is open. */
  readonly start: string | null;
  readonly end: string | null;
  /** Today is in it. */
  readonly current: boolean;
  /** 0…1, null without both dates. */
  readonly elapsed: number | null;
  readonly teams: readonly { readonly name: string; readonly title: string }[];
}

/** `okr/cycles`: the cycles of the workspace that a document belongs to, the current first, then newest first. */
export const cyclesRequest = 'okr/cycles';
export interface CyclesParams {
  readonly uri: string;
}

/** `okr/preview`: what the preview of a document shows. */
export const previewRequest = 'okr/preview';
export interface PreviewParams {
  readonly uri: string;
  /** Only what stands in this file, or all of its workspace. */
  readonly scope: 'file' | 'workspace';
  /** A cycle's id; null: the one that a reader of the file means most likely (the current, else the newest). */
  readonly cycle: string | null;
  /** ISO 8601: how it stood on that day of the cycle; null, or a day that is not in its past: today. */
  readonly asOf: string | null;
  /** With who supports whom. */
  readonly alignment?: boolean;
}
export interface PreviewContent {
  readonly uri: string;
  readonly scope: 'file' | 'workspace';
  readonly cycles: readonly CycleChoice[];
  readonly cycle: string | null;
  /** ISO 8601. The report's is another day where one looks back. */
  readonly today: string;
  /** The day that one looks back at; null: today. */
  readonly asOf: string | null;
  /** Up to today, whichever day one looks at; oldest first. */
  readonly checkInDays: readonly string[];
  /** null where there is nothing to draw yet; `message` then says what to do. */
  readonly report: Report | null;
  /** What the objectives of the report support in other cycles, as they stood on the same day. */
  readonly served: readonly ServedCycle[];
  readonly message: string | null;
  /** On the same day, where it was asked for. */
  readonly alignment?: Alignment;
}

/** `okr/report`: the text of a report, as `okr report` writes it. Rejects with a message where the cycle is unknown. */
export const reportRequest = 'okr/report';
export interface ReportParams {
  readonly uri: string;
  readonly cycle: string;
  readonly team: string | null;
  readonly format: 'markdown' | 'json';
  /** Agenda and digest are Markdown; left out: the review. */
  readonly what?: 'review' | 'agenda' | 'digest';
  /** Of a digest: how many, today the last; left out: seven. */
  readonly days?: number;
}
export interface ReportAnswer {
  readonly text: string;
  /** `2026-Q4-growth.md` */
  readonly fileName: string;
}

/** `okr/revisionChoices`: what a workspace can be compared with. Rejects with a sentence where there is no history. */
export const revisionChoicesRequest = 'okr/revisionChoices';
export interface RevisionChoicesParams {
  /** Of a document. */
  readonly uri: string;
}
/** What to compare with: a revision, as git understands it, or as it was on a day (ISO 8601). */
export type RevisionWanted = { readonly revision: string } | { readonly day: string };
export interface RevisionChoice {
  readonly group: 'days' | 'branches' | 'tags' | 'commits';
  readonly label: string;
  readonly description: string;
  readonly wanted: RevisionWanted;
}

/** `okr/compare`: what differs from a revision, as `okr diff --format markdown` writes it. Rejects with a sentence. */
export const compareRequest = 'okr/compare';
export interface CompareParams {
  readonly uri: string;
  readonly wanted: RevisionWanted;
}
export interface CompareAnswer {
  /** Markdown */
  readonly text: string;
}

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

/** `okr/outline`: the objectives and key results of every workspace, in groups. */
export const outlineRequest = 'okr/outline';
export type OutlineGrouping = 'team' | 'cycle' | 'owner' | 'status';
export interface OutlineParams {
  readonly by: OutlineGrouping;
  /** What has ended, too; by cycle that is shown always. */
  readonly past: boolean;
}
export interface OutlineGroup {
  readonly id: string;
  readonly title: string;
  /** The mean of its objectives: `0.35`; null where nothing is scored. */
  readonly score: string | null;
  /** null for a group that has none, such as a person. */
  readonly status: ShownStatus | null;
  /** Its time runs, or it has none. */
  readonly current: boolean;
  readonly items: readonly OutlineItem[];
}
export interface OutlineItem {
  readonly kind: 'objective' | 'key result' | 'kpi';
  /** Of its own among all items, and the same while lines move. */
  readonly id: string;
  readonly ref: string | null;
  readonly title: string;
  /** `0.56`; of a KPI its value. */
  readonly score: string | null;
  readonly status: ShownStatus | Health | 'achieved' | 'missed';
  /** `✓ on track` */
  readonly standing: string;
  readonly owner: string | null;
  readonly teamTitle: string | null;
  /** `2026-Q4`; null in none. */
  readonly cycle: string | null;
  readonly place: Place;
  /** Where its title stands on that line, else its name. */
  readonly character: number;
  readonly lastLine: number;
  readonly items: readonly OutlineItem[];
}

/** `okr/today`: the cycle that runs. */
export const todayRequest = 'okr/today';
export interface TodayParams {
  /** The document that somebody looks at; null: none. */
  readonly uri: string | null;
}
export interface TodayAnswer {
  readonly today: string;
  /** null where nothing is in a cycle. */
  readonly cycle: {
    readonly id: string;
    readonly title: string;
    /** 0…1 */
    readonly elapsed: number | null;
    readonly score: number | null;
    readonly standing: string;
    readonly daysLeft: number | null;
    /** A document with something in it, for its preview. */
    readonly uri: string;
  } | null;
}

/** `okr/attention`: the files in which something that runs is off track or blocked. */
export const attentionRequest = 'okr/attention';
export interface FileAttention {
  readonly uri: string;
  /** `2 of 5 key results are off track` */
  readonly message: string;
}

/** `okr/newElement`: where a new objective or key result goes, as a snippet to fill in. Rejects where it cannot go. */
export const newElementRequest = 'okr/newElement';
export interface NewElementParams {
  readonly what: 'objective' | 'key result';
  /** null: into a new file. */
  readonly uri: string | null;
  /** Where somebody is; null: nowhere in particular. */
  readonly line: number | null;
}
export interface NewElementAnswer {
  readonly position: Position;
  /** Line breaks to put in there first: an editor indents a snippet as the line that it goes to. */
  readonly before: string;
  /** In the protocol's syntax; it goes between the two. */
  readonly snippet: string;
  readonly after: string;
}

/** `okr/import`: what another tool's files, or a text, become as new files. Rejects with a sentence where they cannot be read. */
export const importRequest = 'okr/import';
export interface ImportParams {
  /** The URI of the folder that it will go to. */
  readonly folder: string;
  /** What was copied, or a file; several are the JSON files of one export. */
  readonly source: { readonly text: string } | { readonly files: readonly ImportedFile[] };
  /** What was asked before, by the keys of the questions. */
  readonly answers: Readonly<Record<string, string>>;
}
export interface ImportedFile {
  /** Its ending tells the format. */
  readonly name: string;
  readonly base64: string;
}
export interface ImportQuestion {
  readonly key: string;
  readonly question: string;
  readonly choices: readonly { readonly label: string; readonly description?: string; readonly value: string }[];
}
export interface ImportAnswer {
  /** What is to be asked before it can be read as it is meant. */
  readonly questions: readonly ImportQuestion[];
  /** From the folder that they go to, with `/`; the first is the one to look at. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** Markdown: what was carried over, and what was not. */
  readonly summary: string;
}

/** `okr/changed`, from the server: what previews show of this workspace may be different now. */
export const changedNotification = 'okr/changed';
export interface ChangedParams {
  /** The documents that changed; a preview of a workspace asks again whichever they are. */
  readonly uris: readonly string[];
}

/** `okr/fs/*`, from the server to the client: files that only the editor can reach (virtual and web workspaces). */
export const readFileRequest = 'okr/fs/read';
export const findFilesRequest = 'okr/fs/find';
export interface ReadFileParams {
  readonly uri: string;
}
/** The bytes, or why they cannot be had, as a sentence; null where there is no such file. */
export type ReadFileAnswer = { readonly base64: string } | { readonly unreadable: string } | null;
export interface FindFilesParams {
  /** The folder. */
  readonly uri: string;
  /** What is looked for, where it is not the workspace's own files: tables that values could be read from. */
  readonly what?: 'data';
}
/** The `.okr` and `okr.json` files below it, or the data files. */
export type FindFilesAnswer = readonly string[];

/** `okr/revisions`, from the server to the client: what the editor's version control has of a file; null: it has none. */
export const revisionsRequest = 'okr/revisions';
export interface RevisionsParams {
  readonly uri: string;
  /** ISO 8601: the versions of this day and later are wanted, and the one before them. */
  readonly since: string;
}
export interface RevisionOfFile {
  readonly id: string;
  /** ISO 8601 */
  readonly day: string;
  readonly author: string;
  readonly subject: string;
  readonly text: string;
}
/** Newest first, a few hundred at most. */
export type RevisionsAnswer = readonly RevisionOfFile[] | null;

/** `okr/revisionsChanged`, to the server: there may be others now, and whether it may look at them at all. */
export const revisionsChangedNotification = 'okr/revisionsChanged';
export interface RevisionsChangedParams {
  /** False where nobody has said that the workspace can be trusted: then no git runs in it. */
  readonly allowed: boolean;
}

/** Messages between the preview's page and its host. */
export type ToPage =
  | { readonly type: 'content'; readonly content: PreviewContent }
  | { readonly type: 'cursor'; readonly uri: string; readonly line: number }
  | { readonly type: 'error'; readonly message: string };
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly uri: string; readonly line: number }
  | { readonly type: 'check-in' | 'reading'; readonly uri: string; readonly line: number }
  /** Who says it the host knows: the page leaves that empty. */
  | { readonly type: 'write'; readonly params: TickParams | SayParams | ObjectiveParams }
  | { readonly type: 'scope'; readonly scope: 'file' | 'workspace' }
  | { readonly type: 'alignment'; readonly wanted: boolean }
  | { readonly type: 'cycle'; readonly cycle: string }
  | { readonly type: 'day'; readonly day: string | null };

/** `okr/firstWorkspace`: the files to begin with, in a folder that has none. Rejects with a sentence where there are OKRs. */
export const firstWorkspaceRequest = 'okr/firstWorkspace';
export interface FirstWorkspaceParams {
  /** Its URI. */
  readonly folder: string;
  /** `@ana`; empty where nobody said. */
  readonly me: string;
  /** Whether git may be asked who it is. */
  readonly askGit: boolean;
}
export interface FirstWorkspaceAnswer {
  /** With names relative to the folder; the last is the one to open. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
}
