/** The text of a report. */

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
