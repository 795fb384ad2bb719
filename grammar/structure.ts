/** Checks what a statement's place says about it: where it may stand, how often, and which arguments it needs there. */
import { unitKey } from './arguments.ts';
import { keywordOfKind, type Place } from './keywords.ts';
import type { Fix, Problem, ProblemCode } from './problems.ts';
import type { Line, Span, Statement, Value } from './tree.ts';

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
  private readonly text: string;
  private readonly lineStarts: readonly number[];

  constructor(text: string, lineStarts: readonly number[]) {
    this.text = text;
    this.lineStarts = lineStarts;
  }

  statement(node: Statement): void {
    if (node.kind !== 'unknown') this.place(node);
    if (node.body.length > 0) this.repetitions(node);
    if (!node.broken) this.content(node);
  }

  private report(
    code: ProblemCode,
    at: Span,
    message: string,
    more?: { fix?: Fix | undefined; related?: Span & { message: string } },
  ): void {
    const problem: Problem = { code, start: at.start, end: at.end, message };
    const { fix, related } = more ?? {};
    this.problems.push({
      ...problem,
      ...(fix === undefined ? {} : { fix }),
      ...(related === undefined ? {} : { related }),
    });
  }

  private place(node: Statement): void {
    const parent = node.parent;
    // Under a heading that cannot be read nobody can tell what belongs there.
    if (parent !== undefined && (parent.kind === 'unknown' || parent.broken)) return;
    if (parent !== undefined && keywordOfKind.get(node.kind)?.places.includes(parent.kind as Place) === true) return;
    const what = node.kind === 'description' ? 'A `>` line' : `\`${node.keyword.text}\``;
    if (parent !== undefined && !elements.has(parent.kind)) {
      const fix = this.indentLike(node, parent);
      this.report(
        'misplaced-statement',
        node.keyword,
        `Nothing stands under \`${parent.keyword.text}\`: indent ${what} like \`${parent.keyword.text}\` itself`,
        { fix },
      );
      return;
    }
    if (node.kind === 'description') {
      if (parent === undefined)
        this.report(
          'misplaced-statement',
          node.keyword,
          'A `>` line describes what it is indented under: indent it under an objective or a key result',
        );
      return;
    }
    const places = keywordOfKind.get(node.kind)?.places ?? [];
    const here: Place = parent === undefined ? 'top' : (parent.kind as Place);
    if (places.includes(here)) return;
    const belongs = places.map(place => placeNames[place]);
    const list = belongs.length > 1 ? `${belongs.slice(0, -1).join(', ')} or ${belongs.at(-1)}` : belongs[0];
    const advice = places[0] === 'top' && places.length === 1 ? 'put it at the first column' : `indent it under one`;
    const top = places.includes('top') && parent !== undefined ? this.indentTo(node, 0) : undefined;
    this.report(
      'misplaced-statement',
      node.keyword,
      `${what} belongs ${places[0] === 'top' ? 'at' : 'in'} ${list}, not ${here === 'top' ? 'at' : 'in'} ${placeNames[here]}: ${advice}`,
      { fix: top },
    );
  }

  /** Moves a line and what is under it to the indentation of another. */
  private indentLike(node: Statement, other: Statement): Fix {
    return this.indentTo(node, other.start - (this.lineStarts[other.line] as number), other);
  }
  private indentTo(node: Statement, length: number, like?: Statement): Fix {
    const indentation = like === undefined ? '' : this.text.slice(this.lineStarts[like.line] as number, like.start);
    const own = this.text.slice(this.lineStarts[node.line] as number, node.start);
    const edits = [];
    const lines = [node];
    for (const line of lines) {
      const start = this.lineStarts[line.line] as number;
      const extra = this.text.slice(start, line.start).slice(own.length);
      edits.push({ start, end: line.start, text: indentation.slice(0, length) + extra });
      lines.push(...line.body);
    }
    edits.sort((a, b) => a.start - b.start);
    return { title: length === 0 ? 'Move it to the first column' : 'Indent it like the line above', edits };
  }

  private repetitions(parent: Statement): void {
    const first = new Map<string, Statement>();
    for (const node of parent.body) {
      const group = groupOf(node, parent);
      if (group === undefined) continue;
      const before = first.get(group);
      if (before === undefined) first.set(group, node);
      else if (!(node.kind === 'milestone' && before.kind === 'milestone')) {
        const start = this.lineStarts[node.line] as number;
        const end = this.lineStarts[node.line + 1] ?? this.text.length;
        const what =
          group === 'measure'
            ? 'A key result has one measure'
            : `There can be one \`${group === 'kind' || group === 'work' ? before.keyword.text : group}\` here`;
        this.report('duplicate-statement', { start: node.start, end: node.end }, `${what}: the first one counts`, {
          fix: node.body.length > 0 ? undefined : { title: 'Remove this line', edits: [{ start, end, text: '' }] },
          related: { start: before.start, end: before.end, message: 'The one that counts' },
        });
      }
    }
  }

  private content(node: Statement): void {
    const parent = node.parent?.kind;
    switch (node.kind) {
      case 'from':
        if (parent === 'cycle' && node.from !== undefined)
          this.report('value-invalid', node.from, 'A cycle runs from a day to a day: `from 2026-10-05 to 2026-12-18`');
        else if (parent === 'kr' && node.first !== undefined)
          this.report(
            'value-invalid',
            node.first,
            'A key result goes from a value to a value: `from 32 to 50 points`; its last day is `due 2026-12-01`',
          );
        else if (node.first !== undefined && typeof node.last === 'object' && node.last.day < node.first.day)
          this.report('date-invalid', node.last, 'The last day is before the first');
        if (node.by !== undefined && node.by.number === null)
          this.report('value-invalid', node.by, '`by` needs a number; where the target is not known yet, write `to ?`');
        if (node.to !== undefined) this.units(node.from, node.to);
        else if (node.by !== undefined && node.by.unit !== '%' && unitKey(node.by.unit) !== 'point')
          this.units(node.from, node.by);
        break;
      case 'keep':
      case 'healthy':
      case 'critical':
      case 'target':
        if (node.hold !== undefined) this.line(node.hold);
        break;
      case 'reading':
      case 'plan':
        if (node.value?.number === null && node.value.end - node.value.start === 1)
          this.report(
            'value-invalid',
            node.value,
            `A ${node.kind} needs a number: leave the line out until there is one`,
          );
        break;
      case 'dropped':
      case 'resumed':
        if (node.date === undefined && parent !== 'initiative' && parent !== undefined)
          this.report('syntax', node.keyword, `\`${node.kind}\` needs a day here: \`${node.kind} 2026-10-30: …\``);
        break;
      case 'kpi':
        if (
          parent === undefined &&
          node.reference !== undefined &&
          (node.reference.team !== undefined || node.reference.kr !== undefined || node.reference.cycle !== undefined)
        ) {
          this.report(
            'syntax',
            node.reference,
            'A KPI is named with a name alone: `kpi recurring-tickets: …`; its team is the `team` above',
          );
        }
        break;
      case 'reflect':
        if (node.prose === undefined || node.prose.text === '')
          this.report('syntax', node.keyword, `\`reflect\` needs a text: \`reflect: We started the survey too late\``);
        break;
      case 'milestone':
        if (node.prose === undefined || node.prose.text === '')
          this.report(
            'syntax',
            node.keyword,
            '`milestone` needs a text: `milestone due 2026-10-20: Beta with 100 customers`',
          );
        if (node.weight !== undefined) this.weight(node.weight);
        break;
      case 'weight':
        if (node.weight !== undefined) this.weight(node.weight);
        break;
      default:
    }
  }

  private weight(value: Value): void {
    if (value.number === null || value.number < 0 || value.unit !== '')
      this.report('value-invalid', value, 'A weight is a plain number, 0 or more: `weight 2`');
  }

  private line(line: Line): void {
    if (line.upper === undefined) return;
    this.units(line.value, line.upper);
    const [low, high] = [line.value?.number, line.upper.number];
    if (low !== null && low !== undefined && high !== null && low > high) {
      const turned = { start: line.value?.start ?? line.start, end: line.end };
      this.report('value-invalid', turned, 'Between the smaller and the larger: turn the two around');
    }
  }

  private units(first: Value | undefined, second: Value): void {
    if (
      first === undefined ||
      first.unit === '' ||
      second.unit === '' ||
      first.number === null ||
      second.number === null
    )
      return;
    if (unitKey(first.unit) === unitKey(second.unit)) return;
    this.report(
      'unit-mismatch',
      { start: first.start, end: second.end },
      `Two units, \`${first.unit}\` and \`${second.unit}\`: one of them is enough, and it counts for both`,
    );
  }
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
