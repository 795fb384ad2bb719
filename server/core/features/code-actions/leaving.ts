/** What a key result takes along when it leaves its objective and becomes an element of its own. */
import type { KeyResult as KeyResultNode, Reference, Statement, StatementKind } from '../../../../grammar/tree.ts';
import type { Entry, KeyResultEntry, ObjectiveEntry } from '../../model/entry.ts';
import { isKeyResult, isSameKeyResult, objectiveOf } from '../../model/entry.ts';
import { refText } from '../../model/read-facts.ts';
import { type From, fromEntry, refToText } from '../../model/resolve.ts';
import type { Workspace } from '../../model/workspace.ts';
import { bodyIndentation, indentationOf, lineBreakOf, lineEndOf } from '../../rules/lines.ts';
import { shortest } from '../../rules/near-references.ts';
import { referencesIn, targetOf } from '../../rules/references.ts';
import { keyResultNode, type PlacedEdit, statementOf } from '../../rules/rule.ts';
import { statementsIn } from '../../rules/statements.ts';
import { freeName, shortName } from '../../titles/short-name.ts';
import type { Pause } from '../pause.ts';
import { endOfBody } from './lines-of-file.ts';
import { pointersTo, rewritten } from './pointers.ts';
import { headingBelow, referenceFrom, standpoint } from './standpoint.ts';

/** A line of the new element: of which kind it is, and what it says; what has no place there is prose. */
export interface Carried {
  readonly kind: StatementKind | 'comment';
  readonly text: string;
}

export class Leaving {
  readonly workspace: Workspace;
  readonly objective: ObjectiveEntry;
  readonly node: KeyResultNode;
  /** What the objective is called: its name, or one that it gets so that it can be referred to. */
  readonly objectiveName: string;
  /** Where the new element stands: below the objective. */
  readonly from: From;
  private readonly keyResult: KeyResultEntry['keyResult'];

  constructor(workspace: Workspace, { objective, keyResult }: KeyResultEntry) {
    this.workspace = workspace;
    this.objective = objective;
    this.keyResult = keyResult;
    this.node = keyResultNode(objective, keyResult);
    const { name, title } = objective.element;
    this.objectiveName = name ?? freeName(shortName(title) ?? 'objective', taken => this.isTaken('objective', taken));
    const { file, block } = objective;
    this.from = standpoint(objective, headingBelow(file, file.indexOf(block)));
  }

  /** What the objective is called from the new element. */
  get reference(): string {
    return referenceFrom(this.workspace, this.objective, this.objectiveName, undefined, this.from);
  }

  /** A name for the new element, its own where that is free. */
  nameAs(kind: 'initiative' | 'kpi'): string {
    const base = this.keyResult.name ?? shortName(this.keyResult.title) ?? kind;
    return freeName(base, taken => this.isTaken(kind, taken));
  }

  /**
   * The lines under its heading, in their order.
   * @param carry what a statement becomes; undefined where it has no place in the new element
   */
  lines(carry: (node: Statement) => Carried | undefined): Carried[] {
    const { block } = this.objective;
    const [, ...under] = [...statementsIn(this.node)];
    const last = under.at(-1) ?? this.node;
    const comments = block.tree.comments.filter(
      ({ trailing, start }) => !trailing && start > this.node.start && start < last.end,
    );
    const lines = [
      ...under.map(node => ({ start: node.start, line: carry(node) ?? this.asProse(node) })),
      ...comments.map(({ start, text }) => ({ start, line: { kind: 'comment', text } as const })),
    ];
    const inOrder = lines.sort((a, b) => a.start - b.start).map(({ line }) => line);
    // A comment stays with the line below it, wherever that goes.
    return inOrder.map((line, i) =>
      line.kind === 'comment'
        ? { ...line, kind: inOrder.slice(i).find(({ kind }) => kind !== 'comment')?.kind ?? 'comment' }
        : line,
    );
  }

  /** A line as it is written. */
  written(node: Statement): string {
    return this.objective.block.text.slice(node.start, lineEndOf(this.objective.block, node)).trimEnd();
  }

  private asProse(node: Statement): Carried {
    const text = this.written(node);
    return { kind: 'description', text: node.kind === 'description' ? text : `> ${text}` };
  }

  /** A line with references, written so that they lead from the new element to where they led before. */
  requalified(node: Statement): string {
    const { block } = this.objective;
    const text = this.written(node);
    return referencesIn(node)
      .map(({ reference }) => ({ reference, text: this.fromBelow(node, reference) }))
      .reduceRight(
        (line, { reference: { start, end }, text }) =>
          line.slice(0, start - node.start) + (text ?? block.text.slice(start, end)) + line.slice(end - node.start),
        text,
      );
  }

  private fromBelow(node: Statement, reference: Reference): string | undefined {
    const target = targetOf(this.workspace, node, reference, fromEntry(this.objective));
    if (target === undefined || isSame(targetOf(this.workspace, node, reference, this.from), target)) return undefined;
    const isGoal = 'keyResult' in target || target.facts.peek().type === 'objective';
    if (!isGoal) return shortest(this.workspace, target as never, undefined, this.from, false);
    const goal = target as KeyResultEntry | ObjectiveEntry;
    const kr = isKeyResult(goal) ? goal.keyResult.name : undefined;
    const objective = objectiveOf(goal);
    const name = objective === this.objective ? this.objectiveName : (objective.facts.peek().name ?? '');
    return name === '' ? undefined : referenceFrom(this.workspace, objective, name, kr, this.from);
  }

  /** The new element below the objective, the key result gone, and what pointed to it pointing to what it is now. */
  async edits(
    heading: string,
    lines: readonly string[],
    redirect: (node: Statement, from: Entry) => string | undefined,
    pause: Pause,
  ): Promise<PlacedEdit[]> {
    const { workspace, objective, keyResult } = this;
    const { block } = objective;
    const pointers = keyResult.name === undefined ? [] : await pointersTo(workspace, objective, pause);
    // It is no longer what was read: nothing that is known of it fits.
    if (objective.block !== block) return [];
    const edits: PlacedEdit[] = [];
    for (const { entry, node, reference, keyResult: to } of pointers) {
      if (to !== keyResult || this.isInside(entry, node)) continue;
      const text = redirect(node, entry) ?? this.upwards(entry, reference);
      if (text !== undefined) edits.push(rewritten(entry, reference, text));
    }
    return [...edits, ...this.move([heading, ...lines])];
  }

  /** Another objective's reference to the key result as one to its objective; none in that objective itself. */
  private upwards(entry: Entry, reference: Reference): string | undefined {
    return entry === this.objective ? undefined : refToText({ ...refText(reference), kr: undefined });
  }

  private isInside(entry: Entry, node: Statement): boolean {
    return (
      entry === this.objective && node.start >= this.node.start && (node === this.node || node.parent === this.node)
    );
  }

  private move(lines: readonly string[]): PlacedEdit[] {
    const { objective } = this;
    const { block } = objective;
    const lineBreak = lineBreakOf(block);
    const [heading, ...under] = lines as [string, ...string[]];
    const step = this.step();
    const text = [heading, ...under.map(line => step + line)].join(lineBreak);
    const edits: PlacedEdit[] = [];
    const root = statementOf(objective);
    if (objective.element.name === undefined)
      edits.push(rewritten(objective, { start: root.keyword.end, end: root.keyword.end }, ` ${this.objectiveName}`));
    const [start, end] = this.extent();
    const bottom = endOfBody(block);
    // Right before it stands a line of its objective, at least the heading.
    const above = block.text.slice(0, start).trimEnd().length;
    const next = block.text.slice(end, bottom).trimStart();
    if (next === '') edits.push(rewritten(objective, { start: above, end: bottom }, lineBreak.repeat(2) + text));
    else {
      const after = /^(?:[ \t]*(?:\r\n?|\n))*/.exec(block.text.slice(end))?.[0].length ?? 0;
      edits.push(rewritten(objective, { start, end: end + after }, ''));
      edits.push(rewritten(objective, { start: bottom, end: bottom }, lineBreak.repeat(2) + text));
    }
    return edits;
  }

  /** From the comments right above it to its last line. */
  private extent(): [start: number, end: number] {
    const { block } = this.objective;
    let { line } = this.node;
    const isComment = (at: number) => block.tree.comments.some(each => each.line === at && !each.trailing);
    while (isComment(line - 1)) line--;
    const all = [...statementsIn(this.node)];
    return [block.lineStarts[line] as number, lineEndOf(block, all.at(-1) as Statement)];
  }

  private step(): string {
    const { block } = this.objective;
    const root = statementOf(this.objective);
    return bodyIndentation(block, root).slice(indentationOf(block, root).length) || '  ';
  }

  private isTaken(kind: 'objective' | 'initiative' | 'kpi', name: string): boolean {
    return this.workspace.named(kind, `${this.objective.team ?? ''}/${name}`).length > 0;
  }
}

type Target = ReturnType<typeof targetOf>;

function isSame(a: Target, b: Target): boolean {
  if (a === undefined || b === undefined || !('keyResult' in a) || !('keyResult' in b)) return a === b;
  return isSameKeyResult(a, b);
}
