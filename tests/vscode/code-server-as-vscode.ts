#!/usr/bin/env node
/**
 * code-server in the place of a desktop VS Code: takes what `@vscode/test-electron` passes to one, runs the tests in the
 * extension host and ends with their code. A headless browser stands in for the window.
 */
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { type CodeServer, startCodeServer } from './code-server.ts';

const patience = 5 * 60_000;

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { extensionDevelopmentPath: { type: 'string' }, extensionTestsPath: { type: 'string' } },
});
const { extensionDevelopmentPath, extensionTestsPath } = values as Record<string, string>;
const [folder] = positionals;
if (!extensionDevelopmentPath || !extensionTestsPath)
  throw new Error('--extensionDevelopmentPath= and --extensionTestsPath= are needed');

// So that what this started ends with it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
const browser = await launchBrowser();
try {
  const server = await startCodeServer(folder === undefined ? {} : { folder });
  try {
    process.exitCode = await runIn(server, browser, extensionDevelopmentPath, extensionTestsPath);
  } finally {
    await server.close();
  }
} finally {
  await browser.close();
}

/** Opens the workbench as one that develops an extension and tests it. @returns the code that it wants to end with */
async function runIn(server: CodeServer, browser: Browser, extension: string, tests: string): Promise<number> {
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  const ended = new Promise<number>((done, fail) => {
    page.exposeFunction('codeAutomationExit', done).catch(fail);
    setTimeout(fail, patience, new Error(`The tests did not end within ${patience / 60_000} minutes`)).unref();
  });
  await page.exposeFunction('codeAutomationLog', (_level: string, values: unknown[]) => console.log(...values));
  const remote = (path: string) => ({ scheme: 'vscode-remote', authority: `127.0.0.1:${server.port}`, path });
  // A released build takes these from its page's settings alone, and the page is the server's.
  await page.addInitScript(
    developmentOptions => {
      const original = Element.prototype.getAttribute;
      Element.prototype.getAttribute = function (name) {
        const value = original.call(this, name);
        const isSettings = this.id === 'vscode-workbench-web-configuration' && name === 'data-settings';
        return isSettings && value !== null ? JSON.stringify({ ...JSON.parse(value), developmentOptions }) : value;
      };
    },
    { extensions: [remote(extension)], extensionTestsPath: remote(tests) },
  );
  await page.goto(server.address);
  return ended;
}
