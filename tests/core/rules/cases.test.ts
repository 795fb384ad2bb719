/**
 * What the rules say. Each file in `cases` is a workspace, and the golden file beside it says what is found in it and
 * what the fixes make of it: adding a file adds a test. `UPDATE_GOLDEN=1` writes the golden files anew, to be read
 * before they are kept.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { eachOf } from '../../../server/core/rules/one-voice.ts';
import { rules } from '../../../server/core/rules/rules.ts';
import { annotate } from './annotate.ts';
import { allFindings, type Fixture, open, readFixture, repaired } from './fixture.ts';

const folder = new URL('cases/', import.meta.url);
const cases = readdirSync(folder)
  .filter(name => name.endsWith('.okr'))
  .sort();
/** What is reported by those who read the files. */
const elsewhere = ['settings-invalid', 'file-encoding', 'file-unreadable'];

describe('rules', () => {
  const fired = new Set<string>();

  for (const name of cases) {
    const fixture = readFixture(readFileSync(new URL(name, folder), 'utf8'));

    it(`${name.slice(0, -4)}: what is found, and what the fixes make of it`, () => {
      const golden = new URL(`${name.slice(0, -4)}.golden.txt`, folder);
      const text = annotate(fixture);
      if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(golden, text);
      assert.equal(text, existsSync(golden) ? readFileSync(golden, 'utf8') : '');
    });

    it(`${name.slice(0, -4)}: each fix ends what it was offered for, and breaks nothing`, () => {
      for (const findings of allFindings(open(fixture)).values()) {
        for (const { rule, message, remedies } of eachOf(findings)) {
          fired.add(rule);
          for (const remedy of remedies) {
            const after = repaired(fixture, remedy);
            const what = `“${remedy.title}” for: ${message}`;
            assert.ok(
              count(after, found => found.message === message) < count(fixture, found => found.message === message),
              what,
            );
            assert.ok(count(after, isBroken) <= count(fixture, isBroken), `${what} breaks something`);
            for (const text of after.files.values())
              assert.ok(!text.includes('\r') || !/[^\r]\n/.test(text), `${what} mixes line breaks`);
          }
        }
      }
    });
  }

  it('each rule has a case in which it fires', () => {
    const silent = rules.map(({ id }) => id).filter(id => !fired.has(id) && !elsewhere.includes(id));
    assert.deepEqual(silent, []);
  });
});

type Found = { readonly rule: string; readonly message: string };

function count(fixture: Fixture, which: (found: Found) => boolean): number {
  return eachOf([...allFindings(open(fixture)).values()].flat()).filter(which).length;
}

function isBroken({ rule }: Found): boolean {
  return [
    'syntax',
    'unknown-keyword',
    'unknown-argument',
    'misplaced-statement',
    'duplicate-statement',
    'value-invalid',
    'unresolved-reference',
  ].includes(rule);
}
