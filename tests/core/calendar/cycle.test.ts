import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  type CycleKind,
  contains,
  cycleKey,
  cycleOn,
  cyclesAround,
  nextCycle,
  readCycle,
} from '../../../server/core/calendar/cycle.ts';
import { fromIso, toIso } from '../../../server/core/calendar/day.ts';

const on = (iso: string) => fromIso(iso)!;

describe('A calendar cycle', () => {
  /** As written, the first month of the fiscal year, as it is spelled best, and its days. */
  const table: [string, number, string, CycleKind, string, string][] = [
    ['2026', 1, '2026', 'year', '2026-01-01', '2026-12-31'],
    ['2026', 10, '2026', 'year', '2026-01-01', '2026-12-31'],
    ['2026-H1', 1, '2026-H1', 'half', '2026-01-01', '2026-06-30'],
    ['2026-h2', 1, '2026-H2', 'half', '2026-07-01', '2026-12-31'],
    ['2026-Q4', 1, '2026-Q4', 'quarter', '2026-10-01', '2026-12-31'],
    ['2026-11', 1, '2026-11', 'month', '2026-11-01', '2026-11-30'],
    ['2028-02', 1, '2028-02', 'month', '2028-02-01', '2028-02-29'],
    ['FY27', 1, 'FY27', 'year', '2027-01-01', '2027-12-31'],
    ['FY27', 10, 'FY27', 'year', '2026-10-01', '2027-09-30'],
    ['fy27', 4, 'FY27', 'year', '2026-04-01', '2027-03-31'],
    ['FY27-Q1', 10, 'FY27-Q1', 'quarter', '2026-10-01', '2026-12-31'],
    ['FY27-Q4', 10, 'FY27-Q4', 'quarter', '2027-07-01', '2027-09-30'],
    ['FY27-H1', 2, 'FY27-H1', 'half', '2026-02-01', '2026-07-31'],
    ['FY2027Q1', 10, 'FY27-Q1', 'quarter', '2026-10-01', '2026-12-31'],
    ['FY2127', 1, 'FY2127', 'year', '2127-01-01', '2127-12-31'],
  ];
  for (const [written, firstMonth, id, kind, first, last] of table) {
    it(`${written}, fiscal years from month ${firstMonth}: ${first} to ${last}`, () => {
      const cycle = readCycle(written, firstMonth)!;
      assert.deepEqual(
        [cycle.id, cycle.kind, toIso(cycle.period.first), toIso(cycle.period.last)],
        [id, kind, first, last],
      );
    });
  }

  for (const id of [
    'summer',
    '2026-Q5',
    '2026-H3',
    '2026-13',
    '2026-00',
    '2026-1',
    '26-Q1',
    'FY7',
    'FY27-03',
    'FY',
    '',
  ]) {
    it(`is not “${id}”`, () => assert.equal(readCycle(id), undefined));
  }

  it('is one with another of equal dates', () => {
    assert.equal(readCycle('FY27-Q1', 10)?.key, readCycle('2026-Q4')?.key);
    assert.equal(cycleKey('peak', { first: on('2026-10-01'), last: on('2026-12-31') }), readCycle('2026-Q4')?.key);
    assert.notEqual(readCycle('FY27', 10)?.key, readCycle('2027')?.key);
    assert.equal(cycleKey('Summer', { first: on('2026-06-01'), last: undefined }), cycleKey('summer', undefined));
  });

  it('is found by a day', () => {
    const day = on('2026-11-21');
    assert.deepEqual(
      (['year', 'half', 'quarter', 'month'] as const).map(kind => cycleOn(day, kind)),
      ['2026', '2026-H2', '2026-Q4', '2026-11'],
    );
    assert.deepEqual(
      (['year', 'half', 'quarter', 'month'] as const).map(kind => cycleOn(day, kind, 10)),
      ['FY27', 'FY27-H1', 'FY27-Q1', '2026-11'],
    );
    assert.equal(cycleOn(day, 'quarter', 12), 'FY26-Q4');
    assert.equal(cycleOn(day, 'year', 1), 'FY26');
  });

  it('holds the day that it was found by', () => {
    const anyDay = fc.integer({ min: on('2000-01-01'), max: on('2098-12-31') });
    const anyKind = fc.constantFrom<CycleKind>('year', 'half', 'quarter', 'month');
    const anyFirstMonth = fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined });
    fc.assert(
      fc.property(anyDay, anyKind, anyFirstMonth, (day, kind, firstMonth) => {
        const { id, period } = readCycle(cycleOn(day, kind, firstMonth), firstMonth)!;
        const next = readCycle(nextCycle(id, firstMonth)!, firstMonth)!;
        return period.first <= day && day <= period.last && next.period.first === period.last + 1 && next.kind === kind;
      }),
    );
  });

  it('is followed by the next of its kind', () => {
    assert.equal(nextCycle('2026-Q4'), '2027-Q1');
    assert.equal(nextCycle('2026-12'), '2027-01');
    assert.equal(nextCycle('FY27-Q4', 10), 'FY28-Q1');
    assert.equal(nextCycle('summer'), undefined);
  });
});

describe('Cycles in cycles', () => {
  const cycles = ['2026', '2026-Q4', '2026-Q3', '2027', '2026-H2', '2026-11', 'FY27'].map(id => readCycle(id, 10)!);

  it('are listed nearest first, without what is equal', () => {
    const around = cyclesAround(readCycle('FY27-Q1', 10)!.period, cycles);
    assert.deepEqual(
      around.map(({ id }) => id),
      ['2026-H2', '2026', 'FY27'],
    );
  });

  it('have open ends', () => {
    const from = (iso: string) => ({ first: on(iso), last: undefined });
    assert.ok(contains(from('2026-01-01'), readCycle('2026-Q4')!.period));
    assert.ok(contains(from('2026-01-01'), from('2026-06-01')));
    assert.ok(!contains(readCycle('2026')!.period, from('2026-06-01')));
    assert.ok(!contains({ first: undefined, last: undefined }, readCycle('2026')!.period));
    assert.deepEqual(
      cyclesAround(readCycle('2026-Q4')!.period, [{ period: from('2026-01-01'), id: 'on' }, ...cycles]).map(
        ({ id }) => id,
      ),
      ['2026-H2', '2026', 'FY27', 'on'],
    );
  });
});
