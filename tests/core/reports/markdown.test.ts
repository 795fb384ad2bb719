import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { markdownReport } from '../../../server/core/reports/markdown.ts';
import { equalsGolden } from './golden.ts';
import { open, openSample } from './workspaces.ts';

describe('The review in Markdown', () => {
  const company = openSample('company');
  const acme = open({ 'acme.okr': readFileSync(new URL('../../fixtures/acme.okr', import.meta.url), 'utf8') });
  const reports = {
    'company-2026-Q4': company.report({ cycle: '2026-Q4', compare: true }),
    'company-2026-Q4-growth': company.report({ cycle: '2026-Q4', team: 'growth', compare: true }),
    'company-2026-Q3': company.report({ cycle: '2026-Q3', compare: true }),
    'company-2026-Q3-growth': company.report({ cycle: '2026-Q3', team: 'growth' }),
    'company-2026-H2': company.report({ cycle: '2026-H2' }),
    'company-advent': company.report({ cycle: 'advent' }),
    'company-hall': company.report({ cycle: 'hall' }),
    'personal-2026-Q4': openSample('personal').report({ cycle: '2026-Q4' }),
    'acme-2026-Q4': acme.report({ cycle: '2026-Q4' }),
  };
  for (const [name, report] of Object.entries(reports)) {
    it(name, () => equalsGolden(`${name}.golden.md`, markdownReport(report)));
  }

  it('counts the days as a calendar does', () => {
    const dated = (cycle: string) => markdownReport(company.report({ cycle })).split('\n')[2];
    assert.equal(dated('2026'), '*21 November 2026: day 325 of 365, 40 left*');
    assert.equal(dated('2026-Q4'), '*21 November 2026: day 52 of 92, 40 left*');
  });

  it('ends in a line break, and no line ends in a blank', () => {
    for (const report of Object.values(reports)) {
      const text = markdownReport(report);
      assert.match(text, /[^\n]\n$/);
      assert.doesNotMatch(text, /[ \t]$/m);
    }
  });
});

/** The review of a quarter with one objective. */
function review(keyResults: string, today = '2026-11-21', objective = ''): string {
  const text = `cycle 2026-Q4\n  every 2 weeks\nobjective: O\n${objective.replace(/^(?=.)/gm, '  ')}\n${keyResults.replace(/^(?=.)/gm, '  ')}`;
  return markdownReport(open(text, today).report({ cycle: '2026-Q4' }));
}

/** The paragraph that says where we are. */
function firstSentences(keyResults: string, today?: string): string {
  return review(keyResults, today).split('\n\n')[2] ?? '';
}

const onTrack = 'kr: A\n  from 0 to 10\n  checkin 2026-11-14 6\n';
const offTrack = 'kr: B\n  from 0 to 60 colleagues\n  committed\n  checkin 2026-11-14 12 colleagues\n';
const pending = 'kr: C\n  to 10\n';
const unmeasured = 'kr: D\n';
const dropped = 'kr: E\n  to 10\n  dropped 2026-10-30: Enough\n';
const done = 'kr: F\n  from 0 to 10\n  checkin 2026-11-14 10\n';

describe('The first sentence, while the cycle runs', () => {
  const cases: readonly (readonly [string, string])[] = [
    [onTrack, 'The one key result is on track.'],
    [offTrack, 'The one key result is off track.'],
    [pending, 'The one key result is pending.'],
    [unmeasured, 'The one key result has no measure.'],
    [done, 'The one key result is done.'],
    [onTrack + onTrack, 'Both key results are on track.'],
    [onTrack + onTrack + done, 'All three key results are on track, one of them done already.'],
    [done + done, 'Both key results are on track, all of them done already.'],
    [onTrack + offTrack, 'One of two key results is on track; one is off track.'],
    [
      offTrack + pending + unmeasured,
      'None of three key results is on track; one is off track, one is pending and one has no measure.',
    ],
    [onTrack + dropped, 'The one key result is on track.'],
    [dropped, 'One objective and no key results of its own.'],
    ['', 'One objective and no key results of its own.'],
  ];
  for (const [body, expected] of cases) {
    it(expected, () => assert.ok(firstSentences(body).startsWith(`**${expected}**`), firstSentences(body)));
  }

  it('is followed by the score, what is furthest behind, and what was let go', () => {
    assert.equal(
      firstSentences(onTrack + offTrack + dropped),
      '**One of two key results is on track; one is off track.** The score is 0.40 where 0.56 is expected by now: on track. ' +
        'Furthest behind is “B”: 12 colleagues, where the plan for today is 34 and the target 60, with six weeks left. ' +
        'One key result was dropped in October.',
    );
  });

  it('knows the last day', () => {
    assert.match(
      firstSentences(offTrack, '2026-12-31'),
      /the plan for today is 60 and the target 60, on the last day\.$/,
    );
  });
});

describe('The first sentence, when the cycle is over', () => {
  const over = '2027-01-15';
  const cases: readonly (readonly [string, string])[] = [
    [done, 'We made the one key result; the score is 1.00.'],
    [offTrack, 'We missed the one key result; the score is 0.20.'],
    [done + done, 'We made both key results; the score is 1.00.'],
    [done + done + done, 'We made all three key results; the score is 1.00.'],
    [done + offTrack, 'We made one of two key results; the score is 0.60.'],
    [offTrack + offTrack, 'We made none of two key results; the score is 0.20.'],
    [done + dropped, 'We made the one key result; the score is 1.00; one key result was dropped in October 2026.'],
    [unmeasured, 'It ended without a score.'],
  ];
  for (const [body, expected] of cases) {
    it(expected, () => assert.ok(firstSentences(body, over).startsWith(`**${expected}**`), firstSentences(body, over)));
  }

  it('names our own grade beside the score', () => {
    assert.match(review(done, over, 'grade 2027-01-04 0.8: Good enough'), /the score is 1\.00, our own grade 0\.80/);
  });
});

describe('A target that was lowered', () => {
  const lowered =
    'kr: NPS\n  from 32 to 50 points\n  checkin 2026-12-14 47 points\n  target 2026-11-16 48 points: Narrower';

  it('has beside its score, in the end, the one against the first target', () => {
    assert.match(
      review(lowered, '2027-01-15'),
      /\| NPS .*48 points \(50 until 16 Nov(?: 2026)?\).* 0\.94 \(0\.83 against 50\) /,
    );
  });

  it('has none where it makes no difference, where it was raised, and while the cycle runs', () => {
    const raised = lowered.replace('50 points', '40 points');
    for (const [text, today] of [
      [lowered.replace('47 points', '30 points'), '2027-01-15'],
      [raised, '2027-01-15'],
      [lowered, '2026-12-20'],
    ] as const)
      assert.doesNotMatch(review(text, today), /against/);
  });

  it('is a line as well', () => {
    const line =
      'kr: Up\n  keep at least 99%\n  checkin 2026-10-14 98%\n  checkin 2026-12-14 98%\n  target 2026-11-16 at least 90%: So';
    assert.match(review(line, '2027-01-15'), /0\.50 held \(0\.00 against 99%\)/);
  });
});

describe('Beside the cycle before', () => {
  const before =
    'cycle 2026-Q3\nobjective: O\n  kr: A\n    from 0 to 10\n    checkin 2026-08-01 4\n    checkin 2026-09-20 9\n';
  const now = 'cycle 2026-Q4\nobjective: O\n  kr: A\n    from 0 to 10\n    checkin 2026-11-14 5\n';
  const opening = (text: string, today?: string) =>
    markdownReport(open(text, today).report({ cycle: '2026-Q4', compare: true })).split('\n\n')[2] ?? '';

  it('it stands as that one did after as many days', () => {
    assert.match(
      opening(before + now),
      / After as many days the cycle before, 2026-Q3, stood at 0\.40 \(21 August\)\.$/,
    );
  });
  it('it ended as that one did', () => {
    assert.match(
      opening(before + now, '2027-01-15'),
      / The cycle before, 2026-Q3, ended at 0\.90, with 1 of 1 key result made\.$/,
    );
  });
  const alone: readonly (readonly [string, string])[] = [
    ['there is none', now],
    ['that one is much longer', `${before.replace('2026-Q3', 'long\n  from 2026-01-01 to 2026-09-30')}${now}`],
    ['nothing of it has a score', `cycle 2026-Q3\nobjective: O\n${now}`],
  ];
  for (const [name, text] of alone) {
    it(`says nothing where ${name}`, () => assert.doesNotMatch(opening(text, '2027-01-15'), /before/));
  }
});

describe('What has ended while the rest runs', () => {
  it('is told apart, and asks for nothing', () => {
    const text = review(`${onTrack}kr: Early\n  due 2026-10-31\n  from 0 to 10\n  checkin 2026-10-30 2\n`);
    assert.match(text, /\*\*The one key result is on track\.\*\* The one that has ended was missed\./);
    assert.doesNotMatch(text, /To decide|Asked/);
  });
});

describe('Sections', () => {
  const headings = (text: string) => [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);

  it('that have nothing to say are not there', () => {
    assert.deepEqual(headings(review(onTrack)), ['Objectives', 'What moved since 7 November']);
    assert.deepEqual(headings(review(done, '2027-01-15')), ['Objectives', 'Go on, change or let go']);
    assert.deepEqual(headings(review(pending, '2026-09-01')), ['Objectives']);
  });

  it('stand in the order of the questions, while it runs', () => {
    assert.deepEqual(headings(markdownReport(openSample('company').report({ cycle: '2026-Q4', team: 'growth' }))), [
      'Objectives',
      'What moved since 7 November',
      'What changed on the way',
      'Asked, not answered',
      'Business as usual',
      'Initiatives',
      'To decide this week',
    ]);
  });

  it('and when it is over', () => {
    assert.deepEqual(headings(markdownReport(openSample('company').report({ cycle: '2026-Q3', team: 'growth' }))), [
      'Objectives',
      'What changed on the way',
      'Where we were wrong',
      'Business as usual',
      'Initiatives',
      'What we learned',
      'Go on, change or let go',
    ]);
  });
});

describe('Asked, not answered', () => {
  const asked = (text: string) => /## Asked, not answered\n\n([^#]*)/.exec(text)?.[1]?.trim().split('\n') ?? [];

  const running: readonly (readonly [string, string])[] = [
    [unmeasured, '- How would we notice on 31 December that “D” came true? It has no measure.'],
    ['kr: A\n  from ? to 9\n  checkin 2026-11-20 confidence 6/10', '- The baseline of “A” is not known yet.'],
    ['kr: A\n  from 3 to ?\n  checkin 2026-11-20 confidence 6/10', '- The target of “A” is not known yet.'],
    [
      'kr: A\n  from 0 to 9\n  owner @bo\n  checkin 2026-10-16 8',
      '- Nobody has said anything about “A” (@bo) for five weeks, since 16 October.',
    ],
    ['kr: A\n  from 0 to 9', '- Nobody has checked in on “A” yet.'],
    [
      'kr: A\n  from 0 to 9\n  checkin 2026-11-20 1 on-track',
      '- “A” was said to be on track; the pace says off track.',
    ],
    [
      'kr: A\n  milestone due 2026-11-13: Built\n  milestone done 2026-11-20: Drawn',
      '- “Built” was due on 13 November, a milestone of “A”.',
    ],
  ];
  for (const [body, expected] of running) {
    it(expected, () => assert.deepEqual(asked(review(body)), [expected]));
  }

  const ended: readonly (readonly [string, string])[] = [
    [
      'kr: A\n  committed\n  to 9\n  checkin 2026-12-20 8',
      '- We had committed to “A” and missed it, and nobody has said why.',
    ],
    ['kr: A\n  to 9\n  checkin 2026-11-11 8', '- Nobody said anything about “A” in its last seven weeks.'],
    ['kr: A\n  from 0 to 9\n  checkin 2026-12-20 2', '- We missed “A”, and nobody has said why.'],
    ['kr: A\n  to 9', '- Nobody has checked in on “A” even once.'],
    [unmeasured, '- “D” had no measure and no grade: did it come true?'],
  ];
  for (const [body, expected] of ended) {
    it(expected, () => assert.deepEqual(asked(review(body, '2027-01-15')), [expected]));
  }

  it('a missed commitment whose reason is given is answered', () => {
    assert.deepEqual(
      asked(review('kr: A\n  committed\n  to 9\n  checkin 2026-12-20 8\n  grade 0.8: The strike', '2027-01-15')),
      [],
    );
  });
});

describe('To decide this week', () => {
  const decisions = (text: string) => /## To decide this week\n\n([^#]*)/.exec(text)?.[1]?.trim().split('\n') ?? [];

  const cases: readonly (readonly [string, string])[] = [
    [
      'kr: A\n  milestone\n  owner @bo\n  checkin 2026-11-20 blocked: No room',
      '- ☐ **A** (@bo) is blocked: No room. Who can lift it, and by when?',
    ],
    [
      'kr: A\n  from 0 to 60 colleagues\n  committed\n  checkin 2026-10-24 6\n  checkin 2026-11-14 12',
      '- ☐ **A** is off track: 12 colleagues, where the plan for today is 34 and the target 60. At this pace it is 25 by 31 December; to reach 60 takes +8.4 a week from now on. No initiative works on it. What do we do differently?',
    ],
    [
      'kr: A\n  keep at most 5 days\n  checkin 2026-11-14 6 days',
      '- ☐ **A** is off track: 6 days, which should be at most 5 days. No initiative works on it. What do we do differently?',
    ],
    [
      'kr: A\n  from 0 to 60\n  checkin 2026-11-14 18 confidence 3/10',
      '- ☐ **A** is at risk: 18, where the plan for today is 34 and the target 60. To reach 60 takes +7.35 a week from now on. We are 3/10 sure. No initiative works on it. Is that enough?',
    ],
    [done, '- ☐ **F** has reached its target with six weeks left. Ask for more, or move on?'],
    [unmeasured, '- ☐ **D** has no measure. Give it one, judge it, or let it go?'],
    ['', '- ☐ **O** has no key results. How will we know?'],
  ];
  for (const [body, expected] of cases) {
    it(expected, () => assert.deepEqual(decisions(review(body)), [expected]));
  }

  it('what is blocked comes before what is off track, and that before the rest', () => {
    const text = review(`${unmeasured}${offTrack}kr: A\n  milestone\n  checkin 2026-11-20 blocked\n`);
    assert.deepEqual(
      decisions(text).map(line => /\*\*(\w)\*\*/.exec(line)?.[1]),
      ['A', 'B', 'D'],
    );
  });

  it('names the next initiative, and what it waits for', () => {
    const { report } = open(`
cycle 2026-Q4
objective o: O
  kr a: A
    from 0 to 60 colleagues
    committed
    needs b
    checkin 2026-11-14 12 colleagues
  kr b: B
    milestone: M
    owner @bo
    checkin 2026-11-14 blocked: No room
initiative: Later
  supports o.a
  due 2026-12-05
initiative: Sooner
  supports o.a
  owner @cy
  due 2026-11-28
`);
    const [, second] = decisions(markdownReport(report({ cycle: '2026-Q4' })));
    assert.match(
      second ?? '',
      / It needs “B” \(@bo\), which is blocked\. Next is “Sooner” \(@cy\), due on 28 November\. What do we do differently\?$/,
    );
  });

  it('asks about overdue work, and about KPIs that nothing works on', () => {
    const { report } = open(`
cycle 2026-Q4
objective: O
  kr: K
    milestone
    checkin 2026-11-20 on-track
initiative: Late
  due 2026-11-13
  active
kpi k: Returned books
  owner @bo
  healthy at most 2%
  reading 2026-11-20 3%
`);
    assert.deepEqual(decisions(markdownReport(report({ cycle: '2026-Q4' }))), [
      '- ☐ **Late** was due on 13 November and is still active. A new date, or let it go?',
      '- ☐ **Returned books** (@bo) is not healthy, and no key result works on it. Live with it, or make it one?',
    ]);
  });
});

describe('What a walk by hand found in the review', () => {
  it('a KPI that comes from critical to watch has not left its healthy line now', () => {
    const text = `cycle 2026-Q4
objective: O
  kr: A
    to 10
kpi: Tickets
  healthy at most 350
  critical above 450
  reading 2026-10-10 460
  reading 2026-11-07 400
`;
    const written = markdownReport(open(text, '2026-11-21').report({ cycle: '2026-Q4' }));
    assert.match(written, /▲ watch/);
    assert.doesNotMatch(written, /left its healthy line|got worse/);
  });

  it('what was judged for the first time has moved, where a measure waits for its baseline too', () => {
    const written = review('kr: A\n  from ? to 50\n  grade 2026-11-15 70%\n');
    assert.match(written, /- \*\*A\*\*: ↑ judged 0\.70/);
    assert.doesNotMatch(written, /did not move/);
  });

  it('a value that holds a lowered line did not change', () => {
    const written = review(
      'kr: A\n  keep at least 99.9%\n  checkin 2026-10-10 99.6%\n  target 2026-11-01 at least 99.5%: Agreed\n  checkin 2026-11-10 99.6%\n',
    );
    assert.match(written, /- \*\*A\*\*: ↑ 99\.6%, holds again/);
  });
});
