/** What we do is not yet what changes. */
import { readTitle } from '../../titles/reader.ts';
import { ofKeyResults } from '../method.ts';
import type { Rule } from '../rule.ts';
import { firstWord, inQuotes, isTask } from '../titles.ts';

export const krActivity: Rule = {
  id: 'kr-activity',
  severity: 'info',
  summary: 'A task that stands where a result should',
  why: 'A task can be done and change nothing. A key result says what will be different; the work on it is an initiative.',
  bad: `
    cycle 2026-Q4

    objective word: People tell each other about us
      kr programme: Launch the referral programme
        milestone: Everybody can join
      kr referrals: Orders that a friend sent us
        from 11% to 20%
  `,
  good: `
    cycle 2026-Q4

    objective word: People tell each other about us
      kr friends: People who have brought a friend
        from 400 to 1,000 people
      kr referrals: Orders that a friend sent us
        from 11% to 20%

    initiative programme: Launch the referral programme
      supports word.referrals
  `,
  source: 'Christina Wodtke, _Radical Focus_, and John Doerr, _Measure What Matters_: outcomes, not activities.',
  today: '2026-10-02',
  checkEntry: ofKeyResults(({ title, facts: { measure, kpi, data } }) => {
    if ((measure !== undefined && measure.kind !== 'milestones') || kpi !== undefined || data !== undefined)
      return undefined;
    if (!isTask(title)) return undefined;
    return {
      message: `${inQuotes(title)} is a task: what changes when it is done? Measure that, and make the task an initiative`,
      offered: 'key-result-to-initiative',
    };
  }),
};

const doing =
  /^(?:publish|launch|attend|speak|post|write|host|run|organi[sz]e|interview|visit|send|make|hold|conduct|create|build|ship|release|train|call|give|present|record|draft|produce)(?:e?s|ing|e?d)?$/;

export const krActivityCount: Rule = {
  id: 'kr-activity-count',
  severity: 'off',
  summary: 'A count of what we do, not of what it brings',
  why: 'Twelve stories nobody reads are twelve. Count what the stories are for, and write as many as it takes.',
  bad: `
    cycle 2026-Q4

    objective word: People tell each other about us
      kr stories: Publish customer stories
        to 12 stories
      kr referrals: Orders that a friend sent us
        from 11% to 20%
  `,
  good: `
    cycle 2026-Q4

    objective word: People tell each other about us
      kr readers: Readers who order after a customer story
        from 20 to 200 readers
      kr referrals: Orders that a friend sent us
        from 11% to 20%
  `,
  source: 'Christina Wodtke, _Radical Focus_: outcomes, not outputs.',
  today: '2026-10-02',
  checkEntry: ofKeyResults(({ title, facts: { measure } }) => {
    const isCount =
      measure === undefined
        ? readTitle(title).measures.some(({ kind }) => kind === 'to')
        : measure.kind === 'from-to' && measure.fromNothing;
    if (!isCount || !doing.test(firstWord(title))) return undefined;
    return `${inQuotes(title)} counts what you do: what should it bring? Count that instead`;
  }),
};
