import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import type { Browser } from 'playwright-core';
import type { FromPage } from '../../../server/core/requests/preview.ts';
import { launchBrowser } from '../../vscode/browser.ts';
import { orSkip } from '../../vscode/unavailable.ts';
import { bundledScript, type OpenPreview, openPreview } from './browser-page.ts';
import { acme } from './fixtures/acme.ts';
import { hostile } from './fixtures/hostile.ts';
import { previewOf, previewOn } from './fixtures/preview.ts';

const uri = 'file:///acme/okrs/growth.okr';
const content = previewOf(acme);

describe('the preview’s page', function () {
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

  async function open(): Promise<OpenPreview> {
    preview = await openPreview(browser, script);
    await preview.send({ type: 'content', content });
    return preview;
  }

  it('is small', () => {
    assert.ok(script.length < 80_000, `${script.length} bytes`);
  });

  it('keeps what it is about at once: the window may be loaded anew before anything rests', async () => {
    const { page } = await open();
    const kept = await page.evaluate(() => JSON.parse(sessionStorage.getItem('state') ?? '{}'));
    assert.deepEqual([kept.uri, kept.scope, kept.cycle], [content.uri, content.scope, content.cycle]);
  });

  it('says when it is ready, and draws what it is sent within its policy', async () => {
    const { page, told, complaints } = await open();
    assert.deepEqual(await told(), [{ type: 'ready' }]);
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Peak season 2026-Q4');
    assert.deepEqual(complaints, []);
  });

  it('leads to the line of what is clicked, wherever on its row', async () => {
    const { page, told } = await open();
    await page.getByRole('listitem').filter({ hasText: 'Onboarding stories published' }).locator('.figure').click();
    await page.getByRole('heading', { name: 'Days to hire' }).click();
    assert.deepEqual((await told()).slice(1), [
      { type: 'reveal', uri, line: 46 },
      { type: 'reveal', uri, line: 58 },
    ]);
  });

  it('leads there by keyboard too', async () => {
    const { page, told } = await open();
    await page.getByRole('button', { name: 'Everyone at Acme can tell what we stand for' }).focus();
    await page.keyboard.press('Enter');
    // Between the two stands the button that says how the key result stands.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.deepEqual((await told()).slice(1), [
      { type: 'reveal', uri, line: 42 },
      { type: 'reveal', uri, line: 46 },
    ]);
  });

  it('folds out what is known about a key result, and leads nowhere by that', async () => {
    const { page, told } = await open();
    const row = page.getByRole('listitem').filter({ hasText: 'Cut recurring tickets per week' }).last();
    await row.locator('summary').click();
    assert.ok(await row.getByText('At this pace it stands at 361').isVisible());
    await row.getByText('At this pace it stands at 361').click();
    assert.deepEqual(await told(), [{ type: 'ready' }]);
  });

  it('asks for another scope and another cycle', async () => {
    const { page, told } = await open();
    await page.getByRole('button', { name: 'Workspace' }).click();
    await page.getByRole('combobox', { name: 'Cycle' }).selectOption('2026-Q3');
    assert.deepEqual((await told()).slice(1), [
      { type: 'scope', scope: 'workspace' },
      { type: 'cycle', cycle: '2026-Q3' },
    ]);
  });

  it('shows what is chosen, keeps what is typed while the text changes, and remembers it', async () => {
    const { page, send, told } = await open();
    const words = page.getByRole('searchbox', { name: 'Filter by words' });
    const shown = page.getByRole('search').getByRole('status');
    await words.pressSequentially('tickets');
    assert.equal(await shown.textContent(), '1 of 2 objectives, 1 of 9 key results');
    assert.equal(await page.locator('.kr').count(), 1);
    await send({ type: 'content', content: previewOf(withLinesBelow(3, 1)) });
    assert.ok(await words.evaluate(input => input === document.activeElement));
    await words.pressSequentially(' refund');
    assert.equal(await words.inputValue(), 'tickets refund');
    await page.getByRole('combobox', { name: 'Group by' }).selectOption('By owner');
    await page.getByRole('button', { name: 'Compact' }).click();
    await page.reload();
    assert.equal(await words.inputValue(), 'tickets refund');
    assert.ok(await page.getByRole('heading', { name: '@maria' }).isVisible());
    assert.equal(await page.getByRole('button', { name: 'Compact' }).getAttribute('aria-pressed'), 'true');
    await page.getByRole('button', { name: 'Show all' }).press('Enter');
    assert.equal(await page.locator('.kr').count(), 9);
    assert.ok(await words.evaluate(input => input === document.activeElement), 'the focus goes where one types');
    assert.deepEqual(await told(), [{ type: 'ready' }]);
  });

  it('groups by cycle where what is shown serves another one, and only there', async () => {
    const { page, send } = await open();
    const by = page.getByRole('combobox', { name: 'Group by' });
    assert.deepEqual(await by.getByRole('option').allTextContents(), ['By team', 'By owner']);
    const [goal] = acme.objectives;
    const year = { cycle: { ...acme.cycle, id: '2026', title: '' }, objectives: [{ ...goal, title: 'Grow' }] };
    await send({ type: 'content', content: { ...content, served: [year] } as typeof content });
    await by.selectOption('By cycle');
    assert.deepEqual(await page.locator('.team h2').allTextContents(), ['Peak season 2026-Q4', '2026']);
    assert.ok(await page.getByRole('heading', { name: 'Grow', exact: true }).isVisible());
    await by.selectOption('By team');
    assert.equal(await page.getByRole('heading', { name: 'Grow', exact: true }).count(), 0);
  });

  it('clears the filter that hides everything, by keyboard alone', async () => {
    const { page } = await open();
    await page.getByRole('combobox', { name: 'Owner' }).selectOption('@li');
    await page.getByRole('searchbox').pressSequentially('onboarding stories');
    assert.ok(await page.getByText('Nothing is of @li and found by “onboarding stories”.').isVisible());
    await page.getByRole('button', { name: 'Without this owner: 1 objective' }).press('Enter');
    assert.equal(await page.locator('.kr').count(), 1);
    assert.equal(await page.getByRole('combobox', { name: 'Owner' }).inputValue(), '*');
  });

  it('asks its host to check in and to add a reading, but not while it looks back', async () => {
    const { page, send, told } = await open();
    await page.locator('summary', { hasText: 'More about Raise our Net Promoter Score' }).press('Enter');
    await page.getByRole('button', { name: 'Check in… Raise our Net Promoter Score' }).press('Enter');
    await page
      .getByRole('button', { name: /^Add a reading…/ })
      .first()
      .click();
    const asked = (await told()).filter(({ type }) => type !== 'ready');
    const [kpi] = acme.kpis;
    const keyResult = acme.objectives[0]?.keyResults.find(({ title }) => title === 'Raise our Net Promoter Score');
    assert.deepEqual(asked, [
      { type: 'check-in', ...keyResult?.place },
      { type: 'reading', ...kpi?.place },
    ]);
    await send({ type: 'content', content: previewOn('2026-11-20', acme) });
    await page.getByText('As it stood on').waitFor();
    assert.equal(await page.locator('[data-act]').count(), 0);
  });

  describe('looks back', () => {
    const days = (told: FromPage[]) => told.flatMap(message => (message.type === 'day' ? [message.day] : []));
    const slider = ({ page }: OpenPreview) => page.getByRole('slider', { name: 'Day to look at' });

    it('by the arrow keys, at once on the slider and then on the page, and comes back with End', async () => {
      const opened = await open();
      const { page, send, told } = opened;
      await slider(opened).focus();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      assert.deepEqual(days(await told()), ['2026-11-20', '2026-11-19']);
      assert.equal(await slider(opened).getAttribute('aria-valuetext'), '19\u00a0November 2026');
      assert.equal(await page.getByText('As it stood on').count(), 0, 'it does not say what is not there yet');
      await send({ type: 'content', content: previewOn('2026-11-20', acme) });
      assert.equal(await slider(opened).inputValue(), '49', 'the slider stays where it was dragged to');
      await send({ type: 'content', content: previewOn('2026-11-19', acme) });
      assert.ok(await page.getByText('As it stood on 19\u00a0November 2026, 2 days ago').isVisible());
      assert.equal(await page.locator('[data-figure="score"]').textContent(), '0.20');
      await page.keyboard.press('End');
      assert.equal(days(await told()).at(-1), null);
      assert.equal(await slider(opened).inputValue(), '51', 'no day after today');
      await send({ type: 'content', content });
      assert.equal(await page.getByText('As it stood on').count(), 0);
      assert.ok(await slider(opened).evaluate(input => input === document.activeElement));
    });

    it('from check-in to check-in, and back to today with a button', async () => {
      const opened = await open();
      const { page, send, told } = opened;
      await page.getByRole('button', { name: 'To the check-in before' }).press('Enter');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'To the next check-in' }).click();
      assert.deepEqual(days(await told()), ['2026-11-14', '2026-11-09', '2026-11-14']);
      await send({ type: 'content', content: previewOn('2026-11-14', acme) });
      await page.getByRole('button', { name: 'Back to today' }).press('Enter');
      assert.equal(days(await told()).at(-1), null);
      assert.ok(await slider(opened).evaluate(input => input === document.activeElement));
    });

    it('as a play of steps where motion is not wanted, each when the one before is drawn', async () => {
      const opened = await open();
      const { page, send, told } = opened;
      await page.clock.install();
      await page.getByRole('button', { name: 'Play' }).click();
      await page.clock.runFor(5000);
      assert.deepEqual(days(await told()), ['2026-10-01']);
      await send({ type: 'content', content: previewOn('2026-10-01', acme) });
      await page.clock.runFor(5000);
      assert.deepEqual(days(await told()), ['2026-10-01', '2026-10-09']);
      await page.getByRole('button', { name: 'Pause' }).click();
      await send({ type: 'content', content: previewOn('2026-10-09', acme) });
      await page.clock.runFor(5000);
      assert.equal(days(await told()).length, 2);
    });

    it('as a play of days, which ends today', async () => {
      const opened = await open();
      const { page, send, told } = opened;
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      await page.clock.install();
      await slider(opened).fill('49');
      await page.getByRole('button', { name: 'Play' }).click();
      for (const day of ['2026-11-19', '2026-11-20']) {
        assert.equal(days(await told()).at(-1), day);
        await send({ type: 'content', content: previewOn(day, acme) });
        await page.clock.runFor(1000);
      }
      assert.equal(days(await told()).at(-1), null);
      await send({ type: 'content', content });
      assert.ok(await page.getByRole('button', { name: 'Play' }).isVisible());
      await page.clock.runFor(1000);
      assert.equal(days(await told()).length, 4);
    });

    it('at nothing where what it shows is another cycle', async () => {
      const opened = await open();
      await slider(opened).fill('20');
      await opened.send({ type: 'content', content: { ...content, cycle: '2026-Q3' } });
      assert.equal(await slider(opened).getAttribute('aria-valuetext'), 'today');
    });
  });

  it('marks where the cursor is, and scrolls only to what is out of sight', async () => {
    const { page, send } = await open();
    const scrolled = () => page.evaluate(() => window.scrollY);
    await send({ type: 'cursor', uri, line: 9 });
    assert.equal(await page.locator('[aria-current="location"]').getAttribute('data-line'), '8');
    assert.equal(await scrolled(), 0);
    await send({ type: 'cursor', uri, line: 90 });
    assert.equal(await page.locator('[aria-current="location"]').getAttribute('data-line'), '88');
    assert.ok((await scrolled()) > 0);
    assert.ok(await page.locator('[aria-current="location"]').isVisible());
  });

  it('stays where somebody scrolled to while the cursor moves within one element', async () => {
    const { page, send } = await open();
    await send({ type: 'cursor', uri, line: 88 });
    await page.evaluate(() => window.scrollTo(0, 0));
    await send({ type: 'cursor', uri, line: 89 });
    assert.equal(await page.evaluate(() => window.scrollY), 0);
  });

  it('opens where the cursor is', async () => {
    preview = await openPreview(browser, script);
    const { page, send } = preview;
    await send({ type: 'cursor', uri, line: 88 });
    await send({ type: 'content', content });
    assert.ok((await page.evaluate(() => window.scrollY)) > 0);
  });

  it('keeps focus, scroll and what is folded out while the text changes', async () => {
    const { page, send } = await open();
    const row = page.getByRole('listitem').filter({ hasText: 'Onboarding stories published' }).last();
    const title = row.getByRole('button', { name: 'Onboarding stories published', exact: true });
    await row.locator('summary').click();
    await title.focus();
    await page.evaluate(() => window.scrollTo(0, 300));
    await page.evaluate(() => Object.assign(window, { seen: document.activeElement }));
    // A line was added above, and the score of another key result changed.
    await send({ type: 'content', content: previewOf(withLinesBelow(3, 1)) });
    assert.ok(await page.evaluate(() => (window as unknown as { seen: Element }).seen === document.activeElement));
    assert.equal(await title.getAttribute('data-line'), '47');
    assert.ok(await row.locator('details').evaluate(details => (details as HTMLDetailsElement).open));
    assert.equal(await page.evaluate(() => window.scrollY), 300);
  });

  it('stands two elements of one name, as while one is copied', async () => {
    const { page, send, complaints } = await open();
    const rows = page.locator('.kr');
    const twice = { ...acme, objectives: [...acme.objectives, ...acme.objectives] };
    await send({ type: 'content', content: previewOf(twice) });
    assert.equal(await rows.count(), 18);
    await send({ type: 'content', content });
    assert.equal(await rows.count(), 9);
    assert.deepEqual(complaints, []);
  });

  it('shows again what it showed when it comes back', async () => {
    const { page, told } = await open();
    await page.evaluate(() => {
      window.scrollTo(0, 200);
      return new Promise(resolve => document.addEventListener('scrollend', resolve, { once: true }));
    });
    await page.reload();
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Peak season 2026-Q4');
    assert.equal(await page.evaluate(() => window.scrollY), 200);
    assert.deepEqual(await told(), [{ type: 'ready' }]);
  });

  it('waits for its host where what it kept is no longer understood', async () => {
    const { page, send, told, complaints } = await open();
    await page.evaluate(() => sessionStorage.setItem('state', '{"content":{"cycles":[],"report":{"cycle":{}}}}'));
    await page.reload();
    assert.deepEqual(await told(), [{ type: 'ready' }]);
    await send({ type: 'content', content });
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Peak season 2026-Q4');
    assert.deepEqual(complaints, []);
  });

  it('keeps what it showed when something goes wrong', async () => {
    const { page, send } = await open();
    await send({ type: 'error', message: 'The server has stopped.' });
    assert.equal(await page.getByRole('alert').textContent(), 'The server has stopped.');
    assert.ok(await page.getByRole('heading', { name: 'Customers love us more than any rival' }).isVisible());
    await send({ type: 'content', content });
    assert.equal(await page.getByRole('alert').count(), 0);
  });

  it('runs nothing that people write', async () => {
    const { page, send, complaints } = await open();
    page.on('dialog', dialog => complaints.push(dialog.message()));
    await send({ type: 'content', content: previewOf(hostile) });
    assert.equal(
      await page.getByRole('heading', { level: 1 }).textContent(),
      '<script>alert(1)</script> "><img src=x onerror=alert(2)>',
    );
    assert.equal(await page.locator('img, script:not([nonce])').count(), 0);
    assert.deepEqual(complaints, []);
  });
});

/** Acme's report after lines were added to its text below a line. */
function withLinesBelow(line: number, added: number): typeof acme {
  return JSON.parse(JSON.stringify(acme), (key, value) => (key === 'line' && value > line ? value + added : value));
}
