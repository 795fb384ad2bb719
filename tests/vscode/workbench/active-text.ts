import type { Locator, Page } from 'playwright-core';

/** The text editor of the active group, whatever else is open. */
export function activeText(page: Page): Locator {
  return page
    .locator(
      '.editor-group-container.active .monaco-editor[role="code"], .editor-group-container.active .editor-instance .monaco-editor',
    )
    .first();
}
