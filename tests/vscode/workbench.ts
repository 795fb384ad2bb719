import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Frame, Locator, Page } from 'playwright-core';
import { artefacts } from './paths.ts';
import { until } from './until.ts';

/** By name: the label to choose, and the classes that the workbench and the documents of webviews then have. */
const themes = {
  light: { label: 'Light Modern', workbench: 'vs', webview: 'vscode-light' },
  dark: { label: 'Dark Modern', workbench: 'vs-dark', webview: 'vscode-dark' },
  'high contrast': { label: 'Dark High Contrast', workbench: 'hc-black', webview: 'vscode-high-contrast' },
} as const;
export type Theme = keyof typeof themes;

/** VS Code's window, as a person uses it: keys, mouse, and what can be read on it. */
export class Workbench {
  readonly #page: Page;
  readonly #context: BrowserContext;
  readonly #name: string;

  private constructor(name: string, context: BrowserContext, page: Page) {
    this.#name = name;
    this.#context = context;
    this.#page = page;
  }

  /**
   * @param name of the host: where its screenshots go
   * @param look the size of the window, and how many dots of a picture a pixel of it is
   */
  static async open(
    name: string,
    browser: Browser,
    address: string,
    { width, height, scale } = { width: 1400, height: 900, scale: 1 },
  ): Promise<Workbench> {
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: scale,
      locale: 'en-US',
    });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    await page.goto(address);
    const workbench = new Workbench(name, context, page);
    await page
      .locator('.monaco-workbench .explorer-folders-view .monaco-list-row')
      .first()
      .waitFor({ timeout: 60_000 });
    return workbench;
  }

  /** Loads the window anew by its command, which writes down what is open first. */
  async reload(): Promise<void> {
    const title = 'Developer: Reload Window';
    const loaded = this.#page.waitForEvent('load');
    await this.#ask('F1', `>${title}`);
    await this.#choice(title).click();
    await loaded;
    await this.#editor.locator('.view-line').first().waitFor({ timeout: 60_000 });
  }

  async close(): Promise<void> {
    await this.#context.close();
  }

  async press(keys: string): Promise<void> {
    await this.#page.keyboard.press(keys);
  }

  // Quick input: files, commands, choices

  get #quickInput(): Locator {
    return this.#page.locator('.quick-input-widget');
  }

  get #answerBox(): Locator {
    return this.#quickInput.locator('.quick-input-box input');
  }

  /** Into the box, wherever the focus is: a webview may take it at any time. */
  async #confirm(): Promise<void> {
    await this.#answerBox.press('Enter');
  }

  #choice(label: string | RegExp): Locator {
    return this.#quickInput.locator('.quick-input-list .monaco-list-row').filter({ hasText: label }).first();
  }

  async #ask(keys: string, text: string): Promise<void> {
    const input = this.#answerBox;
    // A workbench that is still starting may take it away again.
    await until(`${keys} opens the quick input`, async () => {
      await this.press(keys);
      return input.fill(text, { timeout: 2_000 }).then(
        () => true,
        () => false,
      );
    });
  }

  /** Chooses in a list that a command shows. */
  async choose(label: string | RegExp): Promise<void> {
    await this.#choice(label).click();
  }

  /** The question with this number, once it is asked. */
  async #step(number: number): Promise<Locator> {
    await this.#quickInput
      .locator('.quick-input-title')
      .filter({ hasText: new RegExp(`\\(${number}/\\d+\\)`) })
      .waitFor();
    return this.#answerBox;
  }

  /** Types the answer to a question, and goes on. */
  async answer(step: number, text: string): Promise<void> {
    await (await this.#step(step)).fill(text);
    await this.#confirm();
  }

  /** Types what to choose, and takes what that finds: a list that has just opened may still move under the mouse. */
  async chooseAt(step: number, text: string): Promise<void> {
    await (await this.#step(step)).fill(text);
    await this.#choice(text).waitFor();
    await this.#confirm();
  }

  /** Waits until a question is asked, and of whom. */
  async isAsked(step: number, title = ''): Promise<void> {
    await this.#step(step);
    await this.#quickInput.locator('.quick-input-title').filter({ hasText: title }).waitFor();
  }

  /** Waits until a list or a question has this title: the one before it may still be seen. */
  async isTitled(title: string): Promise<void> {
    await this.#quickInput.locator('.quick-input-title').filter({ hasText: title }).waitFor();
  }

  /** Waits until a question says what it wants to know. */
  async isAskedFor(prompt: RegExp): Promise<void> {
    await this.#quickInput.locator('.quick-input-message').filter({ hasText: prompt }).waitFor();
  }

  /** Takes what a list has first, once it is there. */
  async takeFirst(label: string): Promise<void> {
    await this.#choice(label).waitFor();
    await this.#confirm();
  }

  /** Types into a list without steps, and takes what that finds. */
  async chooseTyped(text: string, label: string): Promise<void> {
    await this.#answerBox.fill(text);
    await this.#choice(label).click();
  }

  /** Takes a file in the dialog that asks for one, by its path in the folder's file system. */
  async chooseFile(path: string): Promise<void> {
    await this.isTitled('Import OKRs');
    await this.#answerBox.fill(path);
    await this.#confirm();
  }

  /** Waits until a question says what is wrong with its answer. */
  async waitForComplaint(text: RegExp): Promise<void> {
    await this.#quickInput.locator('.quick-input-message').filter({ hasText: text }).waitFor();
  }

  async goBack(step: number): Promise<void> {
    await this.#step(step);
    await this.#quickInput.locator('.quick-input-titlebar .action-label').first().click();
  }

  async giveUp(step: number): Promise<void> {
    await this.#step(step);
    await this.press('Escape');
    await this.#quickInput.waitFor({ state: 'hidden' });
  }

  /** Runs a command from the palette, by its title. */
  async run(title: string): Promise<void> {
    await this.#ask('F1', `>${title}`);
    await this.#choice(title).click();
    await until(`the palette gives way to ${title}`, async () => {
      const input = this.#answerBox;
      return !(await input.isVisible()) || !(await input.inputValue()).startsWith('>');
    });
  }

  /** Opens a file of the folder by its path, in the first column, and waits until it can be read. */
  async openFile(path: string): Promise<void> {
    const name = path.slice(path.lastIndexOf('/') + 1);
    await this.press('ControlOrMeta+1');
    for (let chosen = false; !chosen; ) {
      await this.#ask('ControlOrMeta+p', path);
      chosen = await this.#choice(name)
        .click({ timeout: 5_000 })
        .then(
          () => true,
          async error => {
            // A webview that comes up just then takes the focus, and the list closes: it is asked for again.
            if (await this.#quickInput.isVisible()) throw error;
            return false;
          },
        );
    }
    await this.waitForTab(name);
  }

  /** From a webview, which hands keys on when it comes to them, to the text in the first column. */
  async toText(): Promise<void> {
    await this.press('ControlOrMeta+1');
    await this.#page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  /** Closes what is open beside the active editor, which then has the width of the window. */
  async closeOthers(): Promise<void> {
    await this.run('View: Close Editors in Other Groups');
    await until('one group is left', async () => (await this.#page.locator('.editor-group-container').count()) === 1);
  }

  /** A file that was opened can be read. */
  async waitForTab(name: string): Promise<void> {
    await this.#tab(name).waitFor();
    await this.#editor.locator('.view-line').first().waitFor();
  }

  /** Something can be read in the active editor, whatever kind that is. */
  async waitForText(text: string): Promise<void> {
    await this.#page.locator('.editor-group-container.active').getByText(text, { exact: true }).first().waitFor();
  }

  #tab(name: string): Locator {
    return this.#page.locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`);
  }

  /** Makes the file in the editor what it was when it was last saved. */
  async revert(): Promise<void> {
    await this.run('File: Revert File');
    await this.#page.locator('.editor-group-container.active .tab.active:not(.dirty)').waitFor();
  }

  // The editor

  get #editor(): Locator {
    return this.#page
      .locator(
        '.editor-group-container.active .monaco-editor[role="code"], .editor-group-container.active .editor-instance .monaco-editor',
      )
      .first();
  }

  /** A file is neither open nor among those that can be. */
  async waitForGone(name: string): Promise<void> {
    await this.#page.locator(`.tab[data-resource-name="${name}"]`).waitFor({ state: 'detached' });
    await this.#page
      .locator('.explorer-folders-view .monaco-list-row')
      .filter({ hasText: name })
      .waitFor({ state: 'detached' });
  }

  /** Puts the cursor on a line, at its end or at a column from 1. */
  async goTo(line: number, column?: number): Promise<void> {
    await this.#ask('Control+g', `:${line}${column === undefined ? '' : `:${column}`}`);
    await this.#confirm();
    // While it is there it takes the next key.
    await this.#quickInput.waitFor({ state: 'hidden' });
    await until(`the cursor is on line ${line}`, async () => (await this.cursor()).line === line);
    if (column === undefined) await this.#toEnd('End');
  }

  /** Selects what is on the line of the cursor behind it. */
  selectToEnd(): Promise<void> {
    return this.#toEnd('Shift+End');
  }

  /** In a line that is wrapped the first goes to the end of what is drawn in one row, the second to its own end. */
  async #toEnd(keys: string): Promise<void> {
    await this.press(keys);
    await this.press(keys);
  }

  /** Where the cursor is, as the status bar says; both from 1. */
  async cursor(): Promise<{ line: number; column: number }> {
    const text = await this.#page.locator('[id="status.editor.selection"]').textContent();
    const [, line, column] = /Ln (\d+), Col (\d+)/.exec(text ?? '') ?? [];
    return { line: Number(line), column: Number(column) };
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** A line of the editor as it is drawn; it is scrolled to where it is not. */
  async #line(number: number): Promise<Locator> {
    const index = await until(`line ${number} is in sight`, async () => {
      const top = await this.#editor
        .locator('.margin-view-overlays > div')
        .evaluateAll(
          (rows, wanted) =>
            rows.find(row => row.querySelector('.line-numbers')?.textContent === wanted)?.getBoundingClientRect().top,
          String(number),
        );
      if (top === undefined) return undefined;
      const tops = await this.#editor
        .locator('.view-lines .view-line')
        .evaluateAll(lines => lines.map(line => line.getBoundingClientRect().top));
      const found = tops.findIndex(other => Math.abs(other - top) < 2);
      return found < 0 ? undefined : { found };
    });
    return this.#editor.locator('.view-lines .view-line').nth(index.found);
  }

  /** The text of a line. */
  async textOf(line: number): Promise<string> {
    // What is drawn above it may come meanwhile, and then it is another row.
    const drawn = await until(`line ${line} can be read`, async () => {
      const row = await this.#line(line);
      return row.textContent({ timeout: 2_000 }).then(
        text => text ?? '',
        () => undefined,
      );
    });
    // The editor draws spaces as no-break spaces.
    return drawn.replaceAll('\u00a0', ' ');
  }

  /** Where a text is drawn on a line, in pixels of the window. */
  async #boxOf(text: string, line: number): Promise<{ x: number; y: number; width: number; height: number }> {
    const find = async () => {
      const row = await this.#line(line);
      return row.evaluate(
        (element, wanted) => {
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          const nodes: Text[] = [];
          while (walker.nextNode()) nodes.push(walker.currentNode as Text);
          const all = nodes
            .map(node => node.data)
            .join('')
            .replaceAll('\u00a0', ' ');
          const from = all.indexOf(wanted);
          if (from < 0) return undefined;
          const place = (offset: number): [Text, number] => {
            for (const node of nodes) {
              if (offset <= node.data.length) return [node, offset];
              offset -= node.data.length;
            }
            throw new Error('beyond the line');
          };
          const range = document.createRange();
          range.setStart(...place(from));
          range.setEnd(...place(from + wanted.length));
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x, y, width, height };
        },
        text,
        { timeout: 2_000 },
      );
    };
    // What is drawn above it may come meanwhile, and then it is another row.
    return until(`“${text}” on line ${line}`, () => find().catch(() => undefined));
  }

  /** Which kinds of underline a text has: `error`, `warning`, `info`, `hint`. */
  async underlines(text: string, line: number): Promise<string[]> {
    const box = await this.#boxOf(text, line);
    const marks = await this.#editor.locator('.view-overlays [class*="squiggly-"]').evaluateAll(elements =>
      elements.map(element => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return { kind: /squiggly-(\w+)/.exec(element.className)?.[1] ?? '', left, right, top, bottom };
      }),
    );
    return marks
      .filter(
        ({ left, right, top, bottom }) =>
          left < box.x + box.width - 1 && right > box.x + 1 && top < box.y + box.height && bottom > box.y,
      )
      .map(mark => mark.kind);
  }

  async waitForUnderline(kind: string, text: string, line: number): Promise<void> {
    await until(`“${text}” on line ${line} is underlined as ${kind}`, async () =>
      (await this.underlines(text, line)).includes(kind),
    );
  }

  /** What appears when the mouse rests on a text, once it says what is expected. */
  async hover(text: string, line: number, expected: RegExp): Promise<string> {
    const hover = this.#page.locator('.monaco-hover:visible').filter({ hasText: expected }).first();
    return until(`hovering “${text}” says ${expected}`, async () => {
      const box = await this.#boxOf(text, line);
      await this.#page.mouse.move(5, 5);
      await this.#page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
      return hover.waitFor({ timeout: 3_000 }).then(
        () => hover.textContent().then(text => text ?? ''),
        () => undefined,
      );
    });
  }

  /** Accepts a completion at the cursor, by its label. */
  async complete(label: string): Promise<void> {
    const list = this.#page.locator('.suggest-widget.visible');
    const row = list
      .locator('.monaco-list-row')
      .filter({ has: this.#page.locator('.label-name', { hasText: new RegExp(`^${label}$`) }) });
    await until(`“${label}” is suggested`, async () => {
      if (!(await list.isVisible())) await this.press('Control+Space');
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
    await this.press('ControlOrMeta+.');
    await this.#page.locator('.action-widget .monaco-list-row').first().waitFor();
  }

  /** Applies a quick fix for what stands at the cursor, by its title. */
  async quickFix(title: string | RegExp): Promise<void> {
    const row = this.#page.locator('.action-widget .monaco-list-row').filter({ hasText: title }).first();
    await until(`the quick fix ${title} is offered`, async () => {
      await this.press('ControlOrMeta+.');
      return row.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => this.press('Escape').then(() => false),
      );
    });
    // Forced, since the menu catches clicks beside it with an element over everything, and passes this one on.
    await row.click({ force: true });
    await row.waitFor({ state: 'hidden' });
  }

  /** Waits until what can be done is above the headings: what comes last. */
  async waitForLens(): Promise<void> {
    await this.#editor.locator('.codelens-decoration a').first().waitFor();
  }

  /** Presses the first lens of a name. */
  async clickLens(title: string): Promise<void> {
    await this.#editor.locator('.codelens-decoration a', { hasText: title }).first().click();
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
      await this.press('F2');
      return input.fill(name, { timeout: 2_000 }).then(
        () => true,
        () => false,
      );
    });
    await this.press('Enter');
  }

  async isDirty(): Promise<boolean> {
    return (await this.#page.locator('.editor-group-container.active .tab.active.dirty').count()) > 0;
  }

  /** All that the tab of the file says, under the mouse too. */
  tabSays(): Promise<string> {
    return this.#page
      .locator('.editor-group-container.active .tab.active')
      .first()
      .evaluate(tab => tab.outerHTML);
  }

  clipboard(): Promise<string> {
    return this.#page.evaluate(() => navigator.clipboard.readText());
  }

  // Views and the status bar

  /** Shows what is in a container of the activity bar. */
  async openView(title: string): Promise<void> {
    await this.run(`View: Show ${title}`);
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
    const card = this.#page.locator('.monaco-hover:visible').filter({ hasText: expected }).first();
    return this.#hoverUntil(this.#row(text), card, expected);
  }

  /** Presses what appears on a line of the view under the mouse. */
  async rowAction(text: string, action: string): Promise<void> {
    const row = this.#row(text);
    await row.hover();
    await row.locator(`.actions .action-label[aria-label^="${action}"]`).click();
  }

  async #hoverUntil(target: Locator, hover: Locator, expected: RegExp): Promise<string> {
    return until(`the mouse brings ${expected}`, async () => {
      await this.#page.mouse.move(700, 5);
      await target.hover();
      return hover.waitFor({ timeout: 3_000 }).then(
        () => hover.textContent().then(text => text ?? ''),
        () => undefined,
      );
    });
  }

  async hoverStatusBar(id: string, expected: RegExp): Promise<string> {
    const hover = this.#page.locator('.monaco-hover:visible').filter({ hasText: expected }).first();
    return this.#hoverUntil(this.#page.locator(`.statusbar-item[id$="${id}"]`), hover, expected);
  }

  async clickStatusBar(id: string): Promise<void> {
    await this.#page.locator(`.statusbar-item[id$="${id}"] a`).first().click();
  }

  /** What an entry says, empty where it is not there. */
  async statusBar(id: string): Promise<string> {
    const entry = this.#page.locator(`.statusbar-item[id$="${id}"]`);
    return (await entry.count()) === 0 ? '' : ((await entry.first().textContent()) ?? '').trim();
  }

  /** A new line below one, as indented as that; a list of suggestions that opened meanwhile is dismissed. */
  async typeBelow(line: number, text: string, { dismiss } = { dismiss: true }): Promise<number> {
    await this.goTo(line);
    await this.press('Enter');
    await this.type(text);
    if (dismiss) await this.press('Escape');
    return line + 1;
  }

  // Notifications

  /** Waits until a message is among the notifications, and puts them away. By itself it shows for a while, or until Escape. */
  async takeMessage(text: RegExp): Promise<void> {
    await this.run('Notifications: Show Notifications');
    const message = this.#page
      .locator('.notifications-center .notification-list-item')
      .filter({ hasText: text })
      .first();
    await message.waitFor();
    await this.run('Notifications: Clear All Notifications');
    await message.waitFor({ state: 'hidden' });
  }

  #toast(text: RegExp): Locator {
    return this.#page.locator('.notifications-toasts .notification-list-item').filter({ hasText: text });
  }

  /** Waits until a message comes by itself. */
  async waitForMessage(text: RegExp): Promise<void> {
    await this.#toast(text).waitFor({ timeout: 60_000 });
  }

  /** Presses a button of a message that has just come. */
  async pressInMessage(text: RegExp, button: string): Promise<void> {
    const message = this.#toast(text);
    await message.getByRole('button', { name: button, exact: true }).click();
  }

  // Webviews

  /** The document of the webview that holds an element. */
  async webviewWith(selector: string, within = 30_000): Promise<Frame> {
    return until(
      `a webview shows ${selector}`,
      async () => {
        for (const frame of this.#page.frames())
          if (frame.name() === 'active-frame' || frame.parentFrame()?.url().includes('webview')) {
            const count = await frame
              .locator(selector)
              .count()
              .catch(() => 0);
            if (count > 0) return frame;
          }
        return undefined;
      },
      within,
    );
  }

  /** The same once it is painted: VS Code loads a page out of sight, and puts it into the window when it is there. */
  async webviewShowing(selector: string): Promise<Frame> {
    return until(`${selector} is to be seen in a webview`, async () => {
      const frame = await this.webviewWith(selector);
      try {
        const holder = await frame.frameElement();
        if (!(await holder.isVisible()) || !(await frame.locator(selector).first().isVisible())) return undefined;
        await frame.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
        return frame;
      } catch {
        // It gave way to another one meanwhile.
        return undefined;
      }
    });
  }

  // Looks

  /** @param webview whose document has to have it too */
  async setTheme(theme: Theme, webview?: Frame): Promise<void> {
    const { label, workbench, webview: webviewClass } = themes[theme];
    await this.run('Preferences: Color Theme');
    await this.#quickInput.locator('.quick-input-box input').fill(label);
    await this.#choice(label).click();
    await this.#page.locator(`.monaco-workbench.${workbench}`).waitFor();
    await webview?.locator(`body.${webviewClass}`).waitFor();
  }

  /** Into `out/screenshots/<host>/<name>.png`. */
  async screenshot(name: string): Promise<void> {
    const path = join(artefacts, 'screenshots', this.#name, `${name.replace(/[^\w-]+/g, '-')}.png`);
    await mkdir(dirname(path), { recursive: true });
    await this.#page.screenshot({ path });
  }

  /** The window, or a part of it, as a file. */
  async picture(path: string, part?: Part): Promise<void> {
    await this.#page.screenshot({ path, ...(part && { clip: part }) });
  }

  /** What all of these take up together, with a margin around. */
  async partOf(selectors: readonly string[], margin = 8): Promise<Part> {
    const boxes = await Promise.all(
      selectors.map(async selector => {
        const box = await this.#page.locator(selector).first().boundingBox();
        if (box === null) throw new Error(`${selector} is not to be seen`);
        return box;
      }),
    );
    const x = Math.max(0, Math.min(...boxes.map(box => box.x)) - margin);
    const y = Math.max(0, Math.min(...boxes.map(box => box.y)) - margin);
    const right = Math.max(...boxes.map(box => box.x + box.width)) + margin;
    const bottom = Math.max(...boxes.map(box => box.y + box.height)) + margin;
    return { x, y, width: right - x, height: bottom - y };
  }

  /** The mouse where nothing is under it. */
  async restMouse(): Promise<void> {
    await this.#page.mouse.move(5, 5);
  }
}

/** In pixels of the window. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
