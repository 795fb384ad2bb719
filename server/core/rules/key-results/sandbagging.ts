/** A goal that is nearly reached on its first day asks for nothing. */
import { addRhythm } from '../../calendar/day.ts';
import type { Period } from '../../model/elements.ts';
import type { ObjectiveEntry } from '../../model/entry.ts';
import { knownWay, shareOfWay } from '../../scores/progress.ts';
import { showPercent } from '../../scores/rounding.ts';
import { exceeds, reaches } from '../../scores/tolerance.ts';
import { formatValue } from '../../scores/value-text.ts';
import { beginsSomewhere } from '../../titles/measure-line.ts';
import { type Ground, headingSpan, type Rule } from '../rule.ts';
import { inShort, running } from '../running.ts';

/** The first values and confidences come in the first weeks. */
const START = 14;
/** Later than this share of its time nobody will aim higher: then it is a matter for the review. */
const STILL = 2 / 3;

export const sandbagging: Rule = {
  id: 'sandbagging',
  severity: 'hint',
  summary: 'A goal that is nearly reached at its start',
  why: 'If you get them all easily, you are too careful: such goals bring what would have come anyway. What has to be certain is a commitment: say `committed`.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria

      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        checkin 2026-10-09 48 points confidence 6/10
        checkin 2026-11-20 49 points confidence 6/10

      kr tickets: Fewer customers have to ask twice
        from 420 to 294 tickets
        checkin 2026-11-20 350 tickets confidence 6/10
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria

      kr nps: Raise our Net Promoter Score
        from 32 to 60 points
        checkin 2026-10-09 48 points confidence 6/10
        checkin 2026-11-20 49 points confidence 5/10

      kr tickets: Fewer customers have to ask twice
        from 420 to 294 tickets
        checkin 2026-11-20 350 tickets confidence 6/10
  `,
  source:
    'The sweet spot is 60 to 70%, and who always gets everything should think bigger: Google’s guide _Set goals with OKRs_ (re:Work). Confidence begins at five of ten: Christina Wodtke, _Radical Focus_, 2016.',
  options: {
    progress: { default: 0.8, description: 'The share of the way that is too much at the start.' },
    confidence: {
      default: 0.9,
      description: 'More confidence than this is too much at the start, unless it is committed.',
    },
  },
  checkEntry(entry, ground, say) {
    for (const { node, facts, standing } of running(entry, ground)) {
      const { history, period, kind, measure } = standing;
      if (period.first === undefined || measure?.kind === 'keep' || !canStillChange(period, ground)) continue;
      const rhythm = ground.standings.rhythm({ objective: entry as ObjectiveEntry, keyResult: facts });
      const start = Math.min(addRhythm(period.first, rhythm), period.first + START);
      const early = history.filter(({ day }) => day <= start);
      const first = early.find(({ value }) => value !== undefined);
      // A target that was lowered since, or raised, is another story.
      const shares = [measure, facts.measure].map(each => {
        const way = each?.kind === 'from-to' ? knownWay(each) : 'unknown-measure';
        return first?.value === undefined || typeof way === 'string' ? 0 : shareOfWay(first.value, way.from, way.to);
      });
      const share = Math.min(...shares);
      const line = node.body.find(each => each.kind === 'from' || each.kind === 'to');
      if (
        first?.value !== undefined &&
        measure?.kind === 'from-to' &&
        line !== undefined &&
        // Of where a level began another rule asks.
        !(measure.fromNothing && beginsSomewhere(facts.title, measure.unit)) &&
        reaches(share, ground.option(sandbagging, 'progress')) &&
        !exceeds(share, 1)
      ) {
        say({
          span: { start: line.start, end: line.end },
          message: `On ${inShort(first.day, ground)} it stood at ${formatValue(first.value, measure.unit)} already, ${showPercent(share)} of the way: where would you like to be that you cannot be sure of?`,
        });
        continue;
      }
      const sure = history.find(({ confidence }) => confidence !== undefined);
      if (kind === 'committed' || sure?.confidence === undefined || sure.day > start) continue;
      if (!exceeds(sure.confidence, ground.option(sandbagging, 'confidence'))) continue;
      say({
        span: headingSpan(node),
        message: `You were sure of this on ${inShort(sure.day, ground)} already: what would be worth reaching that you cannot be sure of?`,
      });
    }
  },
};

function canStillChange({ first, last }: Period, { workspace }: Ground): boolean {
  return first === undefined || last === undefined || workspace.today.get() - first < STILL * (last - first + 1);
}
