/** The hooks for pre-commit run commands that there are, for files that they take. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { folderWith, okr, root } from './okr.ts';

const text = readFileSync(`${root}/.pre-commit-hooks.yaml`, 'utf8');
const hooks = text
  .split(/^- /m)
  .slice(1)
  .map(hook => Object.fromEntries([...hook.matchAll(/^ {0,2}(\w+): (.*)$/gm)].map(([, key, value]) => [key, value])));

describe('pre-commit', () => {
  it('checks what a commit changes, by what the whole workspace says', async () => {
    const hook = hooks.find(({ id }) => id === 'okr-check');
    const files = new RegExp(hook?.['files'] ?? '');
    assert.deepEqual(
      ['a.okr', 'b/c.okr', 'b/okr.json', 'package.json', 'a.okra'].filter(name => files.test(name)),
      ['a.okr', 'b/c.okr', 'b/okr.json'],
    );
    const cwd = folderWith({
      'a.okr': 'team growth\nobjective love: Love\n  due 2026-12-31\n  kr nps: Score\n    from 2 to 3\n',
      'b.okr': 'objective: Grow\n  due 2026-12-31\n  supports growth/love\n',
      'c.okr': 'objective: Grow\n  due 2026-12-31\n  supports growth/lov\n',
    });
    const args = (hook?.['entry'] ?? '').replace(/^okr /, '');
    assert.equal((await okr(`${args} b.okr`, { cwd })).code, 0);
    assert.equal((await okr(`${args} b.okr c.okr`, { cwd })).code, 1);
  });

  it('formats what a commit changes', async () => {
    const hook = hooks.find(({ id }) => id === 'okr-format');
    const cwd = folderWith({ 'a.okr': 'objective:   Love\n' });
    assert.equal((await okr(`${(hook?.['entry'] ?? '').replace(/^okr /, '')} a.okr`, { cwd })).code, 0);
    assert.equal(readFileSync(`${cwd}/a.okr`, 'utf8'), 'objective: Love\n');
  });
});
