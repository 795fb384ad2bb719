/** What references mean: one workspace, and a table of who finds what. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fromIso } from '../../../server/core/calendar/day.ts';
import type { Entry, Goal } from '../../../server/core/model/entry.ts';
import {
  fromEntry,
  nameOf,
  refOf,
  resolveGoal,
  resolveInitiative,
  resolveKpi,
} from '../../../server/core/model/resolve.ts';
import { Workspace } from '../../../server/core/model/workspace.ts';

const FILES: Record<string, string> = {
  'okr.json': '{ "root": true, "fiscalYearStart": 10 }',
  'company.okr': `
    team company: Company

    cycle 2026
    objective grow: Grow
      kr revenue: Revenue
      kr referrals: Referrals
    objective year: Only in the year

    cycle 2026-H2
    objective calm: Calm
      kr overtime: Overtime

    cycle 2026-Q4
    objective promise: Promise

    kpi cash: Cash
  `,
  'growth.okr': `
    team growth: Growth
      parent company

    cycle 2026-Q3
    objective love: Love, last quarter
      kr nps: Score
    objective over: Over

    cycle 2026-Q4
    objective love: Love
      kr nps: Score
      kr tickets: Tickets
    objective self: Self
      kr own: Own
    objective year: In the quarter, too

    cycle 2027
    objective next: Next year

    kpi tickets: Tickets
    kpi cash: Growth's own cash
    initiative loyalty: Loyalty, next year

    cycle 2026-Q4
    initiative loyalty: Loyalty
  `,
  'platform.okr': `
    team platform: Platform
      parent company

    cycle FY27-Q1
    objective access: Access
      kr sso: Sign in once
    objective both: Both

    kpi tickets: Tickets
    kpi uptime: Uptime
  `,
  'people.okr': `
    team people: People

    cycle 2026-Q4
    objective both: Both
    objective hire: Hire
    initiative pay: Pay
  `,
  'alone.okr': `
    cycle 2026-Q4
    objective mine: Mine
      kr run: Run

    cycle move
      from 2026-09-01 to ?
    objective hall: The new hall
    objective mine: Mine, while we move
  `,
  'undated.okr': `
    team growth
    objective someday: Some day
    kpi seen: Seen
  `,
  'unreadable.okr': `
    team growth
    cycle ???
    objective lost: Under a cycle that cannot be read
    objective love: Under a cycle that cannot be read
  `,
};

/** Who asks | for what | and finds (with its cycle). */
const GOALS = `
  growth/love 2026-Q4     | self                       | growth/self 2026-Q4         | in its own team and cycle
  growth/love 2026-Q4     | love                       |                             | never itself
  growth/love 2026-Q4     | love.nps                   | growth/love.nps 2026-Q4     | but a key result in it
  growth/love 2026-Q4     | love in 2026-Q3            | growth/love 2026-Q3         | and its own past
  growth/love 2026-Q4     | nps                        | growth/love.nps 2026-Q4     | a bare name is a key result of the same objective
  growth/self 2026-Q4     | nps                        |                             | and of no other
  growth/self 2026-Q4     | love                       | growth/love 2026-Q4         | its own cycle, not the one before
  growth/self 2026-Q4     | over                       |                             | what is over is not around
  growth/self 2026-Q4     | over in 2026-Q3            | growth/over 2026-Q3         | unless it is asked for
  growth/self 2026-Q4     | over in fy26-q4            | growth/over 2026-Q3         | under any of its names
  growth/self 2026-Q4     | next                       |                             | 2027 does not contain 2026-Q4
  growth/self 2026-Q4     | grow                       | company/grow 2026           | in the parent, in the year around
  growth/self 2026-Q4     | calm.overtime              | company/calm.overtime 2026-H2 | in the half-year around
  growth/self 2026-Q4     | year                       | growth/year 2026-Q4         | its own team before the parent
  growth/self 2026-Q4     | company/year               | company/year 2026           | unless the team is named
  growth/self 2026-Q4     | access                     | platform/access FY27-Q1     | everywhere, as only one fits; FY27-Q1 is 2026-Q4
  growth/self 2026-Q4     | both                       |                             | two teams have it
  growth/self 2026-Q4     | people/both                | people/both 2026-Q4         | so the team is named
  growth/self 2026-Q4     | grow.nothing               |                             | no such key result
  growth/self 2026-Q4     | someday                    | growth/someday              | what has no cycle yet is on its way into one
  growth/self 2026-Q4     | lost                       |                             | nobody knows when that is
  growth/love 2026-Q3     | love in 2026-Q4            | growth/love 2026-Q4         |
  growth/love 2026-Q3     | promise                    |                             | the parent's is in another quarter
  growth/love 2026-Q3     | grow                       | company/grow 2026           |
  company/grow 2026       | calm                       |                             | a year sees nothing smaller
  platform/access FY27-Q1 | both                       | platform/both FY27-Q1       | its own comes first
  platform/access FY27-Q1 | promise                    | company/promise 2026-Q4     |
  people/hire 2026-Q4     | grow                       | company/grow 2026           | without a parent: everywhere
  people/hire 2026-Q4     | love                       | growth/love 2026-Q4         | only one of the cycle fits
  mine 2026-Q4            | grow.revenue               | company/grow.revenue 2026   | without a team: everywhere
  hall move               | mine                       | mine move                   | its own cycle
  growth/tickets          | love                       | growth/love 2026-Q4         | a KPI is in no cycle: the newest
  growth/tickets          | mine                       | mine move                   | an open end is the newest
  growth/someday          | love.tickets               | growth/love.tickets 2026-Q4 | neither is an objective without one
  growth/lost ???         | self                       |                             | under a cycle that cannot be read: nothing
`;

const KPIS = `
  growth/love 2026-Q4     | tickets                    | growth/tickets              | its own team's
  platform/access FY27-Q1 | tickets                    | platform/tickets            |
  people/hire 2026-Q4     | tickets                    |                             | two teams have it
  people/hire 2026-Q4     | platform/tickets           | platform/tickets            |
  people/hire 2026-Q4     | uptime                     | platform/uptime             | only one
  platform/access FY27-Q1 | cash                       | company/cash                | the parent's before another team's
  growth/love 2026-Q4     | cash                       | growth/cash                 |
  growth/cash             | cash                       | company/cash                | never itself
  growth/love 2026-Q4     | tickets in 2026-Q4         |                             | a KPI is in no cycle
  growth/love 2026-Q4     | love.tickets               |                             | and has no key results
`;

const INITIATIVES = `
  growth/love 2026-Q4     | loyalty                    | growth/loyalty 2026-Q4      | of its own cycle
  growth/love 2026-Q4     | loyalty in 2027            | growth/loyalty 2027         |
  growth/love 2026-Q4     | pay                        | people/pay 2026-Q4          | everywhere
  growth/love 2026-Q3     | loyalty                    | growth/loyalty 2027         | else the newest: work goes on
  company/grow 2026       | growth/loyalty             | growth/loyalty 2027         |
  people/pay 2026-Q4      | pay                        |                             | never itself
`;

const workspace = load();

function load(): Workspace {
  const loaded = new Workspace('file:///workspace', fromIso('2026-11-21') as number);
  for (const [name, text] of Object.entries(FILES)) {
    if (name.endsWith('.json')) loaded.settings.set(`file:///workspace/${name}`, text);
    else loaded.setFile(`file:///workspace/${name}`, text.replaceAll(/^ {4}/gm, '').trimStart(), true);
  }
  return loaded;
}

function called(entry: Entry): string {
  const name = entry.element.type === 'objective' ? refOf(entry as never) : nameOf(entry as never);
  return `${name}${entry.cycle === undefined ? '' : ` ${entry.cycle ?? '???'}`}`;
}

function find(name: string): Entry {
  const found = [...workspace.entries.get()].find(
    entry => ['objective', 'kpi', 'initiative'].includes(entry.element.type) && called(entry) === name,
  );
  assert.ok(found, `there is no ${name}`);
  return found;
}

function goalCalled(goal: Goal | undefined): string {
  if (goal === undefined) return '';
  const entry = 'keyResult' in goal ? goal.objective : goal;
  return `${refOf(goal)}${typeof entry.cycle === 'string' ? ` ${entry.cycle}` : ''}`;
}

function eachRow(table: string, check: (from: Entry, ref: RegExpExecArray, expected: string) => void): void {
  for (const row of table.trim().split('\n')) {
    const [who = '', what = '', expected = '', why = ''] = row.split('|').map(cell => cell.trim());
    it(`${who}: ${what} is ${expected || 'nothing'}${why === '' ? '' : `: ${why}`}`, () => {
      const ref = /^(?:([\w-]+)\/)?([\w-]+)(?:\.([\w-]+))?(?: in (\S+))?$/.exec(what);
      assert.ok(ref);
      check(find(who), ref, expected);
    });
  }
}

const refFrom = ([, team, name = '', kr, cycle]: RegExpExecArray) => ({ team, name, kr, cycle });

describe('references', () => {
  describe('to objectives and key results', () =>
    eachRow(GOALS, (from, ref, expected) =>
      assert.equal(goalCalled(resolveGoal(workspace, refFrom(ref), fromEntry(from))), expected),
    ));
  describe('to KPIs', () =>
    eachRow(KPIS, (from, ref, expected) => {
      const found = resolveKpi(workspace, refFrom(ref), from);
      assert.equal(found === undefined ? '' : called(found), expected);
    }));
  describe('to initiatives', () =>
    eachRow(INITIATIVES, (from, ref, expected) => {
      const found = resolveInitiative(workspace, refFrom(ref), from);
      assert.equal(found === undefined ? '' : called(found), expected);
    }));
});
