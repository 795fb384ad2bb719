/**
 * Runs git itself: a library that reads repositories is ten times the size of this, and each new format of them would
 * wait for it. Nothing of a repository runs, nothing is written or fetched, and no failure is worth more than silence.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { dirname } from 'node:path';

/** After so long there is no answer. */
const timeoutMs = 20_000;
/** So much of an answer is read. */
const mostBytes = 64_000_000;

/** What could make git run something else, or say it in another way. */
const settings = {
  'core.fsmonitor': 'false',
  'diff.relative': 'false',
  'log.showRoot': 'true',
  'log.showSignature': 'false',
  // A clone that has only some of its objects would fetch the others.
  'protocol.allow': 'never',
};

/**
 * The parts of what git prints, as they come.
 * @param folder in a repository
 * @param input for its standard input
 * @throws where there is no git, it fails, or takes too long
 */
export async function* git(folder: string, args: readonly string[], input = ''): AsyncGenerator<Buffer> {
  const child = start(folder, args);
  let failure: Error | undefined;
  const ended = new Promise<number | null>(resolve => {
    child.on('error', error => {
      failure = error;
      resolve(null);
    });
    child.on('close', resolve);
  });
  // It may have ended before it has read all.
  child.stdin?.on('error', () => {});
  child.stdin?.end(input);
  try {
    let bytes = 0;
    for await (const part of child.stdout ?? []) {
      bytes += (part as Buffer).length;
      if (bytes > mostBytes) throw new Error('git says too much');
      yield part as Buffer;
    }
    const code = await ended;
    if (failure !== undefined) throw failure;
    if (code !== 0) throw new Error(`git ${args[0]} failed`);
  } finally {
    if (child.exitCode === null) child.kill('SIGKILL');
  }
}

/** All that git prints. */
export async function gitText(folder: string, args: readonly string[]): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of git(folder, args)) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

function start(folder: string, args: readonly string[]): ChildProcess {
  const config = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return spawn('git', ['-C', folder, '--no-pager', ...config, ...args], {
    // Windows looks for a program in the folder that it is to run in before it looks elsewhere: not in a repository.
    cwd: dirname(process.execPath),
    env: environment(),
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
    windowsHide: true,
  });
}

/** A hook that runs us has set variables that speak of its own repository, and of where that stands. */
function environment(): NodeJS.ProcessEnv {
  const foreign = /^GIT_(?!CONFIG_|EXEC_PATH)/i;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
  return { ...env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' };
}
