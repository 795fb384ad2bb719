/** Every number a title names, with what its neighbours make of it. */
import { type LeftContext, leftContext } from './left-context.ts';
import { type Mention, PLAIN } from './mention.ts';
import { type Quantity, quantityAt } from './quantities.ts';
import { onOneScale } from './scales.ts';
import { type Bound, boundsAfter } from './tables/bounds.ts';
import type { Token } from './tokens.ts';
import { unitAt } from './unit-words.ts';
import { wordMentionAt } from './word-mentions.ts';

/** The mentions of a title, in order. */
export function mentionsIn(tokens: readonly Token[], aside: readonly boolean[], text: string): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const mention = aside[at] ? undefined : (wordMentionAt(tokens, at, text) ?? numberAt(tokens, aside, at, text));
    if (!mention) continue;
    mentions.push(mention);
    at = Math.max(at, mention.to - 1);
  }
  return mentions;
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

/** `two-factor`, `one-pager`; `30-day`, `5-star` and `the 100-customer mark` are adjectives that may measure. */
function isAdjectiveOfName(tokens: readonly Token[], quantity: Quantity): boolean {
  if (!quantity.adjective || quantity.type !== 'count') return false;
  const noun = tokens[quantity.numberEnd]?.lower ?? '';
  if (/^(?:mark|milestone|threshold|goal|target|club)$/u.test(tokens[quantity.numberEnd + 1]?.lower ?? ''))
    return false;
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
  const signs = joint === '-' && tokens[first.to]?.glued !== tokens[first.to + 1]?.glued;
  const between = left.says.role === 'between' && joint === 'and';
  if (!arrow && !between && !(RANGE.test(joint) && !signs && left.says.role !== 'from')) return undefined;
  const second = aside[first.to + 1] ? undefined : quantityAt(tokens, first.to + 1, text);
  if (second?.sign !== '' || second.adjective || isAside(aside, second) || !onOneScale(first, second)) return undefined;
  const dashed = joint !== 'to' || second.value > first.value;
  return dashed || left.says.role === undefined ? { second, arrow } : undefined;
}
