/** Reads the measures out of a key result's title, as a careful reader would. */
import { asidesOf } from './asides.ts';
import { candidatesOf } from './candidates.ts';
import { besides, chosen, withBaselines } from './choice.ts';
import { mentionsIn } from './mentions.ts';
import type { TitleReading } from './reading.ts';
import { tokensOf } from './tokens.ts';

export { deadlineIn } from './deadlines.ts';
export { measureText } from './measure-text.ts';
export type {
  DeadlinePoint,
  Direction,
  MeasureKind,
  Reads,
  Span,
  TitleDeadline,
  TitleMeasure,
  TitleReading,
} from './reading.ts';

/** Several rules ask for the same few titles, at every key that is pressed below them. */
const readings = new Map<string, TitleReading>();
const MOST_KEPT = 64;

/**
 * What there is to measure in a title: the number to reach or the line to hold (`absolute`), more or less of a number
 * that is not there (`relative`), several such (`compound`), or nothing (`none`). In doubt it finds a measure rather
 * than none. Linear in the length of the title.
 */
export function readTitle(title: string): TitleReading {
  let reading = readings.get(title);
  if (reading === undefined) {
    reading = read(title);
    if (readings.size === MOST_KEPT) readings.clear();
    readings.set(title, reading);
  }
  return reading;
}

function read(title: string): TitleReading {
  const tokens = tokensOf(title);
  const mentions = mentionsIn(tokens, asidesOf(tokens), title);
  const candidates = withBaselines(tokens, candidatesOf(tokens, mentions));
  const main = chosen(candidates);
  if (!main) return { reads: 'none', measures: [] };
  const others = besides(tokens, candidates, main);
  if (others.length > 0) {
    const measures = [main, ...others].sort((a, b) => a.mention.from - b.mention.from).map(({ measure }) => measure);
    return { reads: 'compound', measures };
  }
  return { reads: main.relative ? 'relative' : 'absolute', measures: [main.measure] };
}
