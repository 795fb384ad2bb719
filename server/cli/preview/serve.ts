/** Serves the live preview to a browser on this machine: a page, its script, its styles, and a stream of what changes. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ToPage } from '../../core/requests/preview.ts';
import { previewEvent, readingEvent } from '../../core/views/browser/messages.ts';
import { browserPage, browserPolicy, browserStyles } from '../../core/views/browser/page.ts';
import { tabIcon } from '../../core/views/browser/tab-icon.ts';
import { UsageError } from '../usage.ts';
import { Door } from './door.ts';
import type { Asked, Shown } from './live.ts';
import type { Pen } from './pen.ts';
import { pageScript } from './script.ts';
import { answerWriting } from './writing.ts';

interface ServeOptions {
  /** 0: any that is free. */
  readonly port: number;
  readonly page: Parameters<typeof browserPage>[0];
  /** What the files say now; it throws where they cannot be read. */
  readonly shown: (asked: Asked) => Shown;
  /** Left out: nothing can be written from the page. */
  readonly pen?: Pen | undefined;
}

export interface PreviewServer {
  /** With the token: whoever has it may look. */
  readonly address: string;
  /** Tells every page what is different now. */
  refresh(): void;
  close(): Promise<void>;
}

const headers = {
  'content-security-policy': browserPolicy,
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** @throws UsageError where the port is taken */
export async function servePreview({ port, page, shown, pen }: ServeOptions): Promise<PreviewServer> {
  const files = new Map<string, { body: string | Buffer; type: string }>([
    ['', { body: browserPage(page), type: 'text/html; charset=utf-8' }],
    ['page.js', { body: pageScript(), type: 'text/javascript; charset=utf-8' }],
    ['page.css', { body: browserStyles, type: 'text/css; charset=utf-8' }],
    ['icon.svg', { body: tabIcon, type: 'image/svg+xml' }],
  ]);
  const server = createServer();
  const door = new Door(await listen(server, port), pen !== undefined);
  const streams = new Set<Stream>();
  const refresh = () => {
    for (const stream of streams) stream.refresh();
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const admission = door.admit(request);
    if ('status' in admission) return answer(response, admission.status, `${admission.message}\n`);
    const { path, query } = admission;
    if (request.method === 'POST' && pen !== undefined) {
      void answerPost(path, request, response, pen).then(refresh);
      return;
    }
    const file = files.get(path);
    if (file !== undefined) return answer(response, 200, request.method === 'HEAD' ? '' : file.body, file.type);
    if (path !== 'events' || request.method === 'HEAD') return answer(response, 404, 'There is nothing here.\n');
    const stream = new Stream(response, askedIn(query, page.isFile), shown);
    streams.add(stream);
    response.on('close', () => streams.delete(stream));
    stream.refresh();
  });
  return {
    address: door.address,
    refresh,
    close: () =>
      new Promise(closed => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** One page that listens, and what it has been told. */
class Stream {
  readonly #response: ServerResponse;
  readonly #asked: Asked;
  readonly #shown: ServeOptions['shown'];
  readonly #told = new Map<string, string>();

  constructor(response: ServerResponse, asked: Asked, shown: ServeOptions['shown']) {
    this.#response = response;
    this.#asked = asked;
    this.#shown = shown;
    response.writeHead(200, { ...headers, 'content-type': 'text/event-stream; charset=utf-8' });
  }

  refresh(): void {
    try {
      const { content, reading } = this.#shown(this.#asked);
      this.#tell(previewEvent, { type: 'content', content } satisfies ToPage);
      // The page may only say that it shows a reading once it has its content.
      this.#tell(readingEvent, { reading });
    } catch (error) {
      this.#tell(previewEvent, { type: 'error', message: (error as Error).message } satisfies ToPage);
    }
  }

  /** Nothing that it has heard already; JSON has no line break in it. */
  #tell(event: string, message: object): void {
    const data = JSON.stringify(message);
    if (this.#told.get(event) === data) return;
    this.#told.set(event, data);
    this.#response.write(`event: ${event}\ndata: ${data}\n\n`);
  }
}

function askedIn(query: URLSearchParams, isFile: boolean): Asked {
  const scope = query.get('scope') ?? (isFile ? 'file' : 'workspace');
  return {
    scope: isFile && scope === 'file' ? 'file' : 'workspace',
    cycle: query.get('cycle'),
    asOf: query.get('day'),
    alignment: query.has('alignment'),
  };
}

async function answerPost(path: string, request: IncomingMessage, response: ServerResponse, pen: Pen): Promise<void> {
  const answered = await answerWriting(path, request, pen).catch((error: Error) => error);
  if (answered instanceof Error) return void response.destroy();
  if (answered.status === 200) return answer(response, 200, JSON.stringify(answered.json), 'application/json');
  // What was not read is not waited for.
  if (answered.status === 413) response.setHeader('connection', 'close');
  answer(response, answered.status, answered.message);
}

function answer(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  type = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, { ...headers, 'content-type': type }).end(body);
}

/** @returns the port that it listens on, of this machine only */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((listening, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      failed(
        isTaken || error.code === 'EACCES'
          ? new UsageError(`The port ${port} is taken: choose another with \`--port\`, or none`)
          : error,
      );
    });
    server.listen(port, '127.0.0.1', () => listening((server.address() as AddressInfo).port));
  });
}
