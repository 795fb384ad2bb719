import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  addRhythm,
  calendarDate,
  dayInWords,
  dayOf,
  fromIso,
  isoWeek,
  rhythmDays,
  toIso,
} from '../../../server/core/calendar/day.ts';
import type { Rhythm } from '../../../server/core/model/elements.ts';

const on = (iso: string) => fromIso(iso)!;
const anyDay = fc.integer({ min: on('0001-01-01'), max: on('9999-12-31') });

describe('A day', () => {
  it('counts from 1970-01-01', () => {
    assert.equal(fromIso('1970-01-01'), 0);
    assert.equal(fromIso('1970-02-01'), 31);
    assert.equal(fromIso('1969-12-31'), -1);
    assert.equal(toIso(31), '1970-02-01');
  });

  for (const text of [
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2027-02-29',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '',
  ]) {
    it(`is not “${text}”`, () => assert.equal(fromIso(text), undefined));
  }

  it('knows leap years', () => {
    assert.equal(toIso(on('2028-02-28') + 1), '2028-02-29');
    assert.equal(toIso(on('2100-02-28') + 1), '2100-03-01');
  });

  it('reads what it writes', () => {
    fc.assert(fc.property(anyDay, day => fromIso(toIso(day)) === day));
    fc.assert(
      fc.property(anyDay, day => {
        const { year, month, date } = calendarDate(day);
        return dayOf(year, month, date) === day;
      }),
    );
  });

  it('is the same in every time zone, also where one skipped a day', () => {
    const before = process.env['TZ'];
    const said = () => [
      toIso(addRhythm(on('2011-11-30'), { count: 1, unit: 'month' })),
      toIso(addRhythm(on('2018-11-03'), { count: 1, unit: 'day' })),
      dayInWords(on('2011-12-30')),
    ];
    try {
      for (const zone of ['UTC', 'Pacific/Apia', 'America/Sao_Paulo', 'Pacific/Kiritimati']) {
        process.env['TZ'] = zone;
        assert.deepEqual(said(), ['2011-12-30', '2018-11-04', '30 Dec 2011'], zone);
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });
});

describe('An ISO week', () => {
  const table = [
    ['2026-11-16', '2026-11-22', true, 'Monday to Sunday'],
    ['2026-11-22', '2026-11-23', false, 'Sunday, and the Monday after it'],
    ['2026-12-28', '2027-01-03', true, 'over the turn of the year'],
    ['1969-12-29', '1970-01-04', true, 'over day 0'],
    ['1969-12-28', '1969-12-29', false, 'before day 0'],
  ] as const;
  for (const [one, other, same, why] of table) {
    it(`${one} and ${other} are ${same ? 'in one' : 'in two'}: ${why}`, () => {
      assert.equal(isoWeek(on(one)) === isoWeek(on(other)), same);
    });
  }
});

describe('A rhythm', () => {
  const table: [string, Rhythm, number, string][] = [
    ['2026-11-21', { count: 1, unit: 'day' }, 3, '2026-11-24'],
    ['2026-11-21', { count: 2, unit: 'week' }, 1, '2026-12-05'],
    ['2026-01-31', { count: 1, unit: 'month' }, 1, '2026-02-28'],
    ['2026-01-31', { count: 1, unit: 'month' }, 2, '2026-03-31'],
    ['2028-01-31', { count: 1, unit: 'month' }, 1, '2028-02-29'],
    ['2026-11-30', { count: 1, unit: 'quarter' }, 1, '2027-02-28'],
    ['2028-02-29', { count: 1, unit: 'year' }, 1, '2029-02-28'],
    ['2026-03-31', { count: 1, unit: 'month' }, -1, '2026-02-28'],
    ['2026-11-21', { count: 1e15, unit: 'year' }, 1, '9999-12-31'],
    ['2026-11-21', { count: 1e15, unit: 'day' }, 1, '9999-12-31'],
  ];
  for (const [start, rhythm, times, end] of table) {
    it(`${times} × ${rhythm.count} ${rhythm.unit} from ${start} is ${end}`, () => {
      assert.equal(toIso(addRhythm(on(start), rhythm, times)), end);
    });
  }

  it('has a mean length in days', () => {
    assert.equal(rhythmDays({ count: 2, unit: 'week' }), 14);
    assert.equal(rhythmDays({ count: 1, unit: 'month' }), 30.4375);
    assert.equal(rhythmDays({ count: 4, unit: 'quarter' }), rhythmDays({ count: 1, unit: 'year' }));
  });
});

describe('A day in words', () => {
  it('has its year, unless that goes without saying', () => {
    assert.equal(dayInWords(on('2026-11-21')), '21 Nov 2026');
    assert.equal(dayInWords(on('2026-09-01'), on('2026-11-21')), '1 Sep');
    assert.equal(dayInWords(on('2027-01-01'), on('2026-11-21')), '1 Jan 2027');
  });
});
