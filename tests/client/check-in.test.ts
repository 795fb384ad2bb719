/** What *OKR: Check In* asks, in which order, and what its lists say. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { confidenceChoices, statusChoices, subjectChoices } from '../../client/features/check-in/choices.ts';
import { back, inSteps, type Question, type Step } from '../../client/features/check-in/steps.ts';
import type { CheckInSubject } from '../../server/core/requests/check-in.ts';
import { lastSaid, valuePrompt } from '../../server/core/wording/check-in.ts';

const nps: CheckInSubject = {
  id: 'nps',
  kind: 'key result',
  ref: 'growth/love.nps',
  title: 'Raise our Net Promoter Score',
  teamTitle: 'Growth',
  owner: '@mei',
  me: '@ana',
  mine: false,
  takesValue: true,
  value: '44 points',
  unit: 'points',
  confidence: '7/10',
  date: '2026-11-20',
  due: false,
  stale: false,
  silentDays: 1,
  standing: '0.69 ✓ on track',
  today: '2026-11-21',
  place: { uri: 'file:///w/a.okr', line: 7 },
};

describe('The list of key results', () => {
  it('says of each what one wants to know before one checks in', () => {
    const [, choice] = subjectChoices([nps]);
    assert.deepEqual(choice, {
      label: 'Raise our Net Promoter Score',
      description: 'growth/love.nps',
      detail: '44 points on 20\u00a0Nov · 0.69 ✓ on track · @mei · Growth',
      value: nps,
    });
  });
  it('has headings for mine and for what nobody has spoken of, each once', () => {
    const subjects = [
      { ...nps, mine: true, stale: true },
      { ...nps, mine: true },
      { ...nps, stale: true },
      { ...nps, stale: true },
      nps,
    ];
    const shown = subjectChoices(subjects).map(each => ('separator' in each ? `── ${each.separator}` : each.label));
    assert.deepEqual(shown, [
      '── mine, not heard of lately',
      '$(history) Raise our Net Promoter Score',
      '── mine',
      'Raise our Net Promoter Score',
      '── not heard of lately',
      '$(history) Raise our Net Promoter Score',
      '$(history) Raise our Net Promoter Score',
      '── up to date',
      'Raise our Net Promoter Score',
    ]);
  });
  it('begins with the one that the cursor is in', () => {
    const here = { uri: 'file:///w/a.okr', line: 20 };
    const shown = subjectChoices([nps, { ...nps, title: 'Here', place: here }], here).map(each =>
      'separator' in each ? `── ${each.separator}` : each.label,
    );
    assert.deepEqual(shown, ['── at the cursor', 'Here', '── up to date', 'Raise our Net Promoter Score']);
  });
  it('says where nothing was said yet', () => {
    assert.equal(lastSaid({ ...nps, value: null, date: null }), 'nothing yet');
    assert.equal(lastSaid({ ...nps, value: null }), 'last on 20\u00a0Nov');
  });
});

describe('The questions', () => {
  it('name the unit and the last value', () => {
    assert.equal(
      valuePrompt(nps),
      'Where does it stand, in points? It was 44 points on 20\u00a0Nov. Leave it empty to say no number.',
    );
    assert.equal(valuePrompt({ ...nps, kind: 'kpi', unit: '', value: null }), 'Where does it stand?');
  });
  it('can be left out, and offer the last confidence once', () => {
    const choices = confidenceChoices('7/10');
    assert.equal(choices[0]?.value, '');
    assert.deepEqual(choices[1], { label: '7/10', description: 'as last time', value: '7/10' });
    assert.equal(choices.length, 12);
    assert.equal(new Set(choices.map(({ value }) => value)).size, 12);
    assert.equal(confidenceChoices('6.5/10').length, 13);
    assert.equal(statusChoices[0]?.value, null);
  });
});

describe('Steps', () => {
  type Said = readonly string[];
  /** Answers as a script says, and tells what was asked. */
  function scripted(...script: (string | typeof back | undefined)[]) {
    const asked: Step[] = [];
    const question: Question<Said> = async (answers, step) => {
      asked.push(step);
      const answer = script[asked.length - 1];
      return typeof answer === 'string' ? [...answers.slice(0, step.number - 1), answer] : answer;
    };
    return { asked, question };
  }

  it('are counted, those before them too', async () => {
    const { asked, question } = scripted('a', 'b');
    await inSteps<Said>([], [question, question], 1);
    assert.deepEqual(asked, [
      { number: 2, total: 3 },
      { number: 3, total: 3 },
    ]);
  });
  it('go back to what was answered before, and forward again', async () => {
    const { asked, question } = scripted('a', 'b', back, 'B', 'c');
    assert.deepEqual(await inSteps<Said>([], [question, question, question]), ['a', 'B', 'c']);
    assert.deepEqual(
      asked.map(({ number }) => number),
      [1, 2, 3, 2, 3],
    );
  });
  it('say when somebody went back from the first, and when they stopped', async () => {
    assert.equal(await inSteps<Said>([], [scripted(back).question]), back);
    const { asked, question } = scripted('a', undefined);
    assert.equal(await inSteps<Said>([], [question, question, question]), undefined);
    assert.equal(asked.length, 2);
  });
});
