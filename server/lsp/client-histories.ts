/** The past of files that only the editor can reach, from its own version control. */
import type { Connection } from 'vscode-languageserver';
import { fromIso, toIso } from '../core/calendar/day.ts';
import type { GitUser } from '../core/edits/who-is.ts';
import type { Workspace } from '../core/model/workspace.ts';
import { type RevisionsAnswer, type RevisionsParams, revisionsRequest } from '../core/requests.ts';
import { largestVersion, mostVersions, type Version } from '../core/revisions/revision.ts';
import { tell } from '../core/revisions/tell.ts';
import type { HistorySource } from './file-access.ts';

export class ClientHistories implements HistorySource {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  async read(workspace: Workspace): Promise<boolean> {
    let isNew = false;
    for (const wanted of workspace.revisions.takeWanted())
      isNew = tell(workspace, wanted, await this.ask({ uri: wanted.uri, since: toIso(wanted.since) })) || isNew;
    return isNew;
  }

  /** The editor says so by itself. */
  async hasMoved(): Promise<boolean> {
    return false;
  }

  /** No editor tells, for files that are not on its disk. */
  async user(): Promise<GitUser> {
    return { name: '', email: '' };
  }

  /** A client that does not know what is asked for has nothing to say. */
  private async ask(params: RevisionsParams): Promise<readonly Version[]> {
    try {
      const answer = await this.connection.sendRequest<RevisionsAnswer>(revisionsRequest, params);
      return (answer ?? []).slice(0, mostVersions + 1).flatMap(({ id, day, author, subject, text }) => {
        const read = fromIso(day);
        if (read === undefined || text.length > largestVersion) return [];
        return [{ revision: { id, day: read, author, subject }, text }];
      });
    } catch {
      return [];
    }
  }
}
