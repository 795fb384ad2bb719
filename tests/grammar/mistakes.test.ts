/** What is said about each mistake, where, and what its fix writes. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { eachFixture } from './fixtures.ts';
import { type Found, problemsIn } from './problems.ts';

describe('grammar: mistakes', () => {
  eachFixture('syntax', '.golden.txt', text => {
    const lines = text.split('\n');
    const found = problemsIn(text);
    const words = lines.map((line, index) => {
      const here = found.filter(({ range }) => range.start.line === index);
      return [
        `${String(index + 1).padStart(3)} │ ${line}`.trimEnd(),
        ...here.flatMap(each => inWords(each, text)),
      ].join('\n');
    });
    return `${words.join('\n').trimEnd()}\n`;
  });
});

describe('grammar: fixes', () => {
  const directory = new URL('syntax/', import.meta.url);
  for (const file of readdirSync(directory).filter(file => file.endsWith('.okr'))) {
    it(`each removes its problem: ${file}`, () => {
      const text = readFileSync(new URL(file, directory), 'utf8');
      const before = problemsIn(text);
      const fixes = before.filter(({ fixed }) => fixed !== undefined);
      for (const { problem, fixed } of fixes) {
        const after = problemsIn(fixed as string);
        const count = (found: readonly Found[]) =>
          found.filter(each => each.problem.message === problem.message).length;
        assert.equal(count(after), count(before) - 1, `${problem.message}\n${fixed}`);
      }
    });
  }
});

/** The range under the line, the code, the message, and the lines that the fix changes. */
function inWords({ problem, range, fixed }: Found, text: string): string[] {
  const { start, end } = range;
  const length =
    end.line === start.line ? end.character - start.character : text.split('\n')[start.line]!.length - start.character;
  const mark = `    │ ${' '.repeat(start.character)}${'^'.repeat(Math.max(1, length))}`;
  const words = [mark, `    │ ${problem.code}: ${problem.message}`];
  if (problem.related !== undefined) words.push(`    │   there: ${problem.related.message}`);
  if (fixed !== undefined)
    words.push(`    │   [${problem.fix?.title}]`, ...changed(text, fixed).map(line => `    │   → ${line}`));
  return words;
}

function changed(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let same = 0;
  while (same < now.length && old[same] === now[same]) same++;
  let sameAtEnd = 0;
  while (
    sameAtEnd < now.length - same &&
    sameAtEnd < old.length - same &&
    old.at(-1 - sameAtEnd) === now.at(-1 - sameAtEnd)
  )
    sameAtEnd++;
  const lines = now.slice(same, now.length - sameAtEnd);
  return lines.length === 0 ? ['(nothing)'] : lines.map(line => line.replaceAll('\t', '⇥'));
}
