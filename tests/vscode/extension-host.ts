import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { glob } from 'tinyglobby';
import { artefacts } from './paths.ts';
import type { Outcome } from './suite/outcome.ts';
import { unpackVsix } from './vsix.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export interface SuiteOptions {
  readonly vsix: string;
  readonly folder: string;
  /** The folder of `*.test.ts` files. */
  readonly suite?: string;
}

/**
 * Runs mocha inside the extension host of a real VS Code, with the packaged extension: of the desktop build that
 * `OKR_VSCODE` names, else of code-server.
 * @returns how each test ended
 * @throws with what VS Code said, where it never came to the tests
 */
export async function runInExtensionHost({ vsix, folder, suite = here('suite') }: SuiteOptions): Promise<Outcome[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'okr-extension-host-'));
  const file = join(scratch, 'outcomes.json');
  const said = new PassThrough();
  try {
    const run = runTests({
      vscodeExecutablePath: process.env['OKR_VSCODE'] ?? here('code-server-as-vscode.ts'),
      extensionDevelopmentPath: await unpackVsix(vsix, scratch),
      extensionTestsPath: await bundled(suite),
      launchArgs: [await copyOf(folder, scratch)],
      extensionTestsEnv: {
        OKR_OUTCOMES: file,
        PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`,
      },
      stdout: said,
      stderr: said,
    });
    // A failed test fails the run as well, and its outcome tells more.
    const failure = await run.then(
      () => undefined,
      error => error as Error,
    );
    const outcomes = await readOutcomes(file);
    if (outcomes.length === 0) throw new Error(`${failure?.message ?? 'No test ran'}\n${said.read()}`);
    return outcomes;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Tests write into it. */
async function copyOf(folder: string, scratch: string): Promise<string> {
  const copy = join(scratch, basename(folder));
  await cp(folder, copy, { recursive: true });
  return copy;
}

const readOutcomes = (file: string): Promise<Outcome[]> =>
  readFile(file, 'utf8').then(
    text => JSON.parse(text) as Outcome[],
    () => [],
  );

/** The extension host takes CommonJS. @returns the file to load */
async function bundled(suite: string): Promise<string> {
  const outdir = join(artefacts, 'extension-host');
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  await build({
    entryPoints: [here('suite/run.ts'), ...(await glob('*.test.ts', { cwd: suite, absolute: true }))],
    outdir,
    entryNames: '[name]',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
  });
  return join(outdir, 'run.cjs');
}
