import { printableJson } from '../terminal/printable.ts';
import type { Found } from './findings.ts';

/** An array of findings: files relative to where it ran, lines and columns from 1, columns in UTF-16 units. */
export function jsonReport(found: readonly Found[], named: (path: string) => string): string {
  const items = found.map(({ path, range: { start, end }, rule, severity, message }) => ({
    file: named(path),
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    rule,
    severity,
    message,
  }));
  return `${printableJson(JSON.stringify(items, null, 2))}\n`;
}
