/** `okr preview` as it ships, in a process of its own, and what it answers. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { root } from './okr.ts';

export const cli = join(root, 'dist/okr.js');

export interface Served {
  readonly child: ChildProcess;
  readonly address: URL;
}

/** Whoever serves ends them. */
export const running: ChildProcess[] = [];

export function endAll(): void {
  for (const child of running.splice(0)) child.kill('SIGKILL');
}

export async function serve(cwd: string, ...args: string[]): Promise<Served> {
  const child = spawn(process.execPath, [cli, 'preview', ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  const [data] = await Promise.race([
    once(child.stdout, 'data'),
    once(child.stderr, 'data').then(([error]) => assert.fail(String(error))),
  ]);
  return { child, address: new URL(String(data).trim()) };
}

interface Asked {
  readonly headers?: Record<string, string>;
  readonly method?: string;
  readonly path?: string;
  readonly body?: string;
}

export async function ask(address: URL, { body = '', ...options }: Asked = {}) {
  const [response] = (await once(request(address, options).end(body), 'response')) as [IncomingMessage];
  let text = '';
  for await (const data of response) text += String(data);
  return { status: response.statusCode, headers: response.headers, body: text };
}
