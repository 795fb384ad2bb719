/** Titles with what a careful reader makes of them: the published ones, and those written for this test. */
import { readFileSync } from 'node:fs';
import type { Reads } from '../../../server/core/titles/reading.ts';

export interface LabelledTitle {
  readonly title: string;
  readonly reads: Reads | 'ambiguous';
  readonly measure: string | undefined;
}

function textOf(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

interface CorpusLine {
  readonly text: string;
  readonly reads: LabelledTitle['reads'];
  readonly measure: string | null;
}

/** Without those on which careful readers differ. */
export function publishedTitles(): LabelledTitle[] {
  const lines = textOf('corpus/published-key-results.jsonl').trim().split('\n');
  return lines
    .map(line => JSON.parse(line) as CorpusLine)
    .map(({ text, reads, measure }) => ({ title: text, reads, measure: measure ?? undefined }))
    .filter(({ reads }) => reads !== 'ambiguous');
}

/** Rows of `reads | measure | title`. */
export function everydayTitles(): LabelledTitle[] {
  const rows = textOf('everyday-titles.txt')
    .split('\n')
    .filter(row => row !== '' && !row.startsWith('#'));
  return rows.map(row => {
    const [reads = '', measure = '', ...title] = row.split('|').map(cell => cell.trim());
    return { title: title.join('|'), reads: reads as Reads, measure: measure || undefined };
  });
}
