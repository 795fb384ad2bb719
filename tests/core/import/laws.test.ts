/** What always holds, whatever a source says. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Document } from '../../../grammar/document.ts';
import { formatDocument } from '../../../grammar/printer.ts';
import { exportJson } from '../../../server/core/export/export-json.ts';
import { type ImportInput, ImportProblem, importFrom } from '../../../server/core/import/import.ts';
import { markdownOutline } from '../../../server/core/import/markdown.ts';
import { readExport } from '../../../server/core/import/read-export.ts';
import { plainText } from '../../../server/core/import/rich-text.ts';
import { textFields } from '../../../server/core/import/source.ts';
import { openWorkspace } from '../../../server/core/open-workspace.ts';
import { anyDocument, validDocument } from '../../properties/documents.ts';

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);

/** What cells hold, and what could break a line. */
const cell = fc.oneof(
  oneOf(
    '',
    '',
    '36',
    '1,200.00',
    '45%',
    'At risk',
    'On track',
    '10/11/2026',
    '2026-10-31',
    '7',
    '0.7',
    'Ana Silva; @li',
  ),
  oneOf(
    'Objective',
    'Key Result',
    'KPI',
    'Initiative',
    'Bet',
    'Growth',
    'Q4 2026',
    '1Q25',
    'Sprint 12',
    'USD',
    'Stay below',
  ),
  oneOf(
    'Raise our NPS from 32 to 50 points',
    'a: b # c',
    '> q',
    '# no',
    'x\ny',
    'x\r\ry',
    '\u2028',
    'kr a: b',
    '<p>x</p>',
    '\ufeff',
  ),
  fc.string({ unit: oneOf(...'ab1 :#>,"@/.-%$\t\n\r\u2028\ufeff', '😀', '\ud800', 'ß'), maxLength: 12 }),
);
const columns = ['title', 'type', 'id', 'parent', 'owner', 'team', ...textFields];
const table = fc.array(fc.array(cell, { minLength: columns.length, maxLength: columns.length }), { maxLength: 8 });
const line = fc
  .tuple(
    oneOf('', '', '  ', '    ', '\t'),
    oneOf('', '- ', '* ', '1. ', '# ', '| a | ', 'Objective 1: ', 'KR 1.1: ', 'Owner: '),
    cell,
  )
  .map(parts => parts.join(''));
const lines = fc.array(line, { maxLength: 15 }).map(all => all.join('\n'));

const input: fc.Arbitrary<ImportInput> = fc.oneof(
  table.map((rows): ImportInput => ({ format: 'rows', rows: [columns, ...rows] })),
  lines.map((text): ImportInput => ({ format: 'text', text })),
  lines.map((text): ImportInput => ({ format: 'outline', entries: markdownOutline(text) })),
  fc.string({ maxLength: 80 }).map((text): ImportInput => ({ format: 'csv', name: 'a.csv', text })),
  fc
    .jsonValue()
    .map((content): ImportInput => ({ format: 'objects', files: [{ name: 'a.json', content }], isViva: false })),
  table.map((rows): ImportInput => {
    const objectives = rows.map(row => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
    return { format: 'objects', files: [{ name: 'a.json', content: { objectives } }], isViva: true };
  }),
);

describe('an import', () => {
  it('is read without a mistake, is in its form, and has one file a path; or a sentence says why there is none', () => {
    fc.assert(
      fc.property(input, oneOf(undefined, '2026-11-21'), oneOf(undefined, '2026-Q4'), (source, asOf, cycle) => {
        let files: ReturnType<typeof importFrom>['files'];
        try {
          ({ files } = importFrom(source, { columns: {}, asOf, cycle }));
        } catch (error) {
          assert.ok(error instanceof ImportProblem, String(error instanceof Error ? error.stack : error));
          assert.match(error.message, /^[A-Z“`]/);
          return;
        }
        assert.ok(files.length > 0);
        assert.equal(new Set(files.map(({ path }) => path.toLowerCase())).size, files.length);
        for (const { path, text } of files) {
          const document = new Document(text);
          const problems = document.blocks.flatMap(({ tree }) => [...tree.syntax, ...tree.structure]);
          assert.deepEqual(
            problems.map(({ message }) => message),
            [],
            text,
          );
          assert.equal(formatDocument(document), text);
          assert.match(path, /^(?:[\p{L}\p{M}\p{N}_-]+\/)?[\p{L}\p{M}\p{N}_-]+\.okr$/u);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('takes notes in linear time, and leaves no tag in them', () => {
    for (const piece of ['<', '<p', '<a href="https://x"', '<!--', '<script>', '&#', '<li>', '((', '\n \n'])
      plainText(piece.repeat(100_000 / piece.length));
    fc.assert(
      fc.property(
        fc.array(oneOf('<b>', '</p>', '<img src=x onerror=y>', '<scr<b>ipt>', 'text', '&lt;', ' ', '<br/>')),
        parts => {
          assert.doesNotMatch(
            plainText(`<p>${parts.filter(part => part !== '&lt;' && part !== '<scr<b>ipt>').join('')}`),
            /<\w/,
          );
        },
      ),
    );
  });
});

describe('an export', () => {
  const exported = (texts: readonly string[]) => {
    const { workspace } = openWorkspace('file:///w', 20_000);
    const files = texts.map((text, i) => ({
      path: `team/${i}.okr`,
      content: workspace.setFile(`file:///w/${i}.okr`, text, false),
    }));
    return exportJson(files);
  };

  it('is imported as the same files, letter by letter, formatted or not', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(validDocument, anyDocument), { minLength: 1, maxLength: 3 }), documents => {
        const texts = documents.flatMap(text => [
          text,
          formatDocument(new Document(text)),
          `\ufeff${text.replaceAll('\n', '\r\n')}`,
        ]);
        const files = readExport(JSON.parse(exported(texts)));
        assert.deepEqual(
          files?.map(({ text }) => text),
          texts,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('says the facts beside the text, days as dates', () => {
    const [file] = (
      JSON.parse(
        exported([
          'team growth: Growth\n\nobjective love: Love\n  due 2026-12-01\n  kr nps: NPS\n    from 1 to 5\n    checkin 2026-11-01 3 by @li: Good\n',
        ]),
      ) as {
        files: { blocks: { elements: Record<string, unknown>[] }[] }[];
      }
    ).files;
    const objective = file?.blocks[1]?.elements[0];
    assert.deepEqual(
      [objective?.['type'], objective?.['team'], objective?.['due']],
      ['objective', 'growth', '2026-12-01'],
    );
    const [keyResult] = (objective?.['keyResults'] ?? []) as Record<string, unknown>[];
    assert.deepEqual(keyResult?.['checkins'], [{ day: '2026-11-01', value: 3, by: 'li', note: 'Good' }]);
  });

  it('is taken only whole, of this version, and never out of the folder', () => {
    const block = { text: 'x' };
    assert.equal(readExport({ objectives: [] }), undefined);
    assert.equal(readExport([1]), undefined);
    const wrong = (content: object, message: RegExp) =>
      assert.throws(() => readExport({ format: 'okr-export', version: 1, ...content }), message);
    wrong({ version: 2, files: [] }, /version 2 of the format/);
    wrong({ files: [] }, /no `files`/);
    wrong({ files: [{ path: 'a.okr' }] }, /`files\[0\]` has no `path` and `blocks`/);
    wrong({ files: [{ path: 'a.okr', blocks: [{}] }] }, /without its `text`/);
    for (const path of [
      '../a.okr',
      '/a.okr',
      'a/../../b.okr',
      'C:/a.okr',
      'a\\b.okr',
      'a.sh',
      '.okr',
      'a//b.okr',
      './a.okr',
      '',
    ])
      wrong({ files: [{ path, blocks: [block] }] }, /a path leads to an \.okr file/);
  });
});
