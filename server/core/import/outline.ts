/**
 * Goals in a list of texts: headings, list items and lines with a depth, as people write them in wikis and messages. What
 * is labelled counts by its label, the rest by its place.
 */
import { guessColumns } from './columns.ts';
import { labelOf, scoreIn, withoutMarks } from './labels.ts';
import { peopleIn } from './people.ts';
import { calendarCycleIn } from './periods.ts';
import {
  ImportProblem,
  type ItemKind,
  item,
  type Remark,
  refuseTooMany,
  type Source,
  type SourceItem,
  type TextField,
} from './source.ts';
import { itemsOf, keyFor, type SourceTable } from './table.ts';

export type OutlineEntry =
  | { readonly type: 'heading'; readonly text: string; readonly depth: number; readonly place: string }
  /** An item of a list, or a line that stands for one; the outermost have the depth 0. */
  | { readonly type: 'item'; readonly text: string; readonly depth: number; readonly place: string }
  | { readonly type: 'text'; readonly text: string; readonly place: string }
  | { readonly type: 'table'; readonly table: SourceTable; readonly place: string };

export function readOutline(entries: readonly OutlineEntry[]): Source {
  refuseTooMany(entries.length, 'lines');
  const reader = new OutlineReader(entries);
  reader.read();
  const items = reader.items.filter(each => !reader.isEmptyHeading(each));
  if (items.length === 0)
    throw new ImportProblem(
      'No objective is found in it: lines such as `Objective 1: …` and `Key Result 1.1: …`, a list in a list, or a table with a column `Key result` are understood',
    );
  return { items, teams: [], periods: [], leftOut: reader.leftOut };
}

type Draft = { -readonly [Key in keyof SourceItem]: SourceItem[Key] };

const section =
  /^(?:objectives?|goals?|okrs?|(?:our |team |the )?(?:okrs?|objectives?)(?: and key results)?|key results?|krs?|initiatives?|overview|summary)\s*:?$/i;
const property =
  /^(owner|owners|dri|lead|responsible|team|status|confidence|baseline|start|target|current|due|deadline|due date|period|quarter|cycle|weight|score|grade|note|comment|description|why|link)\s*:\s+(.+)$/i;
const propertyFields: Readonly<Record<string, TextField | 'owner' | 'team'>> = {
  owners: 'owner',
  owner: 'owner',
  dri: 'owner',
  lead: 'owner',
  responsible: 'owner',
  team: 'team',
  status: 'status',
  confidence: 'confidence',
  baseline: 'start',
  start: 'start',
  target: 'target',
  current: 'current',
  due: 'dueDate',
  deadline: 'dueDate',
  'due date': 'dueDate',
  period: 'period',
  quarter: 'period',
  cycle: 'period',
  weight: 'weight',
  score: 'score',
  grade: 'score',
  note: 'note',
  comment: 'note',
  description: 'description',
  why: 'description',
  link: 'link',
};

class OutlineReader {
  readonly items: Draft[] = [];
  readonly leftOut: Remark[] = [];
  private readonly entries: readonly OutlineEntry[];
  private readonly hasLabels: boolean;
  private readonly headings = new Set<SourceItem>();
  private period = '';
  private team = '';
  private objective: Draft | undefined;
  private last: Draft | undefined;
  /** The items around, by their depths. */
  private open: { readonly depth: number; readonly draft: Draft }[] = [];
  private sectionKind: ItemKind | undefined;

  constructor(entries: readonly OutlineEntry[]) {
    this.entries = entries;
    this.hasLabels = entries.some(entry => entry.type !== 'table' && labelOf(entry.text).kind === 'objective');
  }

  read(): void {
    for (const [index, entry] of this.entries.entries()) {
      if (entry.type === 'table') this.table(entry.table, entry.place);
      else if (entry.type === 'heading') this.heading(entry, index);
      else if (entry.type === 'item') this.listItem(entry);
      else this.paragraph(entry.text, entry.place);
    }
  }

  /** A heading that nothing stood under was no objective. */
  isEmptyHeading(each: SourceItem): boolean {
    if (!this.headings.has(each) || this.items.some(({ parents }) => parents.includes(keyFor(each)))) return false;
    this.leftOut.push({ place: each.place, what: `Heading “${each.title}”`, why: 'no key result stands under it' });
    return true;
  }

  private heading({ text, place }: Extract<OutlineEntry, { type: 'heading' }>, index: number): void {
    this.open = [];
    const plain = withoutMarks(text);
    const label = labelOf(plain);
    const [, team] = /^(?:team|squad|department)\s*:?\s+(.+)$|^(.+?)\s+team$/i.exec(plain) ?? [];
    if (label.kind !== undefined && label.title !== '') {
      this.start(label.kind, plain, place);
      return;
    }
    const [kindWord = ''] = /^(?:objectives?|key results?|krs?|initiatives?)/i.exec(plain) ?? [];
    if (section.test(plain)) {
      this.sectionKind = /^key|^kr/i.test(kindWord) ? 'key result' : /^ini/i.test(kindWord) ? 'initiative' : undefined;
      if (this.sectionKind === undefined) this.objective = this.last = undefined;
      return;
    }
    this.sectionKind = undefined;
    const period = calendarCycleIn(plain);
    if (period !== undefined) {
      this.period = plain;
      this.objective = this.last = undefined;
    } else if (team !== undefined) this.team = team;
    else if ((!this.hasLabels && !this.holdsObjectives(index)) || this.next(index)?.type === 'table') {
      this.start('objective', plain, place);
      if (this.objective !== undefined) this.headings.add(this.objective);
    } else {
      this.leftOut.push({ place, what: `Heading “${plain}”`, why: 'it is no objective, period or team' });
      this.objective = this.last = undefined;
    }
  }

  /** Most items of the list below have lists of their own: they are objectives, and the heading says whose, or when. */
  private holdsObjectives(index: number): boolean {
    const below = this.entries.slice(index + 1);
    const end = below.findIndex(({ type }) => type === 'heading');
    const items = (end < 0 ? below : below.slice(0, end)).filter(isItem);
    const outermost = items.filter(({ depth }) => depth === 0).length;
    const withList = items.filter(
      (each, i) => each.depth > 0 && items[i - 1]?.depth === 0 && !property.test(withoutMarks(each.text)),
    ).length;
    return withList > 0 && withList * 2 >= outermost;
  }

  private next(index: number): OutlineEntry | undefined {
    return this.entries.slice(index + 1).find(({ type }) => type !== 'text');
  }

  private listItem({ text, depth, place }: Extract<OutlineEntry, { type: 'item' }>): void {
    while ((this.open.at(-1)?.depth ?? -1) >= depth) this.open.pop();
    const above = this.open.at(-1)?.draft;
    const target = above ?? (this.open.length === 0 && depth > 0 ? this.last : undefined);
    if (this.property(text, target ?? this.last, place)) return;
    const { kind } = labelOf(text);
    if (kind === undefined && section.test(withoutMarks(text))) return;
    const inKeyResult = above?.kind === 'key result' || above?.kind === 'initiative';
    if (kind === undefined && inKeyResult && above !== undefined) {
      above.words = [...above.words, withoutMarks(text)];
      return;
    }
    const byPlace: ItemKind =
      this.sectionKind ??
      (above?.kind === 'objective' || (depth === 0 && this.objective !== undefined && this.isUnderHeading())
        ? 'key result'
        : 'objective');
    const draft = this.start(kind ?? byPlace, text, place);
    this.open.push({ depth, draft });
  }

  /** The objective that counts is a heading, or a line with a label: what is listed below are its key results. */
  private isUnderHeading(): boolean {
    const { objective } = this;
    return objective !== undefined && (this.headings.has(objective) || this.hasLabels);
  }

  private paragraph(text: string, place: string): void {
    for (const line of text.split('\n')) {
      const plain = withoutMarks(line);
      if (plain === '' || section.test(plain)) continue;
      const { kind } = labelOf(plain);
      if (kind !== undefined) {
        this.open = [];
        this.start(kind, plain, place);
      } else if (!this.property(plain, this.last, place)) this.word(plain, place);
    }
  }

  private word(text: string, place: string): void {
    const period = this.objective === undefined ? calendarCycleIn(text) : undefined;
    if (period !== undefined) this.period = text;
    else if (this.last !== undefined) this.last.words = [...this.last.words, text];
    else this.leftOut.push({ place, what: `“${text}”`, why: 'it belongs to no objective' });
  }

  private property(text: string, target: Draft | undefined, place: string): boolean {
    const [, name = '', value = ''] = property.exec(withoutMarks(text)) ?? [];
    const field = propertyFields[name.toLowerCase()];
    if (field === undefined) return false;
    if (target === undefined) {
      if (field === 'team') this.team = value;
      else if (field === 'period') this.period = value;
      else this.leftOut.push({ place, what: `“${text}”`, why: 'it belongs to no objective' });
      return true;
    }
    if (field === 'owner') target.owners = [...target.owners, ...peopleIn(value)];
    else if (field === 'team') target.teams = [value];
    else if (field === 'description') target.words = [...target.words, value];
    else target.fields = { ...target.fields, [field]: value };
    return true;
  }

  private start(kind: ItemKind, text: string, place: string): Draft {
    const label = labelOf(text);
    const { title, grades } = scoreIn(label.title, place);
    const [whole = '', owner = ''] = /\s*[([](?:(?=@)|(?:owner|dri|lead)\s*:\s*)([^()[\]]+)[)\]]$/i.exec(title) ?? [];
    const isDone = grades.length === 0 && /^\s*\[[xX]\]\s/.test(text);
    const draft: Draft = {
      ...item(place, title.slice(0, title.length - whole.length)),
      kind,
      ids: label.number,
      owners: owner === '' ? [] : peopleIn(owner),
      grades: isDone ? [{ place, date: '', grade: '1.0', why: 'Done' }] : grades,
      teams: this.team === '' ? [] : [this.team],
      fields: this.period === '' ? {} : { period: this.period },
    };
    draft.ids = [...draft.ids, keyFor(draft)];
    if (kind === 'objective') this.objective = draft;
    else if (this.objective !== undefined) draft.parents = [keyFor(this.objective)];
    if (kind !== 'initiative' && kind !== 'kpi') this.last = draft;
    this.items.push(draft);
    return draft;
  }

  private table(table: SourceTable, place: string): void {
    if (this.scores(table)) return;
    const map = guessColumns(table.headers, table.rows);
    if (!map.some(field => field === 'title' || field === 'objective' || field === 'keyResult')) {
      this.leftOut.push({
        place,
        what: `Table ${table.headers.map(header => `“${header}”`).join(', ')}`,
        why: 'no column holds titles',
      });
      return;
    }
    const rest = table.headers.flatMap((header, i) => (map[i] === undefined && header !== '' ? [{ header, i }] : []));
    const rowAt = new Map(table.rows.map((row, i) => [table.nameOf(i), row]));
    for (const each of itemsOf(table, map, this.objective)) {
      const row = rowAt.get(each.place);
      const { title, grades } = scoreIn(each.title, each.place);
      const words = rest.flatMap(({ header, i }) =>
        (row?.[i] ?? '').trim() === '' ? [] : [`${header}: ${row?.[i]?.trim()}`],
      );
      const period = this.period === '' || each.fields.period !== undefined ? {} : { period: this.period };
      const draft: Draft = {
        ...each,
        title: withoutMarks(title),
        fields: { ...period, ...each.fields },
        teams: each.teams.length > 0 || this.team === '' ? each.teams : [this.team],
        words: [...each.words, ...words],
        grades: [...each.grades, ...grades],
      };
      draft.ids = [...draft.ids, keyFor(each)];
      for (const text of words)
        this.leftOut.push({
          place: each.place,
          what: `“${text}”`,
          why: 'no field is known for it, and it is kept as words',
        });
      this.items.push(draft);
      this.last = draft;
    }
  }

  /** A table of days and key results, with their scores. */
  private scores(table: SourceTable): boolean {
    const [first = '', ...columns] = table.headers;
    if (!/^(?:date|day|week|when|month)?$/i.test(first) || columns.length === 0) return false;
    const drafts = columns.map(column =>
      this.items.findLast(each => each.kind === 'key result' && isNamed(each, column)),
    );
    if (drafts.every(draft => draft === undefined)) return false;
    for (const [index, [date = '', ...cells]] of table.rows.entries()) {
      for (const [i, cell] of cells.entries()) {
        const draft = drafts[i];
        const place = table.nameOf(index);
        if (cell.trim() === '' || /^[-–—]$/.test(cell.trim())) continue;
        if (draft === undefined)
          this.leftOut.push({ place, what: `“${columns[i]}: ${cell}”`, why: 'no key result is called so' });
        else draft.grades = [...draft.grades, { place, date, grade: cell.trim(), why: '' }];
      }
    }
    return true;
  }
}

function isItem(entry: OutlineEntry): entry is Extract<OutlineEntry, { type: 'item' }> {
  return entry.type === 'item';
}

/** `KR 1.2`, or its title. */
function isNamed({ ids, title }: SourceItem, column: string): boolean {
  const [, number] = /^(?:KR|key result)?\s*#?(\d+(?:\.\d+)*)$/i.exec(column.trim()) ?? [];
  return number === undefined ? title.toLowerCase() === column.trim().toLowerCase() : ids.includes(number);
}
