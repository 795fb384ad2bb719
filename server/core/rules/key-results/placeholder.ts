/** A gap in a title that somebody wanted to fill in later. */
import { ofKeyResults } from '../method.ts';
import type { Rule } from '../rule.ts';
import { placeholderIn } from '../titles.ts';

export const krPlaceholder: Rule = {
  id: 'kr-placeholder',
  severity: 'warning',
  summary: 'A title with a gap to fill in',
  why: 'What is still to be decided when the cycle begins is rarely decided later, and nobody can work towards “TBD”.',
  bad: `
    cycle 2026-Q4

    objective word: People tell each other about us
      kr sales: Sell $N of books through friends
        from ? to ?
      kr referrals: Orders that a friend sent us
        from 11% to 20%
  `,
  good: `
    cycle 2026-Q4

    objective word: People tell each other about us
      kr sales: Sell more books through friends
        from $40k to $60k
      kr referrals: Orders that a friend sent us
        from 11% to 20%
  `,
  today: '2026-10-02',
  checkEntry: ofKeyResults(({ node, facts: { title } }) => {
    const gap = placeholderIn(title);
    if (gap === undefined || node.prose === undefined) return undefined;
    const { start } = node.prose;
    return {
      span: { start: start + gap.start, end: start + gap.end },
      message: `“${title.slice(gap.start, gap.end)}” is a gap: fill it in, or write \`?\` in the measure until you know (\`from ? to ?\`)`,
    };
  }),
};
