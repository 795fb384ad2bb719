/** A day that has passed, and nothing is said about what was due on it. */
import type { DateArgument, Due, Statement } from '../../../../grammar/tree.ts';
import { toIso } from '../../calendar/day.ts';
import type { Entry, ObjectiveEntry } from '../../model/entry.ts';
import { isDone } from '../../scores/progress.ts';
import { insertUnder } from '../lines.ts';
import { isFinished } from '../method.ts';
import { type Ground, placeOf, type Remedy, type Rule, replaces, statementOf } from '../rule.ts';
import { inShort, isoToday, isPast, isRecent, openKeyResults } from '../running.ts';

export const overdue: Rule = {
  id: 'overdue',
  severity: 'info',
  isReminder: true,
  summary: 'A milestone, a due date or an initiative whose day has passed',
  why: 'A day that passes in silence teaches that days do not matter. Say that it is done, or when it will be.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria

      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        checkin 2026-11-20 42 points confidence 6/10

      kr app: The rewards app is in people's hands
        milestone due 2026-11-13: 100 customers try it
        milestone due 2026-11-30: It is in both app stores
        checkin 2026-11-20 confidence 6/10
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria

      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        checkin 2026-11-20 42 points confidence 6/10

      kr app: The rewards app is in people's hands
        milestone due 2026-11-13 done 2026-11-12: 100 customers try it
        milestone due 2026-11-30: It is in both app stores
        checkin 2026-11-20 confidence 6/10
  `,
  checkEntry(entry, ground, say) {
    const { element } = entry;
    const today = ground.workspace.today.get();
    const passed = (date: DateArgument | undefined, last: number | undefined, done?: Remedy) => {
      if (date === undefined || date.day >= today || !isRecent(date.day, ground)) return;
      const { start, end } = date;
      say({
        span: { start, end },
        message: `This was due on ${inShort(date.day, ground)}: ${done === undefined ? 'how did it end (`grade …`), or by when will it be' : 'is it done, or by when will it be'}?`,
        remedies: [
          ...(done === undefined ? [] : [done]),
          ...(last === undefined || last < today
            ? []
            : [replaces(`Make it ${toIso(last)}`, placeOf(entry, { start, end }), toIso(last), false)]),
        ],
      });
    };
    const dueOf = ({ body }: Statement) => (body.find(({ kind }) => kind === 'due') as Due | undefined)?.date;
    const root = statementOf(entry);
    if (element.type === 'initiative') {
      if (!isFinished(entry, ground.workspace, ground.standings))
        passed(dueOf(root), undefined, doneToday(entry, root, ground));
      return;
    }
    if (element.type !== 'objective') return;
    const { objective } = ground.standings.objective(entry as ObjectiveEntry);
    const { last } = ground.standings.cyclePeriod(entry) ?? {};
    if (objective.over && !isPast(entry, ground)) {
      const isSettled =
        objective.dropped !== undefined || objective.computedStatus === 'done' || objective.grade !== undefined;
      if (!isSettled && element.reflections.length === 0) passed(dueOf(root), last);
    }
    for (const { node, standing, facts } of openKeyResults(entry, ground)) {
      if (
        standing.over &&
        standing.computedStatus !== 'done' &&
        standing.grade === undefined &&
        facts.due !== undefined
      )
        passed(dueOf(node), objective.period.last);
      if (facts.measure?.kind !== 'milestones' || standing.over) continue;
      const steps = node.body.filter(each => each.kind === 'milestone');
      for (const [at, step] of facts.measure.steps.entries()) {
        const line = steps[at];
        if (line !== undefined && !line.broken && !isDone(step, today))
          passed(line.due, standing.period.last, doneOn(entry, line, ground));
      }
    }
  },
};

function doneOn(
  entry: Entry,
  { due, weight, done, doneOn }: Extract<Statement, { kind: 'milestone' }>,
  ground: Ground,
): Remedy {
  const at = Math.max(due?.end ?? 0, weight?.end ?? 0);
  const span = doneOn ?? done;
  const place = placeOf(entry, span === undefined ? { start: at, end: at } : { start: span.start, end: span.end });
  return replaces(
    'It was done today',
    place,
    span === undefined ? ` done ${isoToday(ground)}` : isoToday(ground),
    false,
  );
}

function doneToday(entry: Entry, root: Statement, ground: Ground): Remedy {
  const line = `done ${isoToday(ground)}`;
  const status = root.body.find(({ kind }) => kind === 'planned' || kind === 'active');
  const { span, text } =
    status === undefined
      ? insertUnder(entry.block, root, [line])
      : { span: { start: status.start, end: status.end }, text: line };
  return replaces('It was done today', placeOf(entry, span), text, false);
}
