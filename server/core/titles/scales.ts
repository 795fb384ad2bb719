/** Puts two numbers on one scale, as `.okr` wants them: `from 5 to 10%` is in percent, `from 2 weeks to 3 days` in days. */
import { writtenNumber } from './numerals.ts';
import type { Quantity } from './quantities.ts';
import { durationSizes } from './tables/units.ts';

export interface Scaled {
  readonly numbers: readonly [number, number];
  readonly written: readonly [string, string];
  readonly unit: string;
}

/** Both numbers in the second's unit, or undefined if they measure different things. */
export function onOneScale(first: Quantity, second: Quantity): Scaled | undefined {
  const numbers = [signed(first), signed(second)] as const;
  const written = [writtenSigned(first), writtenSigned(second)] as const;
  const [one, other] = [markOf(first), markOf(second)];
  const mark = one || other;
  if (mark !== '')
    return isMarked(first, mark) && isMarked(second, mark) ? withMark(numbers, written, mark) : undefined;
  const factor = durationFactor(first.unit, second.unit);
  if (factor === undefined && (isTimed(first) || isTimed(second))) return undefined;
  if (factor === undefined || factor === 1) return { numbers, written, unit: second.unit || first.unit };
  const converted = numbers[0] * factor;
  return { numbers: [converted, numbers[1]], written: [writtenNumber(converted), written[1]], unit: second.unit };
}

/** Has this mark, or could have it. */
function isMarked(quantity: Quantity, mark: string): boolean {
  return markOf(quantity) === mark || isPlain(quantity);
}

/** The mark is the unit: words beside it (`$1M ARR`) would be a second one. */
function withMark(numbers: Scaled['numbers'], [one, other]: Scaled['written'], mark: string): Scaled {
  return { numbers, written: [marked(one, mark), marked(other, mark)], unit: '' };
}

function signed({ sign, value }: Quantity): number {
  return sign === '-' ? -value : value;
}

function writtenSigned({ sign, written }: Quantity): string {
  return sign === '-' ? `-${written}` : written;
}

/** A currency, `%` or `x`; empty for a plain number. */
function markOf({ written }: Quantity): string {
  return /^\D|[%x]$/u.exec(written)?.[0] ?? '';
}

function marked(written: string, mark: string): string {
  if (written.includes(mark)) return written;
  if (mark === '%' || mark === 'x') return `${written}${mark}`;
  return written.startsWith('-') ? `-${mark}${written.slice(1)}` : `${mark}${written}`;
}

function isPlain(quantity: Quantity): boolean {
  return quantity.unit === '' && markOf(quantity) === '';
}

/** Two units that are there and differ, where one is a duration, cannot be compared without a calendar. */
function isTimed({ type }: Quantity): boolean {
  return type === 'duration';
}

/** What to multiply by to come from one duration to another; 1 also where one of them says no unit. */
function durationFactor(from: string, to: string): number | undefined {
  if (from === to || from === '' || to === '') return 1;
  const [one, other] = [durationSizes.get(from), durationSizes.get(to)];
  return one && other && one.calendar === other.calendar ? one.size / other.size : undefined;
}
