/** What differs between two revisions of a workspace. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { fromIso } from '../../../server/core/calendar/day.ts';
import { openWorkspace } from '../../../server/core/open-workspace.ts';
import { changeInWords } from '../../../server/core/revisions/change-words.ts';
import { checkInsInWords } from '../../../server/core/revisions/check-in-words.ts';
import { compareWorkspaces } from '../../../server/core/revisions/compare.ts';
import type { ElementDifference, WorkspaceDifference } from '../../../server/core/revisions/difference.ts';
import { elementsOf, figureInWords, goalpostsMoved, lookOf } from '../../../server/core/revisions/standing-words.ts';

const today = '2026-11-21';
const writer = { today, plain: (text: string) => text };

type Files = Readonly<Record<string, string>>;

function side(files: Files) {
  const { workspace, standings } = openWorkspace('file:///w', fromIso(today) as number);
  for (const [name, text] of Object.entries(files)) workspace.setFile(`file:///w/${name}`, text, false);
  return { workspace, standings };
}

function compare(before: Files | string, after: Files | string): Omit<WorkspaceDifference, 'folder'> {
  const files = (each: Files | string) => (typeof each === 'string' ? { 'a.okr': each } : each);
  return compareWorkspaces(side(files(before)), side(files(after)));
}

/** One line an element that differs, and one below it for each thing that is said. */
function said(before: Files | string, after: Files | string): string[] {
  return elementsOf(compare(before, after)).flatMap(element => [
    [{ added: '+', removed: '-', changed: '~', same: '=' }[element.what], element.title, ...standing(element)].join(
      ' ',
    ),
    ...element.changes.map(change => `    ${changeInWords(change, writer)}`),
    ...checkInsInWords(element, writer).map(text => `    ${text}`),
  ]);
}

function standing(element: ElementDifference): string[] {
  const { before, after } = element;
  if (after === null) return [];
  const [was, is] = [before ?? after, after].map(each => lookOf(each).word);
  return [figureInWords(element, writer), was === is ? '' : `${was} → ${is}`].filter(text => text !== '');
}

const okrs = (
  keyResults: string,
  heading = 'team growth\ncycle 2026-Q4\n\nobjective love: Customers love us\n  owner @ana\n',
) => `${heading}${keyResults}`;
const nps = okrs(`  kr nps: Raise our score
    from 30 to 50 points
    checkin 2026-11-06 38 points confidence 6/10
`);
const tickets = `  kr tickets: Cut recurring tickets
    from 400 to 300
    checkin 2026-11-06 350
`;

describe('okr diff, of a key result', () => {
  const cases: readonly (readonly [what: string, from: string, to: string, lines: readonly string[]])[] = [
    [
      'a check-in moves its score and its objective',
      nps,
      `${nps}    checkin 2026-11-20 44 points confidence 7/10: Waiting times are down\n`,
      [
        '= Customers love us 0.40 → 0.70',
        '~ Raise our score 0.40 → 0.70',
        '    check-in of 20 Nov: 44 points, 7/10, “Waiting times are down”',
      ],
    ],
    [
      'several check-ins are counted, and the newest is told',
      nps,
      `${nps}    checkin 2026-11-13 39 points\n    checkin 2026-11-20 40 points\n`,
      ['= Customers love us 0.40 → 0.50', '~ Raise our score 0.40 → 0.50', '    2 check-ins, newest 20 Nov: 40 points'],
    ],
    [
      'a check-in that was rewritten is told',
      nps,
      nps.replace('38 points', '42 points'),
      [
        '= Customers love us 0.40 → 0.60',
        '~ Raise our score 0.40 → 0.60',
        '    check-in of 6 Nov rewritten: was 38 points, 6/10, is 42 points, 6/10',
      ],
    ],
    [
      'a target that is changed where it stands',
      nps,
      nps.replace('to 50', 'to 40'),
      ['= Customers love us 0.40 → 0.80', '~ Raise our score 0.40 → 0.80', '    target 50 → 40 points, in place'],
    ],
    [
      'a baseline that is changed where it stands',
      nps,
      nps.replace('from 30', 'from 34'),
      [
        '= Customers love us 0.40 → 0.25 on track → at risk',
        '~ Raise our score 0.40 → 0.25 on track → at risk',
        '    baseline 30 → 34 points, in place',
      ],
    ],
    [
      'a target that a line moves, and why',
      nps,
      `${nps}    target 2026-11-16 46 points by @li: Fewer people answer\n`,
      [
        '= Customers love us 0.40 → 0.50',
        '~ Raise our score 0.40 → 0.50',
        '    target 50 → 46 points on 16 Nov: Fewer people answer (@li)',
      ],
    ],
    [
      'another owner, another name and another wording',
      nps,
      nps.replace('kr nps: Raise our score', 'kr score: Raise our score a lot\n    owner @li'),
      [
        '= Customers love us 0.40',
        '~ Raise our score a lot 0.40',
        '    reworded, was “Raise our score”',
        '    renamed from nps to score',
        '    owner @li',
      ],
    ],
    [
      'what is dropped, and why',
      nps,
      `${nps}    dropped 2026-11-16: We learned enough\n`,
      [
        '= Customers love us 0.40 → – on track → pending',
        '~ Raise our score 0.40 → – on track → dropped',
        '    dropped on 16 Nov: We learned enough',
      ],
    ],
    [
      'what is resumed',
      `${nps}    dropped 2026-11-09\n`,
      `${nps}    dropped 2026-11-09\n    resumed 2026-11-16: There is time again\n`,
      [
        '= Customers love us – → 0.40 pending → on track',
        '~ Raise our score – → 0.40 dropped → on track',
        '    resumed on 16 Nov: There is time again',
      ],
    ],
    [
      'one that is new, one that is gone',
      nps + tickets,
      `${nps}  kr reviews: Reviews in the shop\n    to 100 reviews\n`,
      ['= Customers love us 0.45 → 0.20 on track → off track', '+ Reviews in the shop 0.00', '- Cut recurring tickets'],
    ],
    [
      'steps that are done, due on another day, and gone',
      okrs(
        '  kr tool: The tool is out\n    milestone due 2026-10-15: Pilot\n    milestone due 2026-11-30: Everyone\n    milestone: Party\n',
      ),
      okrs(
        '  kr tool: The tool is out\n    milestone due 2026-10-15 done 2026-10-12: Pilot\n    milestone due 2026-12-15: Everyone\n',
      ),
      [
        '= Customers love us 0.00 → 0.50 off track → on track',
        '~ The tool is out 0.00 → 0.50 off track → on track',
        '    step taken out: Party',
        '    step Pilot: due 15 Oct → done 12 Oct',
        '    step Everyone: due 30 Nov → due 15 Dec',
      ],
    ],
  ];
  for (const [what, from, to, lines] of cases) it(what, () => assert.deepEqual(said(from, to), lines));

  it('a target is a goalpost where no line says when and why', () => {
    const moved = (after: string) => goalpostsMoved(compare(nps, after)).map(({ change }) => change.what);
    assert.deepEqual(moved(nps.replace('to 50', 'to 44')), ['target']);
    assert.deepEqual(moved(`${nps}    target 2026-11-16 44 points\n`), []);
    assert.deepEqual(moved(nps.replace('from 30 to 50 points', 'keep at least 40 points')), ['measure']);
    const open = nps.replace('from 30', 'from ?');
    assert.deepEqual(goalpostsMoved(compare(open, nps)), [], 'what was not known has not moved');
  });
});

describe('okr diff, of what moved', () => {
  const q4 = 'cycle 2026-Q4\n\n';
  const love = 'objective love: Customers love us\n  owner @ana\n  kr nps: Raise our score\n    from 30 to 50 points\n';

  it('to another file, nothing differs', () => {
    const goal = { 'a.okr': `team growth\n${q4}${love}`, 'b.okr': '' };
    assert.deepEqual(said(goal, { 'a.okr': '', 'b.okr': goal['a.okr'] }), []);
  });

  it('to another cycle and to another team, it is the same objective', () => {
    const [cycle] = said(`cycle 2026-Q3\n\n${love}`, `${q4}${love}`).filter(line => line.includes('moved'));
    assert.equal(cycle, '    moved from cycle 2026-Q3 to 2026-Q4');
    const [team] = said(`team growth\n${q4}${love}`, `team people\n${q4}${love}`).filter(line =>
      line.includes('moved'),
    );
    assert.equal(team, '    moved from team growth to people');
  });

  it('a name that goes on in the next cycle is a new objective, and the old one is as it was', () => {
    const before = `cycle 2026-Q3\n\n${love}`;
    const { objectives } = compare(before, `${before}\n${q4}${love}`);
    assert.deepEqual(
      objectives.map(({ what, cycle }) => [what, cycle]),
      [['added', '2026-Q4']],
    );
  });

  it('a key result that moves to another objective is not new', () => {
    const other = '\nobjective fast: We answer the same day\n  owner @li\n';
    const before = okrs(`${nps.slice(okrs('').length)}${tickets}${other}`);
    const after = okrs(`${nps.slice(okrs('').length)}${other}${tickets}`);
    const lines = said(before, after);
    assert.ok(lines.includes('    moved from objective growth/love to growth/fast'), lines.join('\n'));
    assert.ok(!lines.some(line => /^[+-]/.test(line)), lines.join('\n'));
  });

  it('an objective that is renamed does not say so of each of its key results', () => {
    assert.deepEqual(said(nps, nps.replace('objective love:', 'objective fans:')), [
      '~ Customers love us 0.40',
      '    renamed from love to fans',
    ]);
  });

  it('a key result that gets another name and another title at once is known by what was said of it first', () => {
    const renamed = nps.replace('kr nps: Raise our score', 'kr promoters: Families tell their friends');
    assert.deepEqual(said(nps, `${renamed}    checkin 2026-11-20 38 points\n`), [
      '= Customers love us 0.40',
      '~ Families tell their friends 0.40',
      '    reworded, was “Raise our score”',
      '    renamed from nps to promoters',
      '    check-in of 20 Nov: 38 points',
    ]);
    const another = renamed.replace('2026-11-06 38', '2026-11-06 37');
    assert.ok(said(nps, another).includes('+ Families tell their friends 0.35'));
  });
  it('two key results with names of their own are two, however alike they sound', () => {
    const after = nps.replace(
      'kr nps: Raise our score\n    from 30 to 50',
      'kr csat: Raise our CSAT\n    from 60 to 80',
    );
    assert.deepEqual(
      elementsOf(compare(nps, after)).map(({ what, title }) => [what, title]),
      [
        ['same', 'Customers love us'],
        ['added', 'Raise our CSAT'],
        ['removed', 'Raise our score'],
      ],
    );
  });
});

describe('okr diff, of KPIs and initiatives', () => {
  it('tells readings, health and lines', () => {
    const kpi =
      'team growth\n\nkpi wait: Time to answer\n  healthy below 4 hours\n  critical above 8 hours\n  reading 2026-11-01 3 hours\n';
    assert.deepEqual(
      said(kpi, `${kpi.replace('above 8', 'above 9')}  reading 2026-11-15 10 hours: Two of us are ill\n`),
      [
        '~ Time to answer 3 → 10 hours healthy → critical',
        '    critical line above 8 → above 9 hours',
        '    reading of 15 Nov: 10 hours, “Two of us are ill”',
      ],
    );
  });

  it('tells which rows of a file count, and what becomes of them', () => {
    const kpi = (line: string) => `kpi sales: Revenue\n  data sales.csv column revenue date day ${line}\n`;
    assert.deepEqual(said(kpi('where region = EU sum'), kpi('where region != EU and shop = "our own" decimal comma')), [
      '~ Revenue',
      '    data sales.csv, revenue, day, region is EU, sum → sales.csv, revenue, day, region is not EU, shop is our own, decimal commas, last',
    ]);
  });

  it('a key result that takes the KPI moves with it, though nobody touched its file', () => {
    const goal = `cycle 2026-Q4\n\nobjective love: Customers love us\n  kr wait: Answer faster\n    from 10 to 4 hours\n    kpi wait\n`;
    const kpi = 'kpi wait: Time to answer\n  reading 2026-11-01 8 hours\n';
    const lines = said(
      { 'a.okr': goal, 'k.okr': kpi },
      { 'a.okr': goal, 'k.okr': `${kpi}  reading 2026-11-15 7 hours\n` },
    );
    assert.ok(lines.includes('~ Answer faster 0.33 → 0.50 at risk → on track'), lines.join('\n'));
  });

  it('tells how work goes on', () => {
    const work = 'initiative bot: A bot that answers\n  owner @li\n  due 2026-11-15\n';
    assert.deepEqual(said(work, `${work.replace('@li', '@bo')}  done 2026-11-12\n`), [
      '~ A bot that answers planned → done',
      '    handed over from @li to @bo',
      '    status planned → done',
    ]);
  });
});

describe('okr diff, of any two revisions', () => {
  const title = fc.constantFrom(
    'Raise our score',
    'Raise our score a lot',
    'Cut recurring tickets',
    'Reviews in the shop',
    'Answer the same day',
  );
  const keyResult = fc.record({
    name: fc.constantFrom('', ' a', ' b', ' c'),
    title,
    to: fc.integer({ min: 2, max: 5 }),
    checkins: fc.integer({ min: 0, max: 3 }),
  });
  const objective = fc.record({
    name: fc.constantFrom('', ' x', ' y', ' z'),
    title,
    team: fc.constantFrom('one', 'two'),
    keyResults: fc.array(keyResult, { maxLength: 3 }),
  });
  const texts = fc.array(objective, { maxLength: 5 }).map(objectives =>
    objectives
      .map(({ name, title, team, keyResults }) => {
        const lines = keyResults.map(
          ({ name, title, to, checkins }) =>
            `  kr${name}: ${title}\n    from 1 to ${to}\n${Array.from({ length: checkins }, (_, at) => `    checkin 2026-11-0${at + 1} ${at}\n`).join('')}`,
        );
        return `team ${team}\ncycle 2026-Q4\n\nobjective${name}: ${title}\n${lines.join('')}`;
      })
      .join('\n'),
  );
  const all = (before: string, after: string) => elementsOf(compare(before, after));
  const titles = (elements: readonly ElementDifference[], what: string) =>
    elements
      .filter(each => each.what === what)
      .map(each => `${each.kind} ${each.ref} ${each.title}`)
      .sort();

  it('of one with itself, nothing', () => {
    fc.assert(fc.property(texts, text => assert.deepEqual(all(text, text), [])));
  });

  it('what is new one way is gone the other way, and the same elements have changed', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const [there, back] = [all(a, b), all(b, a)];
        assert.deepEqual(titles(there, 'added'), titles(back, 'removed'));
        assert.deepEqual(titles(there, 'removed'), titles(back, 'added'));
        const counts = (elements: readonly ElementDifference[]) =>
          elements.filter(({ changes }) => changes.length > 0).length;
        assert.equal(counts(there), counts(back));
        const checkIns = (elements: readonly ElementDifference[], which: 'added' | 'removed') =>
          elements.reduce((sum, each) => sum + each.checkins[which].length, 0);
        assert.equal(checkIns(there, 'added'), checkIns(back, 'removed'));
      }),
    );
  });
});
