/** Words that sound like a result and say little. */
import { readTitle } from '../../titles/reader.ts';
import { isVague } from '../../titles/specific.ts';
import { ofKeyResults } from '../method.ts';
import type { Rule } from '../rule.ts';
import { inQuotes } from '../titles.ts';

export const krVague: Rule = {
  id: 'kr-vague',
  severity: 'hint',
  summary: 'Better, with no number to it',
  why: '“Improve” is true of any change. Steps and grades do not say what is better; a sentence about what people would see does.',
  bad: `
    cycle 2026-Q4

    objective help: Help comes before you ask twice
      kr onboarding: Improve the onboarding of new colleagues
        milestone: A plan for the first week
      kr wait: How long a question waits
        from 12 to 4 hours
  `,
  good: `
    cycle 2026-Q4

    objective help: Help comes before you ask twice
      kr onboarding: New colleagues answer their first question alone in week one
        milestone: A plan for the first week
      kr wait: How long a question waits
        from 12 to 4 hours
  `,
  source: 'The S of SMART, “specific”: George T. Doran, 1981.',
  today: '2026-10-02',
  checkEntry: ofKeyResults(({ title, facts: { measure, grades, kpi } }) => {
    // Of what has neither number nor steps another rule speaks.
    if (measure === undefined && grades.length === 0) return undefined;
    if (!isVague(title, { measure, kpi })) return undefined;
    return `${inQuotes(title)} could mean many things: what would people see when it came true? Write that, or give it a number`;
  }),
};

const seen = '(?:followers?|likes|(?:page ?)?views|impressions)';
/** What the title or the unit counts; not “Nobody likes waiting”. */
const vanity = new RegExp(
  `^(?:(?:get|grow|gain|win|reach|increase|raise|double|more|new|monthly|weekly|our|the|to|by|\\d\\S*) )*(${seen})\\b`,
  'i',
);
const unitOfVanity = new RegExp(`\\b${seen}$`, 'i');

export const krVanity: Rule = {
  id: 'kr-vanity',
  severity: 'off',
  summary: 'Followers, views and likes',
  why: 'They grow with every advertisement and pay no bill. What people do next is the better number.',
  bad: `
    cycle 2026-Q4

    objective word: People tell each other about us
      kr followers: Followers of our page
        from 4,000 to 9,000 followers
      kr referrals: Orders that a friend sent us
        from 11% to 20%
  `,
  good: `
    cycle 2026-Q4

    objective word: People tell each other about us
      kr visitors: Visitors from our page who order a book
        from 40 to 120 visitors
      kr referrals: Orders that a friend sent us
        from 11% to 20%
  `,
  source: 'Eric Ries, _The Lean Startup_, on vanity metrics.',
  today: '2026-10-02',
  checkEntry: ofKeyResults(({ title, facts: { measure } }) => {
    const unit = measure?.kind === 'from-to' ? measure.unit : measure?.kind === 'keep' ? measure.hold.unit : '';
    const isCounted = measure !== undefined || readTitle(title).reads !== 'none';
    const word = (isCounted && vanity.exec(title)?.[1]) || unitOfVanity.exec(unit)?.[0];
    if (word === undefined) return undefined;
    return `“${word}” are easy to win and easy to lose: what should those people do next? Count that`;
  }),
};
