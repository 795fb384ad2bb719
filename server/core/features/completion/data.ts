/** For `data`: the files of the workspace that look like data, as paths from this file, and the columns that they have. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Column } from '../../data/columns.ts';
import { pathTo } from '../../data/locate.ts';
import { canBeWritten, writtenName } from '../../data/written-name.ts';
import type { Writing } from './arguments.ts';
import type { ItemData, Proposal } from './item.ts';
import type { LineWord } from './line.ts';
import { wordProposal } from './words.ts';

/** JSON files that every repository has, and none of them holds values. */
const SETTINGS =
  /(?:^|\/)(?:okr|package|package-lock|composer|deno|biome|tsconfig[^/]*|[^/]*\.(?:schema|config))\.json$/i;
const LONGEST_SAMPLE = 30;
/** So many rows are looked at for the values of a column, and so many values are offered. */
const ROWS = 2000;
const MOST_VALUES = 100;

const AGGREGATIONS = ['last', 'sum', 'mean', 'min', 'max', 'count'];

/** `PATH column NAME date NAME where NAME = VALUE and NAME = VALUE decimal comma sum` */
export async function dataProposals(writing: Writing): Promise<readonly Proposal[]> {
  const { before } = writing.state;
  if (before.length === 0) return pathProposals(writing);
  const said = new Set<string>();
  let last = '';
  for (let at = 1; at < before.length; at++) {
    const { text: word } = before[at] as LineWord;
    const left = before.length - at - 1;
    if (word === 'where' || (word === 'and' && last === 'where')) {
      if (left === 0) return columnProposals(writing);
      if (left === 1) return ['=', '!='].map(wordProposal);
      if (left === 2) return valueProposals(writing, unquoted(before[at + 1] as LineWord));
      at += 3;
      last = 'where';
    } else {
      if (word === 'column' || word === 'date') {
        if (left === 0) return columnProposals(writing);
        at++;
      } else if (word === 'decimal' && left === 0) return [wordProposal('comma')];
      last = word;
    }
    said.add(last);
  }
  return nextWords(said, last).map(wordProposal);
}

/** What the line does not have yet; without a column the rows can be counted, and that is all. */
function nextWords(said: ReadonlySet<string>, last: string): readonly string[] {
  const isComplete = said.has('column') || said.has('count');
  const words = isComplete ? ['date', ...(last === 'where' ? ['and'] : ['where'])] : [];
  return [
    ...['column', ...words, ...(said.has('column') ? ['decimal comma'] : [])].filter(word => !said.has(word)),
    ...(AGGREGATIONS.some(word => said.has(word)) ? [] : said.has('column') ? AGGREGATIONS : ['count']),
  ].filter(word => word !== 'decimal comma' || !said.has('comma'));
}

const unquoted = ({ text }: LineWord) => text.replace(/^"|"$/g, '');

/** The nearest first, and tables before JSON. */
async function pathProposals({ context, place, state, asker }: Writing): Promise<Proposal[]> {
  const uris = (await asker.data?.list()) ?? [];
  const { data } = context.workspace;
  const { uri: file } = place.file;
  const paths = uris.flatMap(uri => {
    const path = SETTINGS.test(uri) ? undefined : pathTo(file, uri);
    // What this line could not say, it does not offer.
    const found = path === undefined || path.includes('"') ? undefined : data.locate(file, path);
    return path === undefined || found === undefined || 'code' in found ? [] : [path];
  });
  const isLast = place.line.slice(state.word.end).trim() === '';
  return paths
    .map(path => ({ path, far: farness(path) }))
    .sort((a, b) => a.far - b.far || (a.path < b.path ? -1 : 1))
    .map(({ path }) => ({
      ...asWritten(path, state.word, isLast ? ' column ' : ''),
      kind: CompletionItemKind.File,
      data: { about: 'nothing', goesOn: isLast },
    }));
}

function farness(path: string): number {
  const steps = path.split('/');
  const up = steps.filter(step => step === '..').length;
  return (/\.json$/i.test(path) ? 1000 : 0) + up * 50 + steps.length;
}

/** Columns of numbers first; for the dates, those that hold some; for a condition, those of texts. */
async function columnProposals(writing: Writing): Promise<Proposal[]> {
  const { before, word } = writing.state;
  const last = before.at(-1)?.text ?? '';
  const order = ORDERS[last] ?? ['text', 'number', 'date'];
  const rank = ({ holds }: Column) => order.indexOf(holds);
  const columns = await columnsIn(writing);
  return columns
    .filter(({ name }) => canBeWritten(name))
    .sort((a, b) => rank(a) - rank(b))
    .map(({ name, samples }) => ({
      ...asWritten(name, word, ''),
      kind: CompletionItemKind.Field,
      description: [...new Set(samples)].slice(0, 2).map(short).join(', '),
      data: { about: 'word', name: last === 'and' ? 'where' : last } satisfies ItemData,
    }));
}

const ORDERS: Readonly<Record<string, readonly Column['holds'][]>> = {
  column: ['number', 'text', 'date'],
  date: ['date', 'text', 'number'],
};

/** The values of a column, as far as they are seen at the beginning of the file. */
async function valueProposals(writing: Writing, column: string): Promise<Proposal[]> {
  const columns = await columnsIn(writing, ROWS);
  const values = new Set(columns.find(({ name }) => name === column)?.samples);
  return [...values]
    .filter(canBeWritten)
    .sort()
    .slice(0, MOST_VALUES)
    .map(value => ({
      ...asWritten(value, writing.state.word, ''),
      kind: CompletionItemKind.Value,
      data: { about: 'word', name: 'where' } satisfies ItemData,
    }));
}

async function columnsIn({ context, place, state, asker }: Writing, most?: number): Promise<Column[]> {
  const path = unquoted(state.before[0] as LineWord);
  const found = context.workspace.data.locate(place.file.uri, path);
  if ('code' in found || asker.data === undefined) return [];
  const file = await asker.data.read(found.uri);
  const { beginningOf, columnsOf } = await import('../../data/columns.ts');
  return columnsOf(found.name, beginningOf(file), most);
}

const short = (sample: string) =>
  sample.length > LONGEST_SAMPLE ? `${sample.slice(0, LONGEST_SAMPLE - 1).replace(/[\ud800-\udbff]$/, '')}…` : sample;

function asWritten(name: string, word: LineWord, rest: string): Pick<Proposal, 'label' | 'text' | 'insteadOfLabel'> {
  return {
    label: name,
    text: writtenName(name) + rest,
    ...(word.text.startsWith('"') ? { insteadOfLabel: `"${name}"` } : {}),
  };
}
