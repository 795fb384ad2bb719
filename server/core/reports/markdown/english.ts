/** Numbers, lists and time in English sentences. */
import { longDay } from '../../wording/words.ts';

const SMALL = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** `three`, `13`; `no` for none. */
export function inWords(many: number): string {
  return SMALL[many] ?? String(many);
}

/** `one key result`, `three key results`, `no key results` */
export function counted(many: number, one: string): string {
  return `${inWords(many)} ${plural(many, one)}`;
}

export function plural(many: number, one: string): string {
  return many === 1 ? one : `${one}s`;
}

/** `is` or `are` */
export function are(many: number): string {
  return many === 1 ? 'is' : 'are';
}

export function were(many: number): string {
  return many === 1 ? 'was' : 'were';
}

/** `a`, `a and b`, `a, b and c` */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `six weeks`, `twelve days`, `four months`: as exact as one says it. */
export function timeInWords(days: number): string {
  if (days < 21) return counted(days, 'day');
  if (days < 120) return counted(Math.round(days / 7), 'week');
  return counted(Math.round(days / 30.44), 'month');
}

/** `14 November`, with its year where that is not this year. */
export function on(iso: string, today: string): string {
  return longDay(iso, today).replaceAll('\u00a0', ' ');
}

/** `in October`, with its year where that is not this year. */
export function inMonth(iso: string, today: string): string {
  return `in ${on(iso, today).replace(/^\d+ /, '')}`;
}
