/** What can be written from the preview's page, in a real browser: what it asks its host for, by mouse and by keyboard. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import type { Browser, Locator } from 'playwright-core';
import type { FromPage } from '../../../server/core/requests/preview.ts';
import { launchBrowser } from '../../vscode/browser.ts';
import { orSkip } from '../../vscode/unavailable.ts';
import { violations } from './axe-violations.ts';
import { bundledScript, type OpenPreview, openPreview } from './browser-page.ts';
import { acme } from './fixtures/acme.ts';
import { previewOf, previewOn } from './fixtures/preview.ts';
import { over } from './fixtures/sizes.ts';

describe('what is written from the preview’s page', function () {
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

  async function open(options: Parameters<typeof openPreview>[2] = {}): Promise<OpenPreview> {
    preview = await openPreview(browser, script, options);
    await preview.send({ type: 'content', content: previewOf(acme) });
    return preview;
  }
  const written = async () => (await preview.told()).flatMap(each => (each.type === 'write' ? [each.params] : []));
  const keyResults = acme.objectives.flatMap(each => each.keyResults);
  const nps = keyResults.find(({ title }) => title === 'Raise our Net Promoter Score')!;
  const stepped = keyResults.find(({ measure }) => measure?.kind === 'milestones')!;
  const row = (title: string) => preview.page.getByRole('listitem').filter({ hasText: title }).last();
  const dialog = () => preview.page.getByRole('dialog');
  const statusOf = (title: string) => row(title).getByRole('button', { name: 'say how it stands' });
  const confidenceOf = (title: string) => row(title).getByRole('button', { name: 'say how sure you are' });
  const hasFocus = (it: Locator) => it.evaluate(element => element === document.activeElement);

  it('is a milestone that is ticked, or no longer', async () => {
    const { page, told } = await open();
    assert.ok(stepped.measure?.kind === 'milestones');
    const { steps } = stepped.measure;
    await row(stepped.title).locator('summary').click();
    for (const [step, { text, done }] of steps.entries()) {
      const box = page.getByRole('checkbox', { name: text }).last();
      assert.equal(await box.getAttribute('aria-checked'), `${done}`);
      await (step === 0 ? box.click() : box.press('Space'));
    }
    assert.deepEqual(
      await written(),
      steps.map(({ text, done }, step) => ({ what: 'tick', ...stepped.place, step, text, done: !done })),
    );
    assert.deepEqual(
      (await told()).filter(({ type }: FromPage) => type === 'reveal'),
      [],
    );
  });

  it('is how it stands', async () => {
    const { page } = await open();
    await statusOf(nps.title).click();
    assert.ok(await dialog().getByRole('heading', { name: 'How does it stand, as you see it?' }).isVisible());
    assert.ok(await dialog().getByText(nps.title).isVisible());
    await dialog()
      .getByRole('button', { name: /^blocked/ })
      .click();
    assert.equal(await dialog().count(), 0);
    const { place, title } = nps;
    assert.deepEqual(await written(), [{ what: 'say', ...place, title, confidence: '', status: 'blocked', by: '' }]);
    assert.ok(await hasFocus(statusOf(nps.title)), 'the focus is back where it was');
    assert.equal(await page.locator('dialog[open]').count(), 0);
  });

  it('is how sure somebody is, by keyboard alone', async () => {
    const { page } = await open();
    await confidenceOf(nps.title).focus();
    await page.keyboard.press('Enter');
    const last = `${nps.confidence! * 10} of 10`;
    assert.ok(await hasFocus(dialog().getByRole('button', { name: last })), 'it begins at what was said last');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const { place, title } = nps;
    const confidence = `${nps.confidence! * 10 + 1}/10`;
    assert.deepEqual(await written(), [{ what: 'say', ...place, title, confidence, status: null, by: '' }]);
    assert.ok(await hasFocus(confidenceOf(nps.title)));
  });

  for (const [way, status] of [
    ['up', 'blocked'],
    ['down', 'on-track'],
  ] as const)
    it(`keeps the focus on its button, also where the row goes ${way} because of it`, async () => {
      const { send } = await open();
      const from = way === 'up' ? nps : keyResults.find(each => each.status === 'off-track')!;
      await statusOf(from.title).focus();
      const objectives = acme.objectives.map(each => ({
        ...each,
        keyResults: each.keyResults.map(other => (other === from ? { ...from, status, saidStatus: status } : other)),
      }));
      const place = async () => (await statusOf(from.title).boundingBox())!.y;
      const before = await place();
      await send({ type: 'content', content: previewOf({ ...acme, objectives }) });
      await row(from.title)
        .getByRole('button', { name: new RegExp(`^${status.replace('-', ' ')}.*say how it stands`) })
        .waitFor();
      assert.equal((await place()) < before, way === 'up');
      assert.ok(await hasFocus(statusOf(from.title)));
    });

  it('is an objective for a KPI that is unhealthy and that nobody works on, until one is there', async () => {
    const { page, send } = await open();
    const buttons = page.getByRole('button', { name: /^Write an objective for it/ });
    const alone = acme.kpis.filter(
      ({ health, feedsTo, sources }) =>
        (health === 'watch' || health === 'critical') && feedsTo.length + sources.length === 0,
    );
    assert.ok(alone.length > 0 && alone.length < acme.kpis.length);
    assert.deepEqual(
      await buttons.allTextContents(),
      alone.map(({ title }) => `Write an objective for it ${title}`),
    );
    await buttons.first().press('Enter');
    const [{ place, title }] = alone as [(typeof alone)[0]];
    assert.deepEqual(await written(), [{ what: 'objective', ...place, title }]);
    const to = { kind: 'key result' as const, ref: null, title: 'Back to its line', place: nps.place };
    const kpis = acme.kpis.map(each => (alone.includes(each) ? { ...each, feedsTo: [to] } : each));
    await send({ type: 'content', content: previewOf({ ...acme, kpis }) });
    await buttons.first().waitFor({ state: 'detached' });
  });

  it('is nothing where somebody turns away', async () => {
    const { page, told } = await open();
    await statusOf(nps.title).click();
    await page.keyboard.press('Escape');
    await statusOf(nps.title).click();
    await page.mouse.click(5, 5);
    assert.equal(await dialog().count(), 0);
    assert.deepEqual(await told(), [{ type: 'ready' }]);
  });

  it('is asked within the window, wherever the button is', async () => {
    for (const width of [320, 1000]) {
      const { page } = await open({ width });
      for (const button of [statusOf(nps.title), confidenceOf(nps.title)]) {
        await button.click();
        const box = (await dialog().boundingBox())!;
        const height = await page.evaluate(() => document.documentElement.clientHeight);
        assert.ok(box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + box.height <= height);
        await page.keyboard.press('Escape');
      }
      await page.close();
    }
  });

  it('is offered only of today, of what still runs', async () => {
    const { page, send } = await open();
    assert.ok((await page.locator('[data-act="status"]').count()) > 0);
    await send({ type: 'content', content: previewOn('2026-11-20', acme) });
    await page.getByText('As it stood on').waitFor();
    assert.equal(await page.locator('[data-act]').count(), 0);
    await send({ type: 'content', content: previewOf(over) });
    await page.getByText('As it stood on').waitFor({ state: 'detached' });
    assert.equal(await page.locator('[data-act]:not([data-act="reading"])').count(), 0);
  });

  for (const theme of ['vscode-light', 'vscode-dark', 'vscode-high-contrast'] as const)
    it(`is asked so that axe finds nothing to mend, ${theme}`, async () => {
      const { page } = await open({ theme });
      for (const button of [statusOf(nps.title), confidenceOf(nps.title)]) {
        await button.click();
        assert.deepEqual(await violations(page), []);
        await page.keyboard.press('Escape');
      }
    });
});
