import { describe, it } from 'mocha';
import { launchBrowser } from './browser.ts';
import { installCodeServer } from './code-server.ts';
import { runInExtensionHost } from './extension-host.ts';
import { packagedExtension } from './packaged.ts';
import { root } from './paths.ts';
import { orSkip } from './unavailable.ts';

const name = 'The extension host of a real VS Code';

async function outcomes() {
  if (!process.env['OKR_VSCODE']) await needsOfCodeServer();
  return runInExtensionHost({ vsix: await packagedExtension(), folder: `${root}samples/company` });
}

/** Asked for here, since what runs it is a process of its own that cannot be skipped. */
async function needsOfCodeServer(): Promise<void> {
  await installCodeServer();
  await (await launchBrowser()).close();
}

const ran = await outcomes().catch((error: Error) => error);

describe(name, () => {
  if (ran instanceof Error)
    it('runs the tests', async function () {
      await orSkip(this, name, () => Promise.reject(ran));
    });
  // They ran there; here each is told as a test of its own.
  else
    for (const { title, error } of ran)
      it(title, () => {
        if (error !== undefined) throw new Error(error);
      });
});
