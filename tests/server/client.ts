/** A language client over the standard input and output of a real server process. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The server as it ships, and as it is in the sources. */
export const servers = { dist: `${root}dist/server.js`, source: `${root}server/lsp/main.ts` };

export interface ClientOptions {
  readonly server?: string;
  /** URIs. null: it says nothing about folders, not even that there are none. */
  readonly folders?: readonly string[] | null;
  /** null: it says none. */
  readonly today?: string | null;
  /** The section `okr` of its settings. */
  readonly settings?: object;
  /** The commands of ours that it has. */
  readonly commands?: readonly string[];
  /** Whether git may run; without it the client says nothing about that. */
  readonly revisions?: boolean;
  readonly capabilities?: ClientCapabilities;
  /** The Node to run it on. */
  readonly node?: string;
}

const pulling: ClientCapabilities = {
  textDocument: { diagnostic: {}, publishDiagnostics: { relatedInformation: true } },
  workspace: { diagnostics: { refreshSupport: true }, workspaceFolders: true },
};

export class Client {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  private versions = new Map<string, number>();

  private constructor(process: ChildProcess, connection: ProtocolConnection, initialized: InitializeResult) {
    this.process = process;
    this.connection = connection;
    this.initialized = initialized;
  }

  static async start(
    options: ClientOptions = {},
    prepare: (connection: ProtocolConnection) => void = () => {},
  ): Promise<Client> {
    const child = spawn(options.node ?? process.execPath, [options.server ?? servers.dist, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/diagnostic/refresh', () => null);
    prepare(connection);
    connection.listen();
    const initialized = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      ...(options.folders !== null && {
        rootUri: options.folders?.[0] ?? null,
        workspaceFolders: options.folders?.map(uri => ({ uri, name: uri })) ?? null,
      }),
      capabilities: options.capabilities ?? pulling,
      initializationOptions: {
        today: options.today === undefined ? '2026-11-21' : options.today,
        settings: options.settings,
        commands: options.commands,
        revisions: options.revisions,
      },
    });
    await connection.sendNotification('initialized', {});
    return new Client(child, connection, initialized);
  }

  open(uri: string, text: string, languageId = 'okr'): Promise<void> {
    this.versions.set(uri, 1);
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
  }
  change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const version = (this.versions.get(uri) ?? 1) + 1;
    this.versions.set(uri, version);
    return this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
  }
  /** The diagnostics that the server gives when it is asked. */
  async pull(uri: string): Promise<Diagnostic[]> {
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    return report.kind === 'full' ? report.items : [];
  }
  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const ended = new Promise(resolve => this.process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await ended;
    this.connection.dispose();
  }
}
