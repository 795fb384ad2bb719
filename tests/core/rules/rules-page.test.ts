/** The page on the rules is what their list gives, and each example on it does what it is there for. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { rules } from '../../../server/core/rules/rules.ts';
import { plain, rulesPage, rulesTable, tryOut } from '../../../server/core/rules/rules-page.ts';

const page = new URL('../../../server/core/rules/README.md', import.meta.url);
const readme = new URL('../../../README.md', import.meta.url);

describe('the page on the rules', () => {
  it('is what the list gives', () => {
    const text = rulesPage(rules);
    if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(page, text);
    assert.equal(text, readFileSync(page, 'utf8'));
  });

  it('has its table in the README', () => {
    const text = readFileSync(readme, 'utf8');
    const table = rulesTable(rules, 'server/core/rules/README.md');
    const expected = text.replace(/(<!-- rules -->\n)[\s\S]*(<!-- \/rules -->)/, `$1\n${table}\n\n$2`);
    if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(readme, expected);
    assert.equal(text, expected);
  });

  for (const rule of rules) {
    const { id, bad, good } = rule;
    // What is no text, or may not be read, cannot be shown as an example.
    if (id === 'file-encoding' || id === 'file-unreadable') continue;
    it(`${id}: the bad example fires it and nothing else, the good one fires nothing`, () => {
      assert.deepEqual([...new Set(tryOut(bad, rule).map(({ rule }) => rule))], [id]);
      assert.deepEqual(tryOut(good, rule), []);
    });
  }

  it('shows examples without the indentation of the source', () => {
    assert.equal(
      plain('\n    objective: Love\n      kr: Score\n    \ttab\n\n    end\n  '),
      'objective: Love\n  kr: Score\n\ttab\n\nend\n',
    );
  });

  it('has examples of every fence', () => {
    const fences = [...readFileSync(page, 'utf8').matchAll(/^```okr\n([\s\S]*?)^```/gm)].map(
      match => match[1] as string,
    );
    const known = rules.flatMap(({ bad, good }) => [bad, good]).map(plain);
    const others = fences.filter(text => !known.includes(text));
    assert.equal(others.length, 1);
    assert.deepEqual(tryOut(others[0] as string), []);
  });

  it('names each rule once, in kebab-case', () => {
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
    for (const { id } of rules) assert.match(id, /^[a-z]+(?:-[a-z]+)*$/);
  });
});
