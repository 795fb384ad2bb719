import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, it } from 'mocha';
import Papa from 'papaparse';
import writeWorkbook from 'write-excel-file/node';
import { folderWith, okr, root } from './okr.ts';

const sources = join(root, 'tests/core/import/sources');
const source = (name: string) => readFileSync(join(sources, name));
const text = (cwd: string, path: string) => readFileSync(join(cwd, path), 'utf8');

const columns = ['Title', 'Type', 'Owner', 'Time Period', 'Start', 'Target', 'Current', 'Last Check-in'];
const goals = [
  columns.join(','),
  'Customers love us,Objective,Ana Silva,Q4 2026,,,,',
  'Raise our NPS,Key Result,,Q4 2026,32,50,36,2026-10-31',
].join('\n');
const withParents = goals
  .replace('Last Check-in', 'Last Check-in,Parent')
  .replace(',,,,\n', ',,,,,\n')
  .replace('2026-10-31', '2026-10-31,Customers love us');

/** A CSV as the workbook that it may have been: numbers, percent and days in cells of their formats. */
async function workbookOf(csv: string): Promise<Uint8Array> {
  const { data } = Papa.parse<string[]>(csv.replace(/^\ufeff/, ''));
  const cells = data.map(row =>
    row.map(value => {
      const [, month, day, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(value) ?? [];
      if (year !== undefined) return { value: new Date(`${year}-${month}-${day}`), format: 'mm/dd/yyyy' };
      if (/^\d+%$/.test(value)) return { value: Number.parseInt(value, 10) / 100, format: '0%' };
      return /^\d+$/.test(value) ? { value: Number(value) } : { value };
    }),
  );
  return writeWorkbook(cells).toBuffer();
}

describe('okr import', () => {
  it('writes new files, names them, says what it left out, and checks them', async () => {
    const cwd = folderWith({ 'goals.csv': withParents });
    const { code, stdout, stderr } = await okr('import goals.csv -o okrs', { cwd });
    assert.equal(code, 0, stderr);
    assert.equal(stdout, 'okrs/2026-Q4.okr\nokrs/who-is-who.okr\n');
    assert.equal(
      text(cwd, 'okrs/2026-Q4.okr'),
      [
        'cycle 2026-Q4',
        '',
        'objective customers-love: Customers love us',
        '  owner @ana.silva',
        '',
        '  kr nps: Raise our NPS',
        '    from 32 to 50',
        '    checkin 2026-10-31 36',
        '',
      ].join('\n'),
    );
    assert.match(stderr, /^1 objective, 1 key result, 1 check-in and 1 person are in 2 files\.\n/);
    assert.match(stderr, /Checked: .*no error: `okr check okrs` says more\.\n$/);
    assert.deepEqual(readdirSync(join(cwd, 'okrs')), ['2026-Q4.okr', 'who-is-who.okr']);
  });

  it('never writes over a file, and then writes none', async () => {
    const cwd = folderWith({ 'goals.csv': withParents, 'okrs/who-is-who.okr': 'person @ana: Ana\n' });
    const { code, stdout, stderr } = await okr('import goals.csv -o okrs', { cwd });
    assert.deepEqual([code, stdout], [2, '']);
    assert.equal(
      stderr,
      'error: `okrs/who-is-who.okr` is there already, and nothing is written over: choose another folder with `-o`\n',
    );
    assert.deepEqual(readdirSync(join(cwd, 'okrs')), ['who-is-who.okr']);
  });

  it('--dry-run prints the files and writes none', async () => {
    const cwd = folderWith({ 'goals.csv': withParents });
    const { code, stdout, stderr } = await okr('import goals.csv --dry-run', { cwd });
    assert.equal(code, 0);
    assert.match(stdout, /^# 2026-Q4\.okr\n\ncycle 2026-Q4\n\nobjective customers-love/);
    assert.match(stderr, /would be in 2 files/);
    assert.deepEqual(readdirSync(cwd).sort(), ['goals.csv', 'okr.json']);
  });

  it('maps columns as it is told, by pairs or a file of them', async () => {
    const csv = 'What;Whose;From here;To there\nRaise our NPS;Ana Silva;32;50\n';
    const cwd = folderWith({
      'a.csv': csv,
      'map.json': '{ "title": "What", "owner": "Whose", "start": "From here", "target": "To there" }',
    });
    const unmapped = await okr('import a.csv --dry-run', { cwd });
    assert.equal(
      unmapped.stderr,
      'error: `a.csv`: No column of it is known to hold the titles: it has `What`, `Whose`, `From here`, `To there`; say which with `--map title="…"`\n',
    );
    const pairs = ['import', 'a.csv', '--dry-run', '--map', 'keyResult=What', '--map', 'target=To there'];
    assert.match((await okr(pairs, { cwd })).stdout, /kr nps: Raise our NPS\n {4}from \? to 50\n/);
    assert.match(
      (await okr('import a.csv --dry-run --map map.json', { cwd })).stdout,
      /objective nps: Raise our NPS\n {2}owner @ana\.silva\n/,
    );
    const wrong = await okr(['import', 'a.csv', '--map', 'title=Whta'], { cwd });
    assert.equal(wrong.stderr, 'error: `a.csv`: It has no column `Whta`: did you mean `What`?\n');
    const none = await okr('import a.csv --map nothing.json', { cwd });
    assert.match(none.stderr, /^error: `--map nothing\.json`: that is no pair, and there is no such file;/);
    const status = await okr('import a.csv --map at-risk=red', { cwd });
    assert.equal(status.stderr, 'error: `--map`: `at-risk` is `off-track` or `at-risk`, and `red` is neither\n');
  });

  it('takes text from standard input, and puts it into a cycle and a team', async () => {
    const cwd = folderWith({});
    const stdin = source('pasted.txt');
    const { code, stdout } = await okr('import - --cycle 2026-Q4 --team Growth -o okrs', { cwd, stdin });
    assert.equal(code, 0);
    assert.equal(stdout, 'okrs/growth/2026-Q4.okr\nokrs/growth/team.okr\nokrs/who-is-who.okr\n');
  });

  it('reads an XLSX file as its CSV', async () => {
    const cwd = folderWith({});
    for (const csv of [withParents, source('viva.csv').toString()]) {
      writeFileSync(join(cwd, 'goals.csv'), csv);
      writeFileSync(join(cwd, 'goals.xlsx'), await workbookOf(csv));
      const [fromXlsx, fromCsv] = [
        await okr('import goals.xlsx --dry-run', { cwd }),
        await okr('import goals.csv --dry-run', { cwd }),
      ];
      assert.equal(fromXlsx.code, 0, fromXlsx.stderr);
      assert.equal(fromXlsx.stdout, fromCsv.stdout);
    }
  });

  it('reads the JSON files of an export as a folder, as a ZIP, and by one of them', async () => {
    const names = readdirSync(join(sources, 'viva-json'));
    const zip = zipSync(Object.fromEntries(names.map(name => [`export/${name}`, source(`viva-json/${name}`)])));
    const cwd = folderWith({
      'export.zip': zip,
      ...Object.fromEntries(names.map(name => [`viva/${name}`, source(`viva-json/${name}`)])),
    });
    const fromZip = await okr('import export.zip --dry-run', { cwd });
    assert.equal(fromZip.code, 0, fromZip.stderr);
    assert.match(fromZip.stdout, /checkin 2024-08-20 1,250 by @grace off-track: Omar is away/);
    assert.equal((await okr('import viva --dry-run', { cwd })).stdout, fromZip.stdout);
    assert.equal((await okr('import viva/Objectives.json --dry-run', { cwd })).stdout, fromZip.stdout);
  });

  it('writes where fiscal years begin, in a folder without settings', async () => {
    const cwd = folderWith({ 'a/x.txt': '' });
    const inside = await okr(['import', join(sources, 'viva-json'), '-o', 'okrs'], { cwd });
    assert.match(inside.stderr, /okr\.json should say `"fiscalYearStart": 7`/);
    const { rmSync } = await import('node:fs');
    rmSync(join(cwd, 'okr.json'));
    const alone = await okr(['import', join(sources, 'viva-json'), '-o', 'new'], { cwd });
    assert.equal(alone.code, 0, alone.stderr);
    assert.deepEqual(JSON.parse(text(cwd, 'new/okr.json')), { root: true, fiscalYearStart: 7 });
  });

  it('knows what “at risk” means where it is told, or told the tool', async () => {
    const csv = 'Title,Type,Owner,Status,Last Check-in\nLove,Objective,@ana,At risk,2026-10-31\n';
    const cwd = folderWith({ 'a.csv': csv });
    const ran = (more: string) => okr(`import a.csv --dry-run ${more}`, { cwd });
    const unclear = await ran('');
    assert.match(unclear.stdout, /checkin 2026-10-31: At risk\n/);
    assert.match(unclear.stderr, /row 2: Status “At risk”: the worst of three in some tools/);
    assert.match((await ran('--from viva')).stdout, /checkin 2026-10-31 off-track\n/);
    assert.match((await ran('--map at-risk=at-risk')).stdout, /checkin 2026-10-31 at-risk\n/);
  });

  it('says how to decide what a source leaves open', async () => {
    const csv =
      'Title,Type,Current,Status,Due Date,Last Check-in\nLove,KR,,At risk,3/4/2026,2026-10-31\nNPS,KR,36,,,\n';
    const { stderr } = await okr('import a.csv --dry-run', { cwd: folderWith({ 'a.csv': csv }) });
    for (const told of [
      'is in no cycle: `--cycle 2026-Q4` puts it into one\n',
      'may come first: say which with `--map dates=day-first` or `month-first`\n',
      'kept in the note: say which with `--map at-risk=off-track` or `--map at-risk=at-risk`\n',
      'kept as words: `--as-of DATE` gives it one\n',
    ])
      assert.ok(stderr.includes(told), `${told} is not in ${stderr}`);
  });

  it('reads YAML, and Markdown', async () => {
    const cwd = folderWith({
      'a.yaml': 'objectives:\n  - title: Love\n    keyResults:\n      - { title: NPS, start: 32, target: 50 }\n',
    });
    assert.match(
      (await okr('import a.yaml --dry-run', { cwd })).stdout,
      /objective love: Love\n\n {2}kr nps: NPS\n {4}from 32 to 50\n/,
    );
    assert.match((await okr(['import', join(sources, 'wiki.md'), '--dry-run'], { cwd })).stdout, /cycle 2019-Q3/);
  });

  it('ends with 1 where what it wrote is wrong', async () => {
    const csv = 'ID,Title,Type,Parent\na,One thing,Objective,b\nb,Another thing,Objective,a\n';
    const cwd = folderWith({ 'circle.csv': csv });
    const { code, stdout } = await okr('import circle.csv -o okrs', { cwd });
    assert.equal(code, 1);
    assert.match(stdout, /alignment-circle/);
    assert.ok(existsSync(join(cwd, 'okrs/objectives.okr')));
  });

  const bad: readonly [name: string, content: string | Uint8Array, message: RegExp][] = [
    ['empty.csv', '', /^error: `in\/empty\.csv` is empty/],
    ['header.csv', 'Title,Owner\n', /a row of column names and nothing below it/],
    ['latin.csv', new Uint8Array([84, 105, 116, 108, 101, 10, 0xe4, 10]), /not UTF-8 .* line 2/],
    [
      'quote.csv',
      'Title,Owner\n"a,b\n',
      /^error: `in\/quote\.csv`: Row 2 has a quote that is never closed, or one inside a quoted text: close the one, or write the other twice\n$/,
    ],
    ['broken.zip', strToU8('PK\u0003\u0004 and then nothing'), /no ZIP file that can be read/],
    ['nothing.zip', zipSync({ 'a.txt': strToU8('x') }), /no JSON or CSV file in it/],
    ['broken.xlsx', zipSync({ 'a.txt': strToU8('x') }), /no XLSX file that can be read/],
    ['text.xlsx', 'Title', /It is no XLSX file/],
    ['old.xls', 'Title', /old format of Excel/],
    ['a.json', '{ "a": ', /^error: `in\/a\.json` is no JSON/],
    ['b.json', '{ "a": 1 }', /No objective is found in it/],
    ['a.yaml', 'a: [b', /It is no YAML/],
    ['notes.txt', 'Bread, milk and eggs', /No objective is found in it/],
    ['future.json', '{ "format": "okr-export", "version": 9, "files": [] }', /version 9 of the format/],
    [
      'evil.json',
      '{ "format": "okr-export", "version": 1, "files": [{ "path": "../../evil.okr", "blocks": [{ "text": "x" }] }] }',
      /a path leads to an \.okr file/,
    ],
  ];
  for (const [name, content, message] of bad)
    it(`${name}: says what is wrong, and writes nothing`, async () => {
      const cwd = folderWith({ [`in/${name}`]: content });
      const { code, stdout, stderr } = await okr(`import in/${name} -o okrs`, { cwd });
      assert.deepEqual([code, stdout], [2, ''], stderr);
      assert.match(stderr, /^error: `in\//);
      assert.match(stderr, message);
      assert.ok(!existsSync(join(cwd, 'okrs')));
    });

  it('unpacks no more than an export can hold', async () => {
    const bomb = zipSync({ 'a.json': new Uint8Array(201 * 1024 * 1024) }, { level: 9 });
    const cwd = folderWith({ 'bomb.zip': bomb, 'bomb.xlsx': bomb });
    for (const name of ['bomb.zip', 'bomb.xlsx']) {
      const { code, stderr } = await okr(`import ${name} -o okrs`, { cwd });
      assert.equal(code, 2);
      assert.match(stderr, /unpacks to more than 2,000 files or 200 MB/);
    }
  });

  it('shows nothing of a source that a terminal would obey', async () => {
    const cwd = folderWith({ 'a.txt': 'Objective 1: A\u001b[2Jb\nKR 1.1: c\n  Current: \u001b]0;x\u0007\n' });
    const { stdout, stderr } = await okr('import a.txt --dry-run', { cwd, isTerminal: true, env: { NO_COLOR: '1' } });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what is looked for
    assert.doesNotMatch(stdout + stderr, /\u001b|\u0007/);
  });
});

describe('okr export', () => {
  const files = {
    'team.okr': '# Ours\n\nteam growth: Growth # since May\n  lead @ana\n',
    'growth/q4.okr':
      '\ufeffteam growth\r\ncycle 2026-Q4\r\n\r\nobjective love:   Love us\r\n  # why not\r\n  kr nps: NPS\r\n    from 32   to 50 points\r\n    checkin 2026-11-01 36 points: =1+1\r\n',
    'okr.json': '{ "root": true, "fiscalYearStart": "April" }\n',
  };

  it('as JSON imports back to the same files, byte for byte', async () => {
    const cwd = folderWith(files);
    const { code, stderr } = await okr('export -o all.json', { cwd });
    assert.deepEqual([code, stderr], [0, 'all.json: 3 files\n']);
    const back = await okr('import all.json -o copy', { cwd });
    assert.equal(back.code, 0, back.stderr);
    for (const [path, content] of Object.entries(files)) assert.equal(text(cwd, `copy/${path}`), content, path);
  });

  it('as JSON names the data files that are not in it, and who reads them', async () => {
    const cwd = folderWith({
      'okr.json': '{ "root": true }',
      'growth/q4.okr': [
        'team growth',
        'cycle 2026-Q4',
        'objective love: Love',
        '  kr nps: NPS',
        '    from 1 to 5',
        '    data "../numbers/nps.csv" column nps',
        '  kr churn: Churn',
        '    from 5% to 2%',
        '    data "../numbers/nps.csv" column churn',
        'kpi tickets: Tickets',
        '  healthy at most 350',
        '  data "tickets.csv" count',
        '',
      ].join('\n'),
      'numbers/nps.csv': 'date,nps,churn\n2026-11-01,3,4\n',
      'growth/tickets.csv': 'date\n2026-11-01\n',
    });
    const notes = [
      'Not in the export: numbers/nps.csv, which growth/love.nps, growth/love.churn read',
      'Not in the export: growth/tickets.csv, which growth/tickets reads',
      '',
    ].join('\n');
    const piped = await okr('export', { cwd });
    assert.deepEqual([piped.code, piped.stderr], [0, notes]);
    const written = await okr('export -o all.json', { cwd });
    assert.equal(written.stderr, `all.json: 2 files\n${notes}`);
    assert.equal((await okr('export --format csv', { cwd })).stderr, '');
  });

  it('refuses a file whose name would not come back', async function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folderWith({ 'okr.json': '{ "root": true }', 'a:b.okr': 'team a\n' });
    const { code, stderr } = await okr('export -o all.json', { cwd });
    assert.equal(code, 2);
    assert.match(stderr, /`a:b\.okr` cannot be exported: not every machine has files of this name; rename it/);
    assert.ok(!existsSync(join(cwd, 'all.json')));
  });

  it('as CSV has a row for each, which no spreadsheet takes for a formula, and which is imported again', async () => {
    const cwd = folderWith(files);
    const { stdout } = await okr('export --format csv --today 2026-11-21', { cwd });
    const [header, objective, keyResult] = stdout.split('\r\n');
    assert.match(header ?? '', /^ID,Type,Title,Owner,Team,Time Period,/);
    assert.match(objective ?? '', /^growth\/love,Objective,Love us,,growth,2026-Q4,/);
    assert.match(
      keyResult ?? '',
      /^growth\/love\.nps,Key Result,NPS,,growth,2026-Q4,.*,points,32,50,reach,36,2026-11-01,,"'=1\+1",1,growth\/love,/,
    );
    const again = await okr('import - --dry-run', { cwd, stdin: stdout });
    assert.match(
      again.stdout,
      /objective love-us: Love us\n[^=]*kr nps: NPS\n {4}from 32 to 50 points\n {4}checkin 2026-11-01 36 points .*off-track: =1\+1\n/,
    );
  });

  it('refuses where a file cannot be read: nothing of it would be in the export', async () => {
    const cwd = folderWith({ ...files, 'bad.okr': new Uint8Array([0xff, 0xff]) });
    const { code, stderr } = await okr('export -o all.json', { cwd });
    assert.equal(code, 2);
    assert.match(stderr, /`bad\.okr` cannot be exported: This file is not UTF-8/);
    assert.ok(!existsSync(join(cwd, 'all.json')));
  });
});
