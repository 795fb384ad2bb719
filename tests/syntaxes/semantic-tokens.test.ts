/** Semantic tokens come a moment after TextMate's colours: nothing may jump when they do. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { before, describe, it } from 'mocha';
import { globSync } from 'tinyglobby';
import { Block } from '../../grammar/document.ts';
import { keywords } from '../../grammar/keywords.ts';
import { tokenModifiers, tokenTypes } from '../../server/core/features/semantic-tokens/legend.ts';
import { statementTokens, type Token } from '../../server/core/features/semantic-tokens/statement.ts';
import { anyDocument, validDocument } from '../properties/documents.ts';
import { loadGrammar } from './grammars.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const { contributes } = JSON.parse(read('package.json'));
const [{ language, scopes }] = contributes.semanticTokenScopes as [
  { language: string; scopes: Record<string, [string]> },
];

/** The scope that VS Code colours a token by: of the selectors that fit, the one that says most. */
function scopeOf({ type, modifiers }: Pick<Token, 'type' | 'modifiers'>): string {
  const fitting = Object.keys(scopes)
    .map(selector => selector.split('.'))
    .filter(([name, ...more]) => name === type && more.every(each => (modifiers as readonly string[]).includes(each)));
  const best = fitting.toSorted((a, b) => b.length - a.length)[0];
  assert.ok(best, `no scope for ${type}`);
  assert.ok(
    fitting.every(each => each === best || each.length < best.length),
    `two scopes for ${type}`,
  );
  return (scopes[best.join('.')] as [string])[0];
}

describe('syntaxes: semantic tokens', () => {
  let grammar: Awaited<ReturnType<typeof loadGrammar>>;
  before(async () => {
    grammar = await loadGrammar('source.okr');
  });

  /** For each line: what has a colour by TextMate, without prose, comments and marks, and what has one by a token. */
  function compare(whole: string, see: (line: string, byTextMate: string[], byTokens: string[]) => void): void {
    // VS Code takes the mark off before anybody sees the text.
    const text = whole.replace(/^\ufeff/, '');
    const { tree, lineStarts } = new Block(text);
    for (const [i, start] of lineStarts.entries()) {
      const line = text.slice(start, lineStarts[i + 1]).replace(/[\r\n]+$/, '');
      const byTextMate = new Array<string>(line.length).fill('');
      for (const { startIndex, endIndex, scopes } of grammar.tokenizeLine(line, null).tokens) {
        const scope = scopes.at(-1) as string;
        if (!isOurs(scopes)) continue;
        for (let at = startIndex; at < endIndex && at < line.length; at++)
          if (/\S/.test(line[at] as string)) byTextMate[at] = scope;
      }
      const byTokens = new Array<string>(line.length).fill('');
      for (const statement of tree.statements) {
        if (statement.line !== i) continue;
        for (const token of statementTokens(statement, text, tree.syntax))
          for (let at = token.start - start; at < token.end - start; at++)
            if (/\S/.test(line[at] as string)) byTokens[at] = scopeOf(token);
      }
      see(line, byTextMate, byTokens);
    }
  }

  const equal = (text: string) =>
    compare(text, (line, byTextMate, byTokens) => assert.deepEqual(byTokens, byTextMate, line));

  for (const file of globSync(['samples/**/*.okr', 'tests/fixtures/**/*.okr'], { cwd: root.pathname }).sort()) {
    it(`have the colours of TextMate in ${file}`, () => equal(read(file)));
  }

  for (const { keyword, places, example } of keywords.values()) {
    it(`have the colours of TextMate for \`${keyword}\``, () => {
      for (const place of places) equal(place === 'top' ? example : `  ${example}`);
    });
  }

  it('have the colours of TextMate in what the fixtures of the grammar show', () => {
    // Broken lines, too: there a token may be missing, but none says anything else.
    for (const file of globSync('tests/syntaxes/fixtures/*.okr', { cwd: root.pathname }))
      compare(read(file), (line, byTextMate, byTokens) => {
        for (const [at, scope] of byTokens.entries()) if (scope !== '') assert.equal(scope, byTextMate[at], line);
      });
  });

  it('have the colours of TextMate in every document that is right', () => {
    fc.assert(fc.property(validDocument, equal), { numRuns: 300 });
  });

  it('have no other colours than TextMate where a word touches a share', () => {
    compare('objective love\n  grade 2026-10-31 0.7by @ana\n', (line, byTextMate, byTokens) => {
      for (const [at, scope] of byTokens.entries()) if (scope !== '') assert.equal(scope, byTextMate[at], line);
    });
  });

  it('have no other colours than TextMate where a unit begins with the letter for thousands', () => {
    for (const unit of ['k', 'k😀', 'kg', 'kπ', 'k_a', 'k1', 'k€', 'k/h'])
      compare(`objective love\n  kr nps: Us\n    target 2026-10-31 40${unit}\n`, (line, byTextMate, byTokens) => {
        for (const [at, scope] of byTokens.entries()) if (scope !== '') assert.equal(scope, byTextMate[at], line);
      });
  });

  it('have no other colours than TextMate in any document', () => {
    fc.assert(
      fc.property(anyDocument, text =>
        // TextMate's blanks are the space and the tab; the language has some more.
        compare(text.replace(/[^\S\r\n]/g, ' '), (line, byTextMate, byTokens) => {
          for (const [at, scope] of byTokens.entries()) if (scope !== '') assert.equal(scope, byTextMate[at], line);
        }),
      ),
      { numRuns: 500 },
    );
  });

  it('name what the manifest has a scope for, and nothing else', () => {
    assert.equal(language, 'okr');
    const names = new Set<string>([...tokenTypes, ...tokenModifiers]);
    for (const selector of Object.keys(scopes)) {
      for (const name of selector.split('.')) assert.ok(names.has(name), selector);
    }
    for (const type of tokenTypes) assert.ok(type in scopes, type);
    const standard = ['declaration', 'deprecated', 'readonly'];
    assert.deepEqual(
      contributes.semanticTokenModifiers.map(({ id }: { id: string }) => id),
      tokenModifiers.filter(each => !standard.includes(each)),
    );
  });
});

function isOurs(scopes: readonly string[]): boolean {
  const all = scopes.join(' ');
  if (/\bmeta\.prose\.okr|\bcomment\.line/.test(all)) return false;
  return !/^(?:source|meta|punctuation)\./.test(scopes.at(-1) as string);
}
