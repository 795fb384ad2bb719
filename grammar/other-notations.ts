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
export function cycleFrom(written: string): string | undefined {
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

/** @param written at `start`, and as a whole no cycle */
export function noCycle(start: number, written: string): Problem {
  const at = { start, end: start + written.length };
  const cycle = cycleFrom(written);
  if (cycle !== undefined)
    return problem('syntax', at, `A cycle is one word, the year first: \`${cycle}\``, rewrite(at, cycle));
  const [, first, last] = /(\d\d)[/–-](?:\d\d)?(\d\d)$/.exec(written) ?? [];
  if (Number(first) + 1 === Number(last)) {
    const fix = { ...rewrite(at, `FY${last}`), isGuess: true } as const;
    return problem('syntax', at, `A fiscal year is named after the year it ends in: \`FY${last}\``, fix);
  }
  const name = written.replace(' ', '-');
  const message = `\`${brief(written)}\` is no cycle: write ${forms}`;
  return problem('syntax', at, message, isName(name) ? rewrite(at, name) : undefined);
}
