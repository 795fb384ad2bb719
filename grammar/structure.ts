/** Checks what a statement's place says about it: where it may stand, and how often. */
import { checkContent } from './content.ts';
import { keywordOfKind, type Place } from './keywords.ts';
import { type Edit, type Fix, type Problem, problem, type Report } from './problems.ts';
import type { Statement } from './tree.ts';

/** What other lines may stand under. */
const elements: ReadonlySet<string> = new Set(['team', 'cycle', 'person', 'objective', 'kr', 'kpi', 'initiative']);
const placeNames: Readonly<Record<Place, string>> = {
  top: 'the top of the file',
  team: 'a team',
  cycle: 'a cycle',
  person: 'a person',
  objective: 'an objective',
  kr: 'a key result',
  kpi: 'a KPI',
  initiative: 'an initiative',
};

/** All problems of place in a block, in the order of its lines. */
export function checkStructure(
  statements: readonly Statement[],
  text: string,
  lineStarts: readonly number[],
): Problem[] {
  const check = new StructureCheck(text, lineStarts);
  for (const statement of statements) check.statement(statement);
  return check.problems.length > 1 ? check.problems.sort((a, b) => a.start - b.start) : check.problems;
}

class StructureCheck {
  readonly problems: Problem[] = [];
  private readonly report: Report = (...problemOf) => this.problems.push(problem(...problemOf));
  private readonly text: string;
  private readonly lineStarts: readonly number[];

  constructor(text: string, lineStarts: readonly number[]) {
    this.text = text;
    this.lineStarts = lineStarts;
  }

  statement(node: Statement): void {
    if (!fits(node, node.parent) && isCertain(node)) this.misplaced(node);
    if (node.body.length > 0) this.repetitions(node);
    if (!node.broken) checkContent(node, this.text, this.report);
  }

  private misplaced(node: Statement): void {
    const like = neighbour(node);
    const fix = like === undefined ? undefined : this.indentLike(node, like);
    this.report('misplaced-statement', node.keyword, whereItBelongs(node, like), fix);
  }

  /** Moves a line and what is under it to the indentation of another. */
  private indentLike(node: Statement, like: Statement): Fix {
    const own = this.indentation(node);
    const indentation = this.indentation(like);
    const moved = [node];
    for (const statement of moved) for (const child of statement.body) moved.push(child);
    const keepsRest = moved.every(statement => this.indentation(statement).startsWith(own));
    const edits: Edit[] = moved.map(statement => {
      const start = this.lineStarts[statement.line] as number;
      const rest = keepsRest
        ? this.text.slice(start + own.length, statement.start)
        : ' '.repeat(statement.column - node.column);
      return { start, end: statement.start, text: indentation + rest };
    });
    edits.sort((a, b) => a.start - b.start);
    const title =
      like.parent === undefined ? 'Start it at the first column' : `Indent it like \`${like.keyword.text}\``;
    return { title, edits };
  }

  private indentation(node: Statement): string {
    return this.text.slice(this.lineStarts[node.line] as number, node.start);
  }

  private repetitions(parent: Statement): void {
    const groups: string[] = [];
    const first: Statement[] = [];
    for (const node of parent.body) {
      const group = groupOf(node, parent);
      if (group === undefined) continue;
      const before = first[groups.indexOf(group)];
      if (before === undefined) {
        groups.push(group);
        first.push(node);
      } else if (!(node.kind === 'milestone' && before.kind === 'milestone')) this.repeated(node, before, group);
    }
  }

  private repeated(node: Statement, before: Statement, group: string): void {
    const start = this.lineStarts[node.line] as number;
    const end = this.lineStarts[node.line + 1] ?? this.text.length;
    const fix = { title: 'Remove this line', edits: [{ start, end, text: '' }] };
    const what =
      group === 'measure'
        ? 'A key result has one measure'
        : node.kind === before.kind
          ? `There can be one \`${before.kind}\` here`
          : `Either \`${before.kind}\` or \`${node.kind}\``;
    const related = { start: before.start, end: before.end, message: 'The one that counts' };
    const message = `${what}: the first one counts`;
    const repeated = problem('duplicate-statement', node, message, node.body.length > 0 ? undefined : fix);
    this.problems.push({ ...repeated, related });
  }
}

/** Whether a statement may stand under another, or at the top. */
export function fits(node: Statement, parent: Statement | undefined): boolean {
  const place = parent === undefined ? 'top' : parent.kind;
  if (node.kind === 'description') return elements.has(place);
  return keywordOfKind.get(node.kind)?.places.includes(place as Place) === true;
}

/** Neither of a line that cannot be read nor of what is under one can anybody tell where it belongs. */
function isCertain({ kind, keyword, parent }: Statement): boolean {
  if (parent !== undefined && (parent.kind === 'unknown' || parent.broken)) return false;
  return kind === 'description' || keywordOfKind.get(kind)?.keyword === keyword.text;
}

/** The nearest statement above with whose indentation this one would stand where it may. */
function neighbour(node: Statement): Statement | undefined {
  let like = node.parent;
  while (like !== undefined && !fits(node, like.parent)) like = like.parent;
  return like;
}

function whereItBelongs({ kind, keyword, parent }: Statement, like: Statement | undefined): string {
  if (kind === 'description' && parent === undefined)
    return 'A `>` line describes what it is indented under: indent it under an objective or a key result';
  const what = kind === 'description' ? 'the `>` line' : `\`${keyword.text}\``;
  if (parent !== undefined && parent === like && !elements.has(parent.kind)) {
    const above = `\`${parent.keyword.text}\``;
    return `Nothing stands under ${above}: indent ${what} like ${above} itself`;
  }
  const places = keywordOfKind.get(kind)?.places ?? [];
  const inside = places.filter(place => place !== 'top').map(place => placeNames[place]);
  const list = inside.length > 1 ? `${inside.slice(0, -1).join(', ')} or ${inside.at(-1)}` : inside[0];
  const belongs = [places.includes('top') ? `at ${placeNames.top}` : '', list === undefined ? '' : `in ${list}`];
  const where = kind === 'description' ? 'under what it describes' : belongs.filter(part => part !== '').join(' or ');
  const here =
    parent === undefined
      ? `at ${placeNames.top}`
      : elements.has(parent.kind)
        ? `in ${placeNames[parent.kind as Place]}`
        : `under \`${parent.keyword.text}\``;
  const advice =
    like === undefined
      ? 'indent it under one'
      : like.parent === undefined
        ? 'start it at the first column'
        : `indent it like \`${like.keyword.text}\``;
  return `${kind === 'description' ? 'A `>` line' : what} belongs ${where}, not ${here}: ${advice}`;
}

/** The group of which an element may have one, where `node` is of one. */
function groupOf(node: Statement, parent: Statement): string | undefined {
  if (parent.kind === 'kr' && (node.kind === 'milestone' || node.kind === 'follows')) return 'measure';
  if (parent.kind === 'cycle' && node.kind === 'from') return 'from';
  const once = keywordOfKind.get(node.kind)?.once;
  if (once === undefined || (once.places !== undefined && !once.places.includes(parent.kind as Place)))
    return undefined;
  return once.group;
}
