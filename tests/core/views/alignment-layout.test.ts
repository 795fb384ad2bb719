/** Where the objectives of an alignment stand. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { AlignmentTie } from '../../../server/core/reports/alignment.ts';
import { BOX } from '../../../server/core/views/alignment/box.ts';
import { type AlignmentLayout, layoutAlignment } from '../../../server/core/views/alignment/layout.ts';

const supports = (from: string, to: string): AlignmentTie => ({ from, to, relation: 'supports', through: [] });
const needs = (from: string, to: string): AlignmentTie => ({ from, to, relation: 'needs', through: [] });
const named = (count: number) => Array.from({ length: count }, (_, index) => `o${index}`);

/** Where a path begins and where it ends. */
function endsOf(path: string): [start: [number, number], end: [number, number]] {
  const start = /^M(\S+) (\S+?)(?=[A-Z])/.exec(path);
  let [x, y] = [Number(start?.[1]), Number(start?.[2])];
  const from: [number, number] = [x, y];
  for (const [, command, numbers = ''] of path.slice(1).matchAll(/([A-Z])([^A-Z]*)/g)) {
    const all = numbers.split(' ').map(Number);
    if (command === 'H') x = all[0]!;
    else if (command === 'V') y = all[0]!;
    else [x, y] = [all.at(-2)!, all.at(-1)!];
  }
  return [from, [x, y]];
}

const isOnEdge = ([x, y]: [number, number], box: { x: number; y: number }): boolean => {
  const [right, bottom] = [box.x + BOX.width, box.y + BOX.height];
  const inside = x >= box.x && x <= right && y >= box.y && y <= bottom;
  return inside && (x === box.x || x === right || y === box.y || y === bottom);
};

function check(keys: readonly string[], ties: readonly AlignmentTie[], layout: AlignmentLayout): void {
  assert.equal(layout.boxes.length, keys.length);
  assert.equal(layout.paths.length, ties.length);
  for (const [index, box] of layout.boxes.entries()) {
    assert.ok(Number.isFinite(box.x) && Number.isFinite(box.y), JSON.stringify(box));
    assert.ok(box.x >= 0 && box.y >= 0 && box.x + BOX.width <= layout.width && box.y + BOX.height <= layout.height);
    for (const other of layout.boxes.slice(index + 1))
      assert.ok(
        Math.abs(other.x - box.x) >= BOX.width || Math.abs(other.y - box.y) >= BOX.height,
        `${JSON.stringify([box, other])} overlap`,
      );
  }
  for (const [index, { from, to }] of ties.entries()) {
    const path = layout.paths[index]!;
    assert.doesNotMatch(path, /NaN|undefined|Infinity/);
    const [start, end] = endsOf(path);
    assert.ok(isOnEdge(start, layout.boxes[keys.indexOf(from)]!), `${path} begins elsewhere`);
    assert.ok(isOnEdge(end, layout.boxes[keys.indexOf(to)]!), `${path} ends elsewhere`);
  }
}

describe('The layout of an alignment', () => {
  it('of nothing takes no room', () => {
    assert.deepEqual(layoutAlignment([], []), { width: 0, height: 0, boxes: [], paths: [], looseTop: null });
  });

  it('has those that are supported above their supporters, level by level', () => {
    const ties = [supports('team', 'department'), supports('department', 'company')];
    const { boxes } = layoutAlignment(['team', 'department', 'company'], ties);
    assert.deepEqual(
      boxes.map(({ y }) => y),
      [312, 156, 0],
    );
  });

  it('stands those side by side below each other that support the same and that nobody supports', () => {
    const keys = named(6);
    const { boxes, width } = layoutAlignment(
      keys,
      keys.slice(1).map(key => supports(key, 'o0')),
    );
    assert.equal(new Set(boxes.slice(1).map(({ x }) => x)).size, 1);
    assert.ok(width < 2 * BOX.width);
  });

  it('has what is tied to nothing below all the rest', () => {
    const { boxes, looseTop } = layoutAlignment(['alone', 'a', 'b'], [supports('a', 'b')]);
    assert.equal(boxes[0]?.y, looseTop);
    assert.ok(boxes.slice(1).every(({ y }) => y + BOX.height < (looseTop ?? 0)));
  });

  it('draws circles, needs, and a tie to itself if there is one', () => {
    const keys = named(4);
    const ties = [
      supports('o0', 'o1'),
      supports('o1', 'o0'),
      supports('o2', 'o2'),
      needs('o0', 'o3'),
      needs('o3', 'o0'),
      needs('o1', 'o3'),
    ];
    check(keys, ties, layoutAlignment(keys, ties));
  });

  it('has every objective and every tie, and no two objectives on one spot', () => {
    const graph = fc.nat({ max: 24 }).chain(last => {
      const end = fc.nat({ max: last }).map(index => `o${index}`);
      const tie = fc.tuple(end, end, fc.boolean()).map(([from, to, isNeed]) => (isNeed ? needs : supports)(from, to));
      const ties = fc.uniqueArray(tie, { maxLength: 40, selector: each => JSON.stringify(each) });
      return fc.tuple(fc.constant(named(last + 1)), ties);
    });
    fc.assert(
      fc.property(graph, ([keys, ties]) => check(keys, ties, layoutAlignment(keys, ties))),
      { numRuns: 300 },
    );
  });

  it('of 300 objectives on three levels is neither a ribbon nor a tower', () => {
    const keys = named(300);
    const ties = keys.flatMap((key, index) =>
      index < 4 ? [] : [supports(key, index < 34 ? `o${index % 4}` : `o${4 + (index % 30)}`)],
    );
    const layout = layoutAlignment(keys, ties);
    check(keys, ties, layout);
    const proportion = layout.width / layout.height;
    assert.ok(proportion > 0.6 && proportion < 3, `${layout.width} × ${layout.height}`);
  });
});
