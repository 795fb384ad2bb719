/** Golden files of reports: `UPDATE_GOLDEN=1 npx mocha …` writes them anew, to be read before they are kept. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';

/** @param file in `golden/`, such as `company-2026-Q4.golden.md` */
export function equalsGolden(file: string, text: string): void {
  const path = new URL(`golden/${file}`, import.meta.url);
  if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(path, text);
  assert.equal(text, readFileSync(path, 'utf8'), `${file} reads differently`);
}
