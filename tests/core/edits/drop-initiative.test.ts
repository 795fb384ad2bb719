/** An initiative that is let go: its one line on the work says so, with the day and the reason. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Document } from '../../../grammar/document.ts';
import { formatDocument } from '../../../grammar/printer.ts';
import { fromIso } from '../../../server/core/calendar/day.ts';
import { dropInitiative, initiativeAt, initiativeSubject } from '../../../server/core/edits/drop-initiative.ts';
import type { InitiativeEntry } from '../../../server/core/model/entry.ts';
import { Workspace } from '../../../server/core/model/workspace.ts';
import { editedText } from '../../../server/core/rules/fixes.ts';
import { Standings } from '../../../server/core/standing/standings.ts';

const day = fromIso('2026-11-21') as number;

function dropped(text: string, why = 'The shops said no', by = ''): { readonly text: string; readonly told: string } {
  const { context, file } = opened(text);
  const initiative = initiativeAt(context.workspace, file.uri, 0) as InitiativeEntry;
  const { edits, line } = dropInitiative(context, initiative, { day, why, by });
  const after = editedText(file, edits);
  assert.deepEqual(
    new Document(after).blocks.flatMap(({ tree }) => [...tree.syntax, ...tree.structure]),
    [],
  );
  return { text: after, told: after.split('\n')[line] as string };
}

function opened(text: string) {
  const workspace = new Workspace('file:///w', day);
  const file = workspace.setFile('file:///w/a.okr', text, true);
  return { context: { workspace, standings: new Standings(workspace) }, file };
}

const windows = (work: string) => `initiative window: Our books in thirty windows
  supports love
  owner @kim
${work}  due 2026-12-04
`;

describe('An initiative that is dropped', () => {
  for (const work of ['planned', 'active'])
    it(`says so where it said \`${work}\``, () => {
      const { text, told } = dropped(windows(`  ${work}\n`));
      assert.equal(text, windows('  dropped 2026-11-21: The shops said no\n'));
      assert.equal(told, '  dropped 2026-11-21: The shops said no');
    });

  it('says so below the rest where it said nothing', () => {
    const { text, told } = dropped(windows(''), 'one\r\ntwo', 'ana');
    assert.equal(text, `${windows('')}  dropped 2026-11-21 by @ana: one two\n`);
    assert.equal(told, '  dropped 2026-11-21 by @ana: one two');
  });

  it('keeps since when it was worked on', () => {
    const { text, told } = dropped(windows('  active 2026-10-05\n'));
    assert.equal(text, windows('  # active 2026-10-05\n  dropped 2026-11-21: The shops said no\n'));
    assert.equal(told, '  dropped 2026-11-21: The shops said no');
    assert.equal(formatDocument(new Document(text)), text);
  });

  it('keeps the ends of lines and what stands behind', () => {
    const { text } = dropped('initiative a: A\r\n\tactive # soon\r\n\tdue 2026-12-04\r\n', 'No: # 1');
    assert.match(text, /^initiative a: A\r\n(?:\t# .*\r\n)?\tdropped 2026-11-21: No: # 1/);
    assert.match(text, /soon/);
  });

  it('is refused in a sentence', () => {
    assert.throws(
      () => dropped(windows('  done 2026-11-01\n')),
      /It was done on 1 Nov: what is done stays as it was\./,
    );
    assert.throws(() => dropped(windows('  dropped\n')), /It was dropped already\./);
    assert.throws(() => dropped(windows('  active\n'), ' '), /Say why, in one sentence/);
    assert.throws(() => dropped(windows('  active\n'), 'Why', '@no body'), /is no handle/);
    assert.throws(() => dropped(windows('  active\n  link\n')), /Line 5 cannot be read/);
  });

  it('is asked about by what it is', () => {
    const { context, file } = opened(windows('  active\n'));
    const subject = initiativeSubject(context, initiativeAt(context.workspace, file.uri, 2) as InitiativeEntry);
    assert.deepEqual(
      { title: subject.title, ref: subject.ref, standing: subject.standing, owner: subject.owner },
      { title: 'Our books in thirty windows', ref: 'window', standing: 'active', owner: '@kim' },
    );
  });
});
