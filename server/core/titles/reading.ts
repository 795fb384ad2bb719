/** What a reader finds in a title. */

/** Offsets in the title, in UTF-16 units; the end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Direction = 'raise' | 'cut';

export type MeasureKind =
  | 'to'
  | 'from-to'
  | 'at-least'
  | 'at-most'
  | 'above'
  | 'below'
  | 'between'
  | 'change-percent'
  | 'change-by'
  | 'factor';

export interface TitleMeasure {
  readonly kind: MeasureKind;
  /**
   * With magnitudes applied (`2 million` is 2000000). Two for `from-to` and `between`, and for a change whose
   * baseline the title gives (baseline, change); a `from-to` with only one number has no target. Else one.
   * A `change-percent` or `change-by` is signed; a `factor` is what to multiply or divide by, as the direction says.
   */
  readonly numbers: readonly number[];
  /** The same as `.okr` values without unit words: `$1.2M`, `95%`, `-30`. */
  readonly written: readonly string[];
  /** The words counted or measured in, as the title writes them (`articles`, `business days`); empty if it has none. */
  readonly unit: string;
  /** Absent if no verb tells it. */
  readonly direction?: Direction;
  readonly span: Span;
}

export type Reads = 'none' | 'absolute' | 'relative' | 'compound';

/** `none` has no measures, `absolute` and `relative` have one, `compound` has several. */
export interface TitleReading {
  readonly reads: Reads;
  readonly measures: readonly TitleMeasure[];
}

/** A day or a period on the calendar, as far as the title names it. */
export type DeadlinePoint =
  /** `in 12 months`, `within the next 30 days`: that long from the start. */
  | { readonly type: 'duration'; readonly count: number; readonly unit: CalendarUnit }
  /** `this quarter`, `by year-end`, `next month`. */
  | { readonly type: 'current'; readonly unit: CalendarUnit; readonly ahead: 0 | 1 }
  | { readonly type: 'date'; readonly month: number; readonly day: number; readonly year?: number }
  | { readonly type: 'month'; readonly month: number; readonly year?: number }
  | { readonly type: 'quarter'; readonly quarter: number; readonly year?: number; readonly fiscal: boolean }
  | { readonly type: 'half'; readonly half: number; readonly year?: number; readonly fiscal: boolean }
  | { readonly type: 'year'; readonly year: number; readonly fiscal: boolean };

export type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

/** `part` is what the title says of a period: `by end of March`, `early Q3`, `by mid-May`. Months and quarters count from 1. */
export type TitleDeadline = DeadlinePoint & { readonly part?: 'start' | 'middle' | 'end'; readonly span: Span };
