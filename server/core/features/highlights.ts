/** The places in this file that mention what is under the cursor: written where it is introduced, else read. */
import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver-types';
import type { FeatureContext } from './context.ts';
import { mentionsInFile } from './mentions/search.ts';
import { subjectAt } from './mentions/subject.ts';

export function highlights({ workspace }: FeatureContext, uri: string, position: Position): DocumentHighlight[] {
  const found = subjectAt(workspace, uri, position);
  // Beside a name the cursor is on a keyword or in prose, where nobody asks for it.
  if (found?.point === undefined) return [];
  return mentionsInFile(workspace, found.subject, found.cursor.file).map(({ range, role }) => ({
    range,
    kind: role === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
