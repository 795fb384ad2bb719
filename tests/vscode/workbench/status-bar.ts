import type { Page } from 'playwright-core';
import { bringsUp } from './mouse-rest.ts';

/** Its entries, by the end of their identifiers. */
export class StatusBar {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async hover(id: string, expected: RegExp): Promise<string> {
    return bringsUp(this.#page, this.#page.locator(`.statusbar-item[id$="${id}"]`), expected);
  }

  async click(id: string): Promise<void> {
    await this.#page.locator(`.statusbar-item[id$="${id}"] a`).first().click();
  }

  /** What an entry says, empty where it is not there. */
  async textOf(id: string): Promise<string> {
    const entry = this.#page.locator(`.statusbar-item[id$="${id}"]`);
    return (await entry.count()) === 0 ? '' : ((await entry.first().textContent()) ?? '').trim();
  }
}
