/** `okr diff`, in real repositories. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { marked } from 'marked';
import { describe, it } from 'mocha';
import type { Comparison } from '../../server/core/revisions/difference.ts';
import { commit, git, skipWithoutGit } from '../repository.ts';
import { equalsGolden, folderWith, okr, root } from './okr.ts';

const before = `team growth
cycle 2026-Q4

objective love: Customers love us
  owner @ana
  kr nps: Raise our score
    from 30 to 50 points
    checkin 2026-11-06 38 points
`;
const after = before.replace('38 points', '44 points');

function repository(files: Readonly<Record<string, string>> = { 'a.okr': before }): string {
  const folder = folderWith(files);
  git(folder, ['init', '--quiet']);
  commit(folder, '2026-11-10', 'What we go for');
  return folder;
}

/** Of each element that differs, what it is and what became of its score. */
async function differences(cwd: string, args = ''): Promise<string[]> {
  const { code, stdout, stderr } = await okr(`diff ${args} --format json`, { cwd });
  assert.equal(stderr, '');
  assert.equal(code, 0);
  const { workspaces } = JSON.parse(stdout) as Comparison;
  return workspaces.flatMap(({ objectives }) =>
    objectives.flatMap(({ keyResults }) =>
      keyResults.map(
        ({ what, ref, before, after }) => `${what} ${ref} ${before?.score ?? null} ${after?.score ?? null}`,
      ),
    ),
  );
}

async function refused(args: string, cwd: string): Promise<string> {
  const { code, stdout, stderr } = await okr(args, { cwd });
  assert.deepEqual([code, stdout], [2, '']);
  return stderr.replaceAll(cwd, '.').trimEnd();
}

describe('okr diff', function () {
  skipWithoutGit(this);

  it('compares the last commit with the files as they are', async () => {
    const cwd = repository();
    assert.deepEqual(await differences(cwd), []);
    writeFileSync(join(cwd, 'a.okr'), after);
    assert.deepEqual(await differences(cwd), ['changed growth/love.nps 0.4 0.7']);
    assert.equal(git(cwd, ['status', '--porcelain']), 'M a.okr', 'and leaves all as it was');
  });

  it('compares two revisions, whatever is in the folder', async () => {
    const cwd = repository();
    commit(cwd, '2026-11-20', 'Check in', { 'a.okr': after });
    git(cwd, ['tag', 'v1']);
    rmSync(join(cwd, 'a.okr'));
    assert.deepEqual(await differences(cwd, 'HEAD~1 v1'), ['changed growth/love.nps 0.4 0.7']);
    assert.deepEqual(await differences(cwd, 'v1 HEAD~1'), ['changed growth/love.nps 0.7 0.4']);
    assert.deepEqual(await differences(cwd, 'HEAD~1..v1'), ['changed growth/love.nps 0.4 0.7']);
  });

  it('`A...B` begins where the two parted, as a pull request does', async () => {
    const cwd = repository();
    git(cwd, ['switch', '--quiet', '--create', 'topic']);
    commit(cwd, '2026-11-20', 'Check in', { 'a.okr': after });
    git(cwd, ['switch', '--quiet', 'main']);
    commit(cwd, '2026-11-20', 'Another team', { 'b.okr': before.replaceAll('growth', 'people') });
    assert.deepEqual(await differences(cwd, 'main...topic'), ['changed growth/love.nps 0.4 0.7']);
    assert.equal((await differences(cwd, 'main..topic')).length, 2);
  });

  it('scores both as of one day, and says of which', async () => {
    const cwd = repository();
    commit(cwd, '2026-11-20', 'Check in', { 'a.okr': after });
    const { stdout } = await okr('diff HEAD~1 HEAD --today 2026-10-02 --format json', { cwd });
    const { today, before: was, after: is } = JSON.parse(stdout) as Comparison;
    assert.deepEqual([today, was.name, was.date, is.subject], ['2026-10-02', 'HEAD~1', '2026-11-10', 'Check in']);
    assert.deepEqual(
      await differences(cwd, 'HEAD~1 HEAD --today 2026-10-02'),
      ['changed growth/love.nps 0 0'],
      'nobody had checked in yet',
    );
  });

  it('reads the data files and the settings of each revision', async () => {
    const goal = before.replace(/ {4}checkin.*\n/, '    data scores.csv column score\n');
    const csv = 'date,score\n2026-11-06,38\n';
    const cwd = repository({ 'a.okr': goal, 'scores.csv': csv });
    commit(cwd, '2026-11-20', 'New numbers', { 'scores.csv': `${csv}2026-11-20,44\n` });
    writeFileSync(join(cwd, 'scores.csv'), `${csv}2026-11-20,50\n`);
    assert.deepEqual(await differences(cwd, 'HEAD~1 HEAD'), ['changed growth/love.nps 0.4 0.7']);
    assert.deepEqual(await differences(cwd), ['changed growth/love.nps 0.7 1']);
  });

  it('is about what `--in` names, in the whole workspace that it is in', async () => {
    const cwd = repository({ 'growth/a.okr': before, 'people/b.okr': before.replaceAll('growth', 'people') });
    writeFileSync(join(cwd, 'growth/a.okr'), after);
    writeFileSync(join(cwd, 'people/b.okr'), after.replaceAll('growth', 'people'));
    assert.deepEqual(await differences(cwd, '--in people'), ['changed people/love.nps 0.4 0.7']);
    assert.deepEqual(await differences(join(cwd, 'people')), ['changed people/love.nps 0.4 0.7']);
    assert.equal((await differences(cwd)).length, 2);
  });

  it('names the cycle of a goal that goes on in the next one, and of no other', async () => {
    const cwd = repository();
    commit(cwd, '2026-11-20', 'Close the cycle', {
      'a.okr': `${after.trimEnd()}\n    grade 2026-12-31 0.7\n`,
      'b.okr': after
        .replace('2026-Q4', '2027-Q1')
        .replace(/ {4}checkin.*\n/, '')
        .replace('from 30', 'from 44'),
      'c.okr':
        'team growth\ncycle 2027-Q1\nobjective fast: Answers are there at once\n  kr hours: Hours to an answer\n    from 9 to 4 hours\n',
    });
    const named = async (format: string) =>
      (await okr(`diff HEAD~1 HEAD --today 2026-12-31 --format ${format}`, { cwd })).stdout;
    const text = await named('text');
    assert.match(text, /^ {2}Customers love us \(2026-Q4\)/m);
    assert.match(text, /^\+ Customers love us \(2027-Q1\)/m);
    assert.match(text, /^\+ Answers are there at once {2}/m);
    const markdown = await named('markdown');
    assert.match(markdown, /^\| \*\*Customers love us\*\* \(2026-Q4\) +\|/m);
    assert.match(markdown, /^\| \*\*Customers love us\*\* \(2027-Q1\) +\|/m);
    assert.match(markdown, /^\| Raise our score +\|/m);
    assert.match(markdown, /^- \*\*Raise our score\*\* \(2026-Q4\): /m);
    assert.match(markdown, /^\| \*\*Answers are there at once\*\* +\|/m);
  });

  it('tells several workspaces apart', async () => {
    const cwd = repository({
      'okr.json': '{}\n',
      'one/okr.json': '{ "root": true }',
      'one/a.okr': before,
      'two/okr.json': '{ "root": true }',
      'two/a.okr': before,
    });
    writeFileSync(join(cwd, 'one/a.okr'), after);
    writeFileSync(join(cwd, 'two/a.okr'), after);
    const { stdout } = await okr('diff --format json', { cwd });
    assert.deepEqual(
      (JSON.parse(stdout) as Comparison).workspaces.map(({ folder }) => folder),
      ['one', 'two'],
    );
  });

  it('knows a file again that was moved, and a workspace that began elsewhere', async () => {
    const cwd = repository({ 'okr.json': '{}\n', 'a.okr': before });
    mkdirSync(join(cwd, 'okrs'));
    git(cwd, ['mv', 'a.okr', 'okrs/b.okr']);
    writeFileSync(join(cwd, 'okr.json'), '{}\n');
    writeFileSync(join(cwd, 'okrs/okr.json'), '{ "root": true }\n');
    assert.deepEqual(await differences(cwd), []);
  });

  it('follows no link out of the repository, nor in it', async () => {
    const cwd = repository();
    const secret = folderWith({ 'secret.okr': after });
    symlinkSync(join(secret, 'secret.okr'), join(cwd, 'link.okr'));
    commit(cwd, '2026-11-20', 'A link');
    assert.deepEqual(await differences(cwd, 'HEAD~1 HEAD'), []);
  });

  it('says that nothing differs', async () => {
    const cwd = repository();
    const { stdout } = await okr('diff', { cwd });
    assert.match(stdout, /^HEAD \([0-9a-f]{8}, 10 Nov\) → working tree\nNothing differs in terms of OKRs\.\n$/);
    const { stdout: markdown } = await okr('diff --format markdown', { cwd });
    assert.match(markdown, /^### What changes in the OKRs\n\nNothing\.\n/);
  });

  it('tells a reviewer of a check-in that was rewritten, or taken out', async () => {
    const cwd = repository();
    writeFileSync(join(cwd, 'a.okr'), after);
    assert.match((await okr('diff --format markdown', { cwd })).stdout, /\| 1 check-in rewritten \|/);
    writeFileSync(join(cwd, 'a.okr'), before.replace(/ {4}checkin.*\n/, ''));
    assert.match((await okr('diff --format markdown', { cwd })).stdout, /\| 1 check-in taken out \|/);
  });

  it('says what is wrong, and what to do', async () => {
    assert.equal(
      await refused('diff', folderWith({ 'a.okr': before })),
      'error: `.` is in no git repository: `okr diff` compares revisions in git',
    );
    const empty = folderWith({ 'a.okr': before });
    git(empty, ['init', '--quiet']);
    assert.equal(await refused('diff', empty), 'error: There is no commit yet in this repository');
    const cwd = repository();
    assert.equal(await refused('diff mian', cwd), 'error: There is no revision `mian`: did you mean `main`?');
    assert.equal(
      await refused('diff nowhere', cwd),
      'error: There is no revision `nowhere`; `git log --oneline --all` lists what there is',
    );
    assert.equal(
      await refused('diff HEAD:a.okr', cwd),
      'error: There is no revision `HEAD:a.okr`; `git log --oneline --all` lists what there is',
    );
    assert.equal(
      await refused('diff main..HEAD HEAD', cwd),
      'error: `main..HEAD` names two revisions already, and `HEAD` is a third',
    );
    assert.equal(await refused('diff --in nothing', cwd), 'error: There is no file or folder `nothing`');
  });

  it('knows a clone that has only the newest commits', async () => {
    const origin = repository();
    const old = git(origin, ['rev-parse', 'HEAD']);
    commit(origin, '2026-11-20', 'Check in', { 'a.okr': after });
    const cwd = folderWith({});
    git(cwd, ['clone', '--quiet', '--depth', '1', pathToFileURL(origin).href, 'clone']);
    const message = await refused(`diff ${old}`, join(cwd, 'clone'));
    assert.match(
      message,
      /There is no revision `[0-9a-f]+` here: this clone has only the newest commits; `git fetch --unshallow`/,
    );
  });

  it('finds the branch of a remote that was meant', async () => {
    const origin = repository();
    const cwd = join(folderWith({}), 'clone');
    git(origin, ['clone', '--quiet', '.', cwd]);
    git(cwd, ['switch', '--quiet', '--detach']);
    git(cwd, ['branch', '--delete', '--force', 'main']);
    assert.equal(await refused('diff main', cwd), 'error: There is no revision `main`: did you mean `origin/main`?');
  });

  describe('of a sample, with a day of work in it', () => {
    function sample(): string {
      const cwd = folderWith({});
      cpSync(join(root, 'samples/company'), cwd, { recursive: true });
      git(cwd, ['init', '--quiet']);
      commit(cwd, '2026-11-10', 'As it was');
      const path = join(cwd, 'growth/2026-Q4.okr');
      const edits = [
        ['from 35 to 50 points', 'from 35 to 46 points'],
        [
          'in every fourth answer\n',
          'in every fourth answer\n    checkin 2026-11-21 47 points confidence 8/10: Ask @ines | <b>why</b> `so` fast \u001b[2J\n',
        ],
        [
          'kr tickets: Cut the weekly questions about uploads',
          'kr uploads: Cut the weekly questions about broken uploads',
        ],
        ['owner @bea\n    needs', 'owner @kim\n    needs'],
        ['due 2026-11-13: Everyone', 'due 2026-11-13 done 2026-11-20: Everyone'],
        [
          '\n  kr gifts',
          '\n  kr cards: Customers who got a card\n    to 500 customers\n    owner @bea\n    checkin 2026-11-20 120\n\n  kr gifts',
        ],
      ] as const;
      let text = readFileSync(path, 'utf8');
      for (const [from, to] of edits) {
        assert.ok(text.includes(from), from);
        text = text.replace(from, to);
      }
      writeFileSync(path, text);
      return cwd;
    }
    const steady = (text: string) => text.replace(/\b[0-9a-f]{8}\b/g, '01234567');

    it('as text, whose colours say nothing that is not written', async () => {
      const cwd = sample();
      const { stdout } = await okr('diff', { cwd });
      equalsGolden('diff-company', steady(stdout));
      const coloured = await okr('diff', { cwd, isTerminal: true, columns: 120, env: { FORCE_COLOR: '1' } });
      assert.ok(coloured.stdout.includes('\u001b[33m'));
      assert.ok(!coloured.stdout.includes('\u001b[2J'), 'nothing of a file steers the terminal');
      assert.equal(stripVTControlCharacters(coloured.stdout).replace(/ +$/gm, ''), stdout.replace(/ +$/gm, ''));
    });

    it('as Markdown, in which nobody is called and nothing is HTML of theirs', async () => {
      const cwd = sample();
      const { stdout } = await okr('diff --format markdown', { cwd });
      equalsGolden('diff-company-markdown', steady(stdout));
      const html = await marked(stdout, { gfm: true });
      assert.ok(!html.includes('<b>why'), html);
      assert.match(html, /Ask <code>@ines<\/code> \| &lt;b&gt;why&lt;\/b&gt; `so` fast/);
      assert.match(html, /<details>[\s\S]*<\/details>/);
      assert.doesNotMatch(html.replace(/<code>.*?<\/code>/g, ''), /@\w/);
    });
  });
});
