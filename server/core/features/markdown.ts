/**
 * Markdown for hovers and completion. Whatever comes from a file goes through `plain` or `code`: it is shown as it is
 * written and does nothing, be it a link, an image, HTML or a command.
 */
import { halfUp } from '../scores/rounding.ts';
import { reaches } from '../scores/tolerance.ts';
import { oneLine } from '../wording/one-line.ts';

export { oneLine };

/** A text from a file, on one line, as Markdown that shows just this text. */
export function plain(text: string): string {
  return escaped(oneLine(text));
}

/** A line, or a part of one, with nothing in it that Markdown reads as more than a text. */
export function escaped(line: string): string {
  return line
    .replace(/[\\`*_[\]<&|~]/g, '\\$&')
    .replace(/^(?:>|[-+](?=\s|$)|#+(?=\s|$)|:?-[-\s]*(?::|$)|=+$)/, '\\$&')
    .replace(/^(\d+)(?=[.)](?:\s|$))/, '$1\\')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/(?<=www)\./gi, '\\.')
    .replace(/(?<=[\w.!#$%&'*+/=?^`{|}~-])@/g, '\\@')
    .replace(/\$(?=\()/g, '\\$');
}

/** A name or a line of the language, in code. */
export function code(text: string): string {
  const shown = oneLine(text).replace(/[`|]/g, '');
  return shown === '' ? '' : `\`${shown}\``;
}

/** A share as a bar of ten: `▰▰▰▰▰▰▱▱▱▱`. Full only for 1, empty only below half a step. */
export function bar(share: number): string {
  const full = reaches(share, 1) ? 10 : Math.max(0, Math.min(9, halfUp(share * 10, 0)));
  return '▰'.repeat(full) + '▱'.repeat(10 - full);
}

/** `- **Owner** @ana` for each pair that has a text. */
export function facts(pairs: readonly (readonly [label: string, text: string | undefined])[]): string {
  return pairs
    .flatMap(([label, text]) => (text === undefined || text === '' ? [] : `- **${label}** ${text}`))
    .join('\n');
}

/** Paragraphs, lists and tables below each other; those that are empty are left out. */
export function blocks(...parts: readonly (string | undefined)[]): string {
  return parts.filter(part => part !== undefined && part !== '').join('\n\n');
}

/** @param columns headings, those of numbers with a `>` in front */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const headings = columns.map(column => column.replace(/^>/, ''));
  const rule = columns.map(column => (column.startsWith('>') ? '--:' : ':--'));
  return [headings, rule, ...rows].map(line).join('\n');
}

/** The first few of a list, and how many more there are. */
export function few(items: readonly string[], most: number, separator = ', '): string {
  const shown = items.slice(0, most).join(separator);
  return items.length > most ? `${shown}${separator}and ${items.length - most} more` : shown;
}
