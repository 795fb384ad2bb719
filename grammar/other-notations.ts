/**
 * What people write in another notation, and how the language has it. Bundled apart, for lines that cannot be read: it
 * knows no tokens.
 */
import { isName } from './arguments.ts';
import { brief, type Problem, problem, rewrite } from './problems.ts';

const forms = '`2026-Q4`, `2026-H2`, `2026`, `2026-11`, `FY27-Q1` or a name';
const anyYear = /^(?:FY(?:\d\d)?|\d\d)\d\d$/;
const months = 'JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC';
/** A month in three or four letters, or in full: no `MARKETING`. */
const likeMonth = /^(?:..?.?.?|.+(?:ARY|BER|CH|IL|UST))$/;

/** `Q4 2026`, `November 2026`, `11/2026`, `FY 27` as the language has it; undefined for what is no calendar's. */
function cycleFrom(written: string): string | undefined {
  const words = written
    .toUpperCase()
    .replace('FY ', 'FY')
    .split(/[ /-]|(?<=\d)(?=[QH])/);
  const year = words.find(word => anyYear.test(word));
  const part = words.find(word => word !== year);
  if (year === undefined || part === undefined) return year;
  const month = Number(part) || months.indexOf(part.slice(0, 3)) / 3 + 1;
  const cycle = `${year}-${/^[QH]/.test(part) ? part : `${month}`.padStart(2, '0')}`;
  const isOne = words.length < 3 && likeMonth.test(part) && /-[QH]\d$|^\d+-(?:0[1-9]|1[0-2])$/.test(cycle);
  return isOne ? cycle : undefined;
}

const heading = /^(\**)(?:(key[ -]?results?|krs?)|objectives?|goals?)\s*[#\d.]*(?:\1(?=:)|:\1)/i;

/** `Key Result 1`, `KR 1`, `**Objective:**` at the begin of a line; its colon stays where it is, unless it is in bold. */
export function headingIn(line: string): { readonly written: string; readonly meant: 'kr' | 'objective' } | undefined {
  const [written, , isKr] = heading.exec(line) ?? [];
  return written === undefined ? undefined : { written, meant: isKr === undefined ? 'objective' : 'kr' };
}

/** What stands for a bullet of a slide, or for a box to tick, at the begin of a line. */
export function bulletAs(line: string, isIndented: boolean): { readonly written: string; readonly meant: string } {
  const [box, tick] = /^\S \[([ x]?)\]/i.exec(line) ?? [];
  if (box === undefined) return { written: line.slice(0, 1), meant: isIndented ? 'kr:' : 'objective:' };
  return { written: box, meant: tick?.toLowerCase() === 'x' ? 'milestone done:' : 'milestone:' };
}

const value = '([-−]?[$€£¥]?\\d[\\d.,]*[kKMB]?(?: ?%)?)';
const fromTo = new RegExp(`^${value}(\\s*(→|->|=>|–|—|-|\\.{2,3}|to|until)\\s*)${value}(?![^\\s:,#])`);

interface FromTo {
  readonly from: string;
  /** The sign with the blanks around it. */
  readonly between: string;
  readonly sign: string;
  readonly to: string;
}

/** `50%→80%`, `50 -> 80` at the begin of a text. */
export function fromToIn(text: string): FromTo | undefined {
  const [, from, between = '', sign = '', to = ''] = fromTo.exec(text) ?? [];
  return from === undefined ? undefined : { from, between, sign, to };
}

/** @param written at `start`, and as a whole no cycle */
export function noCycle(start: number, written: string): Problem {
  const at = { start, end: start + written.length };
  const cycle = cycleFrom(written);
  if (cycle !== undefined)
    return problem('syntax', at, `A cycle is one word, the year first: \`${cycle}\``, rewrite(at, cycle));
  const [, first, last] = /(\d\d)[/–-](?:\d\d)?(\d\d)$/.exec(written) ?? [];
  if (Number(first) + 1 === Number(last)) {
    const fix = { ...rewrite(at, `FY${last}`), isGuess: true } as const;
    const rule = `A fiscal year is named after the year it ends in: \`FY${last}\``;
    return problem('syntax', at, `${rule}; two years have a name, and their \`from … to …\` under it`, fix);
  }
  const name = written.replace(' ', '-');
  const message = `\`${brief(written)}\` is no cycle: write ${forms}`;
  return problem('syntax', at, message, isName(name) ? rewrite(at, name) : undefined);
}

/** `cycle Q4 2026`, `cycle 2026-2027`, `cycle autumn 2026`: more than the first word belongs to the cycle. */
export function cycleInPieces(first: { readonly startOffset: number; readonly image: string }, text: string) {
  const { startOffset: start, image } = first;
  const [two = '', one = ''] = /^([^\s:]+)(?: [^\s:]+)?/.exec(text.slice(start, start + 60)) ?? [];
  const written = cycleFrom(two) !== undefined || /^\D+ \d{4}$/.test(two) ? two : one;
  return written.length > image.length ? noCycle(start, written) : undefined;
}

/** `from 50%→80%` @param start of what stands behind the keyword */
export function signForTo(start: number, text: string): Problem | undefined {
  const measure = fromToIn(text.slice(start, start + 60));
  if (measure === undefined) return undefined;
  const { from, between, sign } = measure;
  const [blanks, at] = [start + from.length, start + from.length + between.indexOf(sign)];
  const fix = { title: 'Write `to`', edits: [{ start: blanks, end: blanks + between.length, text: ' to ' }] };
  const span = { start: at, end: at + sign.length };
  return problem('unknown-argument', span, `\`to\` is the word for \`${sign}\``, fix);
}

/** `keep at least: 99%` @param start of the line's keyword */
export function colonInside(start: number, colon: number, text: string): Problem {
  const [, blanks = '', after = ''] = /^:([ \t]*)([^\r\n]*)/.exec(text.slice(colon, colon + 60)) ?? [];
  const line = brief(`${text.slice(start, colon)} ${after}`);
  const edits = [{ start: colon, end: colon + 1 + blanks.length, text: ' ' }];
  const fix = { title: `Write \`${line}\``, edits };
  return problem('syntax', { start: colon, end: colon + 1 }, `No colon here: \`${line}\``, fix);
}

const bound = /^(?:(at\s+least|>=|≥)|(at\s+most|<=|≤)|(above|over|>)|(below|under|<))\s*(?=[-−$€£\d])/i;

/**
 * `to at least 99%`, `≥ 99%` without a keyword: a line to hold is kept.
 * @param start of what stands for `keep`, where the bound is not all there is
 * @param at where the bound begins
 */
export function lineToHold(start: number, at: number, text: string): Problem | undefined {
  const [here = ''] = /^[^\r\n]*/.exec(text.slice(at, at + 60)) ?? [];
  const [written, least, most, above] = bound.exec(here) ?? [];
  if (written === undefined) return undefined;
  const meant = `keep ${least ? 'at least' : most ? 'at most' : above ? 'above' : 'below'}`;
  const span = { start, end: at + written.length };
  const message = `A line to hold is kept: \`${brief(`${meant} ${here.slice(written.length)}`)}\``;
  const fix = { title: `Write \`${meant}\``, edits: [{ ...span, text: `${meant} ` }] };
  return problem('syntax', { start: at, end: at + written.trimEnd().length }, message, fix);
}

/** `checkin 2026-10-31 on track` */
export function statusInWords(start: number, text: string): Problem | undefined {
  const [said] = /^(?:(?:on|off)\s+track|at\s+risk)\b/i.exec(text.slice(start, start + 60)) ?? [];
  if (said === undefined) return undefined;
  const meant = said.toLowerCase().replace(/\s+/, '-');
  const at = { start, end: start + said.length };
  return problem('unknown-argument', at, `\`${said}\`: did you mean \`${meant}\`?`, rewrite(at, meant));
}
