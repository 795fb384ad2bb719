import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Report } from '../../../server/core/reports/report.ts';
import {
  type Choice,
  chosen,
  FILTERS,
  firstChoice,
  hiding,
  isFiltered,
  optionsOf,
} from '../../../server/core/views/choice.ts';
import { groupsOf } from '../../../server/core/views/groups.ts';
import { acme } from './fixtures/acme.ts';
import { cycle, initiative, keyResult, kpi, objective, report } from './fixtures/build.ts';
import { forty } from './fixtures/sizes.ts';

const small = report({
  cycle: cycle({}),
  teams: ['Growth', 'Platform'].map(title => ({
    name: title.toLowerCase(),
    title,
    score: 0.5,
    expected: 0.5,
    status: 'on-track',
    objectives: 1,
    reflections: [],
  })),
  objectives: [
    objective({
      ref: 'growth/love',
      title: 'Love',
      team: 'growth',
      owner: '@maria',
      keyResults: [
        keyResult({ ref: 'growth/love.nps', title: 'Promoters', status: 'off-track', measure: steps() }),
        keyResult({ title: 'Café visits', owner: '@li', status: 'on-track', measure: steps() }),
      ],
    }),
    objective({ title: 'Calm', team: 'platform', owner: '@li', keyResults: [keyResult({ title: 'Proud' })] }),
    objective({ title: 'Nobody’s', team: null, status: 'pending' }),
  ],
  kpis: [kpi({ title: 'Tickets', team: 'growth', owner: '@li' }), kpi({ title: 'Uptime', team: 'platform' })],
  initiatives: [
    initiative({ title: 'Cards', team: 'growth', owner: '@li', supports: ['growth/love.nps'] }),
    initiative({ title: 'Move', team: 'platform' }),
  ],
});

describe('What somebody has chosen to see', () => {
  const cases: readonly (readonly [what: string, choice: Partial<Choice>, seen: string])[] = [
    ['of a team', { team: 'platform' }, 'Calm(Proud) Uptime Move'],
    ['of no team', { team: '' }, 'Nobody’s()'],
    ['of who owns the objective, whole', { owner: '@maria' }, 'Love(Promoters,Café visits)'],
    ['of who owns a key result, that one', { owner: '@li' }, 'Love(Café visits) Calm(Proud) Tickets Cards'],
    ['of nobody', { owner: '' }, 'Nobody’s() Uptime Move'],
    ['of a status, with the work for it', { status: 'off track' }, 'Love(Promoters) Cards'],
    ['not measurable', { status: 'not measurable' }, 'Calm(Proud)'],
    ['of the status of an objective without key results', { status: 'pending' }, 'Nobody’s()'],
    ['with a word of the objective', { text: 'love' }, 'Love(Promoters,Café visits) Cards'],
    ['with words of both, in any order, without accents', { text: ' cafe LOVE' }, 'Love(Café visits)'],
    ['of an owner, with a word of the objective', { owner: '@li', text: 'love' }, 'Love(Café visits) Cards'],
    ['of two that exclude each other', { owner: '@maria', team: 'platform' }, ''],
    [
      'with nothing but spaces typed',
      { text: '  ' },
      'Love(Promoters,Café visits) Calm(Proud) Nobody’s() Tickets Uptime Cards Move',
    ],
  ];
  for (const [what, choice, expected] of cases) {
    it(what, () => assert.equal(seen(chosen(small, { ...firstChoice, ...choice })), expected));
  }

  it('is never more than there is, less with each filter, and the report itself without any', () => {
    const { team, owner, status } = optionsOf(forty);
    const one = (options: readonly { value: string }[]) =>
      fc.option(fc.constantFrom(...options.map(each => each.value)));
    fc.assert(
      fc.property(
        fc.record({ team: one(team), owner: one(owner), status: one(status), text: fc.constantFrom('', '1', 'key 2') }),
        fc.constantFrom(...FILTERS),
        (filters, filter) => {
          const choice = { ...firstChoice, ...filters };
          const wider = chosen(forty, { ...choice, [filter]: firstChoice[filter] });
          const shown = chosen(forty, choice);
          if (!isFiltered(choice)) assert.equal(shown, forty);
          for (const { title, keyResults } of shown.objectives) {
            const same = wider.objectives.find(each => each.title === title);
            assert.ok(keyResults.every(each => same?.keyResults.includes(each)));
          }
        },
      ),
    );
  });
});

describe('Which filter hides everything', () => {
  it('is the one without which something is left', () => {
    const choice = { ...firstChoice, team: 'growth', text: 'proud' };
    assert.deepEqual(hiding(small, choice), [
      { filter: 'team', objectives: 1 },
      { filter: 'text', objectives: 1 },
    ]);
    assert.deepEqual(hiding(small, { ...choice, text: 'nothing like it' }), [{ filter: 'text', objectives: 1 }]);
  });

  it('is each of them where it takes more than one', () => {
    const choice = { ...firstChoice, team: 'nowhere', owner: '@nobody' };
    assert.deepEqual(
      hiding(small, choice).map(({ filter }) => filter),
      ['team', 'owner'],
    );
  });
});

describe('What there is to choose from', () => {
  it('is what the report has, the most urgent and the named first', () => {
    const values = Object.fromEntries(
      Object.entries(optionsOf(small)).map(([name, options]) => [name, options.map(({ label }) => label)]),
    );
    assert.deepEqual(values, {
      team: ['Growth', 'Platform'],
      owner: ['@li', '@maria', 'No owner'],
      status: ['off track', 'on track', 'pending', 'not measurable'],
    });
  });
});

describe('Groups', () => {
  const titles = (some: Report, by?: 'team' | 'owner' | 'cycle') =>
    groupsOf(some, by).map(({ title, objectives }) => `${title}: ${objectives.map(each => each.objective.title)}`);

  it('of teams are in the report’s order, what is in none of them last', () => {
    assert.deepEqual(titles(small), ['Growth: Love', 'Platform: Calm', 'null: Nobody’s']);
  });
  it('of owners are by name, what nobody owns last', () => {
    assert.deepEqual(titles(small, 'owner'), ['@li: Calm', '@maria: Love', 'No owner: Nobody’s']);
  });
  it('of cycles are the report’s own, then those it serves, each with how it stands', () => {
    const year = {
      cycle: { ...small.cycle, id: '2026', title: 'The year', score: 0.3 },
      objectives: [objective({ title: 'Grow' })],
    };
    const groups = groupsOf(small, 'cycle', [year]);
    assert.deepEqual(
      groups.map(
        ({ title, score, objectives }) => `${title} ${score}: ${objectives.map(each => each.objective.title)}`,
      ),
      ['Peak season 2026-Q4 null: Love,Calm,Nobody’s', 'The year 2026 0.3: Grow'],
    );
    const ids = groups.flatMap(({ objectives }) => objectives.map(({ id }) => id));
    assert.equal(new Set(ids).size, 4, 'each has an id of its own');
    assert.deepEqual(groupsOf({ ...small, objectives: [] }, 'cycle', [{ ...year, objectives: [] }]), []);
  });
  it('of one team need no heading', () => {
    assert.equal(groupsOf(acme)[0]?.title, null);
  });
});

function seen({ objectives, kpis, initiatives }: Report): string {
  const goals = objectives.map(({ title, keyResults }) => `${title}(${keyResults.map(each => each.title)})`);
  return [...goals, ...[...kpis, ...initiatives].map(({ title }) => title)].join(' ');
}

function steps() {
  return { kind: 'milestones', done: 1, total: 2, steps: [] } as const;
}
