import type { Locator, Page } from 'playwright-core';
import { until } from '../until.ts';
import { activeText } from './active-text.ts';
import type { QuickInput } from './quick-input.ts';

/** The text of the active editor: where the cursor is, what a line says, what is underlined. */
export class TextEditor {
  readonly #page: Page;
  readonly #quickInput: QuickInput;

  constructor(page: Page, quickInput: QuickInput) {
    this.#page = page;
    this.#quickInput = quickInput;
  }

  /** Puts the cursor on a line, at its end or at a column from 1. */
  async goTo(line: number, column?: number): Promise<void> {
    await this.#quickInput.ask('Control+g', `:${line}${column === undefined ? '' : `:${column}`}`);
    await this.#quickInput.confirm();
    await this.#quickInput.isGone();
    await until(`the cursor is on line ${line}`, async () => (await this.cursor()).line === line);
    if (column === undefined) await this.#toEnd('End');
  }

  /** Selects what is on the line of the cursor behind it. */
  selectToEnd(): Promise<void> {
    return this.#toEnd('Shift+End');
  }

  /** In a line that is wrapped the first goes to the end of what is drawn in one row, the second to its own end. */
  async #toEnd(keys: string): Promise<void> {
    await this.#page.keyboard.press(keys);
    await this.#page.keyboard.press(keys);
  }

  /** Where the cursor is, as the status bar says; both from 1. */
  async cursor(): Promise<{ line: number; column: number }> {
    const text = await this.#page.locator('[id="status.editor.selection"]').textContent();
    const [, line, column] = /Ln (\d+), Col (\d+)/.exec(text ?? '') ?? [];
    return { line: Number(line), column: Number(column) };
  }

  /** A line of the editor as it is drawn; it is scrolled to where it is not. */
  async #line(number: number): Promise<Locator> {
    const index = await until(`line ${number} is in sight`, async () => {
      const top = await activeText(this.#page)
        .locator('.margin-view-overlays > div')
        .evaluateAll(
          (rows, wanted) =>
            rows.find(row => row.querySelector('.line-numbers')?.textContent === wanted)?.getBoundingClientRect().top,
          String(number),
        );
      if (top === undefined) return undefined;
      const tops = await activeText(this.#page)
        .locator('.view-lines .view-line')
        .evaluateAll(lines => lines.map(line => line.getBoundingClientRect().top));
      const found = tops.findIndex(other => Math.abs(other - top) < 2);
      return found < 0 ? undefined : { found };
    });
    return activeText(this.#page).locator('.view-lines .view-line').nth(index.found);
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
    const marks = await activeText(this.#page)
      .locator('.view-overlays [class*="squiggly-"]')
      .evaluateAll(elements =>
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

  /** A new line below one, as indented as that; a list of suggestions that opened meanwhile is dismissed. */
  async typeBelow(line: number, text: string, { dismiss } = { dismiss: true }): Promise<number> {
    await this.goTo(line);
    await this.#page.keyboard.press('Enter');
    await this.#page.keyboard.type(text);
    if (dismiss) await this.#page.keyboard.press('Escape');
    return line + 1;
  }
}
