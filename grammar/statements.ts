/** For each statement the empty node that its line fills in, and the rule that reads its arguments. */
import type { ParserMethod } from 'chevrotain';
import type { StatementParser } from './statement-parser.ts';
import type { Node, Prose, Statement, StatementKind, Word } from './tree.ts';

interface Start {
  readonly start: number;
  readonly line: number;
  readonly column: number;
  readonly keyword: Word;
}
interface Form {
  /** Adds what is in the node besides what every node has. */
  readonly begin: (node: Draft) => void;
  readonly rule: (parser: StatementParser) => ParserMethod<[never], void>;
}

interface Draft {
  name: unknown;
  reference: unknown;
  references: unknown;
  people: unknown;
  person: unknown;
  date: unknown;
  hold: unknown;
  by: unknown;
  value: unknown;
  cycle: unknown;
  from: unknown;
  to: unknown;
  first: unknown;
  last: unknown;
  due: unknown;
  weight: unknown;
  done: unknown;
  doneOn: unknown;
  confidence: unknown;
  status: unknown;
  grade: unknown;
  count: unknown;
  unit: unknown;
  tags: unknown;
  link: unknown;
  path: unknown;
  valueColumn: unknown;
  dateColumn: unknown;
}
const none = undefined;
const named: Form = {
  begin: (n: Draft) => {
    n.name = none;
  },
  rule: p => p.named,
};
const reference: Form = {
  begin: (n: Draft) => {
    n.reference = none;
  },
  rule: p => p.oneReference,
};
const references: Form = {
  begin: (n: Draft) => {
    n.references = [];
  },
  rule: p => p.references,
};
const people: Form = {
  begin: (n: Draft) => {
    n.people = [];
  },
  rule: p => p.people,
};
const person: Form = {
  begin: (n: Draft) => {
    n.person = none;
  },
  rule: p => p.onePerson,
};
const day: Form = {
  begin: (n: Draft) => {
    n.date = none;
  },
  rule: p => p.due,
};
const work: Form = {
  begin: (n: Draft) => {
    n.date = none;
  },
  rule: p => p.work,
};
const line: Form = {
  begin: (n: Draft) => {
    n.hold = none;
  },
  rule: p => p.line,
};
const pause: Form = {
  begin: (n: Draft) => {
    n.date = none;
    n.by = none;
  },
  rule: p => p.pause,
};
const dated: Form = {
  begin: (n: Draft) => {
    n.date = none;
    n.by = none;
    n.value = none;
  },
  rule: p => p.dated,
};
const nothing: Form = { begin: () => {}, rule: p => p.nothing };

const forms: Readonly<Record<StatementKind, Form>> = {
  team: { ...named, rule: p => p.nameNeeded },
  cycle: {
    begin: (n: Draft) => {
      n.cycle = none;
    },
    rule: p => p.cycle,
  },
  person,
  objective: named,
  kr: named,
  kpi: reference,
  initiative: named,
  from: {
    begin: (n: Draft) => {
      n.from = none;
      n.to = none;
      n.by = none;
      n.first = none;
      n.last = none;
    },
    rule: p => p.from,
  },
  to: {
    begin: (n: Draft) => {
      n.to = none;
    },
    rule: p => p.to,
  },
  keep: line,
  milestone: {
    begin: (n: Draft) => {
      n.due = none;
      n.weight = none;
      n.done = none;
      n.doneOn = none;
    },
    rule: p => p.milestone,
  },
  checkin: {
    begin: (n: Draft) => {
      n.date = none;
      n.by = none;
      n.value = none;
      n.confidence = none;
      n.status = none;
    },
    rule: p => p.checkin,
  },
  target: {
    begin: (n: Draft) => {
      n.date = none;
      n.by = none;
      n.value = none;
      n.hold = none;
    },
    rule: p => p.target,
  },
  plan: dated,
  grade: {
    begin: (n: Draft) => {
      n.date = none;
      n.by = none;
      n.grade = none;
    },
    rule: p => p.grade,
  },
  dropped: pause,
  resumed: pause,
  reading: dated,
  reflect: nothing,
  owner: person,
  lead: person,
  with: people,
  members: people,
  parent: { ...named, rule: p => p.nameNeeded },
  supports: references,
  needs: references,
  continues: reference,
  follows: reference,
  due: day,
  until: day,
  aspirational: nothing,
  committed: nothing,
  learning: nothing,
  planned: work,
  active: work,
  done: work,
  weight: {
    begin: (n: Draft) => {
      n.weight = none;
    },
    rule: p => p.weight,
  },
  every: {
    begin: (n: Draft) => {
      n.count = 1;
      n.unit = none;
    },
    rule: p => p.every,
  },
  tags: {
    begin: (n: Draft) => {
      n.tags = [];
    },
    rule: p => p.tags,
  },
  link: {
    begin: (n: Draft) => {
      n.link = none;
    },
    rule: p => p.link,
  },
  data: {
    begin: (n: Draft) => {
      n.path = none;
      n.valueColumn = none;
      n.dateColumn = none;
    },
    rule: p => p.data,
  },
  healthy: line,
  critical: line,
  description: nothing,
  unknown: nothing,
};

/** A node of which only the keyword is known yet. */
export function emptyNode(kind: StatementKind, { start, line, column, keyword }: Start): Statement & { end: number } {
  const node: Node & { kind: StatementKind } = {
    kind,
    start,
    end: keyword.end,
    line,
    column,
    keyword,
    prose: undefined as Prose | undefined,
    broken: false,
    parent: undefined,
    body: [],
  };
  forms[kind].begin(node as unknown as Draft);
  return node as Statement & { end: number };
}

/** Reads the arguments of `node` from where the parser stands; `dated` where a date comes first. */
export function readArguments(parser: StatementParser, node: Statement, dated: boolean): void {
  const rule = node.kind === 'from' && dated ? parser.period : forms[node.kind].rule(parser);
  (rule as unknown as (this: StatementParser, node: Statement) => void).call(parser, node);
}
