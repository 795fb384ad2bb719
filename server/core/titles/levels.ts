/** Numbers to reach and lines to hold: `12 articles`, `to 95%`, `at least 12`, `under 2 s`, `zero rejections`. */
import type { Shape } from './candidates.ts';
import type { Mention } from './mention.ts';
import type { Place } from './place.ts';
import type { Quantity } from './quantities.ts';
import type { MeasureKind } from './reading.ts';
import type { Bound } from './tables/bounds.ts';
import { levels, timeNouns } from './tables/nouns.ts';
import type { Token } from './tokens.ts';
import { isPlural } from './unit-words.ts';
import { weights } from './weights.ts';

/** The level that a number says; undefined for an adjective that measures nothing (`a 3-day workshop`). */
export function levelOf(place: Place): Shape | undefined {
  const { mention, direction, state, tokens } = place;
  const { quantity, role } = mention;
  if (quantity.sign === '±') {
    const written = [`-${quantity.written}`, quantity.written];
    return { kind: 'between', weight: weights.said, numbers: [-quantity.value, quantity.value], written };
  }
  const bound = boundOf(place);
  const weight = weightOf(place, bound);
  if (weight === undefined) return undefined;
  const kind = kindOf(place, bound);
  const saves = /^sav(?:e|es|ing|ings)$/u.test(tokens[state.verbAt]?.lower ?? '');
  const arrives = kind !== 'to' || ((role === 'to' || bound !== undefined) && !saves) || direction === 'raise';
  return { kind, weight, direction: arrives ? direction : undefined };
}

/** `no`, `zero`, `0`: a line to hold, or where a cut ends. */
export function nothingOf({ mention, tokens, direction }: Place): Shape {
  const { quantity, role } = mention;
  if (role === 'to' && tokens[quantity.from - 1]?.lower === 'to') {
    return { kind: 'to', weight: weights.said, direction: direction ?? 'cut' };
  }
  if (role === 'for') return { kind: 'at-most', weight: weights.condition };
  const no = /^(?:no|not|none)$/u.test(tokens[quantity.from]?.lower ?? '');
  return { kind: 'at-most', weight: no ? weights.attached : weights.strong };
}

/** `No page takes longer than 2 s` is `at most`. */
function boundOf({ mention, denied }: Place): Bound | undefined {
  return denied && mention.bound === 'at-least' && mention.from > 1 ? 'at-most' : mention.bound;
}

function kindOf(place: Place, bound: Bound | undefined): MeasureKind {
  const { mention, state, good } = place;
  const { quantity, role } = mention;
  switch (bound) {
    case 'up-to':
      return state.verb === 'cut' || good === 'less' || quantity.type === 'duration' ? 'at-most' : 'to';
    case 'above':
    case 'below':
    case 'at-most':
      return bound;
    case 'at-least':
      return state.verb !== 'hold' && (isSum(quantity) || isGrown(place)) ? 'to' : 'at-least';
    case undefined:
      break;
  }
  if (role === 'in' && /^(?:steps?|clicks?|taps?|screens?|attempts?)$/u.test(quantity.unit)) return 'at-most';
  if (role === 'top') return isPlaceInList(place) ? 'at-most' : 'to';
  if (role === 'rank') return 'at-most';
  if (role === 'every' && quantity.type === 'duration') return 'at-most';
  return quantity.type === 'duration' ? durationKind(place) : plainKind(place);
}

/** Things and money add up; ratings, shares and times are levels. */
function isSum({ type, unit }: Quantity): boolean {
  return type === 'money' || (type === 'count' && unit !== '' && !/^(?:stars?|points?)$/u.test(unit));
}

function isGrown(place: Place): boolean {
  return place.state.verb === 'raise' && place.mention.role === 'to' && !isHeldLevel(place);
}

function durationKind({ mention, state, good }: Place): MeasureKind {
  const { role } = mention;
  if (state.verb === 'raise' || good === 'more' || (role === 'to' && state.verb === 'cut')) return 'to';
  return role === 'in' || role === 'aside' || role === 'takes' || good === 'less' || state.verb === 'hold'
    ? 'at-most'
    : 'to';
}

function plainKind(place: Place): MeasureKind {
  const { mention, state, good, moves, tokens } = place;
  const { quantity, role } = mention;
  const percent = quantity.type === 'percent';
  if (percent && role !== 'to' && isHeldLevel(place)) return 'at-least';
  if (state.verb === 'hold') return good === 'less' ? 'at-most' : 'at-least';
  const isShare = tokens[quantity.to]?.lower === 'of';
  return percent && good === 'less' && !moves && !isShare && (role === undefined || role === 'of' || role === 'at')
    ? 'at-most'
    : 'to';
}

/** `99.9% uptime` is held, though no verb says so. */
function isHeldLevel({ tokens, mention }: Place): boolean {
  return tokens.slice(Math.max(0, mention.from - 4), mention.to + 3).some(token => levels.has(token.lower));
}

/** `Rank in the top 3`, not `the top 3 reasons`. */
function isPlaceInList({ tokens, mention }: Place): boolean {
  const before = tokens.slice(Math.max(0, mention.from - 3), mention.from);
  return before.some(token => /^(?:in|into|among|within|rank|ranks|ranked|become|be)$/u.test(token.lower));
}

function weightOf(place: Place, bound: Bound | undefined): number | undefined {
  const { mention, tokens, moves } = place;
  const { quantity, role } = mention;
  const timed = quantity.type === 'duration';
  if (isPart(tokens, mention)) return weights.condition;
  // `five-star reviews: 300`
  if (quantity.adjective && !timed && quantity.type !== 'percent') return weights.attached;
  if (timed && quantity.adjective) return isPace(tokens, quantity) ? weights.duration : undefined;
  if (role === 'for' || role === 'aside' || role === 'every' || (timed && isSpan(place))) return weights.condition;
  if (role === 'of' && quantity.type !== 'percent' && isPlural(tokens[mention.from - 1])) return weights.attached;
  if (role === 'in') return bound === undefined ? weights.attached : weights.said;
  if (timed && tokens[mention.from]?.lower === 'within') return weights.duration;
  if (role === 'takes') return timed ? weights.strong : weights.duration;
  if (bound !== undefined)
    return moves && role === undefined && !timed && quantity.type !== 'percent' ? weights.strong : weights.said;
  if (quantity.spelled && quantity.value === 1) return weights.attached;
  if (role === 'to') return quantity.plural && !moves ? weights.strong : moves ? weights.reached : weights.said;
  if (quantity.type === 'percent') return weights.said;
  if (role === 'at' && quantity.plural) return weights.attached;
  return timed ? weights.duration : weights.strong;
}

/** `of which 40% …`, `40% of whom …`, `worth at least €2k each`: of those that are counted. */
function isPart(tokens: readonly Token[], { from, to }: Mention): boolean {
  const whose = /^(?:which|whom)$/u;
  if (whose.test(tokens[from - 1]?.lower ?? '') || tokens[to]?.lower === 'each') return true;
  return tokens[to]?.lower === 'of' && whose.test(tokens[to + 1]?.lower ?? '');
}

/** `incidents over 2 hours`, `pilots of at least 3 months each`: which ones. */
function isSpan({ tokens, mention, state, denied }: Place): boolean {
  const past = /^(?:over|longer|beyond)$/u.test(tokens[mention.from]?.lower ?? '');
  return past && !denied && state.verb !== 'hold';
}

/** `a 30-minute response time` */
function isPace(tokens: readonly Token[], quantity: Quantity): boolean {
  return tokens.slice(quantity.to, quantity.to + 3).some(token => timeNouns.has(token.lower));
}
