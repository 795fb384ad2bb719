/** `okr log`, in real repositories. */
import assert from 'node:assert/strict';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'mocha';
import { eventInWords } from '../../server/core/revisions/check-in-words.ts';
import type { Life } from '../../server/core/revisions/life.ts';
import { commit, git, skipWithoutGit } from '../repository.ts';
import { equalsGolden, folderWith, okr } from './okr.ts';

const objective = (keyResult: string, cycle = '2026-Q4') => `team growth
cycle ${cycle}

objective love: Customers love us
  owner @ana
  with @li
${keyResult}`;
const nps = `  kr nps: Raise our score
    from 30 to 50 points
`;
const tickets = `  kr tickets: Cut recurring tickets
    from 400 to 300
`;
const first = objective(nps + tickets);

function repository(files: Readonly<Record<string, string>> = { 'a.okr': first }): string {
  const folder = folderWith(files);
  git(folder, ['init', '--quiet']);
  commit(folder, '2026-10-01', 'What we go for');
  return folder;
}

async function life(cwd: string, ref: string): Promise<Life> {
  const { code, stdout, stderr } = await okr(`log ${ref} --format json`, { cwd });
  assert.deepEqual([code, stderr], [0, '']);
  return JSON.parse(stdout) as Life;
}

/** The day of each event, and what it says. */
async function told(cwd: string, ref = 'love.nps'): Promise<string[]> {
  const all = await life(cwd, ref);
  const writer = { today: all.today, plain: (text: string) => text };
  return all.events.map(event => `${event.revision.date ?? 'now'} ${eventInWords(event, all, writer).join('; ')}`);
}

describe('okr log', function () {
  skipWithoutGit(this);

  it('says so where all that git knows came later', async () => {
    const cwd = repository();
    const told = 'Up to 30 Sep git knows nothing of it: its first commit came later.';
    for (const format of ['text', 'markdown']) {
      const { stdout } = await okr(`log love.nps --today 2026-09-30 --cycle 2026-Q4 --format ${format}`, { cwd });
      assert.ok(stdout.endsWith(`\n\n${format === 'text' ? '  ' : ''}${told}\n`), stdout);
    }
  });

  it('tells how it began, each check-in, target and owner, and what is not committed yet', async () => {
    const cwd = repository();
    const steps = [
      `${nps}    checkin 2026-10-15 33 points confidence 6/10\n`,
      `${nps}    owner @li\n    checkin 2026-10-15 33 points confidence 6/10\n`,
      `${nps}    owner @li\n    checkin 2026-10-15 33 points confidence 6/10\n    target 2026-11-02 46 points: Fewer people answer\n`,
      `${nps}    owner @li\n    checkin 2026-10-15 33 points confidence 6/10\n    target 2026-11-02 46 points: Fewer people answer\n    dropped 2026-11-10: We learned enough\n`,
    ];
    for (const [index, step] of steps.entries())
      commit(cwd, `2026-11-0${index + 1}`, `Step ${index}`, { 'a.okr': objective(step + tickets) });
    writeFileSync(join(cwd, 'a.okr'), objective(`${steps[1]}${tickets}`));
    assert.deepEqual(await told(cwd), [
      '2026-10-01 created: from 30 to 50 points',
      '2026-11-01 check-in of 15 Oct: 33 points, 6/10',
      '2026-11-02 owner @li',
      '2026-11-03 target 50 → 46 points on 2 Nov: Fewer people answer',
      '2026-11-04 dropped on 10 Nov: We learned enough',
      'now no longer dropped on 10 Nov; target line of 2 Nov taken out (46 points)',
    ]);
    assert.deepEqual(await told(cwd, 'tickets'), ['2026-10-01 created: from 400 to 300'], 'of the other nothing');
    const { events } = await life(cwd, 'growth/love.nps');
    assert.deepEqual(events.map(({ revision: { author } }) => author).slice(-2), ['Ana', null]);
  });

  it('follows it through another name, another wording and another file', async () => {
    const cwd = repository();
    commit(cwd, '2026-10-02', 'Name', { 'a.okr': first.replace('kr nps:', 'kr score:') });
    commit(cwd, '2026-10-03', 'Wording', {
      'a.okr': first.replace('kr nps: Raise our score', 'kr score: Be recommended'),
    });
    renameSync(join(cwd, 'a.okr'), join(cwd, 'b.okr'));
    commit(cwd, '2026-10-04', 'File');
    const checked = first.replace(
      'kr nps: Raise our score\n    from 30 to 50 points',
      'kr score: Be recommended\n    from 30 to 50 points\n    checkin 2026-10-05 34 points',
    );
    commit(cwd, '2026-10-05', 'Check in', { 'b.okr': checked });
    assert.deepEqual(await told(cwd, 'love.score'), [
      '2026-10-01 created: from 30 to 50 points',
      '2026-10-02 renamed from nps to score',
      '2026-10-03 reworded, was “Raise our score”',
      '2026-10-04 moved from a.okr to b.okr',
      '2026-10-05 check-in of 5 Oct: 34 points',
    ]);
  });

  it('follows it out of a file that stays', async () => {
    const other = 'team growth\ncycle 2026-Q4\n\nobjective fast: We answer the same day\n  owner @bo\n';
    const cwd = repository({ 'a.okr': first, 'b.okr': other });
    commit(cwd, '2026-10-02', 'Check in', { 'a.okr': objective(`${nps}    checkin 2026-10-02 31 points\n${tickets}`) });
    commit(cwd, '2026-10-03', 'Move', {
      'a.okr': objective(tickets),
      'b.okr': `${other}${nps}    checkin 2026-10-02 31 points\n`,
    });
    assert.deepEqual(await told(cwd, 'fast.nps'), [
      '2026-10-01 created: from 30 to 50 points',
      '2026-10-02 check-in of 2 Oct: 31 points',
      '2026-10-03 moved from a.okr to b.okr; moved from objective love to fast',
    ]);
  });

  it('does not take the last cycle for the one that carries it on', async () => {
    const cwd = repository({ 'q3.okr': objective(nps, '2026-Q3') });
    commit(cwd, '2026-10-02', 'The next one', {
      'q3.okr': `${objective(nps, '2026-Q3')}    grade 2026-10-02 0.6\n`,
      'q4.okr': objective(nps.replace('30 to 50', '40 to 60')),
    });
    assert.deepEqual(await told(cwd, 'love.nps in 2026-Q4'), ['2026-10-02 created: from 40 to 60 points']);
    assert.deepEqual(await told(cwd, 'love.nps in 2026-Q3'), [
      '2026-10-01 created: from 30 to 50 points',
      '2026-10-02 grade 0.60 on 2 Oct',
    ]);
  });

  it('tells that it was taken out, and came back', async () => {
    const cwd = repository();
    commit(cwd, '2026-10-02', 'Out', { 'a.okr': objective(tickets) });
    commit(cwd, '2026-10-03', 'In again', { 'a.okr': first });
    assert.deepEqual(await told(cwd), [
      '2026-10-01 created: from 30 to 50 points',
      '2026-10-02 taken out',
      '2026-10-03 created: from 30 to 50 points',
    ]);
  });

  it('tells the life of what is no longer there, to its end', async () => {
    const cwd = repository();
    commit(cwd, '2026-10-02', 'Check in', { 'a.okr': objective(`${nps}    checkin 2026-10-02 31 points\n${tickets}`) });
    const before = ['2026-10-01 created: from 30 to 50 points', '2026-10-02 check-in of 2 Oct: 31 points'];
    writeFileSync(join(cwd, 'a.okr'), objective(tickets));
    assert.deepEqual(await told(cwd), [...before, 'now taken out'], 'not committed');
    const { stdout } = await okr('log love.nps', { cwd });
    assert.match(stdout, /^growth\/love\.nps +a\.okr, where it no longer stands\nRaise our score\n/);
    rmSync(join(cwd, 'a.okr'));
    assert.deepEqual(await told(cwd), [...before, 'now taken out'], 'with its file, the last one');

    commit(cwd, '2026-10-03', 'Out', { 'a.okr': objective(tickets) });
    assert.deepEqual(await told(cwd), [...before, '2026-10-03 taken out'], 'committed');
    commit(cwd, '2026-10-04', 'Another', { 'b.okr': 'team people\n' });
    rmSync(join(cwd, 'a.okr'));
    commit(cwd, '2026-10-05', 'With its file');
    assert.deepEqual(await told(cwd), [...before, '2026-10-03 taken out'], 'and longer ago');
    assert.deepEqual(await told(cwd, 'tickets'), ['2026-10-01 created: from 400 to 300', '2026-10-05 taken out']);
  });

  it('tells what came by a branch as its author wrote it', async () => {
    const cwd = repository();
    git(cwd, ['switch', '--quiet', '--create', 'topic']);
    commit(cwd, '2026-10-02', 'Check in', { 'a.okr': objective(`${nps}    checkin 2026-10-02 31 points\n${tickets}`) });
    git(cwd, ['switch', '--quiet', 'main']);
    commit(cwd, '2026-10-03', 'Another file', { 'b.okr': 'team people\n' });
    git(cwd, ['merge', '--quiet', '--no-ff', '--message', 'Merge', 'topic'], '2026-10-04');
    assert.deepEqual(await told(cwd), [
      '2026-10-01 created: from 30 to 50 points',
      '2026-10-02 check-in of 2 Oct: 31 points',
    ]);
  });

  it('tells of objectives, KPIs and initiatives', async () => {
    const cwd = repository({
      'a.okr': `${first}\nkpi wait: Time to answer\n  reading 2026-09-30 5 hours\n\ninitiative bot: A bot\n`,
    });
    commit(cwd, '2026-10-02', 'On', {
      'a.okr': `${first.replace('owner @ana', 'owner @bo')}\nkpi wait: Time to answer\n  reading 2026-09-30 5 hours\n  reading 2026-10-02 4 hours\n\ninitiative bot: A bot\n  done 2026-10-02\n`,
    });
    assert.deepEqual(await told(cwd, 'love'), ['2026-10-01 created', '2026-10-02 handed over from @ana to @bo']);
    assert.deepEqual(await told(cwd, 'wait'), [
      '2026-10-01 created; reading of 30 Sep: 5 hours',
      '2026-10-02 reading of 2 Oct: 4 hours',
    ]);
    assert.deepEqual(await told(cwd, 'bot'), ['2026-10-01 created', '2026-10-02 status planned → done']);
  });

  it('says of a shallow clone that there was more before', async () => {
    const origin = repository();
    commit(origin, '2026-10-02', 'Check in', {
      'a.okr': objective(`${nps}    checkin 2026-10-02 31 points\n${tickets}`),
    });
    const cwd = folderWith({});
    git(cwd, ['clone', '--quiet', '--depth', '1', pathToFileURL(origin).href, 'clone']);
    assert.equal((await life(join(cwd, 'clone'), 'nps')).complete, false);
    assert.equal((await life(origin, 'nps')).complete, true);
    const { stdout } = await okr('log nps', { cwd: join(cwd, 'clone') });
    assert.match(stdout, /This clone has only the newest commits: what was before is not told\.\n$/);
  });

  it('says what is wrong', async () => {
    const cwd = repository();
    const refused = async (args: string, where = cwd) => (await okr(args, { cwd: where })).stderr.trimEnd();
    assert.equal(
      await refused('log lov'),
      'error: There is no objective, key result, KPI or initiative `lov`: did you mean `love`?',
    );
    assert.match(await refused('log'), /^error: .*missing|needs/i);
    assert.equal(
      await refused('log nps', folderWith({ 'a.okr': first })),
      'error: `a.okr` is in no git repository: `okr log` tells what git knows',
    );
    rmSync(join(cwd, '.git'), { recursive: true });
    git(cwd, ['init', '--quiet']);
    assert.equal(await refused('log nps'), 'error: There is no commit yet in this repository');
  });

  it('is a line of events on the terminal, and a table in Markdown', async () => {
    const cwd = repository();
    const long =
      'Two questions instead of seven, and three times the answers that we had with the long form before the summer | <b>x</b> \u001b[2J';
    const checked = `${nps}    checkin 2026-10-15 33 points confidence 6/10: ${long}\n`;
    commit(cwd, '2026-10-15', 'Check in', { 'a.okr': objective(checked + tickets) });
    commit(cwd, '2026-11-03', 'Be realistic', { 'a.okr': objective(checked.replace('to 50', 'to 44') + tickets) });
    writeFileSync(
      join(cwd, 'a.okr'),
      objective(`${checked.replace('to 50', 'to 44')}    dropped 2026-11-20: Enough\n${tickets}`),
    );
    const steady = (text: string) => text.replace(/\b[0-9a-f]{8}\b/g, '01234567');
    const { stdout } = await okr('log nps', { cwd });
    equalsGolden('log-key-result', steady(stdout));
    const { stdout: markdown } = await okr('log nps --format markdown', { cwd });
    equalsGolden('log-key-result-markdown', steady(markdown));
    const past = await okr('log nps --today 2026-10-20 --format json', { cwd });
    assert.equal((JSON.parse(past.stdout) as Life).events.filter(({ revision }) => revision.date !== null).length, 2);
  });
});
