/** What people write is shown in a Markdown report as they wrote it: it neither runs, nor leads away, nor breaks out. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Marked, type Token, type Tokens } from 'marked';
import { describe, it } from 'mocha';
import { table } from '../../../server/core/reports/markdown/table.ts';
import { bold, plain, quoted, struck } from '../../../server/core/reports/markdown/text.ts';
import { markdownReport } from '../../../server/core/reports/markdown.ts';
import { hostile } from '../views/fixtures/hostile.ts';

const marked = new Marked({ gfm: true });

/** What a reader sees of some inline tokens. */
function shown(tokens: readonly Token[] | undefined): string {
  return (tokens ?? []).map(token => ('tokens' in token ? shown(token.tokens) : decoded(token))).join('');
}

/** marked escapes the text of an `escape`, and leaves what is no entity in a `text` alone. */
function decoded(token: Token): string {
  const text = 'text' in token ? String(token.text) : token.raw;
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => named[name] ?? '').replaceAll('&#39;', "'");
}

/** The one line that a text is. */
function line(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}

const sharp = fc.string({
  unit: fc.constantFrom(...'\\`*_{}[]()#+-.!|<>~$&;:=\'"/09 ax\n\t\u202e'),
  minLength: 1,
  maxLength: 24,
});
const phrase = fc.constantFrom(
  '# Heading',
  '- item',
  '1. item',
  '> quotation',
  '---',
  '===',
  '```',
  '    code',
  '| a | b |',
  '|---|',
  '[text](javascript:alert(1))',
  '![image](x.png)',
  '[a]: b',
  '<script>alert(1)</script>',
  '<!-- ',
  '&lt;b&gt;',
  '&#60;',
  '**bold** _em_ `code` ~~gone~~',
  '$\\href{javascript:alert(1)}{x}$',
  'snake_case_name and a_ _b',
  'C:\\new\\table\\',
  'line\r\nbreak',
  '- [ ] task',
  '\\|\\',
);
const text = fc.oneof(
  sharp,
  phrase,
  fc.string({ unit: 'grapheme' }),
  fc.tuple(phrase, sharp).map(parts => parts.join(' ')),
);
/** A bare address becomes a link in GitHub's Markdown, to where it says; nothing is hidden by it. */
const withoutAddress = text.filter(each => !/https?:|ftp:|www\.|@/i.test(each));

const inline = (token: Tokens.Generic | undefined): Token[] => token?.['tokens'] as Token[];

describe('A text in Markdown', () => {
  it('is shown as it was written, wherever it stands in a line', () => {
    fc.assert(
      fc.property(withoutAddress, written => {
        fc.pre(line(written) !== '');
        const [paragraph, ...more] = marked.lexer(`Said: ${plain(written)} and more`);
        assert.equal(more.length, 0);
        assert.equal(paragraph?.type, 'paragraph');
        assert.equal(shown(inline(paragraph)), `Said: ${line(written)} and more`);
      }),
      { numRuns: 2000 },
    );
  });

  it('is shown as it was written at the beginning of a line, and of an item of a list', () => {
    fc.assert(
      fc.property(withoutAddress, written => {
        fc.pre(line(written) !== '');
        const [paragraph, ...after] = marked.lexer(plain(written));
        assert.deepEqual([paragraph?.type, after.length], ['paragraph', 0]);
        assert.equal(shown(inline(paragraph)), line(written));
        const [list, ...rest] = marked.lexer(`- ${plain(written)}\n- next`);
        assert.deepEqual([list?.type, rest.length], ['list', 0]);
        const items = (list as Tokens.List).items;
        assert.equal(items.length, 2);
        assert.equal(items[0]?.task, false);
        assert.equal(shown(items[0]?.tokens), line(written));
      }),
      { numRuns: 2000 },
    );
  });

  it('stays in its cell', () => {
    fc.assert(
      fc.property(withoutAddress, withoutAddress, (a, b) => {
        // A dash by itself is a table's own sign for nothing, and a column of those is left out.
        fc.pre(line(a) !== '' && !['', '–'].includes(line(b)));
        const source = table(
          [
            { name: 'A', cell: () => plain(a) },
            { name: 'B', right: true, cell: () => plain(b) },
            { name: 'C', cell: () => 'end' },
          ],
          [0],
        );
        const [found, ...rest] = marked.lexer(source);
        assert.deepEqual([found?.type, rest.length], ['table', 0]);
        const [row] = (found as Tokens.Table).rows;
        assert.deepEqual(
          row?.map(cell => shown(cell.tokens)),
          [line(a), line(b), 'end'],
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('never opens a formula', () => {
    fc.assert(fc.property(text, written => assert.doesNotMatch(plain(written), /(?<!\\)\$/)));
  });

  const marks: readonly (readonly [string, string])[] = [
    [plain('2. in a list'), '2\\. in a list'],
    [plain('42.3 points'), '42.3 points'],
    [plain('snake_case and _this_'), 'snake_case and \\_this\\_'],
    [plain('a \u202eb\u2028c'), 'a b c'],
    [bold('Say *hi*'), '**Say \\*hi\\***'],
    [struck('gone'), '~~gone~~'],
    [quoted('Say hi'), '“Say hi”'],
    [quoted('"Say hi"'), '"Say hi"'],
  ];
  for (const [written, expected] of marks) it(expected, () => assert.equal(written, expected));
});

describe('A hostile report in Markdown', () => {
  for (const [when, report] of Object.entries({
    'while it runs': hostile,
    'after its end': { ...hostile, today: '2027-01-15' },
    'before it begins': { ...hostile, today: '2026-09-01' },
  })) {
    it(`holds no HTML, no link, no image and no code ${when}`, () => {
      const types = new Set<string>();
      marked.walkTokens(marked.lexer(markdownReport(report)), token => void types.add(token.type));
      const allowed = 'heading paragraph text space table list list_item em strong del escape'.split(' ');
      assert.deepEqual(
        [...types].filter(type => !allowed.includes(type)),
        [],
      );
    });
  }
});
