/**
 * What the preview's page costs its reader: processor time of the page's own thread in the browser of the tests, from
 * style and layout to paint, for the first drawing and for what follows a keystroke.
 */
import { readFile } from 'node:fs/promises';
import type { Browser, CDPSession } from 'playwright-core';
import { previewContent } from '../../server/core/reports/preview-content.ts';
import type { PreviewContent } from '../../server/core/requests/preview.ts';
import { open, uriOf } from '../core/reports/workspaces.ts';
import { type OpenPreview, openPreview } from '../core/views/browser-page.ts';
import { launchBrowser } from '../vscode/browser.ts';
import { teamText } from './content.ts';

const KEY_RESULTS = 3;
const CHECK_INS = 12;
/** How often it is opened. */
const PAGES = 3;
type Size = [objectives: number, keyResults: number];

/** Milliseconds, one for each time it was measured. */
export interface PageTimes {
  readonly firstPaint: number[];
  /** From the first drawing until all of it is there. */
  readonly rest: number[];
  readonly keystroke: number[];
  readonly clearedFilter: number[];
}

/** @param objectives each with three key results of twelve check-ins */
export async function pageTimes(objectives: number, rounds: number): Promise<PageTimes> {
  const browser = await launchBrowser();
  try {
    const script = await readFile('dist/preview.js', 'utf8');
    const texts = contentsOf(objectives).map(content => JSON.stringify(content));
    const times: PageTimes = { firstPaint: [], rest: [], keystroke: [], clearedFilter: [] };
    const size: Size = [objectives, objectives * KEY_RESULTS];
    for (let page = 0; page < PAGES; page++) await measure(browser, script, texts, size, times, rounds);
    return times;
  } finally {
    await browser.close();
  }
}

async function measure(
  browser: Browser,
  script: string,
  [before = '', after = '']: readonly string[],
  size: Size,
  times: PageTimes,
  rounds: number,
): Promise<void> {
  const preview = await openPreview(browser, script);
  const session = await preview.page.context().newCDPSession(preview.page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await hand(preview, before, after);
  times.firstPaint.push(await spent(session, () => show(preview, 0)));
  const whole = () => preview.page.waitForFunction(isWhole, size, { polling: 500, timeout: 120_000 });
  times.rest.push(await spent(session, async () => void (await whole())));
  for (let key = 1; key <= rounds; key++) {
    const time = await spent(session, () => show(preview, key % 2));
    // Until then the page's code is not yet compiled.
    if (key > 4) times.keystroke.push(time);
  }
  const words = preview.page.getByRole('searchbox');
  await words.fill('no such words');
  await drawn(preview);
  times.clearedFilter.push(
    await spent(session, async () => {
      await words.fill('');
      await drawn(preview);
    }),
  );
  await preview.page.close();
}

/** What was drawn later is there; what is folded away, only where that is no more than the page draws unasked. */
function isWhole([objectives, keyResults]: Size): boolean {
  const count = (selector: string) => document.querySelectorAll(selector).length;
  return (keyResults > 1000 || count('.details') === keyResults) && count('.objective[data-settled]') === objectives;
}

/** One key result's newest value is the only difference between the two. */
function contentsOf(objectives: number): readonly PreviewContent[] {
  const text = teamText({
    team: 'growth',
    objectives,
    keyResults: KEY_RESULTS,
    checkins: CHECK_INS,
    supports: 'company/o0.k1',
  });
  const value = /(checkin 2026-12-19 )(\d+)/;
  const changed = text.replace(value, (_, start: string, number: string) => `${start}${Number(number) + 1}`);
  return [text, changed].map(each => {
    const { workspace, standings } = open(each, '2026-12-21');
    return previewContent(workspace, standings, { uri: uriOf('a.okr'), scope: 'file', cycle: '2026-Q4', asOf: null });
  });
}

/** What a host will send is there already, so that bringing it from here is not measured; reading it is. */
function hand({ page }: OpenPreview, ...texts: readonly string[]): Promise<void> {
  return page.evaluate(sent => void Object.assign(window, { sent }), texts);
}

async function show(preview: OpenPreview, index: number): Promise<void> {
  await preview.page.evaluate(number => {
    const content = JSON.parse((window as unknown as { sent: string[] }).sent[number] ?? '');
    window.dispatchEvent(new MessageEvent('message', { data: { type: 'content', content } }));
  }, index);
  await drawn(preview);
}

/** A frame is painted before the second one begins. */
function drawn({ page }: OpenPreview): Promise<void> {
  return page.evaluate(
    () => new Promise<void>(done => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

async function spent(session: CDPSession, act: () => Promise<void>): Promise<number> {
  const before = await taskTime(session);
  await act();
  return ((await taskTime(session)) - before) * 1000;
}

async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}
