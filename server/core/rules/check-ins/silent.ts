/** Nobody says how it stands: not yet, or not any more. */
import { addRhythm } from '../../calendar/day.ts';
import type { DataFiles } from '../../data/data-files.ts';
import type { Day } from '../../model/elements.ts';
import type { Entry, ObjectiveEntry } from '../../model/entry.ts';
import { resolveKpi } from '../../model/resolve.ts';
import { GRACE, lastHeard, silentSince } from '../../reports/silence.ts';
import { newest } from '../../scores/series.ts';
import { rhythmInWords } from '../../wording/rhythm.ts';
import { factLine } from '../fact-line.ts';
import { openObjective } from '../method.ts';
import { type Ground, headingSpan, placeOf, type Remedy, type Rule, type Say, statementOf } from '../rule.ts';
import { inShort, isoToday, type OpenKeyResult, running, weeksSince } from '../running.ts';

export const checkinMissing: Rule = {
  id: 'checkin-missing',
  severity: 'info',
  isReminder: true,
  summary: 'A key result that nobody has checked in on yet',
  why: 'A goal that is written in the first week and read in the last is a wish. The first check-in is the cheapest: it shows whether the number can be had at all.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria

      kr nps: Raise our Net Promoter Score
        from 32 to 50 points

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
        checkin 2026-11-20 42 points confidence 6/10

      kr tickets: Fewer customers have to ask twice
        from 420 to 294 tickets
        checkin 2026-11-20 350 tickets confidence 6/10
  `,
  source: 'Monday commitments, with a confidence in each key result: Christina Wodtke, _Radical Focus_, 2016.',
  checkEntry(entry, ground, say) {
    sayOf(false, entry, ground, say, ([{ standing }], which) => {
      const since = weeksSince(standing.period.first as Day, ground);
      const say = which === '' ? 'this stands' : `${which} stand`;
      return `${since} in, and nobody has said how ${say}: check in, if only with a confidence (\`checkin ${isoToday(ground)} confidence 6/10\`)`;
    });
  },
};

export const checkinStale: Rule = {
  id: 'checkin-stale',
  severity: 'info',
  isReminder: true,
  summary: 'A key result that has not been heard of for a rhythm and a week',
  why: 'What nobody talks about has been given up without anybody deciding so. How often a check-in is due, `every` says: in the key result, the objective, the cycle or the team.',
  bad: `
    cycle 2026-Q4
      every 2 weeks

    objective love: Customers love us more than any rival
      owner @maria

      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        checkin 2026-10-16 36 points confidence 6/10

      kr tickets: Fewer customers have to ask twice
        from 420 to 294 tickets
        checkin 2026-11-20 350 tickets confidence 6/10
  `,
  good: `
    cycle 2026-Q4
      every 2 weeks

    objective love: Customers love us more than any rival
      owner @maria

      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        checkin 2026-10-16 36 points confidence 6/10
        checkin 2026-11-20 42 points confidence 6/10

      kr tickets: Fewer customers have to ask twice
        from 420 to 294 tickets
        checkin 2026-11-20 350 tickets confidence 6/10
  `,
  checkEntry(entry, ground, say) {
    sayOf(true, entry, ground, say, (all, which) => {
      const heard = Math.max(...all.map(({ standing }) => lastHeard(standing, ground.workspace.today.get()) as Day));
      const rhythm = rhythmInWords(
        ground.standings.rhythm({ objective: entry as ObjectiveEntry, keyResult: all[0].facts }),
      );
      return which === ''
        ? `Last heard of on ${inShort(heard, ground)}, and a check-in is due ${rhythm}: where does it stand today?`
        : `Nothing was heard of ${which} since ${inShort(heard, ground)}, and a check-in is due ${rhythm}: where do they stand today?`;
    });
  },
};

/** Those that have been silent for too long. One that nobody can measure yet has another thing to do first. */
function silent(entry: Entry, ground: Ground): OpenKeyResult[] {
  const { workspace, standings } = ground;
  const today = workspace.today.get();
  return running(entry, ground).filter(({ facts, standing }) => {
    if (facts.measure === undefined && standing.grade === undefined && standing.history.length === 0) return false;
    // What a file says is not known before it is read.
    if (facts.data !== undefined && !hasRead(workspace.data.series(entry.file.uri, facts.data))) return false;
    const objective = entry as ObjectiveEntry;
    const rhythm = standings.rhythm({ objective, keyResult: facts });
    if (silentSince(standing, rhythm, today) === undefined) return false;
    const resumed = newest([...objective.element.pauses, ...facts.pauses], today);
    if (resumed !== undefined && today <= addRhythm(resumed.day, rhythm) + GRACE) return false;
    // Whoever reads the KPI is reminded there.
    const kpi = facts.kpi && resolveKpi(workspace, facts.kpi, entry);
    return kpi === undefined || !standings.kpi(kpi).stale;
  });
}

type Some = readonly [OpenKeyResult, ...OpenKeyResult[]];

/**
 * Of each key result that was never heard of, or not for long; but where the whole objective is silent, whoever
 * forgot it has forgotten one thing and not four, and is told so once.
 * @param message of several, `which` they are: "its key results", "2 of its 4 key results"; of one it is empty
 */
function sayOf(
  wasHeard: boolean,
  entry: Entry,
  ground: Ground,
  say: Say,
  message: (all: Some, which: string) => string,
): void {
  const today = ground.workspace.today.get();
  const everySilent = silent(entry, ground);
  const own = everySilent.filter(({ standing }) => (lastHeard(standing, today) !== undefined) === wasHeard);
  const [first, ...more] = own;
  if (first === undefined) return;
  const count = openObjective(entry, ground)?.keyResults.length;
  if (more.length === 0 || everySilent.length !== count) {
    for (const each of own) {
      say({
        span: headingSpan(each.node),
        message: message([each], ''),
        remedies: () => [addsCheckins('Add a check-in of today', [each], entry, ground)],
      });
    }
    return;
  }
  say({
    span: headingSpan(statementOf(entry)),
    message: message(
      [first, ...more],
      own.length === count ? 'its key results' : `${own.length} of its ${count} key results`,
    ),
    related: own.slice(0, 3).map(({ node }) => ({ place: placeOf(entry, headingSpan(node)), message: 'This one' })),
    remedies: () => [addsCheckins('Add a check-in of today to each', own, entry, ground)],
  });
}

function addsCheckins(title: string, all: readonly OpenKeyResult[], entry: Entry, ground: Ground): Remedy {
  return { title, isPreferred: false, edits: all.map(({ node }) => factLine(entry, node, 'checkin', ground)) };
}

function hasRead(series: ReturnType<DataFiles['series']>): boolean {
  return typeof series === 'object' && 'readings' in series;
}
