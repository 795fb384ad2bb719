/** Which format a text has: by the ending of its file, else by how it begins. */

import { fieldNamed } from './columns.ts';
import { delimitedTable } from './delimited.ts';
import { ImportProblem } from './source.ts';

export type TextFormat = 'csv' | 'markdown' | 'json' | 'yaml' | 'text';

const byEnding: readonly [RegExp, TextFormat][] = [
  [/\.(?:csv|tsv|tab)$/i, 'csv'],
  [/\.(?:md|markdown|mdown|mdx)$/i, 'markdown'],
  [/\.json$/i, 'json'],
  [/\.ya?ml$/i, 'yaml'],
];

export function formatOfText(name: string, text: string): TextFormat {
  const known = byEnding.find(([ending]) => ending.test(name))?.[1];
  if (known !== undefined) return known;
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (/^[[{]/.test(start)) return 'json';
  if (/^(?:#{1,6}\s|\|.*\|\s*$)/m.test(start)) return 'markdown';
  return hasColumns(start) ? 'csv' : 'text';
}

function hasColumns(text: string): boolean {
  try {
    return delimitedTable('', text).headers.filter(header => fieldNamed(header) !== undefined).length > 1;
  } catch (error) {
    if (error instanceof ImportProblem) return false;
    throw error;
  }
}
