/** A fall is where a team learns most. */
import type { CheckIn } from '../../../../grammar/tree.ts';
import { holds } from '../../scores/hold.ts';
import type { KeyResultStanding } from '../../scores/key-result.ts';
import { knownWay, shareOfWay } from '../../scores/progress.ts';
import { reaches } from '../../scores/tolerance.ts';
import { formatValue, isCurrency } from '../../scores/value-text.ts';
import type { Rule } from '../rule.ts';
import { running } from '../running.ts';

export const checkinNote: Rule = {
  id: 'checkin-note',
  severity: 'hint',
  summary: 'A value that went the wrong way, and nobody says why',
  why: 'The number says that something happened; only a note says what. In a quarter nobody will remember.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria

      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        checkin 2026-11-06 44 points confidence 6/10
        checkin 2026-11-20 42 points confidence 6/10

      kr tickets: Fewer customers have to ask twice
        from 420 to 294 tickets
        checkin 2026-11-20 350 tickets confidence 6/10
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria

      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        checkin 2026-11-06 44 points confidence 6/10
        checkin 2026-11-20 42 points confidence 6/10: Parcels were late for a week

      kr tickets: Fewer customers have to ask twice
        from 420 to 294 tickets
        checkin 2026-11-20 350 tickets confidence 6/10
  `,
  options: { fall: { default: 0.05, description: 'How far it has to go back, as a share of the way to the target.' } },
  checkEntry(entry, ground, say) {
    if (entry.element.type !== 'objective') return;
    const { checkins } = entry.element;
    for (const { node, standing } of running(entry, ground)) {
      const { history } = standing;
      const values = history.filter(({ value }) => value !== undefined);
      const now = values.at(-1);
      const before = values.findLast(({ day }) => day < (now?.day ?? 0));
      if (now?.from !== 'checkin' || before === undefined) continue;
      if ([...history, ...checkins].some(({ day, note }) => day >= now.day && note !== '')) continue;
      if (!hasFallen(standing, before.value as number, now.value as number, ground.option(checkinNote, 'fall')))
        continue;
      const line = node.body.findLast(
        (each): each is CheckIn => each.kind === 'checkin' && each.date?.day === now.day && each.value !== undefined,
      );
      if (line?.value === undefined) continue;
      const { start, end } = line.value;
      const head = entry.block.text.slice(line.start, line.end);
      const unit = standing.measure?.kind === 'from-to' ? standing.measure.unit : '';
      // `from 44 to 42 points`
      const isWord = /^\p{L}/u.test(unit) && !isCurrency(unit);
      const was = formatValue(before.value as number, isWord ? '' : unit);
      const is = formatValue(now.value as number, unit);
      say({
        span: { start, end },
        message:
          standing.measure?.kind === 'keep'
            ? `This does not hold the line any more: say what happened (\`${head}: …\`), so that others learn from it`
            : `This ${(now.value as number) < (before.value as number) ? 'fell' : 'rose'} from ${was} to ${is}: say what happened (\`${head}: …\`), so that others learn from it`,
      });
    }
  },
};

/** Away from the target, or over the line. */
function hasFallen({ measure }: KeyResultStanding, before: number, now: number, least: number): boolean {
  if (measure?.kind === 'keep') return holds(measure.hold, before) === true && holds(measure.hold, now) === false;
  if (measure?.kind !== 'from-to') return false;
  const way = knownWay(measure);
  return (
    typeof way !== 'string' && reaches(shareOfWay(before, way.from, way.to) - shareOfWay(now, way.from, way.to), least)
  );
}
