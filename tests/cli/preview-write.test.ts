/** `okr preview --write` as it ships: who may have something written, and a person who does in a real browser. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import type { Browser, Locator, Page } from 'playwright-core';
import type { SayParams, TickParams } from '../../server/core/requests/check-in.ts';
import type { Written } from '../../server/core/views/browser/messages.ts';
import { uriOf } from '../../server/disk/load-workspaces.ts';
import { violations } from '../core/views/axe-violations.ts';
import { launchBrowser } from '../vscode/browser.ts';
import { orSkip } from '../vscode/unavailable.ts';
import { until } from '../vscode/until.ts';
import { folderWith } from './okr.ts';
import { ask, endAll, running, serve } from './served-preview.ts';

const growth = `team growth: Growth
cycle 2026-Q4: Peak season

objective love: Customers love us
  owner @maria

  kr nps: Raise our Net Promoter Score
    from 32 to 50 points
    checkin 2026-11-14 41 points confidence 7/10

  kr shop: The new shop is open
    milestone due 2026-11-30: Signs are up
    milestone done 2026-11-02: The lease is signed

kpi tickets: Tickets a week
  owner @li
  healthy at most 350 tickets
  reading 2026-11-14 340 tickets
`;
const nps = 'Raise our Net Promoter Score';
const day = ['--today', '2026-11-21'];

afterEach(endAll);

describe('okr preview --write', function () {
  this.timeout(60_000);

  const withShop = () => folderWith({ 'growth.okr': growth });
  const textIn = (folder: string) => readFileSync(join(folder, 'growth.okr'), 'utf8');

  const tick = (folder: string): TickParams => ({
    what: 'tick',
    uri: uriOf(join(folder, 'growth.okr')),
    line: 10,
    step: 0,
    text: 'Signs are up',
    done: true,
  });
  const say = (folder: string): SayParams => ({
    what: 'say',
    uri: uriOf(join(folder, 'growth.okr')),
    line: 6,
    title: nps,
    confidence: '8/10',
    status: null,
    by: '',
  });

  /** The number of the reading that a page shows once it listens. */
  async function readingAt(address: URL): Promise<number> {
    const [stream] = (await once(get(new URL('events', address)), 'response')) as [IncomingMessage];
    let heard = '';
    for await (const data of stream) {
      heard += String(data);
      const [, found] = /^event: reading\ndata: \{"reading":(\d+)\}$/m.exec(heard) ?? [];
      if (found !== undefined) return Number(found);
    }
    return assert.fail('the stream has ended');
  }

  function post(address: URL, path: string, body: unknown, headers: Record<string, string> = {}) {
    const own = { origin: address.origin, 'content-type': 'application/json', ...headers };
    return ask(new URL(path, address), {
      method: 'POST',
      headers: own,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  it('writes one line, and takes it back', async () => {
    const folder = withShop();
    const { address } = await serve(folder, '--write', ...day);
    const { status, body } = await post(address, 'write', { reading: await readingAt(address), params: tick(folder) });
    assert.equal(status, 200, body);
    const written = growth.replace('milestone due 2026-11-30:', 'milestone due 2026-11-30 done 2026-11-21:');
    assert.equal(textIn(folder), written);
    const { place, undo } = JSON.parse(body) as Written;
    assert.equal(place.line, 11);
    assert.equal((await post(address, 'undo', { undo })).status, 200);
    assert.equal(textIn(folder), growth);
    const again = await post(address, 'undo', { undo });
    assert.equal(again.status, 409);
    assert.match(again.body, /^Something else was written meanwhile, so this can no longer be undone\.$/);
  });

  it('writes nothing where the page shows an earlier text, and leaves what somebody else wrote', async () => {
    const folder = withShop();
    const { address } = await serve(folder, '--write', ...day);
    const reading = await readingAt(address);
    const changed = `# Somebody else was here\n${growth}`;
    writeFileSync(join(folder, 'growth.okr'), changed);
    const { status, body } = await post(address, 'write', { reading, params: tick(folder) });
    assert.equal(status, 409);
    assert.match(body, /^`growth\.okr` (has|was) changed meanwhile.*: look at the page again, and do it once more\.$/);
    assert.equal(textIn(folder), changed);
  });

  it('writes where only another file has changed meanwhile', async () => {
    const folder = withShop();
    const { address } = await serve(folder, '--write', ...day);
    const reading = await readingAt(address);
    writeFileSync(join(folder, 'b.okr'), 'objective other: Another one\n');
    while ((await readingAt(address)) === reading);
    assert.equal((await post(address, 'write', { reading, params: tick(folder) })).status, 200);
  });

  it('takes nothing back where somebody has changed the file since', async () => {
    const folder = withShop();
    const { address } = await serve(folder, '--write', ...day);
    const { body } = await post(address, 'write', { reading: await readingAt(address), params: say(folder) });
    const { undo } = JSON.parse(body) as Written;
    const changed = `${textIn(folder)}# Somebody else was here\n`;
    writeFileSync(join(folder, 'growth.okr'), changed);
    const refused = await post(address, 'undo', { undo });
    assert.equal(refused.status, 409);
    assert.equal(refused.body, '`growth.okr` was changed meanwhile, and is left as it is: undo it in the text.');
    assert.equal(textIn(folder), changed);
  });

  it('says what is wrong where it cannot be written', async () => {
    const folder = folderWith({ 'growth.okr': growth.replace('kr nps:', 'kr nps nps:') });
    const { address } = await serve(folder, '--write', ...day);
    const { status, body } = await post(address, 'write', { reading: await readingAt(address), params: say(folder) });
    assert.equal(status, 409);
    assert.equal(body, 'The first line of this element has a mistake: mend it first.');
  });

  describe('lets nobody write', () => {
    let address: URL;
    let folder: string;
    let asked: string;
    before(async () => {
      folder = withShop();
      address = (await serve(folder, '--write', ...day)).address;
      asked = JSON.stringify({ reading: await readingAt(address), params: tick(folder) });
      // It is asked by all of these.
      ours.push(...running.splice(0));
    });
    const ours: typeof running = [];
    after(() => {
      for (const child of ours) child.kill('SIGKILL');
    });
    afterEach(() => assert.equal(textIn(folder), growth));

    const cases: readonly [who: string, status: number, headers: Record<string, string>][] = [
      ['from another page', 403, { origin: 'https://evil.example' }],
      ['from another port of this machine', 403, { origin: 'http://127.0.0.1:1' }],
      ['from a page that hides where it is', 403, { origin: 'null' }],
      ['who calls it by another name', 403, { host: 'rebound.example', origin: 'http://rebound.example' }],
      ['as a form would', 415, { 'content-type': 'application/x-www-form-urlencoded' }],
      ['as text, which no browser asks about before', 415, { 'content-type': 'text/plain' }],
      ['as JSON with something behind it', 415, { 'content-type': 'application/json; x=text/plain' }],
    ];
    for (const [who, status, headers] of cases)
      it(who, async () => assert.equal((await post(address, 'write', asked, headers)).status, status));

    it('who does not say where they come from', async () => {
      const headers = { 'content-type': 'application/json' };
      const { status } = await ask(new URL('write', address), { method: 'POST', headers, body: asked });
      assert.equal(status, 403);
    });

    it('without the token, or with another one', async () => {
      const token = address.pathname.split('/')[1] ?? '';
      const other = `${token.slice(0, -1)}${token.endsWith('_') ? '-' : '_'}`;
      for (const path of ['/write', `/${other}/write`, '//write'])
        assert.equal((await post(address, new URL(path, address).pathname, asked)).status, 403, path);
    });

    it('in another way', async () => {
      for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'])
        assert.equal((await ask(new URL('write', address), { method })).status, 405, method);
      assert.equal((await ask(new URL('write', address))).status, 404);
      assert.equal((await post(address, 'events', asked)).status, 404);
    });

    it('who sends too much, said before or not', async () => {
      const much = JSON.stringify({ ...JSON.parse(asked), more: 'x'.repeat(70_000) });
      assert.equal((await post(address, 'write', much)).status, 413);
      assert.equal((await post(address, 'write', much, { 'transfer-encoding': 'chunked' })).status, 413);
    });

    it('what is not meant', async () => {
      const { reading, params } = JSON.parse(asked);
      const bad = [
        'no JSON',
        'null',
        '[]',
        { params },
        { reading },
        { reading, params: { ...params, line: -1 } },
        { reading, params: { ...params, what: 'run' } },
      ];
      for (const each of bad) assert.equal((await post(address, 'write', each)).status, 400, JSON.stringify(each));
      assert.equal((await post(address, 'undo', {})).status, 400);
    });

    it('into any other file', async () => {
      const { reading, params } = JSON.parse(asked);
      for (const uri of ['file:///etc/passwd', `${params.uri}/../b.okr`, 'growth.okr', 'file:///growth.okr'])
        assert.equal((await post(address, 'write', { reading, params: { ...params, uri } })).status, 409, uri);
    });
  });

  describe('in a browser', function () {
    this.timeout(120_000);
    let browser: Browser;
    let page: Page;
    let complaints: string[];
    let folder: string;

    before(async function () {
      browser = await orSkip(this, 'okr preview --write in a browser', launchBrowser);
    });
    afterEach(() => page?.close());
    after(() => browser?.close());

    async function open(
      more: Parameters<Browser['newPage']>[0] = {},
      prepare: (where: string) => void = () => {},
    ): Promise<void> {
      folder = withShop();
      prepare(folder);
      const { address } = await serve(folder, '--write', ...day);
      page = await browser.newPage({ reducedMotion: 'reduce', ...more });
      complaints = [];
      page.on('pageerror', error => complaints.push(error.message));
      page.on('console', message => {
        // A refused answer is one that the page expects.
        if (message.type() === 'error' && !message.text().includes('409')) complaints.push(message.text());
      });
      await page.goto(address.href);
      await page.getByRole('heading', { level: 1 }).waitFor();
    }
    const bar = () => page.getByRole('status', { name: 'Where it is written' });
    const row = (title: string) => page.getByRole('listitem').filter({ hasText: title }).last();
    const form = () => page.getByRole('dialog');
    const lineIn = (start: string) =>
      textIn(folder)
        .split('\n')
        .find(line => line.trim().startsWith(start));
    async function openForm(): Promise<Locator> {
      await row(nps).locator('summary').click();
      await page.getByRole('button', { name: `Check in… ${nps}` }).click();
      return form();
    }

    it('a milestone is ticked, the page follows, and Undo takes it back', async () => {
      await open();
      await row('The new shop is open').locator('summary').click();
      const box = page.getByRole('checkbox', { name: 'Signs are up' }).last();
      await box.press('Space');
      await bar().getByText('Done: Signs are up').waitFor();
      assert.equal(lineIn('milestone due'), '    milestone due 2026-11-30 done 2026-11-21: Signs are up');
      await page.locator('[aria-checked="true"]').filter({ hasText: 'Signs are up' }).first().waitFor();
      assert.ok(await bar().getByText('growth.okr:12').isVisible());
      await bar().getByRole('button', { name: 'Undo' }).click();
      await bar().getByText('Undone: the file is as it was before.').waitFor();
      assert.equal(textIn(folder), growth);
      await page.locator('[aria-checked="false"]').filter({ hasText: 'Signs are up' }).first().waitFor();
      assert.deepEqual(complaints, []);
    });

    it('confidence and status go into one check-in', async () => {
      await open();
      await row(nps).getByRole('button', { name: 'say how sure you are' }).click();
      await form().getByRole('button', { name: '8 of 10' }).click();
      await row(nps).getByText('8/10').first().waitFor();
      await row(nps).getByRole('button', { name: 'say how it stands' }).click();
      await form().getByRole('button', { name: 'at risk' }).click();
      await row(nps).getByText('Said at risk').waitFor();
      assert.equal(lineIn('checkin 2026-11-21'), '    checkin 2026-11-21 confidence 8/10 at-risk');
      assert.deepEqual(complaints, []);
    });

    it('one checks in, by keyboard alone', async () => {
      await open();
      await openForm();
      await page.keyboard.type('44');
      await page.keyboard.press('Tab');
      await page.keyboard.type('8/10');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.type('The cards work');
      await page.keyboard.press('Tab');
      await page.keyboard.type('@li');
      await page.keyboard.press('Enter');
      await bar().getByText(`Checked in: ${nps}`).waitFor();
      assert.equal(
        lineIn('checkin 2026-11-21'),
        '    checkin 2026-11-21 44 points by @li confidence 8/10: The cards work',
      );
      assert.equal(await form().count(), 0);
      // What they say next is theirs, too.
      await row(nps).getByRole('button', { name: 'say how it stands' }).click();
      await form().getByRole('button', { name: 'on track' }).click();
      // It was on track by its pace before, and the bar named the line before.
      await until('the line says how it stands', () => lineIn('checkin 2026-11-21')?.includes(' on-track'));
      assert.equal(
        lineIn('checkin 2026-11-21'),
        '    checkin 2026-11-21 44 points by @li confidence 8/10 on-track: The cards work',
      );
      assert.deepEqual(complaints, []);
    });

    it('who looks at it says it, where git knows them', async () => {
      await open({}, where => {
        for (const args of [
          ['init', '-q'],
          ['config', 'user.name', 'Li'],
          ['config', 'user.email', 'li@acme.example'],
        ])
          execFileSync('git', args, { cwd: where });
      });
      await row(nps).getByRole('button', { name: 'say how sure you are' }).click();
      await form().getByRole('button', { name: '8 of 10' }).click();
      await bar().getByText('Checked in').waitFor();
      assert.equal(lineIn('checkin 2026-11-21'), '    checkin 2026-11-21 by @li confidence 8/10');
    });

    it('one adds a reading', async () => {
      await open();
      await page.getByRole('button', { name: 'Add a reading… Tickets a week' }).click();
      await form()
        .getByRole('textbox', { name: /^Where does it stand, in tickets\?/ })
        .fill('331');
      await form().getByRole('button', { name: 'Add it' }).click();
      await bar().getByText('Reading added: Tickets a week').waitFor();
      assert.equal(lineIn('reading 2026-11-21'), '  reading 2026-11-21 331 tickets');
    });

    it('an unhealthy KPI gets its objective, and Undo takes it back', async () => {
      const unhealthy = growth.replace('340 tickets', '402 tickets');
      await open({}, where => writeFileSync(join(where, 'growth.okr'), unhealthy));
      const button = page.getByRole('button', { name: 'Write an objective for it Tickets a week' });
      await button.press('Enter');
      await bar().getByText('Objective written for the KPI: Tickets a week').waitFor();
      await page.getByRole('heading', { name: 'Healthy again: Tickets a week' }).waitFor();
      await button.waitFor({ state: 'detached' });
      assert.equal(
        textIn(folder),
        `${unhealthy}
objective: Healthy again: Tickets a week
  cycle 2026-Q4
  owner @li

  kr: Tickets a week
    from 402 tickets to 350 tickets
    kpi tickets
`,
      );
      await bar().getByRole('button', { name: 'Undo' }).click();
      await button.waitFor();
      assert.equal(textIn(folder), unhealthy);
      assert.deepEqual(complaints, []);
    });

    it('what is wrong is said in the form, which keeps what was typed', async () => {
      await open();
      await openForm();
      await form()
        .getByRole('textbox', { name: /^Where does it stand/ })
        .fill('44 %');
      await form()
        .getByRole('textbox', { name: /^What happened/ })
        .fill('The cards work');
      await form().getByRole('button', { name: 'Check in' }).click();
      await form().getByRole('alert').getByText('This is in `%`, and it is measured in `points`.').waitFor();
      assert.equal(textIn(folder), growth);
      writeFileSync(join(folder, 'growth.okr'), growth.replace('Peak season', 'Our season'));
      await page.getByRole('heading', { name: 'Our season' }).waitFor();
      await form()
        .getByRole('textbox', { name: /^Where does it stand/ })
        .fill('44');
      await form().getByRole('button', { name: 'Check in' }).click();
      await form().getByRole('alert').getByText('has changed meanwhile').waitFor();
      await form().getByRole('button', { name: 'Check in' }).click();
      await bar().getByText('Checked in').waitFor();
      assert.equal(lineIn('checkin 2026-11-21'), '    checkin 2026-11-21 44 points: The cards work');
      assert.deepEqual(complaints, []);
    });

    it('what has moved under an open form is not written into', async () => {
      await open();
      await openForm();
      await form()
        .getByRole('textbox', { name: /^Where does it stand/ })
        .fill('44');
      const moved = growth.replace('  kr nps', '  kr new: Another one\n\n  kr nps');
      writeFileSync(join(folder, 'growth.okr'), moved);
      await page.getByText('Another one').first().waitFor({ state: 'attached' });
      for (const sentence of [/has changed meanwhile/, /Something else stands at this place by now/]) {
        await form().getByRole('button', { name: 'Check in' }).click();
        await form().getByRole('alert').getByText(sentence).waitFor();
      }
      assert.equal(textIn(folder), moved);
      await page.keyboard.press('Escape');
      assert.equal(await form().count(), 0);
    });

    it('nothing is offered of another day', async () => {
      await open();
      await page.getByRole('slider', { name: 'Day to look at' }).fill('20');
      await page.getByText('As it stood on').waitFor();
      assert.equal(await page.locator('[data-act]').count(), 0);
    });

    it('it says so where the command has ended', async () => {
      await open();
      running[0]?.kill('SIGINT');
      await page.getByRole('alert').filter({ hasText: '`okr preview` has ended' }).waitFor();
      await row(nps).getByRole('button', { name: 'say how it stands' }).click();
      await form().getByRole('button', { name: 'at risk' }).click();
      await bar().getByText('Nothing was written, as `okr preview` has ended.').waitFor();
    });

    const looks = [
      { colorScheme: 'light' },
      { colorScheme: 'dark' },
      { colorScheme: 'dark', forcedColors: 'active' },
      { colorScheme: 'light', viewport: { width: 360, height: 700 } },
    ] as const;
    for (const look of looks)
      it(`axe finds nothing to mend, ${JSON.stringify(look).replace(/["{}]/g, '')}`, async () => {
        await open({ bypassCSP: true, ...look });
        await openForm();
        await form()
          .getByRole('textbox', { name: /^Where does it stand/ })
          .fill('44 %');
        await form().getByRole('button', { name: 'Check in' }).click();
        await form().getByRole('alert').waitFor();
        assert.deepEqual(await violations(page), []);
        const { scrollWidth, clientWidth } = await form().evaluate(({ scrollWidth, clientWidth }) => ({
          scrollWidth,
          clientWidth,
        }));
        assert.ok(scrollWidth <= clientWidth, 'nothing sticks out');
        await page.keyboard.press('Escape');
        await row(nps).getByRole('button', { name: 'say how sure you are' }).click();
        assert.deepEqual(await violations(page), []);
        await form().getByRole('button', { name: '8 of 10' }).click();
        await bar().getByText('Checked in').waitFor();
        assert.deepEqual(await violations(page), []);
      });
  });
});
