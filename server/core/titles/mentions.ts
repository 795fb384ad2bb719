/** Every number a title names, with what its neighbours make of it. */
import { type LeftContext, leftContext } from './left-context.ts';
import { type Quantity, quantityAt } from './quantities.ts';
import type { Span } from './reading.ts';
import { type Bound, boundsAfter, type Role } from './tables/bounds.ts';
import { type ChangeWord, changeWords, noChange } from './tables/changes.ts';
import { fractionParts, numberWords, ones } from './tables/spelled-numbers.ts';
import type { Token } from './tokens.ts';
import { isPlural, unitAt } from './unit-words.ts';

export interface Mention {
  readonly quantity: Quantity;
  readonly role: Role | undefined;
  readonly bound: Bound | undefined;
  /** The other end of `5–10`, `between 3% and 5%`, `32 → 50`. */
  readonly second?: Quantity;
  readonly arrow: boolean;
  /** `doubles`, `in half` */
  readonly change?: ChangeWord;
  /** Tokens, with the words before and after it that say what it is. */
  readonly from: number;
  readonly to: number;
  /** `no`, `zero` */
  readonly none: boolean;
  /** A share, as in `one in five` and `half of our users`. */
  readonly share: boolean;
}

/** The mentions of a title, in order. */
export function mentionsIn(tokens: readonly Token[], aside: readonly boolean[], text: string): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const mention = aside[at] ? undefined : mentionAt(tokens, aside, at, text);
    if (!mention) continue;
    mentions.push(mention);
    at = Math.max(at, mention.to - 1);
  }
  return mentions;
}

/** Where a mention stands in the title. */
export function spanOf(tokens: readonly Token[], mention: Mention): Span {
  return { start: tokens[mention.from]?.start ?? 0, end: tokens[mention.to - 1]?.end ?? 0 };
}

function mentionAt(tokens: readonly Token[], aside: readonly boolean[], at: number, text: string): Mention | undefined {
  return (
    changeWordAt(tokens, at) ??
    wordAt(tokens, at) ??
    shareAt(tokens, at, text) ??
    noneAt(tokens, at, text) ??
    numberAt(tokens, aside, at, text)
  );
}

const PLAIN = { arrow: false, none: false, share: false } as const;

function bareQuantity(from: number, to: number, fields: Partial<Quantity>): Quantity {
  return {
    type: 'count',
    from,
    numberEnd: to,
    to,
    value: 0,
    sign: '',
    written: '0',
    unit: '',
    plus: false,
    adjective: false,
    spelled: true,
    plural: false,
    ...fields,
  };
}

function changeWordAt(tokens: readonly Token[], at: number): Mention | undefined {
  if (noChange.at(tokens, at)) return undefined;
  const found = changeWords.at(tokens, at);
  if (!found) return undefined;
  const to = at + found.length;
  const { value: change } = found;
  const type = change.kind === 'factor' ? 'factor' : 'percent';
  const quantity = bareQuantity(at, to, {
    type,
    value: Math.abs(change.number),
    written: String(Math.abs(change.number)),
  });
  return { ...PLAIN, quantity, change, role: undefined, bound: undefined, from: at, to };
}

/** `half of our users`, `a third`, `two thirds`, `one in five`, `9 out of 10 customers`, `9/10`. */
function shareAt(tokens: readonly Token[], at: number, text: string): Mention | undefined {
  const share = fraction(tokens, at) ?? nInM(tokens, at) ?? score(tokens, at, text);
  if (!share) return undefined;
  const left = leftContext(tokens, at);
  const { percent, to } = share;
  const written = `${Number(percent.toFixed(1))}%`;
  const quantity =
    share.score === undefined
      ? bareQuantity(at, to, { type: 'percent', value: Number(percent.toFixed(1)), written })
      : bareQuantity(at, to, { type: 'count', value: share.score, written: String(share.score), spelled: false });
  return { ...PLAIN, quantity, ...left.says, share: true, from: left.from, to };
}

/** `five nines`, `sub-second`, `twice a week`. */
function wordAt(tokens: readonly Token[], at: number): Mention | undefined {
  const found = numberWords.at(tokens, at);
  if (!found) return undefined;
  const to = at + found.length;
  const { type, value, written, unit, bound } = found.value;
  const left = leftContext(tokens, at);
  const quantity = bareQuantity(at, to, { type, value, written, unit, plural: type === 'count' });
  return { ...PLAIN, quantity, role: left.says.role, bound: left.says.bound ?? bound, from: left.from, to };
}

interface Share {
  readonly percent: number;
  readonly to: number;
  /** `4.5/5` is a mark, not a share. */
  readonly score?: number;
}

function fraction(tokens: readonly Token[], at: number): Share | undefined {
  if (/^(?:last|past|next|previous|first)$/u.test(tokens[at - 1]?.lower ?? '')) return undefined;
  const article = /^(?:a|an|one)$/u.test(tokens[at]?.lower ?? '') ? at + 1 : at;
  const count = article > at ? 1 : (ones.get(tokens[at]?.lower ?? '') ?? 0);
  const word = article > at ? article : count > 0 ? at + 1 : at;
  const hyphen = word > at && tokens[word]?.text === '-' ? word + 1 : word;
  const part = fractionParts.get(tokens[hyphen]?.lower ?? '');
  if (part === undefined || (hyphen === at && tokens[at]?.lower !== 'half')) return undefined;
  const next = tokens[hyphen + 1]?.lower ?? '';
  const ends = next === '' || /^(?:of|the|our|all|\.|,|\))$/u.test(next) || tokens[at - 1]?.lower === 'by';
  if (!ends || (part === 25 && next !== 'of' && tokens[at - 1]?.lower !== 'by')) return undefined;
  return { percent: part * (hyphen === at ? 1 : count), to: hyphen + 1 };
}

function nInM(tokens: readonly Token[], at: number): Share | undefined {
  const n = smallNumber(tokens[at]);
  const out = tokens[at + 1]?.lower === 'out' && tokens[at + 2]?.lower === 'of';
  const m = smallNumber(tokens[at + (out ? 3 : 2)]);
  if (n === undefined || m === undefined || n > m || (!out && tokens[at + 1]?.lower !== 'in')) return undefined;
  const to = at + (out ? 4 : 3);
  const people = tokens[to]?.type === 'word' && isPlural(tokens[to]!) && !/^(?:stars|points)$/u.test(tokens[to]!.lower);
  if (!out && (n >= 10 || tokens[to]?.lower === '%' || !(people || n === 1))) return undefined;
  return people || !out || (!Number.isInteger(n) === false && n === m)
    ? { percent: (n / m) * 100, to }
    : { percent: 0, score: n, to };
}

function smallNumber(token: Token | undefined): number | undefined {
  if (token?.type === 'number') return /^\d{1,3}(?:\.\d)?$/u.test(token.text) ? Number(token.text) : undefined;
  const spelled = ones.get(token?.lower ?? '');
  return spelled === 0 ? undefined : spelled;
}

function score(tokens: readonly Token[], at: number, text: string): Share | undefined {
  if (tokens[at]?.type !== 'number' || tokens[at + 1]?.text !== '/' || tokens[at + 2]?.type !== 'number')
    return undefined;
  const n = Number(tokens[at]?.text);
  const m = Number(tokens[at + 2]?.text);
  if (Number.isNaN(n) || Number.isNaN(m) || n > m || m === 0) return undefined;
  const to = at + 3;
  const share = tokens[to]?.lower === 'of' || (Number.isInteger(n) && unitAt(tokens, to, text, n).plural);
  return share ? { percent: (n / m) * 100, to } : { percent: 0, score: n, to };
}

/** `No customer waits`, `zero rejections`. */
function noneAt(tokens: readonly Token[], at: number, text: string): Mention | undefined {
  const word = tokens[at]?.lower ?? '';
  if (word !== 'no' && word !== 'zero' && word !== 'none') return undefined;
  const next = tokens[at + 1];
  if (next?.glued && next.text === '-') return undefined;
  if (
    word === 'no' &&
    (next?.type !== 'word' || /^(?:more|less|fewer|later|higher|lower|longer|greater|worse)$/u.test(next.lower))
  )
    return undefined;
  const words = word === 'none' ? { unit: '', to: at + 1 } : unitAt(tokens, at + 1, text, 1);
  const left = leftContext(tokens, at);
  const percent = next?.text === '%' || next?.lower === 'percent';
  if (percent) return undefined;
  const quantity = bareQuantity(at, words.to, { unit: words.unit, numberEnd: at + 1 });
  return {
    ...PLAIN,
    quantity,
    role: left.says.role,
    bound: left.says.bound,
    none: true,
    from: left.from,
    to: words.to,
  };
}

function numberAt(tokens: readonly Token[], aside: readonly boolean[], at: number, text: string): Mention | undefined {
  const quantity = quantityAt(tokens, at, text);
  if (!quantity || isAdjectiveOfName(tokens, quantity) || isAside(aside, quantity)) return undefined;
  const left = leftContext(tokens, at);
  const other = secondAt(tokens, aside, quantity, left, text);
  if (other) {
    const { second, arrow } = other;
    return { ...PLAIN, quantity, second, arrow, ...left.says, from: left.from, to: second.to };
  }
  const after = boundAfter(tokens, quantity);
  const bound = left.says.bound ?? after?.bound ?? (quantity.plus ? 'at-least' : undefined);
  const says = { role: left.says.role, bound };
  if (after && quantity.unit === '' && quantity.type === 'count') {
    return countedAfter(tokens, quantity, says, left.from, after.to, text);
  }
  return { ...PLAIN, quantity, ...says, from: left.from, to: Math.max(quantity.to, after?.to ?? 0) };
}

function isAside(aside: readonly boolean[], { from, numberEnd }: Quantity): boolean {
  return aside.slice(from, numberEnd).includes(true);
}

/** `20 or more contributors` */
function countedAfter(
  tokens: readonly Token[],
  quantity: Quantity,
  says: LeftContext['says'],
  from: number,
  at: number,
  text: string,
): Mention {
  const { unit, to, plural, duration } = unitAt(tokens, at, text, quantity.value);
  return {
    ...PLAIN,
    quantity: { ...quantity, type: duration ? 'duration' : 'count', unit, plural, to },
    ...says,
    from,
    to,
  };
}

/** `two-factor`, `one-pager`; `30-day` and `5-star` are adjectives that may measure. */
function isAdjectiveOfName(tokens: readonly Token[], quantity: Quantity): boolean {
  if (!quantity.adjective || quantity.type !== 'count') return false;
  const noun = tokens[quantity.numberEnd]?.lower ?? '';
  return !/^(?:stars?|points?|person|people|member|seat|strong|fold|percent|minutes?|hours?)$/u.test(noun);
}

function boundAfter(tokens: readonly Token[], quantity: Quantity): { bound: Bound; to: number } | undefined {
  for (const at of [quantity.numberEnd, quantity.to]) {
    const found = boundsAfter.at(tokens, at);
    const joins = tokens[at]?.lower === 'plus' && (at !== quantity.numberEnd || tokens[at + 1]?.type !== 'word');
    if (found && !joins) return { bound: found.value, to: at + found.length };
  }
  return undefined;
}

const RANGE = /^(?:-|–|—|to|until)$/u;
const ARROW = /^(?:->|→|=>|➔|➜|⇒|⟶|>>)$/u;

function secondAt(
  tokens: readonly Token[],
  aside: readonly boolean[],
  first: Quantity,
  left: LeftContext,
  text: string,
): { second: Quantity; arrow: boolean } | undefined {
  const joint = tokens[first.to]?.lower ?? '';
  const arrow = ARROW.test(joint);
  const between = left.says.role === 'between' && joint === 'and';
  if (!arrow && !between && !(RANGE.test(joint) && left.says.role !== 'from')) return undefined;
  const second = aside[first.to + 1] ? undefined : quantityAt(tokens, first.to + 1, text);
  if (second?.sign !== '' || second.adjective || isAside(aside, second)) return undefined;
  const dashed = joint !== 'to' || second.value > first.value;
  return dashed || left.says.role === undefined ? { second, arrow } : undefined;
}
