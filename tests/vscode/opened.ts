/** What the steps of a suite work in: a VS Code in a browser, there before the first step and gone after the last. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'mocha';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import type { Host, HostOptions } from './host.ts';
import { packagedExtension } from './packaged.ts';
import { orSkip } from './unavailable.ts';
import { startWeb } from './web.ts';
import { Workbench } from './workbench/workbench.ts';

interface Opened {
  readonly workbench: Workbench;
  readonly host: Host;
}

/**
 * @param name of the suite, also for its screenshots
 * @param start brings the host up
 * @returns what is there, once the steps run
 */
export function opened(name: string, start: () => Promise<Host>): () => Opened {
  let browser: Browser;
  let host: Host;
  let workbench: Workbench;
  before(async function () {
    browser = await orSkip(this, name, launchBrowser);
    host = await orSkip(this, name, start);
    workbench = await Workbench.open(name, browser, host.address);
  });
  after(async () => {
    await workbench?.close();
    await browser?.close();
    await host?.close();
  });
  return () => ({ workbench, host });
}

/** The same on the Web, in a folder `acme` that holds these files and no others. */
export function openedOnTheWeb(
  name: string,
  files: () => Promise<Readonly<Record<string, string | Uint8Array>>>,
  settings: HostOptions['settings'] = {},
): () => Opened {
  let scratch: string | undefined;
  const now = opened(name, async () => {
    scratch = await mkdtemp(join(tmpdir(), 'okr-opened-'));
    const folder = join(scratch, 'acme');
    await mkdir(folder);
    for (const [path, content] of Object.entries(await files())) await writeFile(join(folder, path), content);
    return startWeb({ vsix: await packagedExtension(), folder, settings });
  });
  after(async () => {
    if (scratch !== undefined) await rm(scratch, { recursive: true, force: true });
  });
  return now;
}
