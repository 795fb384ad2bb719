/** Reads data files for those who asked: each once, however many lines take something of it. */
import type { DataSource } from '../model/elements.ts';
import type { Answer, DataFile, DataFiles, DataProblem, UnknownWord, Wanted } from './data-files.ts';
import { SeriesMaker, type TableProblem } from './series.ts';
import { readerFor, type TableReader } from './tables.ts';

/** Answers what is wanted of a file. @param pause awaited after each piece, so that others have their turn */
export async function read(
  files: DataFiles,
  wanted: Wanted,
  file: DataFile,
  pause: () => Promise<void>,
): Promise<void> {
  const reading = new FileReading(wanted);
  for (const _ of reading.steps(file)) await pause();
  reading.answer(files);
}

/** The same without a pause. */
export function readNow(files: DataFiles, wanted: Wanted, file: DataFile): void {
  const reading = new FileReading(wanted);
  for (const _ of reading.steps(file));
  reading.answer(files);
}

/** Answers at once whatever is asked from now on. @param fileOf what is in a file, by its URI */
export function readAtOnce(files: DataFiles, fileOf: (uri: string) => DataFile): void {
  files.onWanted = () => {
    for (const wanted of files.takeWanted()) readNow(files, wanted, fileOf(wanted.uri));
  };
}

/** A file that is one text. */
export function fileOf(text: string | undefined): DataFile {
  return text === undefined ? { unreadable: 'there is no such file' } : { pieces: [text] };
}

class FileReading {
  private readonly wanted: Wanted;
  private readonly makers: ReadonlyMap<string, SeriesMaker>;
  private readonly reader: TableReader;
  private isFirst = true;
  /** What is wrong with the file itself; or nothing is new. */
  private unreadable: string | undefined;
  private isKnown = false;
  private stamp: string | undefined;

  constructor(wanted: Wanted) {
    this.wanted = wanted;
    this.makers = new Map([...wanted.sources].map(([key, source]) => [key, new SeriesMaker(source)]));
    const makers = [...this.makers.values()];
    this.reader = readerFor(wanted.name, namesIn(wanted.sources.values()), {
      header(columns) {
        for (const maker of makers) maker.header(columns);
      },
      row(row) {
        for (const maker of makers) maker.row(row);
      },
    });
  }

  /** Takes one piece of the file a step. */
  *steps(file: DataFile): Generator<undefined> {
    if ('unreadable' in file) {
      this.unreadable = file.unreadable;
      return;
    }
    this.stamp = file.stamp;
    this.isKnown = file.stamp !== undefined && file.stamp === this.wanted.stamp;
    if (this.isKnown) return;
    try {
      for (const piece of file.pieces) {
        this.reader.push(this.isFirst ? piece.replace(/^\uFEFF/, '') : piece);
        if (piece !== '') this.isFirst = false;
        // The rest would change nothing.
        if (this.reader.problem !== undefined || [...this.makers.values()].every(maker => maker.problem !== undefined))
          break;
        yield;
      }
    } catch (error) {
      this.unreadable = error instanceof Error ? error.message : String(error);
    }
  }

  answer(files: DataFiles): void {
    const { wanted, stamp } = this;
    if (this.isKnown) files.answer(wanted, undefined, stamp);
    else files.answer(wanted, this.answers(), stamp);
  }

  private answers(): Map<string, Answer> {
    const { name } = this.wanted;
    const columns = this.unreadable === undefined ? this.reader.end() : [];
    return new Map(
      [...this.makers].map(([key, maker]): [string, Answer] => {
        if (this.unreadable !== undefined) return [key, unreadable(`\`${name}\` cannot be read: ${this.unreadable}`)];
        const series = 'wrong' in columns ? columns : maker.end(columns);
        return [key, 'wrong' in series ? unreadable(sentence(name, series), series.word) : series];
      }),
    );
  }
}

/** The columns that are asked for. */
function namesIn(sources: Iterable<DataSource>): string[] {
  const names = [...sources].flatMap(({ column, dateColumn, where }) => [
    column,
    dateColumn,
    ...where.map(each => each.column),
  ]);
  return [...new Set(names.filter(name => name !== undefined))];
}

function sentence(name: string, { where, wrong }: TableProblem): string {
  return `\`${name}\`${where === undefined ? '' : `, ${where}:`} ${wrong}`;
}

function unreadable(message: string, word?: UnknownWord): DataProblem {
  return { code: 'data-unreadable', message, ...(word && { word }) };
}
