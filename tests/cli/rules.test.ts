/** `okr rules` and `okr explain`: what the coach looks at, and why. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { width } from '../../server/cli/terminal/width.ts';
import { rules } from '../../server/core/rules/rules.ts';
import { equalsGolden, folderWith, okr, root } from './okr.ts';

describe('okr rules', () => {
  it('lists every rule with how loudly it speaks here', async () => {
    const cwd = folderWith({
      'okr.json': '{ "root": true, "extends": "gentle", "rules": { "kr-unmeasurable": "error" } }',
      'growth/okr.json': '{ "rules": { "kr-unmeasurable": "off" } }',
      'growth/a.okr': '',
    });
    const lineOf = async (args: string) => {
      const { code, stdout } = await okr(args, { cwd });
      assert.equal(code, 0);
      return stdout.split('\n').find(line => line.startsWith('kr-unmeasurable')) ?? '';
    };
    assert.match(await lineOf('rules'), /^kr-unmeasurable +error +\(warning\) +A key result/);
    assert.match(await lineOf('rules growth'), /^kr-unmeasurable +off +\(warning\)/);
    assert.match(await lineOf('rules growth/a.okr'), /^kr-unmeasurable +off/);
    const { stdout } = await okr('rules --format json', { cwd });
    const list = JSON.parse(stdout) as { rule: string; severity: string; default: string }[];
    assert.deepEqual(
      list.map(({ rule }) => rule),
      rules.map(({ id }) => id),
    );
    assert.deepEqual(
      list.filter(({ rule }) => ['kr-unmeasurable', 'syntax', 'objective-too-many'].includes(rule)),
      [
        { rule: 'syntax', severity: 'error', default: 'error', reminder: false, summary: 'A line that cannot be read' },
        {
          rule: 'kr-unmeasurable',
          severity: 'error',
          default: 'warning',
          reminder: false,
          summary: rules.find(({ id }) => id === 'kr-unmeasurable')?.summary,
        },
        {
          rule: 'objective-too-many',
          severity: 'info',
          default: 'warning',
          reminder: false,
          summary: rules.find(({ id }) => id === 'objective-too-many')?.summary,
        },
      ],
    );
  });

  it('needs no workspace', async () => {
    const { code, stdout } = await okr('rules', { cwd: folderWith({}) });
    assert.equal(code, 0);
    assert.match(stdout, /^kr-unmeasurable +warning/m);
  });
});

describe('okr explain', () => {
  it('says why, what to write instead, and how to set it', async () => {
    const { code, stdout, stderr } = await okr('explain objective-too-many', { cwd: root });
    assert.deepEqual([code, stderr], [0, '']);
    equalsGolden('explain-objective-too-many', stdout);
  });

  it('explains every rule, within the width of the terminal but for examples', async () => {
    for (const { id } of rules) {
      const { code, stdout } = await okr(`explain ${id}`, { cwd: root, columns: 80 });
      assert.equal(code, 0);
      for (const line of stdout.split('\n'))
        assert.ok(width(line) <= 80 || /^ {4}|^https/.test(line), `${id}: ${line}`);
    }
  });

  it('takes half a name for a slip', async () => {
    const { code, stderr } = await okr('explain unmeasurable', { cwd: root });
    assert.equal(code, 2);
    assert.match(stderr, /There is no rule `unmeasurable`: did you mean `kr-unmeasurable`\?/);
    assert.match((await okr('explain nonsense', { cwd: root })).stderr, /`okr rules` lists them/);
  });
});
