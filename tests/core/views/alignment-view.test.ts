/** The alignment as a drawing and as lists. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { AlignedObjective, Alignment, AlignmentTie } from '../../../server/core/reports/alignment.ts';
import { type Branch, branchesOf, onlyFirst } from '../../../server/core/reports/alignment-tree.ts';
import { layoutAlignment } from '../../../server/core/views/alignment/layout.ts';
import { AlignmentMap } from '../../../server/core/views/alignment/map.ts';
import { type AlignmentForm, AlignmentView } from '../../../server/core/views/alignment/view.ts';
import { renderHtmlReport } from '../../../server/core/views/html-report.ts';
import { acme } from './fixtures/acme.ts';

const objective = (key: string, more: Partial<AlignedObjective> = {}): AlignedObjective => ({
  key,
  ref: `growth/${key}`,
  title: `Title of ${key}`,
  team: 'growth',
  teamTitle: 'Growth',
  cycle: '2026-Q4',
  owner: '@ana',
  score: 0.42,
  status: 'on-track',
  verdict: null,
  place: { uri: 'file:///w/a.okr', line: 7 },
  ...more,
});
const tie = (from: string, relation: AlignmentTie['relation'], to: string, ...through: string[]): AlignmentTie => ({
  from,
  to,
  relation,
  through,
});
const alignment = (keys: string, ...ties: AlignmentTie[]): Alignment => ({
  today: '2026-11-21',
  objectives: keys.split(' ').map(key => objective(key)),
  ties,
});

const small: Alignment = {
  ...alignment('', tie('b', 'supports', 'a', 'Referrals'), tie('b', 'needs', 'c')),
  objectives: [
    objective('a'),
    objective('b', { status: 'blocked' }),
    objective('c', { status: 'dropped', score: null }),
  ],
};

function draw(shown: Alignment, form: AlignmentForm): string {
  const layout = layoutAlignment(
    shown.objectives.map(({ key }) => key),
    shown.ties,
  );
  return renderToString(h(AlignmentView, { alignment: shown, layout, form }));
}

describe('The map of an alignment', () => {
  it('leads from each objective to its line, and says how it stands in a word', () => {
    const boxes = draw(small, 'map').match(/<button type="button" class="box.*?<\/button>/gs) ?? [];
    assert.equal(boxes.length, 3);
    for (const box of boxes) assert.match(box, /data-uri="file:\/\/\/w\/a.okr" data-line="7"/);
    const standings = boxes.map(box => [/class="box (\w+)/.exec(box)?.[1], /class="text">([^<]+)/.exec(box)?.[1]]);
    assert.deepEqual(standings, [
      ['good', 'on track'],
      ['bad', 'blocked'],
      ['quiet', 'dropped'],
    ]);
  });

  it('draws what needs otherwise than what supports', () => {
    const lines = [...draw(small, 'map').matchAll(/<path class="tie (\w+)" d="[^"]+" marker-end="([^"]+)"/g)];
    assert.deepEqual(
      lines.map(([, relation, arrow]) => [relation, arrow]),
      [
        ['supports', 'url(#arrow-supports)'],
        ['needs', 'url(#arrow-needs)'],
      ],
    );
  });

  it('on paper is all there, and leads nowhere', () => {
    const layout = layoutAlignment(['a', 'b', 'c'], small.ties);
    const scene = { today: '2026-11-21', start: null, end: null, cycle: null, over: false, live: false, mark: null };
    const html = renderToString(h(AlignmentMap, { alignment: small, layout, scene }));
    assert.match(html, /^<svg class="alignment-map" width="\d+" height="\d+" viewBox="-48 -48 \d+ \d+"/);
    assert.doesNotMatch(html, /<button|data-line/);
  });

  it('says how many there are, and how many are tied to no other', () => {
    assert.match(draw(small, 'map'), /3 objectives of 1 team, 1 of them tied to no other/);
  });

  it('says what to do where there is none', () => {
    assert.match(draw({ ...small, objectives: [], ties: [] }, 'map'), /No objectives in this cycle yet/);
  });
});

describe('The list of an alignment', () => {
  /** `a (b (c), d)` */
  const inWords = (branches: readonly Branch[]): string =>
    branches
      .map(({ objective: { key }, supporters, again }) => {
        const below = supporters.length > 0 ? ` (${inWords(supporters)})` : '';
        return `${key}${again ? ' again' : ''}${below}`;
      })
      .join(', ');
  const cases: readonly [what: string, shown: Alignment, words: string][] = [
    [
      'has supporters under what they support',
      alignment('a b c d', tie('b', 'supports', 'a'), tie('c', 'supports', 'b'), tie('d', 'supports', 'a')),
      'a (b (c), d)',
    ],
    [
      'has one that supports two under both, and its own supporters once',
      alignment('a b c d', tie('c', 'supports', 'a'), tie('c', 'supports', 'b'), tie('d', 'supports', 'c')),
      'a (c (d)), b (c again)',
    ],
    [
      'goes through a circle once',
      alignment('a b c', tie('a', 'supports', 'b'), tie('b', 'supports', 'c'), tie('c', 'supports', 'a')),
      'a (c (b (a again)))',
    ],
    ['leaves none out', alignment('a b', tie('a', 'needs', 'b')), 'a, b'],
  ];
  for (const [what, shown, words] of cases) it(what, () => assert.equal(inWords(branchesOf(shown)), words));

  it('is as deep as any organisation, and no deeper', () => {
    const keys = Array.from({ length: 5000 }, (_, index) => `o${index}`);
    const chain = alignment(keys.join(' '), ...keys.slice(1).map((key, index) => tie(key, 'supports', `o${index}`)));
    const depth = (branches: readonly Branch[]): number =>
      branches.length === 0 ? 0 : 1 + Math.max(...branches.map(({ supporters }) => depth(supporters)));
    const count = (branches: readonly Branch[]): number =>
      branches.reduce((sum, { supporters }) => sum + 1 + count(supporters), 0);
    assert.equal(depth(branchesOf(chain)), 41);
    assert.equal(count(branchesOf(chain)), 5000);
  });

  it('has each only where it is first, where that is wanted', () => {
    const two = alignment('a b c', tie('c', 'supports', 'a'), tie('c', 'supports', 'b'));
    assert.equal(inWords(onlyFirst(branchesOf(two))), 'a (c), b');
  });

  it('says through what, and what is needed', () => {
    const text = draw(small, 'list').replace(/<[^>]+>/g, '');
    assert.ok(text.includes('on track · Growth · 2026-Q4 · @ana'));
    assert.ok(text.includes('through Referrals'));
    assert.ok(text.includes('needs Title of c'));
  });
});

describe('The alignment in a report', () => {
  const report = (shown: Alignment | null) => renderHtmlReport(acme, shown);
  const text = (html: string) => html.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, ' ');

  it('is a map of what is tied, and the same as a list', () => {
    const html = report({ ...small, objectives: [...small.objectives, objective('d')] });
    assert.equal(html.match(/class="box /g)?.length, 2);
    const list = html.slice(
      html.indexOf('The same as a list'),
      html.indexOf('</section>', html.indexOf('The same as a list')),
    );
    assert.match(text(list), /Title of a .* Title of b .* through\s+Referrals/);
    assert.match(text(html), /2 objectives; 2 more support nothing, and nothing supports them/);
    assert.match(html, /<a href="#alignment">Alignment<\/a>/);
    assert.doesNotMatch(html, /<script|<button/);
  });

  it('is not there where nothing is aligned', () => {
    for (const none of [null, alignment('a b'), alignment('a b', tie('a', 'needs', 'b'))])
      assert.doesNotMatch(report(none), /id="alignment"|#alignment/);
  });

  it('lets no text of a file out of its place', () => {
    const evil = '</style></svg><img src=x onerror=alert(1)>"';
    const html = report({
      ...small,
      objectives: small.objectives.map(each => ({ ...each, title: evil, owner: evil })),
    });
    assert.doesNotMatch(html, /<img/);
  });
});
