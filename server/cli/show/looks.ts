/** How figures look on a terminal: whatever has a colour has its word as well. */
import type { Standing, Tone } from '../../core/views/standing.ts';
import type { Colours } from '../terminal/colours.ts';
import { printable } from '../terminal/printable.ts';

const SIGNS: Readonly<Record<Standing['shape'], string>> = {
  check: '✓',
  warning: '▲',
  cross: '✗',
  barred: '⊘',
  dashed: '◌',
  finish: '★',
  stop: '■',
  minus: '–',
  half: '◐',
  up: '↑',
  down: '↓',
  level: '→',
  target: '◎',
  silence: '…',
};

/** `✓ on track` */
export function standingWord({ shape, word }: Standing): string {
  return `${SIGNS[shape]} ${word}`;
}

export function paint(tone: Tone, colours: Colours): (text: string) => string {
  return { good: colours.green, warn: colours.yellow, bad: colours.red, quiet: colours.dim }[tone];
}

/** Words of the views as a terminal shows them: nothing breaks lines there, and nothing may steer it. */
export function plain(text: string): string {
  return printable(text.replaceAll('\u00a0', ' '));
}
