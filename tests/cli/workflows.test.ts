/** The workflows of README are YAML that says what it should, and their commands work. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, it } from 'mocha';
import { commit, git, skipWithoutGit } from '../repository.ts';
import { folderWith, okr, root } from './okr.ts';

interface Workflow {
  readonly on: unknown;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly env?: Readonly<Record<string, string>>; readonly steps: readonly Step[] }>
  >;
}
interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly run?: string;
}

const workflows = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^```yaml\n(on:[\s\S]*?)^```$/gm)].map(
  ([, text]) => load(text ?? '') as Workflow,
);

const text = (value: number) =>
  `cycle 2026-Q4\n\nobjective love: Love\n  owner @ana\n  kr nps: Score\n    from 30 to 50 points\n    checkin 2026-11-06 ${value} points\n`;

/** A clone in which a pull request is checked out: its branch merged into the one that it is for. */
function pullRequest(): string {
  const origin = folderWith({ 'a.okr': text(34) });
  git(origin, ['init', '--quiet']);
  commit(origin, '2026-10-05', 'What we go for');
  const cwd = join(folderWith({}), 'clone');
  git(origin, ['clone', '--quiet', '.', cwd]);
  git(cwd, ['switch', '--quiet', '--detach']);
  commit(cwd, '2026-11-20', 'Check in', { 'a.okr': text(44) });
  return cwd;
}

describe('the workflows of README', function () {
  skipWithoutGit(this);

  it('are two, and each of their commands works in a pull request', async () => {
    assert.equal(workflows.length, 2);
    const cwd = pullRequest();
    const outputs: string[] = [];
    for (const { jobs } of workflows) {
      for (const { env = {}, steps } of Object.values(jobs)) {
        for (const { run = '' } of steps) {
          const [, command] = /^npx okr (.*?)(?: > \S+)?$/.exec(run) ?? [];
          if (command === undefined) continue;
          const base = env['BASE']?.replace(/\$\{\{ github\.base_ref \}\}/, 'main') ?? '';
          const { code, stdout, stderr } = await okr(command.replaceAll('"', '').replace('$BASE', base), { cwd });
          assert.deepEqual([code, stderr], [0, ''], command);
          outputs.push(stdout);
        }
      }
    }
    assert.equal(outputs.length, 2);
    assert.match(outputs[1] ?? '', /\| Score +\| 0\.20\s→\s0\.70 \|/);
  });

  it('have the whole past, and the right to comment where they do', () => {
    for (const { jobs } of workflows)
      for (const { steps } of Object.values(jobs))
        assert.equal(steps.find(({ uses }) => uses?.startsWith('actions/checkout'))?.with?.['fetch-depth'], 0);
    const commenting = workflows.filter(({ jobs }) => JSON.stringify(jobs).includes('gh pr comment'));
    assert.deepEqual(
      commenting.map(({ permissions }) => permissions),
      [{ contents: 'read', 'pull-requests': 'write' }],
    );
  });

  it('put nothing into a shell that somebody else may name', () => {
    for (const { jobs } of workflows)
      for (const { steps } of Object.values(jobs))
        for (const { run = '' } of steps) assert.ok(!run.includes('${'), run);
  });
});
