/** Work is there for a goal. */
import { ownerOf } from '../../model/names.ts';
import { insertUnder } from '../lines.ts';
import { isFinished } from '../method.ts';
import { headingSpan, placeOf, type Rule, replaces, statementOf } from '../rule.ts';

export const initiativeUnaligned: Rule = {
  id: 'initiative-unaligned',
  severity: 'info',
  summary: 'Work that supports no goal',
  why: 'Whoever asks for work should say which OKR it rolls up to. What rolls up to none may still be right; then it is worth knowing how much of it there is.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria

      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        checkin 2026-11-20 42 points confidence 6/10

      kr tickets: Fewer customers have to ask twice
        from 420 to 294 tickets
        checkin 2026-11-20 350 tickets confidence 6/10

    initiative loyalty: Launch the loyalty programme
      owner @sam
      due 2026-12-01
      active
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria

      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        checkin 2026-11-20 42 points confidence 6/10

      kr tickets: Fewer customers have to ask twice
        from 420 to 294 tickets
        checkin 2026-11-20 350 tickets confidence 6/10

    initiative loyalty: Launch the loyalty programme
      supports love.nps
      owner @sam
      due 2026-12-01
      active
  `,
  checkEntry(entry, ground, say) {
    const { element } = entry;
    if (element.type !== 'initiative' || element.supports.length > 0) return;
    const { workspace, standings } = ground;
    if (isFinished(entry, workspace, standings)) return;
    const node = statementOf(entry);
    if (node.broken || element.title === '' || node.body.some(({ kind }) => kind === 'supports' || kind === 'unknown'))
      return;
    say({
      span: headingSpan(node),
      message: 'Which goal does this work for? Say it with `supports …`, or let it wait',
      remedies: () =>
        workspace
          .objectivesOf(ownerOf(entry))
          .filter(({ appearance }) => appearance.name !== undefined)
          .filter(each => each.cycle === entry.cycle && !isFinished(each, workspace, standings))
          .slice(0, 3)
          .map(({ appearance }) => {
            const line = `supports ${appearance.name}`;
            const { span, text } = insertUnder(entry.block, node, [line]);
            return replaces(`Add \`${line}\``, placeOf(entry, span), text, false);
          }),
    });
  },
};
