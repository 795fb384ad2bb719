/** What makes something come true: what supports a goal, and the key results that a KPI has become. */
import type { LocationLink, Position } from 'vscode-languageserver-types';
import type { Entry, KpiEntry, ObjectiveEntry } from '../model/entry.ts';
import type { Workspace } from '../model/workspace.ts';
import { keyResultsIn, supportingIn } from './backlinks.ts';
import type { FeatureContext } from './context.ts';
import { keyResultOf, type Subject, subjectAt } from './mentions/subject.ts';
import type { Pause } from './pause.ts';
import { linkTo, type Placed } from './places.ts';

/** So many elements are as much work as a document is. */
const MANY = 50;

export async function implementation(
  { workspace }: FeatureContext,
  uri: string,
  position: Position,
  pause: Pause,
): Promise<LocationLink[]> {
  const found = subjectAt(workspace, uri, position);
  if (found === undefined) return [];
  const { cursor, span, subject } = found;
  const origin = cursor.file.rangeOf(cursor.row.block, span);
  const implementers = implementersOf(workspace, subject);
  const links: LocationLink[] = [];
  for (const [i, entry] of [...workspace.entries.get()].entries()) {
    // It may have gone while others had their turn.
    if (!workspace.entries.peek().has(entry)) continue;
    for (const place of implementers(entry)) links.push(linkTo(place, origin));
    if (i % MANY === MANY - 1) await pause();
  }
  return links;
}

function implementersOf(workspace: Workspace, subject: Subject): (entry: Entry) => readonly Placed[] {
  if (subject.is === 'key result') {
    const keyResult = keyResultOf(subject);
    return keyResult === undefined ? none : supportingIn(workspace, keyResult);
  }
  if (subject.is !== 'element') return none;
  switch (subject.entry.element.type) {
    case 'objective':
      return supportingIn(workspace, subject.entry as ObjectiveEntry);
    case 'kpi':
      return keyResultsIn(workspace, subject.entry as KpiEntry);
    case 'initiative':
      return none;
  }
}

const none = () => [];
