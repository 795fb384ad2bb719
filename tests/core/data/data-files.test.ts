import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fromIso } from '../../../server/core/calendar/day.ts';
import { type DataFile, DataFiles } from '../../../server/core/data/data-files.ts';
import { fileOf, read, readNow } from '../../../server/core/data/read.ts';
import { Memo } from '../../../server/core/model/cells.ts';
import { sourceOf } from './source.ts';

const root = 'file:///okrs/acme';
const team = `${root}/growth/team.okr`;
const uptime = `${root}/metrics/uptime.csv`;
const source = sourceOf('../metrics/uptime.csv', 'availability');
const text = 'week,availability,page load\n2026-07-05,99.98,341\n2026-07-12,99.97,338\n';
const readings = [
  { day: fromIso('2026-07-05'), value: 99.98, note: '' },
  { day: fromIso('2026-07-12'), value: 99.97, note: '' },
];
const series = { readings, rows: 2, otherRows: 0, emptyRows: 0 };

/** Reads what is wanted. @returns how many files that were */
function give(files: DataFiles, file: DataFile = fileOf(text)): number {
  const wanted = files.takeWanted();
  for (const each of wanted) readNow(files, each, file);
  return wanted.length;
}

describe('A data file', () => {
  it('is asked for once, and known when a door has had it read', () => {
    const files = new DataFiles(root);
    let calls = 0;
    files.onWanted = () => calls++;
    const rows = new Memo(() => files.series(team, source));
    const elsewhere = () => files.series(`${root}/other.okr`, { ...source, path: 'metrics/uptime.csv' });
    assert.equal(rows.get(), 'loading');
    assert.equal(elsewhere(), 'loading');
    assert.equal(calls, 1);
    const [wanted, ...others] = files.takeWanted();
    assert.ok(wanted !== undefined && others.length === 0);
    assert.equal(wanted.uri, uptime);
    assert.deepEqual(files.takeWanted(), []);
    assert.equal(files.series(team, source), 'loading');
    assert.deepEqual(files.takeWanted(), []);

    readNow(files, wanted, fileOf(text));
    assert.deepEqual(rows.get(), series);
    assert.deepEqual(elsewhere(), series);
    assert.deepEqual(files.takeWanted(), []);
  });

  it('is read once for all that is asked of it, and again for what is asked later', () => {
    const files = new DataFiles(root);
    const load = { ...source, column: 'page load' };
    files.series(team, source);
    files.series(team, load);
    assert.equal(give(files), 1);
    const first = files.series(team, source);
    const second = files.series(team, load);
    assert.deepEqual(
      typeof second === 'object' && 'readings' in second && second.readings.map(({ value }) => value),
      [341, 338],
    );
    const most = { ...load, aggregation: 'max' as const };
    assert.equal(files.series(team, most), 'loading');
    assert.equal(give(files), 1);
    assert.deepEqual(files.series(team, most), second);
    assert.equal(files.series(team, source), first);
  });

  it('that changes is told to those who read it, and to nobody else', () => {
    const files = new DataFiles(root);
    let [ofUptime, ofNps] = [0, 0];
    const one = new Memo(() => [files.series(team, source), ++ofUptime]);
    const two = new Memo(() => [files.series(team, sourceOf('../metrics/nps.csv', 'availability')), ++ofNps]);
    const both = () => {
      one.get();
      two.get();
      give(files);
      return [one.get()[1], two.get()[1]];
    };
    assert.deepEqual(both(), [2, 2]);
    files.changed(uptime);
    assert.deepEqual(both(), [4, 2]);
  });

  it('says what it said until it has been read again', () => {
    const files = new DataFiles(root);
    files.series(team, source);
    give(files);
    const first = files.series(team, source);
    files.changed(uptime);
    assert.equal(files.series(team, source), first);
    assert.equal(give(files, fileOf(`${text}2026-07-19,99.99,335\n`)), 1);
    const second = files.series(team, source);
    assert.ok(typeof second === 'object' && 'readings' in second);
    assert.equal(second.readings.length, 3);
    assert.equal(give(files), 0);
    files.changed(uptime);
    files.series(team, source);
    give(files, fileOf(undefined));
    assert.ok('message' in (files.series(team, source) as object));
  });

  it('is read again only if it is another one', () => {
    const files = new DataFiles(root);
    let taken = 0;
    const stamped = (stamp: string): DataFile => ({
      stamp,
      pieces: {
        *[Symbol.iterator]() {
          taken++;
          yield text;
        },
      },
    });
    const rows = new Memo(() => files.series(team, source));
    rows.get();
    give(files, stamped('1'));
    const first = rows.get();
    files.changed(uptime);
    rows.get();
    assert.equal(give(files, stamped('1')), 1);
    assert.deepEqual([rows.get() === first, taken, give(files)], [true, 1, 0]);
    files.changed(uptime);
    rows.get();
    give(files, stamped('2'));
    assert.deepEqual([rows.get() === first, taken], [false, 2]);
    // What was never read is, whatever the stamp says of the rest.
    files.changed(uptime);
    rows.get();
    files.series(team, { ...source, column: 'page load' });
    give(files, stamped('2'));
    assert.equal(taken, 3);
  });

  it('that changes while it is read is wanted once more', () => {
    const files = new DataFiles(root);
    const rows = new Memo(() => files.series(team, source));
    rows.get();
    const [wanted] = files.takeWanted();
    assert.ok(wanted !== undefined);
    files.changed(uptime);
    readNow(files, wanted, fileOf(text));
    assert.deepEqual(rows.get(), series);
    assert.deepEqual(
      files.takeWanted().map(({ uri }) => uri),
      [uptime],
    );
  });

  it('forgets what nobody has asked for between two changes', () => {
    const files = new DataFiles(root);
    files.series(team, source);
    give(files);
    files.changed(uptime);
    files.changed(uptime);
    assert.equal(files.series(team, source), 'loading');
  });

  it('that nobody reads is not wanted', () => {
    const files = new DataFiles(root);
    files.changed(uptime);
    assert.deepEqual(files.takeWanted(), []);
  });

  it('is read piece by piece, with a pause after each', async () => {
    const files = new DataFiles(root);
    files.series(team, source);
    const [wanted] = files.takeWanted();
    assert.ok(wanted !== undefined);
    let pauses = 0;
    await read(files, wanted, { pieces: [text.slice(0, 20), text.slice(20)] }, async () => {
      pauses++;
    });
    assert.equal(pauses, 2);
    assert.deepEqual(files.series(team, source), series);
  });

  it('is the same file however its URI is spelled', () => {
    const files = new DataFiles('file:///c%3A/okrs');
    const rows = () => files.series('file:///c%3A/okrs/a.okr', sourceOf('my data.csv', 'nps'));
    rows();
    give(files, fileOf('date,nps\n2026-07-05,36\n'));
    rows();
    assert.equal(give(files), 0);
    files.changed('file:///C:/okrs/my data.csv');
    rows();
    assert.equal(give(files), 1);
  });
});

describe('A data file that is wrong', () => {
  const wrong = (message: string) => ({ code: 'data-unreadable', message });
  const said = (file: DataFile) => {
    const files = new DataFiles(root);
    files.series(team, source);
    give(files, file);
    return files.series(team, source);
  };

  it('says why a door could not read it', () => {
    assert.deepEqual(said(fileOf(undefined)), wrong('`metrics/uptime.csv` cannot be read: there is no such file'));
    const pieces = {
      *[Symbol.iterator]() {
        yield text;
        throw new Error('it is gone');
      },
    };
    assert.deepEqual(said({ pieces }), wrong('`metrics/uptime.csv` cannot be read: it is gone'));
  });
  it('names the file, the row and the column', () => {
    assert.deepEqual(
      said(fileOf('week,availability\n2026-07-05,soon\n')),
      wrong('`metrics/uptime.csv`, row 2, column `availability`: `soon` is no number'),
    );
    assert.deepEqual(said(fileOf('week,avail\n2026-07-05,soon\n')), {
      ...wrong('`metrics/uptime.csv` has no column `availability`: it has `week`, `avail`'),
      word: { text: 'availability', condition: undefined, meant: undefined },
    });
  });
  it('is never asked for outside the workspace', () => {
    const files = new DataFiles(root);
    const rows = files.series(team, { ...source, path: '../../secret.csv' });
    assert.equal(typeof rows === 'object' && 'code' in rows && rows.code, 'data-outside-workspace');
    assert.deepEqual(files.takeWanted(), []);
  });
});
