/** One test for each file in `fixtures`: adding a file adds a test. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import type { GrammarTestCase, TestFailure } from 'vscode-tmgrammar-test/dist/unit/index.js';
import { parseGrammarTestCase, runGrammarTestCase } from 'vscode-tmgrammar-test/dist/unit/index.js';
import { loadGrammar, registry } from './grammars.ts';

const fixtures = new URL('fixtures/', import.meta.url);

describe('syntaxes: fixtures', () => {
  for (const file of readdirSync(fixtures).sort()) {
    const testCase = parseGrammarTestCase(readFileSync(new URL(file, fixtures), 'utf8'));
    it(`${file}: ${testCase.metadata.description}`, async () => {
      assert.ok(testCase.assertions.length > 0, 'the fixture asserts nothing');
      await loadGrammar(testCase.metadata.scope);
      const failures = await runGrammarTestCase(registry, testCase);
      if (failures.length > 0) assert.fail(failures.map(failure => describeFailure(testCase, failure)).join('\n'));
    });
  }
});

function describeFailure(testCase: GrammarTestCase, failure: TestFailure): string {
  const { line, srcLine, start, end, missing, unexpected, actual } = failure;
  const lines = [`line ${line + 1}`, testCase.source[srcLine], `${' '.repeat(start)}${'^'.repeat(end - start)}`];
  if (missing.length > 0) lines.push(`  missing:    ${missing.join(' ')}`);
  if (unexpected.length > 0) lines.push(`  unexpected: ${unexpected.join(' ')}`);
  return [...lines, `  is:         ${actual.join(' ')}`].join('\n');
}
