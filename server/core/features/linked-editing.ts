/**
 * The name of a key result and what refers to it inside its own objective, to be typed at once. What refers to it from
 * elsewhere is not on the screen: that is what renaming is for.
 */
import type { Position, Range } from 'vscode-languageserver-types';
import type { FeatureContext } from './context.ts';
import { mentionsInFile } from './mentions/search.ts';
import { subjectAt } from './mentions/subject.ts';

/** For every client's expressions, without classes of Unicode: what ends a name, and not what is in one. */
const WORD_PATTERN = '[^\\s.,:#/@"\\d_-][^\\s.,:#/@"]*';

export interface LinkedNames {
  readonly ranges: Range[];
  readonly wordPattern: string;
}

/** null where there is nothing to type along. */
export function linkedEditing({ workspace }: FeatureContext, uri: string, position: Position): LinkedNames | null {
  const found = subjectAt(workspace, uri, position);
  if (found?.point === undefined || found.subject.is !== 'key result') return null;
  const { file, block } = found.subject.objective;
  if (file !== found.cursor.file || block !== found.cursor.row.block) return null;
  const ranges = mentionsInFile(workspace, found.subject, file)
    .map(({ range }) => range)
    .filter(({ start }) => file.at(start).row.block === block);
  return ranges.length < 2 ? null : { ranges, wordPattern: WORD_PATTERN };
}
