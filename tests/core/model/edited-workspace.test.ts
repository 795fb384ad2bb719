/** A workspace that is edited step by step says what one says that was loaded with the same texts. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { fromIso } from '../../../server/core/calendar/day.ts';
import { fileOf, readAtOnce } from '../../../server/core/data/read.ts';
import { type OpenWorkspace, openWorkspace } from '../../../server/core/open-workspace.ts';
import { type Snapshot, snapshot } from './snapshot.ts';

const ROOT = 'file:///workspace';
const FILES = ['a.okr', 'b.okr', 'below/c.okr'];
const SETTINGS = ['okr.json', 'below/okr.json'];
const DATA = `${ROOT}/numbers.csv`;

/** Few names, so that they meet. For each first line what may stand under it. */
const BLOCKS: readonly (readonly [heads: readonly string[], bodies: readonly string[]])[] = [
  [
    ['team growth', 'team growth: Growth', 'team growth: Other', 'team platform', 'team company: Company', 'team :'],
    ['  parent company', '  parent growth', '  parent compani', '  lead @ana', '  lead @li', '  every 2 weeks'],
  ],
  [
    ['cycle 2026-Q4', 'cycle 2026', 'cycle FY27-Q1: First', 'cycle summer: Summer', 'cycle Summer', 'cycle ???'],
    ['  from 2026-06-01 to 2026-12-15', '  from 2026-06-01 to ?', '  reflect: We learned', '  every week'],
  ],
  [
    ['person @ana: Ana', 'person @ana: Anna', 'person @li'],
    ['  until 2026-10-01', '  until 2026-10-02'],
  ],
  [
    [
      'objective love: Love us',
      'objective grow: Grow by year-end',
      'objective: Nameless',
      'objective love',
      'objectve love',
    ],
    [
      '  owner @ana',
      '  owner @anna',
      '  team platform',
      '  cycle 2026-Q4',
      '  cycle summer',
      '  due 2026-12-01',
      '  dropped 2026-10-01',
      '  dropped 2026-12-01: Not now',
      '  grade 0.5',
      '  supports grow',
      '  supports love.nps',
      '  supports company/grow',
      '  supports lov in 2026',
      '  needs love',
      '  needs work',
      '  continues grow in 2026-Q4',
      '  kr nps: Raise the score\n    from 2 to 8 points\n    checkin 2026-10-10 4 points confidence 6/10',
      '  kr nps: Raise the score to 12 points',
      '  kr sold: Sell 20% more\n    kpi sales',
      '  kr sold: Sell more\n    follows love.nps',
      '  kr: More\n    data numbers.csv column points\n    keep at least 3',
      '  kr first: Begun\n    milestone due 2026-11-01 done 2026-10-30: Begun',
      '  # okr-ignore kr-unmeasurable: we know',
      '  kr vague: Improve things',
      '    from 2 to 2',
      '    checkin 2026-11-10 5 days confidence 5/10 at-risk by @li',
      '    target 2026-11-01 6',
      '    kpi sale',
      '    data ../numbers.csv column points',
      '    follows grow.sold',
    ],
  ],
  [
    ['kpi sales: Sales', 'kpi sales', 'kpi sale: Sale'],
    ['  healthy at least 3', '  critical below 1', '  reading 2026-10-20 4', '  follows love.nps', '  team growth'],
  ],
  [
    ['initiative work: Work', 'initiative: Work'],
    ['  supports love', '  needs work', '  active', '  owner @lii'],
  ],
  [
    ['# okr-ignore kr-unmeasurable: we know', '# okr-ignore objective-too-many', '# okr-ignore timeframe-missing'],
    ['# a comment', '> A description in the wrong place', ''],
  ],
];
const settingsTexts = [
  '{ "root": true }',
  '{ "root": true, "fiscalYearStart": 10, "rules": { "objective-too-many": { "limit": 1 } } }',
  '{ "rules": { "timeframe-missing": "off", "kr-unmeasurable": "error" } }',
  '{ "rules": { "objective-too-many": { "severity": "error", "limit": 2 } }, "rhythm": "every week" }',
  '{ "rules": ',
];

type Step =
  | { readonly type: 'set'; readonly file: string; readonly blocks: readonly string[]; readonly isOpen: boolean }
  | { readonly type: 'remove' | 'reopen'; readonly file: string; readonly isOpen: boolean }
  | {
      readonly type: 'edit';
      readonly file: string;
      readonly from: number;
      readonly lines: number;
      readonly text: string;
      readonly column: number;
    }
  | { readonly type: 'settings'; readonly file: string; readonly text: string | undefined }
  | { readonly type: 'today'; readonly day: string }
  | { readonly type: 'data'; readonly text: string | undefined };

const block = fc
  .constantFrom(...BLOCKS)
  .chain(([heads, bodies]) =>
    fc
      .tuple(
        fc.constantFrom(...heads),
        fc.subarray([...bodies], { maxLength: Math.min(5, bodies.length) }),
        fc.constantFrom('', '\n'),
      )
      .map(([head, body, end]) => `${[head, ...body].join('\n')}\n${end}`),
  );
const line = fc.constantFrom(...BLOCKS.flatMap(([heads, bodies]) => [...heads, ...bodies]));
const file = fc.constantFrom(...FILES);
const document = fc.array(block, { maxLength: 9 });
const someText = fc.oneof(
  fc.array(line, { minLength: 1, maxLength: 4 }).map(lines => `${lines.join('\n')}\n`),
  block,
  fc.constantFrom('x', ' ', '\n', '\n  ', '#', ':', 'o', 'objective love: L\n', '\r\n', ''),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('set' as const), file, blocks: document, isOpen: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constantFrom('remove' as const, 'reopen' as const), file, isOpen: fc.boolean() }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      type: fc.constant('edit' as const),
      file,
      from: fc.nat(25),
      lines: fc.nat(3),
      column: fc.nat(12),
      text: someText,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('settings' as const),
      file: fc.constantFrom(...SETTINGS),
      text: fc.option(fc.constantFrom(...settingsTexts), { nil: undefined }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('today' as const),
      day: fc.constantFrom('2026-11-21', '2026-10-02', '2027-01-05', '2025-01-01'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('data' as const),
      text: fc.constantFrom('date,points\n2026-10-12,4\n', 'date,points\n2026-11-01,x\n', undefined),
    }),
  },
);

/** The texts, kept beside the workspace that is edited. */
class Texts {
  readonly files = new Map<string, { text: string; isOpen: boolean }>();
  readonly settings = new Map<string, string>();
  today = '2026-11-21';
  data: string | undefined;
  /** What the edited workspace knows. */
  private given: string | undefined;

  /** A workspace that was never edited. The files come in another order, too. */
  load(): OpenWorkspace {
    const fresh = openWorkspace(ROOT, fromIso(this.today) as number);
    for (const [uri, text] of this.settings) fresh.workspace.settings.set(uri, text);
    for (const [uri, { text, isOpen }] of [...this.files].reverse()) fresh.workspace.setFile(uri, text, isOpen);
    readAtOnce(fresh.workspace.data, uri => fileOf(uri === DATA ? this.data : undefined));
    return fresh;
  }
  giveData({ workspace }: OpenWorkspace): void {
    // It may read when it is asked, and then the text is the one that this holds.
    readAtOnce(workspace.data, uri => fileOf(uri === DATA ? this.data : undefined));
    if (this.data !== this.given) workspace.data.changed(DATA);
    this.given = this.data;
  }
}

function take(step: Step, { workspace }: OpenWorkspace, texts: Texts): void {
  switch (step.type) {
    case 'set': {
      const text = step.blocks.join('');
      texts.files.set(`${ROOT}/${step.file}`, { text, isOpen: step.isOpen });
      workspace.setFile(`${ROOT}/${step.file}`, text, step.isOpen);
      return;
    }
    case 'remove':
      texts.files.delete(`${ROOT}/${step.file}`);
      workspace.removeFile(`${ROOT}/${step.file}`);
      return;
    case 'reopen': {
      const known = texts.files.get(`${ROOT}/${step.file}`);
      if (known === undefined) return;
      known.isOpen = step.isOpen;
      workspace.setFile(`${ROOT}/${step.file}`, known.text, step.isOpen);
      return;
    }
    case 'edit': {
      const uri = `${ROOT}/${step.file}`;
      const known = texts.files.get(uri);
      const edited = workspace.file(uri);
      if (known === undefined || edited === undefined) return;
      const count = edited.document.lineCount;
      const from = step.from % count;
      const start = { line: from, character: step.lines > 0 ? 0 : step.column };
      const end = { line: Math.min(from + step.lines, count - 1), character: step.lines > 0 ? 0 : step.column + 1 };
      workspace.editFile(uri, { start, end }, step.text);
      known.text = edited.document.text;
      return;
    }
    case 'settings': {
      const uri = `${ROOT}/${step.file}`;
      // While a text is no JSON, what it said before holds; a workspace that is loaded now knows no before.
      if (step.text === undefined) texts.settings.delete(uri);
      else if (step.text.endsWith('}')) texts.settings.set(uri, step.text);
      workspace.settings.set(uri, step.text);
      return;
    }
    case 'today':
      texts.today = step.day;
      workspace.today.set(fromIso(step.day) as number);
      return;
    case 'data':
      texts.data = step.text;
      return;
  }
}

describe('a workspace that is edited', () => {
  it('says after every step what one says that was loaded with the same texts', function () {
    this.timeout(120_000);
    const runs = Number(process.env['RUNS'] ?? 150);
    fc.assert(
      fc.property(
        fc.constantFrom(...settingsTexts.slice(0, 2)),
        fc.array(document, { minLength: 1, maxLength: 3 }),
        fc.array(step, { maxLength: 14 }),
        (settings, documents, steps) => {
          const texts = new Texts();
          texts.settings.set(`${ROOT}/okr.json`, settings);
          const edited = texts.load();
          for (const [i, blocks] of documents.entries())
            take({ type: 'set', file: FILES[i] as string, blocks, isOpen: i > 0 }, edited, texts);
          same(edited, texts);
          for (const each of steps) {
            take(each, edited, texts);
            texts.giveData(edited);
            same(edited, texts);
          }
        },
      ),
      { numRuns: runs },
    );
  });
});

function same(edited: OpenWorkspace, texts: Texts): void {
  const [now, fresh]: Snapshot[] = [snapshot(edited), snapshot(texts.load())];
  assert.deepEqual(now, fresh);
}
