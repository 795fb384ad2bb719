/** What each number in a title may be the measure of, and how surely. */
import { changeOf } from './changes.ts';
import { levelOf, nothingOf } from './levels.ts';
import { type Mention, spanOf } from './mention.ts';
import { pairOf } from './pairs.ts';
import { type Place, placesOf } from './place.ts';
import type { Direction, MeasureKind, TitleMeasure } from './reading.ts';
import { agedNouns } from './tables/bounds.ts';
import type { ChangeWord } from './tables/changes.ts';
import type { Token } from './tokens.ts';
import { isPlural } from './unit-words.ts';
import { weights } from './weights.ts';

/** A measure in the making. What is left out is as the number itself says. */
export interface Shape {
  readonly kind: MeasureKind;
  readonly weight: number;
  readonly numbers?: readonly number[];
  readonly written?: readonly string[];
  readonly unit?: string;
  readonly direction?: Direction | undefined;
  /** `from 32`: waits for its target. */
  readonly baseline?: boolean;
  /** More or less of another number. */
  readonly relative?: boolean;
}

export interface Candidate {
  readonly measure: TitleMeasure;
  readonly mention: Mention;
  readonly weight: number;
  readonly baseline: boolean;
  readonly relative: boolean;
  /** How many brackets it stands in. */
  readonly depth: number;
}

/** Candidates for the measure of a title, in order. */
export function candidatesOf(tokens: readonly Token[], mentions: readonly Mention[]): Candidate[] {
  return placesOf(tokens, mentions).flatMap(place => {
    const shape = shapeOf(place);
    return shape ? [candidate(place, shape)] : [];
  });
}

function shapeOf(place: Place): Shape | undefined {
  const { mention } = place;
  const { quantity, role } = mention;
  if (mention.change) return wholeChange(mention.change);
  if (role === 'condition' || isWho(place)) return undefined;
  if (mention.second) return pairOf(place, mention.second);
  if (role === 'from') return baseline(place);
  if (mention.none || isZero(mention)) return nothingOf(place);
  if (role === 'aside' && quantity.type === 'duration' && !isFirst(place)) return undefined;
  return changeOf(place) ?? levelOf(place);
}

function candidate({ tokens, mention, state }: Place, shape: Shape): Candidate {
  const { quantity } = mention;
  const minus = quantity.sign === '-' ? '-' : '';
  const measure: TitleMeasure = {
    kind: shape.kind,
    numbers: shape.numbers ?? [minus ? -quantity.value : quantity.value],
    written: shape.written ?? [`${minus}${quantity.written}`],
    // `the #1 podcast` is no number of podcasts.
    unit: mention.role === 'rank' ? '' : (shape.unit ?? quantity.unit),
    ...(shape.direction === undefined ? {} : { direction: shape.direction }),
    span: spanOf(tokens, mention),
  };
  const { weight, baseline = false, relative = false } = shape;
  return { measure, mention, weight, baseline, relative, depth: state.depth };
}

/** `doubles`, `in half` */
function wholeChange({ kind, number, direction }: ChangeWord): Shape {
  const written = [kind === 'factor' ? `${number}x` : `${number}%`];
  return { kind, weight: weights.strong, numbers: [number], written, unit: '', direction, relative: true };
}

/** `from 32`, `currently 32`; where nothing grows, `from 10 customers` only says whose. */
function baseline({ mention, direction }: Place): Shape {
  const { quantity } = mention;
  const whose = direction === undefined && quantity.type === 'count' && quantity.plural;
  return { kind: whose ? 'to' : 'from-to', weight: weights.attached, baseline: !whose, direction };
}

/** `children under 5`, `people over 65`, `repositories larger than 10 GB`: which ones, not how many. */
function isWho({ tokens, mention, state }: Place): boolean {
  const before = tokens[mention.from - 1];
  if (!before || mention.bound === undefined) return false;
  const { unit, type } = mention.quantity;
  if (agedNouns.has(before.lower)) return type === 'count' && /^(?:|years?.*)$/u.test(unit);
  return /^(?:larger|bigger)$/u.test(tokens[mention.from]?.lower ?? '') && state.verb !== undefined && isPlural(before);
}

/** `0 open incidents` */
function isZero({ quantity, role, bound }: Mention): boolean {
  return (
    quantity.value === 0 &&
    quantity.type === 'count' &&
    quantity.sign === '' &&
    role === undefined &&
    bound === undefined
  );
}

/** `in their first 10 days` is how long; `the last 10 days` is which. */
function isFirst({ tokens, mention }: Place): boolean {
  const before = tokens.slice(Math.max(0, mention.from - 2), mention.from + 1).map(token => token.lower);
  return before.at(-1) === 'first' && /^(?:in|within)$/u.test(before[0] ?? '');
}
