import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import Papa from 'papaparse';
import { toIso } from '../../../server/core/calendar/day.ts';
import { readRows } from '../../../server/core/data/rows.ts';

function read(name: string, text: string, column = 'value', dateColumn?: string) {
  const rows = readRows(name, text, { path: name, column, dateColumn });
  if ('wrong' in rows) return rows.where === undefined ? rows.wrong : `${rows.where}: ${rows.wrong}`;
  return rows.map(({ day, value }) => [toIso(day), value]);
}
const csv = (text: string, column?: string, dateColumn?: string) => read('a.csv', text, column, dateColumn);
const json = (value: unknown, column?: string, dateColumn?: string) =>
  read('a.json', typeof value === 'string' ? value : JSON.stringify(value), column, dateColumn);

const twoDays = [
  ['2026-10-01', 1],
  ['2026-10-02', 2.5],
];

describe('A table', () => {
  const tables: [what: string, text: string, column?: string, dateColumn?: string][] = [
    ['with commas', 'date,value\n2026-10-01,1\n2026-10-02,2.5\n'],
    ['with semicolons', 'date;value\n2026-10-01;1\n2026-10-02;2.5\n'],
    ['with tabs', 'date\tvalue\n2026-10-01\t1\n2026-10-02\t2.5\n'],
    ['from Windows, with a byte-order mark', '\uFEFFdate,value\r\n2026-10-01,1\r\n2026-10-02,2.5\r\n'],
    ['from an old Mac', 'date,value\r2026-10-01,1\r2026-10-02,2.5'],
    ['without a line end at its end', 'date,value\n2026-10-01,1\n2026-10-02,2.5'],
    ['in quotes', '"date","value"\n"2026-10-01","1"\n"2026-10-02","2.5"\n'],
    ['with blanks around cells', 'date , value\n2026-10-01 , 1\n 2026-10-02, 2.5\n'],
    ['with empty lines', '\n\ndate,value\n\n2026-10-01,1\n\n\n2026-10-02,2.5\n\n'],
    ['with rows that have no value yet', 'date,value\n2026-10-01,1\n2026-10-02,2.5\n2026-10-03,\n2026-10-04\n,\n'],
    ['in any order', 'date,value\n2026-10-02,2.5\n2026-10-01,1\n'],
    ['whose last row of a day wins', 'date,value\n2026-10-01,9\n2026-10-01,1\n2026-10-02,2.5\n'],
    [
      'whose latest time of a day wins',
      'date,value\n2026-10-02T18:00:00Z,2.5\n2026-10-02T08:00:00Z,9\n2026-10-01,9\n2026-10-01T09:30:00+02:00,1\n',
    ],
    ['with a column Date', 'Value,Date,value\n9,2026-10-01,1\n9,2026-10-02,2.5\n'],
    ['with dates in a column of another name', 'note,week,value\nfine,2026-10-01,1\n,2026-10-02,2.5\n'],
    ['with dates that begin late', 'a,week,value\n,,\n,2026-10-01,1\n,2026-10-02,2.5\n'],
    ['with the dates asked for', 'date,week,value\nx,2026-10-01,1\ny,2026-10-02,2.5\n', 'value', 'week'],
    ['with a name of two words', 'date,page load\n2026-10-01,1\n2026-10-02,2.5\n', 'page load'],
    ['with commas in a semicolon’s cells', 'date;note;value\n2026-10-01;a,b,c;1\n2026-10-02;a,b,c;2.5\n'],
    ['with semicolons in a comma’s cells', 'date,value,note\n2026-10-01,1,a;b;c;d\n2026-10-02,2.5,a;b;c;d\n'],
    ['with line ends in quotes', 'date,note,value\n2026-10-01,"a\n""b"", c",1\n2026-10-02,,2.5\n'],
    ['with a column __proto__', '__proto__,date,value\n9,2026-10-01,1\n9,2026-10-02,2.5\n'],
    ['whose column is called __proto__', 'date,__proto__\n2026-10-01,1\n2026-10-02,2.5\n', '__proto__'],
    ['whose column is called constructor', 'date,constructor\n2026-10-01,1\n2026-10-02,2.5\n', 'constructor'],
  ];
  for (const [what, text, column, dateColumn] of tables) {
    it(what, () => assert.deepEqual(csv(text, column, dateColumn), twoDays));
  }

  it('of tabs by its name has commas in its cells', () => {
    assert.deepEqual(read('a.TSV', 'date\tvalue\n2026-10-01\t1,200\n'), [['2026-10-01', 1200]]);
  });

  it('with a header alone has no rows', () => assert.deepEqual(csv('date,value\n'), []));
});

describe('A number in a table', () => {
  const numbers: [string, number][] = [
    ['99.95', 99.95],
    ['99.95%', 99.95],
    ['82 %', 82],
    ['"1,200"', 1200],
    ['"1,234,567.5"', 1234567.5],
    ['$1.2M', 1_200_000],
    ['-€40k', -40_000],
    ['-4.5', -4.5],
    ['+3', 3],
    ['−3', -3],
    ['.5', 0.5],
    ['-0', 0],
    ['1e-3', 0.001],
    ['1.5E+3', 1500],
  ];
  for (const [cell, value] of numbers) {
    it(`${cell} is ${value}`, () => assert.deepEqual(csv(`date,value\n2026-10-01,${cell}\n`), [['2026-10-01', value]]));
  }
});

describe('A table that is wrong', () => {
  const wrongs: [what: string, text: string, message: string, column?: string, dateColumn?: string][] = [
    ['empty', '', 'is empty'],
    ['nothing but blanks', '\uFEFF \n\n', 'is empty'],
    ['no such column', 'date,price,rate\n', 'has no column `value`: it has `date`, `price`, `rate`'],
    ['a near column', 'date,Values\n', 'has no column `value`: did you mean `Values`? It has `date`, `Values`'],
    ['no such date column', 'date,value\n', 'has no column `wek`: it has `date`, `value`', 'value', 'wek'],
    [
      'many columns',
      `${Array.from({ length: 14 }, (_, i) => `c${i}`).join(';')}\n`,
      `has no column \`value\`: it has ${Array.from({ length: 12 }, (_, i) => `\`c${i}\``).join(', ')}, …`,
    ],
    ['a column twice', 'date,value,value\n2026-10-01,1,2\n', 'has 2 columns `value`: rename one of them'],
    [
      'no dates',
      'when,value\nMonday,1\n',
      'has no column `date` and none that holds dates such as `2026-10-31`: say which it is with `date NAME`',
    ],
    ['a word', 'date,value\n2026-10-01,1\n2026-10-02,n/a\n', 'row 3, column `value`: `n/a` is no number'],
    ['a word after empty lines', '\ndate,value\n\n2026-10-01,n/a\n', 'row 4, column `value`: `n/a` is no number'],
    [
      'a decimal comma',
      'date;value\n2026-10-01;1,5\n',
      'row 2, column `value`: `1,5`: the decimal sign is a point, and commas stand in groups of three: write `1.5`',
    ],
    ['too large', 'date,value\n2026-10-01,1e999\n', 'row 2, column `value`: `1e999` is too large a number'],
    [
      'a long cell',
      `date,value\n2026-10-01,${'x'.repeat(99)}\n`,
      `row 2, column \`value\`: \`${'x'.repeat(39)}…\` is no number`,
    ],
    [
      'a very long cell',
      `date,value\n2026-10-01,1${' '.repeat(1_000_000)}x\n`,
      `row 2, column \`value\`: \`1${' '.repeat(38)}…\` is no number`,
    ],
    ['a very long name', `${'x'.repeat(1_000_000)}\n`, `has no column \`value\`: it has \`${'x'.repeat(39)}…\``],
    ['an impossible day', 'date,value\n2026-02-30,1\n', 'row 2, column `date`: no calendar has the day `2026-02-30`'],
    [
      'another notation',
      'date,value\n31.10.2026,1\n',
      'row 2, column `date`: `31.10.2026` is no date: write `2026-10-31`',
    ],
    ['no date', 'date,value\nsoon,1\n', 'row 2, column `date`: `soon` is no date: write `2026-10-31` and so on'],
    ['a value without a date', 'date,value\n,1\n', 'row 2, column `date`: a value without a date'],
    ['an open quote', 'date,value\n2026-10-01,"1\n2026-10-02,2\n', 'row 2: has a quote that is never closed'],
    ['a quote in quotes', 'date,value\n2026-10-01,"1"2"\n', 'row 2: has a quote inside a quoted text'],
  ];
  for (const [what, text, message, column, dateColumn] of wrongs) {
    it(what, () => assert.equal(csv(text, column, dateColumn), message));
  }
});

describe('A JSON file', () => {
  it('is an array of objects with numbers, or texts that are numbers', () => {
    const rows = [
      { date: '2026-10-02', value: '2.5' },
      { date: '2026-10-01T08:00:00Z', value: 1 },
    ];
    assert.deepEqual(json(rows), twoDays);
    assert.deepEqual(json(`\uFEFF${JSON.stringify(rows)}`), twoDays);
  });
  it('may leave a value out', () => {
    const rows = [{ note: 'begin' }, { date: '2026-10-01', value: 1 }, { date: '2026-10-02', value: 2.5 }];
    assert.deepEqual(json([...rows, { date: '2026-10-03', value: null }, { date: '2026-10-04', value: '' }]), twoDays);
  });
  it('has only the keys that it writes', () => {
    const rows = '[{"date": "2026-10-01", "__proto__": 1}, {"date": "2026-10-02", "__proto__": 2.5}]';
    assert.deepEqual(json(rows, '__proto__'), twoDays);
    assert.equal(json(rows, 'toString'), 'has no column `toString`: it has `date`, `__proto__`');
    assert.equal(({} as Record<string, unknown>)['value'], undefined);
  });

  const wrongs: [unknown, string][] = [
    ['[]', 'is empty'],
    [{ value: 1 }, 'is no array of objects: `[{ "date": "2026-10-31", "value": 36 }, …]`'],
    [[1, 2], 'is no array of objects: `[{ "date": "2026-10-31", "value": 36 }, …]`'],
    [[{ date: '2026-10-01', Value: 1 }], 'has no column `value`: did you mean `Value`? It has `date`, `Value`'],
    [
      [
        { date: '2026-10-01', value: 1 },
        { date: '2026-10-02', value: true },
      ],
      'object 2, column `value`: `true` is no number',
    ],
    [[{ date: '2026-10-01', value: { n: 1 } }], 'object 1, column `value`: `{"n":1}` is no number'],
    [
      [{ date: 1793404800, value: 1 }],
      'object 1, column `date`: `1793404800` is no date: write `2026-10-31` and so on',
    ],
  ];
  for (const [rows, message] of wrongs) {
    it(`is refused: ${typeof rows === 'string' ? rows : JSON.stringify(rows)}`, () => {
      assert.equal(json(rows), message);
    });
  }
  it('says where it is no JSON', () => {
    assert.match(String(json('[{"date": }]')), /^is no JSON: .*}/);
    assert.match(String(json('['.repeat(100_000))), /^is no JSON: /);
  });
});

describe('Any table that is written', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
  const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
  const prose = fc.string({ unit: fc.constantFrom(',', ';', '\t', '"', '\n', '\r\n', ' ', 'a', '1', 'é', '|') });
  const row = fc.record({ day, number, prose });
  const columns = fc.shuffledSubarray(['date', 'value', 'the note'], { minLength: 3 });

  it('reads back', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { minLength: 1, selector: each => each.day.toISOString().slice(0, 10) }),
        columns,
        fc.record({
          delimiter: fc.constantFrom(',', ';', '\t'),
          newline: fc.constantFrom('\n', '\r\n'),
          quotes: fc.boolean(),
        }),
        (rows, fields, options) => {
          const written = rows.map(each => ({
            date: each.day.toISOString().slice(0, 10),
            value: String(each.number),
            'the note': each.prose,
          }));
          const expected = written
            .map(({ date, value }) => [date, Number(value) + 0] as const)
            .sort(([a], [b]) => (a < b ? -1 : 1));
          assert.deepEqual(csv(Papa.unparse({ fields, data: written }, options)), expected);
          assert.deepEqual(json(written), expected);
        },
      ),
    );
  });

  it('or is not, is never an exception', () => {
    const piece = fc.constantFrom(
      'date',
      'value',
      ',',
      ';',
      '\t',
      '\n',
      '\r',
      '"',
      '""',
      ' ',
      '2026-10-01',
      '1',
      'x',
      '{',
      '[',
      ':',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        for (const name of ['a.csv', 'a.tsv', 'a.json', 'a']) read(name, pieces.join(''));
      }),
    );
  });
});
