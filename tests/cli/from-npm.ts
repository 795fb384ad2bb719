/** What a test needs from npm and no `npm ci` installs: fetched once, and kept outside `node_modules`. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { kept } from '../vscode/paths.ts';
import { Unavailable } from '../vscode/unavailable.ts';

/**
 * The folder of a package, without what it depends on.
 * @throws Unavailable where npm cannot fetch it
 */
export function packageFromNpm(name: string, version: string, as = name): string {
  const folder = join(kept, `${as}-${version}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.unfinished-${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  try {
    npm(['pack', `${name}@${version}`, '--silent', '--pack-destination', unfinished]);
    const [archive = ''] = readdirSync(unfinished);
    const { status, stderr } = spawnSync('tar', ['-xzf', archive], { cwd: unfinished, encoding: 'utf8' });
    if (status !== 0) throw new Unavailable(`${archive} cannot be unpacked: ${stderr}`);
    renameSync(join(unfinished, 'package'), folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

function npm(args: readonly string[]): void {
  const own = process.env['npm_execpath'];
  const [program, ...first] = own?.endsWith('npm-cli.js') ? [process.execPath, own] : ['npm'];
  const { status, stderr } = spawnSync(program ?? 'npm', [...first, ...args], {
    encoding: 'utf8',
    // npm on Windows is a script for its shell.
    shell: process.platform === 'win32' && program === 'npm',
  });
  if (status !== 0) throw new Unavailable(`npm ${args[0]} ${args[1]}: ${stderr.trim()}`);
}
