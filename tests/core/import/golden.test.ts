/** Sources made to the shapes that tools and people write, with their traps; beside each what becomes of it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { Document } from '../../../grammar/document.ts';
import { formatDocument } from '../../../grammar/printer.ts';
import { type ImportInput, type ImportOptions, importFrom } from '../../../server/core/import/import.ts';
import type { ParsedFile } from '../../../server/core/import/json.ts';
import { markdownOutline } from '../../../server/core/import/markdown.ts';
import { carriedOver, importSummary, remarkText } from '../../../server/core/import/summary.ts';

const sources = new URL('sources/', import.meta.url);
const text = (name: string) => readFileSync(new URL(name, sources), 'utf8');
const parsed = (name: string): ParsedFile => ({ name, content: JSON.parse(text(name)) });

const options: ImportOptions = { columns: {} };
const csv = (name: string): ImportInput => ({ format: 'csv', name, text: text(name) });
const markdown = (name: string): ImportInput => ({ format: 'outline', entries: markdownOutline(text(name)) });
const folder = (name: string): readonly ParsedFile[] =>
  readdirSync(new URL(`${name}/`, sources))
    .sort()
    .map(file => parsed(`${name}/${file}`));

const cases: readonly [name: string, input: ImportInput, options: ImportOptions][] = [
  ['viva-csv', csv('viva.csv'), options],
  ['viva-json', { format: 'objects', files: folder('viva-json'), isViva: false }, options],
  ['spreadsheet', csv('generic.csv'), { ...options, cycle: '2026-Q4', team: 'Product', asOf: '2026-11-21' }],
  ['other-tool', { format: 'objects', files: [parsed('other/tool.json')], isViva: false }, options],
  [
    'other-tool-decided',
    { format: 'objects', files: [parsed('other/tool.json')], isViva: false },
    { ...options, asOf: '2025-02-01', atRisk: 'at-risk' },
  ],
  ['wiki', markdown('wiki.md'), options],
  ['lists', markdown('lists.md'), { ...options, cycle: '2026-Q4' }],
  ['headings', markdown('headings.md'), options],
  ['owners', markdown('owners.md'), options],
  ['other-tool-dated', { format: 'objects', files: [parsed('other/dated.json')], isViva: false }, options],
  ['pasted', { format: 'text', text: text('pasted.txt') }, { ...options, cycle: '2026-Q4' }],
];

describe('what becomes of an import', () => {
  for (const [name, input, how] of cases) {
    it(name, () => {
      const { plan, files } = importFrom(input, how);
      const actual = [
        ...files.map(({ path, text }) => `=== ${path}\n${text}`),
        `=== carried over: ${carriedOver(plan)}`,
        ...(plan.fiscalYearStart === undefined ? [] : [`=== fiscal years begin in month ${plan.fiscalYearStart}`]),
        '=== left out',
        ...plan.leftOut.map(remarkText),
        '=== read as',
        ...plan.readAs.map(remarkText),
        '',
      ].join('\n');
      const golden = new URL(`golden/${name}.golden.txt`, import.meta.url);
      if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(golden, actual);
      assert.equal(actual, readFileSync(golden, 'utf8'), `${name} becomes something else; see ${golden.pathname}`);
    });

    it(`${name}: every file is read without a mistake, and in its form`, () => {
      for (const { path, text } of importFrom(input, how).files) {
        const document = new Document(text);
        const problems = document.blocks.flatMap(({ tree }) =>
          [...tree.syntax, ...tree.structure].map(({ message }) => message),
        );
        assert.deepEqual(problems, [], path);
        assert.equal(formatDocument(document), text, path);
      }
    });
  }

  it('is told as a document, in which nothing of the source is Markdown', () => {
    const { plan, files } = importFrom(
      { format: 'text', text: 'Objective 1: A\nKR 1.1: B\n  Current: *x* <b>3</b>\n' },
      options,
    );
    const summary = importSummary('<a>.txt', plan, files);
    assert.match(summary, /^# Imported from \\<a\\>\.txt\n\n1 objective and 1 key result, in 1 file\.\n/);
    assert.match(summary, /- line 2: Current value “\\\*x\\\* \\<b\\>3\\<\/b\\>”: its day is not known/);
    assert.doesNotMatch(summary, /<b>/);
  });
});
