/** Diagnostics, pulled by clients that pull, pushed to those that cannot. */
import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { noPause } from '../core/features/pause.ts';
import { spelled } from './client-spelling.ts';
import { cancelled, pauseFor } from './doors/door.ts';
import { isOfMarkdown } from './markdown-documents.ts';
import type { Session } from './server.ts';
import { keyOf } from './workspaces.ts';

/** So many files are looked at before other messages have their turn. */
const batch = 100;
const turn = () => new Promise<void>(resolve => setTimeout(resolve, 0));

/** Answers pulls, and returns what to call after each change: it publishes, or asks the client to pull again. */
export function publishOrAnswer(session: Session, pulls: boolean): (beyondTheDocument: boolean) => void {
  answerPulls(session);
  if (!pulls) return beyond => void publish(session, beyond);
  return beyond => {
    // The client pulls the documents that it edits by itself.
    if (beyond && session.capabilities.workspace?.diagnostics?.refreshSupport === true)
      session.connection.languages.diagnostics.refresh();
  };
}

/** A pass over so many files leaves a heap that is half garbage, and would keep it. */
const manyFiles = 1_000;
/** After the answer has left. */
const idleMs = 10;
let tidying: ReturnType<typeof setTimeout> | undefined;

function tidyLater({ workspaces, tidy }: Session): void {
  if (tidy === undefined) return;
  clearTimeout(tidying);
  tidying = setTimeout(() => {
    // A timer is kept with all that was there when it was set, which is the whole answer.
    tidying = undefined;
    for (const { workspace } of workspaces.all) workspace.release();
    tidy();
  }, idleMs);
}

function answerPulls(session: Session): void {
  const { connection, workspaces, diagnostics, markdown, ready } = session;

  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    await ready;
    if (token.isCancellationRequested) throw cancelled();
    const report = markdown.has(uri) ? await markdown.report(uri, pauseFor(token)) : diagnostics.of(uri);
    const { resultId } = report;
    return resultId === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...report.items] };
  });

  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, work, partial) => {
    await ready;
    const known = new Map(previousResultIds.map(({ uri, value }) => [keyOf(uri), value]));
    let items: WorkspaceDocumentDiagnosticReport[] = [];
    /** A client that takes its answer in parts has what is found while the rest is looked at. */
    const part = () => {
      if (partial === undefined || items.length === 0) return;
      partial.report({ items });
      items = [];
    };
    let count = 0;
    work.begin('Checking OKRs', 0);
    try {
      await everyFile(
        session,
        token,
        uri => {
          const report = diagnostics.of(uri);
          const { resultId } = report;
          const version = workspaces.versionOf(uri);
          items.push(
            known.get(uri) === resultId
              ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId }
              : { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: [...report.items] },
          );
          known.delete(uri);
          count++;
        },
        share => {
          work.report(Math.round(share * 100));
          part();
        },
      );
    } finally {
      work.done();
    }
    if (count > manyFiles) tidyLater(session);
    // What is gone has no problems any more.
    for (const uri of known.keys())
      if (!markdown.has(uri) && workspaces.of(uri).workspace.file(uri) === undefined)
        items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
    part();
    return { items };
  });
}

async function everyFile(
  { workspaces }: Session,
  token: CancellationToken | undefined,
  look: (uri: string) => void,
  between: (share: number) => void = () => {},
): Promise<void> {
  const uris = new Set([
    ...workspaces.all.flatMap(({ workspace }) => [...workspace.files.keys()]),
    ...workspaces.fileProblems.keys(),
    ...settingsWithProblems(workspaces),
  ]);
  for (const [i, uri] of [...uris].entries()) {
    if (i % batch === batch - 1) {
      between(i / uris.size);
      await turn();
      if (token?.isCancellationRequested === true) throw cancelled();
    }
    look(uri);
  }
}

function settingsWithProblems(workspaces: Session['workspaces']): string[] {
  return workspaces.all.flatMap(({ workspace }) => [...workspace.settings.problems().keys()]);
}

/** What was last published of which version, so that only what changed is sent. */
const published = new WeakMap<Session, Map<string, string>>();

async function publish(session: Session, beyond: boolean): Promise<void> {
  await session.ready;
  const { connection, workspaces, diagnostics, markdown } = session;
  const sent = published.get(session) ?? new Map<string, string>();
  published.set(session, sent);
  const send = (uri: string, report = diagnostics.of(uri), version = workspaces.versionOf(uri)) => {
    const edition = `${report.resultId} ${version}`;
    if (sent.get(uri) === edition) return;
    sent.set(uri, edition);
    const published = { uri, ...(version !== null && { version }), diagnostics: [...report.items] };
    void spelled(published, workspaces).then(named => connection.sendDiagnostics(named));
  };
  for (const uri of workspaces.openUris()) send(uri);
  for (const uri of markdown.uris()) {
    const version = workspaces.versionOf(uri);
    const report = await markdown.report(uri, noPause);
    if (report.items.length > 0 || sent.has(uri)) send(uri, report, version);
  }
  for (const [uri, edition] of sent) if (isOfMarkdown(edition) && !markdown.has(uri)) send(uri);
  if (!beyond) return;
  await everyFile(session, undefined, uri => send(uri));
  for (const uri of sent.keys())
    if (!markdown.has(uri) && workspaces.of(uri).workspace.file(uri) === undefined) send(uri);
}
