/**
 * What a workspace costs grows with it and no faster: every read of a cell or memo is counted, and each is at most one
 * dependency. Four times the files may take about four times the reads, and an edit as many as before.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { fromIso } from '../../../server/core/calendar/day.ts';
import { Cell, Memo } from '../../../server/core/model/cells.ts';
import type { ObjectiveEntry } from '../../../server/core/model/entry.ts';
import { type OpenWorkspace, openWorkspace } from '../../../server/core/open-workspace.ts';

const FEW = 500;
const MANY = 2000;

const objective = (i: number, supports: string) => `
objective goal${i}: A goal of its own
  owner @p${i % 50}
  ${supports}
  kr sold: Sell more
    from 2 to 8 points
    checkin 2026-10-10 4 points confidence 6/10
`;

/** What all files have in common: for each kind of workspace the first file, and the others. */
const kinds: Record<string, { readonly first: string; readonly other: (i: number) => string }> = {
  'one cycle, a team a file': {
    first:
      'cycle 2026-Q4: Peak season\n  every 2 weeks\nperson @p1: One\nteam company\nobjective grow: Grow\n  kr more: More\n    to 12\n',
    other: i =>
      `team team${i}: Team ${i}\n  parent company\ncycle 2026-Q4: Peak season\n${objective(i, 'supports company/grow.more')}`,
  },
  'one team': {
    first: 'team growth: Growth\n  lead @p1\n',
    other: i => `team growth: Growth\n  lead @p1\ncycle 2026-Q4\n${objective(i, '')}`,
  },
  'one team of several people, in which two of three objectives are nobody’s': {
    first: 'team growth: Growth\n  lead @p1\n  members @p2\n',
    other: i =>
      `team growth: Growth\n  lead @p1\ncycle 2026-Q4\n${i % 3 === 0 ? objective(i, '') : objective(i, '').replace(/ {2}owner.*\n/, '')}`,
  },
  'one cycle with dates of its own, every heading at odds with the first': {
    first: 'cycle summer: Summer\n  from 2026-06-01 to 2026-12-11\n',
    other: i => `team team${i}\ncycle summer: Summer ${i}\n  from 2026-06-01 to 2026-12-12\n${objective(i, '')}`,
  },
  'a cycle that nobody defines': {
    first: 'cycle nowhere\n',
    other: i => `team team${i}\ncycle nowhere\n${objective(i, 'supports grow')}`,
  },
  'a cycle of its own for each': {
    first: '',
    other: i => `team team${i}\ncycle own${i}\n  from 2026-06-01 to ?\n${objective(i, '')}`,
  },
  'a chain in which each supports the one before, down to a circle': {
    first: 'team team0\ncycle 2026-Q4\nobjective goal0: Goal\n  supports team1/goal1\n',
    other: i =>
      `team team${i}\ncycle 2026-Q4\n${objective(i, `supports team${i > 2 ? i - 1 : 0}/goal${i > 2 ? i - 1 : 0}`)}`,
  },
  'no headings at all': { first: '', other: i => objective(i, '') },
  'KPIs that follow, key results that take them': {
    first: 'team company\ncycle 2026-Q4\nobjective grow: Grow\n  kr more: More\n    to 12\n    checkin 2026-10-10 4\n',
    other: i =>
      `team team${i}\n  parent company\ncycle 2026-Q4\nkpi more: More\n  follows company/grow.more\nobjective goal: Goal\n  kr more: More\n    to 12\n    kpi more\n`,
  },
};

function load(kind: string, count: number): OpenWorkspace {
  const { first, other } = kinds[kind] as (typeof kinds)[string];
  const open = openWorkspace('file:///w', fromIso('2026-11-21') as number);
  open.workspace.setFile('file:///w/0.okr', first, false);
  for (let i = 1; i < count; i++) open.workspace.setFile(`file:///w/${i}.okr`, other(i), i === 1);
  return open;
}

function askAll({ workspace, standings, diagnosis }: OpenWorkspace): void {
  for (const file of workspace.files.values()) {
    diagnosis.findings(file);
    for (const { entries } of file.content)
      for (const entry of entries)
        if (entry.facts.peek().type === 'objective') standings.objective(entry as ObjectiveEntry);
  }
}

/** Types into a check-in, or where there is none into a heading, and asks for the findings of that file. */
function edit({ workspace, diagnosis }: OpenWorkspace): void {
  const file = workspace.file('file:///w/1.okr');
  assert.ok(file);
  const line = file.document.lineCount - 2;
  const end = { line, character: file.document.lineText(line).length };
  workspace.editFile(file.uri, { start: end, end }, ' ');
  diagnosis.findings(file);
}

describe('a large workspace', function () {
  this.timeout(60_000);
  let reads = 0;
  const originals = [Cell.prototype.get, Memo.prototype.get] as const;
  before(() => {
    for (const [i, type] of [Cell, Memo].entries()) {
      const original = originals[i] as () => unknown;
      type.prototype.get = function get(this: Cell<unknown> & Memo<unknown>) {
        reads++;
        return original.call(this);
      };
    }
  });
  after(() => {
    [Cell.prototype.get, Memo.prototype.get] = originals;
  });
  const countReads = (act: () => void) => {
    reads = 0;
    act();
    return reads;
  };

  for (const kind of Object.keys(kinds)) {
    it(kind, () => {
      const [few, many] = [load(kind, FEW), load(kind, MANY)];
      const all = [countReads(() => askAll(few)), countReads(() => askAll(many))] as const;
      assert.ok(all[0] > FEW);
      assert.ok(all[1] < 4.2 * all[0], `${all[1]} reads for ${MANY} files, ${all[0]} for ${FEW}`);
      const edits = [countReads(() => edit(few)), countReads(() => edit(many))] as const;
      assert.ok(edits[0] > 0);
      assert.ok(
        edits[1] <= 1.1 * edits[0],
        `${edits[1]} reads for an edit among ${MANY} files, ${edits[0]} among ${FEW}`,
      );
    });
  }
});
