import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterEach, describe, it } from 'mocha';
import { root } from './paths.ts';
import { until } from './until.ts';

/** `npm start` where nobody sits in front of the machine, without a terminal. */
describe('npm start', () => {
  let running: ChildProcess[] = [];

  afterEach(async () => {
    await Promise.all(running.map(end));
    running = [];
  });

  it('tells how the sample stands, then serves it to this machine', async () => {
    const { output, address } = await start();
    const said = output();
    assert.match(said, /npx okr check samples\/company/);
    assert.match(said, /npx okr show/);
    assert.ok(said.indexOf('okr check') < said.indexOf(address));
    assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/$/);

    const page = await ask(address, '/');
    assert.equal(page.status, 200);
    assert.match(page.body, /workbench\.web\.main\.js/);
    assert.equal((await ask(address, '/extension/package.json')).status, 200);
    const { folder, contents } = JSON.parse((await ask(address, '/folder/folder.json')).body);
    assert.equal(folder, '/company');
    assert.ok('okr.json' in contents);
  });

  for (const path of [
    '/../package.json',
    '/extension/../../etc/passwd',
    '/extension/..%2f..%2f..%2f..%2fetc%2fpasswd',
    '/extension//etc/passwd',
    '/extension/.git/config',
    '/extension/node_modules/mocha/package.json',
    '/vscode/%00',
    '/%',
    '/__proto__/toString',
  ])
    it(`has nothing at ${path}`, async () => {
      const { address } = await start();
      assert.equal((await ask(address, path)).status, 404);
    });

  it('answers to no other name, and takes nothing', async () => {
    const { address } = await start();
    assert.equal((await ask(address, '/', { host: 'evil.example' })).status, 403);
    assert.equal((await ask(address, '/', { host: `localhost:${new URL(address).port}` })).status, 200);
    assert.equal((await ask(address, '/', {}, 'POST')).status, 405);
  });

  it('takes a free port where the usual one is taken', async () => {
    const first = await start();
    const second = await start('--port', new URL(first.address).port);
    assert.notEqual(second.address, first.address);
    assert.equal((await ask(second.address, '/')).status, 200);
  });

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    it(`ends cleanly on ${signal}`, async () => {
      const { child, address } = await start();
      // A browser keeps its connections open.
      const open = await fetch(address);
      child.kill(signal);
      assert.deepEqual(await once(child, 'exit'), [0, null]);
      await open.text().catch(() => '');
      await assert.rejects(fetch(address));
    });

  async function start(...args: string[]) {
    const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
    const child = spawn(process.execPath, [`${root}client/start/start.ts`, '--web', ...args], {
      env,
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.push(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', data => {
        said += data;
      });
    const address = await until('it prints the address', () => {
      assert.equal(child.exitCode, null, said);
      return /^ +(http:\S+)$/m.exec(said)?.[1];
    });
    return { child, address, output: () => said };
  }

  async function end(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
});

/** Asks for a path as it is: `fetch` would tidy it first. */
async function ask(address: string, path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { hostname, port } = new URL(address);
  const asked = request({ hostname, port, path, method, headers: { connection: 'close', ...headers } });
  asked.end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const body = (await answer.setEncoding('utf8').toArray()).join('');
  return { status: answer.statusCode, body };
}
