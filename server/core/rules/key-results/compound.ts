/** Two results in one: neither can be seen for the other. */
import { readTitle } from '../../titles/reader.ts';
import { splitTitle } from '../../titles/split-title.ts';
import { ofKeyResults } from '../method.ts';
import { headingSpan, type Rule } from '../rule.ts';
import { splitting } from '../splitting.ts';
import { placeholderIn } from '../titles.ts';
import { quoted, spanInTitle } from '../unmeasurable.ts';

/** Without one of these a title is one thing, and most are: they need not be read. */
const joint = /[,;&]|\band\b/i;

export const krCompound: Rule = {
  id: 'kr-compound',
  severity: 'info',
  summary: 'Two measures in one key result',
  why: 'One number cannot tell two stories: when it stands at a half, nobody knows which half. Apart, each has its own pace and its own owner.',
  bad: `
    cycle 2026-Q4

    objective calm: A December without night shifts
      kr ci: Keep the build stable above 95% and its duration below 40 minutes
      kr pages: Wake people less often
        from 12 to 6 pages a night
  `,
  good: `
    cycle 2026-Q4

    objective calm: A December without night shifts
      kr stable: Keep the build stable
        keep above 95%
      kr duration: Keep its duration down
        keep below 40 minutes
      kr pages: Wake people less often
        from 12 to 6 pages a night
  `,
  source: 'The S of SMART, “specific”: one target, one measure.',
  today: '2026-10-02',
  checkEntry: ofKeyResults(({ entry, node, facts: { title, measure } }) => {
    // A measure of its own says which of the numbers in the title is meant, and steps may well lead to two things.
    if (measure !== undefined && (measure.kind === 'milestones' || !joint.test(title))) return undefined;
    const parts = splitTitle(title);
    const reading = readTitle(title);
    const [first] = reading.measures;
    if (measure !== undefined && parts === undefined) return undefined;
    if ((reading.reads !== 'compound' && parts === undefined) || placeholderIn(title) !== undefined) return undefined;
    const isCounted = reading.reads === 'compound' && first !== undefined;
    return {
      span: isCounted ? spanInTitle(node, title, first.span) : headingSpan(node),
      message: isCounted
        ? `This title names several measures (${quoted(title, reading)}): make each a key result of its own, and they can be tracked`
        : `This asks for ${parts?.length === 2 ? 'two' : parts?.length} things at once (${parts?.map(({ text }) => `“${text}”`).join(', ')}): make each a key result of its own`,
      remedies: () => [splitting(entry, node) ?? []].flat(),
    };
  }),
};
