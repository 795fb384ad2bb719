/** `okr preview` as it ships: a process, and a real browser that looks at it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import type { Browser, Page } from 'playwright-core';
import { violations } from '../core/views/axe-violations.ts';
import { launchBrowser } from '../vscode/browser.ts';
import { orSkip } from '../vscode/unavailable.ts';
import { folderWith, root } from './okr.ts';
import { ask, cli, endAll, running, serve } from './served-preview.ts';

afterEach(endAll);

const growth = `team growth: Growth
cycle 2026-Q4: Peak season

objective love: Customers love us
  owner @maria
  supports company/grow

  kr nps: Raise our Net Promoter Score
    from 32 to 50 points
    checkin 2026-11-14 41 points confidence 7/10
`;
const files = {
  'company.okr':
    'team company: Acme\ncycle 2026\n\nobjective grow: Families come back\n  kr k: Orders\n    from 1 to 2\n',
  'growth.okr': growth,
};
const day = ['--today', '2026-11-21'];

before(() => assert.ok(existsSync(cli), 'There is no dist/okr.js yet: npm run build'));

describe('okr preview', function () {
  this.timeout(60_000);

  it('prints its address, and ends with Ctrl-C', async () => {
    const { child, address } = await serve(folderWith(files), ...day);
    assert.match(address.href, /^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/$/);
    assert.equal((await ask(address)).status, 200);
    // A page that listens does not keep it.
    const stream = get(new URL('events', address));
    await once(stream, 'response');
    stream.on('error', () => {});
    child.kill('SIGINT');
    assert.deepEqual(await once(child, 'close'), [0, null]);
  });

  it('has another token each time', async () => {
    const folder = folderWith(files);
    const paths = [(await serve(folder)).address.pathname, (await serve(folder)).address.pathname];
    assert.notEqual(paths[0], paths[1]);
  });

  it('says when its port is taken', async () => {
    const folder = folderWith(files);
    const { address } = await serve(folder);
    const child = spawn(process.execPath, [cli, 'preview', '--port', address.port], { cwd: folder });
    running.push(child);
    let stderr = '';
    child.stderr.on('data', data => {
      stderr += data;
    });
    assert.deepEqual(await once(child, 'close'), [2, null]);
    assert.equal(stderr, `error: The port ${address.port} is taken: choose another with \`--port\`, or none\n`);
  });

  describe('lets nobody in', () => {
    let address: URL;
    before(async () => {
      address = (await serve(folderWith(files), ...day)).address;
      // It is asked by all of these.
      running.length = 0;
    });
    const cases: readonly [who: string, path: (token: string) => string, headers: Record<string, string>][] = [
      ['without the token', () => '/', {}],
      ['with a wrong token', token => `/${token.slice(0, -1)}${token.endsWith('_') ? '-' : '_'}/`, {}],
      ['with half of the token', token => `/${token.slice(0, 16)}/`, {}],
      ['who calls it by another name', token => `/${token}/`, { host: 'rebound.example' }],
      ['who calls it by another port', token => `/${token}/`, { host: '127.0.0.1:1' }],
      ['from another page', token => `/${token}/events`, { origin: 'https://evil.example' }],
      ['from a page that hides where it is', token => `/${token}/events`, { origin: 'null' }],
    ];
    for (const [who, path, headers] of cases)
      it(who, async () => {
        const token = address.pathname.split('/')[1] ?? '';
        const { status, body } = await ask(new URL(path(token), address), { headers });
        assert.equal(status, 403);
        assert.doesNotMatch(body, /Customers|script/);
      });

    it('with an address that is none, and goes on', async () => {
      for (const path of ['//', '//:x', 'http://%', '/%'])
        assert.equal((await ask(address, { path })).status, 403, path);
      assert.equal((await ask(address)).status, 200);
    });

    it('who wants to write', async () => {
      for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
        assert.equal((await ask(address, { method })).status, 405);
    });

    it('to any file', async () => {
      for (const path of ['growth.okr', '..%2fgrowth.okr', '../../growth.okr', 'events/../../package.json'])
        assert.ok([403, 404].includes((await ask(new URL(path, address))).status ?? 0), path);
    });

    it('but its own page, with a policy that lets nothing else run', async () => {
      const { headers } = await ask(address, { headers: { origin: address.origin } });
      assert.equal(
        headers['content-security-policy'],
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      );
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['referrer-policy'], 'no-referrer');
      assert.equal(headers['cache-control'], 'no-store');
      assert.equal(headers['access-control-allow-origin'], undefined);
    });
  });
});

describe('the page of okr preview', function () {
  this.timeout(120_000);
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  before(async function () {
    browser = await orSkip(this, 'okr preview in a browser', launchBrowser);
  });
  afterEach(() => page?.close());
  after(() => browser?.close());

  async function open(
    folder: string,
    args: string[] = [],
    more: Parameters<Browser['newPage']>[0] = {},
  ): Promise<Page> {
    const { address } = await serve(folder, ...args, ...day);
    page = await browser.newPage({ reducedMotion: 'reduce', ...more });
    complaints = [];
    page.on('pageerror', error => complaints.push(error.message));
    page.on('console', message => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(address.href);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  }
  async function openAlignment(
    folder: string,
    ...rest: [string[]?, Parameters<Browser['newPage']>[0]?]
  ): Promise<Page> {
    await open(folder, ...rest);
    await page.getByRole('button', { name: 'Alignment' }).click();
    await page.getByRole('heading', { name: 'Who supports whom' }).waitFor();
    return page;
  }
  const figure = (name: string) =>
    page.getByRole('listitem').filter({ hasText: name }).last().locator('.figure').first();

  it('shows how everything stands, within its policy', async () => {
    await open(folderWith(files));
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Peak season 2026-Q4');
    assert.ok(await page.getByText('Raise our Net Promoter Score').first().isVisible());
    assert.equal(await page.locator('[data-act]').count(), 0, 'nothing can be written from here');
    assert.deepEqual(complaints, []);
  });

  it('follows the files as they change, as they come and as they go', async () => {
    const folder = folderWith(files);
    await open(folder);
    await page.evaluate(() => Object.assign(window, { seen: document.querySelector('article') }));
    writeFileSync(join(folder, 'growth.okr'), growth.replace('41 points', '49 points'));
    await figure('Raise our Net Promoter Score').filter({ hasText: '49' }).waitFor();
    assert.ok(await page.evaluate(() => (window as unknown as { seen: Element }).seen.isConnected));
    mkdirSync(join(folder, 'new'));
    writeFileSync(join(folder, 'new/people.okr'), 'cycle 2026-Q4\nobjective hire: Good people come\n');
    await page.getByText('Good people come').first().waitFor();
    writeFileSync(join(folder, 'new/people.okr'), 'cycle 2026-Q4\nobjective hire: Good people stay\n');
    await page.getByText('Good people stay').first().waitFor();
  });

  it('of a file has a choice between it and all of the workspace', async () => {
    await open(folderWith({ ...files, 'b.okr': 'cycle 2026-Q4\nobjective other: Somebody else’s\n' }), ['growth.okr']);
    assert.equal(await page.getByText('Somebody else’s').count(), 0);
    await page.getByRole('button', { name: 'Workspace' }).click();
    await page.getByText('Somebody else’s').first().waitFor();
    await page.getByRole('combobox', { name: 'Cycle' }).selectOption('2026');
    await page.getByText('Families come back').first().waitFor();
  });

  it('of a folder has none', async () => {
    await open(folderWith(files));
    assert.equal(await page.getByRole('button', { name: 'This file' }).count(), 0);
  });

  it('looks back, in both views', async () => {
    await open(folderWith(files));
    await page.getByRole('slider', { name: 'Day to look at' }).fill('20');
    await figure('Raise our Net Promoter Score').filter({ hasNotText: '41' }).waitFor();
    await page.getByRole('button', { name: 'Alignment' }).click();
    await page.getByText('2 teams · as of 21 October 2026').waitFor();
    await page.reload();
    await page.getByText('2 teams · as of 21 November 2026').waitFor();
    assert.deepEqual(complaints, []);
  });

  it('says where something is written, and how to get there', async () => {
    const folder = folderWith(files);
    await open(folder);
    await page.getByRole('button', { name: 'Raise our Net Promoter Score' }).first().click();
    const bar = page.getByRole('status', { name: 'Where it is written' });
    assert.equal(await bar.getByText('growth.okr:8').textContent(), 'growth.okr:8');
    assert.equal(
      await bar.getByRole('link', { name: 'Open in VS Code' }).getAttribute('href'),
      `vscode://file${folder}/growth.okr:8`,
    );
    await bar.getByRole('button', { name: 'Close' }).click();
    assert.equal(await bar.textContent(), '');
  });

  it('keeps what it shows when the command ends, and says so', async () => {
    await open(folderWith(files));
    running[0]?.kill('SIGINT');
    await page.getByRole('alert').filter({ hasText: '`okr preview` has ended' }).waitFor();
    assert.ok(await page.getByText('Raise our Net Promoter Score').first().isVisible());
  });

  it('runs nothing that stands in a file', async () => {
    const evil = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>';
    const folder = folderWith({
      '<b>evil.okr': `team t: ${evil}\ncycle 2026-Q4: ${evil}\nobjective a: ${evil}\n  kr k: ${evil}\n    from 1 to 2 ${evil.replaceAll(' ', '')}\n    checkin 2026-11-02 1: ${evil}\nobjective b: javascript:window.ran=1\n  supports a\n`,
    });
    await openAlignment(folder);
    for (const form of ['List', 'Map']) {
      await page.getByRole('button', { name: form }).click();
      assert.ok((await page.getByText('<img src=x').count()) > 0);
    }
    assert.equal(await page.evaluate(() => 'ran' in window), false);
    assert.equal(await page.locator('img, script:not([src="page.js"])').count(), 0);
    assert.deepEqual(complaints, []);
  });

  describe('has the alignment', () => {
    it('that leads to the line, by mouse and by keyboard', async () => {
      await openAlignment(folderWith(files));
      await page.getByRole('button', { name: 'Families come back' }).click();
      assert.ok(await page.getByRole('status', { name: 'Where it is written' }).getByText('company.okr:4').isVisible());
      await page.getByRole('button', { name: 'Customers love us' }).focus();
      await page.keyboard.press('Enter');
      assert.ok(await page.getByRole('status', { name: 'Where it is written' }).getByText('growth.okr:4').isVisible());
      assert.deepEqual(complaints, []);
    });

    const boxOf = async (name: string) => (await page.getByRole('button', { name }).boundingBox())!;
    const settled = () =>
      page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));

    it('that zooms by buttons, wheel and keys, and shows all of it again', async () => {
      await openAlignment(folderWith(files));
      await settled();
      const first = await boxOf('Families come back');
      const ways = [
        () => page.getByRole('button', { name: 'Zoom in' }).click(),
        () => page.getByRole('region', { name: /^Map/ }).press('+'),
        async () => {
          await page.mouse.move(first.x + 5, first.y + 5);
          await page.mouse.wheel(0, -400);
        },
      ];
      for (const zoomIn of ways) {
        await zoomIn();
        await settled();
        assert.ok((await boxOf('Families come back')).width > first.width * 1.1);
        await page.getByRole('button', { name: 'Show all' }).click();
        await settled();
        assert.deepEqual(await boxOf('Families come back'), first);
      }
    });

    it('that stays under the pointer while the wheel zooms it', async () => {
      await openAlignment(folderWith(files));
      await settled();
      const { x, y, width } = await boxOf('Families come back');
      await page.mouse.move(x, y);
      await page.mouse.wheel(0, 300);
      await settled();
      const after = await boxOf('Families come back');
      assert.ok(after.width < width * 0.9);
      assert.ok(Math.hypot(after.x - x, after.y - y) < 2, JSON.stringify([x, y, after]));
    });

    it('that is moved by dragging, wherever it is taken, and by arrow keys', async () => {
      await openAlignment(folderWith(files));
      await settled();
      const { x, y } = await boxOf('Families come back');
      await page.mouse.move(x + 20, y + 20);
      await page.mouse.down();
      await page.mouse.move(x + 120, y + 70, { steps: 4 });
      await page.mouse.up();
      await settled();
      const moved = await boxOf('Families come back');
      assert.deepEqual([Math.round(moved.x - x), Math.round(moved.y - y)], [100, 50]);
      assert.equal(
        await page.getByRole('status', { name: 'Where it is written' }).textContent(),
        '',
        'to drag an objective is no click on it',
      );
      await page.getByRole('region', { name: /^Map/ }).press('ArrowDown');
      await settled();
      assert.equal(Math.round((await boxOf('Families come back')).y - moved.y), -80);
    });

    it('that keeps its place while the files change', async () => {
      const folder = folderWith(files);
      await openAlignment(folder);
      await page.getByRole('button', { name: 'Zoom in' }).click();
      await settled();
      const before = await boxOf('Families come back');
      writeFileSync(join(folder, 'growth.okr'), growth.replace('Customers love us', 'Customers adore us'));
      await page.getByRole('button', { name: 'Customers adore us' }).waitFor();
      assert.deepEqual(await boxOf('Families come back'), before);
    });

    it('that is there again after a reload', async () => {
      await openAlignment(folderWith(files));
      await page.getByRole('button', { name: 'List' }).click();
      await page.reload();
      await page.getByRole('button', { name: 'Customers love us' }).waitFor();
      assert.equal(await page.getByRole('button', { name: 'List' }).getAttribute('aria-pressed'), 'true');
    });

    it('of 300 objectives in a moment, all of them in sight', async () => {
      const many = Array.from({ length: 300 }, (_, index) =>
        [
          `objective o${index}: Objective ${index}`,
          ...(index > 0 ? [`  supports o${index < 20 ? 0 : 1 + (index % 19)}`] : []),
        ].join('\n'),
      );
      await openAlignment(folderWith({ 'a.okr': `cycle 2026-Q4\n${many.join('\n')}\n` }));
      await settled();
      const frame = (await page.getByRole('region', { name: /^Map/ }).boundingBox())!;
      assert.equal(await page.locator('.box').count(), 300);
      const outside = await page
        .locator('.box')
        .evaluateAll(
          (boxes, { x, y, width, height }) =>
            boxes
              .map(box => box.getBoundingClientRect())
              .filter(({ left, top, right, bottom }) => left < x || top < y || right > x + width || bottom > y + height)
              .length,
          frame,
        );
      assert.equal(outside, 0);
    });
  });

  describe('and axe finds nothing to mend', () => {
    const looks = [
      { colorScheme: 'light' },
      { colorScheme: 'dark' },
      { colorScheme: 'dark', forcedColors: 'active' },
      { colorScheme: 'light', viewport: { width: 360, height: 700 } },
    ] as const;
    for (const look of looks) {
      it(`in its views, ${JSON.stringify(look).replace(/["{}]/g, '')}`, async () => {
        await open(join(root, 'samples/company'), [], { bypassCSP: true, ...look });
        assert.deepEqual(await violations(page), []);
        await page.getByRole('button', { name: 'Alignment' }).click();
        for (const form of ['Map', 'List']) {
          await page.getByRole('button', { name: form }).click();
          assert.deepEqual(await violations(page), []);
          assert.ok(
            await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
            'nothing sticks out',
          );
        }
        await page.getByRole('button', { name: 'Families come back, and bring their friends' }).click();
        assert.deepEqual(await violations(page), []);
      });
    }
  });
});
