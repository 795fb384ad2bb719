/** What a `data` line takes, as tests write it down: only what is not as usual. */
import { DataFiles } from '../../../server/core/data/data-files.ts';
import { fileOf, readAtOnce, readNow } from '../../../server/core/data/read.ts';
import type { DataSource } from '../../../server/core/model/elements.ts';

export function sourceOf(path: string, column: string | undefined, more: Partial<DataSource> = {}): DataSource {
  return { path, column, dateColumn: undefined, where: [], decimalComma: false, aggregation: 'last', ...more };
}

/** What a file says to a line. @param pieces its text, as it comes */
export function seriesOf(pieces: string | readonly string[], source: DataSource) {
  const files = new DataFiles('file:///w');
  if (typeof pieces === 'string') readAtOnce(files, () => fileOf(pieces));
  else {
    files.onWanted = () => {
      for (const wanted of files.takeWanted()) readNow(files, wanted, { pieces });
    };
  }
  const series = files.series('file:///w/a.okr', source);
  if (series === 'loading') throw new Error('it was not read');
  return series;
}
