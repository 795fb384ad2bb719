/** The command line as a process, from its sources. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'mocha';
import { folderWith, root } from './okr.ts';

const cli = `${root}server/cli/okr.ts`;
const start = (args: string[], options: { cwd: string; input?: string; env?: Record<string, string> }) => {
  const { cwd, input = '', env = {} } = options;
  const result = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: 10_000_000,
    env: { PATH: process.env['PATH'], ...env },
  });
  return { code: result.status, stdout: result.stdout, stderr: result.stderr };
};

describe('okr as a process', () => {
  it('ends with 0, 1 or 2', () => {
    const cwd = folderWith({ 'a.okr': 'team growth: Growth\n', 'b.okr': 'objectve\n' });
    assert.deepEqual(start(['check', 'a.okr'], { cwd }), { code: 0, stdout: 'No problems in 1 file.\n', stderr: '' });
    assert.equal(start(['check', 'b.okr'], { cwd }).code, 1);
    assert.equal(start(['chek'], { cwd }).code, 2);
  });

  it('reads standard input, and writes colours where they are forced', () => {
    const cwd = folderWith({ 'a.okr': 'team growth: Growth\n' });
    assert.equal(start(['format', '-'], { cwd, input: 'objective love:  Love\n' }).stdout, 'objective love: Love\n');
    assert.ok(start(['check'], { cwd, env: { FORCE_COLOR: '1' } }).stdout.startsWith('\u001b['));
    assert.ok(!start(['check'], { cwd }).stdout.includes('\u001b'));
  });

  it('is quiet when its reader has read enough', async () => {
    const cwd = folderWith({ 'a.okr': 'objectve\n'.repeat(20_000) });
    const child = spawn(process.execPath, [cli, 'check'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', data => {
      stderr += data;
    });
    await once(child.stdout, 'data');
    child.stdout.destroy();
    await once(child, 'close');
    assert.equal(stderr, '');
    assert.equal(child.signalCode, null);
  });

  if (process.platform !== 'win32')
    for (const [command, code] of [
      ['show --in samples/company', 0],
      ['report --cycle 2026-Q4 --format html samples/company', 0],
      ['shwo', 2],
    ] as const)
      it(`ends without a word where nobody reads: okr ${command}`, () => {
        // `true` has ended long before there is something to write.
        const shell = `{ "$0" "$1" ${command} 2>&1; echo "ended with $?" >&2; } | true`;
        const { signal, stderr } = spawnSync('sh', ['-c', shell, process.execPath, cli], {
          cwd: root,
          encoding: 'utf8',
          timeout: 30_000,
        });
        assert.deepEqual([signal, stderr], [null, `ended with ${code}\n`]);
      });

  it('writes all of a long output into a pipe', () => {
    const cwd = folderWith({ 'a.okr': 'objectve\n'.repeat(3_000) });
    const { stdout } = start(['check', '--format', 'json'], { cwd });
    assert.equal((JSON.parse(stdout) as { line: number }[]).at(-1)?.line, 3_000);
  });

  it('serves an editor', async () => {
    const child = spawn(process.execPath, [cli, 'lsp', '--stdio'], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
    const send = (message: object) => {
      const text = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    };
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    const [data] = (await once(child.stdout, 'data')) as [Buffer];
    assert.match(data.toString(), /^Content-Length: /);
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
    await once(child, 'close');
  });
});
