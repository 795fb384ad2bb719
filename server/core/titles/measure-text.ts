/** A measure as `.okr` writes it. */
import { writtenNumber } from './numerals.ts';
import type { TitleMeasure, TitleReading } from './reading.ts';

/**
 * The measure that stands for a title: `to 12 articles`, `from 25 to 35`, `keep at most 30 minutes`, and for a change of
 * a number that the title does not give `from ? by 25%`. Undefined for `none` and `compound`. Where a number is cut to a
 * target its baseline is `?`, as `to 5%` would count from nothing.
 */
export function measureText(reading: TitleReading): string | undefined {
  const [measure] = reading.measures;
  return measure && reading.measures.length === 1 ? textOf(measure) : undefined;
}

/** One measure, also one of a compound title. */
export function textOf(measure: TitleMeasure): string {
  const [first = '', second] = measure.written;
  const unit = measure.unit === '' ? '' : ` ${measure.unit}`;
  switch (measure.kind) {
    case 'to':
      return measure.direction === 'cut' ? `from ? to ${first}${unit}` : `to ${first}${unit}`;
    case 'from-to':
      return `from ${first} to ${second ?? '?'}${unit}`;
    case 'at-least':
      return `keep at least ${first}${unit}`;
    case 'at-most':
      return `keep at most ${first}${unit}`;
    case 'above':
    case 'below':
      return `keep ${measure.kind} ${first}${unit}`;
    case 'between':
      return `keep between ${first} and ${second ?? first}${unit}`;
    case 'change-percent':
    case 'change-by':
      return second === undefined ? `from ? by ${first}${unit}` : `from ${first}${unit} by ${second}`;
    case 'factor':
      return `from ${second === undefined ? '?' : `${first}${unit}`} by ${percentOfFactor(measure)}`;
  }
}

/** 3x as much is 200% more; a third is 67% less. */
function percentOfFactor({ numbers, direction }: TitleMeasure): string {
  const factor = numbers.at(-1) ?? 1;
  const times = direction === 'cut' && factor > 1 ? 1 / factor : factor;
  return `${writtenNumber(Math.round((times - 1) * 1000) / 10)}%`;
}
