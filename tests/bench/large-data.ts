/** Typing while the server reads a large data file: nobody may notice that it does. */
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Hover } from 'vscode-languageserver-protocol';
import { Client } from '../server/client.ts';
import { documentText } from './content.ts';

type Row = [what: string, value: string, note: string];

const keyEveryMs = 20;

/** Keystrokes with and without a file being read, how long that takes, and what memory it costs. */
export async function besideLargeData(megabytes: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'okr-bench-'));
  try {
    writeFileSync(join(folder, 'okr.json'), '{ "root": true }');
    writeTable(join(folder, 'large.csv'), megabytes);
    return await measure(folder, megabytes);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeTable(path: string, megabytes: number): void {
  const file = openSync(path, 'w');
  writeSync(file, 'date,region,revenue,note\n');
  const day = (at: number) => new Date(Date.UTC(2026, 0, 1 + (at % 330))).toISOString().slice(0, 10);
  const rows = Array.from(
    { length: 10_000 },
    (_, at) => `${day(at)},${at % 2 ? 'EU' : 'US'},${at}.5,"a note, ${at}"\n`,
  );
  const piece = rows.join('');
  for (let written = 0; written < megabytes * 1e6; written += piece.length) writeSync(file, piece);
  closeSync(file);
}

async function measure(folder: string, megabytes: number): Promise<Row[]> {
  const client = await Client.start({ today: '2026-12-15', folders: [pathToFileURL(folder).href] });
  const uri = pathToFileURL(join(folder, 'a.okr')).href;
  const text = documentText(2_000);
  await client.open(uri, text);
  await client.pull(uri);
  let keys = 0;
  const idle = await typing(client, uri, text, async () => ++keys >= 50);
  const before = memory(client);
  const own =
    'team large\ncycle 2026-Q4\nobjective o\n  kr k\n    to 1M\n    data large.csv column revenue where region = EU sum\n';
  const start = performance.now();
  const large = pathToFileURL(join(folder, 'large.okr')).href;
  await client.open(large, own);
  let most = 0;
  const busy = await typing(client, uri, text, async () => {
    most = Math.max(most, memory(client));
    const hover = await client.connection.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri: large },
      position: { line: 5, character: 12 },
    });
    return /values/.test(JSON.stringify(hover));
  });
  const took = performance.now() - start;
  await client.stop();
  return [
    [`key to completion, nothing else to do`, shown(idle), 'median, slowest of 50'],
    [`key to completion, while ${megabytes} MB of data are read`, shown(busy), `median, slowest of ${busy.length}`],
    [`${megabytes} MB of data, read while somebody types`, `${Math.round(took)} ms`, `${most - before} MB more memory`],
  ];
}

/** One key after another until `isDone`: milliseconds from each to the answer that follows it. */
async function typing(client: Client, uri: string, text: string, isDone: () => Promise<boolean>): Promise<number[]> {
  const line = text.slice(0, text.indexOf('\n  supports ', text.length >> 1)).split('\n').length;
  const samples: number[] = [];
  do {
    const at = { line: line - 3, character: 20 };
    const start = performance.now();
    await client.change(uri, { range: { start: at, end: at }, text: 'x' });
    await client.connection.sendRequest('textDocument/completion', {
      textDocument: { uri },
      position: { line, character: 11 },
    });
    samples.push(performance.now() - start);
    await new Promise(resolve => setTimeout(resolve, keyEveryMs));
  } while (!(await isDone()));
  return samples;
}

function shown(samples: readonly number[]): string {
  const sorted = samples.toSorted((a, b) => a - b);
  return `${sorted[sorted.length >> 1]?.toFixed(1)}, ${sorted.at(-1)?.toFixed(1)} ms`;
}

/** Of the server, in MB; 0 where it cannot be told. */
function memory({ process: { pid } }: Client): number {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
  } catch {
    return 0;
  }
}
