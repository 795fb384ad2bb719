/** One `.okr` file: its document, and for each block what it says to the workspace. */
import { isName } from '../../../grammar/arguments.ts';
import type { BlockTree } from '../../../grammar/block.ts';
import { type Block, Document, type Position, type TextRange } from '../../../grammar/document.ts';
import type { Span, Word } from '../../../grammar/tree.ts';
import { Cell } from './cells.ts';
import { Entry, type Heading, headingOf, type ObjectiveEntry } from './entry.ts';
import { glanceAt } from './glance.ts';
import { readElement } from './read-facts.ts';

export { rootsOf } from './entry.ts';

/** What a block says. */
export interface Row {
  readonly block: Block;
  readonly entries: readonly Entry[];
  /** What its headings say for the blocks after it; undefined where it has none. */
  readonly heading: Partial<Heading> | undefined;
  /** The `# okr-ignore` comments; undefined where there is none. */
  readonly silences: readonly Silence[] | undefined;
}

/** `# okr-ignore RULE`, for one line. */
export interface Silence extends Span {
  /** Empty where none is named. */
  readonly rule: string;
  /** Of the block, that it speaks of; undefined: the first of the next block. */
  readonly line: number | undefined;
  /** It stands at the end of a statement's line, where it speaks of nothing. */
  readonly trailing: boolean;
}

/** Where entries are known by their names: the workspace. */
export interface Register {
  add(entry: Entry): void;
  remove(entry: Entry): void;
  /** A key result has another title than it had. */
  retitle(entry: ObjectiveEntry, before: readonly string[]): void;
}

const outside: Heading = { team: undefined, cycle: undefined };

export class OkrFile {
  readonly uri: string;
  /** Open in an editor: its trees are kept. */
  readonly isOpen: boolean;
  readonly document: Document;
  /** Changes with every edit. */
  readonly edition = new Cell(0);
  private rows: Row[] = [];
  private readonly register: Register;
  private places: ReadonlyMap<Block, number> | undefined;

  constructor(uri: string, text: string, isOpen: boolean, register: Register) {
    this.uri = uri;
    this.isOpen = isOpen;
    this.document = new Document(text);
    this.register = register;
    this.replace(0, 0, this.document.blocks.length);
  }

  get content(): readonly Row[] {
    return this.rows;
  }

  /** Applies an edit; only the blocks that it touches are read again, and those below whose heading it changes. */
  edit(range: TextRange, text: string): void {
    const { at, removed, added } = this.document.edit(range, text);
    this.replace(at, removed, added);
  }

  /** Takes all it says out of the workspace. */
  dispose(): void {
    for (const row of this.rows) for (const entry of row.entries) this.register.remove(entry);
    this.rows = [];
    this.edition.touch();
  }

  /** Gives back the room of what nobody else sees; it is read again when somebody asks. */
  release(): void {
    this.places = undefined;
    this.document.release();
    for (const { entries } of this.rows) for (const { facts } of entries) facts.release();
  }

  /** The index of a block in the document. */
  indexOf(block: Block): number {
    this.places ??= new Map(this.document.blocks.map((each, index) => [each, index]));
    return this.places.get(block) ?? 0;
  }
  rangeOf(block: Block, span: Span): TextRange {
    return this.document.rangeOf(this.indexOf(block), span);
  }
  /** The line of something in a block. */
  lineOf(block: Block, line: number): number {
    return this.document.lineOf(this.indexOf(block)) + line;
  }
  /** The block and the offset in it of a position. */
  at(position: Position): { readonly row: Row; readonly offset: number } {
    const { block, offset } = this.document.at(position);
    return { row: this.rows[block] as Row, offset };
  }

  private replace(at: number, removed: number, added: number): void {
    this.places = undefined;
    const spare = this.rows.slice(at, at + removed).flatMap(row => row.entries);
    const before = this.headingAfter(at + removed - 1);
    let heading = this.headingAfter(at - 1);
    const fresh: Row[] = [];
    for (let i = 0; i < added; i++) {
      const row = this.read(this.document.blocks[at + i] as Block, heading, spare);
      fresh.push(row);
      heading = { ...heading, ...row.heading };
    }
    for (const entry of spare) this.register.remove(entry);
    if (at === this.rows.length) this.rows = this.rows.length === 0 ? fresh : [...this.rows, ...fresh];
    else this.rows.splice(at, removed, ...fresh);
    this.reheadFrom(at + added, before, heading);
    this.edition.touch();
  }

  /** Reads again what stands under a heading that has changed, down to where others take over. */
  private reheadFrom(from: number, before: Heading, now: Heading): void {
    let [team, cycle] = [before.team !== now.team, before.cycle !== now.cycle];
    let heading = now;
    for (let i = from; i < this.rows.length && (team || cycle); i++) {
      const row = this.rows[i] as Row;
      const spare = [...row.entries];
      const again = this.read(row.block, heading, spare);
      for (const entry of spare) this.register.remove(entry);
      this.rows[i] = again;
      heading = { ...heading, ...again.heading };
      team &&= again.heading?.team === undefined;
      cycle &&= again.heading?.cycle === undefined;
    }
  }

  private headingAfter(index: number): Heading {
    let team: Heading['team'];
    let cycle: Heading['cycle'];
    let teamKnown = false;
    let cycleKnown = false;
    for (let i = Math.min(index, this.rows.length - 1); i >= 0 && !(teamKnown && cycleKnown); i--) {
      const heading = this.rows[i]?.heading;
      if (heading === undefined) continue;
      if (!teamKnown && 'team' in heading) [team, teamKnown] = [heading.team, true];
      if (!cycleKnown && 'cycle' in heading) [cycle, cycleKnown] = [heading.cycle, true];
    }
    return teamKnown || cycleKnown ? { team, cycle } : outside;
  }

  /** Reads a block; entries that look the same to others are taken over from `spare`. */
  private read(block: Block, above: Heading, spare: Entry[]): Row {
    const entries: Entry[] = [];
    let heading: { team?: string | null; cycle?: string | null } | undefined;
    let index = -1;
    const glance = this.isOpen ? undefined : glanceAt(block.text);
    const tree = glance ?? block.tree;
    for (const statement of tree.statements) {
      if (statement.parent !== undefined) continue;
      index++;
      if (statement.kind === 'team') heading = { ...heading, team: readable(statement.name, isName) };
      else if (statement.kind === 'cycle') heading = { ...heading, cycle: readable(statement.cycle, isCycle) };
      const element = readElement(statement);
      if (element === undefined) continue;
      const here = headingOf(element, { ...above, ...heading });
      entries.push(this.enter(new Entry(this, block, index, element, here, glance === undefined), spare));
    }
    const silences = silencesOf(tree);
    if (!this.isOpen) block.release();
    return { block, entries: entries.slice(), heading, silences };
  }

  private enter(fresh: Entry, spare: Entry[]): Entry {
    const same = spare.findIndex(entry => entry.index === fresh.index && entry.surface === fresh.surface);
    const found = spare[same];
    if (found === undefined) {
      this.register.add(fresh);
      return fresh;
    }
    // Those that are passed over are given up: what stays keeps its order, and lists of entries stay sorted.
    for (const entry of spare.splice(0, same + 1)) if (entry !== found) this.register.remove(entry);
    const before = found.keyResultTitles;
    found.takeOver(fresh);
    if (before.some((title, i) => title !== found.keyResultTitles[i]))
      this.register.retitle(found as ObjectiveEntry, before);
    return found;
  }
}

function readable(word: Word | undefined, is: (text: string) => boolean): string | null {
  return word !== undefined && is(word.text) ? word.text : null;
}

/** What may be one: a name, or what begins with a year. */
export function isCycle(text: string): boolean {
  return isName(text) || /^\d{4}(?![^-])/.test(text);
}

function silencesOf(tree: BlockTree): Silence[] | undefined {
  let silences: Silence[] | undefined;
  for (const { start, end, text, line, trailing } of tree.comments) {
    const rule = /^#\s*okr-ignore(?![\w-])[\s:]*([\w-]*)/.exec(text)?.[1];
    if (rule === undefined) continue;
    const below = trailing ? undefined : tree.statements.find(statement => statement.line > line)?.line;
    silences = [...(silences ?? []), { start, end, rule, line: below, trailing }];
  }
  return silences;
}
