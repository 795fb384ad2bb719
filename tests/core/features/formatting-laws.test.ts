/** Formatting of some lines never changes others, nor what they say. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import { Document } from '../../../grammar/document.ts';
import { formatDocument as printed } from '../../../grammar/printer.ts';
import { formatAfterEnter, formatDocument, formatRange } from '../../../server/core/features/formatting.ts';
import { Workspace } from '../../../server/core/model/workspace.ts';
import { anyDocument } from '../../properties/documents.ts';
import { linesOf } from '../../properties/trees.ts';

const URI = 'file:///workspace/main.okr';
const runs = { numRuns: 600 };

function opened(text: string) {
  const workspace = new Workspace('file:///workspace', 20_778);
  return { workspace, file: workspace.setFile(URI, text, true) };
}
const applied = (text: string, edits: TextEdit[]) =>
  TextDocument.applyEdits(TextDocument.create('', 'okr', 1, text), edits);

describe('Formatting', () => {
  it('of a document is what the printer writes', () => {
    fc.assert(
      fc.property(anyDocument, text => {
        assert.equal(applied(text, formatDocument(opened(text).file)), printed(new Document(text)));
      }),
      runs,
    );
  });

  it('of a range touches its lines only, and the others stand where they stood', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), fc.nat({ max: 8 }), (text, pick, more) => {
        const { file } = opened(text);
        const first = pick % file.document.lineCount;
        const last = Math.min(first + more, file.document.lineCount - 1);
        const range = { start: { line: first, character: 0 }, end: { line: last, character: 1 } };
        const edits = formatRange(file, range);
        for (const edit of edits) {
          const { start, end } = edit.range;
          assert.ok(start.line >= first && start.line <= last);
          assert.ok(end.line <= last || (end.line === last + 1 && end.character === 0));
        }
        const after = new Document(applied(text, edits));
        const gone = file.document.lineCount - after.lineCount;
        const before = linesOf(file.document);
        const now = linesOf(after);
        const saidOn = (lines: Map<number, unknown>, line: number) =>
          (lines.get(line) as { keyword?: { text: string } } | undefined)?.keyword?.text;
        for (const line of before.keys()) {
          if (line < first) assert.equal(saidOn(now, line), saidOn(before, line));
          if (line > last) assert.equal(saidOn(now, line - gone), saidOn(before, line));
        }
      }),
      runs,
    );
  });

  it('of a range twice is once', () => {
    fc.assert(
      fc.property(anyDocument, text => {
        const whole = (each: string) => ({
          start: { line: 0, character: 0 },
          end: { line: new Document(each).lineCount, character: 0 },
        });
        const once = applied(text, formatRange(opened(text).file, whole(text)));
        assert.equal(applied(once, formatRange(opened(once).file, whole(once))), once);
      }),
      runs,
    );
  });

  it('after Enter touches the new line, and the one above only where it was begun and left', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), (text, pick) => {
        const { workspace, file } = opened(text);
        const line = pick % file.document.lineCount;
        const edits = formatAfterEnter(workspace, file, { line, character: file.document.lineText(line).length });
        assert.ok(edits.length <= 1);
        for (const { range, newText } of edits) {
          assert.equal(range.end.line, line);
          assert.doesNotMatch(newText, /[\r\n]/);
          if (range.start.line === line) continue;
          assert.equal(range.start.line, line - 1);
          assert.match(file.document.lineText(line - 1), /^[ \t]*(?:checkin|reading)[ \t]*(?:2026-11-21)?[ \t]*$/);
        }
      }),
      runs,
    );
  });
});
