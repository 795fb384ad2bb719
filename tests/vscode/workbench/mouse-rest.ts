import type { Locator, Page } from 'playwright-core';
import { until } from '../until.ts';

/** What the mouse brings when it rests there, once it says what is expected. */
export async function bringsUp(page: Page, target: Locator, expected: RegExp): Promise<string> {
  const hover = page.locator('.monaco-hover:visible').filter({ hasText: expected }).first();
  return until(`the mouse brings ${expected}`, async () => {
    await page.mouse.move(700, 5);
    await target.hover();
    return hover.waitFor({ timeout: 3_000 }).then(
      () => hover.textContent().then(text => text ?? ''),
      () => undefined,
    );
  });
}
