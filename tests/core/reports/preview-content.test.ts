import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fromIso } from '../../../server/core/calendar/day.ts';
import { previewContent } from '../../../server/core/reports/preview-content.ts';
import type { PreviewContent } from '../../../server/core/requests/preview.ts';
import { open, uriOf } from './workspaces.ts';

const files = {
  'growth.okr': 'team growth\ncycle 2026-Q3\nobjective: over\ncycle 2026-Q4\nobjective: now',
  'old.okr': 'cycle 2026-Q3\nobjective: old',
  'kpis.okr': 'kpi k: K',
  'people.okr': 'person @ana: Ana',
  'loose.okr': 'objective: in no cycle',
  'empty.okr': '',
};
const opened = open(files);
const preview = (file: string, scope: PreviewContent['scope'], cycle: string | null = null) =>
  previewContent(opened.workspace, opened.standings, { uri: uriOf(file), scope, cycle, asOf: null });

function shown({ cycle, cycles, report }: PreviewContent) {
  return {
    cycle,
    cycles: cycles.map(({ id }) => id).join(' '),
    drawn: [...(report?.objectives ?? []), ...(report?.kpis ?? [])].map(({ title }) => title).join(' '),
  };
}

describe('What the preview of a file shows', () => {
  const cases: readonly (readonly [string, PreviewContent, ReturnType<typeof shown>])[] = [
    ['its current cycle', preview('growth.okr', 'file'), { cycle: '2026-Q4', cycles: '2026-Q4 2026-Q3', drawn: 'now' }],
    [
      'the one asked for',
      preview('growth.okr', 'file', '2026-Q3'),
      { cycle: '2026-Q3', cycles: '2026-Q4 2026-Q3', drawn: 'over' },
    ],
    [
      'its own where it has nothing in the one asked for',
      preview('old.okr', 'file', '2026-Q4'),
      { cycle: '2026-Q3', cycles: '2026-Q3', drawn: 'old' },
    ],
    ['KPIs in the workspace’s cycle', preview('kpis.okr', 'file'), { cycle: '2026-Q4', cycles: '', drawn: 'K' }],
    ['objectives in no cycle', preview('loose.okr', 'file'), { cycle: null, cycles: '', drawn: 'in no cycle' }],
    [
      'the workspace, in the file’s cycle',
      preview('old.okr', 'workspace'),
      { cycle: '2026-Q3', cycles: '2026-Q4 2026-Q3', drawn: 'over old K' },
    ],
    [
      'the workspace, in the current cycle',
      preview('people.okr', 'workspace'),
      { cycle: '2026-Q4', cycles: '2026-Q4 2026-Q3', drawn: 'now K' },
    ],
  ];
  for (const [name, content, expected] of cases) {
    it(name, () => {
      assert.deepEqual(shown(content), expected);
      assert.equal(content.message, null);
    });
  }
});

describe('What it says where there is nothing to draw', () => {
  const say = (content: PreviewContent, message: RegExp) => {
    assert.equal(content.report, null);
    assert.match(content.message ?? '', message);
  };

  it('a file without goals, others have some', () => {
    for (const file of ['people.okr', 'empty.okr', 'not-there.okr'])
      say(preview(file, 'file'), /^This file has no objectives yet\. .*“Workspace”/);
  });

  it('nobody has any', () => {
    const { workspace, standings } = open({ 'a.okr': 'team a' });
    const at = (scope: PreviewContent['scope']) =>
      previewContent(workspace, standings, { uri: uriOf('a.okr'), scope, cycle: null, asOf: null });
    say(at('file'), /^This file has no objectives yet\. Write one and it is drawn here as you type\.$/);
    say(at('workspace'), /^This workspace has no objectives yet/);
  });

  it('only work of another cycle', () => {
    const { workspace, standings } = open({
      'a.okr': 'cycle 2026-Q3\ninitiative: I',
      'b.okr': 'cycle 2026-Q4\nobjective: O',
    });
    say(
      previewContent(workspace, standings, { uri: uriOf('a.okr'), scope: 'file', cycle: null, asOf: null }),
      /^Nothing in this file belongs to this cycle/,
    );
  });
});

describe('The cycle before', () => {
  const { workspace, standings } = open({
    'a.okr':
      'cycle 2026-Q3\nobjective o: O\n  kr k: K\n    from 0 to 10\n    checkin 2026-08-01 4\n    checkin 2026-09-01 8\ncycle 2026-Q4\nobjective o: O\n  kr k: K\n    from 0 to 10\n    checkin 2026-11-20 3\n',
  });
  const compared = (scope: PreviewContent['scope'], asOf: string | null = null) => {
    const { report } = previewContent(workspace, standings, { uri: uriOf('a.okr'), scope, cycle: '2026-Q4', asOf });
    return [report?.before?.id, report?.before?.date, report?.before?.score];
  };

  it('is compared with, as it stood after as many days', () => {
    assert.deepEqual(compared('workspace'), ['2026-Q3', '2026-08-21', 0.4]);
    assert.deepEqual(compared('file'), ['2026-Q3', '2026-08-21', 0.4]);
  });

  it('stands as it did after as many days as had gone on the day that is looked back at', () => {
    assert.deepEqual(compared('workspace', '2026-10-10'), ['2026-Q3', '2026-07-10', 0]);
  });
});

describe('The cycle before of a file that has one cycle only', () => {
  const quarter = (id: string, values: readonly number[], name = 'o') =>
    `cycle ${id}\nobjective ${name}: O\n${values.map((value, i) => `  kr k${i}: K\n    from 0 to 10\n    checkin ${id === '2026-Q3' ? '2026-08-01' : '2026-11-01'} ${value}\n`).join('')}`;
  const compared = (texts: Readonly<Record<string, string>>, file: string) => {
    const { workspace, standings } = open(texts);
    const asked = { uri: uriOf(file), scope: 'file', cycle: null, asOf: null } as const;
    const found = previewContent(workspace, standings, asked).report?.before;
    return found && [found.id, found.score, found.teams.map(({ name }) => name).join(' ')];
  };
  const ours = {
    'q3.okr': `team growth\n${quarter('2026-Q3', [4])}`,
    'q4.okr': `team growth\n${quarter('2026-Q4', [3])}`,
    'others-q3.okr': `team platform\n${quarter('2026-Q3', [9])}`,
    'others-q4.okr': `team platform\n${quarter('2026-Q4', [9])}`,
  };

  it('is its team’s, from the other files of the workspace', () => {
    assert.deepEqual(compared(ours, 'q4.okr'), ['2026-Q3', 0.4, 'growth']);
    assert.deepEqual(compared({ 'q3.okr': quarter('2026-Q3', [4]), 'q4.okr': quarter('2026-Q4', [3]) }, 'q4.okr'), [
      '2026-Q3',
      0.4,
      '',
    ]);
  });

  it('is none where the team has more of this cycle elsewhere, or nothing of the one before', () => {
    assert.equal(compared({ ...ours, 'more.okr': `team growth\n${quarter('2026-Q4', [1], 'more')}` }, 'q4.okr'), null);
    assert.equal(compared({ ...ours, 'q3.okr': '' }, 'q4.okr'), null);
  });

  it('follows what changes in the other file', () => {
    const { workspace, standings } = open(ours);
    const ask = () =>
      previewContent(workspace, standings, { uri: uriOf('q4.okr'), scope: 'file', cycle: null, asOf: null }).report;
    assert.equal(ask()?.before?.score, 0.4);
    const edit = (file: string, from: string, to: string) => {
      const text = workspace.file(uriOf(file))!.document.text;
      const [line = 0] = text.split('\n').flatMap((each, index) => (each.includes(from) ? [index] : []));
      const character = text.split('\n')[line]!.indexOf(from);
      workspace.editFile(
        uriOf(file),
        { start: { line, character }, end: { line, character: character + from.length } },
        to,
      );
    };
    edit('q3.okr', '2026-08-01 4', '2026-08-01 6');
    assert.equal(ask()?.before?.score, 0.6);
    edit('q4.okr', '2026-11-01 3', '2026-11-01 5');
    assert.equal(ask()?.before?.score, 0.6);
    assert.equal(ask()?.cycle.score, 0.5);
  });
});

describe('What it shows of another day', () => {
  const text = `cycle 2026-Q4
objective o: O
  kr k: K
    from 0 to 10
    checkin 2026-10-10 2
    checkin 2026-11-10 8 off-track
    checkin 2026-11-20 9
  kr gone: Gone
    from 0 to 10
    dropped 2026-11-01
`;
  const { workspace, standings } = open({ 'a.okr': text });
  const on = (asOf: string | null) =>
    previewContent(workspace, standings, { uri: uriOf('a.okr'), scope: 'file', cycle: null, asOf });
  const values = ({ report }: PreviewContent) =>
    report?.objectives[0]?.keyResults.map(({ value, status }) => `${value} ${status}`);

  it('is what a report of that day says', () => {
    const { report, ...rest } = on('2026-10-31');
    assert.deepEqual(report, open({ 'a.okr': text }, '2026-10-31').report({ cycle: '2026-Q4', only: () => true }));
    assert.equal(rest.asOf, '2026-10-31');
    assert.equal(rest.today, '2026-11-21');
    assert.deepEqual(values(on('2026-11-10')), ['8 off-track', 'null dropped']);
  });

  it('has the check-ins that came later still to go to, and leaves today as it is', () => {
    const today = on(null);
    assert.deepEqual(on('2026-10-05').checkInDays, ['2026-10-10', '2026-11-10', '2026-11-20']);
    assert.deepEqual(on(null), today);
    assert.equal(workspace.today.peek(), fromIso('2026-11-21'));
  });

  it('is today for a day that is not in the past of its cycle', () => {
    for (const day of ['2026-11-21', '2026-12-24', '2026-09-30', 'yesterday', '2026-10-32']) {
      assert.equal(on(day).asOf, null, day);
      assert.equal(on(day).report?.today, '2026-11-21', day);
    }
  });
});

describe('What the preview shows beside its cycle', () => {
  const { workspace, standings } = open({
    'company.okr':
      'team company\ncycle 2026\nobjective grow: Grow\n  kr users: Users\n    from 0 to 100\n    checkin 2026-11-01 20\n    checkin 2026-11-20 60\nobjective rest: Rest\nobjective fly: Fly\n  supports 2030/moon',
    'growth.okr':
      'team growth\ncycle 2026-Q4\nobjective love: Love\n  kr nps: NPS\n    from 1 to 2\n    supports company/grow.users\n  kr two: Two\n    supports love2\nobjective love2: Love too\n  supports company/grow',
  });
  const served = (scope: PreviewContent['scope'], cycle: string, asOf: string | null = null) =>
    previewContent(workspace, standings, { uri: uriOf('growth.okr'), scope, cycle, asOf }).served.map(
      ({ cycle, objectives }) =>
        `${cycle.id}: ${objectives.map(({ title, score, supporters }) => `${title} ${score}, ${supporters.count} supporters`)}`,
    );

  it('is what it serves in others, once, whatever file that is in', () => {
    assert.deepEqual(served('file', '2026-Q4'), ['2026: Grow 0.6, 2 supporters']);
    assert.deepEqual(served('workspace', '2026-Q4'), served('file', '2026-Q4'));
  });
  it('as that stood on the day', () =>
    assert.deepEqual(served('file', '2026-Q4', '2026-11-10'), ['2026: Grow 0.2, 2 supporters']));
  it('is who supports whom where that is asked for, on the same day', () => {
    const asked = { uri: uriOf('growth.okr'), scope: 'file', cycle: '2026-Q4', asOf: '2026-11-10' } as const;
    const { alignment } = previewContent(workspace, standings, { ...asked, alignment: true });
    assert.deepEqual(
      alignment?.objectives.map(({ title, score }) => `${title} ${score}`),
      ['Grow 0.2', 'Love 0', 'Love too null'],
    );
    assert.equal(previewContent(workspace, standings, asked).alignment, undefined);
  });
  it('is nothing for a year that serves none', () => assert.deepEqual(served('workspace', '2026'), []));
});
