/** The rules for single arguments: what is written, with its range, and what is wrong with it. */
import { EmbeddedActionsParser, type IRecognitionException, type IToken } from 'chevrotain';
import { isHandle, isName, isOtherCurrency, lastDayFor, readDay, readFraction, readNumber } from './arguments.ts';
import { noCycle } from './other-notations.ts';
import { brief, type Fix, type Problem, type ProblemCode, problem, rewrite } from './problems.ts';
import * as t from './tokens.ts';
import type * as tree from './tree.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Stands in for what is read while Chevrotain records the grammar. */
export const recorded = { start: 0, end: 0, body: [], people: [], references: [], tags: [] } as unknown as never;

/** All of it is as sure as anybody can be; what turned out better than wanted may be graded as such. */
const most = { confidence: 1, grade: 2 };
const outOfRange = {
  confidence: { low: 'Nobody is less sure than `0%`', high: 'Nobody is surer than `100%`, which is `10/10`' },
  grade: { low: 'A grade is at least `0%`', high: 'A grade is at most `200%`: `100%` is all that was wanted' },
};

/** Where the rules expected something else; `expected` ends the sentence "`from` needs …". */
export interface Mismatch {
  readonly expected: string;
  readonly actual: IToken;
}

export class ArgumentParser extends EmbeddedActionsParser {
  mismatch: Mismatch | undefined;
  private problems: Problem[] = [];
  private source = '';

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
  }

  /** Rules are called line by line from here on; what they find wrong goes to `problems`. */
  begin(text: string, problems: Problem[]): void {
    this.source = text;
    this.problems = problems;
  }
  /** The tokens in which the next lines are; they end with `endOfBlock`, three times. */
  take(tokens: IToken[]): void {
    this.input = tokens;
  }
  /** Puts the parser before the token with this index. */
  goTo(index: number): void {
    this.mismatch = undefined;
    (this as unknown as { currIdx: number }).currIdx = index - 1;
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

  protected report(code: ProblemCode, at: tree.Span, message: string, fix?: Fix): void {
    this.problems.push(problem(code, at, message, fix));
  }
  /** @param instead what was meant, where that can be told */
  private wrong(at: tree.Span, message: string, instead: string | undefined): void {
    if (instead === undefined) this.report('value-invalid', at, message);
    else this.report('value-invalid', at, `${message}: write \`${brief(instead)}\``, rewrite(at, instead));
  }

  protected readonly name = this.RULE('name', (): tree.Name => {
    const token = this.CONSUME(t.WordToken);
    return this.toName(token.image, token.startOffset);
  });

  private toName(text: string, start: number): tree.Name {
    const name = { start, end: start + text.length, text };
    if (!isName(text) && !this.RECORDING_PHASE) {
      const rule = 'a name is a letter, then letters, digits, `-` and `_`';
      const message = text === '' ? `A name is missing here: ${rule}` : `\`${brief(text)}\` is no name: ${rule}`;
      this.report('syntax', name, message);
    }
    return name;
  }

  protected readonly person = this.RULE('person_', (): tree.Person => {
    const { image, startOffset: start } = this.CONSUME(t.PersonToken);
    const person = { start, end: start + image.length, handle: image.slice(1) };
    if (!isHandle(person.handle) && !this.RECORDING_PHASE)
      this.report('syntax', person, "`@` is followed by a person's handle: `@ana`");
    return person;
  });

  protected readonly date = this.RULE('date', (): tree.DateArgument | undefined => {
    const token = this.CONSUME(t.DateToken);
    const day = readDay(token.image);
    if (day !== undefined) return { start: token.startOffset, end: token.startOffset + token.image.length, day };
    if (!this.RECORDING_PHASE) {
      const last = lastDayFor(token.image);
      const fix: Fix | undefined = last === undefined ? undefined : { ...rewrite(spanOf(token), last), isGuess: true };
      this.report('date-invalid', spanOf(token), `There is no ${token.image} in the calendar`, fix);
    }
    return undefined;
  });

  private firstUnit: IToken | undefined;
  private lastUnit: IToken | undefined;
  private readonly oneUnit = () => {
    this.lastUnit = this.CONSUME(t.WordToken);
    this.firstUnit ??= this.lastUnit;
  };
  protected readonly value = this.RULE('value', (): tree.Value => {
    const number = this.CONSUME(t.NumberToken, { ERR_MSG: 'a number' });
    this.firstUnit = this.lastUnit = undefined;
    this.MANY(this.oneUnit);
    return this.RECORDING_PHASE ? (recorded as tree.Value) : this.toValue(number, this.firstUnit, this.lastUnit);
  });

  private toValue(token: IToken, firstUnit: IToken | undefined, lastUnit: IToken | undefined): tree.Value {
    const { image, startOffset: start } = token;
    const numberEnd = start + image.length;
    const end = lastUnit === undefined ? numberEnd : lastUnit.startOffset + lastUnit.image.length;
    const words =
      firstUnit === undefined
        ? ''
        : firstUnit === lastUnit
          ? firstUnit.image
          : this.source.slice(firstUnit.startOffset, end).replace(/\s+/g, ' ');
    if (image === '?') return { start, end, number: null, unit: words };
    if (image.includes('/')) {
      const confidence = `a confidence is written \`confidence ${brief(image)}\``;
      this.report('value-invalid', { start, end }, `\`${brief(image)}\` is a share, not a value: ${confidence}`);
      return { start, end, number: null, unit: words };
    }
    const read = readNumber(image);
    if ('number' in read) {
      const { number, currency } = read;
      if (currency !== '' && isOtherCurrency(currency, words)) {
        const message = `Two currencies, \`${currency}\` and \`${words.split(' ', 1)}\`: keep one of them`;
        this.report('unit-mismatch', { start, end }, message);
        return { start, end, number: null, unit: '' };
      }
      return { start, end, number, unit: currency === '' ? words : words === '' ? currency : `${currency} ${words}` };
    }
    this.wrong({ start, end: numberEnd }, read.wrong, read.suggestion);
    return { start, end, number: null, unit: words };
  }

  private readonly percent = {
    GATE: () => this.LA(1).image === '%',
    DEF: () => this.CONSUME(t.WordToken),
  };
  /** A confidence or a grade. */
  protected readonly share = this.RULE('share', (what: keyof typeof most = 'grade'): tree.Share | undefined => {
    const number = this.CONSUME(t.NumberToken, { ERR_MSG: 'a share (`7/10`, `70%` or `0.7`)' });
    const percent = this.OPTION(this.percent);
    return this.RECORDING_PHASE ? undefined : this.toShare(number, percent, what);
  });

  private toShare(token: IToken, percent: IToken | undefined, what: keyof typeof most): tree.Share | undefined {
    const { image, startOffset: start } = token;
    const last = percent ?? token;
    const at = { start, end: last.startOffset + last.image.length };
    if (image.includes('/') && percent === undefined) {
      const share = readFraction(image);
      if (share !== undefined) return this.inRange(at, share, what);
      this.report('value-invalid', at, `\`${brief(image)}\` is no share: write \`7/10\`, \`70%\` or \`0.7\``);
      return undefined;
    }
    const read = readNumber(image);
    if (!('number' in read) || read.currency !== '') {
      this.wrong(at, `\`${brief(image)}\` is no share`, 'wrong' in read ? read.suggestion : undefined);
      return undefined;
    }
    const share = percent === undefined ? read.number : read.number / 100;
    // 1 and 1.2 may be meant; a bare 7 is seven of ten to one reader and seven times over to another.
    if (percent === undefined && share > 1 && (Number.isInteger(share) || share > most.grade)) {
      const instead = share <= 10 ? `${share}/10` : share <= 100 ? `${share}%` : undefined;
      this.wrong(at, `\`${brief(image)}\` does not say of how many`, instead);
      return undefined;
    }
    return this.inRange(at, share, what);
  }

  private inRange(at: tree.Span, share: number, what: keyof typeof most): tree.Share | undefined {
    if (share >= 0 && share <= most[what]) return { start: at.start, end: at.end, share };
    this.wrong(at, outOfRange[what][share < 0 ? 'low' : 'high'], undefined);
    return undefined;
  }

  private readonly inCycle = () => {
    this.CONSUME(t.In);
    return this.SUBRULE(this.cycleArgument);
  };
  protected readonly reference = this.RULE('reference', (): tree.Reference => {
    const token = this.CONSUME(t.WordToken);
    const cycle = this.OPTION(this.inCycle);
    return this.RECORDING_PHASE ? recorded : this.toReference(token, cycle);
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

  protected readonly cycleArgument = this.RULE('cycleArgument', (): tree.CycleArgument => {
    const token = this.OR({
      DEF: [
        { ALT: () => this.CONSUME(t.CalendarCycle) },
        { ALT: () => this.CONSUME(t.WordToken) },
        { ALT: () => this.CONSUME(t.NumberToken) },
      ],
      ERR_MSG: 'a cycle (`2026-Q4`, `2026-H2`, `FY27-Q1` or a name)',
    });
    return this.ACTION(() => {
      const cycle = wordOf(token);
      if (!isName(cycle.text) && !/^[0-9]{4}(?:-(?:[HhQq][0-9]|[0-9]{1,2}))?$/.test(cycle.text))
        this.problems.push(noCycle(cycle.start, cycle.text));
      return cycle;
    });
  });

  protected readonly hold = this.RULE('hold', (): tree.Line => {
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
            line.bound = this.OR1({
              DEF: [
                { ALT: (): tree.Bound => this.CONSUME(t.Least) && 'at least' },
                { ALT: (): tree.Bound => this.CONSUME(t.Most) && 'at most' },
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

  /** A path, a column's name or a value of it, quoted or not. */
  protected readonly text = this.RULE('text', (): tree.Word => {
    const token = this.OR({
      DEF: [{ ALT: () => this.CONSUME(t.WordToken) }, { ALT: () => this.CONSUME(t.Quoted) }],
      ERR_MSG: 'a path, a column or a value',
    });
    return this.ACTION(() => {
      if (token.tokenType !== t.Quoted) return wordOf(token);
      if (!token.image.endsWith('"') || token.image.length < 3)
        this.report('syntax', spanOf(token), 'The closing `"` is missing, or there is nothing between the two');
      return { ...spanOf(token), text: token.image.replace(/^"|"$/g, '') };
    });
  });

  /** Of what may be said once on a line, the first one counts. */
  protected once<T extends tree.Span>(before: T | undefined, now: T | undefined): T | undefined {
    if (before === undefined || now === undefined) return before ?? now;
    this.report('duplicate-statement', now, 'This is said already on this line, and the first one counts');
    return before;
  }
}

export function spanOf(token: IToken): tree.Span {
  return { start: token.startOffset, end: token.startOffset + token.image.length };
}
export function wordOf(token: IToken): tree.Word {
  return { start: token.startOffset, end: token.startOffset + token.image.length, text: token.image };
}
