/** How figures look on a terminal: whatever has a colour has its word as well. */
import type { KeyResultReport, ObjectiveReport } from '../../core/reports/report.ts';
import { signed } from '../../core/wording/signs.ts';
import { isUnmeasured, type Standing, standingOf, type Tone } from '../../core/wording/standing.ts';
import type { Colours } from '../terminal/colours.ts';
import { printable } from '../terminal/printable.ts';

/** How something stands, as a sign with its word, and a tone. */
export interface Mark {
  /** `✓ on track` */
  readonly text: string;
  readonly tone: Tone;
}

export function mark(standing: Standing): Mark {
  return { text: signed(standing), tone: standing.tone };
}

/** What nobody could notice when it came true is not just pending. */
export function goalMark(goal: ObjectiveReport | KeyResultReport): Mark {
  const isUnknown = 'measure' in goal && isUnmeasured(goal);
  return isUnknown ? { text: '? no measure', tone: 'warn' } : mark(standingOf(goal));
}

export function painted({ text, tone }: Mark, colours: Colours, before = ''): string {
  return paint(tone, colours)(before + text);
}

export function paint(tone: Tone, colours: Colours): (text: string) => string {
  return { good: colours.green, warn: colours.yellow, bad: colours.red, quiet: colours.dim }[tone];
}

/** Words of the views as a terminal shows them: nothing breaks lines there, and nothing may steer it. */
export function plain(text: string): string {
  return printable(text.replaceAll('\u00a0', ' '));
}
