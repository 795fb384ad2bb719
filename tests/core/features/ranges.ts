/** Ranges that tests compare. */
import type { Position, Range } from 'vscode-languageserver-types';

export function isAfter(a: Position, b: Position): boolean {
  return a.line > b.line || (a.line === b.line && a.character > b.character);
}
export function isIn(inner: Range, outer: Range): boolean {
  return !isAfter(outer.start, inner.start) && !isAfter(inner.end, outer.end);
}
