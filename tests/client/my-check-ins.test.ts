/** How *OKR: My Check-ins* goes round, what it asks, and when somebody is reminded. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { goRound, type Said } from '../../client/features/my-check-ins/round.ts';
import {
  confidencePlaceholder,
  roundConfidences,
  roundValuePrompt,
  valuePlaceholder,
} from '../../client/features/my-check-ins/texts.ts';
import { checkIn, type Doors, later, never, remind } from '../../client/features/reminder/remind.ts';
import { reminderText } from '../../client/features/reminder/reminder-text.ts';
import type { CheckInSubject } from '../../server/core/requests.ts';
import { roundInWords } from '../../server/core/wording/check-in.ts';

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

describe('The round', () => {
  interface Answer {
    readonly value: string;
  }
  /** Goes round some subjects with answers by their ids; what is written is no longer due, nor what `feeds` says. */
  async function go(ids: readonly string[], answers: Record<string, Said<Answer>>, feeds: Record<string, string> = {}) {
    let due = [...ids];
    const asked: string[] = [];
    const written: string[] = [];
    const round = await goRound<Answer>({
      due: async () => due.map(id => ({ ...nps, id })),
      ask: async ({ id }, { number, total }, last) => {
        asked.push(`${id} ${number}/${total}${last ? ' last' : ''}`);
        return answers[id];
      },
      write: async ({ id }, { value }) => {
        written.push(`${id} ${value}`);
        due = due.filter(each => each !== id && each !== feeds[id]);
      },
    });
    return { round, asked, written };
  }
  const four = { value: '4' };

  it('asks of each once, and counts', async () => {
    const { round, asked, written } = await go(['a', 'b', 'c'], { a: four, b: 'skip', c: four });
    assert.deepEqual(asked, ['a 1/3', 'b 2/3', 'c 3/3']);
    assert.deepEqual(written, ['a 4', 'c 4']);
    assert.deepEqual(round, { written: 2, skipped: 1, left: 0 });
  });
  it('goes on after Escape, and ends at the second in a row', async () => {
    const { round, asked } = await go(['a', 'b', 'c', 'd'], { b: four });
    assert.deepEqual(asked, ['a 1/4', 'b 2/4 last', 'c 3/4', 'd 4/4 last']);
    assert.deepEqual(round, { written: 1, skipped: 2, left: 1 });
    assert.deepEqual((await go(['a', 'b', 'c'], {})).round, { written: 0, skipped: 1, left: 2 });
  });
  it('leaves out what an answer has put right, and says where there is nothing', async () => {
    const { asked, round } = await go(['kpi', 'a', 'b'], { kpi: four, b: four }, { kpi: 'a' });
    assert.deepEqual(asked, ['kpi 1/3', 'b 2/3']);
    assert.deepEqual(round, { written: 2, skipped: 0, left: 0 });
    assert.equal((await go([], {})).round, undefined);
  });
  it('is told in a sentence', () => {
    assert.equal(roundInWords({ written: 3, skipped: 2, left: 0 }), '3 checked in, 2 skipped.');
    assert.equal(roundInWords({ written: 0, skipped: 1, left: 2 }), 'Nothing written, 1 skipped, 2 left.');
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
