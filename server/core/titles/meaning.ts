/** What a title is about, for comparing it with others: “Raise our NPS” and “Lift the NPS” are about the same. */
import { betterVerbs, cutVerbs, holdVerbs, raiseVerbs } from './tables/changes.ts';

const little = new Set(
  'a an the of in on at by to from for with and our your their my its per this that is are be will all'.split(' '),
);

/** Longer ones are no titles. */
const LONGEST = 500;

/** Equal for titles that mean the same; empty for one of hardly a word, which may mean anything. */
export function meaningOf(title: string): string {
  if (title.length > LONGEST) return '';
  const words = title.toLowerCase().match(/[\p{L}\p{N}%€$£]+(?:\.\d+)?/gu) ?? [];
  const telling = words.filter(word => !little.has(word));
  const [verb = ''] = telling;
  const way = wayOf(verb);
  const rest = (way === '' ? telling : telling.slice(1)).map(stem);
  return rest.length < 2 ? '' : [way, ...[...new Set(rest)].sort()].join(' ');
}

function wayOf(verb: string): string {
  if (cutVerbs.has(verb)) return '-';
  return raiseVerbs.has(verb) || betterVerbs.has(verb) ? '+' : holdVerbs.has(verb) ? '=' : '';
}

function stem(word: string): string {
  return word.length < 4 ? word : word.replace(/(?:ies|y)$/, 'i').replace(/(?:ing|ed|e?s|e)$/, '');
}
