import { spawn, spawnSync } from 'node:child_process';

/** Somebody sits in front of this machine. */
export function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** On Windows `code` is a batch file: it takes a shell, and its arguments quotes. */
const shell = process.platform === 'win32';
const quoted = (args: readonly string[]): string[] => args.map(arg => (shell ? `"${arg}"` : arg));

/** The version of the desktop VS Code that answers to `code`; nothing where there is none. */
export function desktopVersion(): string | undefined {
  const { status, stdout } = spawnSync('code', ['--version'], { shell, encoding: 'utf8', timeout: 20_000 });
  return status === 0 ? /^\d+\.\d+\.\d+/m.exec(stdout)?.[0] : undefined;
}

/** Opens a folder in a new window of VS Code, with the extension from its own folder. @returns whether it did */
export function openDesktop(extension: string, folder: string): boolean {
  const args = ['--new-window', `--extensionDevelopmentPath=${extension}`, folder];
  return spawnSync('code', quoted(args), { shell, stdio: 'inherit' }).status === 0;
}

/** Opens an address in the default browser, where the system knows one. */
export function openBrowser(address: string): void {
  const [program, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', address]
        : ['xdg-open', address];
  const browser = spawn(program!, args, { stdio: 'ignore', detached: true });
  // The address is printed too: a system without a default browser is no error.
  browser.on('error', () => {});
  browser.unref();
}
