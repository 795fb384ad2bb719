/** What a file, a folder, a ZIP or standard input holds, by its ending, else by its content. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { ImportInput } from '../../core/import/import.ts';
import type { ParsedFile } from '../../core/import/json.ts';
import { markdownOutline } from '../../core/import/markdown.ts';
import { formatOfText } from '../../core/import/sniff.ts';
import { decodeText } from '../../disk/decode.ts';
import { UsageError } from '../usage.ts';
import type { SourceFormat } from './source-formats.ts';
import { sheetRows } from './spreadsheet.ts';
import { unzip } from './unzip.ts';

export interface InputRead {
  readonly input: ImportInput;
  /** What was passed over, with why. */
  readonly passedOver: readonly { readonly place: string; readonly what: string; readonly why: string }[];
}

const SIBLINGS = /period|team|user|people|check|objective|okr|goal/i;

/** @throws UsageError where it cannot be read */
export async function readPath(path: string, format: SourceFormat | undefined): Promise<InputRead> {
  if (statSync(path).isDirectory()) return objects(jsonFilesIn(path), format);
  const bytes = readFileSync(path);
  if (/\.json$/i.test(path) && format !== 'json') {
    const siblings = readdirSync(dirname(path)).filter(name => /\.json$/i.test(name) && SIBLINGS.test(name));
    // One file of an export that is there as several.
    if (siblings.length > 1 && SIBLINGS.test(basename(path)) && siblings.some(name => /period|check/i.test(name)))
      return objects(new Map(siblings.map(name => [name, readFileSync(join(dirname(path), name))])), format);
  }
  return readBytes(basename(path), bytes, format);
}

/** @param name of the file; `-` is standard input */
export async function readBytes(name: string, bytes: Uint8Array, format: SourceFormat | undefined): Promise<InputRead> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const ending = extname(name).toLowerCase();
  if (isZip && ending !== '.zip') {
    const { rows, others } = await sheetRows(bytes);
    const passedOver = others.map(each => ({
      place: `sheet “${each}”`,
      what: 'All of it',
      why: 'one sheet is read at a time: save it as a file of its own',
    }));
    return { input: { format: 'rows', rows }, passedOver };
  }
  if (isZip || ending === '.zip') return fromZip(bytes, format);
  if (ending === '.xlsx') throw new UsageError('It is no XLSX file: save it again as XLSX, or as CSV');
  if (ending === '.xls') throw new UsageError('The old format of Excel is not read: save it as XLSX or CSV');
  return fromText(name, textOf(bytes, name), format);
}

async function fromText(name: string, text: string, format: SourceFormat | undefined): Promise<InputRead> {
  const only = (input: ImportInput): InputRead => ({ input, passedOver: [] });
  switch (format === undefined || format === 'viva' ? formatOfText(name, text) : format) {
    case 'csv':
      return only({ format: 'csv', name, text });
    case 'markdown':
      return only({ format: 'outline', entries: markdownOutline(text) });
    case 'json':
      return only({ format: 'objects', files: [parsed(name, text)], isViva: format === 'viva' });
    case 'yaml':
      return only({ format: 'objects', files: [{ name, content: await yaml(text) }], isViva: false });
    case 'text':
      return only({ format: 'text', text });
  }
}

async function yaml(text: string): Promise<unknown> {
  // yaml: the one that keeps to YAML 1.2, where `no` is a word; it limits aliases, and makes no objects of its own.
  const { parse } = await import('yaml');
  try {
    return parse(text, { maxAliasCount: 100 });
  } catch (error) {
    throw new UsageError(`It is no YAML: ${(error as Error).message.split('\n')[0]}`);
  }
}

function fromZip(bytes: Uint8Array, format: SourceFormat | undefined): InputRead {
  const files = unzip(bytes, name => /\.(?:json|csv)$/i.test(name) && !/(?:^|\/)(?:__MACOSX|\.)/.test(name));
  const json = new Map([...files].filter(([name]) => /\.json$/i.test(name)));
  const passedOver = (names: readonly string[]) =>
    names.map(name => ({ place: name, what: 'All of it', why: 'the other files of the ZIP say the same, or more' }));
  if (json.size > 0) {
    const others = [...files.keys()].filter(name => !json.has(name));
    return { ...objects(json, format), passedOver: passedOver(others) };
  }
  const [first, ...rest] = files;
  if (first === undefined) throw new UsageError('There is no JSON or CSV file in it');
  const [name, content] = first;
  return {
    input: { format: 'csv', name, text: textOf(content, name) },
    passedOver: passedOver(rest.map(([other]) => other)),
  };
}

function jsonFilesIn(folder: string): Map<string, Uint8Array> {
  const names = readdirSync(folder).filter(name => /\.json$/i.test(name) && name !== 'okr.json');
  if (names.length === 0)
    throw new UsageError('There is no JSON file in this folder: name a file, or the folder of an unpacked export');
  return new Map(names.sort().map(name => [name, readFileSync(join(folder, name))]));
}

function objects(files: ReadonlyMap<string, Uint8Array>, format: SourceFormat | undefined): InputRead {
  const all = [...files].map(([name, bytes]) => parsed(name, textOf(bytes, name)));
  return { input: { format: 'objects', files: all, isViva: format === 'viva' }, passedOver: [] };
}

function parsed(name: string, text: string): ParsedFile {
  try {
    return { name, content: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    throw new UsageError(`\`${name}\` is no JSON: ${(error as Error).message}`);
  }
}

function textOf(bytes: Uint8Array, name: string): string {
  const read = decodeText(bytes);
  if (!('text' in read)) throw new UsageError(`\`${name}\`: ${read.unreadable}`);
  if (read.text.trim() === '') throw new UsageError(`\`${name}\` is empty`);
  return read.text;
}
