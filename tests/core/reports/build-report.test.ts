import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Report } from '../../../server/core/reports/report.ts';
import { open, uriOf } from './workspaces.ts';

const titles = (report: Report) => report.objectives.map(({ title }) => title);

describe('What a report holds', () => {
  const workspace = {
    'a.okr': `
objective: due in the quarter
  due 2026-12-24
objective: due later
  due 2027-01-01
objective: never due

cycle 2026-Q4
objective: in the quarter
cycle FY27-Q1
objective: in the same days
cycle 2026-12
objective: in a month of it
cycle 2026
objective: in the year around it
cycle 2026-Q
objective: under a heading that nobody can read`,
  };

  it('exactly its cycle, and what is in none and due in it', () => {
    assert.deepEqual(titles(open(workspace).report({ cycle: '2026-Q4' })), ['due in the quarter', 'in the quarter']);
  });

  it('cycles with equal dates are one, whichever id is asked for', () => {
    const opened = open(workspace);
    opened.workspace.settings.set(uriOf('okr.json'), '{ "root": true, "fiscalYearStart": "october" }');
    for (const cycle of ['2026-Q4', 'FY27-Q1', 'fy2027q1']) {
      assert.deepEqual(
        titles(opened.report({ cycle })),
        ['due in the quarter', 'in the quarter', 'in the same days'],
        cycle,
      );
    }
  });

  it('without a cycle: what is in none', () => {
    const report = open(workspace).report({ cycle: null });
    assert.equal(report.cycle.id, null);
    assert.deepEqual(titles(report).slice(0, 3), ['due in the quarter', 'due later', 'never due']);
  });

  it('of a cycle that nothing is in: nothing', () => {
    const report = open(workspace).report({ cycle: '2031-Q1' });
    assert.deepEqual([report.cycle.start, report.cycle.score, titles(report)], ['2031-01-01', null, []]);
  });
});

describe('Teams in a report', () => {
  const workspace = {
    '1.okr': 'team web\n  parent shop\ncycle 2026-Q4\nobjective: web',
    '2.okr':
      'team shop: The shop\n  parent all\ncycle 2026-Q4\nobjective: shop\nkpi k: shop’s\ninitiative: shop’s work',
    '3.okr': 'team all\ncycle 2026-Q4\nobjective: all\nkpi k: everyone’s',
    '4.okr': 'team art\n  parent all\ncycle 2026-Q4\nobjective: art',
    '5.okr': 'cycle 2026-Q4\nobjective: nobody’s\n\nobjective: named only there\n  team ghost',
  };

  it('stand right below their parents; those without a team come last', () => {
    const { teams, objectives } = open(workspace).report({ cycle: '2026-Q4' });
    const names = ['all', 'shop', 'web', 'art', 'ghost', null];
    assert.deepEqual(
      teams.map(({ name }) => name),
      names,
    );
    assert.deepEqual(
      objectives.map(({ team }) => team),
      names,
    );
    assert.deepEqual(
      teams.map(({ title }) => title),
      ['all', 'The shop', 'web', 'art', 'ghost', ''],
    );
  });

  it('of one team: its objectives, KPIs and initiatives alone', () => {
    const report = open(workspace).report({ cycle: '2026-Q4', team: 'shop' });
    assert.deepEqual(report.team, { name: 'shop', title: 'The shop' });
    assert.deepEqual(titles(report), ['shop']);
    assert.deepEqual(
      report.kpis.map(({ title, teamTitle }) => [title, teamTitle]),
      [['shop’s', 'The shop']],
    );
    assert.deepEqual(
      report.initiatives.map(({ title }) => title),
      ['shop’s work'],
    );
  });

  it('only some files', () => {
    const report = open(workspace).report({ cycle: '2026-Q4', only: uri => uri === uriOf('3.okr') });
    assert.deepEqual(titles(report), ['all']);
    assert.deepEqual(
      report.kpis.map(({ title }) => title),
      ['everyone’s'],
    );
  });

  it('parents in a circle are a mistake, and no reason to hang', () => {
    const report = open(
      'team a\n  parent b\ncycle 2026-Q4\nobjective: of a\nteam b\n  parent a\nobjective: of b',
    ).report({
      cycle: '2026-Q4',
    });
    assert.deepEqual(
      report.teams.map(({ name }) => name),
      ['a', 'b'],
    );
  });

  it('above several the headline is the top team’s', () => {
    const scored = (team: string, grade: number, parent = '') =>
      `team ${team}\n${parent && `  parent ${parent}\n`}cycle 2026-Q4\nobjective:\n  kr:\n    grade ${grade}`;
    const report = open({ '1.okr': scored('top', 0.8), '2.okr': scored('below', 0.2, 'top') }).report({
      cycle: '2026-Q4',
    });
    assert.equal(report.cycle.score, 0.8);
    assert.deepEqual(
      report.teams.map(({ score }) => score),
      [0.8, 0.2],
    );
  });
});

describe('What a cycle is called', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['by everyone', 'cycle 2026-Q4: Shared\nteam a\ncycle 2026-Q4\nobjective: x', 'Shared'],
    ['by its one team', 'cycle 2026-Q4: Shared\nteam a\ncycle 2026-Q4: Ours\nobjective: x', 'Ours'],
    ['by one of several', 'team a\ncycle 2026-Q4: Ours\nobjective: x\nteam b\nobjective: y', 'Ours'],
    ['by several, each its own', 'team a\ncycle 2026-Q4: A\nobjective: x\nteam b\ncycle 2026-Q4: B\nobjective: y', ''],
    ['by nobody', 'cycle 2026-Q4\nobjective: x', ''],
  ];
  for (const [name, text, title] of cases) {
    it(name, () => assert.equal(open(text).report({ cycle: '2026-Q4' }).cycle.title, title));
  }

  it('reflections are everyone’s first, then team by team; of one team only its own', () => {
    const { report } = open(`
team b
cycle 2026-Q4
  reflect: of b
objective: x
team a
cycle 2026-Q4
  reflect: of a
`);
    assert.deepEqual(report({ cycle: '2026-Q4' }).cycle.reflections, ['of b', 'of a']);
    assert.deepEqual(report({ cycle: '2026-Q4' }).teams[0]?.reflections, ['of b']);
    assert.deepEqual(report({ cycle: '2026-Q4', team: 'a' }).cycle.reflections, ['of a']);
  });
});

describe('References in a report', () => {
  const [objective] = open(`
team a
cycle 2026
objective top: Top
  kr half: Half of it
cycle 2026-Q4
objective o: O
  supports top, top.half, elsewhere/far.away in 2025
  kr one: One
    needs top: because
    supports half
`).report({ cycle: '2026-Q4' }).objectives;

  it('are resolved where they lead somewhere, else as written', () => {
    assert.deepEqual(objective?.supports, ['a/top', 'a/top.half', 'elsewhere/far.away in 2025']);
    assert.deepEqual(objective?.keyResults[0]?.needs, [{ ref: 'a/top', why: 'because' }]);
    assert.deepEqual(objective?.keyResults[0]?.supports, ['half']);
  });

  it('what has no name has no reference', () => {
    const [unnamed] = open('cycle 2026-Q4\nobjective: O\n  kr k: K').report({ cycle: '2026-Q4' }).objectives;
    assert.deepEqual([unnamed?.ref, unnamed?.keyResults[0]?.ref], [null, null]);
  });
});

describe('Supporters of an objective', () => {
  const supporters = (rest: string) =>
    open(`team a\ncycle 2026-Q4\nobjective top: Top\n${rest}`).report({ cycle: '2026-Q4' }).objectives[0]?.supporters;

  const cases: readonly (readonly [string, string, number, number | null])[] = [
    ['nobody', '', 0, null],
    ['an objective', 'objective: O\n  supports top\n  kr:\n    grade 0.4', 1, 0.4],
    ['a key result', 'objective: O\n  kr:\n    supports top\n    grade 0.4\n  kr:\n    grade 1', 1, 0.4],
    [
      'an objective with a key result that says so too',
      'objective: O\n  supports top\n  kr:\n    supports top\n    grade 0.4\n  kr:\n    grade 0.6',
      1,
      0.5,
    ],
    [
      'several',
      'objective: O\n  supports top\n  kr:\n    grade 0.4\nobjective: P\n  supports a/top\n  kr:\n    grade 0.8',
      2,
      0.6,
    ],
    ['one without a score', 'objective: O\n  supports top', 1, null],
    ['one that was dropped', 'objective: O\n  supports top\n  dropped 2026-11-01', 0, null],
    ['a key result of its own', '  kr one: One\n    supports top\n    grade 0.4', 0, null],
    ['one from another cycle', 'cycle 2026-12\nobjective: O\n  supports top in 2026-Q4\n  kr:\n    grade 0.4', 1, 0.4],
  ];
  for (const [name, rest, count, score] of cases) {
    it(name, () => {
      const found = supporters(rest);
      assert.equal(found?.count, count);
      assert.equal(found?.score === null ? null : Number(found?.score.toFixed(9)), score);
    });
  }
});

describe('A key result that follows another', () => {
  const { objectives } = open(`
team a
cycle 2026-Q4
objective mine: Mine
  kr shared: Theirs
    follows b/o.k
    weight 2
team b
objective o: O
  kr k: Cut what takes long
    from 10 to 4 hours
    owner @bo
    checkin 2026-11-14 7 hours confidence 6/10: Better
`).report({ cycle: '2026-Q4' });

  it('has the other’s title, measure and check-ins, and its own weight', () => {
    const { title, value, score, owner, weight, follows, ref } = objectives[0]!.keyResults[0]!;
    assert.deepEqual(
      { title, value, score, owner, weight, follows, ref },
      {
        title: 'Cut what takes long',
        value: 7,
        score: 0.5,
        owner: '@bo',
        weight: 2,
        follows: 'b/o.k',
        ref: 'a/mine.shared',
      },
    );
  });

  it('is its own where it follows nothing', () => assert.equal(objectives[1]?.keyResults[0]?.follows, null));
});

describe('KPIs in a report', () => {
  const text = `
cycle 2026-Q3
objective: O
  kr: K
    kpi calls
cycle 2026-Q4
objective: P
  kr now: L
    kpi calls

kpi calls: Calls
  healthy at most 50 calls
  critical above 80 calls
  reading 2026-07-31 40
  reading 2026-09-15 60
  reading 2026-11-15 90
`;

  it('as they are today', () => {
    const [kpi] = open(text).report({ cycle: '2026-Q4' }).kpis;
    assert.deepEqual(
      [kpi?.value, kpi?.health, kpi?.since, kpi?.unit, kpi?.history.length],
      [90, 'critical', '2026-11-15', 'calls', 3],
    );
  });

  it('of a cycle that has ended: as they were on its last day', () => {
    const [kpi] = open(text).report({ cycle: '2026-Q3' }).kpis;
    assert.deepEqual([kpi?.value, kpi?.health, kpi?.since, kpi?.history.length], [60, 'watch', '2026-09-15', 2]);
  });

  it('feed the key results of the cycle and of those that run beside it', () => {
    const { report } = open(`${text}\ncycle 2026\nobjective year: Y\n  kr all: M\n    kpi calls`);
    assert.deepEqual(report({ cycle: '2026-Q4' }).kpis[0]?.feeds, ['L', 'year.all']);
    assert.deepEqual(report({ cycle: '2026-Q3' }).kpis[0]?.feeds, ['K', 'year.all']);
  });

  it('that follow a key result have its unit, and are worked on by it', () => {
    const [kpi] = open(`
cycle 2026-Q4
objective o: O
  kr k: K
    from 4 to 9 stars
    checkin 2026-11-01 5 stars
kpi stars: Stars
  follows o.k
`).report({ cycle: '2026-Q4' }).kpis;
    assert.deepEqual([kpi?.value, kpi?.unit, kpi?.feeds], [5, 'stars', ['o.k']]);
  });

  for (const [body, unit] of [
    ['reading 2026-10-02 3 old\n  reading 2026-10-09 5 books\n  reading 2026-10-16 6', 'books'],
    ['reading 2026-10-16 6 books\n  reading 2026-10-09 5 old', 'books'],
    ['reading 2026-10-09 5 books\n  reading 2026-10-16 1 book', 'books'],
    ['healthy at least 1 book\n  reading 2026-10-16 6 books', 'books'],
    ['healthy at least 1 book\n  critical below 3 books', 'books'],
    ['healthy at least 1 book\n  reading 2026-10-16 6', 'book'],
    ['reading 2026-10-16 1%', '%'],
    ['reading 2026-10-16 6', ''],
    ['follows o.k\n  healthy at least 1 book', 'books'],
  ] as const)
    it(`count in ${unit === '' ? 'nothing' : `\`${unit}\``}: ${body.replaceAll('\n ', ',')}`, () => {
      const goal = 'cycle 2026-Q4\nobjective o: O\n  kr k: K\n    from 4 to 20 books';
      const [kpi] = open(`${goal}\nkpi books: Books\n  ${body}`).report({ cycle: '2026-Q4' }).kpis;
      assert.equal(kpi?.unit, unit);
    });
});

describe('Initiatives in a report', () => {
  const { initiatives } = open(`
initiative: Nothing to do with it

cycle 2026-Q3
initiative: Of the quarter before
initiative: Of the quarter before, for this one
  supports o in 2026-Q4
  due 2026-11-01

cycle 2026-Q4
objective o: O
initiative: Of this one
  done 2026-11-30
initiative: Stopped
  dropped 2026-11-01
  due 2026-11-01
`).report({ cycle: '2026-Q4' });

  it('are those under its headings, and those that support something in it', () => {
    assert.deepEqual(
      initiatives.map(({ title, status, overdue }) => [title, status, overdue]),
      [
        ['Of the quarter before, for this one', 'planned', true],
        // Done on a day to come.
        ['Of this one', 'active', false],
        ['Stopped', 'dropped', false],
      ],
    );
  });
});

describe('Facts of a key result', () => {
  const keyResult = (body: string, cycle = '2026-Q4', today?: string) =>
    open(`cycle ${cycle}\n  every 2 weeks\nobjective: O\n  kr: K\n${body.replace(/^/gm, '    ')}`, today).report({
      cycle,
    }).objectives[0]!.keyResults[0]!;

  const measures: readonly (readonly [string, unknown])[] = [
    ['from ? to 5 days', { kind: 'from-to', from: null, to: 5, unit: 'days', firstTarget: 5 }],
    ['to 5 days', { kind: 'from-to', from: 0, to: 5, unit: 'days', firstTarget: 5 }],
    ['from 10 by -30%', { kind: 'from-to', from: 10, to: 7, unit: '', firstTarget: 7 }],
    ['keep at most 2 days', { kind: 'keep', atMost: 2, unit: 'days' }],
    ['keep above 2', { kind: 'keep', above: 2, unit: '' }],
    ['keep below $3', { kind: 'keep', below: 3, unit: '$' }],
    ['keep between 3% and 5%', { kind: 'keep', atLeast: 3, atMost: 5, unit: '%' }],
    ['keep at least ?', { kind: 'keep', atLeast: null, unit: '' }],
    ['keep between ? and 5%', { kind: 'keep', atLeast: null, atMost: 5, unit: '%' }],
    ['grade 0.4', null],
  ];
  for (const [written, measure] of measures) {
    it(written, () => assert.deepEqual(keyResult(written).measure, measure));
  }

  it('a line that moved is told by the end that did', () => {
    const { targets, measure } = keyResult(
      'keep between 3% and 5%\ntarget 2026-10-10 between 3% and 6%: looser\ntarget 2026-11-01 between 2% and 6%\ntarget 2026-12-01 at least 9%',
    );
    assert.deepEqual(
      targets.map(({ date, from, to }) => [date, from, to]),
      [
        ['2026-10-10', 5, 6],
        ['2026-11-01', 3, 2],
      ],
    );
    assert.deepEqual(measure, { kind: 'keep', atLeast: 2, atMost: 6, unit: '%' });
  });

  it('the last note is the newest check-in’s that says anything; of what is judged, the reason of its grade', () => {
    const note = (body: string) => keyResult(body).lastNote?.note ?? null;
    assert.equal(note('to 9\ncheckin 2026-11-01 2: Said\ncheckin 2026-11-08 3'), 'Said');
    assert.equal(note('to 9\ncheckin 2026-11-08 3'), null);
    assert.equal(note('checkin 2026-11-01: Said\ngrade 2026-11-08 0.3: Judged'), 'Judged');
    assert.equal(note('grade 2026-11-01 0.3: Judged\ncheckin 2026-11-08: Said'), 'Said');
  });

  it('blocked says by what', () => {
    assert.equal(keyResult('to 9\ncheckin 2026-11-08 3 blocked: No room').blocked, 'No room');
    assert.equal(keyResult('to 9\ncheckin 2026-11-01 blocked: No room\ncheckin 2026-11-08 on-track').blocked, null);
  });

  const silences: readonly (readonly [string, string, string, boolean])[] = [
    // The first day is 1 October, the rhythm two weeks.
    ['a week in, nothing said', 'to 9', '2026-10-08', false],
    ['a week and a day in, nothing said', 'to 9', '2026-10-09', true],
    ['three weeks after a check-in', 'to 9\ncheckin 2026-10-10 3', '2026-10-31', false],
    ['three weeks and a day after it', 'to 9\ncheckin 2026-10-10 3', '2026-11-01', true],
    ['done', 'to 9\ncheckin 2026-10-10 9', '2026-11-01', false],
    ['dropped', 'to 9\ndropped 2026-10-10', '2026-11-01', false],
    ['a milestone is a word too', 'milestone done 2026-10-20\nmilestone', '2026-11-01', false],
    ['so is a grade', 'grade 2026-10-20 0.2', '2026-11-01', false],
    ['with a rhythm of its own', 'to 9\nevery 1 month\ncheckin 2026-10-10 3', '2026-11-01', false],
    ['ended, and heard of to the end', 'to 9\ncheckin 2026-12-15 3', '2027-03-01', false],
    ['ended, and not heard of at the end', 'to 9\ncheckin 2026-12-01 3', '2027-03-01', true],
  ];
  for (const [name, body, today, stale] of silences) {
    it(`silent: ${name}`, () => assert.equal(keyResult(body, '2026-Q4', today).stale, stale));
  }

  it('where we were wrong: the forecast that was furthest off', () => {
    const ended = keyResult(
      'from 0 to 90 items\ncheckin 2026-10-15 10 items\ncheckin 2026-11-05 20 items confidence 4/10: Slow\ncheckin 2026-12-31 90 items',
      '2026-Q4',
      '2027-01-02',
    );
    // Through 0 on day 0, 10 on day 14 and 20 on day 35 by least squares: 10 + 0.564 × (91 − 16.3).
    assert.deepEqual(
      { ...ended.missedForecast, value: Math.round(ended.missedForecast?.value ?? 0) },
      { date: '2026-11-05', value: 52, ended: 90, confidence: 0.4, note: 'Slow' },
    );
  });

  it('no forecast is called wrong before the end, nor one that was near', () => {
    const body = 'from 0 to 90 items\ncheckin 2026-10-15 10 items\ncheckin 2026-11-05 20 items';
    assert.equal(keyResult(body).missedForecast, null);
    assert.equal(keyResult(`${body}\ncheckin 2026-12-31 52 items`, '2026-Q4', '2027-01-02').missedForecast, null);
  });
});
