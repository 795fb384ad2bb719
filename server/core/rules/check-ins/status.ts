/** What people say, against what the numbers say: on track and yet behind; off track, and nothing changes. */
import type { CheckIn, Statement } from '../../../../grammar/tree.ts';
import type { Day, Objective } from '../../model/elements.ts';
import type { Entry, ObjectiveEntry } from '../../model/entry.ts';
import { holds } from '../../scores/hold.ts';
import type { KeyResultStanding } from '../../scores/key-result.ts';
import { expectedProgress } from '../../scores/pace.ts';
import { knownWay, shareOfWay } from '../../scores/progress.ts';
import { showPercent } from '../../scores/rounding.ts';
import type { HistoryEntry } from '../../scores/series.ts';
import { statusOf } from '../../scores/status.ts';
import { measureOn } from '../../scores/target.ts';
import { formatEstimate, formatValue, isCurrency } from '../../scores/value-text.ts';
import { type Ground, headingSpan, placeOf, type Rule, statementOf } from '../rule.ts';
import { inShort, type OpenKeyResult, running } from '../running.ts';

export const statusDisagrees: Rule = {
  id: 'status-disagrees',
  severity: 'info',
  isReminder: true,
  summary: 'Said to be on track, while the pace says off track',
  why: 'Green outside and red inside: such goals surprise everybody in the last week. Perhaps you know what the numbers do not; then say it in a note or with `plan`.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria

      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        checkin 2026-11-20 33 points confidence 6/10 on-track

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
        checkin 2026-11-20 33 points confidence 3/10 off-track: From Monday we call everybody who left

      kr tickets: Fewer customers have to ask twice
        from 420 to 294 tickets
        checkin 2026-11-20 350 tickets confidence 6/10
  `,
  checkEntry(entry, ground, say) {
    const all = running(entry, ground);
    if (all.length === 0) return;
    const { objective } = ground.standings.objective(entry as ObjectiveEntry);
    const check = (node: Statement, { saidStatus, computedStatus }: Said, what: () => string) => {
      if (saidStatus !== 'on-track' || computedStatus !== 'off-track') return;
      const line = newestWithStatus(node, ground.workspace.today.get());
      if (line?.status === undefined || line.date === undefined) return;
      const { start, end } = line.status;
      say({
        span: { start, end },
        message: `Said to be on track on ${inShort(line.date.day, ground)}, but ${what()}: what do you know that the numbers do not?`,
      });
    };
    check(statementOf(entry), objective, () => behind(objective));
    for (const { node, standing } of all) check(node, standing, () => numbersOf(standing));
  },
};

type Said = Pick<KeyResultStanding, 'saidStatus' | 'computedStatus'>;

function newestWithStatus({ body }: Statement, today: Day): CheckIn | undefined {
  let newest: CheckIn | undefined;
  for (const each of body) {
    if (each.kind !== 'checkin' || each.status === undefined || each.date === undefined || each.date.day > today)
      continue;
    if (each.date.day >= (newest?.date?.day ?? 0)) newest = each;
  }
  return newest;
}

function behind({ score = 0, expected = 0 }: Pick<KeyResultStanding, 'score' | 'expected'>): string {
  return `${showPercent(score)} of the way is done with ${showPercent(expected)} expected by now`;
}

function numbersOf(standing: KeyResultStanding): string {
  const { measure, value = 0, forecast } = standing;
  if (measure?.kind === 'keep' && holds(measure.hold, value) === false)
    return `${formatValue(value, measure.hold.unit)} does not hold the line`;
  if (measure?.kind !== 'from-to' || forecast === undefined) return behind(standing);
  const unit = isCurrency(measure.unit) || measure.unit === '%' ? measure.unit : '';
  return `${behind(standing)}, and this leads to ${formatEstimate(forecast.value, unit)} of ${formatValue(measure.to, measure.unit)}`;
}

export const offTrackSilent: Rule = {
  id: 'off-track-silent',
  severity: 'info',
  isReminder: true,
  summary: 'Off track for two check-ins, and nothing has changed',
  why: 'Red is no shame, it is a call: for help, for another way, or to let go. Red twice without a word is a goal that was given up in silence.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria

      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        checkin 2026-11-06 33 points confidence 3/10 off-track
        checkin 2026-11-20 34 points confidence 2/10 off-track

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
        checkin 2026-11-06 33 points confidence 3/10 off-track
        checkin 2026-11-20 34 points confidence 2/10 off-track: From Monday we call everybody who left

      kr tickets: Fewer customers have to ask twice
        from 420 to 294 tickets
        checkin 2026-11-20 350 tickets confidence 6/10
  `,
  checkEntry(entry, ground, say) {
    for (const each of running(entry, ground)) {
      const { standing, facts } = each;
      if (standing.status !== 'off-track') continue;
      const [before, now] = standing.history
        .filter(({ from, value, status }) => from === 'checkin' && (value !== undefined || status !== undefined))
        .slice(-2);
      if (before === undefined || now === undefined || before.day === now.day) continue;
      if ([before, now].some(checkin => statusAt(checkin, each, entry, ground) !== 'off-track')) continue;
      const { checkins, pauses } = entry.element as Objective;
      const notes = [...standing.history, ...checkins].filter(({ note }) => note !== '');
      if ([...notes, ...facts.targets, ...facts.pauses, ...pauses].some(({ day }) => day >= before.day)) continue;
      say({
        span: headingSpan(each.node),
        message: `Off track on ${inShort(before.day, ground)} and on ${inShort(now.day, ground)}, and nothing has changed: what will you do differently, or what could you let go of?`,
        related: each.node.body
          .filter(
            ({ kind, date }: Statement & { date?: CheckIn['date'] }) =>
              kind === 'checkin' && (date?.day === before.day || date?.day === now.day),
          )
          .slice(-2)
          .map(({ start, end }) => ({ place: placeOf(entry, { start, end }), message: 'Off track' })),
      });
    }
  },
};

/** What people said that day, else what the pace said. */
function statusAt(
  { day, value, status }: HistoryEntry,
  { facts, standing }: OpenKeyResult,
  entry: Entry,
  { workspace }: Ground,
): string | undefined {
  const measure = facts.measure && measureOn(facts.measure, facts.targets, day);
  if (status !== undefined || value === undefined || measure === undefined) return status;
  if (measure.kind === 'keep') return holds(measure.hold, value) === false ? 'off-track' : undefined;
  const way = measure.kind === 'from-to' ? knownWay(measure) : undefined;
  if (way === undefined || typeof way === 'string') return undefined;
  const { period, kind } = standing;
  return statusOf(
    {
      dropped: false,
      over: false,
      progress: shareOfWay(value, way.from, way.to),
      pending: false,
      expected: expectedProgress({ keyResult: facts, judged: false, hasValue: true, period, today: day }),
      kind,
      doneOnlyWhenOver: false,
      holdsNow: undefined,
    },
    workspace.settings.of(entry.file.uri).thresholds,
  );
}
