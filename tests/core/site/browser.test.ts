/** The site in a real browser, opened from a disk: it looks for goals, runs nothing else, and axe finds nothing. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'mocha';
import type { Browser } from 'playwright-core';
import { fromIso } from '../../../server/core/calendar/day.ts';
import { openWorkspace } from '../../../server/core/open-workspace.ts';
import { siteFiles } from '../../../server/core/site/site.ts';
import { launchBrowser } from '../../vscode/browser.ts';
import { orSkip } from '../../vscode/unavailable.ts';
import { violations } from '../views/axe-violations.ts';
import { layoutFaults } from '../views/layout-faults.ts';
import { sampleCompany } from './sample-company.ts';

describe('a site from a disk', function () {
  this.timeout(180_000);
  let browser: Browser;
  let folder: string;
  const address = (page: string) => pathToFileURL(join(folder, page)).href;

  before(async function () {
    browser = await orSkip(this, 'the site in a browser', launchBrowser);
    folder = mkdtempSync(join(tmpdir(), 'okr-site-'));
    const { workspace, standings } = openWorkspace('file:///w', fromIso('2026-11-21') as number);
    for (const [name, text] of Object.entries(sampleCompany())) workspace.setFile(`file:///w/${name}`, text, false);
    for (const { path, text } of siteFiles(workspace, standings, 'Papermoon')) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });
  after(async () => {
    await browser?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  it('finds goals by their words and people by their names', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', message => complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    await page.goto(address('search.html'));
    await page.keyboard.type('net promoter');
    await page.getByText(/^\d found$/).waitFor();
    await page.getByRole('link', { name: 'Customers love their book' }).first().click();
    await page.getByRole('heading', { name: 'Customers love their book' }).waitFor();
    await page.goto(`${address('search.html')}#${encodeURIComponent('@ines')}`);
    await page.reload();
    await page.getByRole('link', { name: '@ines', exact: true }).waitFor();
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('leads from the map to a goal, in a window that has room for it', async () => {
    const page = await browser.newPage({ bypassCSP: true, viewport: { width: 1200, height: 800 } });
    await page.goto(address('alignment.html'));
    assert.deepEqual(await layoutFaults(page), []);
    assert.deepEqual(await violations(page), []);
    await page.locator('a.box', { hasText: 'Companies send our books as presents' }).click();
    assert.match(page.url(), /teams\/growth\/2026-q4\.html#objective-\d+$/);
    await page.close();
  });

  for (const path of [
    'index.html',
    'alignment.html',
    'kpis.html',
    'people/ines.html',
    'teams/growth/2026-q4.html',
    'search.html',
  ]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`has nothing that axe complains about in ${path}, ${colorScheme}`, async () => {
        const page = await browser.newPage({ colorScheme, bypassCSP: true, viewport: { width: 360, height: 800 } });
        await page.goto(address(path));
        assert.ok(
          await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
          'nothing sticks out',
        );
        assert.deepEqual(await layoutFaults(page), []);
        const apart = await page.locator('.goal:has(> .icon)').evaluateAll(goals =>
          goals
            .filter(goal => {
              const [sign, title] = ['.icon', 'a'].map(name => goal.querySelector(name)?.getClientRects()[0]);
              return Math.abs((sign?.top ?? 0) - (title?.top ?? 0)) > 12;
            })
            .map(goal => goal.textContent),
        );
        assert.deepEqual(apart, [], 'a sign stands beside its title');
        assert.deepEqual(await violations(page), []);
        await page.close();
      });
    }
  }
});
