/** Single arguments, each beside what it is read as. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isHandle, isName, isoFor, readDay, readFraction, readNumber, unitKey } from '../../grammar/arguments.ts';
import { aliases, keywords } from '../../grammar/keywords.ts';
import { nearest } from '../../grammar/spelling.ts';

function table<T>(name: string, read: (written: string) => T, rows: readonly (readonly [string, T])[]): void {
  describe(name, () => {
    for (const [written, expected] of rows)
      it(`\`${written}\` is ${JSON.stringify(expected)}`, () => assert.deepEqual(read(written), expected));
  });
}

/** The number with its currency, or what is suggested instead. */
function number(written: string): string {
  const read = readNumber(written);
  return 'number' in read ? `${read.currency}${read.number}` : `no number: ${read.suggestion}`;
}

describe('grammar: arguments', () => {
  table('numbers', number, [
    ['36', '36'],
    ['007', '7'],
    ['-4.5', '-4.5'],
    ['−4.5', '-4.5'],
    ['+4', '4'],
    ['-0', '0'],
    ['1,200', '1200'],
    ['1,234,567.89', '1234567.89'],
    ['1_000_000', '1000000'],
    ['40k', '40000'],
    ['40K', '40000'],
    ['1.1k', '1100'],
    ['1.2M', '1200000'],
    ['3B', '3000000000'],
    ['$1.2M', '$1200000'],
    ['-€40k', '€-40000'],
    ['€-40k', '€-40000'],
    ['-€-40', '€40'],
    ['123456789012345', '123456789012345'],
    ['9007199254740993', '9007199254740992'],
    ['1,5', 'no number: 1.5'],
    ['12,00', 'no number: 12.00'],
    ['1.234,5', 'no number: 1234.5'],
    ['-€1,5k', 'no number: -€1.5k'],
    ['1.200.000', 'no number: 1,200,000'],
    ['1.2.3', 'no number: undefined'],
    ['1,2,3', 'no number: undefined'],
    ['1,2000', 'no number: 1.2000'],
    ['many', 'no number: undefined'],
  ]);

  // date -ud @$((86400 * DAY)) +%F
  table('days from 1970-01-01', readDay, [
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2026-10-31', 20757],
    ['2024-02-29', 19782],
    ['2000-02-29', 11016],
    ['0001-01-01', -719162],
    ['0000-03-01', -719468],
    ['9999-12-31', 2932896],
    ['2026-02-29', undefined],
    ['1900-02-29', undefined],
    ['2026-02-30', undefined],
    ['2026-04-31', undefined],
    ['2026-13-01', undefined],
    ['2026-00-01', undefined],
    ['2026-01-00', undefined],
  ]);

  table('dates in another notation', isoFor, [
    ['31.10.2026', '2026-10-31'],
    ['1.2.2026', '2026-02-01'],
    ['2026/10/31', '2026-10-31'],
    ['2026-2-3', '2026-02-03'],
    ['2026.2.3', '2026-02-03'],
    ['30.2.2026', undefined],
    ['10/31/2026', undefined],
    ['1.2.26', undefined],
  ]);

  table('fractions', readFraction, [
    ['7/10', 0.7],
    ['3.5/5', 0.7],
    ['7/0', undefined],
    ['0/0', undefined],
  ]);

  table('names', isName, [
    ['love', true],
    ['recurring-tickets', true],
    ['nps_2', true],
    ['größe', true],
    ['顧客', true],
    ['नमस्ते', true],
    ['2nd', false],
    ['-a', false],
    ['a.b', false],
    ['', false],
    ['😀', false],
  ]);

  table('handles', isHandle, [
    ['ana', true],
    ['li.wong', true],
    ['7', true],
    ['ana.', false],
    ['.ana', false],
    ['', false],
    ['a@b', false],
  ]);

  table('units that are one', unitKey, [
    ['clients', 'client'],
    ['New Clients', 'new client'],
    ['business', 'business'],
    ['%', '%'],
    ['s', 's'],
    ['€', 'eur'],
    ['EUR', 'eur'],
    ['$ a year', 'usd a year'],
  ]);

  table('the keyword meant', word => nearest(word, keywords.keys(), aliases), [
    ['Objective', 'objective'],
    ['objectve', 'objective'],
    ['obejctive', 'objective'],
    ['check-in', 'checkin'],
    ['CheckIn', 'checkin'],
    ['key_result', 'kr'],
    ['Goal', 'objective'],
    ['mile-stone', 'milestone'],
    ['ownr', 'owner'],
    ['whatever', undefined],
    ['xy', undefined],
    ['-', undefined],
    ['x'.repeat(10_000), undefined],
  ]);
});
