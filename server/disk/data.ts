/** The data files that a workspace asks for. */
import { URI } from 'vscode-uri';
import { readNow } from '../core/data/read.ts';
import type { Workspace } from '../core/model/workspace.ts';
import { readData } from './read-data.ts';

/** What `ask` says when it has every data file that it wants: which those are is known only by asking. */
export function withData<T>(workspace: Workspace, ask: () => T): T {
  for (;;) {
    const answer = ask();
    if (!readWanted(workspace)) return answer;
  }
}

/** The same for what takes its time to answer. */
export async function withDataLater<T>(workspace: Workspace, ask: () => Promise<T>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (!readWanted(workspace)) return answer;
  }
}

/** @returns whether anything was wanted */
function readWanted({ data, root }: Workspace): boolean {
  const wanted = data.takeWanted();
  const folder = URI.parse(root).fsPath;
  for (const each of wanted) readNow(data, each, readData(URI.parse(each.uri).fsPath, folder));
  return wanted.length > 0;
}
