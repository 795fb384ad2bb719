import type { Locator, Page } from 'playwright-core';
import { until } from '../until.ts';

/** Files, commands, choices, questions. */
export class QuickInput {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get #widget(): Locator {
    return this.#page.locator('.quick-input-widget');
  }

  get #answerBox(): Locator {
    return this.#widget.locator('.quick-input-box input');
  }

  /** Into the box, wherever the focus is: a webview may take it at any time. */
  async confirm(): Promise<void> {
    await this.#answerBox.press('Enter');
  }

  /** The first choice with this label. */
  choice(label: string | RegExp): Locator {
    return this.#widget.locator('.quick-input-list .monaco-list-row').filter({ hasText: label }).first();
  }

  /** Opens it with keys, and types what is wanted. */
  async ask(keys: string, text: string): Promise<void> {
    const input = this.#answerBox;
    // A workbench that is still starting may take it away again.
    await until(`${keys} opens the quick input`, async () => {
      await this.#page.keyboard.press(keys);
      return input.fill(text, { timeout: 2_000 }).then(
        () => true,
        () => false,
      );
    });
  }

  /** Chooses in a list that a command shows. */
  async choose(label: string | RegExp): Promise<void> {
    await this.choice(label).click();
  }

  /** The question with this number, once it is asked. */
  async #step(number: number): Promise<Locator> {
    await this.#widget
      .locator('.quick-input-title')
      .filter({ hasText: new RegExp(`\\(${number}/\\d+\\)`) })
      .waitFor();
    return this.#answerBox;
  }

  /** Types the answer to a question, and goes on. */
  async answer(step: number, text: string): Promise<void> {
    await (await this.#step(step)).fill(text);
    await this.confirm();
  }

  /** Types what to choose, and takes what that finds: a list that has just opened may still move under the mouse. */
  async chooseAt(step: number, text: string): Promise<void> {
    await (await this.#step(step)).fill(text);
    await this.choice(text).waitFor();
    await this.confirm();
  }

  /** Waits until a question is asked, and of whom. */
  async isAsked(step: number, title = ''): Promise<void> {
    await this.#step(step);
    await this.#widget.locator('.quick-input-title').filter({ hasText: title }).waitFor();
  }

  /** Waits until a list or a question has this title: the one before it may still be seen. */
  async isTitled(title: string): Promise<void> {
    await this.#widget.locator('.quick-input-title').filter({ hasText: title }).waitFor();
  }

  /** Waits until a question says what it wants to know. */
  async isAskedFor(prompt: RegExp): Promise<void> {
    await this.#widget.locator('.quick-input-message').filter({ hasText: prompt }).waitFor();
  }

  /** Takes what a list has first, once it is there. */
  async takeFirst(label: string): Promise<void> {
    await this.choice(label).waitFor();
    await this.confirm();
  }

  /** Types into a list without steps, and takes what that finds. */
  async chooseTyped(text: string, label: string): Promise<void> {
    await this.#answerBox.fill(text);
    await this.choice(label).click();
  }

  /** Takes a file in the dialog that asks for one, by its path in the folder's file system. */
  async chooseFile(path: string): Promise<void> {
    await this.isTitled('Import OKRs');
    await this.#answerBox.fill(path);
    await this.confirm();
  }

  /** Waits until a question says what is wrong with its answer. */
  async waitForComplaint(text: RegExp): Promise<void> {
    await this.#widget.locator('.quick-input-message').filter({ hasText: text }).waitFor();
  }

  async goBack(step: number): Promise<void> {
    await this.#step(step);
    await this.#widget.locator('.quick-input-titlebar .action-label').first().click();
  }

  async giveUp(step: number): Promise<void> {
    await this.#step(step);
    await this.#page.keyboard.press('Escape');
    await this.isGone();
  }

  /** Runs a command from the palette, by its title. */
  async run(title: string): Promise<void> {
    await this.ask('F1', `>${title}`);
    await this.choice(title).click();
    await until(`the palette gives way to ${title}`, async () => {
      const input = this.#answerBox;
      return !(await input.isVisible()) || !(await input.inputValue()).startsWith('>');
    });
  }

  /** While it is there it takes the next key. */
  async isGone(): Promise<void> {
    await this.#widget.waitFor({ state: 'hidden' });
  }

  isThere(): Promise<boolean> {
    return this.#widget.isVisible();
  }
}
