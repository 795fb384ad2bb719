/** What the tree, the list to go somewhere, the status bar and a copied link say. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cycleText, cycleTooltip } from '../../client/features/cycle/cycle-texts.ts';
import { destinations } from '../../client/features/go-to/choices.ts';
import { markdownLink } from '../../client/features/link/markdown-link.ts';
import {
  contextOf,
  descriptionOf,
  groupDescription,
  labelOf,
  lookOf,
  spoken,
} from '../../client/features/outline/looks.ts';
import { nodeAt, nodesOf } from '../../client/features/outline/nodes.ts';
import { reportArgument } from '../../client/features/report/argument.ts';
import { placeArgument } from '../../client/place-argument.ts';
import { whenQuiet } from '../../client/when-quiet.ts';
import type { OutlineGroup, OutlineItem, TodayAnswer } from '../../server/core/requests/outline.ts';

const uri = 'file:///w/a.okr';
const nps: OutlineItem = {
  kind: 'key result',
  id: 'nps',
  ref: 'growth/love.nps',
  title: 'Raise our NPS',
  score: '0.56',
  status: 'at-risk',
  standing: '▲ at risk',
  owner: '@li',
  teamTitle: 'Growth',
  cycle: '2026-Q4',
  place: { uri, line: 5 },
  character: 10,
  lastLine: 8,
  items: [],
};
const love: OutlineItem = {
  ...nps,
  kind: 'objective',
  id: 'love',
  title: 'Love',
  place: { uri, line: 3 },
  lastLine: 8,
  items: [nps],
};
const growth: OutlineGroup = {
  id: 'growth',
  title: 'Growth',
  score: '0.56',
  status: null,
  current: true,
  items: [love],
};

describe('A line of the tree', () => {
  it('says score and owner, or its word where it has no score', () => {
    assert.equal(labelOf(nps), '0.56  Raise our NPS');
    assert.equal(descriptionOf(nps), '@li');
    const dropped: OutlineItem = { ...nps, score: null, standing: '– dropped', owner: null };
    assert.equal(labelOf(dropped), 'Raise our NPS');
    assert.equal(descriptionOf(dropped), '– dropped');
    assert.equal(descriptionOf({ ...nps, kind: 'kpi', score: '371 tickets' }), '371 tickets · @li');
  });
  it('has above it the score of its group, or how many stand alike', () => {
    assert.equal(groupDescription(growth), '0.56');
    assert.equal(groupDescription({ ...growth, score: null }), '');
    assert.equal(groupDescription({ ...growth, score: null, status: 'blocked' }), '1');
  });
  it('has a shape of its own for each status that asks for something else, whatever its colour', () => {
    const shapes = (
      ['on-track', 'at-risk', 'off-track', 'blocked', 'pending', 'done', 'dropped', 'ended'] as const
    ).map(status => lookOf(status).icon);
    assert.equal(new Set(shapes).size, shapes.length);
  });
  it('is read aloud without its signs', () => {
    assert.equal(spoken(nps), 'key result Raise our NPS, 0.56, at risk, owner @li');
    assert.equal(contextOf(nps), 'okr.keyResult');
  });
  it('is found by the line of the cursor, the innermost first', () => {
    const nodes = nodesOf([growth]);
    assert.equal(nodeAt(nodes, uri, 6)?.item.title, 'Raise our NPS');
    assert.equal(nodeAt(nodes, uri, 4)?.item.title, 'Love');
    assert.equal(nodeAt(nodes, uri, 4)?.parent, nodes[0]);
    assert.equal(nodeAt(nodes, uri, 9), undefined);
    assert.equal(nodeAt(nodes, 'file:///w/b.okr', 4), undefined);
  });
});

describe('The list of objectives', () => {
  it('has key results too, found by owner, team, cycle and reference', () => {
    assert.deepEqual(
      destinations([growth]).map(({ label }) => label),
      ['$(warning) Love', '$(warning) Raise our NPS'],
    );
    const [, second] = destinations([growth]);
    assert.equal(second?.description, '0.56 · growth/love.nps');
    assert.equal(second?.detail, 'Key result · at risk · @li · Growth · 2026-Q4');
  });
});

describe('The status bar', () => {
  const cycle: NonNullable<TodayAnswer['cycle']> = {
    id: '2026-Q4',
    title: 'Peak season',
    elapsed: 0.56,
    score: 0.35,
    standing: '▲ at risk',
    daysLeft: 40,
    uri,
  };
  it('says which cycle runs, how much of it is gone, and the score', () => {
    assert.equal(cycleText(cycle), '2026-Q4 · 56% of the time · 0.35');
    assert.equal(cycleText({ ...cycle, elapsed: 1 }), '2026-Q4 · over · 0.35');
    assert.equal(cycleText({ ...cycle, elapsed: null, score: null }), '2026-Q4');
  });
  it('says the rest to who points at it', () => {
    assert.equal(
      cycleTooltip(cycle),
      '2026-Q4 Peak season\nScore 0.35, ▲ at risk · 40 days left\nClick to open the preview',
    );
    assert.equal(
      cycleTooltip({ ...cycle, title: '', score: null, daysLeft: null }),
      '2026-Q4\nClick to open the preview',
    );
  });
});

describe('A copied link', () => {
  it('is Markdown that shows the title, whatever is in it', () => {
    assert.equal(markdownLink('Raise our NPS', 'growth/2026-Q4.okr', 16), '[Raise our NPS](growth/2026-Q4.okr#L17)');
    assert.equal(markdownLink('A [b] *c*', 'my team/a(1).okr', 0), '[A \\[b\\] \\*c\\*](my%20team/a%281%29.okr#L1)');
  });
});

describe('What a command is called for', () => {
  it('is a place of a lens, a line of the tree, or a file of a menu', () => {
    assert.deepEqual(placeArgument({ uri, line: 4 }), { uri, line: 4 });
    assert.deepEqual(placeArgument({ uri, cycle: '2026-Q4' }), { uri, line: undefined });
    assert.deepEqual(placeArgument(nodesOf([growth])[0]?.children[0]), { uri, line: 3 });
    assert.deepEqual(placeArgument({ scheme: 'file', path: '/w/a.okr', toString: () => uri }), {
      uri,
      line: undefined,
    });
  });
  it('is nothing where it is not understood', () => {
    for (const argument of [undefined, null, 'file:///w/a.okr', 7, {}, { uri: 7 }, { uri: '' }, nodesOf([growth])[0]])
      assert.equal(placeArgument(argument), undefined);
    assert.deepEqual(placeArgument({ uri, line: -1 }), { uri, line: undefined });
  });
  it('is a report of a file and a cycle, and asks what is not known', () => {
    assert.deepEqual(reportArgument({ uri, cycle: '2026-Q4' }), { uri, cycle: '2026-Q4' });
    assert.deepEqual(reportArgument({ scheme: 'file', toString: () => uri }), {});
    assert.deepEqual(reportArgument(undefined), {});
  });
});

describe('When it is quiet', () => {
  it('a task runs once for many that asked, and not for those who changed their mind', async () => {
    let runs = 0;
    const { ask, cancel } = whenQuiet(5, () => runs++);
    ask();
    ask();
    await new Promise(done => setTimeout(done, 30));
    assert.equal(runs, 1);
    ask();
    cancel();
    await new Promise(done => setTimeout(done, 30));
    assert.equal(runs, 1);
  });
});
