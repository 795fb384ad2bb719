/**
 * Speed, memory and size of what ships, printed as a table.
 *
 *   npm run bench [-- --quick]
 *   npm run bench -- --peers FOLDER     with the peers of a bench folder: ratios in one run, against the budgets
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Document } from '../../grammar/document.ts';
import { Client } from '../server/client.ts';
import { Unavailable } from '../vscode/unavailable.ts';
import { documentText, workspaceTexts } from './content.ts';
import { besideLargeData } from './large-data.ts';
import { pageTimes } from './page.ts';
import { againstPeers } from './peers.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, peers: { type: 'string' } } });
const rounds = values.quick ? 5 : 20;
const rows: [what: string, value: string, note: string][] = [];
const median = (samples: number[]) => [...samples].sort((a, b) => a - b)[samples.length >> 1] ?? Number.NaN;
const ms = (number: number) => `${number < 10 ? number.toFixed(1) : Math.round(number)} ms`;

if (spawnSync('npm', ['run', '--silent', 'package'], { stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0)
  process.exit(1);
if (values.peers !== undefined) await againstPeers(values.peers, values.quick === true);
else {
  sizes();
  parsing();
  for (const lines of [2_000, 20_000]) await keystrokes(lines);
  await burst();
  await starting();
  await manyFiles(values.quick ? 500 : 5_000);
  rows.push(...(await besideLargeData(values.quick ? 25 : 100)));
  activation();
  await page(300, { firstPaint: 150, keystroke: 50 });
  await page(values.quick ? 1_000 : 3_000);
  const width = Math.max(...rows.map(([what]) => what.length));
  for (const [what, value, note] of rows) console.log(`${what.padEnd(width)}  ${value.padStart(10)}  ${note}`);
}

function sizes(): void {
  const bytes = (file: string) => (file === 'dist/server.js' ? bytesToStart(file) : statSync(file).size);
  const vsix =
    spawnSync('ls', ['dist'], { encoding: 'utf8' })
      .stdout.split('\n')
      .find(name => name.endsWith('.vsix')) ?? '';
  for (const [what, files, limit] of [
    ['server bundle', ['dist/server.js'], 500],
    ['client bundle', ['dist/extension.cjs', 'dist/extension.web.cjs'], 550],
    ['preview script', ['dist/preview.js'], 120],
    ['.vsix', [`dist/${vsix}`], 1000],
  ] as const) {
    const kB = files.reduce((sum, file) => sum + bytes(file), 0) / 1000;
    rows.push([what, `${Math.round(kB)} kB`, `at most ${limit}`]);
  }
}

/** What a start loads: the entry, what it goes on to at once, and the chunks that they import. */
function bytesToStart(entry: string): number {
  const seen = new Map<string, number>();
  const load = (file: string) => {
    if (seen.has(file)) return;
    const text = readFileSync(file, 'utf8');
    seen.set(file, statSync(file).size);
    const now = file === entry ? /(?:import|from)\s*\(?["'](\.[^"']+)["']/g : /(?:import|from)\s*["'](\.[^"']+)["']/g;
    for (const [, path = ''] of text.matchAll(now)) load(join(dirname(file), path));
  };
  load(entry);
  return [...seen.values()].reduce((sum, size) => sum + size, 0);
}

function parsing(): void {
  const text = documentText(20_000);
  const samples: number[] = [];
  for (let i = 0; i < rounds + 5; i++) {
    const start = performance.now();
    for (const block of new Document(text).blocks) block.tree.statements;
    if (i >= 5) samples.push(performance.now() - start);
  }
  rows.push([
    'parse 20,000 lines to a tree',
    ms(median(samples)),
    `${(text.length / 1000 / median(samples)).toFixed(0)} MB/s`,
  ]);
}

/** A key result loses its measure, and gets it back: time until the diagnostics show it. */
async function keystrokes(lines: number): Promise<void> {
  const client = await Client.start({ today: '2026-12-15' });
  const uri = 'file:///bench/doc.okr';
  const text = documentText(lines);
  await client.open(uri, text);
  await client.pull(uri);
  const samples: number[] = [];
  for (let i = 0; i < rounds * 2; i++) samples.push(...(await errorRoundTrip(client, uri, text)));
  rows.push([
    `keystroke to right diagnostics, ${lines.toLocaleString('en')} lines`,
    ms(median(samples.slice(4))),
    `${samples.length} edits`,
  ]);
  await client.stop();
}

async function errorRoundTrip(client: Client, uri: string, text: string): Promise<number[]> {
  const from = text.indexOf('\n    from ', text.length >> 1) + 1;
  const line = text.slice(0, from).split('\n').length - 1;
  const written = text.slice(from, text.indexOf('\n', from) + 1);
  const at = { line, character: 0 };
  const shows = async (wanted: boolean) => {
    const found = (await client.pull(uri)).some(
      ({ range, code }) => code === 'kr-unmeasurable' && range.start.line === line - 1,
    );
    if (found !== wanted)
      throw new Error(`the diagnostics ${wanted ? 'lack' : 'still have'} the error on line ${line}`);
  };
  const start = performance.now();
  await client.change(uri, { range: { start: at, end: { line: line + 1, character: 0 } }, text: '' });
  await shows(true);
  const middle = performance.now();
  await client.change(uri, { range: { start: at, end: at }, text: written });
  await shows(false);
  return [middle - start, performance.now() - middle];
}

async function burst(): Promise<void> {
  const client = await Client.start({ today: '2026-12-15' });
  const uri = 'file:///bench/doc.okr';
  const text = documentText(20_000);
  await client.open(uri, text);
  await client.pull(uri);
  const before = text.indexOf('\n  supports ', text.length >> 1);
  const line = text.slice(0, before).split('\n').length;
  const samples: number[] = [];
  for (let run = 0; run < 5; run++) {
    for (let key = 0; key < 50; key++) {
      const at = { line: line - 3, character: 20 };
      void client.change(uri, { range: { start: at, end: at }, text: 'x' });
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    const start = performance.now();
    await client.connection.sendRequest('textDocument/completion', {
      textDocument: { uri },
      position: { line, character: 11 },
    });
    samples.push(performance.now() - start);
  }
  rows.push(['50 keys at 10 ms, then completion, 20,000 lines', ms(median(samples)), '']);
  await client.stop();
}

async function starting(): Promise<void> {
  const samples: number[] = [];
  for (let i = 0; i < rounds / 2; i++) {
    const start = performance.now();
    const client = await Client.start({ today: '2026-12-15' });
    const uri = 'file:///bench/doc.okr';
    await client.open(uri, documentText(200).replace(/\n {4}from .*/, ''));
    const found = await client.pull(uri);
    samples.push(performance.now() - start);
    if (!found.some(({ code }) => code === 'kr-unmeasurable')) throw new Error('the first diagnostics are not right');
    await client.stop();
  }
  rows.push(['start to the first right diagnostics', ms(median(samples)), `${samples.length} starts`]);
}

async function manyFiles(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'okr-bench-'));
  try {
    const texts = workspaceTexts(count);
    for (const [name, text] of texts) writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, 'okr.json'), '{ "root": true }\n');
    const [name, text] = texts.at(-1) as [string, string];
    const uri = pathToFileURL(join(folder, name)).href;
    const start = performance.now();
    const client = await Client.start({ today: '2026-12-15', folders: [pathToFileURL(folder).href] });
    await client.open(uri, text);
    await client.pull(uri);
    rows.push([`${count.toLocaleString('en')} files: start to right diagnostics`, ms(performance.now() - start), '']);
    await client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
    rows.push([
      `${count.toLocaleString('en')} files: memory`,
      `${residentMiB(client)} MiB`,
      'with the diagnostics of all files',
    ]);
    const samples: number[] = [];
    for (let i = 0; i < rounds; i++) samples.push(...(await errorRoundTrip(client, uri, text)));
    rows.push([`keystroke with ${count.toLocaleString('en')} files`, ms(median(samples.slice(4))), '']);
    await client.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function residentMiB({ process: { pid } }: Client): number {
  const kB = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kB) / 1024);
}

/** Processor time in the preview's page, until it is drawn. */
async function page(objectives: number, aims?: { firstPaint: number; keystroke: number }): Promise<void> {
  const of = `page of ${objectives.toLocaleString('en')} objectives`;
  const times = await pageTimes(objectives, rounds).catch((error: unknown) => {
    if (!(error instanceof Unavailable)) throw error;
    rows.push([of, '–', error.message]);
  });
  if (times === undefined) return;
  const { firstPaint, rest, keystroke, clearedFilter } = times;
  rows.push([`${of}: first paint`, ms(median(firstPaint)), aims ? `aim ${aims.firstPaint} ms` : '']);
  rows.push([`${of}: the rest of it`, ms(median(rest)), 'a little later, a key or a click comes between']);
  rows.push([`${of}: keystroke`, ms(median(keystroke)), aims ? `aim ${aims.keystroke} ms` : '']);
  rows.push([`${of}: filter cleared`, ms(median(clearedFilter)), '']);
}

/** The processor time that loading the extension and the server takes, less that of an empty program. */
function activation(): void {
  const cpu = (script: string) => {
    const code = `const M = require('node:module'); const load = M._load; const stub = new Proxy(function () {}, { get: (_, key) => key === Symbol.toPrimitive ? () => '' : stub, construct: () => stub, apply: () => stub }); M._load = (id, ...rest) => id === 'vscode' ? stub : load(id, ...rest); ${script}; console.log(process.cpuUsage().user + process.cpuUsage().system)`;
    const samples = Array.from(
      { length: 20 },
      () => Number(spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' }).stdout) / 1000,
    );
    return median(samples);
  };
  const empty = cpu('');
  rows.push([
    'activation: processor time of the client',
    ms(cpu("require('./dist/extension.cjs')") - empty),
    'median of 20',
  ]);
  rows.push([
    'activation: processor time of the server',
    ms(cpu(`import('./dist/server.js').then(() => new Promise(done => setTimeout(done, 50)))`) - empty),
    'median of 20',
  ]);
}
