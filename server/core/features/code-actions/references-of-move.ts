/**
 * The references that have to change with an objective's cycle, so that each leads to the same as before: those to it,
 * its own, and those that it would take from another of its name. Where writing one out does not help, it stays.
 */
import type { Reference, Statement } from '../../../../grammar/tree.ts';
import type { RefText } from '../../model/elements.ts';
import type { Entry, ObjectiveEntry } from '../../model/entry.ts';
import { refText } from '../../model/read-facts.ts';
import { fromEntry, refToText } from '../../model/resolve.ts';
import type { Workspace } from '../../model/workspace.ts';
import { referencesIn } from '../../rules/references.ts';
import { type PlacedEdit, statementOf } from '../../rules/rule.ts';
import { statementsIn } from '../../rules/statements.ts';
import { code } from '../markdown.ts';
import type { Pause } from '../pause.ts';
import { pathIn } from '../places.ts';
import { formsOf, isSameLed, type Led, lookUp, ObjectiveMoved } from '../renaming/lookup.ts';
import type { InnerEdit } from './moving.ts';
import type { Refused } from './offer.ts';
import { namesakes, rewritten } from './pointers.ts';

export interface KeptReferences {
  /** In other elements. */
  readonly others: readonly PlacedEdit[];
  /** In the objective itself. */
  readonly own: readonly InnerEdit[];
}

/** @param cycle where the objective goes, as it is written there */
export async function keptReferences(
  workspace: Workspace,
  objective: ObjectiveEntry,
  cycle: string,
  pause: Pause,
): Promise<KeptReferences | Refused> {
  const found = await namesakes(workspace, objective, pause);
  const after = new ObjectiveMoved(workspace, objective, cycle);
  const others: PlacedEdit[] = [];
  const own: InnerEdit[] = [];
  const elsewhere = found.filter(({ entry }) => entry !== objective);
  for (const { entry, node, reference } of [...elsewhere, ...referencesOf(objective)]) {
    const text = afterwards(workspace, after, objective, entry, node, reference, cycle);
    if (text === undefined) continue;
    if (typeof text !== 'string') return text;
    if (entry !== objective) others.push(rewritten(entry, reference, text));
    else own.push({ start: reference.start, end: reference.end, text });
  }
  return { others, own };
}

function referencesOf(entry: Entry): { entry: Entry; node: Statement; reference: Reference }[] {
  return [...statementsIn(statementOf(entry))].flatMap(node =>
    // A KPI is in no cycle.
    referencesIn(node).flatMap(({ reference, to }) => (to === 'kpi' ? [] : [{ entry, node, reference }])),
  );
}

/** How a reference has to be written; undefined where it may stay as it is. */
function afterwards(
  workspace: Workspace,
  after: ObjectiveMoved,
  objective: ObjectiveEntry,
  entry: Entry,
  node: Statement,
  reference: Reference,
  cycle: string,
): string | Refused | undefined {
  const ref = refText(reference);
  const before = lookUp(workspace, node, ref, fromEntry(entry));
  // What leads nowhere is a mistake already.
  if (before === undefined) return undefined;
  const moved = (each: Entry): Entry => (each === objective ? after.moved : each);
  const wanted: Led = { ...before, entry: moved(before.entry) };
  const from = moved(entry);
  const leads = (written: RefText) => isSameLed(lookUp(after, node, written, fromEntry(from)), wanted);
  if (leads(ref)) return undefined;
  // Who named a cycle goes on naming it.
  const forms = formsOf(workspace, { ...ref, cycle: undefined }, wanted, from);
  const written = forms.find(form => (ref.cycle === undefined || form.cycle !== undefined) && leads(form));
  if (written !== undefined) return refToText(written);
  const { file, block } = entry;
  const { line } = file.rangeOf(block, reference).start;
  const where = `${code(refToText(ref))} in ${pathIn(workspace, file.uri)}, line ${line + 1},`;
  return { refused: `${where} would lead elsewhere if this were in ${cycle}: give one of the two another name first` };
}
