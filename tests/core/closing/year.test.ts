/**
 * A year of a small company: two teams below it, four quarters, a check-in each Monday, and what happens on the way; each
 * quarter is closed and carried over into the next, with the work that is not done. The scores are worked out by hand.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Document } from '../../../grammar/document.ts';
import { formatDocument } from '../../../grammar/printer.ts';
import { fromIso, toIso } from '../../../server/core/calendar/day.ts';
import type { Closed } from '../../../server/core/closing/close-cycle.ts';
import type { Addition } from '../../../server/core/closing/next-place.ts';
import { checkIn } from '../../../server/core/edits/check-in.ts';
import { happening } from '../../../server/core/edits/happenings.ts';
import { subjectAt } from '../../../server/core/edits/subject.ts';
import type { FeatureContext } from '../../../server/core/features/context.ts';
import type { Day } from '../../../server/core/model/elements.ts';
import type { Goal } from '../../../server/core/model/entry.ts';
import { Workspace } from '../../../server/core/model/workspace.ts';
import { buildReport } from '../../../server/core/reports/build-report.ts';
import type { What } from '../../../server/core/requests/happening.ts';
import { Diagnosis } from '../../../server/core/rules/diagnosis.ts';
import type { PlacedEdit } from '../../../server/core/rules/rule.ts';
import { Standings } from '../../../server/core/standing/standings.ts';
import { apply, close, isWithin } from './closed.ts';

const begin = {
  'company.okr': `person @ana: Ana
person @ben: Ben
person @eva: Eva

team company: Acme
  lead @ana

cycle 2026
  every month

objective grow: People come because others told them to
  owner @ana

  kr referrals: New customers name a friend
    from 10% to 30%
`,
  'growth/2026-Q1.okr': `team growth: Growth
  lead @ben
  parent company

cycle 2026-Q1
  every week

objective love: Customers recommend us
  owner @ben
  supports company/grow.referrals
  needs platform/speed.api: The survey is sent through it

  kr nps: Raise the Net Promoter Score
    from 30 to 50 points

  kr tickets: Fewer customers have to ask twice
    from 400 to 300 tickets

initiative loyalty: Launch the loyalty programme
  supports love.nps
  owner @ben
  due 2026-08-31
  active

initiative answers: Answer within a day
  supports love.tickets
  owner @ben
  due 2026-03-20
  done 2026-03-18
`,
  'platform/2026-Q1.okr': `team platform: Platform
  lead @eva
  parent company

cycle 2026-Q1
  every week

objective speed: Everything answers at once
  owner @eva

  kr latency: Answers come at once
    keep at most 200 ms

  kr deploys: Every team deploys by itself
    to 20 deploys

  kr api: The new interface is in use
    weight 2
    milestone done 2026-02-10: Two teams try it
    milestone: All teams use it

initiative pipeline: A pipeline for each team
  supports speed.deploys
  owner @eva
  active
`,
};

/** How a value goes from the first Monday to the last one. */
type Course = (week: number, weeks: number) => number | undefined;
/** In equal steps; the last one is exact. */
const to =
  (from: number, last: number): Course =>
  (week, weeks) =>
    week === weeks ? last : Math.round((from + ((last - from) * week) / weeks) * 10) / 10;

interface Quarter {
  readonly cycle: string;
  readonly first: string;
  readonly mondays: number;
  readonly values: Readonly<Record<string, Course>>;
  /** What happens, by the day. */
  readonly life: readonly (readonly [day: string, ref: string, what: What, value: string, why: string])[];
  /** What a person writes over: in which file, what, and what comes in its place. */
  readonly written: readonly (readonly [file: string, before: string, after: string])[];
  /** By hand, at the end. */
  readonly scores: Readonly<Record<string, number | null>>;
  readonly closedOn: string;
  /** The company looks at the whole year, once in each quarter: its value, and its score by hand. */
  readonly year: readonly [value: number, score: number];
  /** What is decided otherwise than it is suggested. */
  readonly decided: Readonly<Record<string, 'keep' | 'change' | 'drop'>>;
  readonly goesOn: Readonly<Record<string, string>>;
  /** The work that goes on, with what it is there for. */
  readonly work: Readonly<Record<string, string>>;
  /** What is said not to go on, but for a whole key result. */
  readonly notOn: readonly string[];
  /** What is warned of in what begins, until a person has written on. */
  readonly warned?: readonly RegExp[];
}

const year: readonly Quarter[] = [
  {
    cycle: '2026-Q1',
    first: '2026-01-05',
    mondays: 13,
    values: {
      'growth/love.nps': to(30, 40),
      'growth/love.tickets': to(400, 320),
      // Too slow in the first three weeks.
      'platform/speed.latency': week => (week <= 3 ? 240 : 180),
      'platform/speed.deploys': to(0, 15),
    },
    life: [['2026-02-16', 'growth/love.nps', 'target', '45', 'The survey is narrower']],
    written: [],
    scores: {
      'growth/love.nps': 10 / 15, // 30 → 40, and 45 is wanted by now
      'growth/love.tickets': 80 / 100,
      'growth/love': (10 / 15 + 80 / 100) / 2,
      'platform/speed.latency': 10 / 13, // ten of thirteen Mondays
      'platform/speed.deploys': 15 / 20,
      'platform/speed.api': 1 / 2,
      'platform/speed': (10 / 13 + 15 / 20 + 2 * (1 / 2)) / 4, // its interface weighs two
    },
    closedOn: '2026-04-02',
    year: [14, 0.2],
    work: { 'growth/loyalty': 'supports love.nps', 'platform/pipeline': 'supports speed.deploys' },
    notOn: ['growth/loyalty: `due 2026-08-31`: the day is not in the next cycle'],
    decided: {},
    goesOn: {
      'growth/love.nps': 'from 40 to 45 points',
      'growth/love.tickets': 'from 320 to 300 tickets',
      'platform/speed.latency': 'keep at most 200 ms',
      'platform/speed.deploys': 'from 15 to 20 deploys',
      'platform/speed.api': 'milestone: All teams use it',
    },
  },
  {
    cycle: '2026-Q2',
    first: '2026-04-06',
    mondays: 13,
    values: {
      'growth/love.nps': to(40, 46),
      // Paused in May.
      'growth/love.tickets': (week, weeks) => (week >= 5 && week <= 8 ? undefined : to(320, 305)(week, weeks)),
      'platform/speed.latency': () => 190,
      'platform/speed.deploys': to(15, 17),
    },
    life: [
      ['2026-05-04', 'growth/love.tickets', 'drop', '', 'All hands are at the fair'],
      ['2026-06-01', 'growth/love.tickets', 'resume', '', 'The fair is over'],
    ],
    written: [],
    scores: {
      'growth/love.nps': 1, // 46, and 45 was wanted
      'growth/love.tickets': 15 / 20,
      'growth/love': (1 + 15 / 20) / 2,
      'platform/speed.latency': 1,
      'platform/speed.deploys': 2 / 5,
      'platform/speed.api': 0,
      'platform/speed': (1 + 2 / 5 + 2 * 0) / 4,
    },
    closedOn: '2026-07-02',
    year: [18, 0.4],
    work: { 'growth/loyalty': 'supports love.nps' },
    notOn: ['platform/pipeline: this work is active, and what it supports does not go on'],
    decided: { 'growth/love.nps': 'change', 'platform/speed.latency': 'keep', 'platform/speed.deploys': 'drop' },
    goesOn: {
      'growth/love.nps': 'from 46 points to ?',
      'growth/love.tickets': 'from 305 to 300 tickets',
      'platform/speed.latency': 'keep at most 200 ms',
      'platform/speed.api': 'milestone: All teams use it',
    },
  },
  {
    cycle: '2026-Q3',
    first: '2026-07-06',
    mondays: 13,
    values: {
      'growth/love.nps': to(46, 53),
      'growth/love.tickets': to(305, 300),
      'platform/speed.latency': week => (week > 7 ? undefined : 230),
    },
    life: [['2026-08-24', 'platform/speed.latency', 'drop', '', 'Nobody waits for it any more']],
    written: [
      ['growth/2026-Q3.okr', 'from 46 points to ?', 'from 46 to 60 points'],
      ['platform/2026-Q3.okr', 'milestone: All teams', 'milestone done 2026-09-01: All teams'],
      ['growth/2026-Q3.okr', '  active\n', '  done 2026-08-28\n'],
    ],
    scores: {
      'growth/love.nps': 7 / 14,
      'growth/love.tickets': 1,
      'growth/love': (7 / 14 + 1) / 2,
      'platform/speed.latency': null, // dropped
      'platform/speed.api': 1,
      'platform/speed': 1,
    },
    closedOn: '2026-10-02',
    year: [24, 0.7],
    work: {},
    notOn: ['growth/love: `needs platform/speed.api`: it leads nowhere from the next cycle'],
    // Nothing in it goes on, and it does.
    warned: [/^How will you know that “Everything answers at once” came true\?/],
    decided: { 'platform/speed': 'keep' },
    goesOn: { 'growth/love.nps': 'from 53 to 60 points' },
  },
  {
    cycle: '2026-Q4',
    first: '2026-10-05',
    mondays: 13,
    values: { 'growth/love.nps': to(53, 56.5), 'platform/speed.uptime': to(95, 98) },
    life: [],
    written: [
      [
        'platform/2026-Q4.okr',
        '  continues speed in 2026-Q3\n',
        '  continues speed in 2026-Q3\n\n  kr uptime: It is always there\n    from 95% to 99%\n',
      ],
    ],
    scores: {
      'growth/love.nps': 3.5 / 7,
      'growth/love': 3.5 / 7,
      'platform/speed.uptime': 3 / 4,
      'platform/speed': 3 / 4,
    },
    closedOn: '2027-01-04',
    year: [26, 0.8],
    work: {},
    notOn: [
      'growth/love: `supports company/grow.referrals`: it waits behind a `#`, as 2027-Q1 has nothing of that name yet',
    ],
    decided: {},
    goesOn: { 'growth/love.nps': 'from 56.5 to 60 points', 'platform/speed.uptime': 'from 98% to 99%' },
  },
];

describe('A year', () => {
  it('scores as worked out by hand, and what has ended stays as it was', () => {
    const company = new Company(begin);
    const ended = new Map<string, Record<string, number | null>>();
    for (const quarter of year) {
      live(company, quarter);
      company.setToday(company.lastDay(quarter.cycle));
      equalScores(company.scores(quarter.cycle), quarter.scores, quarter.cycle);
      // The day after its end nothing of it has moved.
      company.setToday(fromIso(quarter.closedOn) as Day);
      equalScores(company.scores(quarter.cycle), quarter.scores, quarter.cycle);
      ended.set(quarter.cycle, company.scores(quarter.cycle));

      closeQuarter(company, quarter);
      for (const [cycle, scores] of ended) assert.deepEqual(company.scores(cycle), scores, `${cycle} is another one`);
    }
    assert.deepEqual(company.files, [
      'company.okr',
      ...['growth', 'platform'].flatMap(team =>
        ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1'].map(cycle => `${team}/${cycle}.okr`),
      ),
    ]);
  });
});

/** Each Monday a check-in; what happens, and what a person writes, on its day. */
function live(company: Company, { cycle, first, mondays, values, life, written, year }: Quarter): void {
  for (const [file, before, after] of written) company.write(file, before, after);
  const waiting = [...life];
  for (let week = 1; week <= mondays; week++) {
    const monday = (fromIso(first) as Day) + 7 * (week - 1);
    company.setToday(monday);
    for (let next = waiting[0]; next !== undefined && next[0] <= toIso(monday); next = waiting[0]) {
      waiting.shift();
      const [day, ref, what, value, why] = next;
      company.happens(ref, cycle, what, { day: fromIso(day) as Day, value, why });
    }
    for (const [ref, course] of Object.entries(values)) {
      const value = course(week, mondays);
      if (value !== undefined) company.checkIn(ref, cycle, monday, value);
    }
    company.isSound();
  }
  assert.deepEqual(waiting, [], 'all of it has happened');
  company.checkIn('company/grow.referrals', '2026', (fromIso(first) as Day) + 7 * (mondays - 1), year[0]);
  equalScores(company.scores('2026'), { 'company/grow.referrals': year[1], 'company/grow': year[1] }, '2026');
  company.isSound();
}

function closeQuarter(company: Company, quarter: Quarter): void {
  const { cycle, goesOn, scores, work, notOn } = quarter;
  const before = company.texts;
  const closed = company.close(quarter);
  apply(company, closed);
  company.isSound(quarter.warned);
  const next = company.workspace.file(closed.opens?.uri ?? '')?.content.find(({ heading }) => heading?.cycle)
    ?.heading?.cycle;
  assert.deepEqual(company.measures(next as string), goesOn, `what goes on after ${cycle}`);
  assert.deepEqual(company.work(next as string), work, `work that goes on after ${cycle}`);
  assert.deepEqual(
    closed.leftBehind.filter(line => !/: (?:reached|let go|dropped on .*)$/.test(line)),
    notOn,
  );
  // All that had a score and was not dropped is graded with it, and what was learned is written.
  const graded = Object.entries(scores).filter(([, score]) => score !== null);
  assert.deepEqual(
    closed.written.filter(line => line.includes(': grade ')).toSorted(),
    graded.map(([ref, score]) => `${ref}: grade ${quarter.closedOn} ${(score as number).toFixed(2)}`).toSorted(),
  );
  assert.ok(closed.written.includes(`growth: reflect: What ${cycle} taught us`));
  // No line that was there is gone or another one, and the second time there is nothing to write.
  for (const [uri, text] of before) assert.ok(isWithin(text, company.texts.get(uri) ?? ''), uri);
  assert.deepEqual(company.close(quarter).edits, []);
}

function equalScores(found: Record<string, number | null>, wanted: Quarter['scores'], cycle: string): void {
  const four = (scores: Readonly<Record<string, number | null>>) =>
    Object.fromEntries(Object.entries(scores).map(([ref, score]) => [ref, score?.toFixed(9) ?? null]));
  assert.deepEqual(four(found), four(wanted), cycle);
}

class Company implements FeatureContext {
  readonly workspace = new Workspace('file:///w', fromIso('2026-01-01') as Day);
  readonly standings = new Standings(this.workspace);
  private readonly diagnosis = new Diagnosis(this.workspace, this.standings);

  constructor(files: Readonly<Record<string, string>>) {
    for (const [name, text] of Object.entries(files)) this.workspace.setFile(`file:///w/${name}`, text, true);
    this.isSound();
  }

  get files(): string[] {
    return [...this.workspace.files.keys()].map(uri => uri.slice('file:///w/'.length)).toSorted();
  }

  close({ cycle, decided }: Quarter): Closed {
    return close(this, {
      cycle,
      decide: (suggested, open) => {
        const refs = new Map(
          open.flatMap(({ subject, keyResults }) =>
            [subject, ...keyResults.map(each => each.subject)].map(s => [s.id, s.ref]),
          ),
        );
        return suggested.map(each => ({ ...each, what: decided[refs.get(each.id) ?? ''] ?? each.what }));
      },
      reflect: () => [{ of: { team: 'growth' }, text: `What ${cycle} taught us` }],
    });
  }

  get texts(): ReadonlyMap<string, string> {
    return new Map([...this.workspace.files].map(([uri, { document }]) => [uri, document.text]));
  }

  setToday(day: Day): void {
    this.workspace.today.set(day);
    this.isSound();
  }

  lastDay(cycle: string): Day {
    return this.workspace.cycles.of(cycle).period.last as Day;
  }

  checkIn(ref: string, cycle: string, day: Day, value: number): void {
    const said = { day, value: String(value), confidence: '6/10', status: undefined, by: '', note: '' };
    this.edit([checkIn(this.goal(ref, cycle), said)]);
  }

  happens(ref: string, cycle: string, what: What, { day, value, why }: { day: Day; value: string; why: string }): void {
    const { edits } = happening(this, what, this.goal(ref, cycle), { day, why, by: '' }, { value, into: undefined });
    this.edit(edits.map(placed));
  }

  write(file: string, before: string, after: string): void {
    const uri = `file:///w/${file}`;
    const text = this.workspace.file(uri)?.document.text ?? '';
    assert.ok(text.includes(before), `${file} has “${before}”`);
    this.workspace.setFile(uri, text.replace(before, after), true);
  }

  /** Of each objective and key result of a cycle; null where it has none. */
  scores(cycle: string): Record<string, number | null> {
    const found = this.report(cycle).flatMap(objective => [...objective.keyResults, objective]);
    return Object.fromEntries(found.map(({ ref, score }) => [ref as string, score]));
  }

  /** The line that says how each key result is measured. */
  measures(cycle: string): Record<string, string> {
    const found = this.report(cycle).flatMap(({ keyResults }) => keyResults);
    return Object.fromEntries(
      found.map(({ ref, place }) => {
        const lines =
          this.workspace
            .file(place.uri)
            ?.document.text.split('\n')
            .slice(place.line + 1) ?? [];
        return [ref as string, lines[0]?.trim() ?? ''];
      }),
    );
  }

  /** Of the work that is not done: what it is there for. */
  work(cycle: string): Record<string, string> {
    const { initiatives } = buildReport(this.workspace, this.standings, { cycle });
    return Object.fromEntries(
      initiatives
        .filter(({ status }) => status !== 'done')
        .map(({ ref, place }) => {
          const lines = this.workspace.file(place.uri)?.document.text.split('\n') ?? [];
          return [ref as string, lines[place.line + 1]?.trim() ?? ''];
        }),
    );
  }

  /** Every file is in its form, and `okr check` has no error in it and no warning but those that are expected. */
  isSound(expected: readonly RegExp[] = []): void {
    const found: string[] = [];
    for (const [uri, file] of this.workspace.files) {
      const { text } = file.document;
      assert.equal(text, formatDocument(new Document(text)), `${uri} is in its form`);
      const findings = this.diagnosis.findings(file).filter(({ severity }) => /^(?:error|warning)$/.test(severity));
      found.push(...findings.map(({ message }) => message));
    }
    assert.deepEqual(
      found.filter(message => !expected.some(known => known.test(message))),
      [],
    );
    assert.equal(found.length, expected.length);
  }

  private report(cycle: string) {
    return buildReport(this.workspace, this.standings, { cycle }).objectives;
  }

  private goal(ref: string, cycle: string): Goal {
    const place = this.report(cycle)
      .flatMap(objective => [objective, ...objective.keyResults])
      .find(each => each.ref === ref)?.place;
    const subject = place && subjectAt(this.workspace, place.uri, place.line);
    if (subject?.kind !== 'goal') throw new Error(`There is no ${ref} in ${cycle}`);
    return subject.goal;
  }

  private edit(edits: readonly Pick<Addition, 'uri' | 'range' | 'text'>[]): void {
    for (const { uri, range, text } of edits.toReversed()) this.workspace.editFile(uri, range, text);
  }
}

function placed({ place: { file, block, span }, text }: PlacedEdit): Addition {
  return { uri: file.uri, range: file.rangeOf(block, span), text };
}
