/** What *OKR: Close Cycle* asks. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  closable,
  gradeOf,
  gradePrompt,
  isAskedWhat,
  whatChoices,
  wrongGrade,
} from '../../client/features/close-cycle/texts.ts';
import type { ClosingSubject } from '../../server/core/requests/closing.ts';
import type { CycleChoice } from '../../server/core/requests/cycles.ts';

const nps: ClosingSubject = {
  id: 'nps',
  kind: 'key result',
  ref: 'growth/love.nps',
  title: 'Raise our Net Promoter Score',
  team: 'growth',
  teamTitle: 'Growth',
  owner: '@mei',
  standing: '0.56 missed',
  score: 0.5625,
  verdict: 'missed',
  value: '41 points',
  target: '48 points',
  note: 'Cards work',
  date: '2026-12-14',
  grade: null,
  gradeWhy: null,
  suggestedGrade: '0.56',
  suggested: 'keep',
  reached: false,
  carried: false,
  place: { uri: 'file:///w/a.okr', line: 7 },
};
const objective: ClosingSubject = { ...nps, kind: 'objective', suggested: null };

function cycle(id: string, start: string, end: string, elapsed: number): CycleChoice {
  return { id, title: '', start, end, elapsed, current: elapsed > 0 && elapsed < 1, teams: [] };
}

describe('Close Cycle', () => {
  it('offers what has ended first, and nothing that has not begun', () => {
    const cycles = [
      cycle('2026-Q4', '2026-10-01', '2026-12-31', 0.5),
      cycle('2027-Q1', '2027-01-01', '2027-03-31', 0),
      cycle('2026-Q3', '2026-07-01', '2026-09-30', 1),
    ];
    assert.deepEqual(
      closable(cycles).map(({ label }) => label),
      ['2026-Q3 · ended 2026-09-30', '2026-Q4 · 50% gone, 46 days left'],
    );
  });

  it('tells how it stands, and what Enter and Escape do', () => {
    assert.equal(
      gradePrompt(nps, false),
      'Which grade do you give it? 0.56 missed · 41 points, target 48 points · Cards work. Enter alone takes 0.56, - gives none; Escape goes on without one.',
    );
    assert.equal(
      gradePrompt({ ...nps, value: null, target: null, note: null, suggestedGrade: null }, true),
      'Which grade do you give it? 0.56 missed. Enter alone gives none; another Escape leaves, and nothing is written.',
    );
  });

  it('takes grades as the command line does', () => {
    assert.deepEqual(['', '-', '7', '0.7', '70%', '7/10', '1'].map(wrongGrade), Array(7).fill(undefined));
    assert.equal(wrongGrade('good'), 'good is no grade: write it as in 0.7, 70% or 7 of ten.');
    assert.deepEqual(
      ['', '-', '0.4'].map(typed => gradeOf(typed, nps)),
      ['0.56', '', '0.4'],
    );
  });

  it('suggests first what Enter takes', () => {
    const first = (subject: ClosingSubject) => whatChoices(subject)[0]?.label;
    assert.equal(first(nps), 'Keep it');
    assert.equal(first({ ...nps, suggested: 'drop', reached: true }), 'It is reached');
    assert.equal(first({ ...nps, suggested: 'drop' }), 'Let it go');
  });

  it('asks what becomes of an objective only where nothing in it goes on', () => {
    assert.equal(isAskedWhat(nps, false), true);
    assert.equal(isAskedWhat(objective, true), false);
    assert.equal(isAskedWhat(objective, false), true);
    assert.equal(isAskedWhat({ ...objective, suggested: 'keep' }, false), true);
    assert.equal(isAskedWhat({ ...nps, carried: true }, false), false);
  });
});
