import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { folderWith, okr, root } from './okr.ts';

const today = '--today 2026-11-21';
const quarter = {
  'a.okr': [
    'team growth: Growth',
    'cycle 2026-Q4: Peak season',
    '',
    'objective love: Customers love us',
    '  kr nps: Raise our Net Promoter Score',
    '    from 30 to 50 points',
    '    checkin 2026-11-14 40 points',
    '',
    'cycle 2026-Q3',
    '',
    'objective old: What was',
    '  kr done: Done',
    '    to 5',
    '',
  ].join('\n'),
};

describe('okr report', () => {
  it('writes the current cycle as Markdown to standard output', async () => {
    const { code, stdout, stderr } = await okr(`report ${today}`, { cwd: folderWith(quarter) });
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^# .*Peak season \(2026-Q4\)\n/);
    assert.match(stdout, /Customers love us/);
    assert.doesNotMatch(stdout, /What was/);
  });

  it('takes the cycle and the team that are asked for, the cycle by any of its names', async () => {
    const cwd = folderWith(quarter);
    assert.match((await okr(`report --cycle 2026-q3 ${today}`, { cwd })).stdout, /What was/);
    assert.match((await okr(`report --cycle FY26-Q4 ${today}`, { cwd })).stdout, /Customers love us/);
    assert.match((await okr(`report --team growth ${today}`, { cwd })).stdout, /Customers love us/);
  });

  it('says which cycles and teams there are', async () => {
    const cwd = folderWith(quarter);
    const unknown = await okr(`report --cycle 2031-Q1 ${today}`, { cwd });
    assert.equal(unknown.stderr, 'error: No objective is in the cycle `2031-Q1`: there is `2026-Q4` or `2026-Q3`\n');
    const near = await okr(`report --cycle 2026-Q5 ${today}`, { cwd });
    assert.equal(near.stderr, 'error: No objective is in the cycle `2026-Q5`: did you mean `2026-Q4`?\n');
    const team = await okr(`report --team grwth ${today}`, { cwd });
    assert.equal(team.stderr, "error: No objective of 2026-Q4 is a team's called `grwth`: did you mean `growth`?\n");
    assert.deepEqual([unknown.code, near.code, team.code], [2, 2, 2]);
  });

  it('shows who supports whom in HTML, and nothing of it where nobody does', async () => {
    const section = /<h2 id="alignment">Alignment<\/h2>/;
    for (const cycle of ['2026-Q4', '2026-H2']) {
      const { stdout } = await okr(`report samples/company --cycle ${cycle} --format html ${today}`, { cwd: root });
      assert.match(stdout, section, cycle);
    }
    const alone = await okr(`report --format html ${today}`, { cwd: folderWith(quarter) });
    assert.doesNotMatch(alone.stdout, section);
  });

  it('writes each format, and tells it from the name of the file', async () => {
    const cwd = folderWith(quarter);
    const json = JSON.parse((await okr(`report --format json ${today}`, { cwd })).stdout) as {
      objectives: { score: number }[];
    };
    assert.equal(json.objectives[0]?.score, 0.5);
    assert.match((await okr(`report --format html ${today}`, { cwd })).stdout, /^<!doctype html>/);
    assert.match((await okr(`report --format csv ${today}`, { cwd })).stdout, /Raise our Net Promoter Score/);

    const { code, stdout, stderr } = await okr(`report -o q4.html ${today}`, { cwd });
    assert.deepEqual([code, stdout, stderr], [0, '', 'q4.html: the report of 2026-Q4\n']);
    assert.match(readFileSync(join(cwd, 'q4.html'), 'utf8'), /^<!doctype html>/);
    await okr(`report -o q4.md ${today}`, { cwd });
    assert.equal(readFileSync(join(cwd, 'q4.md'), 'utf8'), (await okr(`report ${today}`, { cwd })).stdout);
  });

  it('reads the data files', async () => {
    const { stdout } = await okr(`report samples/company --format json --cycle 2026-Q4 ${today}`, { cwd: root });
    assert.match(stdout, /"from": "data"/);
  });

  it('asks which workspace where there are several', async () => {
    const { code, stderr } = await okr(`report samples ${today}`, { cwd: root });
    assert.equal(code, 2);
    assert.match(stderr, /^error: There are 4 workspaces in `samples`: name one of samples\/articles, /);
  });

  it('says why a file cannot be written', async () => {
    const cwd = folderWith({ ...quarter, 'taken/inside.txt': '' });
    const { code, stderr } = await okr(`report -o missing/q4.md ${today}`, { cwd });
    assert.deepEqual([code, stderr], [2, 'error: `missing/q4.md` cannot be written: there is no such folder\n']);
    const folder = await okr(`report -o taken ${today}`, { cwd });
    assert.deepEqual([folder.code, folder.stderr], [2, 'error: `taken` cannot be written: it is a folder\n']);
  });

  it('writes the board its page, of the longest cycle that runs', async () => {
    const report = `report samples/company --for board ${today}`;
    const { code, stdout } = await okr(report, { cwd: root });
    assert.equal(code, 0);
    assert.match(stdout, /^# Papermoon: The year of the second order \(2026\)\n/);
    assert.match((await okr(`${report} --format html`, { cwd: root })).stdout, /^<!doctype html>/);
    const csv = await okr(`${report} --format csv`, { cwd: root });
    assert.equal(csv.stderr, "error: The board's page is written as `markdown` or `html`, not as `csv`\n");
  });

  it('writes slides', async () => {
    const { stdout } = await okr(`report samples/company --cycle 2026-Q4 --format marp ${today}`, { cwd: root });
    assert.match(stdout, /^---\nmarp: true\n/);
  });

  it('of a month is of the quarter around it, as it stood on its last day', async () => {
    const cwd = folderWith(quarter);
    const { stdout } = await okr(`report --cycle 2026-10 ${today}`, { cwd });
    assert.match(stdout, /^# Growth: October 2026, in Peak season \(2026-Q4\)\n\n\*31 October 2026: /);
    assert.doesNotMatch(stdout, /14 Nov|40/);
    const later = await okr(`report --cycle 2026-12 ${today}`, { cwd });
    assert.equal(later.stderr, 'error: `2026-12` begins on 2026-12-01: there is nothing to report yet\n');
  });

  it('of a half-year has what its quarters have', async () => {
    const { stdout } = await okr(`report --cycle 2026-H2 ${today}`, { cwd: folderWith(quarter) });
    assert.match(stdout, /^# Growth: 2026-H2\n/);
    for (const title of ['What was', 'Customers love us']) assert.match(stdout, new RegExp(`### ${title}\\n`));
    assert.match(stdout, /The one that has ended was missed\./);
  });
});
