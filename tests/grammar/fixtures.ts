/** Files of a folder, each with a golden file beside it: adding a file adds a test. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { it } from 'mocha';

/** @param golden the ending of the golden file: `UPDATE_GOLDEN=1` writes it anew, to be read before it is kept */
export function eachFixture(folder: string, golden: string, answer: (text: string) => string): void {
  const directory = new URL(`${folder}/`, import.meta.url);
  const files = readdirSync(directory).filter(file => file.endsWith('.okr') && !file.includes('.golden.'));
  for (const file of files.sort()) {
    it(`${folder}/${file}`, () => {
      const path = new URL(file.replace('.okr', golden), directory);
      const actual = answer(readFileSync(new URL(file, directory), 'utf8'));
      if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(path, actual);
      assert.ok(existsSync(path), `there is no ${path.pathname} yet: UPDATE_GOLDEN=1 writes it`);
      assert.equal(actual, readFileSync(path, 'utf8'));
    });
  }
}
