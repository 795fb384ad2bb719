/** Let go, or paused and taken up again. */
import type { Day, Pause } from '../model/elements.ts';
import { newest } from './series.ts';

/** Since when, and why, it is dropped today; undefined where it is not, or was resumed. */
export function droppedOn(pauses: readonly Pause[], today: Day): Pause | undefined {
  const pause = newest(pauses, today);
  return pause?.what === 'dropped' ? pause : undefined;
}
