import type { Locator, Page } from 'playwright-core';
import { bringsUp } from './mouse-rest.ts';
import type { QuickInput } from './quick-input.ts';

/** The views of the activity bar’s containers. */
export class SideBar {
  readonly #page: Page;
  readonly #quickInput: QuickInput;

  constructor(page: Page, quickInput: QuickInput) {
    this.#page = page;
    this.#quickInput = quickInput;
  }

  /** Shows what is in a container of the activity bar. */
  async openView(title: string): Promise<void> {
    await this.#quickInput.run(`View: Show ${title}`);
    await this.#page.locator('.sidebar .pane-body .monaco-list-row').first().waitFor();
  }

  /** Waits until a line of the view's tree is the selected one. */
  async waitForSelected(text: string): Promise<void> {
    await this.#page
      .locator('.sidebar .pane-body .monaco-list-row.selected')
      .filter({ hasText: text })
      .waitFor({ timeout: 20_000 });
  }

  #row(text: string): Locator {
    return this.#page.locator('.sidebar .pane-body .monaco-list-row').filter({ hasText: text }).first();
  }

  /** Waits for a line of the view. */
  async row(text: string): Promise<void> {
    await this.#row(text).waitFor();
  }

  /** The card of a line of the view, once it says what is expected. */
  async hoverRow(text: string, expected: RegExp): Promise<string> {
    return bringsUp(this.#page, this.#row(text), expected);
  }

  /** Presses what appears on a line of the view under the mouse. */
  async rowAction(text: string, action: string): Promise<void> {
    const row = this.#row(text);
    await row.hover();
    await row.locator(`.actions .action-label[aria-label^="${action}"]`).click();
  }
}
