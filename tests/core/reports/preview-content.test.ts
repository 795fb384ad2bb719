import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { previewContent } from '../../../server/core/reports/preview-content.ts';
import type { PreviewContent } from '../../../server/core/requests.ts';
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
  previewContent(opened.workspace, opened.standings, { uri: uriOf(file), scope, cycle });

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
      previewContent(workspace, standings, { uri: uriOf('a.okr'), scope, cycle: null });
    say(at('file'), /^This file has no objectives yet\. Write one and it is drawn here as you type\.$/);
    say(at('workspace'), /^This workspace has no objectives yet/);
  });

  it('only work of another cycle', () => {
    const { workspace, standings } = open({
      'a.okr': 'cycle 2026-Q3\ninitiative: I',
      'b.okr': 'cycle 2026-Q4\nobjective: O',
    });
    say(
      previewContent(workspace, standings, { uri: uriOf('a.okr'), scope: 'file', cycle: null }),
      /^Nothing in this file belongs to this cycle/,
    );
  });
});
