import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import Papa from 'papaparse';
import { toIso } from '../../../server/core/calendar/day.ts';
import { DataFiles } from '../../../server/core/data/data-files.ts';
import { readNow } from '../../../server/core/data/read.ts';
import type { DataSource } from '../../../server/core/model/elements.ts';
import { seriesOf, sourceOf } from './source.ts';

/** Days and values, or what is wrong, without the name of the file. */
function read(
  name: string,
  pieces: string | readonly string[],
  column: string | undefined = 'value',
  dateColumn?: string,
  more: Partial<DataSource> = {},
) {
  const series = seriesOf(pieces, sourceOf(name, column, { dateColumn, ...more }));
  if ('message' in series) return series.message.replace(/^`[^`]*`,? /, '');
  return series.readings.map(({ day, value }) => [toIso(day), value]);
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
    ['with bars', 'date|value\n2026-10-01|1\n2026-10-02|2.5\n'],
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
      'row 2, column `value`: `1,5` has a decimal comma: say so with `decimal comma` on the line',
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
    [
      'a value without a date',
      'date,value\n,1\n',
      'row 2, column `date`: it is empty, and the row has a value: write its date',
    ],
    ['an open quote', 'date,value\n2026-10-01,"1\n2026-10-02,2\n', 'row 2: a quote is never closed: close it'],
    [
      'a quote in quotes',
      'date,value\n2026-10-01,"1"2"\n',
      'row 2: a quote stands inside a quoted text: write it twice',
    ],
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

  it('may be an object that holds the array', () => {
    const rows = [
      { date: '2026-10-01', value: 1 },
      { date: '2026-10-02', value: 2.5 },
    ];
    assert.deepEqual(json({ made: '2026-10-03', columns: ['date', 'value'], none: [], rows }), twoDays);
    assert.equal(
      json({ rows, other: rows }),
      'holds several arrays of objects (`rows`, `other`): keep one, as in `[{ "date": "2026-10-31", "value": 36 }, …]`',
    );
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
    assert.equal(String(json('[{"date": }]')), "is no JSON: Unexpected token '}'");
    assert.equal(
      String(json('[{"a":1}\n{"b":2}]')),
      "is no JSON: Expected ',' or ']' after array element, at line 2, character 1",
    );
    assert.match(String(json('['.repeat(100_000))), /^is no JSON: /);
  });
});

describe('Rows that a line leaves out', () => {
  const table = 'date,region,channel,value\n2026-10-01,EU,web,1\n2026-10-01,US,web,9\n2026-10-02,EU,"own shop",2.5\n';
  const where = (...conditions: [column: string, sign: '=' | '!=', value: string][]) => ({
    where: conditions.map(([column, sign, value]) => ({ column, isNot: sign === '!=', value })),
  });
  const filtered = (...conditions: Parameters<typeof where>) =>
    read('a.csv', table, 'value', undefined, where(...conditions));

  it('have another value, or the one that it does not want', () => {
    assert.deepEqual(filtered(['region', '=', 'EU']), twoDays);
    assert.deepEqual(filtered(['region', '!=', 'US']), twoDays);
    assert.deepEqual(filtered(['region', '=', 'EU'], ['channel', '!=', 'own shop']), twoDays.slice(0, 1));
  });
  it('need not be right', () => {
    assert.deepEqual(
      read('a.csv', `${table}soon,US,web,n/a\n`, 'value', undefined, where(['region', '=', 'EU'])),
      twoDays,
    );
  });
  it('are not all where the value is nowhere', () => {
    assert.equal(filtered(['region', '=', 'Asia']), 'has no row where `region` is `Asia`: it has `EU`, `US`');
    assert.equal(
      filtered(['region', '=', 'Asia'], ['channel', '=', 'own shap']),
      'has no row where `channel` is `own shap`: did you mean `own shop`? It has `web`, `own shop`',
    );
    const empty = 'date,region,value\n2026-10-01,,1\n';
    assert.equal(
      read('a.csv', empty, 'value', undefined, where(['region', '=', 'EU'])),
      'has no row where `region` is `EU`: it is empty in all of them',
    );
  });
  it('may be all where each value is there, or only a value that is not wanted', () => {
    assert.deepEqual(filtered(['region', '=', 'US'], ['channel', '=', 'own shop']), []);
    const many = Array.from({ length: 200 }, (_, i) => `2026-10-01,r${i + 100},c${i + 100},1\n`).join('');
    const far = where(['region', '=', 'r299'], ['channel', '=', 'c100']);
    assert.deepEqual(read('a.csv', `date,region,channel,value\n${many}`, 'value', undefined, far), []);
    assert.deepEqual(
      read('a.csv', 'date,region,value\n2026-10-01,EU,1\n', 'value', undefined, where(['region', '!=', 'EU'])),
      [],
    );
  });
  it('may be none to count: nothing of the kind has happened yet', () => {
    const count = (value: string) =>
      read('a.csv', table, undefined, undefined, { ...where(['region', '=', value]), aggregation: 'count' });
    assert.deepEqual(count('Asia'), []);
    assert.equal(count('eu'), 'has no row where `region` is `eu`: did you mean `EU`? It has `EU`, `US`');
  });
  it('are not all where the value is misspelled', () => {
    assert.equal(
      filtered(['region', '=', 'eu']),
      'has no row where `region` is `eu`: did you mean `EU`? It has `EU`, `US`',
    );
  });
  it('have a column that is there', () => {
    assert.equal(
      filtered(['regoin', '=', 'EU']),
      'has no column `regoin`: did you mean `region`? It has `date`, `region`, `channel`, `value`',
    );
  });
  it('are compared as they are written, in JSON too', () => {
    const rows = [
      { date: '2026-10-01', year: 2026, final: true, value: 1 },
      { date: '2026-10-02', year: 2026, final: false, value: 2 },
    ];
    const own = where(['year', '=', '2026'], ['final', '=', 'true']);
    assert.deepEqual(read('a.json', JSON.stringify(rows), 'value', undefined, own), twoDays.slice(0, 1));
  });
  it('are counted', () => {
    const series = seriesOf(`${table}2026-10-03,EU,web,\n\n`, sourceOf('a.csv', 'value', where(['region', '=', 'EU'])));
    assert.deepEqual({ ...series, readings: [] }, { readings: [], rows: 4, otherRows: 1, emptyRows: 1 });
  });
});

describe('Several rows on one day', () => {
  const table =
    'date,value\n2026-10-01T12:00Z,0.1\n2026-10-01T18:00Z,0.2\n2026-10-01T09:00Z,\n2026-10-01T09:00Z,0.6\n,7\n';
  const day = (aggregation: DataSource['aggregation'], column?: string) =>
    read('a.csv', table.replace(column === undefined ? /x/ : /,7\n$/, ''), column, 'date', { aggregation });
  const results: [DataSource['aggregation'], number][] = [
    ['last', 0.2],
    ['sum', 0.9],
    ['mean', 0.3],
    ['min', 0.1],
    ['max', 0.6],
    ['count', 3],
  ];
  for (const [aggregation, value] of results)
    it(`come to their ${aggregation}`, () => assert.deepEqual(day(aggregation, 'value'), [['2026-10-01', value]]));

  it('are counted without a column, whatever is in them; one without a day is on none', () => {
    const source = { ...sourceOf('a.csv', undefined), aggregation: 'count' as const };
    const series = seriesOf(table, source);
    assert.deepEqual(
      'readings' in series && [series.readings.map(({ value }) => value), series.rows, series.emptyRows],
      [[4], 5, 1],
    );
  });
  it('are too much together', () => {
    assert.equal(
      read('a.csv', 'date,value\n2026-10-01,1e308\n2026-10-01,1e308\n', 'value', undefined, { aggregation: 'sum' }),
      'has values of one day that together are too large a number',
    );
  });
});

describe('A number with a decimal comma', () => {
  const one = (cell: string) =>
    read('a.csv', `date;value\n2026-10-01;${cell}\n`, 'value', undefined, { decimalComma: true });
  const numbers: [string, number][] = [
    ['1,5', 1.5],
    ['1.234,56', 1234.56],
    ['1.234.567', 1234567],
    ['1 234,5', 1234.5],
    ['1\u202f234,5', 1234.5],
    ['-0,25', -0.25],
    ['99,95 %', 99.95],
    ['€1,2M', 1_200_000],
    ['42', 42],
    ['1,5e3', 1500],
  ];
  for (const [cell, value] of numbers)
    it(`${cell} is ${value}`, () => assert.deepEqual(one(cell), [['2026-10-01', value]]));
  const wrongs: [string, string][] = [
    ['1.5', '`1.5`: with `decimal comma`, points stand in groups of three'],
    ['1,234.5', '`1,234.5`: with `decimal comma`, points stand in groups of three'],
    ['1,2,3', '`1,2,3` is no number'],
    ['n/a', '`n/a` is no number'],
  ];
  for (const [cell, message] of wrongs)
    it(`${cell} is none`, () => assert.equal(one(cell), `row 2, column \`value\`: ${message}`));
});

describe('Many mistakes', () => {
  const rows = (count: number) => `date,value\n2026-10-01,1\n${'2026-10-02,n/a\n'.repeat(count)}`;
  it('are the first one, and how many more', () => {
    assert.equal(csv(rows(2)), 'row 3, column `value`: `n/a` is no number (and one more row is wrong)');
    assert.equal(csv(rows(9)), 'row 3, column `value`: `n/a` is no number (and 8 more rows are wrong)');
  });
});

describe('A JSON Lines file', () => {
  const lines = (text: string, column?: string) => read('a.jsonl', text, column);
  it('has an object a line', () => {
    const text = '{"date": "2026-10-02", "value": 2.5}\r\n\r\n{"date": "2026-10-01", "value": "1"}';
    assert.deepEqual(lines(text), twoDays);
    assert.deepEqual(read('a.ndjson', `\uFEFF${text}\n`), twoDays);
  });
  it('may have other properties in each', () => {
    assert.deepEqual(
      lines('{"note": 1}\n{"week": "2026-10-01", "value": 1}\n{"week": "2026-10-02", "value": 2.5}'),
      twoDays,
    );
  });
  it('says in which line it is none', () => {
    assert.match(String(lines('{"date": "2026-10-02"}\n{"date": \n')), /^line 2: it is no JSON: /);
    // A line of its own is no place to count lines in.
    assert.equal(
      String(lines('{"date": "2026-10-02"}\n{oops\n')),
      "line 2: it is no JSON: Expected property name or '}', at character 2",
    );
    assert.equal(
      lines('{"date": "2026-10-02"}\n\n[1]\n'),
      'line 3: it is no object: write one such as `{ "date": "2026-10-31", "value": 36 }`',
    );
    assert.equal(
      lines('{"date": "2026-10-02", "value": 1}\n{"date": "2026-10-02", "value": "x"}\n'),
      'line 2, column `value`: `x` is no number',
    );
    assert.equal(lines('\n'), 'is empty');
  });
});

describe('A large file', () => {
  it('has no row of millions of letters', () => {
    const piece = 'x'.repeat(50_000);
    const open = ['date,value\n2026-10-01,1\n2026-10-02,"1\n', ...new Array<string>(60).fill(piece)];
    assert.equal(read('a.csv', open), 'row 3: a quote is never closed: close it');
    assert.equal(
      read('a.jsonl', ['{"a":1}\n', ...new Array<string>(60).fill(piece)]),
      'line 2: it is longer than any object that somebody reads',
    );
  });
  it('is no JSON in one piece', () => {
    assert.equal(
      read('a.json', new Array<string>(21).fill(' '.repeat(1_000_000))),
      'has more than 20 MB, too much to be read in one: as JSON Lines (`.jsonl`, one object a line) it may be of any size',
    );
  });
  it('is not read further than the first mistake that makes it useless', () => {
    let taken = 0;
    function* pieces() {
      yield `date,price\n${'2026-10-01,1\n'.repeat(6000)}`;
      for (; taken < 100; taken++) yield '2026-10-01,1\n';
    }
    const files = new DataFiles('file:///w');
    files.onWanted = () => {
      for (const wanted of files.takeWanted()) readNow(files, wanted, { pieces: pieces() });
    };
    const series = files.series('file:///w/a.okr', sourceOf('a.csv', 'value'));
    assert.ok(typeof series === 'object' && 'message' in series);
    assert.equal(taken, 0);
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
          delimiter: fc.constantFrom(',', ';', '\t', '|'),
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

  const delimiter = fc.constantFrom(',', ';', '\t', '|');
  const newline = fc.constantFrom('\n', '\r\n', '\r');
  const aggregation = fc.constantFrom('last', 'sum', 'mean', 'min', 'max', 'count') as fc.Arbitrary<
    DataSource['aggregation']
  >;
  const few = fc.record({
    date: fc.constantFrom('2026-10-01', '2026-10-02', '2026-10-05'),
    region: fc.constantFrom('EU', 'US', 'a "b"'),
    value: fc.option(fc.integer({ min: -1e6, max: 1e6 }), { nil: undefined }),
  });

  it('comes to what can be worked out by hand', () => {
    fc.assert(
      fc.property(
        fc.array(few, { minLength: 1, maxLength: 30 }),
        fc.record({ delimiter, newline, quotes: fc.boolean() }),
        aggregation,
        fc.boolean(),
        fc.boolean(),
        (rows, options, how, isNot, bom) => {
          const fitting = rows.filter(({ region }) => (region === 'EU') !== isNot);
          const days = [...new Set(fitting.map(({ date }) => date))].sort().flatMap(date => {
            const values = fitting.flatMap(each => (each.date === date ? (each.value ?? []) : []));
            return values.length === 0 ? [] : [[date, byHand(how, values)]];
          });
          const there = [...new Set(rows.map(({ region }) => `\`${region}\``))].join(', ');
          const expected =
            fitting.length > 0 || isNot || how === 'count'
              ? days
              : `has no row where \`region\` is \`EU\`: it has ${there}`;
          const written = rows.map(each => ({ ...each, value: each.value === undefined ? '' : String(each.value) }));
          const more = { aggregation: how, where: [{ column: 'region', isNot, value: 'EU' }] };
          const fields = ['region', 'value', 'date'];
          const table = `${bom ? '\uFEFF' : ''}${Papa.unparse({ fields, data: written }, options)}`;
          assert.deepEqual(read('a.csv', table, 'value', undefined, more), expected);
          const lines = written.map(each => JSON.stringify(each)).join(options.newline.replace(/^\r$/, '\n'));
          assert.deepEqual(read('a.jsonl', lines, 'value', undefined, more), expected);
        },
      ),
    );
  });

  it('is the same in whichever pieces it comes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ day, number, prose }), { minLength: 900, maxLength: 1100 }),
        fc.record({ delimiter, newline, quotes: fc.boolean() }),
        fc.array(fc.integer({ min: 1, max: 70_000 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom('a.csv', 'a.jsonl'),
        (rows, options, lengths, name) => {
          const written = rows.map(each => ({
            'the note': each.prose.repeat(8),
            date: each.day.toISOString().slice(0, 10),
            value: String(each.number),
          }));
          const text =
            name === 'a.csv' ? Papa.unparse(written, options) : written.map(each => JSON.stringify(each)).join('\n');
          const pieces: string[] = [];
          for (let at = 0, i = 0; at < text.length; i++) {
            const length = lengths[i % lengths.length] as number;
            pieces.push(text.slice(at, at + length));
            at += length;
            if (pieces.length > 3000) {
              pieces.push(text.slice(at));
              break;
            }
          }
          assert.deepEqual(read(name, pieces), read(name, text));
        },
      ),
      { numRuns: 30 },
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
        for (const name of ['a.csv', 'a.tsv', 'a.json', 'a.jsonl', 'a']) read(name, pieces.join(''));
      }),
    );
  });
});

function byHand(aggregation: DataSource['aggregation'], values: readonly number[]): number {
  const sum = values.reduce((all, value) => all + value, 0);
  switch (aggregation) {
    case 'last':
      return values.at(-1) as number;
    case 'sum':
      return sum;
    case 'mean':
      return Number((sum / values.length).toPrecision(15));
    case 'min':
      return Math.min(...values);
    case 'max':
      return Math.max(...values);
    case 'count':
      return values.length;
  }
}
