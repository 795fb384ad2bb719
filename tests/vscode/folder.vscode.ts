import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { type Fault, isBranch, Tree } from '../../client/start/folder/tree.ts';

describe('the folder in memory', () => {
  const text = (content: string) => new TextEncoder().encode(content);
  let clock = 0;
  let tree: Tree;

  beforeEach(() => {
    tree = new Tree(() => ++clock);
    tree.makeFolder('/company/growth');
    tree.write('/company/okr.json', text('{}'));
    tree.write('/company/growth/q4.okr', text('objective'));
  });

  const read = (path: string) => new TextDecoder().decode(tree.file(path).content);
  const faults = (fault: Fault, act: () => unknown) => assert.throws(act, { fault });

  it('lists the files below a folder', () => {
    assert.deepEqual(tree.files('/company'), ['/company/growth/q4.okr', '/company/okr.json']);
    assert.deepEqual(tree.files('/company/growth/'), ['/company/growth/q4.okr']);
  });

  it('keeps when a file was created, and moves on when it changed', () => {
    const { created, changed } = tree.file('/company/okr.json');
    assert.equal(tree.write('/company/okr.json', text('{ }')), false);
    assert.equal(read('/company/okr.json'), '{ }');
    assert.equal(tree.file('/company/okr.json').created, created);
    assert.ok(tree.file('/company/okr.json').changed > changed);
  });

  it('moves a folder with what is in it', () => {
    tree.move('/company/growth', '/company/sales');
    assert.equal(read('/company/sales/q4.okr'), 'objective');
    assert.ok(!tree.has('/company/growth'));
  });

  it('makes the folders above one', () => {
    tree.makeFolder('/company/a/b/c');
    assert.ok(isBranch(tree.find('/company/a/b')));
  });

  it('says what is wrong as a file system does', () => {
    faults('FileNotFound', () => tree.file('/company/none.okr'));
    faults('FileNotFound', () => tree.write('/company/none/q4.okr', text('')));
    faults('FileNotFound', () => tree.remove('/company/none'));
    faults('FileNotFound', () => tree.find('/company/okr.json/below'));
    faults('FileIsADirectory', () => tree.file('/company/growth'));
    faults('FileIsADirectory', () => tree.write('/company/growth', text('')));
    faults('FileNotADirectory', () => tree.folder('/company/okr.json'));
    faults('FileExists', () => tree.makeFolder('/company/okr.json/below'));
  });

  it('keeps to itself what looks like a way out', () => {
    faults('FileNotFound', () => tree.file('/company/../../etc/passwd'));
    faults('FileNotFound', () => tree.find('/__proto__'));
  });
});
