/**
 * What counts as on track, at risk and achieved. All of it is a setting.
 * The defaults: 0.9 and 0.7 of the expected progress as in Mooncamp, in proportion to 0.7 for what is aspirational;
 * achieved at 1.0 and 0.7 as in Google's OKR playbook and in What Matters.
 */
import type { Kind } from '../../../grammar/tree.ts';

export interface KindThresholds {
  /** Shares of the expected progress. */
  readonly onTrack: number;
  readonly atRisk: number;
  /** The score that achieves it in the end; undefined where nothing is to achieve. */
  readonly achieved: number | undefined;
}

export interface Thresholds extends Readonly<Record<Kind, KindThresholds>> {
  /** Behind the expected progress by less than `onTrack` is on track, by less than `atRisk` never worse than at risk. */
  readonly slack: { readonly onTrack: number; readonly atRisk: number };
}

export const defaultThresholds: Thresholds = {
  committed: { onTrack: 0.9, atRisk: 0.7, achieved: 1 },
  aspirational: { onTrack: 0.7, atRisk: 0.4, achieved: 0.7 },
  learning: { onTrack: 0.7, atRisk: 0.4, achieved: undefined },
  slack: { onTrack: 0.1, atRisk: 0.2 },
};
