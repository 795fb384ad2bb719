/** What exports say in more than one way, or by ids only. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ImportProblem, importFrom } from '../../../server/core/import/import.ts';
import type { ParsedFile } from '../../../server/core/import/json.ts';
import { markdownOutline } from '../../../server/core/import/markdown.ts';

function fromCsv(...lines: readonly string[]) {
  return importFrom({ format: 'csv', name: 'goals.csv', text: `${lines.join('\n')}\n` }, { columns: {} });
}
function fromObjects(files: Readonly<Record<string, unknown>>) {
  const parsed = Object.entries(files).map(([name, content]): ParsedFile => ({ name: `${name}.json`, content }));
  return importFrom({ format: 'objects', files: parsed, isViva: true }, { columns: {} });
}
function textOf({ files }: ReturnType<typeof importFrom>): string {
  return files.map(({ path, text }) => `=== ${path}\n${text}`).join('\n');
}
const places = ({ plan }: ReturnType<typeof importFrom>) => plan.leftOut.map(({ place }) => place);

describe('A line to hold', () => {
  it('is told by the type of the target, whatever the outcome is called', () => {
    const outcome = {
      'Outcome Type': 'Metric',
      'Metric Unit': '%',
      Start: '0',
      Target: '5',
      'Target Type': 'Stay below',
    };
    const goals = [
      { ID: 'o', Title: 'Stay', Type: 'Big rock' },
      { ID: 'k', Title: 'Churn', Type: 'Kpi', 'Parent IDs': ['o'], Outcome: outcome },
    ];
    const imported = fromObjects({ Objectives: goals });
    assert.match(textOf(imported), /keep below 5%\n {4}> Start value: 0\n/);
    assert.match(imported.plan.leftOut[0]?.why ?? '', /^a line that is held has none/);
    const rows = [
      'Title,Type,Parent,Outcome Type,Start,Target,Target Type',
      'Stay,Objective,,,,,',
      'Churn,Key Result,Stay,Metric,0,5,Stay below',
    ];
    assert.match(textOf(fromCsv(...rows)), /keep below 5$/m);
  });
});

describe('People and teams that are named by their ids', () => {
  const imported = fromObjects({
    Objectives: [
      { ID: 'o', Title: 'Grow', Type: 'Big rock', Owner: [{ ID: 'u2' }], Teams: [{ ID: 't1' }] },
      {
        ID: 'k',
        Title: 'Sales',
        Type: 'Kpi',
        Owner: [{ ID: 'u1' }],
        'Parent IDs': ['o'],
        Outcome: { Start: '1', Target: '5' },
      },
    ],
    CheckIns: [
      { ID: 'c', 'OKR ID': 'k', 'CheckIn Date': '2024-08-13', 'Check In Owner': { ID: 'u2' }, 'Current Value': '2' },
    ],
    Teams: [
      { ID: 't1', Name: 'Growth', Owner: { ID: 'u1' }, Parent: { ID: 't0' } },
      { ID: 't0', Name: 'Company' },
    ],
    Users: [
      { ID: 'u1', Name: 'Ana Silva', Email: 'ana@acme.example' },
      { ID: 'u2', Name: 'Bob Stone', Email: 'bob@acme.example' },
    ],
  });
  const text = textOf(imported);

  it('are who and what the other files say', () => {
    assert.match(text, /objective \S+: Grow\n {2}owner @bob\n/);
    assert.match(text, /kr \S+: Sales\n {4}from 1 to 5\n {4}owner @ana\n {4}checkin 2024-08-13 2 by @bob\n/);
    assert.match(text, /team growth: Growth\n {2}lead @ana\n {2}parent company\n/);
    assert.match(text, /team company: Company\n/);
  });
  it('are not lost', () => assert.deepEqual(imported.plan.leftOut, []));
});

describe('A team in small letters', () => {
  it('keeps its words, and is there for those below it', () => {
    const text = textOf(
      fromObjects({
        Objectives: [{ ID: 'o', Title: 'Grow', Type: 'Big rock', Teams: ['growth & sales'] }],
        Teams: [{ Name: 'growth & sales', Parent: 'company' }, { Name: 'company' }],
      }),
    );
    assert.match(text, /=== company\/team\.okr\nteam company: company\n/);
    assert.match(text, /team sales: growth & sales\n {2}parent company\n/);
  });
});

describe('A fiscal year', () => {
  const header = 'Title,Type,Parent,Period,Start Date,Due Date,Start,Target';
  const july = '2024-07-01,2024-09-30';

  it('begins where the days of the goals say, and a period has one name', () => {
    const imported = fromCsv(
      header,
      `Grow,Objective,,Quarter 1 FY25,${july},,`,
      `Sales,Key Result,Grow,1Q25,${july},1,5`,
      'Learn,Objective,,1Q25,,,,',
    );
    assert.equal(imported.plan.fiscalYearStart, 7);
    assert.match(textOf(imported), /cycle FY25-Q1\n/);
    assert.doesNotMatch(textOf(imported), /2025-Q1|due /);
    assert.deepEqual(places(imported), []);
  });

  it('is what a year in two figures says beside others, which is told', () => {
    const imported = fromCsv('Title,Type,Period', 'A thing,Objective,1Q25', 'B thing,Objective,Quarter 1 FY25');
    assert.match(textOf(imported), /cycle FY25-Q1\n/);
    assert.doesNotMatch(textOf(imported), /2025-Q1/);
    assert.deepEqual(imported.plan.readAs, [
      { place: 'row 2', what: 'Period “1Q25”', why: 'it is FY25-Q1, as other periods are fiscal ones' },
    ]);
  });

  it('may be called by two names, and a name is free in neither', () => {
    const imported = fromCsv('Title,Type,Period', 'A thing,Objective,2025-Q1', 'The thing,Objective,FY25-Q1');
    assert.match(textOf(imported), /objective thing: A thing\n/);
    assert.match(textOf(imported), /objective thing-2: The thing\n/);
  });

  it('begins in January where the days disagree', () => {
    const imported = fromCsv(header, `Grow,Objective,,1Q25,${july},,`, 'Learn,Objective,,1Q25,2025-01-01,2025-03-31,,');
    assert.equal(imported.plan.fiscalYearStart, undefined);
    assert.match(textOf(imported), /cycle 2025-Q1\n/);
  });
});

describe('A list that names no objective for its key results', () => {
  it('has them below theirs, which is said', () => {
    const imported = fromCsv(
      'Title,Type,Start,Target',
      'Sales,Key Result,1,5',
      'Grow,Objective,,',
      'Leads,Key Result,2,6',
      'Churn,Key Result,3,1',
    );
    assert.match(
      textOf(imported),
      /objective \S+: Grow\n\n {2}kr leads: Leads\n {4}from 2 to 6\n\n {2}kr churn: Churn\n/,
    );
    assert.deepEqual(
      imported.plan.readAs.filter(({ what }) => what === 'No objective').map(({ place }) => place),
      ['row 4', 'row 5'],
    );
    assert.ok(imported.plan.leftOut.some(({ place, what }) => place === 'row 2' && what === 'Objective'));
  });
  it('and one that names some leaves the others without', () => {
    const imported = fromCsv('Title,Type,Parent', 'Grow,Objective,', 'Sales,Key Result,Grow', 'Leads,Key Result,');
    assert.match(textOf(imported), /objective leads: Leads\n/);
  });
});

describe('The column of titles', () => {
  it('is the one that calls itself so, in whatever words', () => {
    const text = textOf(fromCsv('Objective or KR Title,Type,Owner Name', 'Grow,Objective,Ana Silva'));
    assert.match(text, /objective \S+: Grow\n {2}owner @ana\.silva\n/);
  });
  it('is asked for where two do', () => {
    assert.throws(() => fromCsv('Big title,Small title,Type', 'a,b,Objective'), /is known to hold the titles/);
  });
});

describe('A title that is nothing but a label', () => {
  it('is the title, by which others name it as well', () => {
    const table = fromCsv(
      'Title,Type,Parent,Target',
      'Objective 1,Objective,,',
      'Key Result 1.1,Key Result,Objective 1,5',
    );
    const { files, plan } = importFrom(
      {
        format: 'objects',
        isViva: false,
        files: [
          { name: 'a.json', content: { objectives: [{ title: 'Objective 1', keyResults: [{ title: 'KR 1' }] }] } },
        ],
      },
      { columns: {} },
    );
    assert.match(textOf(table), /^objective \S+: Objective 1\n\n {2}kr \S+: Key Result 1\.1\n {4}from \? to 5\n/m);
    assert.match(textOf({ files, plan }), /^objective \S+: Objective 1\n\n {2}kr \S+: KR 1\n/m);
    assert.deepEqual([...table.plan.leftOut, ...plan.leftOut], []);
  });
});

describe('A table of how a quarter went', () => {
  const text = [
    '# Objective: Love',
    '',
    '| KR | Mid-quarter | Projected | Final |',
    '|---|---|---|---|',
    '| Raise our NPS from 32 to 50 | 0.3 | 0.8 | 0.7 |',
    '| Cut churn to 2% | 50% | | 60% |',
  ].join('\n');
  it('has its key results in the column that is called so, the last score as the grade, and the others as words', () => {
    const imported = importFrom({ format: 'outline', entries: markdownOutline(text) }, { columns: {} });
    const [first, second] = imported.plan.elements[0]?.keyResults ?? [];
    assert.deepEqual(
      [first, second].map(each => [each?.title, each?.properties, each?.description, each?.facts]),
      [
        ['Raise our NPS from 32 to 50', ['from 32 to 50'], ['Mid-quarter: 0.3', 'Projected: 0.8'], ['grade 0.7']],
        ['Cut churn to 2%', ['from ? to 2%'], ['Mid-quarter: 50%'], ['grade 60%']],
      ],
    );
    assert.deepEqual(places(imported), ['line 5', 'line 5', 'line 6']);
  });
});

describe('A table that names its key results by numbers alone', () => {
  it('makes up no titles of them', () => {
    const text = '# Objective: Love\n\n| KR | Final |\n|---|---|\n| KR 1.1 | 0.7 |\n';
    const { plan } = importFrom(
      { format: 'outline', entries: markdownOutline(`${text}\n- KR 1.1: Raise our NPS from 32 to 50\n`) },
      { columns: {} },
    );
    assert.deepEqual(
      plan.elements[0]?.keyResults.map(({ title }) => title),
      ['Raise our NPS from 32 to 50'],
    );
    assert.match(plan.leftOut[0]?.what ?? '', /^Table “KR”, “Final”$/);
  });
});

describe('A source of more than anybody has', () => {
  const rows = Array.from({ length: 50_000 }, (_, i) => `Grow by ${i},Objective`);
  it('is read up to fifty thousand goals, also where all wanted one name', () => {
    const { plan } = fromCsv('Title,Type', ...rows);
    assert.equal(plan.elements.at(-1)?.name, 'grow-by-50000');
  });
  it('is refused beyond, with what to do', () => {
    const tooMany = /^It has more than 50,000 (?:goals|lines): import it in parts$/;
    const message = (run: () => unknown) => {
      try {
        run();
      } catch (error) {
        return error instanceof ImportProblem ? error.message : String(error);
      }
      return '';
    };
    assert.match(
      message(() => fromCsv('Title,Type', ...rows, 'Learn,Objective')),
      tooMany,
    );
    const text = '- Grow\n'.repeat(50_001);
    assert.match(
      message(() => importFrom({ format: 'text', text }, { columns: {} })),
      tooMany,
    );
  });
});
