/** The second view of the preview's page: who supports whom. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import type { Browser } from 'playwright-core';
import type { Alignment } from '../../../server/core/reports/alignment.ts';
import { launchBrowser } from '../../vscode/browser.ts';
import { orSkip } from '../../vscode/unavailable.ts';
import { violations } from './axe-violations.ts';
import { bundledScript, type OpenPreview, openPreview } from './browser-page.ts';
import { acme } from './fixtures/acme.ts';
import { alignmentOf } from './fixtures/alignment.ts';
import { previewOf } from './fixtures/preview.ts';

const uri = 'file:///acme/okrs/growth.okr';
const content = (alignment?: Alignment) => ({
  type: 'content' as const,
  content: { ...previewOf(acme), ...(alignment && { alignment }) },
});

describe('the alignment in the preview’s page', function () {
  this.timeout(120_000);
  let browser: Browser;
  let script: string;
  let alignment: string;
  let preview: OpenPreview;

  before(async function () {
    browser = await orSkip(this, 'the preview in a browser', launchBrowser);
    [script, alignment] = await Promise.all([bundledScript(), bundledScript('alignment')]);
  });
  afterEach(() => preview?.page.close());
  after(() => browser?.close());

  async function open(
    shown: Alignment,
    options: Parameters<typeof openPreview>[2] = { alignment },
  ): Promise<OpenPreview> {
    preview = await openPreview(browser, script, options);
    await preview.send(content());
    await preview.page.getByRole('button', { name: 'Alignment' }).click();
    await preview.send(content(shown));
    return preview;
  }
  const boxes = () => preview.page.locator('.box');
  const asked = async () => (await preview.told()).filter(({ type }) => type === 'alignment');

  it('is asked for, and its script loaded, when somebody wants to see it', async () => {
    preview = await openPreview(browser, script, { alignment });
    const { page, send, complaints } = preview;
    const loaded = () => page.evaluate(() => 'okrAlignment' in window);
    await send(content());
    assert.equal(await loaded(), false);
    assert.deepEqual(await asked(), []);
    await page.getByRole('button', { name: 'Alignment' }).click();
    assert.deepEqual(await asked(), [{ type: 'alignment', wanted: true }]);
    await send(content(alignmentOf(3)));
    await page.getByRole('heading', { name: 'Who supports whom' }).waitFor();
    assert.ok(await loaded());
    assert.equal(await boxes().count(), 3);
    await page.getByRole('button', { name: 'Objectives' }).click();
    assert.deepEqual((await asked()).at(-1), { type: 'alignment', wanted: false });
    assert.ok(await page.getByRole('heading', { name: 'Customers love us more than any rival' }).isVisible());
    assert.deepEqual(complaints, []);
  });

  it('leads to the line, by mouse and by keyboard, and says how each stands in a word', async () => {
    const { page, told } = await open(alignmentOf(3));
    await page.getByRole('button', { name: 'Objective 1' }).click();
    await page.getByRole('button', { name: 'Objective 2' }).focus();
    await page.keyboard.press('Enter');
    assert.deepEqual(
      (await told()).filter(({ type }) => type === 'reveal'),
      [
        { type: 'reveal', uri, line: 3 },
        { type: 'reveal', uri, line: 6 },
      ],
    );
    assert.deepEqual(await boxes().locator('.text').allTextContents(), ['on track', 'at risk', 'off track']);
  });

  it('is there again when the page comes back, in its form', async () => {
    const { page, send } = await open(alignmentOf(3));
    await page.getByRole('button', { name: 'List' }).click();
    await page.reload();
    assert.deepEqual(await asked(), [{ type: 'alignment', wanted: true }]);
    await send(content(alignmentOf(3)));
    await page.locator('.alignment-list').first().waitFor();
    assert.equal(await page.getByRole('button', { name: 'List' }).getAttribute('aria-pressed'), 'true');
    assert.equal(await page.getByRole('button', { name: 'Alignment' }).getAttribute('aria-pressed'), 'true');
  });

  it('keeps where everything stands while only scores change, and waits for a rest where the shape does', async () => {
    const before = alignmentOf(40);
    const { page, send } = await open(before);
    await boxes().nth(39).waitFor();
    const places = () =>
      page
        .locator('foreignObject')
        .evaluateAll(all => all.map(each => [each.getAttribute('x'), each.getAttribute('y')]));
    const first = await places();
    await page.clock.install();
    const done = { ...before, objectives: before.objectives.map(each => ({ ...each, score: 0.99 })) };
    await send(content(done));
    assert.equal(await page.getByText('0.99').count(), 40);
    assert.deepEqual(await places(), first);
    await send(content({ ...done, ties: done.ties.slice(0, 20) }));
    assert.deepEqual(await places(), first, 'somebody is typing');
    await page.clock.runFor(1000);
    assert.notDeepEqual(await places(), first);
  });

  describe('opens', () => {
    const isFar = () => preview.page.locator('.alignment-all').evaluate(map => map.classList.contains('far'));
    const isInSight = (name: string) =>
      preview.page.getByRole('button', { name }).evaluate(box => {
        const window = (box.closest('.map-window') ?? box).getBoundingClientRect();
        const { left, right, top } = box.getBoundingClientRect();
        return left >= window.left && right <= window.right && top >= window.top;
      });

    it('in a narrow panel so that it can be read, at what most of it leads to', async () => {
      const { page } = await open(alignmentOf(40), { alignment, width: 320 });
      assert.equal(await isFar(), false);
      assert.ok(await isInSight('Objective 0'));
      await page.getByRole('button', { name: 'Show all' }).click();
      await page.locator('.alignment-all.far').waitFor({ state: 'attached' });
    });

    it('with all of it where there is room, and where many are told apart by their signs', async () => {
      await open(alignmentOf(3));
      assert.equal(await isFar(), false);
      assert.ok(await isInSight('Objective 2'));
      await preview.page.close();
      await open(alignmentOf(40));
      assert.ok(await isFar());
    });
  });

  it('shows what its host could not do, until that has something else to show', async () => {
    const { page, send, complaints } = await open(alignmentOf(3));
    const alert = page.getByRole('alert').filter({ hasText: 'The server has ended.' });
    await send({ type: 'error', message: 'The server has ended.' });
    assert.ok(await alert.isVisible());
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: 'Objectives' }).click();
    assert.ok(await alert.isVisible());
    assert.equal(await alert.count(), 1);
    await page.getByRole('button', { name: 'Alignment' }).click();
    await send(content(alignmentOf(3)));
    await alert.waitFor({ state: 'detached' });
    assert.deepEqual(complaints, []);
  });

  it('says so where its script is not there, and shows the objectives', async () => {
    const { page } = await open(alignmentOf(3), {});
    await page.getByRole('alert').filter({ hasText: 'The alignment could not be loaded' }).waitFor();
    assert.ok(await page.getByRole('heading', { name: 'Customers love us more than any rival' }).isVisible());
  });

  for (const theme of ['vscode-light', 'vscode-dark', 'vscode-high-contrast'] as const)
    for (const [many, width] of [
      [1, 1000],
      [10, 320],
      [300, 1000],
    ] as const)
      it(`has nothing that axe would mend: ${many}, ${theme}`, async () => {
        const { page } = await open(alignmentOf(many), { alignment, theme, width });
        await boxes()
          .nth(many - 1)
          .waitFor();
        assert.deepEqual(await violations(page), []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
      });
});
