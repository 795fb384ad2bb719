import type { Page } from 'playwright-core';
import { until } from '../until.ts';
import { activeText } from './active-text.ts';

/** What the editor offers in the text: completions, quick fixes, lenses, other names, and the view within it. */
export class Offers {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Accepts a completion at the cursor, by its label. */
  async complete(label: string): Promise<void> {
    const list = this.#page.locator('.suggest-widget.visible');
    const row = list
      .locator('.monaco-list-row')
      .filter({ has: this.#page.locator('.label-name', { hasText: new RegExp(`^${label}$`) }) });
    await until(`“${label}” is suggested`, async () => {
      if (!(await list.isVisible())) await this.#page.keyboard.press('Control+Space');
      return row
        .first()
        .waitFor({ timeout: 3_000 })
        .then(
          () => true,
          () => false,
        );
    });
    await row.first().click();
    // Where there is more to say, the next list comes at once.
    await row.first().waitFor({ state: 'hidden' });
  }

  /** Shows what could be done about what stands at the cursor. */
  async offerQuickFixes(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+.');
    await this.#page.locator('.action-widget .monaco-list-row').first().waitFor();
  }

  /** Applies a quick fix for what stands at the cursor, by its title. */
  async quickFix(title: string | RegExp): Promise<void> {
    const row = this.#page.locator('.action-widget .monaco-list-row').filter({ hasText: title }).first();
    await until(`the quick fix ${title} is offered`, async () => {
      await this.#page.keyboard.press('ControlOrMeta+.');
      return row.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => this.#page.keyboard.press('Escape').then(() => false),
      );
    });
    // Forced, since the menu catches clicks beside it with an element over everything, and passes this one on.
    await row.click({ force: true });
    await row.waitFor({ state: 'hidden' });
  }

  /** Waits until what can be done is above the headings: what comes last. */
  async waitForLens(): Promise<void> {
    await activeText(this.#page).locator('.codelens-decoration a').first().waitFor();
  }

  /** Presses the first lens of a name. */
  async clickLens(title: string): Promise<void> {
    await activeText(this.#page).locator('.codelens-decoration a', { hasText: title }).first().click();
  }

  /** Waits for the view within the text: what its title says, and a line of its list. */
  async waitForPeek(title: RegExp, row: string): Promise<void> {
    await this.#page.locator('.peekview-title').filter({ hasText: title }).waitFor();
    await this.#page.locator('.zone-widget .monaco-list-row').filter({ hasText: row }).first().waitFor();
  }

  /** Gives its list more of its width. */
  async widenPeek(by: number): Promise<void> {
    const box = await this.#page.locator('.zone-widget .monaco-sash.vertical').last().boundingBox();
    if (box === null) throw new Error('The peek has no border to move');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await this.#page.mouse.move(x, y);
    await this.#page.mouse.down();
    await this.#page.mouse.move(x - by, y, { steps: 4 });
    await this.#page.mouse.up();
  }

  async closePeek(): Promise<void> {
    const peek = this.#page.locator('.zone-widget');
    await peek.locator('.peekview-actions .codicon-close').click();
    await peek.locator('.peekview-title').waitFor({ state: 'hidden' });
  }

  /** Asks for another name for what is at the cursor. */
  async rename(name: string): Promise<void> {
    const input = this.#page.locator('.rename-box .rename-input');
    await until('a new name is asked for', async () => {
      await this.#page.keyboard.press('F2');
      return input.fill(name, { timeout: 2_000 }).then(
        () => true,
        () => false,
      );
    });
    await this.#page.keyboard.press('Enter');
  }
}
