import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import type { Host } from './host.ts';
import { packagedExtension } from './packaged.ts';
import { orSkip } from './unavailable.ts';
import { startWeb } from './web.ts';
import { Workbench } from './workbench.ts';

const name = 'A folder without OKRs';

/** Somebody has installed the extension, and opened a folder in which there is nothing yet. */
describe(`${name}, as a person uses it`, () => {
  let scratch: string;
  let host: Host;
  let browser: Browser;
  let workbench: Workbench;

  before(async function () {
    browser = await orSkip(this, name, launchBrowser);
    scratch = await mkdtemp(join(tmpdir(), 'okr-first-'));
    const folder = join(scratch, 'acme');
    await mkdir(folder);
    await writeFile(join(folder, 'notes.md'), '# Acme\n');
    const settings = { 'okr.today': '2026-11-21', 'okr.me': 'ana' };
    host = await orSkip(this, name, async () => startWeb({ vsix: await packagedExtension(), folder, settings }));
    workbench = await Workbench.open(name, browser, host.address);
  });
  after(async () => {
    await workbench?.close();
    await browser?.close();
    await host?.close();
    await rm(scratch, { recursive: true, force: true });
  });

  it('begins with an example to write over, of which the coach says one thing', async () => {
    await workbench.run('OKR: Create First Workspace');
    await workbench.waitForTab('2026-Q4.okr');
    await workbench.waitForUnderline('warning', 'Improve our help pages', 22);
    await workbench.screenshot('first workspace');
    await workbench.run('OKR: Create First Workspace');
    await workbench.takeMessage(/There are OKRs here already, in 2026-Q4\.okr\./);
  });

  it('has a walkthrough from the first objective to the report', async () => {
    await workbench.run('Welcome: Open Walkthrough...');
    await workbench.choose('Start with OKRs as Code');
    await workbench.waitForText('See what the coach says');
    await workbench.webviewWith('strong:has-text("keyword")');
    await workbench.screenshot('walkthrough');
  });
});
