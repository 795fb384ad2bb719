/**
 * `npm start`, after the build: how the sample stands, in the terminal; then the sample in VS Code with the extension,
 * on the desktop where there is one, else for the Web in a browser.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { desktopVersion, hasDisplay, openBrowser, openDesktop } from './desktop.ts';
import { serveWeb } from './web.ts';

const usage = `npm start -- [FOLDER] [--web] [--port N]

  FOLDER     the folder to open, samples/company if none is named
  --web      VS Code for the Web, even if VS Code is installed
  --port N   the port to serve it on; a free one where it is taken`;

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = `${root}dist/okr.js`;
/** The sample's file with the most to see. */
const firstFile = 'growth/2026-Q4.okr';
const usualPort = 5170;
/** The first with the keywords and the commands that the extension uses. */
const oldest = '1.91.0';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { web: { type: 'boolean' }, port: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const sample = `${root}samples/company`;
const folder = positionals[0] === undefined ? sample : resolve(process.env['INIT_CWD'] ?? '', positionals[0]);

if (!existsSync(cli)) {
  console.error('There is no dist yet: npm run build');
  process.exit(1);
}
tellHowItStands();
if (values.web || !openedOnTheDesktop()) await serve();

/** What `okr check` and `okr show` say, as in any terminal. Findings are no failure here: the sample has some to show. */
function tellHowItStands(): void {
  const here = relative(root, folder) || '.';
  for (const args of [
    ['check', here],
    ['show', '--in', here],
  ]) {
    console.log(`\n$ npx okr ${args.join(' ')}`);
    const { status } = spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio: 'inherit' });
    if (status !== 0 && status !== 1) console.error(`okr ended with ${status}`);
  }
}

function openedOnTheDesktop(): boolean {
  if (!hasDisplay()) return false;
  const version = desktopVersion();
  if (version === undefined) return false;
  if (version.localeCompare(oldest, 'en', { numeric: true }) < 0) {
    console.log(`\nVS Code ${version} is installed; the extension needs ${oldest} or newer.`);
    return false;
  }
  console.log(`\nOpening ${folder} in VS Code ${version} …`);
  return openDesktop(root, folder);
}

async function serve(): Promise<void> {
  const server = await serveWeb({
    extension: root,
    folder,
    open: folder === sample ? [firstFile] : [],
    port: Number(values.port ?? usualPort),
  });
  console.log(`\nVS Code for the Web, with ${folder}:\n\n  ${server.address}\n`);
  console.log('Edits live in the browser until it is reloaded. Ctrl-C ends it.');
  if (hasDisplay()) openBrowser(server.address);
  await Promise.race([...['SIGINT', 'SIGTERM', 'SIGHUP'].map(signal => once(process, signal)), parentEnded()]);
  await server.close();
  process.exit(0);
}

/** A signal to npm ends npm and its shell, and would leave this behind with the port. */
function parentEnded(): Promise<void> {
  const parent = process.ppid;
  return new Promise(done => {
    setInterval(() => {
      if (process.ppid !== parent) done();
    }, 250);
  });
}
