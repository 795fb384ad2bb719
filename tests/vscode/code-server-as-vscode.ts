#!/usr/bin/env node
/**
 * code-server in the place of a desktop VS Code: takes what `@vscode/test-electron` passes to one, runs the tests in the
 * extension host and ends with their code. A headless browser stands in for the window.
 */
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.ts';
import { startCodeServer } from './code-server.ts';

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { extensionDevelopmentPath: { type: 'string' }, extensionTestsPath: { type: 'string' } },
});
const { extensionDevelopmentPath, extensionTestsPath } = values as Record<string, string>;
const [folder] = positionals;
if (!extensionDevelopmentPath || !extensionTestsPath)
  throw new Error('--extensionDevelopmentPath= and --extensionTestsPath= are needed');

const server = await startCodeServer(folder === undefined ? {} : { folder });
const browser = await launchBrowser();
try {
  const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
  const ended = new Promise<number>(done => page.exposeFunction('codeAutomationExit', done));
  await page.exposeFunction('codeAutomationLog', (_level: string, values: unknown[]) => console.log(...values));
  const remote = (path: string) => ({ scheme: 'vscode-remote', authority: `127.0.0.1:${server.port}`, path });
  await page.addInitScript(
    developmentOptions => {
      const original = Element.prototype.getAttribute;
      Element.prototype.getAttribute = function (name) {
        const value = original.call(this, name);
        const isSettings = this.id === 'vscode-workbench-web-configuration' && name === 'data-settings';
        return isSettings && value !== null ? JSON.stringify({ ...JSON.parse(value), developmentOptions }) : value;
      };
    },
    { extensions: [remote(extensionDevelopmentPath)], extensionTestsPath: remote(extensionTestsPath) },
  );
  await page.goto(server.address);
  process.exitCode = await ended;
} finally {
  await browser.close();
  await server.close();
}
