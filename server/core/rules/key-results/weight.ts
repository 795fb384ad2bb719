/** Something has to count. A negative weight the grammar refuses. */
import type { Milestone, Statement, Weight } from '../../../../grammar/tree.ts';
import type { Entry } from '../../model/entry.ts';
import { type Place, placeOf, type Rule, type Say, statementOf } from '../rule.ts';

export const weightInvalid: Rule = {
  id: 'weight-invalid',
  severity: 'error',
  summary: 'Weights that are all 0',
  why: 'A weight of 0 takes a key result or a milestone out of the score. Where all have it there is nothing left to score.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria

      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        weight 0
        checkin 2026-11-20 42 points confidence 6/10

      kr tickets: Fewer customers have to ask twice
        from 420 to 294 tickets
        weight 0
        checkin 2026-11-20 350 tickets confidence 6/10
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria

      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        weight 2
        checkin 2026-11-20 42 points confidence 6/10

      kr tickets: Fewer customers have to ask twice
        from 420 to 294 tickets
        weight 0
        checkin 2026-11-20 350 tickets confidence 6/10
  `,
  checkEntry(entry, _ground, say) {
    const { element } = entry;
    if (element.type !== 'objective') return;
    const { keyResults } = element;
    const steps = keyResults.map(({ measure }) => (measure?.kind === 'milestones' ? measure.steps : []));
    const isNothing = (all: readonly { readonly weight: number }[]) =>
      all.length > 0 && all.every(({ weight }) => weight === 0);
    if (!isNothing(keyResults) && !steps.some(isNothing)) return;
    const krs = statementOf(entry).body.filter(({ kind }) => kind === 'kr');
    if (isNothing(keyResults))
      check(
        entry,
        krs.map(({ body }) => body.find(({ kind }) => kind === 'weight')),
        'key results',
        say,
      );
    for (const { body } of krs)
      check(
        entry,
        body.filter(({ kind }) => kind === 'milestone'),
        'milestones',
        say,
      );
  },
};

/** Only where each says so itself: what cannot be read is a mistake of its own. */
function check(entry: Entry, nodes: readonly (Statement | undefined)[], what: string, say: Say): void {
  const weights = nodes.map(node => (node as Weight | Milestone | undefined)?.weight);
  const [first, ...others] = weights;
  if (first === undefined || weights.some(weight => weight?.number !== 0)) return;
  const at = (span: Place['span']) => placeOf(entry, { start: span.start, end: span.end });
  say({
    span: { start: first.start, end: first.end },
    message: `All ${what} here weigh 0, so none of them counts: give at least one a weight, or leave the weights out`,
    related: others.slice(0, 3).map(other => ({ place: at(other as Place['span']), message: 'Weighs 0 as well' })),
    remedies: [
      {
        title: 'Let all weigh the same',
        isPreferred: false,
        edits: weights.map(weight => ({ place: at(weight as Place['span']), text: '1' })),
      },
    ],
  });
}
