/**
 * Cells of a workbook in a format of percent: they hold parts of 1, and show hundredths. The library tells no format
 * but that of dates, so that the cells are made texts before it reads them: `0.07` that is shown as `7%` becomes `7%`.
 */
import { strFromU8, strToU8 } from 'fflate';

const attributes = `(?:[^<>"']|"[^"]*"|'[^']*')*`;
const tag = (name: string) => String.raw`<(?:\w+:)?${name}\b(${attributes})>`;

const numberFormat = new RegExp(tag('numFmt'), 'g');
const cellFormats = new RegExp(String.raw`${tag('cellXfs')}([^]*?)</(?:\w+:)?cellXfs>`);
const cellFormat = new RegExp(tag('xf'), 'g');
/** A cell with a value, behind the formula that it may be of. */
const cell = new RegExp(
  String.raw`(<(?:\w+:)?c\b)(${attributes})(>\s*(?:<(?:\w+:)?f\b${attributes}>(?:[^<]*</(?:\w+:)?f>)?\s*)?<(?:\w+:)?v>)([^<]*)(?=<)`,
  'g',
);
/** ECMA-376, 18.8.30: `0%` and `0.00%`. */
const builtIn = ['9', '10'];

/** @param parts the XML files of a workbook, by name */
export function withPercentSigns(parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const styles = new Set([...parts].flatMap(([name, xml]) => (/styles\.xml$/i.test(name) ? percentStyles(xml) : [])));
  if (styles.size === 0) return parts;
  return new Map([...parts].map(([name, xml]) => [name, signed(xml, styles)]));
}

/** The numbers of the cell formats that show percent, as cells name them. */
function percentStyles(xml: Uint8Array): string[] {
  const text = strFromU8(xml);
  const formats = new Set(builtIn);
  for (const [, attributes = ''] of text.matchAll(numberFormat))
    if (isPercent(attribute(attributes, 'formatCode'))) formats.add(attribute(attributes, 'numFmtId'));
  const [, , all = ''] = cellFormats.exec(text) ?? [];
  return [...all.matchAll(cellFormat)].flatMap(([, attributes = ''], i) =>
    formats.has(attribute(attributes, 'numFmtId')) ? [String(i)] : [],
  );
}

/** Of a number above zero; what stands in quotes, brackets or behind a backslash is shown as it is. */
function isPercent(code: string): boolean {
  const [positive = ''] = code
    .replace(/&quot;/g, '"')
    .replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '')
    .split(';');
  return positive.includes('%');
}

function attribute(attributes: string, name: string): string {
  const [, double, single] = new RegExp(String.raw`(?:^|\s)${name}=(?:"([^"]*)"|'([^']*)')`).exec(attributes) ?? [];
  return double ?? single ?? '';
}

function signed(xml: Uint8Array, styles: ReadonlySet<string>): Uint8Array {
  const text = strFromU8(xml).replace(
    cell,
    (whole, open: string, attributes: string, between: string, value: string) => {
      const type = attribute(attributes, 't');
      const number = Number(value);
      if (!styles.has(attribute(attributes, 's')) || (type !== '' && type !== 'n') || value.trim() === '') return whole;
      if (!Number.isFinite(number)) return whole;
      // Twelve digits: what a product in binary leaves behind is no part of the number.
      const percent = Number((number * 100).toPrecision(12));
      return `${open}${attributes.replace(/\st=(?:"n"|'n')/, '')} t="str"${between}${percent}%`;
    },
  );
  return strToU8(text);
}
