/** Where blocks begin, and where things are. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Document } from '../../grammar/document.ts';

describe('grammar: document', () => {
  const blocks: readonly (readonly [name: string, parts: readonly string[]])[] = [
    ['nothing', ['']],
    ['one element', ['objective a\n  kr b\n']],
    ['two elements', ['objective a\n', 'objective b\n']],
    ['blank lines and comments stand in the block above', ['objective a\n\n# c\n  # d\n', 'objective b']],
    ['what comes before the first element', ['# c\n\n', 'objective a']],
    ['other line breaks', ['a\r\n', 'b\r', 'c\n', 'd']],
    ['anything else at the first column', ['a\n', '> b\n', ': c\n', '"d\n', '😀']],
    ['no line separators in a text', ['a: b\u2028c\u0085d\n', 'e']],
    ['a byte-order mark is no character', ['\ufeffa\n  b\n', 'c']],
    ['a byte-order mark alone', ['\ufeff\n', 'a']],
  ];
  for (const [name, parts] of blocks) {
    it(`blocks: ${name}`, () => {
      assert.deepEqual(
        new Document(parts.join('')).blocks.map(block => block.text),
        parts,
      );
    });
  }

  it('knows its lines', () => {
    const document = new Document('objective a\r\n  kr b\r\robjective c\n');
    assert.equal(document.lineCount, 5);
    assert.deepEqual(
      [-1, 0, 1, 2, 3, 4, 5].map(line => document.lineText(line)),
      ['', 'objective a', '  kr b', '', 'objective c', '', ''],
    );
    assert.equal(document.lineBreak, '\r\n');
    assert.equal(new Document('a').lineBreak, '\n');
  });

  it('moves positions that are not there back to where there is something', () => {
    const document = new Document('ab\r\ncd');
    const text = document.text;
    const at = (line: number, character: number) => {
      const { block, offset } = document.at({ line, character });
      return text.slice(0, document.offsetOf(block) + offset);
    };
    assert.equal(at(0, 99), 'ab');
    assert.equal(at(0, -1), '');
    assert.equal(at(-1, 1), '');
    assert.equal(at(1, 1), 'ab\r\nc');
    assert.equal(at(9, 0), 'ab\r\ncd');
  });

  it('lets go of trees and has them again', () => {
    const [block] = new Document('objective a\n  kr b\n').blocks;
    const { statements } = block!.tree;
    block!.release();
    assert.notEqual(block!.tree.statements, statements);
    assert.deepEqual(block!.tree.statements, statements);
  });
});
