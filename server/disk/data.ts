/** The data files that a workspace asks for. */
import { URI } from 'vscode-uri';
import { readRows } from '../core/data/rows.ts';
import type { Workspace } from '../core/model/workspace.ts';
import { readData } from './read-data.ts';

/** What `ask` says when it has every data file that it wants: which those are is known only by asking. */
export function withData<T>(workspace: Workspace, ask: () => T): T {
  workspace.data.readWith(readRows);
  for (;;) {
    const answer = ask();
    if (!readWanted(workspace)) return answer;
  }
}

/** The same for what takes its time to answer. */
export async function withDataLater<T>(workspace: Workspace, ask: () => Promise<T>): Promise<T> {
  workspace.data.readWith(readRows);
  for (;;) {
    const answer = await ask();
    if (!readWanted(workspace)) return answer;
  }
}

/** @returns whether anything was wanted */
function readWanted(workspace: Workspace): boolean {
  const wanted = workspace.data.takeWanted();
  const folder = URI.parse(workspace.root).fsPath;
  for (const uri of wanted) workspace.data.set(uri, readData(URI.parse(uri).fsPath, folder));
  return wanted.length > 0;
}
