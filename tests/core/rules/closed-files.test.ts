/** Of a file that nobody has open little is kept: it says, and offers, what an open one does. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { type OpenWorkspace, openWorkspace } from '../../../server/core/open-workspace.ts';
import { eachOf } from '../../../server/core/rules/one-voice.ts';
import { anyDocument } from '../../properties/documents.ts';

const URI = 'file:///w/a.okr';
const other = 'team growth\ncycle 2026-Q4\nobjective love: Love\n  kr nps: Raise our NPS\n    from 32 to 50 points\n';

function load(text: string, isOpen: boolean): OpenWorkspace {
  const loaded = openWorkspace('file:///w', 20_780);
  loaded.workspace.setFile(URI, text, isOpen);
  loaded.workspace.setFile('file:///w/other.okr', other, isOpen);
  return loaded;
}

function said({ workspace, diagnosis }: OpenWorkspace) {
  const file = workspace.file(URI);
  assert.ok(file);
  return eachOf(diagnosis.findings(file)).map(({ rule, message, block, span, related, remedies }) => ({
    rule,
    message,
    range: file.rangeOf(block, span),
    related: related.map(({ place, message: why }) => [place.file.rangeOf(place.block, place.span), why]),
    remedies: remedies.map(({ title, edits }) => [
      title,
      edits.map(({ place, text }) => [place.file.rangeOf(place.block, place.span), text]),
    ]),
  }));
}

function facts({ workspace }: OpenWorkspace) {
  return [...workspace.entries.peek()].map(entry => entry.facts.peek());
}

describe('a closed file', () => {
  it('says and offers what an open one does, before and after its room was given back', () => {
    fc.assert(
      fc.property(anyDocument, text => {
        const [open, closed] = [load(text, true), load(text, false)];
        assert.deepEqual(said(closed), said(open));
        closed.workspace.release();
        assert.deepEqual(said(closed), said(open));
        assert.deepEqual(facts(closed), facts(open));
      }),
      { numRuns: Number(process.env['RUNS'] ?? 150) },
    );
  });

  it('is not looked at again because its room was given back', () => {
    const { workspace, diagnosis } = load(other.replace('growth', 'care'), false);
    const file = workspace.file(URI);
    assert.ok(file);
    const before = diagnosis.findings(file);
    assert.notEqual(before.length, 0);
    workspace.release();
    assert.equal(diagnosis.findings(file), before);
  });
});
