/** `okr checkin`: one line, in its place, and nothing else. */
import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { git, hasGit } from '../repository.ts';
import { folderWith, okr } from './okr.ts';

const growth = `team growth: Growth
cycle 2026-Q4

objective   love: Customers love us
  owner @ines

  kr nps: Raise our Net Promoter Score
    from 35 to 50 points
    owner @mei
    checkin 2026-11-06 42 points confidence 6/10
    checkin 2026-11-20 44 points confidence 7/10

  kr costs: Cut what an order costs
    from $5M to -$2M

  kr app: The app is in both stores
    milestone: Beta

kpi tickets: Tickets a week
  healthy at most 350 tickets
  reading 2026-11-13 371 tickets

initiative loyalty: The loyalty programme
  supports love.nps
`;
const files = { 'growth.okr': growth };

/** What became of `growth.okr`: each new line with a `+`; all else is as it was. */
function added(cwd: string): string[] {
  const before = growth.split('\n');
  const now = readFileSync(join(cwd, 'growth.okr'), 'utf8').split('\n');
  const lines: string[] = [];
  for (const line of now) {
    if (line === before[0]) before.shift();
    else lines.push(line);
  }
  assert.deepEqual(before, [], 'what stood there stands there still, in its order');
  return lines;
}

describe('okr checkin', () => {
  it('writes one line where a person would, and says what it wrote, where, and what that changed', async () => {
    const cwd = folderWith(files);
    const args = ['checkin', 'love.nps', '46', '--confidence', '8/10', '--note', 'Cards work'];
    const { code, stdout, stderr } = await okr(args, { cwd });
    assert.deepEqual([code, stderr], [0, '']);
    assert.deepEqual(stdout.split('\n'), [
      'growth/love.nps  Raise our Net Promoter Score',
      '+ checkin 2026-11-21 46 points confidence 8/10: Cards work  growth.okr:12',
      '  0.60 → 0.73  ━━━━━━━━━━━━━│━━━╸──────  ✓ on track  8/10 sure',
      '',
    ]);
    assert.deepEqual(added(cwd), ['    checkin 2026-11-21 46 points confidence 8/10: Cards work']);
    assert.deepEqual(readdirSync(cwd).sort(), ['growth.okr', 'okr.json']);
  });

  it('puts a line of another day among those of its days', async () => {
    const cwd = folderWith(files);
    const { stdout } = await okr('checkin love.nps 43 --date 2026-11-13 --by @bea', { cwd });
    assert.match(stdout, /\n\+ checkin 2026-11-13 43 points by @bea {2}growth\.okr:11\n {2}0\.60 {2}/);
    assert.deepEqual(added(cwd), ['    checkin 2026-11-13 43 points by @bea']);
  });

  it('says nothing twice: a job may run again', async () => {
    const cwd = folderWith(files);
    const args = ['checkin', 'nps', '46', '--note', 'Cards work'];
    await okr('checkin nps 45 --note First', { cwd });
    await okr(args, { cwd });
    await okr('checkin nps 46 --note Other', { cwd });
    const before = statSync(join(cwd, 'growth.okr'));
    const { code, stdout } = await okr(args, { cwd });
    assert.equal(code, 0);
    assert.match(stdout, /\n= checkin 2026-11-21 46 points: Cards work {2}growth\.okr:13\n {2}0\.73 {2}━/);
    assert.equal(statSync(join(cwd, 'growth.okr')).ino, before.ino);
    assert.equal(added(cwd).length, 3);
  });

  it('says what the coach warns of in the new line', async () => {
    const cwd = folderWith(files);
    const { code, stderr } = await okr('checkin nps 45 --date 2026-11-20', { cwd });
    assert.equal(code, 0);
    assert.match(stderr, /^warning: growth\.okr:12: 20 Nov has two values, 44 points and 45 points, .*\n$/);
    assert.equal(added(cwd).length, 1);
  });

  it('takes values as they are written, in several words, and behind `--`', async () => {
    for (const [args, line] of [
      [['nps', '46', 'points'], 'checkin 2026-11-21 46 points'],
      [['love.nps', 'in', '2026-Q4', '46'], 'checkin 2026-11-21 46 points'],
      [['costs', '$1.2M'], 'checkin 2026-11-21 $1.2M'],
      [['costs', '--status', 'on-track', '--', '-$40k'], 'checkin 2026-11-21 -$40k on-track'],
      [['nps', '-4'], 'checkin 2026-11-21 -4 points'],
      [['app', '--status', 'blocked'], 'checkin 2026-11-21 blocked'],
    ] as const) {
      const cwd = folderWith(files);
      const { code, stderr } = await okr(['checkin', ...args], { cwd });
      assert.deepEqual([code, stderr, added(cwd)], [0, '', [`    ${line}`]]);
    }
  });

  it('writes the reading of a KPI, and a check-in on an objective without a value', async () => {
    const cwd = folderWith(files);
    const reading = await okr(['checkin', 'tickets', '340', '--note', 'After the fix'], { cwd });
    assert.deepEqual(reading.stdout.split('\n').slice(0, 3), [
      'growth/tickets  Tickets a week',
      '+ reading 2026-11-21 340 tickets: After the fix  growth.okr:22',
      '  371 → 340 tickets  ▲ watch → ✓ healthy',
    ]);
    const objective = await okr('checkin growth/love --status off-track', { cwd });
    assert.match(objective.stdout, /\n\+ checkin 2026-11-21 off-track {2}growth\.okr:6\n.*▲ at risk → ✗ off track/);
    assert.deepEqual(added(cwd), ['  checkin 2026-11-21 off-track', '  reading 2026-11-21 340 tickets: After the fix']);
  });

  it('keeps byte-order mark, line breaks and mode', async () => {
    const crlf = `\ufeff${growth.replaceAll('\n', '\r\n')}`;
    const cwd = folderWith({ 'growth.okr': crlf });
    const path = join(cwd, 'growth.okr');
    chmodSync(path, 0o640);
    await okr('checkin nps 46', { cwd });
    const lines = crlf.split('\r\n');
    assert.equal(readFileSync(path, 'utf8'), lines.toSpliced(11, 0, '    checkin 2026-11-21 46 points').join('\r\n'));
    if (process.platform !== 'win32') assert.equal(statSync(path).mode & 0o777, 0o640);
  });

  const refused = [
    ['npz 4', 'There is no objective, key result, KPI or initiative `npz`: did you mean `nps`?'],
    ['loyalty 4', '`growth/loyalty` is an initiative: check in on the objective or key result that it supports'],
    ['nps much', 'growth.okr:7: `much` is no value: write a number, such as `41`'],
    ['nps 1,5', 'growth.okr:7: `1,5`: the decimal sign is a point, and commas stand in groups of three: write `1.5`'],
    ['nps 44%', 'growth.okr:7: This is in `%`, and it is measured in `points`'],
    ['nps --confidence 7', 'growth.okr:7: `7` does not say of how many: write `7/10`'],
    ['nps', 'growth.okr:7: There is nothing to write: say a value, a confidence, a status or a note'],
    ['love 4', 'growth.okr:4: A check-in on an objective has no value: its key results have'],
    ['tickets', 'growth.okr:19: A reading needs a value'],
    ['tickets 4 --status blocked', '`growth/tickets` is a KPI: a reading has no confidence and no status'],
    ['costs -$40k', 'A value that begins with `-` stands behind `--`, after all options: `okr checkin REF -- -$40k`'],
    [
      'nps 4 --status ontrack',
      '`--status` is `on-track`, `at-risk`, `off-track` or `blocked`, and `ontrack` is none of them: did you mean `on-track`?',
    ],
    ['nps 4 --date 2026-12-24', '`--date 2026-12-24` is still to come: say how it stood on a day up to 2026-11-21'],
    ['', 'Say on what: `okr checkin REF VALUE`, or `okr checkin --mine` for all of yours that are due'],
  ] as const;
  for (const [args, message] of refused) {
    it(`writes nothing for okr checkin ${args}`, async () => {
      const cwd = folderWith(files);
      assert.deepEqual(await okr(`checkin ${args}`, { cwd }), { code: 2, stdout: '', stderr: `error: ${message}\n` });
      assert.deepEqual(added(cwd), []);
    });
  }

  it('writes into a cycle that has ended only where somebody names it, or a day in it', async () => {
    const cwd = folderWith(files);
    const { code, stderr } = await okr('checkin nps 46', { cwd, clock: '2027-01-04' });
    assert.deepEqual(
      [code, stderr],
      [
        2,
        'error: The cycle of `growth/love.nps` ended on 2026-12-31: name it (`--cycle 2026-Q4`), or a day in it (`--date`), to write into it all the same\n',
      ],
    );
    await okr('checkin nps 46 --date 2026-12-30', { cwd, clock: '2027-01-04' });
    await okr(['checkin', 'nps in 2026-Q4', '47'], { cwd, clock: '2027-01-04' });
    assert.deepEqual(added(cwd), ['    checkin 2026-12-30 46 points', '    checkin 2027-01-04 47 points']);
    assert.equal((await okr('checkin tickets 340', { cwd, clock: '2027-01-04' })).code, 0);
  });

  it('names all that an ambiguous reference may mean', async () => {
    const cwd = folderWith({ ...files, 'people.okr': growth.replaceAll('growth', 'people') });
    const { code, stderr } = await okr('checkin love.nps 46', { cwd });
    assert.deepEqual(
      [code, stderr],
      [2, 'error: `love.nps` may be `growth/love.nps` or `people/love.nps`: say which\n'],
    );
  });

  it('refuses where the heading is broken, and says where', async () => {
    const cwd = folderWith({ 'growth.okr': growth.replace('kr costs: Cut', 'kr costs extra: Cut') });
    const { code, stderr } = await okr('checkin costs $4M', { cwd });
    assert.deepEqual(
      [code, stderr],
      [2, 'error: growth.okr:13: The first line of this element has a mistake: mend it first\n'],
    );
  });

  it('leaves a protected file as it is', async () => {
    const cwd = folderWith(files);
    chmodSync(join(cwd, 'growth.okr'), 0o444);
    const { code, stdout, stderr } = await okr('checkin nps 46', { cwd });
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^error: `growth\.okr` cannot be written: /);
    assert.deepEqual(added(cwd), []);
  });

  it('says by whom it is where that is not the owner, by whom git knows', async function () {
    if (!hasGit) this.skip();
    const cwd = folderWith(files);
    git(cwd, ['init', '--quiet']);
    git(cwd, ['config', 'user.email', 'ines@example.com']);
    writeFileSync(join(cwd, 'people.okr'), 'person @ines: Inês Duarte\nperson @mei: Mei Tanaka\n');
    await okr('checkin nps 46', { cwd });
    await okr('checkin costs $4M', { cwd });
    assert.deepEqual(added(cwd), ['    checkin 2026-11-21 46 points by @ines', '    checkin 2026-11-21 $4M']);
  });
});
