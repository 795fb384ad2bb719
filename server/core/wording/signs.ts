/**
 * The sign of each shape, wherever there is nothing but text: in the editor, on a terminal, in Markdown. Each is one
 * column wide there, and no font draws it as a picture.
 */
import type { Shape, Standing } from './standing.ts';

export const SIGNS: Readonly<Record<Shape, string>> = {
  check: '✓',
  warning: '▲',
  cross: '✗',
  barred: '⊘',
  dashed: '○',
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

/** `▲ at risk`: a sign and a word, so that neither has to do alone. */
export function signed({ shape, word }: Pick<Standing, 'shape' | 'word'>): string {
  return `${SIGNS[shape]} ${word}`;
}
