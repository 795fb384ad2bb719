/** What completion offers, for each mark of each fixture in `completion/`. */
import { describe, it } from 'mocha';
import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver-types';
import { plainAsker } from '../../../server/core/features/completion/asker.ts';
import { complete } from '../../../server/core/features/completion.ts';
import { eachFixture, equalsGolden, fixture, type Marked } from './fixture.ts';

/** As many as a reader of a golden file wants to see. */
const SHOWN = 14;

describe('Completion', () => {
  eachFixture('completion', (name, text) => {
    it(name, async () => {
      const { context, marks, data } = fixture(text);
      const asker = { ...plainAsker, data };
      const answers = await Promise.all(
        marks.map(async mark => answer(mark, await complete(context, mark.uri, mark.position, asker))),
      );
      equalsGolden(`completion/${name}.golden.txt`, answers.join('\n'));
    });
  });
});

/** The line with its cursor, and under it the first items: the label, what stands behind it, what it writes where. */
function answer({ line, position }: Marked, { items, isIncomplete }: CompletionList): string {
  const written = `${line.slice(0, position.character)}│${line.slice(position.character)}`;
  const sorted = items
    .filter(item => isShown(item, line, position.character))
    .toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  const lines = sorted.slice(0, SHOWN).map(item => `  ${inWords(item, line)}`);
  if (sorted.length > SHOWN) lines.push(`  … ${sorted.length} in all${isIncomplete ? ', and more' : ''}`);
  else if (isIncomplete) lines.push('  (to be asked for again)');
  return `${written}\n${sorted.length === 0 ? '  (nothing)' : lines.join('\n')}\n`;
}

/** Editors leave out what does not have the characters that are written, in their order. */
function isShown({ label, filterText = label, textEdit }: CompletionItem, line: string, character: number): boolean {
  const { start } = (textEdit as TextEdit).range;
  const text = filterText.toLowerCase();
  let at = 0;
  for (const letter of line.slice(start.character, character).trim().toLowerCase()) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function inWords({ label, labelDetails, textEdit }: CompletionItem, line: string): string {
  const { range, newText } = textEdit as TextEdit;
  const replaced = line.slice(range.start.character, range.end.character);
  const details = [labelDetails?.detail?.trim(), labelDetails?.description].filter(Boolean);
  const description = details.length === 0 ? '' : ` (${details.join(' | ')})`;
  const isPlain = newText === label && (replaced === '' || label.startsWith(replaced));
  return `${label}${description}${isPlain ? '' : ` ${JSON.stringify(replaced)} → ${JSON.stringify(newText)}`}`;
}
