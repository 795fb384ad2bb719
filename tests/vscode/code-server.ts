import { type ChildProcess, spawn } from 'node:child_process';
import { access, cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { type Host, type HostOptions, testSettings } from './host.ts';
import { kept } from './paths.ts';
import { runCommand } from './run-command.ts';
import { Unavailable } from './unavailable.ts';
import { until } from './until.ts';

/** VS Code 1.139.1. A change installs it anew. */
const version = '4.139.1';

/** What `node@24` of the development dependencies installed: code-server runs on 24 alone. */
const node = join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin', 'node');
const environment = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env['PATH'] ?? ''}` };

/**
 * Installs code-server once, outside `node_modules`.
 * @returns its entry
 * @throws Unavailable where npm cannot
 */
export async function installCodeServer(): Promise<string> {
  const folder = join(kept, `code-server-${version}`);
  const entry = join(folder, 'node_modules', 'code-server', 'out', 'node', 'entry.js');
  if (
    await access(entry).then(
      () => true,
      () => false,
    )
  )
    return entry;
  if (process.platform === 'win32') throw new Unavailable('code-server does not run on Windows');

  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await writeFile(join(unfinished, 'package.json'), '{ "private": true }\n');
  const vscode = join(unfinished, 'node_modules', 'code-server', 'lib', 'vscode');
  console.log(`Installing code-server ${version} into ${kept}, once`);
  try {
    await install(unfinished, `code-server@${version}`);
    // What its install script would do, without compiling: what has no prebuilt binary (its log files, Kerberos,
    // SSH) is loaded only where it is used, and a test uses none of it.
    await install(vscode, '--omit=dev');
    await install(join(vscode, 'extensions'), '--omit=dev');
  } catch (error) {
    throw new Unavailable(`code-server ${version} cannot be installed: ${(error as Error).message}`);
  }
  await rename(unfinished, folder);
  return entry;
}

function install(cwd: string, ...args: string[]): Promise<string> {
  const own = process.env['npm_execpath'];
  const [program, ...first] = own?.endsWith('npm-cli.js') ? [node, own] : ['npm'];
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  return runCommand(program, [...first, 'install', ...args, ...quiet], { cwd, env: environment });
}

/** Without them the first minute is full of welcomes. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

export interface CodeServer extends Host {
  readonly port: number;
  /** The copy of the folder that is open. */
  readonly folder: string;
}

/**
 * The newest VS Code: the real workbench and the real extension host, in a server of its own.
 * @param options.vsix installed as a user would; without it there is no extension but VS Code's own
 * @param options.env what the extension host inherits besides
 */
export async function startCodeServer(
  options: Partial<HostOptions> & { readonly env?: NodeJS.ProcessEnv },
): Promise<CodeServer> {
  const entry = await installCodeServer();
  const scratch = await mkdtemp(join(tmpdir(), 'okr-code-server-'));
  const folder = join(scratch, options.folder === undefined ? 'empty' : basename(options.folder));
  if (options.folder === undefined) await mkdir(folder);
  else await cp(options.folder, folder, { recursive: true });

  const data = join(scratch, 'data');
  const settings = JSON.stringify({ ...quietSettings, ...testSettings, ...options.settings });
  // What is of a machine counts from the settings of the one where the extensions run.
  for (const whose of ['User', 'Machine']) {
    await mkdir(join(data, whose), { recursive: true });
    await writeFile(join(data, whose, 'settings.json'), settings);
  }
  const folders = ['--user-data-dir', data, '--extensions-dir', join(scratch, 'extensions')];
  const env = { ...environment, XDG_CONFIG_HOME: scratch, XDG_DATA_HOME: scratch, ...options.env };
  if (options.vsix !== undefined)
    await runCommand(node, [entry, ...folders, '--install-extension', options.vsix], { env });

  const quiet = ['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'];
  const open = ['--bind-addr', '127.0.0.1:0', '--auth', 'none', '--disable-workspace-trust'];
  const server = spawn(node, [entry, ...folders, ...open, ...quiet], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = (): void => signalGroup(server, 'SIGKILL');
  process.once('exit', kill);
  const close = async (): Promise<void> => {
    process.off('exit', kill);
    await endGroup(server);
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const port = await portOf(server);
    const address = `http://127.0.0.1:${port}/`;
    await until('code-server answers', () =>
      fetch(`${address}healthz`).then(
        answer => answer.ok,
        () => false,
      ),
    );
    const killServer = () => killChild(server, join(scratch, 'extensions'));
    return { address: `${address}?folder=${encodeURIComponent(folder)}`, port, folder, close, killServer };
  } catch (error) {
    await close();
    throw error;
  }
}

/** It takes a free port and says which. */
async function portOf(server: ChildProcess): Promise<number> {
  let output = '';
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', data => {
      output = (output + data).slice(-100_000);
    });
  return until('code-server says where it listens', () => {
    if (server.exitCode !== null) throw new Error(`code-server ended with ${server.exitCode}\n${output}`);
    const port = /HTTP server listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1];
    return port !== undefined && Number(port);
  });
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

/** Kills the language server of an extension in a folder: the one process of this VS Code that runs its `server.js`. */
async function killChild({ pid: group }: ChildProcess, extensions: string): Promise<void> {
  const listed = await runCommand('ps', ['-A', '-o', 'pid=,pgid=,args='], {});
  const found = listed.split('\n').flatMap(line => {
    const [, pid, pgid, args = ''] = /^ *(\d+) +(\d+) (.*)$/.exec(line) ?? [];
    const isServer = args.includes(extensions) && args.includes(join('dist', 'server.js'));
    return isServer && Number(pgid) === group ? [Number(pid)] : [];
  });
  const [pid, ...more] = found;
  if (pid === undefined || more.length > 0) throw new Error(`There should be one language server: ${found.join(', ')}`);
  process.kill(pid, 'SIGKILL');
}

/** To a process and all that it started: the extension host is a grandchild. */
function signalGroup(leader: ChildProcess, signal: NodeJS.Signals): void {
  if (leader.pid !== undefined && !hasEnded(leader)) process.kill(-leader.pid, signal);
}

async function endGroup(leader: ChildProcess): Promise<void> {
  if (leader.pid === undefined || hasEnded(leader)) return;
  const ended = new Promise(done => leader.once('close', done));
  signalGroup(leader, 'SIGTERM');
  const impatience = setTimeout(() => signalGroup(leader, 'SIGKILL'), 5_000);
  await ended;
  clearTimeout(impatience);
}
