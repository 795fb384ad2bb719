import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { artefacts } from '../paths.ts';
import { until } from '../until.ts';
import { activeText } from './active-text.ts';
import { Notifications } from './notifications.ts';
import { Offers } from './offers.ts';
import { QuickInput } from './quick-input.ts';
import { SideBar } from './side-bar.ts';
import { StatusBar } from './status-bar.ts';
import { Tabs } from './tabs.ts';
import { TextEditor } from './text-editor.ts';

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
  readonly quickInput: QuickInput;
  readonly tabs: Tabs;
  readonly text: TextEditor;
  readonly offers: Offers;
  readonly sideBar: SideBar;
  readonly statusBar: StatusBar;
  readonly notifications: Notifications;

  private constructor(name: string, context: BrowserContext, page: Page) {
    this.#name = name;
    this.#context = context;
    this.#page = page;
    this.quickInput = new QuickInput(page);
    this.tabs = new Tabs(page, this.quickInput);
    this.text = new TextEditor(page, this.quickInput);
    this.offers = new Offers(page);
    this.sideBar = new SideBar(page, this.quickInput);
    this.statusBar = new StatusBar(page);
    this.notifications = new Notifications(page, this.quickInput);
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
    await this.quickInput.ask('F1', `>${title}`);
    await this.quickInput.choice(title).click();
    await loaded;
    await activeText(this.#page).locator('.view-line').first().waitFor({ timeout: 60_000 });
  }

  async close(): Promise<void> {
    await this.#context.close();
  }

  async press(keys: string): Promise<void> {
    await this.#page.keyboard.press(keys);
  }

  /** Runs a command from the palette, by its title. */
  run(title: string): Promise<void> {
    return this.quickInput.run(title);
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  clipboard(): Promise<string> {
    return this.#page.evaluate(() => navigator.clipboard.readText());
  }

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

  /** @param webview whose document has to have it too */
  async setTheme(theme: Theme, webview?: Frame): Promise<void> {
    const { label, workbench, webview: webviewClass } = themes[theme];
    await this.run('Preferences: Color Theme');
    await this.quickInput.chooseTyped(label, label);
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
