/** Two numbers in one expression: `between 3% and 5%`, `10–15 interviews`, `32 → 50`. */
import type { Shape } from './candidates.ts';
import { changeShape } from './changes.ts';
import type { Place } from './place.ts';
import type { Quantity } from './quantities.ts';
import { onOneScale, type Scaled } from './scales.ts';
import { weights } from './weights.ts';

/** What the two are: a way from one to the other, or the ends of a range. */
export function pairOf(place: Place, second: Quantity): Shape | undefined {
  const { mention, state, moves, direction } = place;
  const { quantity: first, role, arrow } = mention;
  const scaled = onOneScale(first, second);
  if (!scaled) return undefined;
  const { numbers, written, unit } = scaled;
  const travels = arrow || (moves && role === undefined && !state.broken);
  if (travels && role !== 'between') return { kind: 'from-to', weight: weights.fromTo, ...scaled, direction };
  if (role === 'by')
    return changeShape(
      second.type === 'percent' ? { ...first, type: 'percent', written: written[0] } : first,
      direction,
    );
  const weight = role === 'for' ? weights.condition : weights.said;
  const counts = second.type === 'count' && unit !== '' && role !== 'between' && state.verb !== 'hold';
  if (!counts) return { kind: 'between', weight, ...ascending(scaled) };
  return {
    kind: 'to',
    weight: Math.min(weight, weights.strong),
    numbers: numbers.slice(0, 1),
    written: written.slice(0, 1),
    unit,
  };
}

/** `between 5 and 3` is between 3 and 5. */
function ascending(scaled: Scaled): Scaled {
  const [low, high] = scaled.numbers;
  const [first, second] = scaled.written;
  return low <= high ? scaled : { ...scaled, numbers: [high, low], written: [second, first] };
}
