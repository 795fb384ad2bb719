/** URIs as the client spells them: some clients know a document by the letters of its URI alone. */
import type { Connection } from 'vscode-languageserver';
import { type Handler, through } from './through.ts';
import type { Workspaces } from './workspaces.ts';

/** The connection, for handlers whose answers are to name documents as the client does. */
export function inClientSpelling(connection: Connection, workspaces: Workspaces): Connection {
  const answering =
    (handler: Handler): Handler =>
    async (params, ...rest) =>
      // Parts would go to the client by themselves: without a reporter for them the answer is whole.
      spelled(await handler(params, ...(workspaces.spellings.size === 0 ? rest : rest.slice(0, 2))), workspaces);
  return through(connection, each => (typeof each === 'function' ? answering(each as Handler) : each));
}

/** The same with the client's URIs for ours. */
export async function spelled<T>(answer: T, { spellings }: Workspaces): Promise<T> {
  if (spellings.size === 0) return answer;
  const { spelledAs } = await import('./spelled.ts');
  return spelledAs(answer, spellings) as T;
}
