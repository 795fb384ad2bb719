/** What a hover says, for each mark of each fixture in `hover/`. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { MarkupContent } from 'vscode-languageserver-types';
import { hover } from '../../../server/core/features/hover.ts';
import { anyDocument } from '../../properties/documents.ts';
import { eachFixture, equalsGolden, fixture, type Marked } from './fixture.ts';

describe('Hover', () => {
  eachFixture('hover', (name, text) => {
    it(name, () => {
      const { context, marks } = fixture(text);
      const answers = marks.map(mark => answer(mark, hover(context, mark.uri, mark.position)));
      equalsGolden(`hover/${name}.golden.md`, answers.join('\n'));
    });
  });

  it('says something, and is about a part of its line, whatever a document says', () => {
    fc.assert(
      fc.property(anyDocument, text => {
        const { context } = fixture('');
        const uri = 'file:///workspace/any.okr';
        const { document } = context.workspace.setFile(uri, text, true);
        for (let line = 0; line < document.lineCount; line++) {
          const { length } = document.lineText(line);
          for (let character = 0; character <= length; character += 3) {
            const found = hover(context, uri, { line, character });
            if (found?.range === undefined) continue;
            const { start, end } = found.range;
            assert.deepEqual([start.line, end.line], [line, line]);
            assert.ok(start.character < end.character && end.character <= length);
            assert.notEqual((found.contents as MarkupContent).value.trim(), '');
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** The line, its part that the hover is about (`^` where the cursor is), and the text. */
function answer({ line, position }: Marked, found: ReturnType<typeof hover>): string {
  const range = found?.range;
  const under = [...`${line} `].map((_, at) => {
    if (at === position.character) return '^';
    return range !== undefined && at >= range.start.character && at < range.end.character ? '~' : ' ';
  });
  const text = found === null ? '(nothing)' : (found.contents as MarkupContent).value;
  return `\`\`\`okr\n${line}\n${under.join('').trimEnd()}\n\`\`\`\n${text}\n`;
}
