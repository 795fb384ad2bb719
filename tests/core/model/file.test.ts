/** What an edit of a file keeps, and what it tells. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fromIso } from '../../../server/core/calendar/day.ts';
import { Memo } from '../../../server/core/model/cells.ts';
import { Workspace } from '../../../server/core/model/workspace.ts';
import { openWorkspace } from '../../../server/core/open-workspace.ts';

const URI = 'file:///w/a.okr';
const today = fromIso('2026-11-21') as number;

function load(text: string): Workspace {
  const workspace = new Workspace('file:///w', today);
  workspace.setFile(URI, text, true);
  return workspace;
}
function replace(workspace: Workspace, line: number, lines: number, text: string): void {
  workspace.editFile(URI, { start: { line, character: 0 }, end: { line: line + lines, character: 0 } }, text);
}
const names = (workspace: Workspace) =>
  workspace.objectivesOf('growth').map(({ element, cycle }) => `${element.name} ${cycle}`);

describe('a file', () => {
  it('keeps an entry whose facts change, and tells those who read them', () => {
    const workspace = load('team growth\ncycle 2026-Q4\nobjective love: Love\n  owner @ana\n');
    const [entry] = workspace.objectivesOf('growth');
    let asked = 0;
    const title = new Memo(() => {
      asked++;
      return entry?.element.title;
    });
    assert.equal(title.get(), 'Love');
    replace(workspace, 2, 1, 'objective love: More love\n');
    assert.equal(workspace.objectivesOf('growth')[0], entry);
    assert.equal(title.get(), 'More love');
    assert.equal(title.get(), 'More love');
    assert.equal(asked, 2);
  });

  it('tells nobody of a title who only asked for names', () => {
    const workspace = load('team growth\ncycle 2026-Q4\nobjective love: Love\n');
    let asked = 0;
    const count = new Memo(() => {
      asked++;
      return workspace.objectivesOf('growth').length;
    });
    count.get();
    replace(workspace, 2, 1, 'objective love: More love\n');
    assert.equal(count.get(), 1);
    assert.equal(asked, 1);
    replace(workspace, 2, 0, 'objective other: Other\n');
    assert.equal(count.get(), 2);
  });

  it('reads what is below a heading anew, down to the next of its kind', () => {
    const workspace = load(
      'team growth\ncycle 2026-Q4\nobjective a: A\nteam platform\nobjective b: B\ncycle 2027\nteam growth\nobjective c: C\n',
    );
    assert.deepEqual(names(workspace), ['a 2026-Q4', 'c 2027']);
    replace(workspace, 1, 1, 'cycle 2026\n');
    assert.deepEqual(names(workspace), ['a 2026', 'c 2027']);
    replace(workspace, 3, 1, '');
    assert.deepEqual(names(workspace), ['a 2026', 'b 2026', 'c 2027']);
    replace(workspace, 0, 1, 'team :\n');
    assert.deepEqual(names(workspace), ['c 2027']);
    assert.equal(workspace.mayHave('a'), true);
  });

  it('puts two objectives that change places in order', () => {
    const workspace = load('team growth\nobjective a: A\nobjective b: B\n');
    assert.deepEqual(names(workspace), ['a undefined', 'b undefined']);
    replace(workspace, 1, 2, 'objective b: B\nobjective a: A!\n');
    assert.deepEqual(names(workspace), ['b undefined', 'a undefined']);
  });

  it('comes in the order of its path, whenever it came', () => {
    const workspace = load('team growth\nobjective a: A\n');
    workspace.setFile('file:///w/0.okr', 'team growth\nobjective first: First\n', false);
    assert.deepEqual(names(workspace), ['first undefined', 'a undefined']);
    workspace.removeFile('file:///w/0.okr');
    assert.deepEqual(names(workspace), ['a undefined']);
  });

  it('gives the same findings as long as nothing they depend on has changed', () => {
    const { workspace, diagnosis } = openWorkspace('file:///w', today);
    workspace.setFile(URI, '# okr-ignore syntax\nobjective love: Love\n  kr nps: Improve it\n', true);
    workspace.setFile('file:///w/b.okr', 'team growth\n', true);
    const file = workspace.file(URI);
    assert.ok(file);
    const first = diagnosis.findings(file);
    assert.deepEqual(
      first.map(({ rule }) => rule),
      ['ignore-unused', 'timeframe-missing', 'kr-unmeasurable'],
    );
    workspace.setFile('file:///w/b.okr', 'team growth: Growth\nobjective b: B\n', true);
    const again = diagnosis.findings(file);
    for (const [i, finding] of first.entries()) assert.equal(again[i], finding);
  });
});

describe('cycles', () => {
  it('with equal dates are one, whatever they are called and however that is spelled', () => {
    const workspace = load(
      'cycle FY27-Q1\n  every week\nteam growth\ncycle 2026-Q4: Peak\n  reflect: Sooner\ncycle Peak\n  from 2026-10-01 to 2026-12-31\n',
    );
    workspace.settings.set('file:///w/okr.json', '{ "root": true, "fiscalYearStart": "October" }');
    assert.deepEqual(
      workspace.cycles.all().map(({ id }) => id),
      ['2026-Q4'],
    );
    assert.equal(workspace.cycles.of('PEAK').id, 'Peak');
    const cycle = workspace.cycles.of('fy27q1');
    assert.deepEqual(workspace.cycles.about(cycle, 'growth'), {
      title: 'Peak',
      rhythm: { count: 1, unit: 'week' },
      reflections: ['Sooner'],
    });
    assert.deepEqual(workspace.cycles.about(cycle, undefined).title, '');
  });

  it('take their dates from the first heading that has some', () => {
    const workspace = load('cycle move\n');
    assert.equal(workspace.cycles.of('move').isDefined, false);
    workspace.setFile('file:///w/b.okr', 'cycle move\n  from 2026-09-01 to ?\n', false);
    assert.equal(workspace.cycles.of('move').isDefined, true);
    workspace.setFile('file:///w/0.okr', 'cycle Move\n  from 2026-08-01 to ?\n', false);
    assert.equal(workspace.cycles.of('move').period.first, fromIso('2026-08-01'));
    assert.equal(workspace.cycles.of('move').id, 'Move');
  });
});

describe('teams', () => {
  it('say together what their headings say, and know who is above them', () => {
    const workspace = load('team a\n  parent b\n  members @x\nteam b: B\n  parent c\nteam c\n  parent a\n');
    workspace.setFile('file:///w/b.okr', 'team a: A\n  members @y, @x\n  lead @x\n', false);
    assert.deepEqual(workspace.teams.info('a').members, ['x', 'y']);
    assert.equal(workspace.teams.info('a').title, 'A');
    assert.deepEqual(workspace.teams.above('a'), ['b', 'c']);
    assert.deepEqual(workspace.teams.above('nobody'), []);
  });
});
