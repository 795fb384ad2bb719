import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { folderWith, okr } from './okr.ts';

const quarter = {
  'a.okr':
    'team growth: Growth\ncycle 2026-Q4\nobjective love: Customers love us\n  kr nps: NPS\n    from 30 to 50 points\n',
};

describe('okr site', () => {
  it('writes pages, and writes them again over those of before', async () => {
    const cwd = folderWith(quarter);
    for (const title of ['Papermoon', 'Paperstar']) {
      const { code, stdout, stderr } = await okr(['site', '-o', 'public', '--title', title], { cwd });
      assert.deepEqual([code, stdout, stderr], [0, '', 'public/index.html: 7 pages\n']);
      assert.match(readFileSync(join(cwd, 'public/index.html'), 'utf8'), new RegExp(`<title>${title}</title>`));
    }
    assert.ok(existsSync(join(cwd, 'public/teams/growth/2026-q4.html')));
  });

  it('writes nothing into a folder that holds something else', async () => {
    const cwd = folderWith(quarter);
    const { code, stderr } = await okr('site -o .', { cwd });
    assert.equal(code, 2);
    assert.match(
      stderr,
      /^error: `.*` holds something else: name a new folder, an empty one, or a site that was written before\n$/,
    );
    assert.equal(existsSync(join(cwd, 'index.html')), false);
  });

  it('says what is in the way', async () => {
    const cwd = folderWith(quarter);
    writeFileSync(join(cwd, 'public'), 'a file');
    const { code, stderr } = await okr('site -o public', { cwd });
    assert.equal(code, 2);
    assert.match(stderr, /^error: `public/);
  });

  it('asks where to', async () => {
    const { code, stderr } = await okr('site', { cwd: folderWith(quarter) });
    assert.equal(code, 2);
    assert.match(stderr, /--output|-o/);
  });
});
