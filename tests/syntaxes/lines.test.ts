/** What holds for every line, whatever is written on it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { before, describe, it } from 'mocha';
import { keywords } from '../../grammar/keywords.ts';
import { loadGrammar } from './grammars.ts';

type Grammar = Awaited<ReturnType<typeof loadGrammar>>;

/** Pieces that mean something to the grammar, in any order: most lines made of them are broken. */
const piece = fc.constantFrom(
  ...keywords.keys(),
  ...[
    ' ',
    ' ',
    ' ',
    '  ',
    '\t',
    ':',
    ': ',
    ' #',
    '#',
    '>',
    '"',
    '`',
    '*',
    '**',
    '_',
    '[',
    ']',
    '](',
    ',',
    '/',
    '.',
    '@',
    '@ana',
  ],
  ...[
    '2026-10-31',
    '36',
    '-€40k',
    '%',
    '7/10',
    '?',
    'confidence',
    'at least',
    'and',
    'in',
    'love',
    'größe',
    'https://a.example/b:c',
    '\r',
  ],
);
const line = fc.array(piece, { maxLength: 14 }).map(pieces => pieces.join(''));

const hostile: Record<string, string> = {
  'an open bracket again and again': `  > ${'['.repeat(20_000)}`,
  'links that never close': `  > ${'[a]('.repeat(5_000)}`,
  'stars and underscores': `  > ${'*_'.repeat(10_000)}`,
  'open bold': `  > ${'**a '.repeat(5_000)}`,
  'addresses of full stops': `  > ${`http://${'.'.repeat(93)} `.repeat(200)}`,
  'open quotes': `  data ${'"a '.repeat(7_000)}`,
  'columns without a name': `  data a.csv ${'column "'.repeat(2_500)}`,
  'digits and commas': `  to ${'1,'.repeat(10_000)}`,
  signs: `  to ${'-$'.repeat(10_000)}`,
  'one long number': `  checkin 2026-10-31 confidence ${'7'.repeat(20_000)}`,
  'slashes and dots': `  supports ${'a/b.'.repeat(5_000)}`,
  'in after in': `  supports ${'in '.repeat(7_000)}`,
  'one long handle': `  owner @${'a.'.repeat(10_000)}`,
  'blanks before nothing': `  every${' '.repeat(20_000)}x`,
  'blanks after a heading': `team${' '.repeat(20_000)}2`,
  'blanks after a title': `objective: a${' '.repeat(20_000)}`,
  'blanks in a title': `objective: ${'a  '.repeat(7_000)}`,
  colons: `kr ${':'.repeat(20_000)}`,
  'a link of colons': `  link https://${':a'.repeat(10_000)}:`,
};

describe('syntaxes: any line', () => {
  let grammar: Grammar;
  before(async () => {
    grammar = await loadGrammar('source.okr');
  });

  function tokensAlone(text: string): string[] {
    return grammar
      .tokenizeLine(text, null)
      .tokens.map(({ startIndex, endIndex, scopes }) => `${startIndex}-${endIndex} ${scopes.join(' ')}`);
  }

  for (const { keyword, places, example } of keywords.values()) {
    it(`colours \`${keyword}\` and all its arguments`, () => {
      for (const text of new Set(places.map(place => (place === 'top' ? example : `  ${example}`)))) {
        const plain = grammar
          .tokenizeLine(text, null)
          .tokens.filter(({ scopes }) => scopes.every(scope => /^(?:source|meta)\./.test(scope)))
          .map(({ startIndex, endIndex }) => text.slice(startIndex, endIndex).trim());
        assert.deepEqual(plain.filter(Boolean), [], text);
      }
    });
  }

  it('is coloured the same whatever stands above it', () => {
    fc.assert(
      fc.property(line, line, (above, text) => {
        const { ruleStack } = grammar.tokenizeLine(above, null);
        const below = grammar.tokenizeLine(text, ruleStack).tokens;
        assert.deepEqual(
          below.map(({ startIndex, endIndex, scopes }) => `${startIndex}-${endIndex} ${scopes.join(' ')}`),
          tokensAlone(text),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('is coloured the same where the reader leaves the CR of a CRLF on it', () => {
    fc.assert(
      fc.property(
        line.filter(text => !text.includes('\r')),
        text => {
          const scopeAt = (whole: string, offset: number) =>
            grammar
              .tokenizeLine(whole, null)
              .tokens.find(({ startIndex, endIndex }) => startIndex <= offset && offset < endIndex)?.scopes;
          for (let offset = 0; offset < text.length; offset++)
            assert.deepEqual(scopeAt(`${text}\r`, offset), scopeAt(text, offset));
        },
      ),
      { numRuns: 300 },
    );
  });

  for (const [name, text] of Object.entries(hostile)) {
    it(`ends soon on ${name}`, function () {
      this.timeout(2_000);
      const { stoppedEarly, tokens } = grammar.tokenizeLine(text, null, 1_500);
      assert.equal(stoppedEarly, false);
      assert.ok((tokens.at(-1)?.endIndex ?? 0) >= text.length);
    });
  }
});
