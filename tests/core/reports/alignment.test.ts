/** Who supports whom, as it is read from a workspace. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { type Alignment, alignmentOf } from '../../../server/core/reports/alignment.ts';
import { type Opened, open, openSample } from './workspaces.ts';

const aligned = ({ workspace, standings }: Opened, cycle: string | null) =>
  alignmentOf(workspace, standings, { cycle });

/** `growth/love in 2026-Q4 supports company/grow in 2026 through Referrals` */
const sentences = ({ ties }: Alignment) =>
  ties.map(({ from, to, relation, through }) =>
    [from, relation, to, ...(through.length > 0 ? ['through', through.join(' + ')] : [])].join(' '),
  );
const keys = ({ objectives }: Alignment) => objectives.map(({ key }) => key);

const files = {
  'company.okr': `team company: Acme
cycle 2026
objective grow: Grow
  kr referrals: Referrals
    from 10 to 20
objective rest: Rest`,
  'growth.okr': `team growth: Growth
  parent company
cycle 2026-Q3
objective love: Love, before
  supports grow
cycle 2026-Q4
objective love: Love
  owner @maria
  kr nps: NPS
    from 32 to 50
    supports company/grow.referrals
  kr tickets: Tickets
    from 9 to 3
    supports company/grow
    needs platform/access: Nobody can sign in`,
  'platform.okr': `team platform
cycle 2026-Q4
objective access: Access`,
};

describe('The alignment', () => {
  const opened = open(files);

  it('of a quarter has the year that it serves, and no other quarter', () => {
    const quarter = aligned(opened, '2026-Q4');
    assert.deepEqual(keys(quarter), ['company/grow in 2026', 'growth/love in 2026-Q4', 'platform/access in 2026-Q4']);
    assert.deepEqual(sentences(quarter), [
      'growth/love in 2026-Q4 supports company/grow in 2026 through NPS + Tickets',
      'growth/love in 2026-Q4 needs platform/access in 2026-Q4 through Tickets',
    ]);
  });

  it('of a year has its quarters', () => {
    assert.deepEqual(keys(aligned(opened, '2026')), [
      'company/grow in 2026',
      'company/rest in 2026',
      'growth/love in 2026-Q3',
      'growth/love in 2026-Q4',
    ]);
  });

  it('says how each objective stands, whose it is and where it is written', () => {
    const { key, place, ...love } = aligned(opened, '2026-Q4').objectives[1]!;
    assert.equal(key, 'growth/love in 2026-Q4');
    assert.deepEqual(place, { uri: 'file:///w/growth.okr', line: 6 });
    assert.deepEqual(love, {
      ref: 'growth/love',
      title: 'Love',
      team: 'growth',
      teamTitle: 'Growth',
      cycle: '2026-Q4',
      owner: '@maria',
      score: 0,
      status: 'pending',
      verdict: null,
    });
  });

  it('keeps apart what is called the same, and what has no name', () => {
    const same = open('cycle 2026-Q4\nobjective a: A\nobjective a: A\nobjective: B\nobjective: B\n');
    assert.equal(new Set(keys(aligned(same, '2026-Q4'))).size, 4);
  });

  it('goes through circles once, and ties nothing to itself', () => {
    const circle = open('cycle 2026-Q4\nobjective a: A\n  supports b, a\nobjective b: B\n  supports a\n');
    assert.deepEqual(sentences(aligned(circle, '2026-Q4')), [
      'a in 2026-Q4 supports b in 2026-Q4',
      'b in 2026-Q4 supports a in 2026-Q4',
    ]);
  });

  it('of the sample company leads from the teams to the year', () => {
    const { ties, objectives } = aligned(openSample('company'), '2026-Q4');
    const yearly = objectives.filter(({ cycle }) => cycle === '2026').map(({ key }) => key);
    assert.ok(yearly.length > 0);
    for (const key of yearly) assert.ok(ties.some(({ to }) => to === key));
  });

  it('has each objective once, and every tie between two of them', () => {
    const name = fc.constantFrom(...'abcdefgh');
    const line = fc.oneof(
      name.map(to => `  supports ${to}`),
      name.map(to => `  needs ${to}: Why`),
      name.map(to => `  kr: K\n    supports ${to}`),
    );
    const objective = fc
      .tuple(name, fc.constantFrom('2026', '2026-Q3', '2026-Q4'), fc.array(line, { maxLength: 4 }))
      .map(([own, cycle, lines]) => [`objective ${own}: ${own}`, `  cycle ${cycle}`, ...lines].join('\n'));
    fc.assert(
      fc.property(fc.array(objective, { maxLength: 12 }), objectives => {
        const workspace = open(`${objectives.join('\n')}\n`);
        for (const cycle of ['2026', '2026-Q4']) {
          const alignment = aligned(workspace, cycle);
          const known = new Set(keys(alignment));
          assert.equal(known.size, alignment.objectives.length);
          const places = new Set(alignment.objectives.map(({ place }) => place.line));
          assert.equal(places.size, known.size);
          for (const { from, to } of alignment.ties) assert.ok(known.has(from) && known.has(to) && from !== to);
          const said = alignment.ties.map(({ from, to, relation }) => JSON.stringify([from, relation, to]));
          assert.equal(new Set(said).size, said.length);
        }
      }),
      { numRuns: 200 },
    );
  });
});
