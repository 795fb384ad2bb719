/** Everything that mentions what is under the cursor, in all files. */
import type { Location, Position } from 'vscode-languageserver-types';
import type { FeatureContext } from './context.ts';
import { grouped, type Mention, mentionsOf } from './mentions/search.ts';
import { subjectAt } from './mentions/subject.ts';
import type { Pause } from './pause.ts';

/** Told of how far it is, 0…1, and of what was found since it was last told. */
export type Part = (share: number, found: readonly Location[]) => void;

/**
 * First where it is introduced, then what it is there for one after another, each by path and line. Where the client
 * takes parts, `part` has each of them in this order.
 */
export async function references(
  { workspace }: FeatureContext,
  uri: string,
  position: Position,
  includeDeclaration: boolean,
  pause: Pause,
  part: Part = () => {},
): Promise<Location[]> {
  const found = subjectAt(workspace, uri, position);
  if (found === undefined) return [];
  const shown = (mentions: readonly Mention[]) =>
    grouped(mentions)
      .filter(({ role }) => includeDeclaration || role !== 'definition')
      .map(({ uri: where, range }) => ({ uri: where, range }));
  return shown(await mentionsOf(workspace, found.subject, pause, (share, mentions) => part(share, shown(mentions))));
}
