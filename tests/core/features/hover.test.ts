/** What a hover says, for each mark of each fixture in `hover/`. */
import { describe, it } from 'mocha';
import type { MarkupContent } from 'vscode-languageserver-types';
import { hover } from '../../../server/core/features/hover.ts';
import { eachFixture, equalsGolden, fixture, type Marked } from './fixture.ts';

describe('Hover', () => {
  eachFixture('hover', (name, text) => {
    it(name, () => {
      const { context, marks } = fixture(text);
      const answers = marks.map(mark => answer(mark, hover(context, mark.uri, mark.position)));
      equalsGolden(`hover/${name}.golden.md`, answers.join('\n'));
    });
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
