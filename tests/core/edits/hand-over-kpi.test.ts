/** A KPI in other hands: who had it till then stays written, and what they read stays theirs. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Document } from '../../../grammar/document.ts';
import { formatDocument } from '../../../grammar/printer.ts';
import { fromIso } from '../../../server/core/calendar/day.ts';
import { handOverKpi } from '../../../server/core/edits/hand-over-kpi.ts';
import type { KpiEntry } from '../../../server/core/model/entry.ts';
import { Workspace } from '../../../server/core/model/workspace.ts';
import { editedText } from '../../../server/core/rules/fixes.ts';

function handedOver(text: string, to: string, why = 'Sam moved on'): { readonly text: string; readonly told: string } {
  const day = fromIso('2026-11-21') as number;
  const workspace = new Workspace('file:///w', day);
  const file = workspace.setFile('file:///w/a.okr', text, true);
  const entry = [...workspace.entries.get()].find(({ element }) => element.type === 'kpi');
  const { edits, line } = handOverKpi(workspace, entry as KpiEntry, { day, why, by: '' }, to);
  const after = editedText(file, edits);
  return { text: after, told: after.split('\n')[line] as string };
}

const tickets = `kpi tickets: Tickets a week
  every week
  owner @sam
  healthy at most 350 tickets
  reading 2026-11-07 402 tickets: After the fix
  reading 2026-11-14 371 tickets by @ana
  reading 2026-12-05 300 tickets
`;

describe('A KPI that is handed over', () => {
  it('is for somebody who is still here', () => {
    const people = `person @kim: Kim Soto\n  until 2026-10-16\nperson @li: Li Wong\n  until 2026-12-01\n${tickets}`;
    assert.throws(
      () => handedOver(people, '@kim'),
      /^Refusal: `@kim` left on 16 Oct: hand it to somebody who is here\.$/,
    );
    assert.match(handedOver(people, '@li').text, /owner @li/);
  });

  it('keeps who had it, and whose its readings are', () => {
    const { text, told } = handedOver(tickets, '@kim');
    assert.equal(
      text,
      `kpi tickets: Tickets a week
  every week
  # @sam's till 2026-11-21: Sam moved on
  owner @kim
  healthy at most 350 tickets
  reading 2026-11-07 402 tickets by @sam: After the fix
  reading 2026-11-14 371 tickets by @ana
  reading 2026-12-05 300 tickets
`,
    );
    assert.equal(told, "  # @sam's till 2026-11-21: Sam moved on");
    assert.equal(formatDocument(new Document(text)), text);
  });

  it('may have been nobody’s', () => {
    const { text } = handedOver('kpi tickets: Tickets a week\n  reading 2026-11-07 402\n', 'kim', 'one\r\ntwo');
    assert.equal(
      text,
      "kpi tickets: Tickets a week\n  # Nobody's till 2026-11-21: one two\n  owner @kim\n  reading 2026-11-07 402\n",
    );
  });

  it('is refused in a sentence', () => {
    assert.throws(() => handedOver(tickets, '@sam'), /It is @sam's already\./);
    assert.throws(() => handedOver(tickets, ' '), /Say who has it from now on/);
    assert.throws(() => handedOver(tickets, '@kim', ''), /Say why, in one sentence/);
    assert.throws(() => handedOver(tickets, '@no body'), /would be read as something else\./);
  });
});
