import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Block } from '../../../grammar/document.ts';
import type { Data, Objective } from '../../../grammar/tree.ts';
import { canBeWritten, writtenName } from '../../../server/core/data/written-name.ts';

function readBack(name: string): unknown {
  const { statements } = new Block(
    `objective o: O\n  kr k: K\n    data a.csv column n where c = ${writtenName(name)}\n`,
  ).tree;
  const data = (statements[0] as Objective).body.flatMap(each => ('body' in each ? each.body : []))[0] as Data;
  return data.where[0]?.value.text;
}

describe('A name in a data file, as a line writes it', () => {
  it('is read back, in quotes where it must', () => {
    assert.equal(writtenName('EU'), 'EU');
    assert.equal(writtenName('North America'), '"North America"');
    const words = [
      'sum',
      'and',
      'where',
      'date',
      'column',
      'decimal',
      '2026',
      '2026-10-31',
      '-',
      '=',
      'a:b',
      '# a',
      '?',
    ];
    for (const word of words) assert.equal(readBack(word), word);
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }).filter(canBeWritten), name => readBack(name) === name));
  });
});
