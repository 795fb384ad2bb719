import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { Browser } from 'playwright-core';
import { renderHtmlReport } from '../../../server/core/views/html-report.ts';
import { launchBrowser } from '../../vscode/browser.ts';
import { orSkip } from '../../vscode/unavailable.ts';
import { violations } from './axe-violations.ts';
import { bundledScript, openPreview } from './browser-page.ts';
import { acme } from './fixtures/acme.ts';
import { alignmentOf } from './fixtures/alignment.ts';
import { hostile } from './fixtures/hostile.ts';
import { previewOf, previewOn } from './fixtures/preview.ts';
import { empty, forty, one, over } from './fixtures/sizes.ts';

const reports = { acme, hostile, one, empty, over };

describe('axe finds nothing to mend', function () {
  this.timeout(180_000);
  let browser: Browser;
  let script: string;

  before(async function () {
    browser = await orSkip(this, 'accessibility in a browser', launchBrowser);
    script = await bundledScript();
  });
  after(() => browser?.close());

  for (const [name, report] of Object.entries(reports)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`in the report of ${name}, ${colorScheme}`, async () => {
        const page = await browser.newPage({ colorScheme, bypassCSP: true });
        await page.setContent(renderHtmlReport(report));
        assert.deepEqual(await violations(page), []);
        await page.close();
      });
    }
  }

  for (const many of [2, 40, 300]) {
    it(`in the report with an alignment of ${many}, which fits the page`, async () => {
      const page = await browser.newPage({ bypassCSP: true });
      await page.setContent(renderHtmlReport(one, alignmentOf(many)));
      assert.deepEqual(await violations(page), []);
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: 690, height: 1000 });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
      const { width = 0, height = 0 } = (await page.locator('.alignment-map').boundingBox()) ?? {};
      assert.ok(width > 100 && width <= 690 && height <= 900, `${width} × ${height}`);
      await page.close();
    });
  }

  it('in the report of two teams', async () => {
    const page = await browser.newPage({ bypassCSP: true });
    await page.setContent(renderHtmlReport({ ...forty, objectives: forty.objectives.slice(8, 12) }));
    assert.deepEqual(await violations(page), []);
    await page.close();
  });

  for (const theme of ['vscode-light', 'vscode-dark', 'vscode-high-contrast'] as const) {
    for (const width of [1000, 320]) {
      it(`in the preview, ${theme}, ${width} pixels wide`, async () => {
        const { page, send } = await openPreview(browser, script, { theme, width });
        await send({ type: 'content', content: previewOf(acme) });
        await send({ type: 'cursor', uri: acme.objectives[0]?.place.uri ?? '', line: 20 });
        assert.deepEqual(await violations(page), []);
        await send({ type: 'content', content: previewOn('2026-10-31', acme) });
        await page.getByRole('searchbox').fill('no such words');
        assert.deepEqual(await violations(page), []);
        assert.ok(
          await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
          'nothing sticks out',
        );
        await page.close();
      });
    }
  }
});
