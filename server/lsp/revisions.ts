/** Follows the revisions of the files: they are read when somebody asks, and again when there may be others. */
import { type RevisionsChangedParams, revisionsChangedNotification } from '../core/requests/client-files.ts';
import type { FileAccess, HistorySource } from './file-access.ts';
import type { Session } from './server.ts';
import { keyOf } from './workspaces.ts';

/** Nothing waits for them; many files are asked about in one go. */
const soonMs = 100;

export function followRevisions(session: Session, files: FileAccess): void {
  const { connection, trust, workspaces } = session;
  let source: Promise<HistorySource> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasFailed = false;
  let isReading = false;
  let mayHaveMoved = false;

  const soon = () => {
    if (!trust.mayRunGit || hasFailed || isReading) return;
    clearTimeout(timer);
    timer = setTimeout(() => void read(), soonMs);
    (timer as { unref?: () => void }).unref?.();
  };
  const read = async () => {
    if (isReading) return;
    isReading = true;
    let isNew = false;
    try {
      source ??= files.histories();
      const histories = await source;
      if (mayHaveMoved) {
        mayHaveMoved = false;
        if (await histories.hasMoved()) for (const { workspace } of workspaces.all) workspace.revisions.renew();
      }
      for (const { workspace } of workspaces.all)
        if (workspace.revisions.hasWanted) isNew = (await histories.read(workspace)) || isNew;
    } catch (error) {
      connection.console.warn(`The past of the files cannot be read: ${String(error)}`);
      // What went wrong once would go wrong again.
      hasFailed = true;
    }
    isReading = false;
    if (isNew) session.changed([], true);
    if (mayHaveMoved || workspaces.all.some(({ workspace }) => workspace.revisions.hasWanted)) soon();
  };

  workspaces.onRevisions = soon;
  session.onChanged((uris, beyond) => {
    // While nobody has asked for anything, there is nothing that could be out of date.
    if (!beyond || uris.size === 0 || source === undefined) return;
    mayHaveMoved = true;
    for (const uri of uris)
      for (const { workspace } of workspaces.all) if (!workspaces.isOpen(uri)) workspace.revisions.renew(keyOf(uri));
    soon();
  });
  connection.onNotification(revisionsChangedNotification, ({ allowed: now }: RevisionsChangedParams) => {
    trust.mayRunGit = now;
    hasFailed = false;
    for (const { workspace } of workspaces.all) workspace.revisions.renew();
    soon();
  });
}
