/** The dated lines of an item: check-ins or readings, plans and grades. What has no day stays as words. */
import { amountOf, withUnit } from './amounts.ts';
import type { MeasureRead } from './measure.ts';
import type { Reading } from './reading.ts';
import { oneLine } from './rich-text.ts';
import { isSound } from './sound.ts';
import type { ItemKind, SourceCheckIn, SourceItem } from './source.ts';

export interface Facts {
  readonly lines: readonly string[];
  readonly words: readonly string[];
}

interface Writing {
  readonly item: SourceItem;
  readonly kind: ItemKind;
  readonly measure: MeasureRead | undefined;
  /** Whose check-ins they are unless they say so. */
  readonly owner: string | undefined;
  readonly reading: Reading;
  readonly words: string[];
}

export function factsOf(
  item: SourceItem,
  kind: ItemKind,
  measure: MeasureRead | undefined,
  owner: string | undefined,
  reading: Reading,
): Facts {
  const words: string[] = [];
  const writing = { item, kind, measure, owner, reading, words };
  const dated: { readonly date: string; readonly line: string }[] = [];
  for (const { date, value } of item.plans) {
    const iso = reading.date(item.place, 'Phased target', date);
    const amount = amountOf(value);
    const line = amount === undefined ? undefined : `plan ${iso} ${withUnit(amount.written, measure?.unit ?? '')}`;
    if (iso !== undefined && line !== undefined && kind === 'key result' && isSound(line, 'kr'))
      dated.push({ date: `${iso} 0`, line });
    else if (iso !== undefined) reading.leave(item.place, 'Phased target', value, 'no value that can be planned');
  }
  for (const checkIn of [...item.checkIns, ...standing(writing)]) {
    const line = checkInLine(writing, checkIn);
    if (line !== undefined) dated.push(line);
  }
  const undatedGrades: string[] = [];
  for (const { place, date, grade, why } of gradesOf(item)) {
    const iso = reading.date(place, 'Score', date);
    const head = `grade ${iso === undefined ? '' : `${iso} `}${grade.trim()}`;
    const line = why === '' ? head : `${head}: ${oneLine(why)}`;
    if (!isSound(head, 'kr') || (kind !== 'objective' && kind !== 'key result'))
      reading.leave(place, 'Score', grade, 'no grade from 0 to 1');
    else if (iso === undefined) undatedGrades.push(line);
    else dated.push({ date: `${iso} 2`, line });
  }
  dated.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return { lines: [...dated.map(({ line }) => line), ...undatedGrades], words };
}

function gradesOf(item: SourceItem): SourceItem['grades'] {
  const score = item.fields.score ?? '';
  return score === '' ? item.grades : [...item.grades, { place: item.place, date: '', grade: score, why: '' }];
}

/** Where the item itself says how it stands, as a check-in; none where its check-ins say it already. */
function standing({ item, kind, measure, reading, words }: Writing): SourceCheckIn[] {
  if (kind === 'initiative') return [];
  const { fields, place } = item;
  const current = fields.current || valueInProgress(item, kind, measure, reading, words);
  const { status = '', confidence = '', note = '' } = fields;
  const isSaid = item.checkIns.some(checkIn => checkIn.value !== '' || checkIn.status !== '' || checkIn.note !== '');
  if (
    isSaid &&
    (current === '' || item.checkIns.some(({ value }) => amountOf(value)?.number === amountOf(current)?.number))
  )
    return [];
  const speaks = kind === 'objective' ? note !== '' || isOfCheckIn(status, reading) : true;
  if (!speaks || (current === '' && confidence === '' && note === '' && !isOfCheckIn(status, reading))) {
    if (status !== '') leaveStatus(reading, place, status, words);
    return [];
  }
  const date = fields.lastCheckIn || reading.asOf || '';
  if (date !== '')
    return [{ place, date, value: kind === 'objective' ? '' : current, status, confidence, by: undefined, note }];
  reading.open.add('day');
  const said: [string, string][] = [
    ['Current value', current],
    ['Status', status],
    ['Confidence', confidence],
    ['Note', oneLine(note)],
  ];
  for (const [what, text] of said) {
    if (text === '') continue;
    words.push(`${what}: ${text}`);
    reading.leave(place, what, text, 'its day is not known, and it is kept as words', 'day');
  }
  return [];
}

function isOfCheckIn(status: string, reading: Reading): boolean {
  return status !== '' && reading.status(status) !== undefined;
}

function leaveStatus(reading: Reading, place: string, status: string, words: string[]): void {
  if (!/^not ?started$/i.test(status.trim())) words.push(`Status: ${oneLine(status)}`);
  reading.leave(place, 'Status', status, 'no status of a check-in');
}

/** Progress is a raw value in some exports, and a percentage of the way in others. */
function valueInProgress(
  item: SourceItem,
  kind: ItemKind,
  measure: MeasureRead | undefined,
  reading: Reading,
  words: string[],
): string {
  const text = item.fields.progress ?? '';
  if (text === '') return '';
  if (kind === 'objective') {
    reading.leave(item.place, 'Progress', text, 'it is computed from the key results');
    return '';
  }
  if (item.checkIns.some(({ value }) => value !== '')) return '';
  const { start, target } = measure ?? {};
  const amount = amountOf(text);
  if (amount !== undefined && start !== undefined && target !== undefined) {
    const isBoth = start === 0 && target === 100;
    const isRaw = amount.unit === '' && amount.number > 100 && (amount.number - start) * (amount.number - target) <= 0;
    if (isBoth || isRaw) return amount.written;
  }
  words.push(`Progress: ${oneLine(text)}`);
  reading.leave(item.place, 'Progress', text, 'it may be a value or a percentage of the way, and is kept as words');
  return '';
}

function checkInLine(writing: Writing, checkIn: SourceCheckIn): { date: string; line: string } | undefined {
  const { kind, measure, owner, reading, words } = writing;
  const { place } = checkIn;
  const note = oneLine(checkIn.note);
  const date = reading.date(place, 'Check-in date', checkIn.date);
  const keep = (what: string, text: string) => {
    const day = date ?? checkIn.date;
    words.push(`${day === '' ? '' : `${day}: `}${what}${text}`);
  };
  if (date === undefined || kind === 'initiative') {
    const said = [checkIn.value, checkIn.status, note].filter(text => text !== '').join(', ');
    if (said === '') return undefined;
    keep('', said);
    const why = kind === 'initiative' ? 'an initiative has no check-ins' : 'a check-in needs its day';
    reading.leave(place, 'Check-in', said, `${why}, and it is kept as words`);
    return undefined;
  }
  const notes = note === '' ? [] : [note];
  const amount = checkIn.value === '' ? undefined : amountOf(checkIn.value);
  const takesValue = kind === 'kpi' || (kind === 'key result' && measure?.line !== undefined);
  const unit = measure?.unit || (kind === 'kpi' ? (amount?.unit ?? '') : '');
  let value = amount !== undefined && takesValue ? withUnit(amount.written, unit) : '';
  const keyword = kind === 'kpi' ? 'reading' : 'checkin';
  if (value !== '' && !isSound(`${keyword} ${date} ${value}`, kind === 'kpi' ? 'kpi' : 'kr')) value = '';
  if (checkIn.value !== '' && value === '') {
    notes.unshift(`Value ${oneLine(checkIn.value)}`);
    const why = amount === undefined ? 'no number' : 'nothing here is measured by it';
    reading.leave(place, 'Value', checkIn.value, `${why}, and it is kept in the note`);
  }
  if (kind === 'kpi') {
    if (value !== '') return { date: `${date} 1`, line: withNote(`reading ${date} ${value}`, notes) };
    if (notes.length > 0) keep('', notes.join('; '));
    return undefined;
  }
  const words2 = [date, value, byWords(writing, checkIn, owner), confidenceWords(writing, checkIn)];
  const status = reading.status(checkIn.status);
  if (status === 'unclear' || (status === undefined && checkIn.status !== '')) {
    const said = oneLine(checkIn.status);
    if (!/^not ?started$/i.test(said)) notes.unshift(said);
    const why =
      status === 'unclear'
        ? 'the worst of three in some tools and the one between in others, and it is kept in the note'
        : 'no status of a check-in, and it is kept in the note';
    reading.leave(place, 'Status', checkIn.status, why, status === 'unclear' ? 'at-risk' : undefined);
  } else if (status !== undefined) words2.push(status);
  const line = ['checkin', ...words2.filter(word => word !== '')].join(' ');
  if (line === `checkin ${date}` && notes.length === 0) return undefined;
  return { date: `${date} 1`, line: withNote(line, notes) };
}

function byWords({ reading }: Writing, { place, by }: SourceCheckIn, owner: string | undefined): string {
  const handle = by === undefined ? undefined : reading.person(place, 'Check-in owner', by);
  return handle === undefined || handle === owner ? '' : `by ${handle}`;
}

function confidenceWords({ reading, words }: Writing, { place, confidence, date }: SourceCheckIn): string {
  if (confidence === '') return '';
  const read = reading.confidence(confidence);
  if (read !== undefined) return `confidence ${read}`;
  words.push(`${date}: Confidence ${oneLine(confidence)}`);
  reading.leave(place, 'Confidence', confidence, 'no part of 1, 10 or 100, and it is kept as words');
  return '';
}

function withNote(line: string, notes: readonly string[]): string {
  return notes.length === 0 ? line : `${line}: ${notes.join('. ')}`;
}
