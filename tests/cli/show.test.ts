import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { width } from '../../server/cli/terminal/width.ts';
import { equalsGolden, folderWith, okr, root } from './okr.ts';

const company = (ref: string) => okr(`show ${ref} --in samples/company --today 2026-11-21`, { cwd: root });

describe('okr show', () => {
  const golden = [
    ['', 'show-company'],
    ['--cycle 2026-Q3', 'show-2026-Q3'],
    ['growth/love', 'show-objective'],
    ['love.nps', 'show-from-to'],
    ['tickets', 'show-from-a-kpi'],
    ['gifts', 'show-milestones'],
    ['reliable.uptime', 'show-keep-from-data'],
    ['story', 'show-judged'],
    ['partners', 'show-dropped'],
    ['open', 'show-follows'],
    ['margin', 'show-unknown-target'],
    ['proud', 'show-unmeasured'],
    ['love.nps in 2026-Q3', 'show-ended'],
    ['upload-tickets', 'show-kpi'],
    ['second-print', 'show-kpi-over-time'],
    ['overtime', 'show-kpi-follows'],
    ['finder', 'show-initiative'],
  ] as const;
  for (const [ref, name] of golden) {
    it(`${ref || 'everything'} in the sample`, async () => {
      const { code, stdout, stderr } = await company(ref);
      assert.deepEqual([code, stderr], [0, '']);
      equalsGolden(name, stdout);
    });
  }

  it('ends with its last line, whatever that is', async () => {
    for (const sample of ['company', 'personal', 'articles', 'published']) {
      const { stdout } = await okr(`show --in samples/${sample} --today 2026-11-21`, { cwd: root });
      assert.match(stdout, /\S\n$/, sample);
    }
  });

  it('is as wide as the terminal', async () => {
    for (const columns of [60, 72, 80, 100, 200]) {
      const world = { cwd: root, isTerminal: true, columns, env: { NO_COLOR: '1' } };
      const { stdout } = await okr('show --in samples/company --today 2026-11-21', world);
      const rows = stdout.split('\n').filter(line => /\d {2}[✓▲✗★○⊘] /.test(line));
      assert.ok(rows.length > 20);
      for (const row of rows) assert.ok(width(row) <= columns, `${width(row)} of ${columns}: ${row}`);
    }
  });

  it('leaves out an empty column before one that says something', async () => {
    const cwd = folderWith({
      'a.okr':
        'objective love: Customers love us more than any rival\n  due 2026-12-31\n\n  kr nps: Raise our Net Promoter Score\n    from 32 to 50 points\n    checkin 2026-11-14 41 points\n',
    });
    const world = { cwd, isTerminal: true, columns: 80, env: { NO_COLOR: '1' } };
    const { stdout } = await okr('show --today 2026-11-21', world);
    assert.match(stdout, /now → target/);
    assert.match(stdout, /41 → 50 points/);
    assert.doesNotMatch(stdout, /sure/);
  });

  it('takes the cycle that today is in, else the newest', async () => {
    const objective = (cycle: string, title: string) =>
      `cycle ${cycle}\n\nobjective love: ${title}\n  kr a: A\n    to 5\n\n`;
    const cwd = folderWith({
      'a.okr': objective('2026-Q4', 'Now') + objective('2026-Q3', 'Before') + objective('2027-Q1', 'Next'),
    });
    const title = async (args: string) => (await okr(`show ${args}`, { cwd })).stdout.split('\n')[1];
    assert.equal(await title('love'), 'Now');
    assert.equal(await title('love in 2026-Q3'), 'Before');
    assert.equal(await title('love --cycle 2027-Q1'), 'Next');
    assert.equal(await title('love --today 2028-01-01'), 'Next');
  });

  it('asks which one where several fit', async () => {
    const team = (name: string) =>
      `team ${name}: ${name}\ncycle 2026-Q4\n\nobjective love: Love\n  kr nps: A\n    to 5\n\n`;
    const cwd = folderWith({ 'a.okr': team('growth') + team('people') });
    const asked = async (ref: string) => (await okr(`show ${ref}`, { cwd })).stderr;
    assert.equal(await asked('love'), 'error: `love` may be `growth/love` or `people/love`: say which\n');
    assert.equal(await asked('nps'), 'error: `nps` may be `growth/love.nps` or `people/love.nps`: say which\n');
    assert.equal(await asked('people/love.nps'), '');
  });

  it('shows a key result in as many columns as there are', async () => {
    for (const columns of [60, 80]) {
      const world = { cwd: root, isTerminal: true, columns, env: { NO_COLOR: '1' } };
      const { stdout } = await okr('show growth/love.nps --in samples/company --today 2026-11-21', world);
      assert.match(stdout, /[━─╸│]{10}/);
      for (const row of stdout.split('\n').filter(row => /[━─]{3}|SMART|time-related/.test(row)))
        assert.ok(width(row) <= columns, `${width(row)} of ${columns}: ${row}`);
    }
  });

  it('says what is near where there is none, and tells a path from a reference', async () => {
    const near = await company('referals');
    assert.deepEqual(
      [near.code, near.stderr],
      [2, 'error: There is no objective, key result, KPI or initiative `referals`: did you mean `referrals`?\n'],
    );
    const none = await company('xylophone');
    assert.match(none.stderr, /`xylophone`; `okr show` lists them\n$/);
    const path = await okr('show samples/company', { cwd: root });
    assert.equal(path.stderr, 'error: `samples/company` is a path: `okr show --in samples/company`\n');
  });

  it('shows each workspace of a folder', async () => {
    const { stdout } = await okr('show --in samples --today 2026-11-21', { cwd: root });
    for (const name of ['articles', 'company', 'personal', 'published'])
      assert.match(stdout, new RegExp(`^ samples/${name} $`, 'm'));
  });

  it('lets nothing in a file steer the terminal', async () => {
    const sequence = '\u001b[31m\u0007\u009b2J\u202e';
    const cwd = folderWith({
      'a.okr': [
        'cycle 2026-Q4',
        '',
        `objective love: Love ${sequence}`,
        `  > ${sequence}`,
        `  kr nps: Score ${sequence}`,
        `    from 3 to 5 po${sequence}ints`,
        `    checkin 2026-11-14 4: Note ${sequence}`,
        `kpi cash: Cash ${sequence}`,
        `  reading 2026-11-14 4: Note ${sequence}`,
        '',
      ].join('\n'),
    });
    for (const ref of ['', 'love', 'nps', 'cash']) {
      const { stdout } = await okr(`show ${ref}`, { cwd });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about
      assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/, ref);
      assert.match(stdout, /Love|Score|Cash/);
    }
  });
});
