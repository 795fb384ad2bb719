/** Which of a title's numbers are its measures. */
import type { Candidate } from './candidates.ts';
import type { TitleMeasure } from './reading.ts';
import { onOneScale, type Scaled } from './scales.ts';
import type { Token } from './tokens.ts';
import { weights } from './weights.ts';

/** Joins each baseline to the target or the change next to it. */
export function withBaselines(tokens: readonly Token[], candidates: readonly Candidate[]): Candidate[] {
  const joined: Candidate[] = [];
  for (let at = 0; at < candidates.length; at++) {
    const first = candidates[at]!;
    const second = candidates[at + 1];
    const third = candidates[at + 2];
    const taken = second?.baseline === true && third !== undefined && joinedPair(tokens, second, third) !== undefined;
    const both = second && !taken ? joinedPair(tokens, first, second) : undefined;
    if (both) {
      joined.push(both);
      at++;
    } else {
      joined.push(first);
    }
  }
  return joined;
}

/** No more tokens stand between a baseline and its target. */
const REACH = 10;

function joinedPair(tokens: readonly Token[], first: Candidate, second: Candidate): Candidate | undefined {
  if (first.baseline === second.baseline || second.mention.from - first.mention.to > REACH) return undefined;
  const [base, target] = first.baseline ? [first, second] : [second, first];
  if (between(tokens, first, second).some(token => /^(?:and|&|;|while)$/u.test(token.lower))) return undefined;
  if (first.baseline && target.mention.role !== 'to' && !target.relative) return undefined;
  const replaced = tokens[second.mention.from]?.lower === 'instead';
  const aside = base.depth > target.depth;
  if (!first.baseline && !replaced && !aside && target.weight < weights.strong) return undefined;
  if (aside && isHeld(base, target)) return undefined;
  const span = { start: first.measure.span.start, end: second.measure.span.end };
  const direction = target.measure.direction ?? base.measure.direction;
  const scaled = changeFrom(base, target) ?? onOneScale(base.mention.quantity, target.mention.quantity);
  if (!scaled) return undefined;
  const kind = target.relative ? target.measure.kind : 'from-to';
  const measure: TitleMeasure = { kind, ...scaled, ...(direction ? { direction } : {}), span };
  const depth = Math.min(base.depth, target.depth);
  return { ...target, measure, weight: weights.fromTo, baseline: false, relative: false, depth };
}

/** `CAC < $90 (currently $82)`: a line that the baseline is on the right side of is held, not reached. */
function isHeld(base: Candidate, target: Candidate): boolean {
  const [from = 0, to = 0] = onOneScale(base.mention.quantity, target.mention.quantity)?.numbers ?? [];
  const { kind } = target.measure;
  return from < to ? /most|below/u.test(kind) : from > to && /least|above/u.test(kind);
}

/** `from 420 tickets by 30%`: the unit is the baseline's. */
function changeFrom(base: Candidate, target: Candidate): Scaled | undefined {
  if (!target.relative) return undefined;
  const numbers = [base.measure.numbers[0] ?? 0, target.measure.numbers[0] ?? 0] as const;
  const written = [base.measure.written[0] ?? '', target.measure.written[0] ?? ''] as const;
  return {
    numbers,
    written,
    unit: base.measure.unit || (target.measure.kind === 'change-by' ? target.measure.unit : ''),
  };
}

function between(tokens: readonly Token[], first: Candidate, second: Candidate): readonly Token[] {
  return tokens.slice(first.mention.to, Math.min(second.mention.from, first.mention.to + 3 * REACH));
}

/** The measure of the title: outside brackets before inside, then the surest, then the first. */
export function chosen(candidates: readonly Candidate[]): Candidate | undefined {
  const outside = candidates.filter(({ depth }) => depth === 0);
  const best = surest(outside);
  const inside = surest(candidates.filter(candidate => candidate.depth > 0 && isWhole(candidate)));
  const filled = inside !== undefined && inside.weight === weights.fromTo && best?.relative === true;
  return filled ? inside : (best ?? inside);
}

function surest(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>(
    (best, next) => (best && best.weight >= next.weight ? best : next),
    undefined,
  );
}

/** In brackets only what says that it is a target or a line; `RTO (2 hrs)` qualifies. */
function isWhole({ weight, mention }: Candidate): boolean {
  const said =
    mention.bound !== undefined || mention.role === 'to' || mention.second !== undefined || weight === weights.fromTo;
  const { type, unit, plural } = mention.quantity;
  return said || type === 'percent' || type === 'money' || (type === 'count' && (unit === '' || plural));
}

const JOINS = /^(?:and|&|;|while|plus|but|whilst|then|,)$/u;
const PART_OF = /^(?:including|incl|of|whom|which|each|where|such)$/u;

/** Further measures that stand beside the main one. */
export function besides(tokens: readonly Token[], candidates: readonly Candidate[], main: Candidate): Candidate[] {
  const sure = candidates.filter(
    ({ weight, depth, baseline }) => weight >= weights.strong && depth === main.depth && !baseline,
  );
  if (main.weight < weights.strong) return [];
  const others: Candidate[] = [];
  let last = sure[0];
  for (const next of sure.slice(1)) {
    if (last && areCoordinate(tokens, last, next)) others.push(next === main ? last : next);
    last = next;
  }
  return others.filter(other => other !== main);
}

function areCoordinate(tokens: readonly Token[], first: Candidate, second: Candidate): boolean {
  const words = between(tokens, first, second).map(token => token.lower);
  if (words.some(word => PART_OF.test(word) && word !== 'of')) return false;
  const ofShare = first.mention.quantity.type === 'percent' && tokens[first.mention.quantity.to]?.lower === 'of';
  const timed = ofShare && second.mention.quantity.type === 'duration';
  if (timed && !words.includes('and') && !words.includes(';')) return false;
  if (
    first.relative !== second.relative &&
    second.mention.role === 'to' &&
    !words.some(word => /^(?:and|&|;|while|plus|but)$/u.test(word))
  )
    return false;
  const distinct = second.mention.bound !== undefined && words.includes('with') && words.length > 1;
  return distinct || words.some(word => JOINS.test(word));
}
