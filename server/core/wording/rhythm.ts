/** How often, in words. */
import type { Rhythm } from '../model/elements.ts';
import { formatNumber } from '../scores/value-text.ts';

/** `every 2 weeks` */
export function rhythmInWords({ count, unit }: Rhythm): string {
  return count === 1 ? `every ${unit}` : `every ${formatNumber(count)} ${unit}s`;
}
