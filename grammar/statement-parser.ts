/**
 * The grammar: one rule a statement, for what stands between its keyword and its prose. A rule fills in the node that
 * it is given, so that what was read before a mistake is kept.
 */
import { EmbeddedActionsParser, type IRecognitionException, type IToken, type ParserMethod } from 'chevrotain';
import { isHandle, isName, readDay, readFraction, readNumber } from './arguments.ts';
import type { Fix, Problem, ProblemCode } from './problems.ts';
import * as t from './tokens.ts';
import type * as tree from './tree.ts';

type Rule<N> = ParserMethod<[N], void>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Stands in for the node while Chevrotain records the grammar. */
const recorded = { start: 0, end: 0, body: [], people: [], references: [], tags: [] } as unknown as never;

/** Where the rules expected something else; `expected` ends the sentence "`from` needs …". */
export interface Mismatch {
  readonly expected: string;
  readonly actual: IToken;
}

export class StatementParser extends EmbeddedActionsParser {
  problems: Problem[] = [];
  mismatch: Mismatch | undefined;
  private words = '';

  constructor(options: { readonly skipValidations: boolean }) {
    super(t.vocabulary, {
      maxLookahead: 1,
      skipValidations: options.skipValidations,
      errorMessageProvider: {
        buildMismatchTokenMessage: ({ expected }) => expected.LABEL ?? expected.name,
        buildNotAllInputParsedMessage: () => '',
        buildNoViableAltMessage: ({ customUserDescription }) => customUserDescription ?? '',
        buildEarlyExitMessage: ({ customUserDescription }) => customUserDescription ?? '',
      },
    });
    this.performSelfAnalysis();
  }

  /** Takes the tokens of a block; rules are then called line by line, each from where `goTo` put it. */
  begin(tokens: IToken[], text: string): void {
    this.input = tokens;
    this.words = text;
    this.problems = [];
    for (let i = 0; i < 3; i++) tokens.push(endOfBlock);
  }
  /** Puts the parser before the token with this index. */
  goTo(index: number): void {
    this.mismatch = undefined;
    const state = this as unknown as { currIdx: number; tokVectorLength: number };
    state.currIdx = index - 1;
    state.tokVectorLength = this.input.length;
  }
  /** The index of the token that comes next. */
  get position(): number {
    return (this as unknown as { currIdx: number }).currIdx + 1;
  }

  // A rule is called for each line of one input: neither is the rest of the input a mistake, nor does a mistake end it.
  protected onBeforeParse(): void {}
  protected onAfterParse(): void {}
  protected moveToTerminatedState(): void {}
  /** In place of Chevrotain's, which keeps a list and copies the rule stack for each error. */
  protected SAVE_ERROR(error: IRecognitionException): IRecognitionException {
    this.mismatch = { expected: error.message, actual: error.token };
    return error;
  }

  private report(code: ProblemCode, at: tree.Span, message: string, fix?: Fix): void {
    const { start, end } = at;
    this.problems.push(fix === undefined ? { code, start, end, message } : { code, start, end, message, fix });
  }
  private wrong(
    at: tree.Span,
    message: string,
    instead: string | undefined,
    code: ProblemCode = 'value-invalid',
  ): void {
    const fix =
      instead === undefined ? undefined : { title: `Write \`${instead}\``, edits: [{ ...span(at), text: instead }] };
    this.report(code, at, instead === undefined ? message : `${message}: write \`${instead}\``, fix);
  }

  // ---- arguments

  private readonly name = this.RULE('name', (): tree.Name => {
    const token = this.CONSUME(t.WordToken);
    return this.toName(token.image, token.startOffset);
  });

  private toName(text: string, start: number): tree.Name {
    const name = { start, end: start + text.length, text };
    if (!isName(text) && !this.RECORDING_PHASE)
      this.report('syntax', name, `\`${text}\` is no name: a name is a letter, then letters, digits, \`-\` and \`_\``);
    return name;
  }

  private readonly person = this.RULE('person_', (): tree.Person => {
    const token = this.CONSUME(t.PersonToken);
    const person = {
      start: token.startOffset,
      end: token.startOffset + token.image.length,
      handle: token.image.slice(1),
    };
    if (!isHandle(person.handle) && !this.RECORDING_PHASE)
      this.report('syntax', person, "`@` is followed by a person's handle: `@ana`");
    return person;
  });

  private readonly date = this.RULE('date', (): tree.DateArgument | undefined => {
    const token = this.CONSUME(t.DateToken);
    const day = readDay(token.image);
    if (day !== undefined) return { start: token.startOffset, end: token.startOffset + token.image.length, day };
    if (!this.RECORDING_PHASE) this.report('date-invalid', spanOf(token), `There is no ${token.image} in the calendar`);
    return undefined;
  });

  private firstUnit: IToken | undefined;
  private lastUnit: IToken | undefined;
  private readonly oneUnit = () => {
    this.lastUnit = this.CONSUME(t.WordToken);
    this.firstUnit ??= this.lastUnit;
  };
  private readonly value = this.RULE('value', (): tree.Value => {
    const number = this.CONSUME(t.NumberToken, { ERR_MSG: 'a value (`36`, `82%`, `$1.2M`, `10 clients`)' });
    this.firstUnit = this.lastUnit = undefined;
    this.MANY(this.oneUnit);
    return this.RECORDING_PHASE ? (recorded as tree.Value) : this.toValue(number, this.firstUnit, this.lastUnit);
  });

  private toValue(token: IToken, firstUnit: IToken | undefined, lastUnit: IToken | undefined): tree.Value {
    const start = token.startOffset;
    const numberEnd = start + token.image.length;
    const end = lastUnit === undefined ? numberEnd : lastUnit.startOffset + lastUnit.image.length;
    const words =
      firstUnit === undefined
        ? ''
        : firstUnit === lastUnit
          ? firstUnit.image
          : this.words.slice(firstUnit.startOffset, end).replace(/\s+/g, ' ');
    if (token.image === '?') return { start, end, number: null, unit: words };
    if (token.image.includes('/')) {
      this.report(
        'value-invalid',
        { start, end },
        `\`${token.image}\` is a share, not a value: a confidence is written \`confidence ${token.image}\``,
      );
      return { start, end, number: null, unit: words };
    }
    const read = readNumber(token.image);
    if ('number' in read) {
      return {
        start,
        end,
        number: read.number,
        unit: read.currency === '' ? words : words === '' ? read.currency : `${read.currency} ${words}`,
      };
    }
    this.wrong({ start, end: numberEnd }, read.wrong, read.suggestion);
    return { start, end, number: null, unit: words };
  }

  /** A confidence or a grade. */
  private readonly share = this.RULE('share', (): tree.Share | undefined => {
    const number = this.CONSUME(t.NumberToken, { ERR_MSG: 'a share (`7/10`, `70%` or `0.7`)' });
    const percent = this.OPTION({ GATE: () => this.LA(1).image === '%', DEF: () => this.CONSUME(t.WordToken) });
    return this.RECORDING_PHASE ? undefined : this.toShare(number, percent);
  });

  private toShare(token: IToken, percent: IToken | undefined): tree.Share | undefined {
    const at = { start: token.startOffset, end: (percent ?? token).startOffset + (percent ?? token).image.length };
    if (token.image.includes('/') && percent === undefined) {
      const share = readFraction(token.image);
      if (share !== undefined) return { ...at, share };
      this.report('value-invalid', at, `\`${token.image}\` is no share: write \`7/10\`, \`70%\` or \`0.7\``);
      return undefined;
    }
    const read = readNumber(token.image);
    if (!('number' in read) || read.currency !== '') {
      this.wrong(at, `\`${token.image}\` is no share`, 'wrong' in read ? read.suggestion : undefined);
      return undefined;
    }
    const share = percent === undefined ? read.number : read.number / 100;
    if (share < 0) {
      this.wrong(at, 'A share is at least 0', undefined);
      return undefined;
    }
    // 1 and 1.2 may be meant; a bare 7 is seven of ten to one reader and seven times over to another.
    if (percent === undefined && share > 1 && Number.isInteger(share)) {
      this.wrong(
        at,
        `\`${token.image}\` of what?`,
        share <= 10 ? `${share}/10` : share <= 100 ? `${share}%` : undefined,
      );
      return undefined;
    }
    return { ...at, share };
  }

  private readonly reference = this.RULE('reference', (): tree.Reference => {
    const token = this.CONSUME(t.WordToken);
    const cycle = this.OPTION(() => {
      this.CONSUME(t.In);
      return this.SUBRULE(this.cycleArgument);
    });
    return this.ACTION(() => this.toReference(token, cycle));
  });

  private toReference(token: IToken, cycle: tree.CycleArgument | undefined): tree.Reference {
    const { image: text, startOffset: start } = token;
    const slash = text.indexOf('/');
    const dot = text.indexOf('.', slash + 1);
    const nameEnd = dot < 0 ? text.length : dot;
    const part = (from: number, to: number) => this.toName(text.slice(from, to), start + from);
    return {
      start,
      end: cycle?.end ?? start + text.length,
      team: slash < 0 ? undefined : part(0, slash),
      name: part(slash + 1, nameEnd),
      kr: dot < 0 ? undefined : part(dot + 1, text.length),
      cycle,
    };
  }

  private readonly cycleArgument = this.RULE('cycleArgument', (): tree.CycleArgument => {
    const token = this.OR({
      DEF: [
        { ALT: () => this.CONSUME(t.CalendarCycle) },
        { ALT: () => this.CONSUME(t.WordToken) },
        { ALT: () => this.CONSUME(t.NumberToken) },
      ],
      ERR_MSG: 'a cycle (`2026-Q4`, `2026-H2`, `FY27-Q1` or a name)',
    });
    return this.ACTION(() => {
      const cycle = { ...spanOf(token), text: token.image };
      if (!isName(cycle.text) && !/^[0-9]{4}(?:-(?:[HhQq][0-9]|[0-9]{1,2}))?$/.test(cycle.text)) {
        this.report(
          'syntax',
          cycle,
          `\`${cycle.text}\` is no cycle: write \`2026-Q4\`, \`2026-H2\`, \`2026\`, \`2026-11\`, \`FY27-Q1\` or a name`,
        );
      }
      return cycle;
    });
  });

  private readonly hold = this.RULE('hold', (): tree.Line => {
    const line: Mutable<tree.Line> = {
      start: this.LA(1).startOffset,
      end: 0,
      bound: 'at least',
      value: undefined,
      upper: undefined,
    };
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(t.At);
            this.OR1({
              DEF: [
                { ALT: () => this.CONSUME(t.Least) },
                {
                  ALT: () => {
                    this.CONSUME(t.Most);
                    line.bound = 'at most';
                  },
                },
              ],
              ERR_MSG: '`at least` or `at most`',
            });
            line.value = this.SUBRULE(this.value);
          },
        },
        {
          ALT: () => {
            this.CONSUME(t.Above);
            line.bound = 'above';
            line.value = this.SUBRULE1(this.value);
          },
        },
        {
          ALT: () => {
            this.CONSUME(t.Below);
            line.bound = 'below';
            line.value = this.SUBRULE2(this.value);
          },
        },
        {
          ALT: () => {
            this.CONSUME(t.Between);
            line.bound = 'between';
            line.value = this.SUBRULE3(this.value);
            this.CONSUME(t.And);
            line.upper = this.SUBRULE4(this.value);
          },
        },
      ],
      ERR_MSG: '`at least`, `at most`, `above`, `below` or `between … and …`',
    });
    line.end = (line.upper ?? line.value)?.end ?? line.start;
    return line;
  });

  private readonly by = this.RULE('by', (fact: tree.Fact = recorded) => {
    this.CONSUME(t.By);
    const person = this.SUBRULE(this.person);
    this.ACTION(() => {
      fact.by = this.once(fact.by, person);
    });
  });

  /** The first one counts. */
  private once<T extends tree.Span>(before: T | undefined, now: T | undefined): T | undefined {
    if (before === undefined || now === undefined) return before ?? now;
    this.report('duplicate-statement', now, 'This is said already on this line, and the first one counts');
    return before;
  }

  // ---- headings

  /** Named elements: `objective`, `kr`, `initiative`, `team`, `parent`. */
  readonly named: Rule<tree.Objective> = this.RULE('named', (node = recorded) => {
    node.name = this.OPTION(() => this.SUBRULE(this.name));
  });
  readonly nameNeeded: Rule<tree.Team> = this.RULE('nameNeeded', (node = recorded) => {
    node.name = this.SUBRULE(this.name);
  });
  readonly cycle: Rule<tree.Cycle> = this.RULE('cycle', (node = recorded) => {
    node.cycle = this.SUBRULE(this.cycleArgument);
  });
  readonly onePerson: Rule<tree.PersonElement> = this.RULE('onePerson', (node = recorded) => {
    node.person = this.SUBRULE(this.person);
  });
  readonly oneReference: Rule<tree.Kpi> = this.RULE('oneReference', (node = recorded) => {
    node.reference = this.SUBRULE(this.reference);
  });

  // ---- measures

  readonly from: Rule<tree.FromTo> = this.RULE('from', (node = recorded) => {
    node.from = this.SUBRULE(this.value);
    const way = this.CONSUME(t.Toward, { ERR_MSG: 'a `to`' });
    const value = this.SUBRULE1(this.value);
    if (way.image === 'by') node.by = value;
    else node.to = value;
  });
  /** `from DATE to DATE`, or `to ?`. */
  readonly period: Rule<tree.FromTo> = this.RULE('period', (node = recorded) => {
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
  readonly to: Rule<tree.To> = this.RULE('to', (node = recorded) => {
    node.to = this.SUBRULE(this.value);
  });
  /** `keep`, `healthy`, `critical`. */
  readonly line: Rule<tree.Keep> = this.RULE('line', (node = recorded) => {
    node.hold = this.SUBRULE(this.hold);
  });
  readonly milestone: Rule<tree.Milestone> = this.RULE('milestone', (node = recorded) => {
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

  /** The check-in that is being read: with it the alternatives need not be made anew for each of them. */
  private fact: tree.CheckIn = recorded;
  private readonly said = [
    {
      ALT: () => {
        this.CONSUME(t.Confidence);
        const share = this.SUBRULE(this.share);
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
  readonly checkin: Rule<tree.CheckIn> = this.RULE('checkin', (node = recorded) => {
    this.fact = node;
    node.date = this.SUBRULE(this.date);
    node.value = this.OPTION(this.maybeValue);
    this.MANY(this.oneSaid);
  });
  readonly target: Rule<tree.TargetChange> = this.RULE('target', (node = recorded) => {
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
      ERR_MSG: 'the new target (`48 points`, or `at least 99.5%`)',
    });
    this.OPTION(() => this.SUBRULE(this.by, { ARGS: [node] }));
  });
  /** `plan` and `reading`. */
  readonly dated: Rule<tree.Reading> = this.RULE('dated', (node = recorded) => {
    node.date = this.SUBRULE(this.date);
    node.value = this.SUBRULE(this.value);
    this.OPTION(() => this.SUBRULE(this.by, { ARGS: [node] }));
  });
  readonly grade: Rule<tree.Grade> = this.RULE('grade', (node = recorded) => {
    node.date = this.OPTION(() => this.SUBRULE(this.date));
    node.grade = this.SUBRULE(this.share);
    this.OPTION1(() => this.SUBRULE(this.by, { ARGS: [node] }));
  });
  /** `dropped` and `resumed`; whether the day may be left out depends on the element. */
  readonly pause: Rule<tree.Dropped> = this.RULE('pause', (node = recorded) => {
    node.date = this.OPTION(() => this.SUBRULE(this.date));
    this.OPTION1(() => this.SUBRULE(this.by, { ARGS: [node] }));
  });

  // ---- properties

  readonly people: Rule<tree.People> = this.RULE('people', (node = recorded) => {
    this.AT_LEAST_ONE_SEP({
      SEP: t.Comma,
      DEF: () => {
        const person = this.SUBRULE(this.person);
        this.ACTION(() => node.people.push(person));
      },
      ERR_MSG: 'a person (`@ana`)',
    });
  });
  readonly references: Rule<tree.References> = this.RULE('references', (node = recorded) => {
    this.AT_LEAST_ONE_SEP({
      SEP: t.Comma,
      DEF: () => {
        const reference = this.SUBRULE(this.reference);
        this.ACTION(() => node.references.push(reference));
      },
      ERR_MSG: 'the name of an objective or key result',
    });
  });
  readonly tags: Rule<tree.Tags> = this.RULE('tags', (node = recorded) => {
    this.AT_LEAST_ONE_SEP({
      SEP: t.Comma,
      DEF: () => {
        const tag = this.SUBRULE(this.name);
        this.ACTION(() => node.tags.push(tag));
      },
      ERR_MSG: 'a word',
    });
  });
  readonly due: Rule<tree.Due> = this.RULE('due', (node = recorded) => {
    node.date = this.SUBRULE(this.date);
  });
  readonly work: Rule<tree.Work> = this.RULE('work', (node = recorded) => {
    node.date = this.OPTION(() => this.SUBRULE(this.date));
  });
  readonly weight: Rule<tree.Weight> = this.RULE('weight', (node = recorded) => {
    node.weight = this.SUBRULE(this.value);
  });
  readonly every: Rule<tree.Every> = this.RULE('every', (node = recorded) => {
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
  readonly link: Rule<tree.Link> = this.RULE('link', (node = recorded) => {
    const token = this.CONSUME(t.LinkToken);
    this.ACTION(() => {
      node.link = wordOf(token);
    });
  });
  readonly data: Rule<tree.Data> = this.RULE('data', (node = recorded) => {
    node.path = this.SUBRULE(this.text);
    this.CONSUME(t.Column);
    node.valueColumn = this.SUBRULE1(this.text);
    this.OPTION(() => {
      this.CONSUME(t.DateWord);
      node.dateColumn = this.SUBRULE2(this.text);
    });
  });
  /** A path or a column's name, quoted or not. */
  private readonly text = this.RULE('text', (): tree.Word => {
    const token = this.OR({
      DEF: [{ ALT: () => this.CONSUME(t.WordToken) }, { ALT: () => this.CONSUME(t.Quoted) }],
      ERR_MSG: 'a path or a column',
    });
    return this.ACTION(() => {
      if (token.tokenType !== t.Quoted) return wordOf(token);
      if (!token.image.endsWith('"') || token.image.length < 3)
        this.report('syntax', spanOf(token), 'The closing `"` is missing, or there is nothing between the two');
      return { ...spanOf(token), text: token.image.replace(/^"|"$/g, '') };
    });
  });
  readonly nothing: Rule<tree.Node> = this.RULE('nothing', () => {});
}

export const endOfBlock: IToken = {
  image: '',
  startOffset: -1,
  tokenType: t.LineBreak,
  tokenTypeIdx: t.LineBreak.tokenTypeIdx as number,
} as IToken;

export function spanOf(token: IToken): tree.Span {
  return { start: token.startOffset, end: token.startOffset + token.image.length };
}
function span({ start, end }: tree.Span): tree.Span {
  return { start, end };
}
function wordOf(token: IToken): tree.Word {
  return { ...spanOf(token), text: token.image };
}
