/**
 * The references that have to change with a name, so that each leads to the same as before. One that would lead
 * elsewhere is written out with its team and cycle; where that does not help, nothing is renamed.
 */
import type { TextRange } from '../../../../grammar/document.ts';
import type { Reference, Span } from '../../../../grammar/tree.ts';
import type { RefText } from '../../model/elements.ts';
import { refText } from '../../model/read-facts.ts';
import { type Directory, fromEntry, refToText } from '../../model/resolve.ts';
import type { Workspace } from '../../model/workspace.ts';
import { referencesIn } from '../../rules/references.ts';
import { entryOf } from '../cursor.ts';
import { code } from '../markdown.ts';
import { mayReferTo } from '../mentions/candidates.ts';
import { lookThrough, type Seen } from '../mentions/search.ts';
import type { Subject } from '../mentions/subject.ts';
import type { Pause } from '../pause.ts';
import { pathIn } from '../places.ts';
import { ElementRenamed, formsOf, isSameLed, KeyResultRenamed, type Led, lookUp } from './lookup.ts';

export interface ReferenceEdit {
  readonly uri: string;
  readonly range: TextRange;
  readonly text: string;
}
/** Ends with a sentence where a reference cannot be kept. */
export type ReferenceEdits = { readonly edits: readonly ReferenceEdit[] } | { readonly refused: string };

type Named = Extract<Subject, { is: 'element' | 'key result' }>;

/** @param name what it will be called; nothing of the same place may be called so already */
export async function referenceEdits(
  workspace: Workspace,
  subject: Named,
  old: string,
  name: string,
  pause: Pause,
): Promise<ReferenceEdits> {
  const change = new Change(workspace, subject, old, name);
  const edits: ReferenceEdit[] = [];
  let refused: string | undefined;
  const mayBeOld = mayReferTo(old);
  const mayBeNew = mayReferTo(name);
  await lookThrough(
    workspace,
    text => refused === undefined && (mayBeOld(text) || mayBeNew(text)),
    seen => {
      for (const { reference } of referencesIn(seen.node)) {
        const edit = change.of(seen, reference);
        if (typeof edit === 'string') refused ??= edit;
        else edits.push(...edit);
      }
    },
    pause,
  );
  return refused === undefined ? { edits } : { refused };
}

class Change {
  private readonly workspace: Workspace;
  private readonly subject: Named;
  private readonly old: string;
  private readonly name: string;
  private readonly after: Directory;
  /** Of two key results with one name the first is meant. */
  private readonly isMeant: boolean;

  constructor(workspace: Workspace, subject: Named, old: string, name: string) {
    this.workspace = workspace;
    this.subject = subject;
    this.old = old;
    this.name = name;
    this.after =
      subject.is === 'element'
        ? new ElementRenamed(workspace, subject.entry, name)
        : new KeyResultRenamed(workspace, subject.objective, subject.index, name);
    this.isMeant =
      subject.is === 'element' ||
      subject.objective.facts.peek().keyResults.findIndex(each => each.name === old) === subject.index;
  }

  /** What has to be written for a reference to lead to the same; a sentence where nothing does. */
  of({ file, row, node }: Seen, reference: Reference): readonly ReferenceEdit[] | string {
    const words = [reference.name.text, reference.kr?.text];
    if (!words.includes(this.old) && !words.includes(this.name)) return [];
    const entry = entryOf(row, node);
    if (entry === undefined) return [];
    const from = fromEntry(entry);
    const ref = refText(reference);
    const before = lookUp(this.workspace, node, ref, from);
    const part = this.partOf(before, ref);
    const renamed = part === undefined ? ref : { ...ref, [part]: this.name };
    const wanted = this.afterwards(before);
    const leads = (written: RefText) => isSameLed(lookUp(this.after, node, written, from), wanted);
    const edit = (span: Span, text: string) => [{ uri: file.uri, range: file.rangeOf(row.block, span), text }];
    if (leads(renamed)) {
      const span = part === undefined ? undefined : reference[part];
      return span === undefined ? [] : edit(span, this.name);
    }
    const written = wanted && formsOf(this.workspace, renamed, wanted, entry).find(leads);
    if (written !== undefined) return edit(reference, refToText(written));
    const { line } = file.rangeOf(row.block, reference).start;
    const where = `${code(refToText(ref))} in ${pathIn(this.workspace, file.uri)}, line ${line + 1},`;
    return before === undefined
      ? `${where} leads nowhere now, and would lead to ${code(this.name)}: put that right first`
      : `${where} would lead elsewhere if this were called ${code(this.name)}: choose another name`;
  }

  /** Which of the names in a reference is the one that changes. */
  private partOf(before: Led | undefined, ref: RefText): 'name' | 'kr' | undefined {
    const { subject } = this;
    if (before === undefined || !this.isMeant) return undefined;
    if (subject.is === 'key result') {
      if (before.entry !== subject.objective || before.kr !== this.old) return undefined;
      return ref.kr === undefined ? 'name' : 'kr';
    }
    // A bare name that means a key result is not the objective's.
    const isKeyResult = before.kr !== undefined && ref.kr === undefined;
    return before.entry === subject.entry && !isKeyResult ? 'name' : undefined;
  }

  /** The same target, called as it will be. */
  private afterwards(before: Led | undefined): Led | undefined {
    const { subject } = this;
    if (before === undefined || subject.is !== 'key result' || !this.isMeant) return before;
    return before.entry === subject.objective && before.kr === this.old ? { ...before, kr: this.name } : before;
  }
}
