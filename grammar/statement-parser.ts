/** The grammar: one rule a statement, for what stands between its keyword and its prose. */
import type { ParserMethod } from 'chevrotain';
import { ArgumentParser, recorded, spanOf, wordOf } from './argument-parser.ts';
import * as t from './tokens.ts';
import type * as tree from './tree.ts';

type Rule<N> = ParserMethod<[N], void>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const Errors = Error as { stackTraceLimit?: unknown };

/** A rule fills in the node that it is given, so that what was read before a mistake is kept. */
export class StatementParser extends ArgumentParser {
  constructor(options: { readonly skipValidations: boolean }) {
    super(options);
    this.performSelfAnalysis();
  }

  /** Reads the arguments of `node` from where the parser stands; `dated` where a date comes first. */
  read(node: tree.Statement, dated: boolean): void {
    // A mistake is thrown and caught inside: to note down where would take longer than all the rest.
    const { stackTraceLimit } = Errors;
    Errors.stackTraceLimit = 0;
    try {
      if (node.kind === 'from' && dated) this.period(node);
      else this.rules[node.kind].call(this, node as never);
    } finally {
      Errors.stackTraceLimit = stackTraceLimit;
    }
  }

  // ---- headings

  /** Named elements: `objective`, `kr`, `initiative`, `team`, `parent`. */
  private readonly maybeName = () => this.SUBRULE(this.name);
  private readonly named: Rule<tree.Objective> = this.RULE('named', (node = recorded) => {
    node.name = this.OPTION(this.maybeName);
  });
  private readonly nameNeeded: Rule<tree.Team> = this.RULE('nameNeeded', (node = recorded) => {
    node.name = this.SUBRULE(this.name);
  });
  private readonly cycle: Rule<tree.Cycle> = this.RULE('cycle', (node = recorded) => {
    node.cycle = this.SUBRULE(this.cycleArgument);
  });
  private readonly onePerson: Rule<tree.PersonElement> = this.RULE('onePerson', (node = recorded) => {
    node.person = this.SUBRULE(this.person);
  });
  private readonly oneReference: Rule<tree.Kpi> = this.RULE('oneReference', (node = recorded) => {
    node.reference = this.SUBRULE(this.reference);
  });

  // ---- measures

  private readonly from: Rule<tree.FromTo> = this.RULE('from', (node = recorded) => {
    node.from = this.SUBRULE(this.value);
    const way = this.CONSUME(t.Toward);
    const value = this.SUBRULE1(this.value);
    if (way.image === 'by') node.by = value;
    else node.to = value;
  });
  /** `from DATE to DATE`, or `to ?`. */
  private readonly period: Rule<tree.FromTo> = this.RULE('period', (node = recorded) => {
    node.first = this.SUBRULE(this.date);
    this.CONSUME(t.Toward);
    this.OR({
      DEF: [
        {
          ALT: () => {
            node.last = this.SUBRULE1(this.date);
          },
        },
        {
          ALT: () => {
            const open = this.CONSUME(t.NumberToken);
            this.ACTION(() => {
              if (open.image === '?') node.last = '?';
              else
                this.report(
                  'date-invalid',
                  spanOf(open),
                  'A cycle ends on a day, or `?`: `from 2026-10-05 to 2026-12-18`',
                );
            });
          },
        },
      ],
      ERR_MSG: 'a last day, or `?`',
    });
  });
  private readonly to: Rule<tree.To> = this.RULE('to', (node = recorded) => {
    node.to = this.SUBRULE(this.value);
  });
  /** `keep`, `healthy`, `critical`. */
  private readonly line: Rule<tree.Keep> = this.RULE('line', (node = recorded) => {
    node.hold = this.SUBRULE(this.hold);
  });
  private readonly milestone: Rule<tree.Milestone> = this.RULE('milestone', (node = recorded) => {
    this.MANY(() =>
      this.OR([
        {
          ALT: () => {
            this.CONSUME(t.Due);
            const due = this.SUBRULE(this.date);
            this.ACTION(() => {
              node.due = this.once(node.due, due);
            });
          },
        },
        {
          ALT: () => {
            this.CONSUME(t.Weight);
            const weight = this.SUBRULE(this.value);
            this.ACTION(() => {
              node.weight = this.once(node.weight, weight);
            });
          },
        },
        {
          ALT: () => {
            const done = this.CONSUME(t.Done);
            const on = this.OPTION(() => this.SUBRULE1(this.date));
            this.ACTION(() => {
              node.done = this.once(node.done, spanOf(done));
              node.doneOn ??= on;
            });
          },
        },
      ]),
    );
  });

  // ---- facts

  private readonly by = this.RULE('by', (fact: tree.Fact = recorded) => {
    this.CONSUME(t.By);
    const person = this.SUBRULE(this.person);
    if (!this.RECORDING_PHASE) fact.by = this.once(fact.by, person);
  });

  /** The check-in that is being read: with it the alternatives need not be made anew for each of them. */
  private fact: tree.CheckIn = recorded;
  private readonly said = [
    {
      ALT: () => {
        this.CONSUME(t.Confidence);
        const share = this.SUBRULE(this.share, { ARGS: ['confidence'] });
        if (!this.RECORDING_PHASE) this.fact.confidence = this.once(this.fact.confidence, share);
      },
    },
    {
      ALT: () => {
        const token = this.CONSUME(t.Status);
        if (!this.RECORDING_PHASE)
          this.fact.status = this.once(this.fact.status, { ...spanOf(token), status: token.image as tree.SaidStatus });
      },
    },
    { ALT: () => this.SUBRULE(this.by, { ARGS: [this.fact] }) },
  ];
  private readonly maybeValue = () => this.SUBRULE(this.value);
  private readonly oneSaid = () => this.OR(this.said);
  private readonly checkin: Rule<tree.CheckIn> = this.RULE('checkin', (node = recorded) => {
    this.fact = node;
    node.date = this.SUBRULE(this.date);
    node.value = this.OPTION(this.maybeValue);
    this.MANY(this.oneSaid);
  });
  private readonly target: Rule<tree.TargetChange> = this.RULE('target', (node = recorded) => {
    node.date = this.SUBRULE(this.date);
    this.OR({
      DEF: [
        {
          ALT: () => {
            node.hold = this.SUBRULE(this.hold);
          },
        },
        {
          ALT: () => {
            node.value = this.SUBRULE(this.value);
          },
        },
      ],
      ERR_MSG: 'the new target',
    });
    this.OPTION(() => this.SUBRULE(this.by, { ARGS: [node] }));
  });
  /** `plan` and `reading`. */
  private readonly dated: Rule<tree.Reading> = this.RULE('dated', (node = recorded) => {
    node.date = this.SUBRULE(this.date);
    node.value = this.SUBRULE(this.value);
    this.OPTION(() => this.SUBRULE(this.by, { ARGS: [node] }));
  });
  private readonly grade: Rule<tree.Grade> = this.RULE('grade', (node = recorded) => {
    node.date = this.OPTION(() => this.SUBRULE(this.date));
    node.grade = this.SUBRULE(this.share, { ARGS: ['grade'] });
    this.OPTION1(() => this.SUBRULE(this.by, { ARGS: [node] }));
  });
  /** `dropped` and `resumed`; whether the day may be left out depends on the element. */
  private readonly pause: Rule<tree.Dropped> = this.RULE('pause', (node = recorded) => {
    node.date = this.OPTION(() => this.SUBRULE(this.date));
    this.OPTION1(() => this.SUBRULE(this.by, { ARGS: [node] }));
  });

  // ---- properties

  private readonly people: Rule<tree.People> = this.RULE('people', (node = recorded) => {
    this.AT_LEAST_ONE_SEP({
      SEP: t.Comma,
      DEF: () => {
        const person = this.SUBRULE(this.person);
        this.ACTION(() => node.people.push(person));
      },
      ERR_MSG: 'a person',
    });
  });
  private readonly references: Rule<tree.References> = this.RULE('references', (node = recorded) => {
    this.AT_LEAST_ONE_SEP({
      SEP: t.Comma,
      DEF: () => {
        const reference = this.SUBRULE(this.reference);
        this.ACTION(() => node.references.push(reference));
      },
      ERR_MSG: 'the name of an objective or key result',
    });
  });
  private readonly tags: Rule<tree.Tags> = this.RULE('tags', (node = recorded) => {
    this.AT_LEAST_ONE_SEP({
      SEP: t.Comma,
      DEF: () => {
        const tag = this.SUBRULE(this.name);
        this.ACTION(() => node.tags.push(tag));
      },
      ERR_MSG: 'a word',
    });
  });
  private readonly due: Rule<tree.Due> = this.RULE('due', (node = recorded) => {
    node.date = this.SUBRULE(this.date);
  });
  private readonly work: Rule<tree.Work> = this.RULE('work', (node = recorded) => {
    node.date = this.OPTION(() => this.SUBRULE(this.date));
  });
  private readonly weight: Rule<tree.Weight> = this.RULE('weight', (node = recorded) => {
    node.weight = this.SUBRULE(this.value);
  });
  private readonly every: Rule<tree.Every> = this.RULE('every', (node = recorded) => {
    const count = this.OPTION(() => this.CONSUME(t.NumberToken));
    const unit = this.CONSUME(t.RhythmWord);
    this.ACTION(() => {
      const every = node as Mutable<tree.Every>;
      every.unit = unit.image.replace(/s$/, '') as tree.RhythmUnit;
      const number = count === undefined ? 1 : Number(count.image);
      if (Number.isInteger(number) && number > 0) every.count = number;
      else if (count !== undefined)
        this.report('value-invalid', spanOf(count), '`every` counts whole weeks, months …: `every 2 weeks`');
    });
  });
  private readonly link: Rule<tree.Link> = this.RULE('link', (node = recorded) => {
    const token = this.CONSUME(t.LinkToken);
    this.ACTION(() => {
      node.link = wordOf(token);
    });
  });
  private readonly condition = this.RULE('condition', (): tree.Condition => {
    const name = this.SUBRULE(this.text);
    const sign = this.CONSUME(t.Equals);
    const value = this.SUBRULE1(this.text);
    return this.ACTION(() => ({ start: name.start, end: value.end, name, isNot: sign.image === '!=', value }));
  });
  private readonly data: Rule<tree.Data> = this.RULE('data', (node = recorded) => {
    node.path = this.SUBRULE(this.text);
    this.MANY(() =>
      this.OR([
        {
          ALT: () => {
            this.CONSUME(t.Column);
            const column = this.SUBRULE1(this.text);
            this.ACTION(() => {
              node.valueColumn = this.once(node.valueColumn, column);
            });
          },
        },
        {
          ALT: () => {
            this.CONSUME(t.DateWord);
            const column = this.SUBRULE2(this.text);
            this.ACTION(() => {
              node.dateColumn = this.once(node.dateColumn, column);
            });
          },
        },
        {
          ALT: () => {
            this.CONSUME(t.Where);
            this.AT_LEAST_ONE_SEP({
              SEP: t.And,
              DEF: () => {
                const condition = this.SUBRULE(this.condition);
                this.ACTION(() => node.where.push(condition));
              },
              ERR_MSG: 'a column',
            });
          },
        },
        {
          ALT: () => {
            const { startOffset: start } = this.CONSUME(t.Decimal);
            const comma = this.CONSUME(t.DecimalComma);
            this.ACTION(() => {
              node.decimalComma = this.once(node.decimalComma, { start, end: spanOf(comma).end });
            });
          },
        },
        {
          ALT: () => {
            const token = this.CONSUME(t.Aggregation);
            this.ACTION(() => {
              const said = { ...spanOf(token), of: token.image as tree.Aggregation };
              node.aggregation = this.once(node.aggregation, said);
            });
          },
        },
      ]),
    );
  });
  private readonly nothing: Rule<tree.Node> = this.RULE('nothing', () => {});

  private readonly rules: Readonly<Record<tree.StatementKind, Rule<never>>> = {
    team: this.nameNeeded,
    cycle: this.cycle,
    person: this.onePerson,
    objective: this.named,
    kr: this.named,
    kpi: this.oneReference,
    initiative: this.named,
    from: this.from,
    to: this.to,
    keep: this.line,
    milestone: this.milestone,
    checkin: this.checkin,
    target: this.target,
    plan: this.dated,
    grade: this.grade,
    dropped: this.pause,
    resumed: this.pause,
    reading: this.dated,
    reflect: this.nothing,
    owner: this.onePerson,
    lead: this.onePerson,
    with: this.people,
    members: this.people,
    parent: this.nameNeeded,
    supports: this.references,
    needs: this.references,
    continues: this.oneReference,
    follows: this.oneReference,
    due: this.due,
    until: this.due,
    aspirational: this.nothing,
    committed: this.nothing,
    learning: this.nothing,
    planned: this.work,
    active: this.work,
    done: this.work,
    weight: this.weight,
    every: this.every,
    tags: this.tags,
    link: this.link,
    data: this.data,
    healthy: this.line,
    critical: this.line,
    description: this.nothing,
    unknown: this.nothing,
  };
}
