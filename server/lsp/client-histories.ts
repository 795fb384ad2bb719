/** The past of files that only the editor can reach, from its own version control. */
import type { Connection } from 'vscode-languageserver';
import { fromIso, toIso } from '../core/calendar/day.ts';
import type { GitUser } from '../core/edits/who-is.ts';
import type { Workspace } from '../core/model/workspace.ts';
import { openWorkspace } from '../core/open-workspace.ts';
import { type RevisionsAnswer, type RevisionsParams, revisionsRequest } from '../core/requests/client-files.ts';
import type { RevisionChoice, RevisionWanted } from '../core/requests/compare.ts';
import { largestVersion, mostVersions, type Version } from '../core/revisions/revision.ts';
import { tell } from '../core/revisions/tell.ts';
import type { HistorySource, Past } from './file-access.ts';
import { NoHistory } from './no-history.ts';

const noHistory =
  'There is nothing to compare with: the editor knows no history of these files. Open them from a clone on your disk.';

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

  /** An editor's own git knows its files one by one: days, but neither branches nor tags. */
  async choices(workspace: Workspace): Promise<readonly RevisionChoice[]> {
    const [uri] = workspace.files.keys();
    const versions = uri === undefined ? [] : await this.ask({ uri, since: toIso(workspace.today.get()) });
    if (versions.length === 0) throw new NoHistory(noHistory);
    return [];
  }

  async past(workspace: Workspace, wanted: RevisionWanted): Promise<Past> {
    const day = 'day' in wanted ? fromIso(wanted.day) : undefined;
    if (day === undefined) throw new NoHistory(noHistory);
    const then = openWorkspace(workspace.root, workspace.today.get());
    let isKnown = false;
    for (const uri of workspace.files.keys()) {
      const versions = await this.ask({ uri, since: toIso(day + 1) });
      isKnown ||= versions.length > 0;
      const old = versions.find(({ revision }) => revision !== undefined && revision.day <= day);
      // What no revision knows was not there.
      if (old !== undefined) then.workspace.setFile(uri, old.text, false);
    }
    if (!isKnown) throw new NoHistory(noHistory);
    return { ...then, revision: { name: toIso(day), id: null, date: toIso(day), author: null, subject: null } };
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
