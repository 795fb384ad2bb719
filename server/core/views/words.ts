/**
 * Numbers and days as people read them. A minus is a minus sign, thousands have commas as in the language itself, and a
 * number keeps to its unit (no line break between them).
 */
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const NO_BREAK = '\u00a0';
const DAY = 86_400_000;

/** `36`, `1,200`, `0.45`, `1.25M`: at most two decimals, half up. */
export function number(value: number): string {
  const size = Math.abs(value);
  const [divisor, letter] = size >= 1e9 ? [1e9, 'B'] : size >= 1e6 ? [1e6, 'M'] : [1, ''];
  const [whole = '0', decimals = ''] = (Math.floor((size / divisor) * 100 + 0.5 + 1e-9) / 100).toFixed(2).split('.');
  const fraction = decimals.replace(/0+$/, '');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction && `.${fraction}`);
  return (value < 0 && digits !== '0' ? '−' : '') + digits + letter;
}

/** `41 points`, `65 %`, `$1.2M`, `5x`. `bare` leaves out a unit that another number beside it has already. */
export function quantity(value: number, unit: string, bare = false): string {
  const digits = number(value);
  if (unit === '') return digits;
  if (/^\p{Sc}$/u.test(unit)) return digits.startsWith('−') ? `−${unit}${digits.slice(1)}` : unit + digits;
  if (bare) return digits;
  return unit === 'x' ? `${digits}x` : `${digits}${NO_BREAK}${unit}`;
}

/** `0.35`: two decimals, half up, and never up to 1.00. */
export function score(value: number): string {
  const rounded = Math.floor(value * 100 + 0.5 + 1e-9) / 100;
  return (value < 1 - 1e-9 && rounded >= 1 ? 0.99 : rounded).toFixed(2).replace('-', '−');
}

/** `56 %`, never up to 100 %. */
export function percent(share: number): string {
  const rounded = Math.floor(share * 100 + 0.5 + 1e-9);
  return `${number(share < 1 - 1e-9 && rounded >= 100 ? 99 : rounded)}${NO_BREAK}%`;
}

/** A confidence as it is asked for, of ten: `7`, `6.5`. */
export function ofTen(share: number): string {
  return number(Math.floor(share * 100 + 0.5 + 1e-9) / 10);
}

/** `14 Nov`, with its year where that is not this year. */
export function day(iso: string, today: string): string {
  const [year, month, date] = parts(iso);
  const name = (MONTHS[month - 1] ?? '').slice(0, 3);
  return `${date}${NO_BREAK}${name}${year === parts(today)[0] ? '' : `${NO_BREAK}${year}`}`;
}

/** `14 November`, with its year where that is not this year. */
export function longDay(iso: string, today: string): string {
  const [year, month, date] = parts(iso);
  return `${date}${NO_BREAK}${MONTHS[month - 1]}${year === parts(today)[0] ? '' : ` ${year}`}`;
}

/** `21 November 2026` */
export function fullDay(iso: string): string {
  return longDay(iso, '');
}

/** Whole days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return (time(to) - time(from)) / DAY;
}

/** The first days of the months strictly between two dates, as ISO 8601. */
export function monthsBetween(start: string, end: string): string[] {
  const days: string[] = [];
  let [year, month] = parts(start);
  for (;;) {
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
    const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
    if (first >= end) return days;
    days.push(first);
  }
}

/** `1 key result`, `3 key results` */
export function count(many: number, one: string, more = `${one}s`): string {
  return `${number(many)} ${many === 1 ? one : more}`;
}

/** `a`, `a and b`, `a, b and c` */
export function list(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function parts(iso: string): [year: number, month: number, day: number] {
  const [year = 0, month = 1, date = 1] = iso.split('-').map(Number);
  return [year, month, date];
}

function time(iso: string): number {
  const [year, month, date] = parts(iso);
  return Date.UTC(year, month - 1, date);
}
