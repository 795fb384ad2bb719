/** Which columns a data file has, read from its beginning. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import Papa from 'papaparse';
import { columnsOf } from '../../../server/core/data/columns.ts';

const shown = (name: string, text: string) =>
  columnsOf(name, text).map(
    column => `${column.name}: ${column.holds}${column.samples.map(each => ` ${each}`).join()}`,
  );

describe('The columns of a data file', () => {
  it('are those of a table, with what they hold', () => {
    assert.deepEqual(shown('a.csv', 'week,date,value,spent,who\n45,2026-11-08,99.9%,€1.2k,Ana\n46,2026-11-15,,€3,\n'), [
      'week: number 45, 46',
      'date: date 2026-11-08, 2026-11-15',
      'value: number 99.9%',
      'spent: number €1.2k, €3',
      'who: text Ana',
    ]);
  });
  it('are found whatever stands between the cells', () => {
    assert.deepEqual(shown('a.csv', '\uFEFF\n\ndate;a b\n2026-11-08;1\n'), ['date: date 2026-11-08', 'a b: number 1']);
    assert.deepEqual(shown('a.tsv', 'date\ta,b\n2026-11-08\t1\n'), ['date: date 2026-11-08', 'a,b: number 1']);
  });
  it('are the properties of the objects of a list, which may be cut off', () => {
    const text = '[{"date": "2026-11-08", "a": {"}": 1}}, {"date": null, "b": "x{"}, {"c';
    assert.deepEqual(shown('a.json', text), ['date: date 2026-11-08', 'a: text {"}":1}', 'b: text x{']);
  });
  it('are none where there is nothing, or something else', () => {
    assert.deepEqual(shown('a.json', '{"a": 1'), []);
    assert.deepEqual(shown('a.json', '[1, 2]'), []);
    assert.deepEqual(
      columnsOf('a.csv', '').filter(({ name }) => name !== ''),
      [],
    );
  });

  it('are those that were written, in any table', () => {
    const cell = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map(text => `c${text}`.trim());
    const table = fc.uniqueArray(cell, { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(table, columns => {
        const text = Papa.unparse([columns, columns], { newline: '\n', delimiter: '\t' });
        assert.deepEqual(
          columnsOf('a.tsv', text).map(({ name }) => name),
          columns,
        );
      }),
    );
  });
  it('are looked for in anything without a fault', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.array(fc.constantFrom(...'{}[]",:\\a1\n')).map(each => each.join('')),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom('a.csv', 'a.tsv', 'a.json'), (text, name) => {
        for (const { name: column } of columnsOf(name, text)) assert.equal(typeof column, 'string');
      }),
      { numRuns: 500 },
    );
  });
});
