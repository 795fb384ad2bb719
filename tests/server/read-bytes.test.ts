/** The bytes of a file as what the core imports: workbooks, archives, YAML; and what no limit lets in. */
import assert from 'node:assert/strict';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, it } from 'mocha';
import writeWorkbook, { type SheetData } from 'write-excel-file/node';
import { ImportProblem } from '../../server/core/import/source.ts';
import { readBytes, readTogether } from '../../server/import/read-bytes.ts';

async function rowsOf(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const { input } = await readBytes('goals.xlsx', bytes);
  return input.format === 'rows' ? input.rows : [];
}
/** A workbook as the library writes it. */
async function workbook(...sheets: { readonly sheet: string; readonly data: SheetData }[]): Promise<Uint8Array> {
  return new Uint8Array(await (await writeWorkbook(sheets)).toBuffer());
}
/** The same with one of its XML files written otherwise. */
function rewritten(bytes: Uint8Array, name: RegExp, change: (xml: string) => string): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([path, part]): [string, Uint8Array] => [
    path,
    name.test(path) ? strToU8(change(strFromU8(part))) : part,
  ]);
  return zipSync(Object.fromEntries(parts));
}
const fails = (name: string, bytes: Uint8Array, message: RegExp) =>
  assert.rejects(readBytes(name, bytes), (error: unknown) => {
    assert.ok(error instanceof ImportProblem, String(error));
    assert.match(error.message, message);
    return true;
  });

describe('A workbook', () => {
  const header = ['Title', 'Progress', 'Due Date'].map(value => ({ value }));

  it('has its cells as people see them: percent with its sign, days as days', async () => {
    const shown = [
      [0.07, '0%', '7%'],
      [0.0725, '0.00%', '7.25%'],
      [1.1, '0%', '110%'],
      [-0.3, '0.0%', '-30%'],
      [0.07, '0.0" of "%;[Red]-0.0%', '7%'],
      [0.07, '0.00', '0.07'],
      [7, '0"%"', '7'],
      [7, '0\\%', '7'],
      [7, '0;0%', '7'],
      [1250, '#,##0', '1250'],
    ] as const;
    const days = ['d mmm yyyy', 'mm/dd/yyyy', 'yyyy-mm-dd', 'dd.mm.yyyy hh:mm'];
    const data: SheetData = [
      header,
      ...shown.map(([value, format]) => [{ value: format }, { value, format }]),
      ...days.map(format => [{ value: format }, null, { value: new Date('2026-10-31T09:30:00Z'), format }]),
    ];
    const [, ...rows] = await rowsOf(await workbook({ sheet: 'Goals', data }));
    assert.deepEqual(
      rows.slice(0, shown.length).map(([, percent]) => percent),
      shown.map(([, , text]) => text),
    );
    assert.deepEqual(
      rows.slice(shown.length).map(([, , day]) => day),
      days.map(() => '2026-10-31'),
    );
  });

  it('may say a percent as the value of a formula, with names of tags of its own', async () => {
    const plain = await workbook({ sheet: 'Goals', data: [header, [{ value: 'NPS' }, { value: 0.07, format: '0%' }]] });
    const formula = rewritten(plain, /sheet1\.xml$/, xml =>
      xml.replace('<v>0.07</v>', '<f>IF(A2&gt;1,B1/C1)</f><v>0.07</v>'),
    );
    const prefixed = rewritten(formula, /(?:sheet1|styles)\.xml$/, xml =>
      xml.replace(/<(\/?)(?=[a-z])/gi, '<$1x:').replace('xmlns=', 'xmlns:x='),
    );
    for (const bytes of [formula, prefixed]) assert.equal((await rowsOf(bytes))[1]?.[1], '7%');
  });

  it('is read by the sheet whose columns are known best, and the others are named', async () => {
    const { input, passedOver } = await readBytes(
      'goals.xlsx',
      await workbook(
        { sheet: 'Notes', data: [['What I thought', 'of', 'the', 'last', 'quarter'].map(value => ({ value }))] },
        { sheet: 'OKRs', data: [header, [{ value: 'Love' }]] },
        { sheet: 'Empty', data: [] },
      ),
    );
    assert.deepEqual(input.format === 'rows' && input.rows[1], ['Love', '', '']);
    assert.deepEqual(
      passedOver.map(({ place }) => place),
      ['sheet “Notes”'],
    );
  });

  it('may be called anything: its bytes tell', async () => {
    const bytes = await workbook({ sheet: 'Goals', data: [header, [{ value: 'Love' }]] });
    for (const name of ['goals.xlsm', 'goals', 'goals.csv', 'GOALS.XLSX']) {
      const { input } = await readBytes(name, bytes);
      assert.equal(input.format, 'rows', name);
    }
  });

  it('that is none says so, whatever it is called', async () => {
    await fails('a.xlsx', strToU8('Title'), /^It is no XLSX file: save it again/);
    await fails('a.xlsx', zipSync({ 'a.txt': strToU8('x') }), /^It is no XLSX file that can be read/);
    await fails('a.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), /^The old format of Excel/);
    await fails('a.csv', strToU8('PK\u0003\u0004 and then nothing'), /^It is no ZIP file that can be read/);
    await fails('a.xlsx', await workbook({ sheet: 'Goals', data: [] }), /^It has no sheet with anything in it/);
  });
});

describe('A workbook that asks for more room or time than there is', () => {
  const inSheet = async (xml: string) =>
    rewritten(await workbook({ sheet: 'Goals', data: [[{ value: 'Title' }]] }), /sheet1\.xml$/, sheet =>
      sheet.replace(/<sheetData>[\s\S]*/, () => `<sheetData>${xml}</sheetData></worksheet>`),
    );
  const cell = (at: string) => `<row r="${at.replace(/\D+/, '')}"><c r="${at}" t="str"><v>Title</v></c></row>`;

  it('by a row or a column far away is refused', async () => {
    const tooLarge = /^It has a sheet of more than 1,048,576 rows or 4 million cells/;
    for (const xml of [
      cell('A99999999'),
      cell('A1') + cell('ZZZZZZ2'),
      cell('A1000') + cell('XFD1001'),
      cell('A1').replaceAll('"', "'").replace("'A1'", "'A&#57;999999'"),
      `<row r="1"><c b=">" r="A99999999"><v>1</v></c></row>`,
      `<x.y:row r = "99999999"></x.y:row>`,
      '<row r="1"/>'.repeat(1_048_577),
    ])
      await fails('a.xlsx', await inSheet(xml), tooLarge);
    const { input } = await readBytes(
      'a.xlsx',
      await inSheet(`${cell('A1')}<row r="9"><c r="XFD9"/></row>${cell('B90')}`),
    );
    assert.equal(input.format === 'rows' && input.rows.length, 90);
  });

  it('by a part that does not end is no workbook', async () => {
    for (const endless of ['<c r="A1" s="1"', ' a="1"', '<!-- a> ', '<![CDATA[ a>', 'a'])
      await fails(
        'a.xlsx',
        await inSheet(`<row r="1"><c ${endless.repeat(2 ** 18)}`),
        /^It is no XLSX file that can be read/,
      );
  });
});

describe('An archive', () => {
  it('is the JSON files in it, whatever leads there; what a system leaves in it is passed over', async () => {
    const { input, passedOver } = await readBytes(
      'export.zip',
      zipSync({
        '../../etc/objectives.json': strToU8('[]'),
        'C:\\teams.json': strToU8('[]'),
        '__MACOSX/x.json': strToU8('{'),
        'a/.hidden.json': strToU8('{'),
        'all.csv': strToU8('Title\n'),
        __proto__: strToU8('{'),
      } as Zippable),
    );
    assert.deepEqual(input.format === 'objects' && input.files.map(({ name }) => name), [
      '../../etc/objectives.json',
      'C:\\teams.json',
    ]);
    assert.deepEqual(
      passedOver.map(({ place }) => place),
      ['all.csv'],
    );
  });

  it('unpacks no more than an export can hold, whatever its directory says', async () => {
    const tooLarge = /^It unpacks to more than 2,000 files or 200 MB, which no export of OKRs is$/;
    const bomb = zipSync({ 'a.json': new Uint8Array(201 * 2 ** 20) }, { level: 9 });
    await fails('bomb.zip', bomb, tooLarge);
    await fails('bomb.xlsx', bomb, tooLarge);
    const many = Array.from({ length: 2_001 }, (_, i): [string, Uint8Array] => [`${i}.json`, new Uint8Array(1)]);
    await fails('many.zip', zipSync(Object.fromEntries(many)), tooLarge);
    // It says that it is empty once unpacked, two hundred times; its bytes are not packed, and would be copied each time.
    const parts = Array.from({ length: 250 }, (_, i): [string, Uint8Array] => [`${i}.json`, new Uint8Array(1)]);
    const lies = zipSync(Object.fromEntries(parts), { level: 0 });
    const view = new DataView(lies.buffer);
    for (let at = 0; at < lies.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) {
        view.setUint32(at + 20, 2 ** 20, true);
        view.setUint32(at + 24, 0, true);
      }
    await fails('lies.zip', lies, tooLarge);
  });

  it('that is broken, or holds nothing of use, says so', async () => {
    const whole = zipSync({ 'a.json': strToU8('[{"Title": "Love"}]') });
    await fails('half.zip', whole.subarray(0, whole.length - 20), /broken, or only a part of it arrived/);
    await fails('a.zip', strToU8('Title'), /broken, or only a part of it arrived/);
    await fails('a.zip', zipSync({ 'a.txt': strToU8('x') }), /^There is no JSON or CSV file in it/);
    await fails('a.zip', zipSync({ 'a.json': strToU8('{') }), /^`a\.json` is no JSON: /);
    await fails('a.zip', zipSync({ 'a.json': new Uint8Array([0x5b, 0xff]) }), /^`a\.json`: This file is not UTF-8/);
  });
});

describe('YAML', () => {
  const contentOf = async (text: string) => {
    const { input } = await readBytes('a.yaml', strToU8(text));
    return input.format === 'objects' ? input.files[0]?.content : undefined;
  };
  it('is of version 1.2, with aliases', async () => {
    assert.deepEqual(await contentOf('q: &q { cycle: 2026-Q4 }\nno: no\nall: [*q, 2026-10-31]\n'), {
      q: { cycle: '2026-Q4' },
      no: 'no',
      all: [{ cycle: '2026-Q4' }, '2026-10-31'],
    });
  });
  it('that is none says in which line', () => fails('a.yml', strToU8('a: 1\nb: [c'), /^It is no YAML in line \d+: \w/));
  it('that never ends is not read', async () => {
    const levels = Array.from({ length: 9 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i}, `.repeat(9)}]`);
    for (const text of [`l0: &l0 [a]\n${levels.join('\n')}`, 'a: &a [*a]'])
      await fails('a.yaml', strToU8(text), /^Its aliases repeat it more than a million times, or for ever/);
  });
});

describe('The JSON files of one export', () => {
  it('are read together', () => {
    const read = readTogether(
      new Map([
        ['a.json', strToU8('[]')],
        ['b.json', strToU8('\ufeff{}')],
      ]),
    );
    assert.deepEqual(read.input.format === 'objects' && read.input.files.map(({ content }) => content), [[], {}]);
  });
});
