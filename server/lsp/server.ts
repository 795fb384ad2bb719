/**
 * The language server: what the protocol asks, answered by the core. It knows neither Node nor the browser; they hand
 * it a connection and a way to files.
 */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
  type WorkDoneProgressServerReporter,
} from 'vscode-languageserver';
import { fromIso } from '../core/calendar/day.ts';
import { changedNotification } from '../core/requests/preview.ts';
import { ClientSettings } from './client-settings.ts';
import { inClientSpelling } from './client-spelling.ts';
import { Diagnostics } from './diagnostics.ts';
import { publishOrAnswer } from './diagnostics-door.ts';
import { folderMoves, takeDocuments } from './document-sync.ts';
import { doors } from './doors/doors.ts';
import type { FileAccess } from './file-access.ts';
import { MarkdownDocuments } from './markdown-documents.ts';
import { together } from './offered.ts';
import { answerOkrRequests } from './okr-requests.ts';
import { agreedEncoding, type PositionEncoding } from './positions/encoding.ts';
import { followRevisions } from './revisions.ts';
import { today } from './today.ts';
import { refuseMalformed } from './well-formed.ts';
import { Workspaces } from './workspaces.ts';

/** What the parts of the server share. */
export interface Session {
  readonly connection: Connection;
  readonly workspaces: Workspaces;
  readonly diagnostics: Diagnostics;
  readonly markdown: MarkdownDocuments;
  /** Settled once the workspace's files are read. */
  readonly ready: Promise<void>;
  readonly capabilities: InitializeParams['capabilities'];
  /** The commands of ours that the client has; what would call another one is left out. */
  readonly commands: ReadonlySet<string>;
  /** What people set in their editor. */
  readonly settings: ClientSettings;
  readonly trust: {
    /** Whether git may run here. */
    mayRunGit: boolean;
  };
  /** Gives memory back after a burst of work; undefined where nobody can. */
  readonly tidy: (() => void) | undefined;
  /** Tells clients that something changed; those of open documents are known to have. No URI: nothing that counts. */
  changed(uris: readonly string[], beyondTheDocument: boolean): void;
  /** Calls back after changes, with all that changed in one go. */
  onChanged(listener: ChangeListener): void;
}

export type ChangeListener = (uris: ReadonlySet<string>, beyondTheDocument: boolean) => void;

/** What a client may say of itself at the start. */
interface InitializationOptions {
  /** An ISO 8601 date, before what the settings say. */
  readonly today?: unknown;
  readonly commands?: readonly unknown[];
  /** The section `okr` of its settings. */
  readonly settings?: unknown;
  /** False where no git may run, as nobody has said yet that the workspace can be trusted. */
  readonly revisions?: unknown;
}

/** Starts to listen. `filesFor` is asked once, when the client has said who it is. */
export function startServer(
  connection: Connection,
  version: string,
  filesFor: (params: InitializeParams) => FileAccess,
  tidy?: () => void,
): void {
  let session: Session | undefined;
  let folders: string[] = [];
  let clock: { stop(): void; fix(iso: unknown): void } | undefined;
  const settings = new ClientSettings();
  refuseMalformed(connection);

  connection.onInitialize(async (params): Promise<InitializeResult> => {
    folders = (params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri, name: '' }] : [])).map(
      ({ uri }) => uri,
    );
    let ready = () => {};
    const files = filesFor(params);
    const workspaces = new Workspaces(files, today(new Date()), message => connection.console.warn(message));
    clock = keepToday(workspaces, () => session?.changed([], true));
    const options = params.initializationOptions as InitializationOptions | undefined;
    settings.take(options?.settings);
    clock.fix(options?.today ?? settings.today);
    const diagnostics = new Diagnostics(workspaces);
    const pulls =
      params.capabilities.textDocument?.diagnostic !== undefined ||
      params.capabilities.workspace?.diagnostics !== undefined;
    const isReady = new Promise<void>(resolve => (ready = resolve));
    const markdown = new MarkdownDocuments(workspaces);
    const encoding = agreedEncoding(params.capabilities);
    const named = inClientSpelling(connection, workspaces);
    session = {
      connection: encoding === 'utf-16' ? named : await inUnitsOf(encoding, named, workspaces, markdown),
      workspaces,
      diagnostics,
      markdown,
      ready: isReady,
      capabilities: params.capabilities,
      commands: new Set(options?.commands?.filter(command => typeof command === 'string')),
      settings,
      trust: { mayRunGit: options?.revisions !== false },
      tidy,
      changed: () => {},
      onChanged: listener => void listeners.push(listener),
    };
    const publish = publishOrAnswer(session, pulls);
    const listeners: ChangeListener[] = [(_, beyond) => publish(beyond)];
    Object.assign(session, { changed: announce(connection, listeners) });
    takeDocuments(session);
    for (const door of doors) door.open(session);
    answerOkrRequests(session);
    followRevisions(session, files);
    workspaces.onData = () => void workspaces.loadData().then(() => session?.changed([], true));
    connection.onInitialized(() => void load(session as Session, folders).finally(ready));
    const own: ServerCapabilities = {
      positionEncoding: encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      diagnosticProvider: { identifier: 'okr', interFileDependencies: true, workspaceDiagnostics: true },
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        ...folderMoves(params.capabilities),
      },
    };
    return {
      serverInfo: { name: 'okr', version },
      capabilities: together([own, ...doors.map(door => door.capabilities(params.capabilities))]),
    };
  });

  connection.onDidChangeConfiguration(({ settings: changed }) => {
    const okr = (changed as { okr?: unknown } | null)?.okr;
    if (typeof okr !== 'object' || okr === null) return;
    settings.take(okr);
    if ('today' in okr) clock?.fix(okr.today);
    else session?.changed([], true);
  });
  connection.onShutdown(() => clock?.stop());
}

/** Loaded for the few clients that do not count in UTF-16. */
async function inUnitsOf(
  encoding: PositionEncoding,
  connection: Connection,
  workspaces: Workspaces,
  markdown: MarkdownDocuments,
): Promise<Connection> {
  const { translating } = await import('./positions/connection.ts');
  return translating(connection, encoding, workspaces, markdown);
}

/** The day that scores are of: the one that a setting fixes, else the clock's, looked at again after midnight. */
function keepToday(workspaces: Workspaces, changed: () => void): { stop(): void; fix(iso: unknown): void } {
  let fixed: number | undefined;
  const look = () => {
    const day = fixed ?? today(new Date());
    workspaces.setToday(day);
    changed();
  };
  let shown = today(new Date());
  const timer = setInterval(() => {
    if (fixed !== undefined || today(new Date()) === shown) return;
    shown = today(new Date());
    look();
  }, 60_000);
  (timer as { unref?: () => void }).unref?.();
  return {
    stop: () => clearInterval(timer),
    fix(iso) {
      fixed = typeof iso === 'string' ? fromIso(iso) : undefined;
      look();
    },
  };
}

async function load(session: Session, folders: readonly string[]): Promise<void> {
  const { connection, workspaces, capabilities } = session;
  if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
    void connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [
        { globPattern: '**/*.okr' },
        { globPattern: '**/okr.json' },
        // It grows with every commit, checkout and pull.
        { globPattern: '**/.git/logs/HEAD' },
        { globPattern: '**/*.{csv,tsv,tab,json,jsonl,ndjson}' },
      ],
    });
  }
  await loadAll(session, folders);
  if (capabilities.workspace?.workspaceFolders === true) {
    let there = folders;
    connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      const come = added.map(({ uri }) => uri);
      there = [...there.filter(uri => !gone.has(uri)), ...come];
      // Nobody waits for what an event's listener promises: what goes wrong would end the server.
      if (gone.size > 0) await workspaces.keepOnly(there).catch(error => connection.console.error(String(error)));
      await loadAll(session, come);
      session.changed([], true);
    });
  }
  session.changed([], true);
}

async function loadAll(session: Session, folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    try {
      await loadShown(session, folder);
    } catch (error) {
      session.connection.console.error(
        `The folder ${folder} could not be loaded: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
}

/** So many files are read before anybody could wonder what goes on. */
const worthShowing = 500;

/** Loads a folder; where that takes a while, the client is shown how far it is. */
async function loadShown({ connection, workspaces, capabilities }: Session, folder: string): Promise<void> {
  if (capabilities.window?.workDoneProgress !== true) return workspaces.load(folder);
  let progress: Promise<WorkDoneProgressServerReporter | undefined> | undefined;
  let shown = 0;
  try {
    await workspaces.load(folder, (done, all) => {
      if (all < worthShowing) return;
      progress ??= connection.window.createWorkDoneProgress().then(
        reporter => {
          reporter.begin('Reading OKRs', 0);
          return reporter;
        },
        // A client that will not show it after all.
        () => undefined,
      );
      const share = Math.floor((done / all) * 20) * 5;
      if (share === shown) return;
      shown = share;
      void progress.then(reporter => reporter?.report(share, `${done} of ${all} files`));
    });
  } finally {
    void progress?.then(reporter => reporter?.done());
  }
}

/** One announcement for all that changed in one go. */
function announce(connection: Connection, listeners: readonly ChangeListener[]): Session['changed'] {
  let waiting: { uris: Set<string>; beyond: boolean } | undefined;
  return (uris, beyond) => {
    if (waiting === undefined) {
      waiting = { uris: new Set(), beyond: false };
      setTimeout(() => {
        const { uris: all, beyond: wide } = waiting as { uris: Set<string>; beyond: boolean };
        waiting = undefined;
        if (all.size > 0 || wide) void connection.sendNotification(changedNotification, { uris: [...all] });
        for (const listen of listeners) listen(all, wide);
      }, 0);
    }
    for (const uri of uris) waiting.uris.add(uri);
    waiting.beyond ||= beyond;
  };
}
