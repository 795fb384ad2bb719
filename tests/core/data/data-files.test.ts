import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fromIso } from '../../../server/core/calendar/day.ts';
import { DataFiles, MAX_DATA_LENGTH } from '../../../server/core/data/data-files.ts';
import { readRows } from '../../../server/core/data/rows.ts';
import { Memo } from '../../../server/core/model/cells.ts';

const root = 'file:///okrs/acme';
const team = `${root}/growth/team.okr`;
const uptime = `${root}/metrics/uptime.csv`;
const source = { path: '../metrics/uptime.csv', column: 'availability', dateColumn: undefined };
const text = 'week,availability,page load\n2026-07-05,99.98,341\n2026-07-12,99.97,338\n';
const readings = [
  { day: fromIso('2026-07-05'), value: 99.98, note: '' },
  { day: fromIso('2026-07-12'), value: 99.97, note: '' },
];

describe('A data file', () => {
  it('is asked for once, and read when a door has given it', () => {
    const files = new DataFiles(root, readRows);
    let calls = 0;
    files.onWanted = () => calls++;
    const rows = new Memo(() => files.rows(team, source));
    assert.equal(rows.get(), 'loading');
    assert.equal(files.rows(`${root}/other.okr`, { ...source, path: 'metrics/uptime.csv' }), 'loading');
    assert.equal(calls, 1);
    assert.deepEqual(files.takeWanted(), [uptime]);
    assert.deepEqual(files.takeWanted(), []);
    assert.equal(files.rows(team, source), 'loading');
    assert.deepEqual(files.takeWanted(), []);

    files.set(uptime, { text });
    assert.deepEqual(rows.get(), readings);
    assert.deepEqual(files.rows(`${root}/other.okr`, { ...source, path: 'metrics/uptime.csv' }), readings);
    assert.deepEqual(files.takeWanted(), []);
  });

  it('is parsed once for each pair of columns', () => {
    const files = new DataFiles(root, readRows);
    files.set(uptime, { text });
    const first = files.rows(team, source);
    assert.equal(files.rows(team, source), first);
    assert.notEqual(files.rows(team, { ...source, dateColumn: 'week' }), first);
    const load = files.rows(team, { ...source, column: 'page load' });
    assert.deepEqual(Array.isArray(load) && load.map(({ value }) => value), [341, 338]);
    files.set(uptime, { text });
    assert.equal(files.rows(team, source), first);
  });

  it('that changes is told to those who read it, and to nobody else', () => {
    const files = new DataFiles(root, readRows);
    files.set(uptime, { text });
    files.set(`${root}/metrics/nps.csv`, { text: 'date,nps\n2026-07-05,36\n' });
    let [ofUptime, ofNps] = [0, 0];
    const one = new Memo(() => [files.rows(team, source), ++ofUptime]);
    const two = new Memo(() => [files.rows(team, { ...source, path: '../metrics/nps.csv', column: 'nps' }), ++ofNps]);
    one.get();
    two.get();
    files.set(uptime, { text: `${text}2026-07-19,99.99,335\n` });
    assert.deepEqual([one.get()[1], two.get()[1]], [2, 1]);
  });

  it('that is forgotten is wanted again by its readers', () => {
    const files = new DataFiles(root, readRows);
    let calls = 0;
    files.onWanted = () => calls++;
    const rows = new Memo(() => files.rows(team, source));
    files.set(uptime, { text });
    rows.get();
    files.set(uptime, undefined);
    assert.equal(rows.get(), 'loading');
    assert.deepEqual([calls, files.takeWanted()], [1, [uptime]]);
  });

  it('that is forgotten while it is being read is wanted once more', () => {
    const files = new DataFiles(root, readRows);
    const rows = new Memo(() => files.rows(team, source));
    rows.get();
    files.takeWanted();
    files.set(uptime, undefined);
    assert.equal(rows.get(), 'loading');
    assert.deepEqual(files.takeWanted(), [uptime]);
  });

  it('that nobody reads is not wanted', () => {
    const files = new DataFiles(root, readRows);
    files.set(uptime, undefined);
    assert.deepEqual(files.takeWanted(), []);
  });

  it('is the same file however its URI is spelled', () => {
    const files = new DataFiles('file:///c%3A/okrs', readRows);
    files.set('file:///C:/okrs/my data.csv', { text: 'date,nps\n2026-07-05,36\n' });
    const rows = files.rows('file:///c%3A/okrs/a.okr', { path: 'my data.csv', column: 'nps', dateColumn: undefined });
    assert.ok(Array.isArray(rows) && rows.length === 1);
  });
});

describe('A data file that is wrong', () => {
  const files = new DataFiles(root, readRows);
  const wrong = (message: string) => ({ code: 'data-unreadable', message });

  it('says why a door could not read it', () => {
    files.set(uptime, { unreadable: 'there is no such file' });
    assert.deepEqual(files.rows(team, source), wrong('`metrics/uptime.csv` cannot be read: there is no such file'));
  });
  it('names the file, the row and the column', () => {
    files.set(uptime, { text: 'week,availability\n2026-07-05,soon\n' });
    assert.deepEqual(
      files.rows(team, source),
      wrong('`metrics/uptime.csv`, row 2, column `availability`: `soon` is no number'),
    );
    files.set(uptime, { text: 'week,avail\n2026-07-05,soon\n' });
    assert.deepEqual(
      files.rows(team, source),
      wrong('`metrics/uptime.csv` has no column `availability`: it has `week`, `avail`'),
    );
  });
  it('is not read when it is too large', () => {
    files.set(uptime, { text: ' '.repeat(MAX_DATA_LENGTH + 1) });
    assert.deepEqual(
      files.rows(team, source),
      wrong(
        '`metrics/uptime.csv` has 21 MB, and a data file may have 20: keep one row a day, or only the columns in use',
      ),
    );
  });
  it('is never asked for outside the workspace', () => {
    files.takeWanted();
    const rows = files.rows(team, { ...source, path: '../../secret.csv' });
    assert.equal(typeof rows === 'object' && 'code' in rows && rows.code, 'data-outside-workspace');
    assert.deepEqual(files.takeWanted(), []);
  });
});
