/** What of a workbook is given to the library that reads it: a small file can ask it for more room and time than there is. */
import { strFromU8 } from 'fflate';
import { ImportProblem } from '../core/import/source.ts';

/** Several times what fifty thousand goals take; every row is as wide as the widest. */
const MOST_CELLS = 4_000_000;
/** ECMA-376 knows no more rows. */
const MOST_ROWS = 1_048_576;
/** A cell has at most 32,767 characters, some of which are written with six. */
const LONGEST = 2 ** 18;

const rowOrCell = /<(?:[^\s<>:/]*:)?(row|c)(?=[\s/>])((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;
const place = /[\s:]r\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** @param parts the XML files of a workbook, by name @throws ImportProblem where there are more cells than anybody needs */
export function withinLimits(parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  return new Map(
    [...parts].filter(([, bytes]) => {
      const xml = strFromU8(bytes, true);
      if (hasEndless(xml)) return false;
      checkCells(xml);
      return true;
    }),
  );
}

/**
 * The library takes a text piece by piece, and looks at a tag, a text or a comment that does not end in a piece again with
 * the next. No program writes any as long; a part without which there is no workbook is then missed.
 */
function hasEndless(xml: string): boolean {
  const ends: readonly (readonly [string, string])[] = [
    ['', '>'],
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ];
  return ends.some(([start, end]) => {
    for (let at = xml.indexOf(start); at >= 0 && at < xml.length; ) {
      const found = xml.indexOf(end, at);
      const until = found < 0 ? xml.length : found + end.length;
      if (until - at > LONGEST) return true;
      at = xml.indexOf(start, until);
    }
    return false;
  });
}

/** The library makes all rows up to the last one, and all cells up to the last column. */
function checkCells(xml: string): void {
  let rows = 0;
  let cells = 0;
  let lastRow = 0;
  let lastColumn = 0;
  for (const [, name, attributes = ''] of xml.matchAll(rowOrCell)) {
    const isEmpty = attributes.endsWith('/');
    if (name === 'row') rows += 1;
    else if (!isEmpty) cells += 1;
    for (const [, double, single = ''] of attributes.matchAll(place)) {
      const [, letters = '', digits = ''] = /^([A-Za-z]*)(\d+)$/.exec(double ?? single) ?? [];
      const row = digits === '' ? Number.POSITIVE_INFINITY : Number(digits);
      if (row > MOST_ROWS) throw tooLarge();
      // One that is closed at once is empty, and makes nothing.
      if (name === 'row' || isEmpty) continue;
      lastRow = Math.max(lastRow, row);
      lastColumn = Math.max(lastColumn, columnOf(letters));
    }
    if (rows > MOST_ROWS || cells > MOST_CELLS || lastRow * lastColumn > MOST_CELLS) throw tooLarge();
  }
}

/** `A` is 1, `AB` is 28. */
function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function tooLarge(): ImportProblem {
  return new ImportProblem(
    `It has a sheet of more than ${MOST_ROWS.toLocaleString('en')} rows or ${MOST_CELLS / 1e6} million cells: leave nothing in it but the goals`,
  );
}
