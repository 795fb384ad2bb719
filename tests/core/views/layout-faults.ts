/** What is wrong with where things stand on a page, whichever font it is drawn in. */
import type { Page } from 'playwright-core';

/**
 * Nothing sticks out of the page or of its card, no words lie on other words, nothing is cut off without a way to see
 * it, and numbers end below each other.
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(faultsInPage);
}

/** Runs in the page. */
function faultsInPage(): string[] {
  const cards = '.objective, .card-list, .tile, .moved, .contents, .empty, .chip, .pill, .button, .kr-row';
  /** Letters may touch: their boxes are higher than they are, and fonts round. */
  const touch = 1.5;
  /** Words further down than this are like those above. */
  const deep = 6_000;

  interface Words {
    readonly text: string;
    readonly element: Element;
    readonly boxes: readonly DOMRect[];
  }

  const faults: string[] = [];
  const short = (text: string) => `“${text.trim().slice(0, 40)}”`;

  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width)
    faults.push(`the page is ${document.documentElement.scrollWidth} wide and scrolls`);

  const seen: Words[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent ?? '';
    if (element === null || text.trim() === '' || element.closest('.unseen, select, script, style, title') !== null)
      continue;
    // What is folded away has its boxes nevertheless.
    if (!element.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(box => box.width > 0 && box.top < deep);
    if (boxes.length > 0) seen.push({ text, element, boxes });
  }
  if (seen.length === 0) faults.push('there is nothing to read');

  for (const { text, element, boxes } of seen) {
    const card = element.closest(cards)?.getBoundingClientRect();
    for (const { left, right, top, bottom } of boxes) {
      if (left < -touch || right > width + touch) faults.push(`${short(text)} sticks out of the page`);
      if (card === undefined) continue;
      // A line's box is as high as the font says, which says nothing of its letters.
      const middle = (top + bottom) / 2;
      if (left < card.left - touch || right > card.right + touch || middle < card.top || middle > card.bottom)
        faults.push(`${short(text)} sticks out of ${element.closest(cards)?.className}`);
    }
  }

  /** The part in which its letters are. */
  const letters = ({ left, right, top, bottom }: DOMRect) => {
    const air = (bottom - top) * 0.25;
    return { left, right, top: top + air, bottom: bottom - air };
  };
  const lines = seen.flatMap(words => words.boxes.map(box => ({ words, box: letters(box) })));
  lines.sort((a, b) => a.box.top - b.box.top);
  for (const [index, one] of lines.entries()) {
    for (let next = index + 1; next < lines.length; next += 1) {
      const other = lines[next];
      if (other === undefined || other.box.top > one.box.bottom) break;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (one.words !== other.words && across > touch && down > touch)
        faults.push(`${short(one.words.text)} lies on ${short(other.words.text)}`);
    }
  }

  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    const { overflowX, textOverflow } = getComputedStyle(element);
    const isCut = element.scrollWidth > element.clientWidth + touch && element.clientWidth > 1;
    if (
      isCut &&
      overflowX !== 'visible' &&
      overflowX !== 'auto' &&
      element.title === '' &&
      !element.matches('.unseen, input, select')
    )
      faults.push(
        `${element.className || element.tagName} cuts off what it holds${textOverflow === 'ellipsis' ? ' with …' : ''}`,
      );
  }

  // In a row of columns; where they stand below each other there is nothing to line up.
  for (const column of ['.figure', '.sure']) {
    const rows = [...document.querySelectorAll('.objective .kr-row')].filter(
      row => getComputedStyle(row).gridTemplateColumns.split(' ').length >= 6,
    );
    const ends = new Set(
      rows.flatMap(row =>
        [...row.querySelectorAll(`:scope > ${column}`)].map(each => Math.round(each.getBoundingClientRect().right)),
      ),
    );
    if (ends.size > 1) faults.push(`${column} end at ${[...ends].join(', ')}`);
  }
  return [...new Set(faults)];
}
