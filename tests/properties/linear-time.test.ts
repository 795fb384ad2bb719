/** Four times the text takes about four times as long, whatever the text is. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Document } from '../../grammar/document.ts';
import { mixedIndentation } from '../../grammar/indentation.ts';
import { formatDocument, formatEdits } from '../../grammar/printer.ts';
import { threadTime } from '../thread-time.ts';

const megabyte = 1 << 20;
/** More is no longer in proportion; so much less than sixteen that a busy machine does not matter. */
const mostTimesAsLong = 8;
/** Milliseconds; times under this say nothing. */
const shortest = 30;
/** A quarter of so much is not lost in what happens beside it. */
const longEnough = 500;
const rounds = 12;

const repeat = (piece: string) => (length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const after = (start: string, piece: string) => (length: number) => start + repeat(piece)(length);

/** Each line one deeper than the one above. */
function deeper(length: number): string {
  const lines: string[] = [];
  for (let depth = 0, sum = 0; sum < length; depth++) {
    lines.push(`${' '.repeat(depth)}kr`);
    sum += depth + 3;
  }
  return lines.join('\n');
}

const hostile: Record<string, (length: number) => string> = {
  'one word': repeat('x'),
  'one line of words': repeat('word '),
  colons: repeat(':'),
  'colons apart': repeat(': '),
  'a keyword and colons': after('owner', ':'),
  'deep indentation': deeper,
  blanks: repeat(' '),
  'a line of blanks at last': after('kr', ' '),
  'tabs and blanks': repeat('\t \n'),
  'carriage returns': repeat('\r'),
  'line feeds': repeat('\n'),
  both: repeat('\r\n'),
  emoji: repeat('😀'),
  'unpaired surrogates': repeat('\ud83d'),
  'unpaired surrogates in names': after('supports ', '\udc00.'),
  'numbers with commas': repeat('1,'),
  'a value with commas': after('to ', '1,'),
  fractions: after('to 1', '/1'),
  digits: after('to ', '1'),
  signs: after('to ', '-'),
  'signs and digits': after('data ', '-1'),
  'quotation marks': repeat('"'),
  'open quotation marks': repeat('data "\n'),
  columns: after('data ', '"a"b'),
  conditions: after('data a count where a = b', ' and a = b'),
  'conditions without blanks': after('data a count where a=', 'b='),
  'at signs': repeat('@'),
  people: after('with ', '@a,'),
  'people without commas': after('with ', '@a '),
  commas: repeat(','),
  'commas after a colon': after('owner: ', ','),
  units: after('to 5 ', 'new '),
  hashes: repeat('#'),
  comments: repeat('# a\n'),
  headings: after('# Objective: ', '# '),
  elements: repeat('kr\n'),
  'one element with many lines': after('objective a\n', '  owner @a\n'),
  'lines with a colon too many': after('objective a\n', '  owner: @a\n'),
  'data lines': after('kpi a\n', '  data 1.csv column 2\n'),
  'misplaced lines': after('objective a\n', '  owner @a\n   kr b\n    from 1 to 2\n'),
  'misspelled lines': after('objective a\n', '  Ownr @a\n'),
  'unreadable lines': after('objective a\n', '  a1! ? ,\n'),
  'indented in two ways': after('objective a\n', '  kr b\n\tkr c\n'),
  descriptions: after('objective a\n', '  > a\n'),
  'quotes in a line': repeat('a > '),
  dates: after('checkin ', '2026-10-31'),
  'byte-order marks': repeat('\ufeff'),
  links: after('link ', 'https://:'),
};

describe('linear time', () => {
  for (const [name, text] of Object.entries(hostile)) {
    it(`a megabyte of ${name}`, function () {
      // What does not wait is not interrupted either: a limit would only be one for the machine's other work.
      this.timeout(0);
      const [quarter, whole] = [text(megabyte / 4), text(megabyte)];
      const best: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      for (let round = 0; round < rounds; round++) {
        // A busy machine is slow now and then: what counts is the best that it can do. The whole comes first, as what runs
        // for the first time is compiled on the way; and short quarters are so many that they meet as many collections
        // of garbage and as many neighbours.
        best[1] = Math.min(best[1], timeOf(whole));
        if (best[1] < shortest) return;
        const times = best[1] < longEnough ? 4 : 1;
        best[0] = Math.min(best[0], timeOf(quarter, times) / times);
        if (best[1] < mostTimesAsLong * best[0]) return;
      }
      assert.fail(`${best[0].toFixed()} ms for a quarter, ${best[1].toFixed()} ms for the whole`);
    });
  }
});

/** Milliseconds of this thread for all that is done with a text, so many times: what others do meanwhile is not in it. */
function timeOf(text: string, times = 1): number {
  const start = threadTime();
  for (let time = 0; time < times; time++) workOn(text);
  return threadTime() - start;
}

/** All that is done with a text. */
function workOn(text: string): void {
  const document = new Document(text);
  for (const block of document.blocks) assert.ok(block.tree.syntax.length >= 0);
  formatDocument(document);
  formatEdits(document);
  mixedIndentation(document);
  // One key in the middle, and all of it pasted over itself.
  const middle = { line: document.lineCount >> 1, character: 0 };
  document.edit({ start: middle, end: middle }, 'x');
  document.edit({ start: { line: 0, character: 0 }, end: { line: document.lineCount, character: 0 } }, text);
  for (const block of document.blocks) assert.ok(block.tree.structure.length >= 0);
}
