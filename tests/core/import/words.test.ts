/** The small readers: numbers, dates, periods, people, statuses, labels and notes as other tools write them. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { amountOf, unitOf, withUnit } from '../../../server/core/import/amounts.ts';
import { type DateOrder, dateOrderOf, isoDate } from '../../../server/core/import/dates.ts';
import { importFrom } from '../../../server/core/import/import.ts';
import { labelOf, scoreIn } from '../../../server/core/import/labels.ts';
import { measureOf } from '../../../server/core/import/measure.ts';
import { People, peopleIn } from '../../../server/core/import/people.ts';
import { calendarCycleIn, cycleOf } from '../../../server/core/import/periods.ts';
import { oneLine, plainText } from '../../../server/core/import/rich-text.ts';
import { atRiskIn, statusOf, workStatusOf } from '../../../server/core/import/statuses.ts';
import { textOutline } from '../../../server/core/import/text.ts';

describe('numbers of other tools', () => {
  const numbers: readonly [string, string, string][] = [
    ['1,200.00', '1,200', ''],
    ['4,200', '4,200', ''],
    ['1 200', '1,200', ''],
    ["1'200.50", '1,200.5', ''],
    ['1.234,56', '1234.56', ''],
    ['82,5%', '82.5', '%'],
    ['1.200.000', '1,200,000', ''],
    ['45 %', '45', '%'],
    ['$1.2M', '$1.2M', ''],
    ['-€40k', '-€40k', ''],
    ['36 points', '36', 'points'],
    ['0.30000000000000004', '0.3', ''],
    ['1e3', '1000', ''],
    ['+7', '7', ''],
  ];
  for (const [text, written, unit] of numbers)
    it(`${text} is ${written} ${unit}`, () => {
      const amount = amountOf(text);
      assert.deepEqual([amount?.written, amount?.unit], [written, unit]);
    });
  for (const text of ['', 'n/a', 'yes', '3-5', '2026-10-31', '12/31/2026', '1,23,4', '9'.repeat(80)])
    it(`“${text.slice(0, 20)}” is none`, () => assert.equal(amountOf(text), undefined));

  it('have units in every writing', () => {
    assert.deepEqual(['Percentage', 'USD', 'Number', 'none', 'ms'].map(unitOf), ['%', '$', '', '', 'ms']);
    assert.deepEqual(
      [withUnit('45', '%'), withUnit('-3', '$'), withUnit('5', 'points'), withUnit('$5', '$')],
      ['45%', '-$3', '5 points', '$5'],
    );
  });
});

describe('dates of other tools', () => {
  const dates: readonly [string, DateOrder, string | undefined][] = [
    ['2026-10-31', undefined, '2026-10-31'],
    ['2026-10-31T22:30:00Z', undefined, '2026-10-31'],
    ['2026-02-30', undefined, undefined],
    ['31.10.2026', undefined, '2026-10-31'],
    ['2026/1/5', undefined, '2026-01-05'],
    ['10/11/2026', undefined, undefined],
    ['10/11/2026', 'day first', '2026-11-10'],
    ['10/11/26', 'month first', '2026-10-11'],
    ['11/11/2026', undefined, '2026-11-11'],
    ['Oct 31, 2026', undefined, '2026-10-31'],
    ['31st October 2026', undefined, '2026-10-31'],
    ['Sat Oct 31 2026 09:00:00 GMT', undefined, '2026-10-31'],
    ['soon', undefined, undefined],
  ];
  for (const [text, order, iso] of dates)
    it(`${text}${order === undefined ? '' : `, ${order}`}: ${iso}`, () => assert.equal(isoDate(text, order), iso));

  it('tell by one of them which number is the month, unless they disagree', () => {
    assert.equal(dateOrderOf(['10/11/2026', '31/10/2026']), 'day first');
    assert.equal(dateOrderOf(['10/11/2026', '10/31/2026']), 'month first');
    assert.equal(dateOrderOf(['10/11/2026']), undefined);
    assert.equal(dateOrderOf(['31/10/2026', '10/31/2026']), undefined);
  });
});

describe('periods of other tools', () => {
  const periods: readonly [string, string | undefined][] = [
    ['Quarter 1 FY25', 'FY25-Q1'],
    ['1Q25', '2025-Q1'],
    ['FY2025 Q1', 'FY25-Q1'],
    ['H1 2025', '2025-H1'],
    ['Q3’26', '2026-Q3'],
    ['2026-Q4', '2026-Q4'],
    ['Q4 / 2026', '2026-Q4'],
    ['1st half 2026', '2026-H1'],
    ['Second half of 2026', '2026-H2'],
    ['Annual 2026', '2026'],
    ['FY26', 'FY26'],
    ['November 2026', '2026-11'],
    ['OKRs Q3 2019', '2019-Q3'],
    ['Q5 2026', undefined],
    ['Q1', undefined],
    ['Always', undefined],
  ];
  for (const [text, id] of periods) it(`${text}: ${id}`, () => assert.equal(calendarCycleIn(text), id));

  it('are fiscal where their dates say so', () => {
    assert.deepEqual(cycleOf('Quarter 1 FY25', '2024-07-01', '2024-09-30'), { id: 'FY25-Q1', fiscalYearStart: 7 });
    assert.deepEqual(cycleOf('1Q25', '2024-10-01', '2024-12-31'), { id: 'FY25-Q1', fiscalYearStart: 10 });
    assert.deepEqual(cycleOf('1Q25', '2025-01-01', '2025-03-31'), { id: '2025-Q1' });
  });

  it('keep a name of their own, with their days', () => {
    assert.deepEqual(cycleOf('The big move!', '2026-02-01', '2026-05-31'), {
      id: 'the-big-move',
      title: 'The big move!',
      dates: { first: '2026-02-01', last: '2026-05-31' },
    });
    assert.equal(cycleOf('2026', undefined, undefined)?.id, '2026');
    assert.equal(cycleOf('!', undefined, undefined), undefined);
  });
});

describe('people of other tools', () => {
  it('stand in one cell', () => {
    const names = (text: string) =>
      peopleIn(text).map(({ name, email }) => (email === '' ? name : `${name} <${email}>`));
    assert.deepEqual(names('Ana Silva; Li Wong'), ['Ana Silva', 'Li Wong']);
    assert.deepEqual(names('Ana Silva, Li Wong and Kim Soto'), ['Ana Silva', 'Li Wong', 'Kim Soto']);
    assert.deepEqual(names('Silva, Ana'), ['Ana Silva']);
    assert.deepEqual(names('Ana Silva <ana@example.com>'), ['Ana Silva <ana@example.com>']);
    assert.deepEqual(names('@ana, @li'), ['@ana', '@li']);
    assert.deepEqual(names(' ; '), []);
  });

  it('have one handle each, whichever way they are named', () => {
    const people = new People();
    assert.equal(people.handleOf({ name: 'Ana Silva', email: 'ana@example.com' }), '@ana');
    assert.equal(people.handleOf({ name: 'ana silva', email: '' }), '@ana');
    assert.equal(people.handleOf({ name: '', email: 'ANA@example.com' }), '@ana');
    assert.equal(people.handleOf({ name: 'Ana', email: 'ana@other.example' }), '@ana-2');
    assert.equal(people.handleOf({ name: 'Li Wong', email: '' }), '@li.wong');
    assert.equal(people.handleOf({ name: '', email: 'li.wong@example.com' }), '@li.wong');
    assert.equal(people.handleOf({ name: '陳大文', email: '' }), '@陳大文');
    assert.equal(people.handleOf({ name: '!!!', email: '' }), undefined);
    assert.deepEqual(
      people.all.map(({ handle, name }) => `${handle} ${name}`),
      ['@ana ana silva', '@ana-2 Ana', '@li.wong Li Wong', '@陳大文 陳大文'],
    );
  });
});

describe('statuses of other tools', () => {
  it('“at risk” is the worst beside “behind”, the middle beside “off track”, and else nobody knows', () => {
    assert.equal(atRiskIn(['On track', 'Behind', 'At risk']), 'off-track');
    assert.equal(atRiskIn(['Needs attention', 'At risk']), 'off-track');
    assert.equal(atRiskIn(['on_track', 'at_risk', 'off_track']), 'at-risk');
    assert.equal(atRiskIn(['On track', 'At risk']), undefined);
    assert.equal(statusOf('At Risk', 'off-track'), 'off-track');
    assert.equal(statusOf('at-risk', undefined), undefined);
    assert.equal(statusOf('Behind', undefined), 'at-risk');
    assert.equal(statusOf('Not started', 'off-track'), undefined);
  });

  it('of work are states', () => {
    assert.deepEqual(
      ['Not started', 'In progress', 'At risk', 'Completed', 'Cancelled', 'Postponed'].map(workStatusOf),
      ['planned', 'active', 'active', 'done', 'dropped', undefined],
    );
  });
});

describe('labels and scores in titles', () => {
  const labels: readonly [string, string | undefined, string][] = [
    ['Objective 1: Love', 'objective', 'Love'],
    ['**O:** Love', 'objective', 'Love'],
    ['O1 - Love', 'objective', 'Love'],
    ['Key Result 1.1: NPS', 'key result', 'NPS'],
    ['KR1 - NPS', 'key result', 'NPS'],
    ['KR: NPS', 'key result', 'NPS'],
    ['KR 2.3. NPS', 'key result', 'NPS'],
    ['Initiative: A programme', 'initiative', 'A programme'],
    ['Objectives are met in time', undefined, 'Objectives are met in time'],
    ['Our customers love us', undefined, 'Our customers love us'],
    ['On time: every parcel', undefined, 'On time: every parcel'],
  ];
  for (const [text, kind, title] of labels)
    it(text, () => {
      const label = labelOf(text);
      assert.deepEqual([label.kind, label.title], [kind, title]);
    });

  const scores: readonly [string, string, string | undefined][] = [
    ['Raise the NPS (0.7)', 'Raise the NPS', '0.7'],
    ['Raise the NPS [0.7]', 'Raise the NPS', '0.7'],
    ['Raise the NPS => 60.5%', 'Raise the NPS', '60.5%'],
    ['20%: Raise the NPS', 'Raise the NPS', '20%'],
    ['Ship it. Done', 'Ship it.', '1.0'],
    ['Ship it (done)', 'Ship it', '1.0'],
    ['Get the work done', 'Get the work done', undefined],
    ['Hire engineers (5)', 'Hire engineers (5)', undefined],
    ['Answer 90% of tickets', 'Answer 90% of tickets', undefined],
  ];
  for (const [text, title, grade] of scores)
    it(text, () => {
      const found = scoreIn(text, '');
      assert.deepEqual([found.title, found.grades[0]?.grade], [title, grade]);
    });
});

describe('measures of other tools', () => {
  const line = (title: string, fields: Parameters<typeof measureOf>[1]) => measureOf(title, fields).line;
  it('take what is given, and a baseline that is not is open', () => {
    assert.equal(line('T', { start: '32', target: '50', unit: 'points' }), 'from 32 to 50 points');
    assert.equal(line('T', { target: '50' }), 'from ? to 50');
    assert.equal(line('T', { start: '12%' }), 'from 12% to ?');
    assert.equal(line('T', { start: '$0', target: '$1.2M' }), 'from $0 to $1.2M');
    assert.equal(line('T', { start: '1,000', target: '2,500', unit: 'USD' }), 'from $1,000 to $2,500');
  });
  it('go from one to the other, whichever way the type of the target says', () => {
    for (const targetType of ['Reach', 'Increase from', 'increase_from', 'Decrease from', ''])
      assert.equal(line('T', { start: '1,200', target: '50', targetType }), 'from 1,200 to 50', targetType);
  });
  it('hold a line where the target is one', () => {
    assert.equal(line('T', { target: '3.5', unit: '%', targetType: 'Stay below' }), 'keep below 3.5%');
    assert.equal(line('T', { target: '99', targetType: 'stay_above' }), 'keep above 99');
    assert.equal(line('T', { target: '200', unit: 'ms', targetType: 'at most' }), 'keep at most 200 ms');
    assert.equal(line('T', { targetType: 'Find a baseline' }), 'from ? to ?');
    assert.equal(line('T', { targetType: 'Percentage completed' }), 'from 0% to 100%');
  });
  it('are read from the title where no field has them', () => {
    assert.equal(line('Raise our NPS from 32 to 50 points', {}), 'from 32 to 50 points');
    assert.equal(line('Raise our NPS from 32 to 50', { target: '50' }), 'from 32 to 50');
    assert.equal(line('Cut churn from 4% to 2%', { target: '2', unit: '%' }), 'from 4% to 2%');
    assert.equal(line('Raise our NPS from 32 to 50', { target: '48' }), 'from ? to 48');
    assert.equal(line('Raise our NPS from 32 to 50', { start: '30', target: '50' }), 'from 30 to 50');
    assert.equal(line('Sales can tell our story', {}), undefined);
    assert.equal(line('Grow leads by 15% and cut churn to 2%', {}), undefined);
  });
  it('leave out a unit that the language cannot say, and a number that is none', () => {
    const { line: written, unread } = measureOf('T', { start: 'a lot', target: '50', unit: 'a: b' });
    assert.equal(written, 'from ? to 50');
    assert.deepEqual(unread, ['start', 'unit']);
  });
});

describe('a text that was pasted', () => {
  it('keeps a label with the marks in front of it', () => {
    const entries = textOutline('## Objective 1: Love\n• KR 1.1: NPS\n  - KR 1.2: Churn KR 1.3: Sales');
    assert.deepEqual(
      entries.map(entry => (entry.type === 'table' ? 'table' : `${entry.type}: ${entry.text}`)),
      ['heading: Objective 1: Love', 'item: KR 1.1: NPS', 'item: KR 1.2: Churn', 'text: KR 1.3: Sales'],
    );
  });
});

describe('a table with a row for each check-in', () => {
  const rows = (...lines: string[]) =>
    importFrom(
      {
        format: 'csv',
        name: 'a.csv',
        text: `Title,Type,Parent,Owner,Target,Current,Status,Last Check-in\n${lines.join('\n')}`,
      },
      { columns: {}, cycle: '2026-Q4' },
    ).files[0]?.text;

  it('has one key result, with its check-ins in order', () => {
    const text = rows(
      'Love,Objective,,@ana,,,,',
      'NPS,Key Result,Love,@ana,50,41,On track,2026-11-14',
      'NPS,Key Result,Love,@ana,50,36,Behind,2026-10-31',
    );
    assert.match(text ?? '', /from \? to 50\n {4}checkin 2026-10-31 36 at-risk\n {4}checkin 2026-11-14 41 on-track\n$/);
    assert.equal(text?.match(/kr nps/g)?.length, 1);
  });

  it('has a confidence without the points after it', () => {
    const source =
      'Title,Type,Parent,Confidence,Target,Current,Last Check-in\nLove,Objective,,,,,\nNPS,Key Result,Love,1..,50,41..,2026-11-14\n';
    const [file] = importFrom({ format: 'csv', name: 'a.csv', text: source }, { columns: {}, cycle: '2026-Q4' }).files;
    assert.match(file?.text ?? '', /checkin 2026-11-14 41 confidence 1\n$/);
  });

  it('keeps as words what is no confidence', () => {
    const source =
      'Title,Type,Parent,Confidence,Target,Current,Last Check-in\nLove,Objective,,,,,\nNPS,Key Result,Love,$1,50,41,2026-11-14\n';
    const [file] = importFrom({ format: 'csv', name: 'a.csv', text: source }, { columns: {}, cycle: '2026-Q4' }).files;
    assert.match(file?.text ?? '', /> 2026-11-14: Confidence \$1\n {4}checkin 2026-11-14 41\n$/);
  });

  it('keeps rows apart that are two goals, or have no days', () => {
    const text = rows(
      'Love,Objective,,@ana,,,,',
      'NPS,Key Result,Love,@ana,50,41,,2026-11-14',
      'NPS,Key Result,Love,@li,50,36,,2026-10-31',
      'Churn,Key Result,Love,@ana,2,3,,',
      'Churn,Key Result,Love,@ana,2,4,,',
    );
    assert.deepEqual(text?.match(/kr [\w-]+/g), ['kr nps', 'kr nps-2', 'kr churn', 'kr churn-2']);
  });
});

describe('notes that are HTML', () => {
  it('are their words', () => {
    assert.equal(plainText('<p>One</p><p>Two &amp; three&nbsp;four</p>'), 'One\nTwo & three four');
    assert.equal(plainText('<ul><li>One</li><li><b>Two</b></li></ul>'), '- One\n- Two');
    assert.equal(plainText('<a href="https://example.com/a?b=1">a plan</a>'), 'a plan (https://example.com/a?b=1)');
    assert.equal(plainText('<a href="javascript:alert(1)">a plan</a>'), 'a plan');
    assert.equal(plainText('A <script>alert("<p>")</script><style>p{}</style><!-- x --><b>B</b>'), 'A B');
    assert.equal(plainText('<img src=x onerror=alert(1)>Text'), 'Text');
    assert.equal(plainText('&lt;b&gt; <i>x</i> &#x41;&#66;&unknown;'), '<b> x AB&unknown;');
  });
  it('and other texts stay as they are', () => {
    assert.equal(plainText('a < b & c > d'), 'a < b & c > d');
    assert.equal(plainText('if x<y then &amp;'), 'if x<y then &amp;');
    assert.equal(oneLine('One\r\n two\u2028three\u0000'), 'One two three');
  });
});
