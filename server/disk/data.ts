/** The data files that a workspace asks for. */
import { URI } from 'vscode-uri';
import type { DataFile } from '../core/data/data-files.ts';
import { readRows } from '../core/data/rows.ts';
import type { Workspace } from '../core/model/workspace.ts';
import { asDataFile } from './decode.ts';
import { isReallyInside } from './inside.ts';
import { readText } from './read.ts';

/** What `ask` says when it has every data file that it wants: which those are is known only by asking. */
export function withData<T>(workspace: Workspace, ask: () => T): T {
  workspace.data.readWith(readRows);
  for (;;) {
    const answer = ask();
    const wanted = workspace.data.takeWanted();
    if (wanted.length === 0) return answer;
    const folder = URI.parse(workspace.root).fsPath;
    for (const uri of wanted) workspace.data.set(uri, readData(URI.parse(uri).fsPath, folder));
  }
}

/** A data file, unless a link on the way to it leads out of the folder. */
export function readData(path: string, folder: string): DataFile {
  if (!isReallyInside(path, folder))
    return { unreadable: 'a link leads out of the workspace, and only files inside it are read' };
  return asDataFile(readText(path));
}
