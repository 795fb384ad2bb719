/** A closed file, of which only what others see is read at first, says what an open one does. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { glanceAt } from '../../../server/core/model/glance.ts';
import { Workspace } from '../../../server/core/model/workspace.ts';
import { anyDocument } from '../../properties/documents.ts';

const URI = 'file:///w/a.okr';

function entriesOf(text: string, isOpen: boolean) {
  const workspace = new Workspace('file:///w', 20_000);
  const file = workspace.setFile(URI, text, isOpen);
  const silences = file.content.map(row => row.silences);
  const headings = file.content.map(row => row.heading);
  const entries = file.content.flatMap(row => row.entries);
  const outside = entries.map(({ surface, index, team, cycle, appearance }) => {
    const titles = 'keyResults' in appearance ? appearance.keyResults.map(({ title }) => title) : [];
    const goals = 'keyResults' in appearance ? [appearance, ...appearance.keyResults] : [];
    const continued = goals.map(({ continues }) => continues);
    return { surface, index, team, cycle, titles: [appearance.title, ...titles], continued };
  });
  return { silences, headings, outside, facts: entries.map(entry => entry.facts.peek()) };
}

describe('A block at a glance', () => {
  it('has the lines that others see', () => {
    const seen = glanceAt(`objective love: Love
  owner @ana
  > Why
  supports grow, sold # both

  kr nps: Raise it
    from 2 to 8 points
    checkin 2026-10-10 4 points: supports nothing
    follows other.one
  dropped 2026-12-01: Not now
`);
    assert.deepEqual(
      seen?.statements.map(({ kind, parent }) => [kind, parent?.kind]),
      [
        ['objective', undefined],
        ['supports', 'objective'],
        ['kr', 'objective'],
        ['follows', 'kr'],
        ['dropped', 'objective'],
      ],
    );
  });

  for (const [what, text] of [
    ['a block that is no goal', 'cycle summer\n  from 2026-06-01 to ?\n'],
    ['a silence', 'objective love: Love\n  # okr-ignore kr-vague\n  owner @ana\n'],
    ['a line under one that would be left out', 'objective love: Love\n  owner @ana\n    supports grow\n'],
    ['a line between two that would be left out', 'objective love: Love\n  due 1\n     with 2\n    supports grow\n'],
    ['tabs', 'objective love: Love\n\towner @ana\n  supports grow\n'],
    ['a lone carriage return', 'objective love: Love\n  owner @ana\r  supports grow\n'],
  ] as const)
    it(`leaves ${what} to the whole tree`, () => assert.equal(glanceAt(text), undefined));

  it('keeps what may be meant for something else', () => {
    const seen = glanceAt('objective love: Love\n  ownr @ana\n  Owner @ana\n  suports grow\n  owner-of @ana\n  kr:\n');
    assert.equal(seen?.statements.length, 6);
  });

  it('says of any document what the whole tree says', () => {
    fc.assert(
      fc.property(anyDocument, text => assert.deepEqual(entriesOf(text, false), entriesOf(text, true))),
      { numRuns: 1000 },
    );
  });
});
