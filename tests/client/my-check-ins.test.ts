/** What *OKR: My Check-ins* asks, and when somebody is reminded. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Escapes } from '../../client/features/my-check-ins/escapes.ts';
import {
  confidencePlaceholder,
  roundConfidences,
  roundValuePrompt,
  valuePlaceholder,
} from '../../client/features/my-check-ins/texts.ts';
import { checkIn, type Doors, later, never, remind } from '../../client/features/reminder/remind.ts';
import { reminderText } from '../../client/features/reminder/reminder-text.ts';
import type { CheckInSubject } from '../../server/core/requests/check-in.ts';

const nps: CheckInSubject = {
  id: 'nps',
  kind: 'key result',
  ref: 'growth/love.nps',
  title: 'Raise our Net Promoter Score',
  teamTitle: 'Growth',
  owner: '@mei',
  me: '@mei',
  mine: true,
  takesValue: true,
  value: '44 points',
  unit: 'points',
  confidence: '7/10',
  date: '2026-10-20',
  due: true,
  stale: true,
  silentDays: 32,
  standing: '0.69 ✓ on track',
  today: '2026-11-21',
  place: { uri: 'file:///w/a.okr', line: 7 },
};

describe('Escape', () => {
  it('goes on, and ends the round the second time in a row', () => {
    const escapes = new Escapes();
    const said = [undefined, 'skip', undefined, { value: '4' }, undefined, undefined] as const;
    assert.deepEqual(
      said.map(each => [escapes.isLast, escapes.take(each)]),
      [
        [false, 'skip'],
        [true, 'skip'],
        [false, 'skip'],
        [true, { value: '4' }],
        [false, 'skip'],
        [true, 'end'],
      ],
    );
  });
});

describe('The questions of the round', () => {
  it('say how one goes on without an answer', () => {
    assert.equal(
      roundValuePrompt(nps, false),
      'Where does it stand, in points? It was 44 points on 20\u00a0Oct. Enter alone or Escape skips it.',
    );
    assert.equal(
      roundValuePrompt({ ...nps, unit: '', value: null }, true),
      'Where does it stand? Enter alone skips it, another Escape ends the round.',
    );
    assert.equal(valuePlaceholder(nps), '44 points, or 44 points: what happened');
    assert.equal(confidencePlaceholder(false), 'How sure are you to make it? Escape skips it.');
    assert.equal(confidencePlaceholder(true), 'How sure are you to make it? Another Escape ends the round.');
  });
  it('take with Enter what was said last, else nothing, and skip what has no value', () => {
    const first = (subject: CheckInSubject) =>
      roundConfidences(subject)
        .slice(0, 2)
        .map(({ label }) => label);
    assert.deepEqual(first(nps), ['7/10', 'Leave it out']);
    assert.deepEqual(first({ ...nps, confidence: null }), ['Leave it out', '10/10']);
    assert.deepEqual(first({ ...nps, takesValue: false }), ['Skip it', '7/10']);
    assert.equal(roundConfidences(nps).length, 12);
  });
});

describe('The reminder', () => {
  const kpi: CheckInSubject = { ...nps, kind: 'kpi', title: 'Churn', silentDays: 12 };

  it('says how many have been silent, and for how long at least', () => {
    assert.equal(reminderText([]), undefined);
    assert.equal(reminderText([{ ...nps, stale: false }]), undefined);
    assert.equal(reminderText([nps]), '“Raise our Net Promoter Score” has had no check-in for more than 4 weeks.');
    assert.equal(
      reminderText([nps, { ...nps, silentDays: 15 }, { ...nps, stale: false }]),
      '2 of your key results have had no check-in for more than 2 weeks.',
    );
    assert.equal(reminderText([kpi]), '“Churn” has had no reading for more than 1 week.');
    assert.equal(
      reminderText([kpi, nps]),
      '2 of your key results and KPIs have not been heard of for more than 1 week.',
    );
    assert.equal(reminderText([{ ...kpi, silentDays: 3 }]), '“Churn” has had no reading for more than 2 days.');
  });

  function world(pressed: string | undefined, changes: Partial<Doors> = {}) {
    const log: string[] = [];
    let kept: string | undefined;
    const doors: Doors = {
      isWanted: () => true,
      day: () => 'Saturday',
      kept: () => kept,
      keep: async day => {
        kept = day;
      },
      due: async () => [nps],
      show: async (message, ...buttons) => {
        log.push(message, ...buttons);
        return pressed;
      },
      checkIn: async () => void log.push('→ round'),
      stop: async () => void log.push('→ off'),
      ...changes,
    };
    return { doors, log };
  }
  const message = '“Raise our Net Promoter Score” has had no check-in for more than 4 weeks.';

  it('does what is pressed', async () => {
    for (const [pressed, done] of [
      [checkIn, ['→ round']],
      [never, ['→ off']],
      [later, []],
      [undefined, []],
    ] as const) {
      const { doors, log } = world(pressed);
      await remind(doors);
      assert.deepEqual(log, [message, 'Check In', 'Later', 'Don’t Remind Me', ...done]);
    }
  });
  it('comes once a day', async () => {
    let day = 'Saturday';
    const { doors, log } = world(later, { day: () => day });
    await remind(doors);
    await remind(doors);
    assert.equal(log.length, 4);
    day = 'Sunday';
    await remind(doors);
    assert.equal(log.length, 8);
  });
  it('does not come where it is off, where nothing is silent, and where another window was first', async () => {
    const off = world(later, { isWanted: () => false, due: async () => assert.fail('nothing was to be asked') });
    await remind(off.doors);
    const nothing = world(later, { due: async () => [{ ...nps, stale: false }] });
    await remind(nothing.doors);
    assert.equal(nothing.doors.kept(), undefined);
    let kept: string | undefined;
    const second = world(later, {
      kept: () => kept,
      due: async () => {
        kept = 'Saturday';
        return [nps];
      },
    });
    await remind(second.doors);
    assert.deepEqual([off.log, nothing.log, second.log], [[], [], []]);
  });
});
