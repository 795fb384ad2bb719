/**
 * The tree of an `.okr` document: one node a statement, nested by indentation, with the range of every part.
 * All offsets are UTF-16 units from the first character of the block that the statement stands in.
 */

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Word extends Span {
  readonly text: string;
}

/** A text after a colon or `>`, without the mark and the blanks around it. */
export type Prose = Word;
export type Name = Word;

export interface Person extends Span {
  /** Without the `@`. */
  readonly handle: string;
}

/** A calendar day. `day` counts days from 1970-01-01. */
export interface DateArgument extends Span {
  readonly day: number;
}

/** `2026-Q4`, `FY27`, `summer`: which days it means is the workspace's business, as fiscal years are settings. */
export type CycleArgument = Word;

/** `36`, `-4.5`, `$1.2M`, `82 %`, `10 new clients`, or `?`. */
export interface Value extends Span {
  /** null for `?`. Magnitudes are multiplied out; a percentage stays as written (82% is 82). */
  readonly number: number | null;
  /** As written, blanks folded: `points`, `%`, `$`, `new clients`; empty without one. */
  readonly unit: string;
}

/** A confidence or a grade, 0…1 (a grade may be over 1). */
export interface Share extends Span {
  readonly share: number;
}

export interface Reference extends Span {
  readonly team: Name | undefined;
  /** The first name after the team: an objective, a key result of the same objective, a KPI or an initiative. */
  readonly name: Name;
  readonly kr: Name | undefined;
  readonly cycle: CycleArgument | undefined;
}

/** `region = EU`, `status != closed`. */
export interface Condition extends Span {
  /** Of the column. */
  readonly name: Word;
  readonly isNot: boolean;
  readonly value: Word;
}

export type Bound = 'at least' | 'at most' | 'above' | 'below' | 'between';

export interface Line extends Span {
  readonly bound: Bound;
  readonly value: Value | undefined;
  /** The upper end of `between`. */
  readonly upper: Value | undefined;
}

export type SaidStatus = 'on-track' | 'at-risk' | 'off-track' | 'blocked';
export type Kind = 'aspirational' | 'committed' | 'learning';
export type WorkStatus = 'planned' | 'active' | 'done';
/** What becomes of several rows on one day. */
export type Aggregation = 'last' | 'sum' | 'mean' | 'min' | 'max' | 'count';
export type RhythmUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** What every statement has. */
export interface Node extends Span {
  /** Counted from the block's first line. */
  readonly line: number;
  /** Width of the indentation in columns (a tab reaches the next multiple of four). */
  readonly column: number;
  readonly keyword: Word;
  /** What stands after the colon. */
  prose: Prose | undefined;
  /** True where the line has a syntax error: what could be read is there, the rest is not. */
  broken: boolean;
  parent: Statement | undefined;
  readonly body: Statement[];
}

export interface Team extends Node {
  readonly kind: 'team';
  name: Name | undefined;
}
export interface Cycle extends Node {
  readonly kind: 'cycle';
  cycle: CycleArgument | undefined;
}
export interface PersonElement extends Node {
  readonly kind: 'person';
  person: Person | undefined;
}
export interface Objective extends Node {
  readonly kind: 'objective';
  name: Name | undefined;
}
export interface KeyResult extends Node {
  readonly kind: 'kr';
  name: Name | undefined;
}
/** At the top an element with its name; in a key result a reference to one. */
export interface Kpi extends Node {
  readonly kind: 'kpi';
  reference: Reference | undefined;
}
export interface Initiative extends Node {
  readonly kind: 'initiative';
  name: Name | undefined;
}

/** `from A to B`, `from A by C`, and a cycle's `from DATE to DATE`. */
export interface FromTo extends Node {
  readonly kind: 'from';
  from: Value | undefined;
  to: Value | undefined;
  by: Value | undefined;
  first: DateArgument | undefined;
  /** `?` where the end is open. */
  last: DateArgument | '?' | undefined;
}
export interface To extends Node {
  readonly kind: 'to';
  to: Value | undefined;
}
export interface Keep extends Node {
  readonly kind: 'keep';
  hold: Line | undefined;
}
export interface Milestone extends Node {
  readonly kind: 'milestone';
  due: DateArgument | undefined;
  weight: Value | undefined;
  /** The keyword alone means done on every day. */
  done: Span | undefined;
  doneOn: DateArgument | undefined;
}

/** What every dated fact may have. */
export interface Fact extends Node {
  date: DateArgument | undefined;
  by: Person | undefined;
}
export interface CheckIn extends Fact {
  readonly kind: 'checkin';
  value: Value | undefined;
  confidence: Share | undefined;
  status: (Span & { readonly status: SaidStatus }) | undefined;
}
export interface TargetChange extends Fact {
  readonly kind: 'target';
  value: Value | undefined;
  hold: Line | undefined;
}
export interface Plan extends Fact {
  readonly kind: 'plan';
  value: Value | undefined;
}
export interface Grade extends Fact {
  readonly kind: 'grade';
  grade: Share | undefined;
}
export interface Dropped extends Fact {
  readonly kind: 'dropped';
}
export interface Resumed extends Fact {
  readonly kind: 'resumed';
}
export interface Reading extends Fact {
  readonly kind: 'reading';
  value: Value | undefined;
}
export interface Reflect extends Node {
  readonly kind: 'reflect';
}

export interface Owner extends Node {
  readonly kind: 'owner' | 'lead';
  person: Person | undefined;
}
export interface People extends Node {
  readonly kind: 'with' | 'members';
  people: Person[];
}
export interface Parent extends Node {
  readonly kind: 'parent';
  name: Name | undefined;
}
export interface References extends Node {
  readonly kind: 'supports' | 'needs';
  references: Reference[];
}
export interface ReferenceTo extends Node {
  readonly kind: 'continues' | 'follows';
  reference: Reference | undefined;
}
export interface Due extends Node {
  readonly kind: 'due' | 'until';
  date: DateArgument | undefined;
}
export interface KindOf extends Node {
  readonly kind: Kind;
}
export interface Work extends Node {
  readonly kind: WorkStatus;
  date: DateArgument | undefined;
}
export interface Weight extends Node {
  readonly kind: 'weight';
  weight: Value | undefined;
}
export interface Every extends Node {
  readonly kind: 'every';
  count: number;
  unit: RhythmUnit | undefined;
}
export interface Tags extends Node {
  readonly kind: 'tags';
  tags: Name[];
}
export interface Link extends Node {
  readonly kind: 'link';
  link: Word | undefined;
}
export interface Data extends Node {
  readonly kind: 'data';
  path: Word | undefined;
  /** Not needed to count rows. */
  valueColumn: Word | undefined;
  dateColumn: Word | undefined;
  /** All must be true of a row. */
  where: Condition[];
  decimalComma: Span | undefined;
  aggregation: (Span & { readonly of: Aggregation }) | undefined;
}
export interface Health extends Node {
  readonly kind: 'healthy' | 'critical';
  hold: Line | undefined;
}

/** A line that begins with `>`; its text is `prose`. */
export interface Description extends Node {
  readonly kind: 'description';
}
/** A line whose first word is no keyword; what is under it stays under it. */
export interface Unknown extends Node {
  readonly kind: 'unknown';
}

export type Element = Team | Cycle | PersonElement | Objective | KeyResult | Kpi | Initiative;
export type Statement =
  | Element
  | FromTo
  | To
  | Keep
  | Milestone
  | CheckIn
  | TargetChange
  | Plan
  | Grade
  | Dropped
  | Resumed
  | Reading
  | Reflect
  | Owner
  | People
  | Parent
  | References
  | ReferenceTo
  | Due
  | KindOf
  | Work
  | Weight
  | Every
  | Tags
  | Link
  | Data
  | Health
  | Description
  | Unknown;

export type StatementKind = Statement['kind'];

/** A comment, with its `#`. */
export interface Comment extends Word {
  readonly line: number;
  readonly column: number;
  /** True where a statement stands before it on the line. */
  readonly trailing: boolean;
}
