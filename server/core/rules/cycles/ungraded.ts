/** What has ended is looked back on: the one thing that is said of a cycle that is over. */
import type { Statement } from '../../../../grammar/tree.ts';
import type { CycleInfo } from '../../model/cycles.ts';
import type { Day, Objective } from '../../model/elements.ts';
import type { ObjectiveEntry } from '../../model/entry.ts';
import { cycleOf } from '../../model/resolve.ts';
import type { KeyResultStanding } from '../../scores/key-result.ts';
import type { ObjectiveStanding } from '../../scores/objective.ts';
import { droppedOn } from '../../scores/pauses.ts';
import { showScore } from '../../scores/rounding.ts';
import { factLine } from '../fact-line.ts';
import { type Ground, headingSpan, keyResultNodes, placeOf, type Remedy, type Rule, statementOf } from '../rule.ts';
import { inShort, isoToday, isPast, isRecent } from '../running.ts';

export const cycleUngraded: Rule = {
  id: 'cycle-ungraded',
  severity: 'info',
  isReminder: true,
  summary: 'A cycle that ended without a grade or a reflection',
  why: 'An OKR is objectives, key results and the cycle: a team that does not look back makes the same plan again. An hour is enough, in the week after the end.',
  bad: `
    cycle 2026-Q3

    objective love: Customers love us more than any rival
      owner @maria

      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        checkin 2026-09-25 42 points confidence 6/10

      kr tickets: Fewer customers have to ask twice
        from 420 to 294 tickets
        checkin 2026-09-25 350 tickets confidence 6/10
  `,
  good: `
    cycle 2026-Q3

    objective love: Customers love us more than any rival
      owner @maria
      grade 2026-10-02 0.6: The answers came faster, and they were no better
      reflect: Forty phone calls taught us more than four thousand answers in a survey

      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        checkin 2026-09-25 42 points confidence 6/10

      kr tickets: Fewer customers have to ask twice
        from 420 to 294 tickets
        checkin 2026-09-25 350 tickets confidence 6/10
  `,
  source: 'Grade at the end of the cycle and reflect before the next: John Doerr, _Measure What Matters_, 2018.',
  options: { days: { default: 7, description: 'How many days after the end it may take.' } },
  checkFile(ground, say) {
    for (const [first, ...others] of unseen(ground)) {
      const cycle = cycleOf(ground.workspace, first) as CycleInfo;
      const also = others.length === 0 ? '' : `, nor on ${others.length} more here`;
      say({
        block: first.block,
        span: headingSpan(statementOf(first)),
        message: `${cycle.id} ended on ${inShort(cycle.period.last as Day, ground)}, and nobody has looked back on this${also}: what did it come to (\`grade …\`), and what have you learned (\`reflect: …\`)?`,
        related: others
          .slice(0, 3)
          .map(other => ({ place: placeOf(other), message: 'Nobody has looked back on this either' })),
        remedies: () => {
          const { score, pending } = ground.standings.objective(first).objective;
          return score === undefined || pending ? [] : [graded(first, statementOf(first), score, '', ground)];
        },
        offered: 'close-cycle',
      });
    }
  },
};

/** The objectives of a file that ended a while ago and that nobody has looked back on, by team and cycle. */
function unseen(ground: Ground): Iterable<[ObjectiveEntry, ...ObjectiveEntry[]]> {
  const { file, workspace } = ground;
  // Which objectives it holds is nothing that a name tells.
  file.edition.get();
  const found = new Map<string, [ObjectiveEntry, ...ObjectiveEntry[]]>();
  const today = workspace.today.get();
  for (const entry of file.content.flatMap(({ entries }) => entries)) {
    if (entry.appearance.type !== 'objective' || entry.team === null || !isPast(entry, ground)) continue;
    const cycle = cycleOf(workspace, entry) as CycleInfo;
    const last = cycle.period.last as Day;
    if (today <= last + ground.option(cycleUngraded, 'days') || !isRecent(last, ground)) continue;
    if (droppedOn(entry.appearance.pauses, today) !== undefined) continue;
    if (workspace.cycles.about(cycle, entry.team).reflections.length > 0) continue;
    const objective = entry as ObjectiveEntry;
    const { grades, reflections, keyResults } = objective.element;
    const isJudged = keyResults.length > 0 && keyResults.every(each => each.grades.length > 0);
    if (isJudged || grades.length > 0 || reflections.length > 0) continue;
    const key = `${cycle.key} ${entry.team}`;
    const same = found.get(key);
    if (same === undefined) found.set(key, [objective]);
    else same.push(objective);
  }
  return found.values();
}

export const committedMissed: Rule = {
  id: 'committed-missed',
  severity: 'info',
  isReminder: true,
  summary: 'A commitment that was missed, and nobody says why',
  why: 'A commitment is expected to end at 1.0, whatever it takes; others have planned with it. Where it did not, the reason is worth more than the grade.',
  bad: `
    cycle 2026-Q3

    objective love: Customers love us more than any rival
      owner @maria
      committed
      grade 2026-10-02 0.5

      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        checkin 2026-09-25 42 points confidence 6/10

      kr tickets: Fewer customers have to ask twice
        from 420 to 294 tickets
        checkin 2026-09-25 350 tickets confidence 6/10
  `,
  good: `
    cycle 2026-Q3

    objective love: Customers love us more than any rival
      owner @maria
      committed
      grade 2026-10-02 0.5: We began with the survey, and should have begun with the parcels

      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        checkin 2026-09-25 42 points confidence 6/10

      kr tickets: Fewer customers have to ask twice
        from 420 to 294 tickets
        checkin 2026-09-25 350 tickets confidence 6/10
  `,
  source:
    'A committed OKR that ends under 1.0 “requires explanation”: Google’s OKR playbook, in John Doerr, _Measure What Matters_, 2018.',
  checkEntry(entry, ground, say) {
    if (entry.element.type !== 'objective') return;
    const { objective, keyResults } = ground.standings.objective(entry as ObjectiveEntry);
    const { element } = entry;
    if (objective.dropped !== undefined || element.reflections.length > 0 || hasReason(element)) return;
    const root = statementOf(entry);
    if (root.kind !== 'objective') return;
    const nodes = keyResultNodes(root);
    const check = (node: Statement, { kind, verdict, score, period }: KeyResultStanding | ObjectiveStanding) => {
      if (kind !== 'committed' || verdict !== 'missed' || score === undefined || !isRecent(period.last as Day, ground))
        return false;
      const reason = 'What kept us from it';
      say({
        span: headingSpan(node),
        message: `This was a commitment, and it ended at ${showScore(score)}: why, so that the next one is kept (\`grade ${isoToday(ground)} ${showScore(score)}: ${reason}\`)?`,
        remedies: () => [graded(entry as ObjectiveEntry, node, score, `: ${reason}`, ground)],
      });
      return true;
    };
    if (element.keyResults.some(hasReason) || check(root, objective)) return;
    for (const [at, standing] of keyResults.entries())
      if (element.keyResults[at]?.follows === undefined) check(nodes[at] as Statement, standing);
  },
};

function hasReason({ grades }: Pick<Objective, 'grades'>): boolean {
  return grades.some(({ why }) => why !== '');
}

function graded(entry: ObjectiveEntry, node: Statement, score: number, why: string, ground: Ground): Remedy {
  const edits = [factLine(entry, node, 'grade', ground, ` ${showScore(score)}${why}`)];
  return { title: `Grade it ${showScore(score)}, as its numbers say`, isPreferred: false, edits };
}
