/** The target on a day: the measure's own, or what the newest `target` line up to then says. */
import type { Day, FromToMeasure, Measure, TargetChange } from '../model/elements.ts';
import { asksLess } from './hold.ts';
import { newest } from './series.ts';
import { exceeds } from './tolerance.ts';

/** The measure with the target, or the line to hold, that is in force on a day. */
export function measureOn<Any extends Measure>(measure: Any, targets: readonly TargetChange[], day: Day): Any;
export function measureOn(measure: Measure, targets: readonly TargetChange[], day: Day): Measure {
  switch (measure.kind) {
    case 'from-to': {
      const to = newest(
        targets.filter(target => target.to !== undefined),
        day,
      )?.to;
      return to === undefined ? measure : { ...measure, to };
    }
    case 'keep': {
      const hold = newest(
        targets.filter(target => target.hold !== undefined),
        day,
      )?.hold;
      return hold === undefined ? measure : { ...measure, hold };
    }
    case 'milestones':
      return measure;
  }
}

/** True where the measure in force asks less than it did at first. */
export function isLowered(first: Measure, now: Measure): boolean {
  if (first.kind === 'keep' && now.kind === 'keep') return asksLess(now.hold, first.hold);
  return first.kind === 'from-to' && now.kind === 'from-to' && exceeds(1, reach(first, now));
}

/** How far the target now goes, as a share of the first one's way; 1 where that is not known. */
function reach({ from, to }: FromToMeasure, now: FromToMeasure): number {
  return from === null || to === null || now.to === null || from === to ? 1 : (now.to - from) / (to - from);
}
