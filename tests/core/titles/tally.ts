/** Precision and recall of the reader on labelled titles, as a table a person can check. */
import { measureText, readTitle } from '../../../server/core/titles/reader.ts';
import type { Reads } from '../../../server/core/titles/reading.ts';
import type { LabelledTitle } from './labelled-titles.ts';
import { sameMeasure } from './measure-comparison.ts';

export interface Share {
  readonly right: number;
  readonly of: number;
}

export interface Tally {
  readonly precision: ReadonlyMap<Reads, Share>;
  readonly recall: ReadonlyMap<Reads, Share>;
  readonly measures: Share;
  /** One line for each title read otherwise than labelled. */
  readonly differences: readonly string[];
  readonly absoluteReadAsNone: readonly string[];
}

const READS: readonly Reads[] = ['none', 'absolute', 'relative', 'compound'];

export function tallyOf(titles: readonly LabelledTitle[]): Tally {
  const read = titles.map(label => ({ label, reading: readTitle(label.title) }));
  const agree = (reads: Reads) =>
    read.filter(({ label, reading }) => label.reads === reads && reading.reads === reads).length;
  const precision = new Map(
    READS.map(r => [r, { right: agree(r), of: read.filter(x => x.reading.reads === r).length }]),
  );
  const recall = new Map(READS.map(r => [r, { right: agree(r), of: read.filter(x => x.label.reads === r).length }]));
  const measured = read.filter(({ label }) => label.measure !== undefined);
  const wrong = measured.filter(({ label, reading }) => !sameMeasure(measureText(reading), label.measure ?? ''));
  const otherwise = read.filter(({ label, reading }) => label.reads !== reading.reads);
  const differences = [...new Set([...otherwise, ...wrong])].map(({ label, reading }) => {
    const expected = `${label.reads} ${label.measure ?? ''}`.trim();
    return `${label.title}: ${reading.reads} ${measureText(reading) ?? ''}, not ${expected}`;
  });
  return {
    precision,
    recall,
    measures: { right: measured.length - wrong.length, of: measured.length },
    differences,
    absoluteReadAsNone: otherwise
      .filter(({ label, reading }) => label.reads === 'absolute' && reading.reads === 'none')
      .map(({ label }) => label.title),
  };
}

export function ratio({ right, of }: Share): number {
  return of === 0 ? 1 : right / of;
}

export function tableOf(name: string, tally: Tally): string {
  const cell = (share: Share | undefined) =>
    share ? `${share.right}/${share.of} ${Math.round(ratio(share) * 100)}%`.padStart(14) : '';
  const rows = READS.map(r => `  ${r.padEnd(10)}${cell(tally.precision.get(r))}${cell(tally.recall.get(r))}`);
  return [`  ${name.padEnd(10)}     precision        recall`, ...rows, `  measures  ${cell(tally.measures)}`].join(
    '\n',
  );
}
