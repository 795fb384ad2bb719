/** Gives something another name, everywhere: what led to it leads to it still, and nothing else changes. */
import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { refText } from '../model/read-facts.ts';
import { refToText } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import type { FeatureContext } from './context.ts';
import { cursorAt } from './cursor.ts';
import { code } from './markdown.ts';
import { pointsIn } from './mentions/points.ts';
import { mentionsOf } from './mentions/search.ts';
import { keyResultOf, type Subject, subjectAt } from './mentions/subject.ts';
import { partAt } from './parts.ts';
import type { Pause } from './pause.ts';
import { whyNoName, whyTaken } from './renaming/new-name.ts';
import { type ReferenceEdit, referenceEdits } from './renaming/references.ts';
import { inTree } from './written-at.ts';

/** A sentence for whoever asked. */
export interface Refused {
  readonly refused: string;
}
export interface Renamable {
  /** Of the name under the cursor; of a person, without the `@`. */
  readonly range: Range;
  readonly placeholder: string;
}
/** By URI. */
export type Edits = ReadonlyMap<string, readonly TextEdit[]>;

/** What would be renamed at a position. */
export function prepareRename(context: FeatureContext, uri: string, position: Position): Renamable | Refused {
  const found = renamableAt(context, uri, position);
  if ('refused' in found) return found;
  const { range, text } = found;
  return { range, placeholder: text };
}

/** The edits that rename what stands at a position. */
export async function rename(
  context: FeatureContext,
  uri: string,
  position: Position,
  newName: string,
  pause: Pause,
): Promise<{ readonly edits: Edits } | Refused> {
  const { workspace } = context;
  const found = renamableAt(context, uri, position);
  if ('refused' in found) return found;
  const { subject, text } = found;
  const name = subject.is === 'person' ? newName.trim().replace(/^@/, '') : newName.trim();
  if (name === text) return { edits: new Map() };
  const why = whyNoName(subject, name) ?? (await whyTaken(workspace, subject, name, pause));
  if (why !== undefined) return { refused: why };
  const edits = await editsOf(workspace, subject, text, name, pause);
  if ('refused' in edits) return edits;
  const byUri = new Map<string, TextEdit[]>();
  for (const { uri: where, range, text: newText } of edits) {
    const same = byUri.get(where);
    if (same === undefined) byUri.set(where, [{ range, newText }]);
    else same.push({ range, newText });
  }
  return { edits: byUri };
}

async function editsOf(
  workspace: Workspace,
  subject: Subject,
  text: string,
  name: string,
  pause: Pause,
): Promise<readonly ReferenceEdit[] | Refused> {
  if (subject.is === 'element' || subject.is === 'key result') {
    const references = await referenceEdits(workspace, subject, text, name, pause);
    if ('refused' in references) return references;
    const own = ownName(subject);
    return own === undefined ? references.edits : [{ ...own, text: name }, ...references.edits];
  }
  const mentions = await mentionsOf(workspace, subject, pause);
  return (
    mentions
      // A cycle is renamed as it is written: another name for the same days stays.
      .filter(mention => subject.is !== 'cycle' || mention.text.toLowerCase() === text.toLowerCase())
      .map(({ uri, range }) => ({ uri, range: subject.is === 'person' ? withoutAt(range) : range, text: name }))
  );
}

interface Target {
  readonly subject: Subject;
  readonly range: Range;
  readonly text: string;
}

const NOTHING =
  'There is no name here: objectives, key results, KPIs, initiatives, teams, cycles, people and tags can be renamed where their name stands';

function renamableAt({ workspace }: FeatureContext, uri: string, position: Position): Target | Refused {
  const found = subjectAt(workspace, uri, position);
  if (found === undefined) return { refused: whyNothing(workspace, uri, position) };
  const { subject, point, span, cursor } = found;
  if (point === undefined || span.end !== point.end) return { refused: NOTHING };
  const entry = subject.is === 'element' ? subject.entry : subject.is === 'key result' ? subject.objective : undefined;
  if (entry?.team === null || entry?.cycle === null)
    return {
      refused: 'The heading above cannot be read, so nobody can tell who refers to this: put the heading right first',
    };
  const range = cursor.file.rangeOf(cursor.row.block, point);
  return { subject, range: point.is === 'person' ? withoutAt(range) : range, text: point.text };
}

/** A reference that leads nowhere is named as such; anything else is no name at all. */
function whyNothing(workspace: Workspace, uri: string, position: Position): string {
  const cursor = cursorAt(workspace, uri, position);
  const part = cursor?.statement && partAt(cursor.statement, cursor.offset);
  if (part?.is !== 'reference') return NOTHING;
  return `${code(refToText(refText(part.reference)))} leads nowhere, so there is nothing to rename`;
}

/** The name of an element where it is introduced. */
function ownName(subject: Extract<Subject, { is: 'element' | 'key result' }>): Place | undefined {
  const target = subject.is === 'element' ? subject.entry : keyResultOf(subject);
  if (target === undefined) return undefined;
  const { file, block } = subject.is === 'element' ? subject.entry : subject.objective;
  return inTree(target, node => {
    const point = pointsIn(node).find(({ is }) => is === 'own name');
    return point && { uri: file.uri, range: file.rangeOf(block, point) };
  });
}

interface Place {
  readonly uri: string;
  readonly range: Range;
}

function withoutAt({ start, end }: Range): Range {
  return { start: { line: start.line, character: start.character + 1 }, end };
}
