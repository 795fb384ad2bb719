/** What a large team says twice is worked out once for all its files, and anew when one of them changes. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { openWorkspace } from '../../../server/core/open-workspace.ts';

const text = (name: string, from: number) =>
  `team growth\ncycle 2026-Q4\nobjective ${name}: Goal ${name}\n  kr of-${name}: About ${name} alone\n    from ${from} to ${from + 133} tickets\n`;

describe('the same numbers in a team of many objectives', () => {
  it('are found when a file comes, changes or goes', () => {
    const { workspace, diagnosis } = openWorkspace('file:///w', 20_780);
    for (let i = 0; i < 12; i++) workspace.setFile(`file:///w/${10 + i}.okr`, text(`g${i}`, 411 + i), i === 0);
    const copies = () =>
      [...workspace.files.values()]
        .filter(file => diagnosis.findings(file).some(({ rule }) => rule === 'kr-duplicate'))
        .map(({ uri }) => uri);
    assert.deepEqual(copies(), []);
    workspace.setFile('file:///w/30.okr', text('late', 415), true);
    assert.deepEqual(copies(), ['file:///w/30.okr']);
    const line = { line: 4, character: 9 };
    workspace.editFile('file:///w/30.okr', { start: line, end: { line: 4, character: 12 } }, '999');
    assert.deepEqual(copies(), []);
    workspace.setFile('file:///w/30.okr', text('late', 418), false);
    assert.deepEqual(copies(), ['file:///w/30.okr']);
    workspace.removeFile('file:///w/17.okr');
    assert.deepEqual(copies(), []);
  });
});
