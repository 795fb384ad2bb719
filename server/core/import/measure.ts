/** The measure of a key result: from what the source says in fields, else from its title, by the coach's reader. */
import { measureLine } from '../titles/measure-line.ts';
import { readTitle, type TitleMeasure } from '../titles/reader.ts';
import { type Amount, amountOf, unitOf, withUnit } from './amounts.ts';
import { isSound } from './sound.ts';
import type { TextField } from './source.ts';

export interface MeasureRead {
  /** `from 32 to 50 points`; undefined where nothing is measured for certain. */
  readonly line: string | undefined;
  /** What its values are in; empty for none. */
  readonly unit: string;
  /** Whether it takes values at all. */
  readonly start: number | undefined;
  readonly target: number | undefined;
  /** Fields of which nothing could be made: they stay as words. */
  readonly unread: readonly TextField[];
}

type Fields = Readonly<Partial<Record<TextField, string>>>;

export function measureOf(title: string, fields: Fields): MeasureRead {
  const unread: TextField[] = [];
  const read = (field: 'start' | 'target'): Amount | undefined => {
    const text = fields[field] ?? '';
    const amount = text === '' ? undefined : amountOf(text);
    if (text !== '' && amount === undefined) unread.push(field);
    return amount;
  };
  const target = read('target');
  const start = read('start') ?? startInTitle(title, fields, target);
  const said = unitOf(fields.unit ?? '');
  const unit = said === '' ? unitOf(target?.unit || start?.unit || '') : said;
  const type = (fields.targetType ?? '')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
  const none = { start: undefined, target: undefined };
  for (const inUnit of unit === '' ? [''] : [unit, '']) {
    const line = lineFrom(type, start, target, inUnit);
    if (line === undefined || !isSound(line, 'kr')) continue;
    if (inUnit !== unit) unread.push('unit');
    if (line.startsWith('keep ') && start !== undefined) unread.push('start');
    return { line, unit: inUnit, start: start?.number, target: target?.number, unread };
  }
  if (/percent(?:age)?\W+(?:complete|done)|% (?:complete|done)/.test(type))
    return { line: 'from 0% to 100%', unit: '%', start: 0, target: 100, unread };
  const { measures } = readTitle(title);
  const [only] = measures;
  const line = only === undefined || measures.length > 1 ? undefined : measureLine(title, only);
  if (only === undefined || line === undefined || !isSound(line, 'kr'))
    return { line: undefined, unit, ...none, unread };
  return { line, unit: unitIn(only), ...numbersIn(only), unread };
}

/** The baseline that only the title says: `NPS from 32 to 50`, where the target is 50. */
function startInTitle(title: string, { start = '' }: Fields, target: Amount | undefined): Amount | undefined {
  if (start !== '' || target === undefined) return undefined;
  const [only, ...others] = readTitle(title).measures;
  if (only?.kind !== 'from-to' || others.length > 0 || only.numbers[1] !== target.number) return undefined;
  return amountOf(only.written[0] ?? '');
}

function lineFrom(
  type: string,
  start: Amount | undefined,
  target: Amount | undefined,
  unit: string,
): string | undefined {
  const [from, to] = [start, target].map(amount => (amount === undefined ? '?' : sided(amount.written, unit)));
  const ending = unit === '' || isTight(unit) || target === undefined ? '' : ` ${unit}`;
  const held = /below|at most|under|less than|maximum/.test(type)
    ? 'below'
    : /above|at least|over|more than|minimum/.test(type)
      ? 'above'
      : undefined;
  if (held !== undefined && target !== undefined) {
    const isStrict = /below|above|under|over|than/.test(type);
    const bound = isStrict ? held : held === 'below' ? 'at most' : 'at least';
    return `keep ${bound} ${withUnit(target.written, unit)}`;
  }
  if (/baseline/.test(type)) return `from ? to ?`;
  if (target !== undefined) return `from ${from} to ${to}${ending}`;
  if (start !== undefined) return `from ${withUnit(start.written, unit)} to ?`;
  return undefined;
}

function isTight(unit: string): boolean {
  return unit === '%' || unit === 'x' || /^\p{Sc}$/u.test(unit);
}

/** Words stand once, at the end; a sign stands with each number. */
function sided(written: string, unit: string): string {
  return isTight(unit) ? withUnit(written, unit) : written;
}

function unitIn({ written, unit }: TitleMeasure): string {
  const [first = ''] = written;
  if (first.endsWith('%')) return '%';
  return /^[-−]?(\p{Sc})/u.exec(first)?.[1] ?? unit;
}

function numbersIn({ kind, numbers }: TitleMeasure): Pick<MeasureRead, 'start' | 'target'> {
  if (kind === 'from-to') return { start: numbers[0], target: numbers[1] };
  return { start: undefined, target: kind === 'to' ? numbers[0] : undefined };
}
