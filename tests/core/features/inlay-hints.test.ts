/** What is said beside the text, for each fixture in `inlay-hints/`: all hints, in the lines where they stand. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { InlayHint, MarkupContent } from 'vscode-languageserver-types';
import { inlayHints, resolveInlayHint, type WantedHints } from '../../../server/core/features/inlay-hints.ts';
import { anyDocument } from '../../properties/documents.ts';
import { eachFixture, equalsGolden, fixture } from './fixture.ts';

const uri = 'file:///workspace/main.okr';
const all: WantedHints = { score: true, timePassed: true, checkInChange: true };
const everywhere = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };

describe('Inlay hints', () => {
  eachFixture('inlay-hints', (name, text) => {
    it(name, () => {
      const { context } = fixture(text);
      const lines = context.workspace.file(uri)?.document.text.split('\n') ?? [];
      for (const { position, label } of inlayHints(context, uri, everywhere, all).toReversed()) {
        const line = lines[position.line] as string;
        lines[position.line] = `${line.slice(0, position.character)}⟨${label}⟩${line.slice(position.character)}`;
      }
      equalsGolden(`inlay-hints/${name}.golden.txt`, lines.join('\n'));
    });

    it(`are explained by what a hover says there: ${name}`, () => {
      const { context } = fixture(text);
      for (const hint of inlayHints(context, uri, everywhere, all)) {
        assert.equal(hint.tooltip, undefined);
        const { tooltip, ...rest } = resolveInlayHint(context, hint);
        assert.deepEqual(rest, hint);
        const { kind, value } = tooltip as MarkupContent;
        assert.equal(kind, 'markdown');
        assert.ok(value.includes(shown(hint)), `${hint.label} is in ${value}`);
      }
    });
  });

  it('are only those that are wanted', () => {
    const { context } = fixture(
      'cycle 2026-Q4\nobjective a: A\n  kr b: B\n    to 9\n    checkin 2026-11-01 1\n    checkin 2026-11-02 3\n',
    );
    const lines = (wanted: Partial<WantedHints>) =>
      inlayHints(context, uri, everywhere, { score: false, timePassed: false, checkInChange: false, ...wanted }).map(
        ({ position }) => position.line,
      );
    assert.deepEqual(lines({ score: true }), [1, 2]);
    assert.deepEqual(lines({ timePassed: true }), [0]);
    assert.deepEqual(lines({ checkInChange: true }), [5]);
    assert.deepEqual(lines({}), []);
  });

  it('of a range are those of the whole that are in its lines, and stand in a line', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat({ max: 30 }), fc.nat({ max: 30 }), (text, first, more) => {
        const { context } = fixture('');
        const { document } = context.workspace.setFile(uri, text, true);
        const last = first + more;
        const range = { start: { line: first, character: 3 }, end: { line: last, character: 0 } };
        const whole = inlayHints(context, uri, everywhere, all);
        for (const { position } of whole)
          assert.ok(position.character <= document.lineText(position.line).length, JSON.stringify(position));
        const inRange = ({ position: { line } }: InlayHint) => line >= first && line <= last;
        assert.deepEqual(inlayHints(context, uri, range, all), whole.filter(inRange));
        for (const hint of whole) resolveInlayHint(context, hint);
      }),
    );
  });
});

/** What the hover has of a label: the score without its status, the days, the change. */
function shown({ label }: InlayHint): string {
  return /^[\d.]+(?= [^%])/.exec(label as string)?.[0] ?? (label as string);
}
