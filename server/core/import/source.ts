/** What an importer has read, whichever format it came in: texts as they stand in the source, nothing interpreted yet. */

export type ItemKind = 'objective' | 'key result' | 'kpi' | 'initiative';

/** What a source can say of an item in one text. */
export const textFields = [
  'period',
  'startDate',
  'dueDate',
  'status',
  'progress',
  'metric',
  'unit',
  'start',
  'target',
  'current',
  'targetType',
  'weight',
  'description',
  'lastCheckIn',
  'note',
  'confidence',
  'score',
  'tags',
  'link',
] as const;
export type TextField = (typeof textFields)[number];

export interface SourcePerson {
  /** As the source names them; empty where it gives an address only. */
  readonly name: string;
  readonly email: string;
}

export interface SourceCheckIn {
  readonly place: string;
  readonly date: string;
  readonly value: string;
  readonly status: string;
  readonly confidence: string;
  readonly by: SourcePerson | undefined;
  readonly note: string;
}

/** A dated score, or one without a day. */
export interface SourceGrade {
  readonly place: string;
  readonly date: string;
  readonly grade: string;
  readonly why: string;
}

export interface SourceItem {
  /** Where it stands in the source, as a person finds it: `row 7`, `line 12`, `objective 3`. */
  readonly place: string;
  /** As the source calls it; empty where it does not. */
  readonly type: string;
  /** undefined where the source does not say it for certain. */
  readonly kind: ItemKind | undefined;
  /** By which others point to it: its id, its number. Its title counts as well. */
  readonly ids: readonly string[];
  readonly title: string;
  readonly parents: readonly string[];
  readonly owners: readonly SourcePerson[];
  readonly teams: readonly string[];
  readonly fields: Readonly<Partial<Record<TextField, string>>>;
  /** Original words that go below it as they are. */
  readonly words: readonly string[];
  readonly plans: readonly { readonly date: string; readonly value: string }[];
  readonly checkIns: readonly SourceCheckIn[];
  readonly grades: readonly SourceGrade[];
}

export interface SourceTeam {
  readonly place: string;
  readonly ids: readonly string[];
  readonly title: string;
  readonly parent: string;
  readonly lead: SourcePerson | undefined;
  readonly members: readonly SourcePerson[];
  readonly description: string;
}

export interface SourcePeriod {
  readonly ids: readonly string[];
  readonly name: string;
  readonly start: string;
  readonly end: string;
}

/** Something that was not carried over, or only as words, with its place in the source; why is the end of a sentence. */
export interface Remark {
  readonly place: string;
  readonly what: string;
  readonly why: string;
  /** What somebody could decide, and it would be carried over: how, the door says. */
  readonly open?: OpenQuestion | undefined;
}

export interface Source {
  readonly items: readonly SourceItem[];
  readonly teams: readonly SourceTeam[];
  readonly periods: readonly SourcePeriod[];
  readonly leftOut: readonly Remark[];
  /** What “at risk” means there, where the kind of source tells. */
  readonly atRisk?: 'off-track';
}

/** A source that cannot be read; the message says what is wrong and what to do. */
export class ImportProblem extends Error {
  override readonly name = 'ImportProblem';
  /** Where none of them is known to hold the titles, and somebody could say which. */
  readonly columns: readonly string[] | undefined;

  constructor(message: string, columns?: readonly string[]) {
    super(message);
    this.columns = columns;
  }
}

/** Several times what the largest of companies have; a file of millions would keep an editor waiting for minutes. */
const MOST = 50_000;

/** @param what goals, or the lines of a text, each of which may be one @throws ImportProblem */
export function refuseTooMany(count: number, what: 'goals' | 'lines'): void {
  if (count > MOST)
    throw new ImportProblem(`It has more than ${MOST.toLocaleString('en')} ${what}: import it in parts`);
}

/** What a source leaves open, and somebody could decide. */
export type OpenQuestion = 'at-risk' | 'dates' | 'cycle' | 'day';

export function item(place: string, title: string, rest: Partial<SourceItem> = {}): SourceItem {
  return {
    place,
    title,
    type: '',
    kind: undefined,
    ids: [],
    parents: [],
    owners: [],
    teams: [],
    fields: {},
    words: [],
    plans: [],
    checkIns: [],
    grades: [],
    ...rest,
  };
}

/** A text of the source, as remarks show it. */
export function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > 60 ? `${line.slice(0, 59)}…` : line}”`;
}
