/** For `data`: the files of the workspace that look like data, as paths from this file, and the columns that they have. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Column } from '../../data/columns.ts';
import { pathTo } from '../../data/locate.ts';
import type { Writing } from './arguments.ts';
import type { ItemData, Proposal } from './item.ts';
import type { LineWord } from './line.ts';

/** JSON files that every repository has, and none of them holds values. */
const SETTINGS =
  /(?:^|\/)(?:okr|package|package-lock|composer|deno|biome|tsconfig[^/]*|[^/]*\.(?:schema|config))\.json$/i;
const LONGEST_SAMPLE = 30;

/** The nearest first, and tables before JSON. */
export async function pathProposals({ context, place, state, asker }: Writing): Promise<Proposal[]> {
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

/** Columns of numbers first; for the dates, those that hold some. */
export async function columnProposals({ context, place, state, asker }: Writing): Promise<Proposal[]> {
  const { before, word } = state;
  const path = (before[0] as LineWord).text.replace(/^"|"$/g, '');
  const found = context.workspace.data.locate(place.file.uri, path);
  if ('code' in found || asker.data === undefined) return [];
  const file = await asker.data.read(found.uri);
  if (!('text' in file)) return [];
  const { columnsOf } = await import('../../data/columns.ts');
  const wantsDates = before.at(-1)?.text === 'date';
  const rank = ({ holds }: Column) =>
    (wantsDates ? ['date', 'text', 'number'] : ['number', 'text', 'date']).indexOf(holds);
  return columnsOf(found.name, file.text)
    .filter(({ name }) => name !== '' && !/["\r\n]/.test(name))
    .sort((a, b) => rank(a) - rank(b))
    .map(({ name, samples }) => ({
      ...asWritten(name, word, ''),
      kind: CompletionItemKind.Field,
      description: samples.slice(0, 2).map(short).join(', '),
      data: { about: 'word', name: wantsDates ? 'date' : 'column' } satisfies ItemData,
    }));
}

const short = (sample: string) =>
  sample.length > LONGEST_SAMPLE ? `${sample.slice(0, LONGEST_SAMPLE - 1).replace(/[\ud800-\udbff]$/, '')}…` : sample;

/** In quotes where it is no single word, or would be read as something else. */
function asWritten(name: string, word: LineWord, rest: string): Pick<Proposal, 'label' | 'text' | 'insteadOfLabel'> {
  const isPlain = /^(?:\.{1,2}\/|[\p{L}_])[\p{L}\p{N}_./-]*$/u.test(name);
  const text = isPlain ? name : `"${name}"`;
  return {
    label: name,
    text: text + rest,
    ...(word.text.startsWith('"') ? { insteadOfLabel: `"${name}"` } : {}),
  };
}
