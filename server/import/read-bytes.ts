/** What a file, or a text without one, holds: by its ending, else by its content. */
import { columnsIn } from '../core/import/delimited.ts';
import type { ImportInput } from '../core/import/import.ts';
import type { ParsedFile } from '../core/import/json.ts';
import { markdownOutline } from '../core/import/markdown.ts';
import { formatOfText } from '../core/import/sniff.ts';
import { ImportProblem, type Remark } from '../core/import/source.ts';
import { decodeText } from '../disk/decode.ts';
import { readSheets } from './sheets.ts';
import type { SourceFormat } from './source-formats.ts';
import { unzip } from './unzip.ts';
import { parseYaml } from './yaml.ts';

export interface InputRead {
  readonly input: ImportInput;
  /** What was passed over, with why. */
  readonly passedOver: readonly Remark[];
}

/** @param name of the file @throws ImportProblem where it cannot be read */
export async function readBytes(name: string, bytes: Uint8Array, format?: SourceFormat): Promise<InputRead> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const [ending = ''] = /\.[^./\\]+$/.exec(name.toLowerCase()) ?? [];
  if (isZip && ending !== '.zip') return fromWorkbook(bytes);
  if (isZip || ending === '.zip') return fromZip(bytes, format);
  if (ending === '.xlsx') throw new ImportProblem('It is no XLSX file: save it again as XLSX, or as CSV');
  if (ending === '.xls') throw new ImportProblem('The old format of Excel is not read: save it as XLSX or CSV');
  return readText(name, textOf(bytes, name), format);
}

/** The JSON files of one export. @throws ImportProblem where one of them cannot be read */
export function readTogether(files: ReadonlyMap<string, Uint8Array>, format?: SourceFormat): InputRead {
  const all = [...files].map(([name, bytes]) => parsed(name, textOf(bytes, name)));
  return { input: { format: 'objects', files: all, isViva: format === 'viva' }, passedOver: [] };
}

/** @param name of the file; empty for what was copied @throws ImportProblem where it cannot be read */
export function readText(name: string, text: string, format?: SourceFormat): InputRead {
  const only = (input: ImportInput): InputRead => ({ input, passedOver: [] });
  switch (format === undefined || format === 'viva' ? formatOfText(name, text) : format) {
    case 'csv':
      return only({ format: 'csv', name, text });
    case 'markdown':
      return only({ format: 'outline', entries: markdownOutline(text) });
    case 'json':
      return only({ format: 'objects', files: [parsed(name, text)], isViva: format === 'viva' });
    case 'yaml':
      return only({ format: 'objects', files: [{ name, content: parseYaml(text) }], isViva: false });
    case 'text':
      return only({ format: 'text', text });
  }
}

/** The sheet with the most columns that are known. */
async function fromWorkbook(bytes: Uint8Array): Promise<InputRead> {
  const [best, ...others] = (await readSheets(bytes))
    .filter(({ rows }) => rows.length > 0)
    .map(sheet => ({ ...sheet, ...columnsIn(sheet.rows) }))
    .sort((a, b) => b.known - a.known || b.named - a.named);
  if (best === undefined) throw new ImportProblem('It has no sheet with anything in it');
  const passedOver = others.map(({ name }) => ({
    place: `sheet “${name}”`,
    what: 'All of it',
    why: 'one sheet is read at a time: save it as a file of its own',
  }));
  return { input: { format: 'rows', rows: best.rows }, passedOver };
}

function fromZip(bytes: Uint8Array, format: SourceFormat | undefined): InputRead {
  const files = unzip(bytes, name => /\.(?:json|csv)$/i.test(name) && !/(?:^|\/)(?:__MACOSX\/|\.[^./])/.test(name));
  const json = new Map([...files].filter(([name]) => /\.json$/i.test(name)));
  const passedOver = (names: readonly string[]) =>
    names.map(name => ({ place: name, what: 'All of it', why: 'the other files of the ZIP say the same, or more' }));
  if (json.size > 0) {
    const others = [...files.keys()].filter(name => !json.has(name));
    return { ...readTogether(json, format), passedOver: passedOver(others) };
  }
  const [first, ...rest] = files;
  if (first === undefined) throw new ImportProblem('There is no JSON or CSV file in it');
  const [name, content] = first;
  return {
    input: { format: 'csv', name, text: textOf(content, name) },
    passedOver: passedOver(rest.map(([other]) => other)),
  };
}

function parsed(name: string, text: string): ParsedFile {
  try {
    return { name, content: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    throw new ImportProblem(`${named(name)} is no JSON: ${(error as Error).message}`);
  }
}

function textOf(bytes: Uint8Array, name: string): string {
  const read = decodeText(bytes);
  if (!('text' in read)) throw new ImportProblem(`${named(name)}: ${read.unreadable}`);
  if (read.text.trim() === '') throw new ImportProblem(`${named(name)} is empty`);
  return read.text;
}

function named(name: string): string {
  return name === '' ? 'It' : `\`${name}\``;
}
