/** What holds however a document is written, and whatever is decided. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Document } from '../../../grammar/document.ts';
import { formatDocument } from '../../../grammar/printer.ts';
import { fromIso } from '../../../server/core/calendar/day.ts';
import { suggestedDecisions } from '../../../server/core/closing/close-cycle.ts';
import { cycleToClose } from '../../../server/core/closing/cycle-to-close.ts';
import { openIn } from '../../../server/core/closing/subjects.ts';
import { Refusal } from '../../../server/core/edits/insertion.ts';
import type { FeatureContext } from '../../../server/core/features/context.ts';
import { cycleOf } from '../../../server/core/model/resolve.ts';
import { Workspace } from '../../../server/core/model/workspace.ts';
import { ofType } from '../../../server/core/reports/selection.ts';
import { Standings } from '../../../server/core/standing/standings.ts';
import { validDocument } from '../../properties/documents.ts';
import { apply, close, isWithin, type Wish } from './closed.ts';

const today = fromIso('2027-01-05') as number;
const answer = fc.record({
  what: fc.constantFrom('keep' as const, 'change' as const, 'drop' as const),
  grade: fc.constantFrom('', '0.7', '7/10', '30%', '1'),
  why: fc.constantFrom('', 'We began late: in May # 1', '> a'),
  reflect: fc.constantFrom('', 'Begin earlier'),
});
const name = fc.constantFrom('2026-Q4.okr', 'a.okr', '2026-q4/summer.okr');

describe('Closing any cycle', () => {
  it('leaves no syntax error, no other standing, nothing that was written changed, and nothing to write again', () => {
    let written = 0;
    fc.assert(
      fc.property(validDocument, name, fc.array(answer, { minLength: 1, maxLength: 7 }), (text, file, answers) => {
        const context = workspaceOf(file, text);
        for (const id of new Set(context.workspace.cycles.all().map(cycle => cycle.id))) {
          const wish = wishOf(id, answers);
          const before = standings(context, id);
          const texts = textsOf(context);
          const closed = politely(() => close(context, wish));
          if (closed === undefined) continue;
          apply(context, closed);
          written += closed.edits.length;
          for (const [uri, { document }] of context.workspace.files) {
            const errors = new Document(document.text).blocks.flatMap(({ tree }) => tree.syntax);
            const known = new Document(texts.get(uri) ?? '').blocks.flatMap(({ tree }) => tree.syntax);
            assert.deepEqual(
              errors.map(({ message }) => message),
              known.map(({ message }) => message),
            );
            assert.ok(isWithin(texts.get(uri) ?? '', document.text), 'no line goes, and none is another one');
            if (!texts.has(uri)) assert.equal(document.text, formatDocument(document));
          }
          assert.deepEqual(standings(context, id), before);
          assert.deepEqual(politely(() => close(context, wish))?.edits, []);
        }
      }),
      { numRuns: 1000 },
    );
    assert.ok(written > 500, `${written} lines were written`);
  });

  it('with what is suggested leaves nothing that could be suggested', () => {
    fc.assert(
      fc.property(validDocument, text => {
        const context = workspaceOf('a.okr', text);
        for (const { id } of context.workspace.cycles.all()) {
          const closing = politely(() => cycleToClose(context.workspace, id, next(id), true, undefined));
          const open = closing && politely(() => openIn(context, closing));
          if (closing === undefined || open === undefined) continue;
          apply(context, close(context, { cycle: id, next: next(id), early: true }));
          const again = openIn(context, closing);
          const kept = suggestedDecisions(again).filter(({ what }) => what === 'keep');
          const carried = again.flatMap(({ subject, keyResults }) => [
            subject,
            ...keyResults.map(each => each.subject),
          ]);
          for (const { id: kr } of kept) assert.equal(carried.find(each => each.id === kr)?.carried, true);
        }
      }),
    );
  });
});

function next(id: string): string | undefined {
  return id.toLowerCase() === 'summer' ? 'autumn' : undefined;
}

function wishOf(cycle: string, answers: readonly (typeof answer extends fc.Arbitrary<infer T> ? T : never)[]): Wish {
  // By what it is called: a team that gets a heading may come before another.
  const at = (id: string) =>
    answers[[...id].reduce((sum, each) => sum + each.charCodeAt(0), 0) % answers.length] as (typeof answers)[number];
  return {
    cycle,
    next: next(cycle),
    early: true,
    decide: suggested =>
      suggested.map(each => ({
        ...each,
        grade: at(each.id).grade,
        why: at(each.id).why,
        what: at(each.id).what,
      })),
    reflect: open =>
      open.flatMap(({ subject }) => {
        const { reflect } = at(subject.id);
        return reflect === ''
          ? []
          : [
              { of: { objective: subject.id }, text: reflect },
              { of: { team: subject.team }, text: reflect },
            ];
      }),
  };
}

function workspaceOf(name: string, text: string): FeatureContext {
  const workspace = new Workspace('file:///w', today);
  workspace.setFile(`file:///w/${name}`, text, true);
  return { workspace, standings: new Standings(workspace) };
}

function textsOf({ workspace }: FeatureContext): Map<string, string> {
  return new Map([...workspace.files].map(([uri, { document }]) => [uri, document.text]));
}

/** All that is said of the elements of a cycle, but for what a grade says. */
function standings({ workspace, standings }: FeatureContext, id: string) {
  const { key } = workspace.cycles.of(id);
  return ofType(workspace.entries.get(), 'objective')
    .filter(entry => cycleOf(workspace, entry)?.key === key && entry.team !== null)
    .map(entry => {
      const { keyResults } = standings.objective(entry);
      return keyResults
        .filter(({ judged, progress, pending }) => !judged && progress !== undefined && pending === undefined)
        .map(({ grade: _, ...standing }) => standing);
    });
}

function politely<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
