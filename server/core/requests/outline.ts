/** What stands beside the text. */
import type { Health, Place, ShownStatus } from '../reports/report.ts';

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
