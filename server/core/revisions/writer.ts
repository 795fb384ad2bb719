/** What words about differences are written with. */
import { dayInWords, fromIso } from '../calendar/day.ts';
import { formatNumber } from '../scores/value-text.ts';

export interface Writer {
  readonly today: string;
  /** A text from a file, as it may be shown. */
  readonly plain: (text: string) => string;
}

/** `14 Nov`, with its year where that is not this year. */
export function day(iso: string, { today }: Writer): string {
  return dayInWords(fromIso(iso) ?? 0, fromIso(today));
}

/** `1 check-in`, `3 check-ins` */
export function many(count: number, one: string): string {
  return `${formatNumber(count)} ${one}${count === 1 ? '' : 's'}`;
}

export function quoted(text: string, { plain }: Writer): string {
  return `“${plain(text)}”`;
}

/** `50 → 44 points`: what both end with is said once. */
export function arrow(from: string | null, to: string | null, plain: Writer['plain']): string {
  if (from === null) return plain(to ?? '');
  if (to === null) return `${plain(from)} taken out`;
  const unit = /(?<=\d) \S.*$/u.exec(to)?.[0] ?? '';
  const bare = unit !== '' && from.endsWith(unit) ? from.slice(0, -unit.length) : from;
  return `${plain(bare)} → ${plain(to)}`;
}
