import type { Locator, Page } from 'playwright-core';
import type { QuickInput } from './quick-input.ts';

/** What the workbench tells by itself. */
export class Notifications {
  readonly #page: Page;
  readonly #quickInput: QuickInput;

  constructor(page: Page, quickInput: QuickInput) {
    this.#page = page;
    this.#quickInput = quickInput;
  }

  /** Waits until a message is among the notifications, and puts them away. By itself it shows for a while, or until Escape. */
  async take(text: RegExp): Promise<void> {
    await this.#quickInput.run('Notifications: Show Notifications');
    const message = this.#page
      .locator('.notifications-center .notification-list-item')
      .filter({ hasText: text })
      .first();
    await message.waitFor();
    await this.#quickInput.run('Notifications: Clear All Notifications');
    await message.waitFor({ state: 'hidden' });
  }

  #toast(text: RegExp): Locator {
    return this.#page.locator('.notifications-toasts .notification-list-item').filter({ hasText: text });
  }

  /** Waits until a message comes by itself. */
  async comes(text: RegExp): Promise<void> {
    await this.#toast(text).waitFor({ timeout: 60_000 });
  }

  /** Presses a button of a message that has just come. */
  async press(text: RegExp, button: string): Promise<void> {
    const message = this.#toast(text);
    await message.getByRole('button', { name: button, exact: true }).click();
  }
}
