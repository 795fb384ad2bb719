/** What a rule is: one identifier, one default severity, one sentence to the writer, a check, and what to read about it. */
import type { Block } from '../../../grammar/document.ts';
import type { KeyResult as KeyResultNode, Objective as ObjectiveNode, Span, Statement } from '../../../grammar/tree.ts';
import { onLine } from '../model/by-line.ts';
import type { Memo } from '../model/cells.ts';
import type { Element, KeyResult } from '../model/elements.ts';
import type { Entry, KeyResultEntry, ObjectiveEntry } from '../model/entry.ts';
import { type OkrFile, rootsOf } from '../model/file.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Severity } from '../settings/settings.ts';
import type { Standings } from '../standing/standings.ts';
import type { Circles } from './circles.ts';

/** A place in a file: in a block of it, whose line numbers may change. */
export interface Place {
  readonly file: OkrFile;
  readonly block: Block;
  readonly span: Span;
}

export interface PlacedEdit {
  readonly place: Place;
  readonly text: string;
}

export interface Remedy {
  /** In the imperative. */
  readonly title: string;
  readonly edits: readonly PlacedEdit[];
  /** The one right answer, which `--fix` may apply unasked. */
  readonly isPreferred: boolean;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Exclude<Severity, 'off'>;
  readonly block: Block;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly { readonly place: Place; readonly message: string }[];
  readonly remedies: readonly Remedy[];
  /** What an editor offers to make of it, beside the remedies: it may have to look through the whole workspace. */
  readonly offered?: 'key-result-to-initiative' | 'hold-to-kpi' | 'close-cycle' | undefined;
  /** What else is said about its line and helps less (`inOneVoice`); it is among the related as well. */
  readonly rest: readonly Finding[];
}

export function byPlace(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

/** What a check says; the rest of the finding is the rule's. */
export interface Remark {
  readonly block?: Block;
  readonly span: Span;
  readonly message: string;
  readonly related?: Finding['related'];
  /** A function where they depend on more than the message does: it is called when somebody wants them. */
  readonly remedies?: readonly Remedy[] | (() => readonly Remedy[]) | undefined;
  readonly offered?: Finding['offered'];
}

/** What a check may look at. */
export interface Ground {
  readonly workspace: Workspace;
  readonly standings: Standings;
  readonly circles: Circles;
  readonly file: OkrFile;
  /** What was looked up of an element (`openObjective`) while it is looked at: many rules ask. */
  readonly opened: Map<Entry, Memo<unknown>>;
  /** A limit or another number from the settings, else the rule's own. */
  option(rule: Rule, name: string): number;
  /** What many elements ask for, worked out once and kept while what it was made from stays the same. */
  shared<T>(key: string, compute: () => T, isSame?: (a: unknown, b: unknown) => boolean): T;
}

export type Say = (remark: Remark) => void;

/** What a rule says of itself: for its page, the settings' schema and lists. */
export interface RuleText {
  readonly id: string;
  readonly severity: Severity;
  /** One line, for lists: "A key result that nobody can measure". */
  readonly summary: string;
  readonly why: string;
  /** A text of which it says something, and no other rule does. An `okr.json` for what is found in one. */
  readonly bad: string;
  /** The same put right. */
  readonly good: string;
  /** The day on which both are read, where it is another than that of most examples. */
  readonly today?: string;
  /** Who gives this advice. */
  readonly source?: string;
}

export interface Rule extends RuleText {
  /** It is an error whatever `okr.json` says: it speaks of what could not be read at all. */
  readonly isAlwaysError?: boolean;
  /** Fires because a day passed, not because somebody wrote something. */
  readonly isReminder?: boolean;
  /** Needs what is not known everywhere, such as git's history: where it is silent, its silences may be needed elsewhere. */
  readonly needsPast?: boolean;
  readonly options?: Readonly<Record<string, { readonly default: number; readonly description: string }>>;
  /** Compares an element with all others: when one of those changes it is asked again, and no other rule. */
  readonly comparesWithOthers?: boolean;
  /** Looks at one element. */
  readonly checkEntry?: (entry: Entry, ground: Ground, say: Say) => void;
  /** Looks at a file as a whole. */
  readonly checkFile?: (ground: Ground, say: Say) => void;
}

/** The statement of an entry, in the tree of its block. */
export function statementOf(entry: Entry<Element>): Statement {
  return rootsOf(entry.block)[entry.index] as Statement;
}

/** The statement of one of an objective's key results. */
export function keyResultNode({ block }: ObjectiveEntry, { line }: KeyResult): KeyResultNode {
  return onLine(block.tree.statements, line) as KeyResultNode;
}

/** The statements of an objective's key results, in the order of the facts. */
export function keyResultNodes(node: ObjectiveNode): KeyResultNode[] {
  return node.body.filter((each): each is KeyResultNode => each.kind === 'kr');
}

/** Where a heading is underlined: its title, else its name, else its keyword. */
export function headingSpan(node: Statement): Span {
  const { start, end } = node.prose !== undefined && node.prose.text !== '' ? node.prose : nameSpan(node);
  return { start, end };
}

/** The name of an element, its keyword where it has none. */
export function nameSpan(node: Statement): Span {
  const name =
    'name' in node
      ? node.name
      : node.kind === 'kpi'
        ? node.reference
        : node.kind === 'cycle'
          ? node.cycle
          : node.kind === 'person'
            ? node.person
            : undefined;
  const { start, end } = name ?? node.keyword;
  return { start, end };
}

/** Whoever asks for a place depends on what stands there: its block changes with every edit of it. */
export function placeOf(entry: Entry, span?: Span): Place {
  entry.facts.get();
  return {
    file: entry.file,
    block: entry.block,
    span: span ?? inPassing(entry, () => headingSpan(statementOf(entry))),
  };
}

/** The heading of a key result. */
export function placeOfKeyResult({ objective, keyResult }: KeyResultEntry): Place {
  return placeOf(
    objective,
    inPassing(objective, () => headingSpan(keyResultNode(objective, keyResult))),
  );
}

/** Reads in a tree that is let go again if nobody had it: places lead into thousands of files that nobody has open. */
function inPassing<T>({ file, block }: Entry, read: () => T): T {
  const wasRead = block.isRead;
  const found = read();
  if (!file.isOpen && !wasRead) block.release();
  return found;
}

/** A fix that replaces one range. */
export function replaces(title: string, place: Place, text: string, isPreferred: boolean): Remedy {
  return { title, isPreferred, edits: [{ place, text }] };
}

/** A fix that takes the line of a statement out; which of two lines is to go only the writer knows. */
export function removesLine(entry: Entry, node: Statement): Remedy {
  const { lineStarts, text } = entry.block;
  const start = lineStarts[node.line] ?? node.start;
  const end = lineStarts[node.line + 1] ?? text.length;
  return replaces('Remove this line', placeOf(entry, { start, end }), '', false);
}
