/** The first steps that README shows are what somebody sees who takes them. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { folderWith, okr, root } from './okr.ts';

const path = join(root, 'README.md');
const readme = readFileSync(path, 'utf8');
const [, shown = ''] = /^```console\n([\s\S]*?)^```$/m.exec(readme) ?? [];

/** The arguments of `$ okr show 'two words'`. */
function argumentsOf(line: string): string[] {
  return [...line.slice('$ okr '.length).matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '');
}

describe('the first steps in README', () => {
  it('are what is seen', async () => {
    const cwd = folderWith({});
    rmSync(join(cwd, 'okr.json'));
    const commands = shown.split('\n').filter(line => line.startsWith('$ okr '));
    assert.ok(commands.length >= 4);
    const seen: string[] = [];
    for (const command of commands) {
      const { code, stdout, stderr } = await okr(argumentsOf(command), { cwd, columns: 110 });
      assert.deepEqual([code, stderr], [0, ''], command);
      seen.push(`${command}\n${stdout.trimEnd()}\n`);
    }
    const actual = seen.join('\n');
    if (process.env['UPDATE_GOLDEN'] !== undefined)
      writeFileSync(
        path,
        readme.replace(shown, () => actual),
      );
    assert.equal(actual, shown);
  });
});
