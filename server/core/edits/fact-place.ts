/** Where a new fact stands in an element: in the order of days, as its other facts do, with their indentation. */
import type { Block } from '../../../grammar/document.ts';
import type { DateArgument, Statement, StatementKind } from '../../../grammar/tree.ts';
import type { Day } from '../model/elements.ts';
import type { OkrFile } from '../model/file.ts';
import { indentationOf } from '../rules/lines.ts';

/** Between two lines of a block. */
export interface FactPlace {
  /** The line that it comes to be, counted from the block's first. */
  readonly line: number;
  readonly indentation: string;
}

interface Dated {
  readonly statement: Statement;
  readonly day: Day;
}

/** What happened, as against what somebody plans: it is written one below the other as the days go by. */
const facts: ReadonlySet<StatementKind> = new Set(['checkin', 'target', 'grade', 'dropped', 'resumed', 'reading']);

/** The place of a fact of a kind and a day in the element that a heading begins. */
export function factPlace(file: OkrFile, block: Block, heading: Statement, kind: StatementKind, day: Day): FactPlace {
  const own = heading.body.filter(statement => facts.has(statement.kind));
  const dated = own.flatMap((statement): Dated[] => {
    const { date } = statement as { readonly date?: DateArgument };
    return date === undefined ? [] : [{ statement, day: date.day }];
  });
  // Some write the newest on top.
  if (dated.length > 1 && isOrdered(dated, (earlier, later) => earlier > later)) {
    const older = dated.find(fact => fact.day < day);
    return older === undefined ? below(block, own.at(-1) as Statement) : above(block, older.statement);
  }
  const alike = dated.filter(({ statement }) => statement.kind === kind);
  const among = alike.length === 0 || isOrdered(dated, (earlier, later) => earlier <= later) ? dated : alike;
  const before = among.findLast(fact => fact.day <= day);
  if (before !== undefined) return below(block, before.statement);
  const after = among[0]?.statement ?? own[0];
  return after === undefined ? belowProperties(file, block, heading) : above(block, after);
}

function isOrdered(dated: readonly Dated[], fits: (earlier: Day, later: Day) => boolean): boolean {
  return dated.every(({ day }, i) => i === 0 || fits((dated[i - 1] as Dated).day, day));
}

/** The first fact of an element stands under what is said of it, and above the elements in it. */
export function belowProperties(file: OkrFile, block: Block, heading: Statement): FactPlace {
  const inner = heading.body.findIndex(({ kind }) => kind === 'kr');
  const property = inner < 0 ? heading.body.at(-1) : heading.body[inner - 1];
  if (property !== undefined) return below(block, property);
  const [child] = heading.body;
  const indentation = child === undefined ? indentationUnder(file, block, heading) : indentationOf(block, child);
  return { line: heading.line + 1, indentation };
}

/** Under a statement and all that is under it. */
export function below(block: Block, statement: Statement): FactPlace {
  let last = statement;
  while (last.body.length > 0) last = last.body.at(-1) as Statement;
  return { line: last.line + 1, indentation: indentationOf(block, statement) };
}

/** Over a statement, and over the comments right above it, which are about it. */
function above(block: Block, statement: Statement): FactPlace {
  const comments = new Set(block.tree.comments.filter(({ trailing }) => !trailing).map(({ line }) => line));
  let { line } = statement;
  while (comments.has(line - 1)) line--;
  return { line, indentation: indentationOf(block, statement) };
}

/** As deep under it as it is itself under another, else as the file's first indented line. */
function indentationUnder(file: OkrFile, block: Block, heading: Statement): string {
  const own = indentationOf(block, heading).replace('\ufeff', '');
  const outer = heading.parent === undefined ? '' : indentationOf(block, heading.parent).replace('\ufeff', '');
  if (own.length > outer.length && own.startsWith(outer)) return own + own.slice(outer.length);
  for (const { text } of [block, ...file.document.blocks]) {
    const step = /[\r\n]([ \t]+)(?=[^\s#>])/.exec(text)?.[1];
    if (step !== undefined) return own + step;
  }
  return `${own}  `;
}
