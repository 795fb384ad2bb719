/** The places to fill in of a snippet, and the values that stand there first. */
import { inSnippet } from './item.ts';

/** A place to fill in, with what stands there first. */
export const stop = (number: number, text: string) => `\${${number}:${inSnippet(text)}}`;

/** One of several; without any, whatever is written. */
export function choice(number: number, words: readonly string[], otherwise = ''): string {
  const [only = otherwise] = words;
  if (words.length < 2) return stop(number, only);
  return `\${${number}|${words.map(word => word.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`;
}

/** A place for a number with its unit around it: `${1:41} points`, `€${1:41}`, `${1:41}%`. */
export function amount(number: number, value: number, unit: string): string {
  const place = stop(number, numberText(value));
  const [, sign = '', words = ''] = /^(\p{L}{0,2}\p{Sc})?(.*)$/u.exec(unit.trim()) ?? [];
  const blank = sign === '' && (words === '%' || words === 'x') ? '' : ' ';
  return inSnippet(sign) + place + (words === '' ? '' : blank + inSnippet(words.trim()));
}

/** As people write it in a file: no more digits than a sum of decimals has, and no exponent. */
export function numberText(value: number): string {
  const text = String(Number(value.toPrecision(12)));
  return /^-?\d+(?:\.\d+)?$/.test(text) ? text : '0';
}
