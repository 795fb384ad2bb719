/** A page of hundreds of objectives: what is in sight comes first, and all of the rest a little later. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../vscode/browser.ts';
import { orSkip } from '../../vscode/unavailable.ts';
import { bundledScript, type OpenPreview, openPreview } from './browser-page.ts';
import { previewOf } from './fixtures/preview.ts';
import { forty, ofSize } from './fixtures/sizes.ts';

const ROUNDS = 5;
/** Forty of them, again and again, each with lines of its own. */
const large = {
  ...forty,
  objectives: Array.from({ length: ROUNDS }, (_, round) =>
    forty.objectives.map(objective => ({
      ...objective,
      ref: `${objective.ref}-${round}`,
      title: `${objective.title}, ${round}`,
      place: { ...objective.place, line: objective.place.line + round * 1000 },
    })),
  ).flat(),
};
const content = previewOf(large);
const uri = large.objectives[0]?.place.uri ?? '';
const all = { objectives: 200, details: 600 };

describe('a page of 200 objectives', function () {
  this.timeout(120_000);
  let browser: Browser;
  let script: string;
  let preview: OpenPreview;

  before(async function () {
    browser = await orSkip(this, 'the preview in a browser', launchBrowser);
    script = await bundledScript();
  });
  afterEach(() => preview?.page.close());
  after(() => browser?.close());

  const drawn = (page: Page) =>
    page.evaluate(() => ({
      objectives: document.querySelectorAll('.objective').length,
      details: document.querySelectorAll('.details').length,
    }));
  const isWhole = (page: Page) =>
    page.waitForFunction(
      ({ objectives, details }) =>
        document.querySelectorAll('.objective[data-settled]').length === objectives &&
        document.querySelectorAll('.details').length === details,
      all,
    );

  it('shows at once what fills the window, then all of it in its order', async () => {
    preview = await openPreview(browser, script);
    const { page } = preview;
    const first = await page.evaluate(
      data => {
        window.dispatchEvent(new MessageEvent('message', { data }));
        return [document.querySelectorAll('.objective').length, document.documentElement.scrollHeight];
      },
      { type: 'content', content },
    );
    assert.equal(first[0], 12);
    assert.ok((first[1] ?? 0) > 700, 'it fills the window');
    await isWhole(page);
    const titles = await page.locator('.objective h3').allTextContents();
    assert.deepEqual(
      titles,
      large.objectives.toSorted(byTeam).map(({ title }) => title),
    );
  });

  it('keeps its height, and where one has scrolled to, when what is out of sight is no longer painted', async () => {
    preview = await openPreview(browser, script);
    const { page, send } = preview;
    await send({ type: 'content', content });
    await isWhole(page);
    const height = () => page.evaluate(() => document.documentElement.scrollHeight);
    const before = await height();
    for (const y of [before, before / 2, 0]) await page.evaluate(top => window.scrollTo(0, top), y);
    assert.equal(await height(), before);
    await page.evaluate(() => window.scrollTo(0, 9000));
    await send({
      type: 'content',
      content: { ...content, report: { ...large, cycle: { ...large.cycle, score: 0.6 } } },
    });
    assert.equal(await page.evaluate(() => window.scrollY), 9000);
    await page.waitForFunction(() => (sessionStorage.getItem('state') ?? '').includes('"scrolled":9000'));
    await page.reload();
    assert.equal(await page.evaluate(() => window.scrollY), 9000);
  });

  it('draws what is folded away at once where somebody unfolds it', async () => {
    preview = await openPreview(browser, script);
    const { page } = preview;
    const there = await page.evaluate(
      async data => {
        window.dispatchEvent(new MessageEvent('message', { data }));
        const last = [...document.querySelectorAll('details.more')].at(-1) as HTMLDetailsElement;
        const unfolded = new Promise(done => last.addEventListener('toggle', () => queueMicrotask(() => done(null))));
        last.open = true;
        await unfolded;
        return [last.querySelectorAll('.details').length, document.querySelectorAll('.objective').length];
      },
      { type: 'content', content },
    );
    assert.equal(there[0], 1);
    assert.ok((there[1] ?? 0) < all.objectives, 'nothing else has to be drawn for that');
  });

  it('answers in between', async () => {
    preview = await openPreview(browser, script);
    const { page } = preview;
    const most = await page.evaluate(
      data =>
        new Promise<number>(done => {
          window.dispatchEvent(new MessageEvent('message', { data }));
          let [cards, grown] = [document.querySelectorAll('.objective').length, 0];
          const look = () => {
            const now = document.querySelectorAll('.objective').length;
            grown = Math.max(grown, now - cards);
            cards = now;
            if (cards === data.content.report?.objectives.length) done(grown);
            else setTimeout(look);
          };
          setTimeout(look);
        }),
      { type: 'content' as const, content },
    );
    assert.ok(most < all.objectives / 4, `${most} at once`);
  });

  it('leads to what is not there yet', async () => {
    preview = await openPreview(browser, script);
    const { page } = preview;
    await page.evaluate(
      data => {
        window.dispatchEvent(new MessageEvent('message', { data }));
        document.querySelector('.chips a')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      },
      { type: 'content', content },
    );
    assert.equal((await drawn(page)).objectives, all.objectives);
  });

  it('opens where the cursor is, far below', async () => {
    preview = await openPreview(browser, script);
    const { page, send } = preview;
    await send({ type: 'cursor', uri, line: 4395 });
    await send({ type: 'content', content });
    const marked = page.locator('[aria-current="location"]');
    await marked.waitFor();
    assert.ok(await marked.evaluate(one => one.getBoundingClientRect().top < window.innerHeight));
  });

  it('is printed and folded out whole', async () => {
    preview = await openPreview(browser, script);
    const { page } = preview;
    await page.evaluate(
      data => {
        window.dispatchEvent(new MessageEvent('message', { data }));
        window.dispatchEvent(new Event('beforeprint'));
      },
      { type: 'content', content },
    );
    assert.equal((await drawn(page)).objectives, all.objectives);
    await page.emulateMedia({ media: 'print' });
    const skipped = await page.evaluate(
      () =>
        [...document.querySelectorAll('.objective')].filter(
          each => getComputedStyle(each).contentVisibility !== 'visible',
        ).length,
    );
    assert.equal(skipped, 0);
  });

  it('has everything for who searches or listens, also after a filter is cleared', async () => {
    preview = await openPreview(browser, script);
    const { page, send } = preview;
    await send({ type: 'content', content });
    await isWhole(page);
    // What is `hidden` neither a search in the page nor a screen reader finds; what is `auto` both do.
    const hidden = await page.evaluate(
      () =>
        [...document.querySelectorAll('main *:not(details *)')].filter(
          each => getComputedStyle(each).contentVisibility === 'hidden',
        ).length,
    );
    assert.equal(hidden, 0);
    const last = page.getByRole('heading', { name: 'Objective 40 of the company, 4' });
    assert.match(await page.getByRole('main').ariaSnapshot(), /Objective 40 of the company, 4/);
    await last.scrollIntoViewIfNeeded();
    assert.ok((await page.evaluate(() => window.scrollY)) > 1000);
    await page.getByRole('searchbox').fill('no such words');
    assert.equal((await drawn(page)).objectives, 0);
    await page.getByRole('button', { name: 'Show all' }).click();
    await isWhole(page);
  });
});

describe('a page of 450 objectives', function () {
  this.timeout(120_000);
  let browser: Browser;
  let preview: OpenPreview;
  const report = ofSize(450);

  before(async function () {
    browser = await orSkip(this, 'the preview in a browser', launchBrowser);
    preview = await openPreview(browser, await bundledScript());
    await preview.send({ type: 'content', content: previewOf(report) });
    await preview.page.locator('.objective[data-settled]').nth(449).waitFor({ state: 'attached' });
  });
  after(async () => {
    await preview?.page.close();
    await browser?.close();
  });

  it('has what is folded away where somebody searches, and not before', async () => {
    const { page } = preview;
    const details = page.locator('.details');
    assert.equal(await details.count(), 0);
    await page.keyboard.press('Control+f');
    await details.nth(1349).waitFor({ state: 'attached' });
  });

  it('lays out what is far below where somebody scrolls to, and goes to its end', async () => {
    const { page } = preview;
    const last = page.getByRole('heading', { name: 'Objective 450 of the company' });
    await page.keyboard.press('End');
    await last.scrollIntoViewIfNeeded();
    const box = await page.locator('.objective').last().boundingBox();
    assert.ok((box?.height ?? 0) > 100);
  });
});

function byTeam(one: (typeof large.objectives)[number], other: (typeof large.objectives)[number]): number {
  const order = forty.teams.map(({ name }) => name);
  return order.indexOf(one.team) - order.indexOf(other.team);
}
