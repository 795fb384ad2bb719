/** What formatting makes of the lines between two marks (`formatting/range/`), and of Enter at a mark (`formatting/enter/`). */
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import { formatAfterEnter, formatRange } from '../../../server/core/features/formatting.ts';
import type { OkrFile } from '../../../server/core/model/file.ts';
import { difference } from './actions.ts';
import { eachFixture, equalsGolden, fixture, type Marked } from './fixture.ts';

describe('Formatting of a range', () => {
  eachFixture('formatting/range', (name, text) => {
    it(name, () => {
      const { context, marks } = fixture(text);
      const answers: string[] = [];
      for (let i = 0; i < marks.length; i += 2) {
        const [from, to] = [marks[i] as Marked, marks[i + 1] as Marked];
        const file = context.workspace.file(from.uri) as OkrFile;
        const edits = formatRange(file, { start: from.position, end: to.position });
        answers.push(`${place(from)} to ${place(to)}`, ...changes(file, edits), '');
      }
      equalsGolden(`formatting/range/${name}.golden.txt`, answers.join('\n'));
    });
  });
});

describe('Formatting after Enter', () => {
  eachFixture('formatting/enter', (name, text) => {
    it(name, () => {
      const { context, marks } = fixture(text);
      const answers: string[] = [];
      for (const { uri, position } of marks) {
        const file = context.workspace.file(uri) as OkrFile;
        const edits = formatAfterEnter(context.workspace, file, position);
        const lines = [position.line - 1, position.line].map(line => `  ${file.document.lineText(line)}│`);
        answers.push(...lines, ...(edits.length === 0 ? ['    (nothing)'] : changes(file, edits)), '');
      }
      equalsGolden(`formatting/enter/${name}.golden.txt`, answers.join('\n'));
    });
  });
});

function place({ position: { line, character } }: Marked): string {
  return `${line + 1}:${character + 1}`;
}

/** Each line as it was and will be, with blanks that can be seen; then the edits themselves. */
function changes({ document }: OkrFile, edits: TextEdit[]): string[] {
  const after = TextDocument.applyEdits(TextDocument.create('', 'okr', 1, document.text), edits);
  const visible = (text: string) => text.replaceAll('\t', '→').replaceAll(' ', '·');
  const lines = difference(visible(document.text), visible(after)).filter(line => !line.startsWith(' '));
  const written = edits.map(({ range: { start, end }, newText }) => {
    const to = end.line === start.line ? end.character + 1 : `${end.line + 1}:${end.character + 1}`;
    return `    ${start.line + 1}:${start.character + 1}-${to} ${JSON.stringify(newText)}`;
  });
  return [...lines.map(line => `    ${line}`), ...written];
}
