/** Numbers that say more or less of another number: `by 25%`, `25% more`, `3x`, `a reduction of 20%`, `+10 points`. */
import type { Shape } from './candidates.ts';
import type { Place } from './place.ts';
import type { Quantity } from './quantities.ts';
import type { Direction } from './reading.ts';
import { ratioWords } from './tables/bounds.ts';
import { changeAdjectives, changeNouns, comparisons, cutVerbs, notGrowth, raiseVerbs } from './tables/changes.ts';
import { higherIsBetter } from './tables/nouns.ts';
import { stopWords } from './tables/stop-words.ts';
import type { Token } from './tokens.ts';
import { weights } from './weights.ts';

/** The change that a number says, if it says one. */
export function changeOf(place: Place): Shape | undefined {
  const { mention, tokens } = place;
  const { quantity, role } = mention;
  if (role === 'for' || quantity.sign === '±') return undefined;
  const after = changeAfter(tokens, quantity, mention.to);
  const direction = after ?? signDirection(quantity) ?? place.direction;
  if (quantity.type === 'factor') return isRatio(place) ? undefined : factor(quantity, direction);
  return isChange(place, after) ? changeShape(quantity, direction, role === 'by' && place.moves) : undefined;
}

function factor(quantity: Quantity, direction: Direction = 'raise'): Shape {
  return { kind: 'factor', weight: weights.strong, numbers: [quantity.value], direction, relative: true };
}

/** A change by this number; `governed` if a verb and `by` say so. */
export function changeShape(quantity: Quantity, direction: Direction | undefined, governed = false): Shape {
  const minus = direction === 'cut' ? '-' : '';
  return {
    kind: quantity.type === 'percent' ? 'change-percent' : 'change-by',
    weight: governed ? weights.said : weights.strong,
    numbers: [minus ? -quantity.value : quantity.value],
    written: [`${minus}${quantity.written}`],
    unit: quantity.unit,
    direction,
    relative: true,
  };
}

function signDirection({ sign }: Quantity): Direction | undefined {
  return sign === '+' ? 'raise' : sign === '-' ? 'cut' : undefined;
}

function isChange(place: Place, after: Direction | undefined): boolean {
  const { mention, tokens, moves, state } = place;
  const { quantity, role } = mention;
  const share = quantity.type === 'percent' || quantity.type === 'points';
  if (role === 'by') return share || (moves && !isAgent(tokens, mention.from));
  if (role === 'takes') return after === 'cut';
  if (role === 'of') return share && (followsChangeNoun(tokens, mention.from) || isChangeOfNoun(place));
  if (role !== undefined && role !== 'at' && (role !== 'to' || tokens[mention.from]?.lower === 'to')) return false;
  if (quantity.sign !== '') return share || !quantity.plural;
  if (after && share) return true;
  if (after && quantity.type === 'duration') return true;
  if (after === 'cut' && quantity.type === 'count' && state.verb !== 'other') return true;
  return role === undefined && share && (isMoved(place) || isAdded(place));
}

/** `Grow revenue 20%`, `Increase usage at least 5%`; not `Increase satisfaction above 90%` or `> 90%`. */
function isMoved({ mention, tokens, moves, state }: Place): boolean {
  const { quantity, bound, share } = mention;
  if (!moves || state.broken || share || bound === 'above' || bound === 'below') return false;
  if (bound !== undefined && tokens[mention.from]?.type !== 'word') return false;
  return tokens[quantity.to]?.lower !== 'of' || state.verb === 'cut' || quantity.type === 'points';
}

/** `Add 2 points to NPS` */
function isAdded({ mention, tokens, state }: Place): boolean {
  const adds = /^(?:add|adds|adding|gain|gains)$/u.test(tokens[state.verbAt]?.lower ?? '');
  return adds && mention.quantity.type === 'points' && tokens[mention.to]?.lower === 'to';
}

/** `used by 20 teams`: who, not how much. */
function isAgent(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  return /(?:ed|en|made|built|read|done)$/u.test(before) && !raiseVerbs.has(before) && !cutVerbs.has(before);
}

/** How many words on a change noun may stand: `a 20% year-over-year revenue increase`. */
const REACH = 7;

function changeAfter(tokens: readonly Token[], quantity: Quantity, to: number): Direction | undefined {
  for (const at of [quantity.numberEnd, quantity.to]) {
    const direct = changeAdjectives.get(tokens[at]?.lower ?? '');
    if (direct && !(quantity.type === 'count' && direct === 'raise' && quantity.plural)) return direct;
    if (comparisons.at(tokens, at)) return 'raise';
  }
  for (let at = quantity.numberEnd; at < Math.max(to, quantity.numberEnd) + REACH; at++) {
    const token = tokens[at];
    if (!token || (token.type === 'sign' && token.text !== '-')) return undefined;
    const noun = changeNouns.get(token.lower);
    if (!noun && endsPhrase(token)) return undefined;
    if (noun && !notGrowth.has(tokens[at + 1]?.lower ?? '')) return noun;
    if (higherIsBetter.has(token.lower) && quantity.type !== 'percent') return undefined;
  }
  return undefined;
}

/** `year over year` and `month on month` are no end. */
function endsPhrase({ lower }: Token): boolean {
  return stopWords.has(lower) && lower !== 'over' && lower !== 'on';
}

function followsChangeNoun(tokens: readonly Token[], at: number): boolean {
  return changeNouns.has(tokens[at - 1]?.lower ?? '');
}

/** `a reduction in churn of 20%` */
function isChangeOfNoun({ tokens, state }: Place): boolean {
  const article = /^(?:an?|the)$/u.test(tokens[state.verbAt - 1]?.lower ?? '');
  return article && changeNouns.has(tokens[state.verbAt]?.lower ?? '');
}

/** `pipeline coverage of 3x`, `4x ROAS`: a level, no change. */
function isRatio({ tokens, mention, state }: Place): boolean {
  const { quantity, role, bound, from } = mention;
  if (role === 'by') return false;
  const near = [...tokens.slice(Math.max(0, from - 4), from), ...tokens.slice(quantity.to, quantity.to + 3)];
  if (near.some(token => ratioWords.has(token.lower))) return true;
  return (
    role === 'of' ||
    role === 'at' ||
    state.verb === 'hold' ||
    (bound !== undefined && role === undefined && state.verb === undefined)
  );
}
