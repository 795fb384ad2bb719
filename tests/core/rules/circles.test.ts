/** A circle opens and closes with whatever a reference depends on, in any file. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Fixture, open, ROOT, readFixture } from './fixture.ts';

interface Case {
  readonly what: string;
  /** Which file changes. */
  readonly file: string;
  /** With a circle. */
  readonly closed: string;
  /** Without. */
  readonly opened: string;
  readonly rest: string;
}

const cases: readonly Case[] = [
  {
    what: 'the reference itself',
    file: 'b.okr',
    closed: 'cycle 2026-Q4\nobjective b: B\n  supports a\n',
    opened: 'cycle 2026-Q4\nobjective b: B\n  supports c\n',
    rest: '--- a.okr\ncycle 2026-Q4\nobjective a: A\n  supports b\nobjective c: C\n',
  },
  {
    what: 'the name of a key result',
    file: 'b.okr',
    closed: 'cycle 2026-Q4\nobjective b: B\n  supports a\n  kr x: X\n    to 3\n',
    opened: 'cycle 2026-Q4\nobjective b: B\n  supports a\n  kr y: Y\n    to 3\n',
    rest: '--- a.okr\ncycle 2026-Q4\nobjective a: A\n  supports b.x\n',
  },
  {
    what: 'the parent of a team',
    file: 'b.okr',
    closed: 'team low\n  parent high\n',
    opened: 'team low\n  parent other\n',
    rest: '--- a.okr\nteam high\ncycle 2026-Q4\nobjective a: A\n  supports low/b\nteam other\nobjective a: Another\nteam low\nobjective b: B\n  supports a\n',
  },
  {
    what: 'the days of a cycle',
    file: 'b.okr',
    closed: 'cycle long\n  from 2026-09-01 to 2026-12-31\n',
    opened: 'cycle long\n  from 2026-09-01 to 2026-11-30\n',
    rest: '--- a.okr\ncycle long\nobjective a: A\n  supports b in 2026-Q4\ncycle 2026-Q4\nobjective b: B\n  supports a\n',
  },
  {
    what: 'the first month of the fiscal year',
    file: 'okr.json',
    closed: '{ "root": true, "fiscalYearStart": 10 }',
    opened: '{ "root": true, "fiscalYearStart": 9 }',
    rest: '--- a.okr\ncycle 2026-Q4\nobjective a: A\n  supports b\ncycle FY27-Q1\nobjective b: B\n  supports a\n',
  },
  {
    what: 'the KPI that a key result takes',
    file: 'b.okr',
    closed: 'kpi a: A\n  follows o.k\n',
    opened: 'kpi a: A\n  reading 2026-11-01 3\n',
    rest: '--- a.okr\ncycle 2026-Q4\nobjective o: O\n  kr k: K\n    to 3\n    kpi a\n',
  },
];

function circles(fixture: Fixture): string[] {
  const { workspace, diagnosis } = open(fixture);
  return [...workspace.files.values()].flatMap(file => findings(file, diagnosis));
}
type Opened = ReturnType<typeof open>;
function findings(file: Parameters<Opened['diagnosis']['findings']>[0], diagnosis: Opened['diagnosis']): string[] {
  return diagnosis
    .findings(file)
    .filter(({ rule }) => rule === 'alignment-circle')
    .map(({ message }) => message);
}

describe('a circle', () => {
  for (const { what, file, closed, opened, rest } of cases) {
    it(`opens and closes with ${what}`, () => {
      const text = (its: string) => readFixture(`--- ${file}\n${its}\n${rest}`);
      assert.ok(circles(text(closed)).length >= 2);
      assert.deepEqual(circles(text(opened)), []);

      const { workspace, diagnosis } = open(text(opened));
      const all = () => [...workspace.files.values()].flatMap(each => findings(each, diagnosis));
      const change = (its: string) => {
        const uri = `${ROOT}/${file}`;
        if (file.endsWith('.json')) workspace.settings.set(uri, its);
        // An edit, in which what looks the same to others stays.
        else workspace.editFile(uri, { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }, its);
      };
      assert.deepEqual(all(), []);
      change(closed);
      assert.deepEqual(all().sort(), circles(text(closed)).sort());
      change(opened);
      assert.deepEqual(all(), []);
    });
  }
});
