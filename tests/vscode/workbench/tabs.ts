import type { Locator, Page } from 'playwright-core';
import { until } from '../until.ts';
import { activeText } from './active-text.ts';
import type { QuickInput } from './quick-input.ts';

/** The files that are open, in their columns. */
export class Tabs {
  readonly #page: Page;
  readonly #quickInput: QuickInput;

  constructor(page: Page, quickInput: QuickInput) {
    this.#page = page;
    this.#quickInput = quickInput;
  }

  /** Opens a file of the folder by its path, in the first column, and waits until it can be read. */
  async openFile(path: string): Promise<void> {
    const name = path.slice(path.lastIndexOf('/') + 1);
    await this.#page.keyboard.press('ControlOrMeta+1');
    for (let chosen = false; !chosen; ) {
      await this.#quickInput.ask('ControlOrMeta+p', path);
      chosen = await this.#quickInput
        .choice(name)
        .click({ timeout: 5_000 })
        .then(
          () => true,
          async error => {
            // A webview that comes up just then takes the focus, and the list closes: it is asked for again.
            if (await this.#quickInput.isThere()) throw error;
            return false;
          },
        );
    }
    await this.isOpen(name);
  }

  /** From a webview, which hands keys on when it comes to them, to the text in the first column. */
  async toText(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+1');
    await this.#page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  /** Closes what is open beside the active editor, which then has the width of the window. */
  async closeOthers(): Promise<void> {
    await this.#quickInput.run('View: Close Editors in Other Groups');
    await until('one group is left', async () => (await this.#page.locator('.editor-group-container').count()) === 1);
  }

  /** A file that was opened can be read. */
  async isOpen(name: string): Promise<void> {
    await this.#tab(name).waitFor();
    await activeText(this.#page).locator('.view-line').first().waitFor();
  }

  /** Something can be read in the active editor, whatever kind that is. */
  async shows(text: string): Promise<void> {
    await this.#page.locator('.editor-group-container.active').getByText(text, { exact: true }).first().waitFor();
  }

  #tab(name: string): Locator {
    return this.#page.locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`);
  }

  /** Makes the file in the editor what it was when it was last saved. */
  async revert(): Promise<void> {
    await this.#quickInput.run('File: Revert File');
    await this.#page.locator('.editor-group-container.active .tab.active:not(.dirty)').waitFor();
  }

  /** A file is neither open nor among those that can be. */
  async waitForGone(name: string): Promise<void> {
    await this.#page.locator(`.tab[data-resource-name="${name}"]`).waitFor({ state: 'detached' });
    await this.#page
      .locator('.explorer-folders-view .monaco-list-row')
      .filter({ hasText: name })
      .waitFor({ state: 'detached' });
  }

  async isDirty(): Promise<boolean> {
    return (await this.#page.locator('.editor-group-container.active .tab.active.dirty').count()) > 0;
  }

  /** All that the tab of the file says, under the mouse too. */
  says(): Promise<string> {
    return this.#page
      .locator('.editor-group-container.active .tab.active')
      .first()
      .evaluate(tab => tab.outerHTML);
  }
}
