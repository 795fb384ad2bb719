import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { DataFiles } from '../../../server/core/data/data-files.ts';
import { pathTo } from '../../../server/core/data/locate.ts';

const root = 'file:///okrs/acme';
const files = new DataFiles(root);
const from = (file: string, path: string) => files.locate(`${root}/${file}`, path);

describe('A data path', () => {
  const inside: [file: string, path: string, found: string][] = [
    ['team.okr', 'uptime.csv', 'uptime.csv'],
    ['team.okr', './metrics/uptime.csv', 'metrics/uptime.csv'],
    ['growth/team.okr', 'uptime.csv', 'growth/uptime.csv'],
    ['growth/team.okr', '../metrics/uptime.csv', 'metrics/uptime.csv'],
    ['growth/ana/2026.okr', '../../metrics//uptime.csv', 'metrics/uptime.csv'],
    ['team.okr', 'growth/../uptime.csv', 'uptime.csv'],
    ['team.okr', 'my data/q#1?.csv', 'my%20data/q%231%3F.csv'],
    ['team.okr', '50% done.csv', '50%25%20done.csv'],
    ['team.okr', '~/uptime.csv', '~/uptime.csv'],
    ['team.okr', '..data/.hidden.csv', '..data/.hidden.csv'],
    ['team.okr', 'metrics/数据.csv', 'metrics/%E6%95%B0%E6%8D%AE.csv'],
  ];
  for (const [file, path, found] of inside) {
    it(`${path} in ${file} is ${found}`, () => {
      const place = from(file, path);
      assert.equal('uri' in place && place.uri, `${root}/${found}`);
    });
  }

  for (const [file, path, found] of inside) {
    it(`to ${found} from ${file} leads there again`, () => {
      const uri = `${root}/${found}`;
      const short = pathTo(`${root}/${file}`, uri);
      const place = from(file, short ?? '');
      assert.equal('uri' in place && place.uri, uri, `${short} instead of ${path}`);
    });
  }
  it('leads nowhere on another machine', () => {
    assert.equal(pathTo('file:///okrs/a.okr', 'memfs://host/okrs/a.csv'), undefined);
    assert.equal(pathTo('memfs://one/a.okr', 'memfs://two/a.csv'), undefined);
  });

  const stay = 'write where the file is in the workspace, seen from this one, such as `metrics/uptime.csv`';
  const outside: [path: string, message: string][] = [
    ['../uptime.csv', `leads out of the workspace: ${stay}`],
    ['../acme/uptime.csv', `leads out of the workspace: ${stay}`],
    ['metrics/../../uptime.csv', `leads out of the workspace: ${stay}`],
    ['/etc/passwd', `is no place in the workspace: ${stay}`],
    ['//server/share/uptime.csv', `is no place in the workspace: ${stay}`],
    ['file:///etc/passwd', `is no place in the workspace: ${stay}`],
    ['https://example.com/uptime.csv', `is no place in the workspace: ${stay}`],
    ['C:/uptime.csv', `is no place in the workspace: ${stay}`],
    ['c:uptime.csv', `is no place in the workspace: ${stay}`],
    ['metrics\\uptime.csv', 'has a backslash: write `metrics/uptime.csv`, as it works everywhere'],
    ['..\\uptime.csv', `leads out of the workspace: ${stay}`],
    ['C:\\uptime.csv', `is no place in the workspace: ${stay}`],
    ['%2e%2e/uptime.csv', 'is encoded: write it as it is, with its dots and slashes'],
    ['..%2Fuptime.csv', 'is encoded: write it as it is, with its dots and slashes'],
    ['%252e%252e%252fuptime.csv', 'is encoded: write it as it is, with its dots and slashes'],
    ['..%5cuptime.csv', 'is encoded: write it as it is, with its dots and slashes'],
    ['.. /uptime.csv', `is no path that works everywhere: ${stay}`],
    ['.../uptime.csv', `is no path that works everywhere: ${stay}`],
    ['uptime.csv\0.okr', `is no path that works everywhere: ${stay}`],
    ['up\ud83dtime.csv', `is no path that works everywhere: ${stay}`],
    ['', `is no file: ${stay}`],
    ['.', `is no file: ${stay}`],
    ['./', `is no file: ${stay}`],
  ];
  for (const [path, message] of outside) {
    it(`${JSON.stringify(path)} is refused`, () => {
      assert.deepEqual(from('team.okr', path), { code: 'data-outside-workspace', message: `\`${path}\` ${message}` });
    });
  }

  it('in a file that is not in the workspace leads nowhere', () => {
    const message = '`a.csv` is relative to a file that is not in the workspace: save this file there first';
    for (const file of [
      'untitled:Untitled-1',
      'file:///okrs/acme-two/a.okr',
      'file://server/okrs/acme/a.okr',
      'vscode-vfs:///okrs/acme/a.okr',
      'file:////a.okr',
      '',
    ]) {
      assert.deepEqual(files.locate(file, 'a.csv'), { code: 'data-outside-workspace', message }, file);
    }
  });

  it('is the same however the workspace is spelled', () => {
    const windows = new DataFiles('file:///c%3A/my%20okrs');
    for (const file of ['file:///C:/my okrs/team.okr', 'file:///c%3A/my%20okrs/team.okr']) {
      const place = windows.locate(file, 'a.csv');
      assert.equal('uri' in place && place.uri, 'file:///c%3A/my%20okrs/a.csv');
    }
    const virtual = new DataFiles('vscode-vfs://github/acme/okrs');
    const place = virtual.locate('vscode-vfs://github/acme/okrs/growth/a.okr', '../a.csv');
    assert.equal('uri' in place && place.uri, 'vscode-vfs://github/acme/okrs/a.csv');
  });

  it('never leaves the workspace, whatever is written', () => {
    const segment = fc.oneof(
      fc.constantFrom('..', '.', '', '%2e%2e', '%2f', '\\', 'a', 'acme', 'file:', '?', '#', '.. ', '~'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 8 }), segments => {
        const place = from('growth/team.okr', segments.join('/'));
        if (!('uri' in place)) return;
        const { pathname, href } = new URL(place.uri);
        // The URL standard resolves dots, encoded ones too: what it finds must still be inside.
        assert.ok(href.startsWith(`${root}/`) && pathname.length > '/okrs/acme/'.length, href);
      }),
    );
  });
});
