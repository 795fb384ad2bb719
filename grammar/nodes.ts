/** The empty node of each statement, which its line then fills in: all its properties are there from the beginning. */
import type * as tree from './tree.ts';

interface Beginning extends tree.Node {
  readonly kind: tree.StatementKind;
}
type Shape = (node: Beginning) => Beginning;

const none = undefined;
const bare: Shape = node => node;
const named: Shape = node => ({ ...node, name: none });
const ofPerson: Shape = node => ({ ...node, person: none });
const ofPeople: Shape = node => ({ ...node, people: [] });
const toOne: Shape = node => ({ ...node, reference: none });
const toSeveral: Shape = node => ({ ...node, references: [] });
const dated: Shape = node => ({ ...node, date: none });
const fact: Shape = node => ({ ...node, date: none, by: none });
const valueFact: Shape = node => ({ ...node, date: none, by: none, value: none });
const held: Shape = node => ({ ...node, hold: none });

const shapes: Readonly<Record<tree.StatementKind, Shape>> = {
  team: named,
  cycle: node => ({ ...node, cycle: none }),
  person: ofPerson,
  objective: named,
  kr: named,
  kpi: toOne,
  initiative: named,
  from: node => ({ ...node, from: none, to: none, by: none, first: none, last: none }),
  to: node => ({ ...node, to: none }),
  keep: held,
  milestone: node => ({ ...node, due: none, weight: none, done: none, doneOn: none }),
  checkin: node => ({ ...node, date: none, by: none, value: none, confidence: none, status: none }),
  target: node => ({ ...node, date: none, by: none, value: none, hold: none }),
  plan: valueFact,
  grade: node => ({ ...node, date: none, by: none, grade: none }),
  dropped: fact,
  resumed: fact,
  reading: valueFact,
  reflect: bare,
  owner: ofPerson,
  lead: ofPerson,
  with: ofPeople,
  members: ofPeople,
  parent: named,
  supports: toSeveral,
  needs: toSeveral,
  continues: toOne,
  follows: toOne,
  due: dated,
  until: dated,
  aspirational: bare,
  committed: bare,
  learning: bare,
  planned: dated,
  active: dated,
  done: dated,
  weight: node => ({ ...node, weight: none }),
  every: node => ({ ...node, count: 1, unit: none }),
  tags: node => ({ ...node, tags: [] }),
  link: node => ({ ...node, link: none }),
  data: node => ({
    ...node,
    path: none,
    valueColumn: none,
    dateColumn: none,
    where: [],
    decimalComma: none,
    aggregation: none,
  }),
  healthy: held,
  critical: held,
  description: bare,
  unknown: bare,
};

/** A statement while its line is read. */
export type Draft = tree.Statement & { end: number };

/** What most statements have under them. */
const nothing: tree.Statement[] = [];
Object.freeze(nothing);

/** A node of which only the keyword is known yet. */
export function emptyNode(kind: tree.StatementKind, line: number, column: number, keyword: tree.Word): Draft {
  const { start, end } = keyword;
  const node: Beginning = {
    kind,
    start,
    end,
    line,
    column,
    keyword,
    prose: none,
    broken: false,
    parent: none,
    body: nothing,
  };
  return shapes[kind](node) as Draft;
}

export function adopt(parent: tree.Statement, child: tree.Statement): void {
  const mutable = parent as { body: tree.Statement[] };
  if (mutable.body === nothing) mutable.body = [child];
  else mutable.body.push(child);
  child.parent = parent;
}
