/** Two numbers in one expression: `between 3% and 5%`, `10–15 interviews`, `32 → 50`. */
import type { Shape } from './candidates.ts';
import { changeShape } from './changes.ts';
import type { Place } from './place.ts';
import type { Quantity } from './quantities.ts';
import { weights } from './weights.ts';

/** What the two are: a way from one to the other, or the ends of a range. */
export function pairOf(place: Place, second: Quantity): Shape {
  const { mention, state, moves, direction } = place;
  const { quantity: first, role, arrow } = mention;
  const sides = [first, second];
  const lacks = second.type === 'percent' && first.type === 'count' && first.unit === '';
  const written = sides.map(side => `${side.sign === '-' ? '-' : ''}${side.written}`);
  const shape = {
    numbers: sides.map(side => (side.sign === '-' ? -side.value : side.value)),
    written: lacks ? [`${written[0]}%`, written[1] ?? ''] : written,
    unit: second.unit || first.unit,
  };
  const travels = arrow || (moves && role === undefined && !state.broken);
  if (travels && role !== 'between') return { kind: 'from-to', weight: weights.fromTo, ...shape, direction };
  if (role === 'by')
    return changeShape(lacks ? { ...first, type: 'percent', written: `${first.written}%` } : first, direction);
  const weight = role === 'for' ? weights.condition : weights.said;
  const counts = second.type === 'count' && shape.unit !== '' && role !== 'between' && state.verb !== 'hold';
  if (!counts) return { kind: 'between', weight, ...shape };
  return {
    kind: 'to',
    weight: Math.min(weight, weights.strong),
    numbers: shape.numbers.slice(0, 1),
    written: written.slice(0, 1),
    unit: shape.unit,
  };
}
