/**
 * Takes the pictures of the README anew, in the newest VS Code with the packaged extension and the sample company.
 *
 *   npm run package && npm run pictures [-- NAME…]
 */
import { launchBrowser } from './browser.ts';
import { startCodeServer } from './code-server.ts';
import { packagedExtension } from './packaged.ts';
import { root } from './paths.ts';
import { openPreview, waitForScore } from './preview.ts';
import { company } from './story.ts';
import { type Part, Workbench } from './workbench/workbench.ts';

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  /** Brings it into the window. @returns what of the window is in the picture; undefined: all */
  pose(workbench: Workbench): Promise<Part | undefined>;
}

/** Twice as fine as a window would be blurred no less on most screens, and twice as large a file. */
const narrow = { width: 900, height: 620, scale: 1.5 };
const wide = { ...narrow, width: 1200 };

const pictures: Readonly<Record<string, Picture>> = {
  hover: {
    ...narrow,
    async pose(workbench) {
      const { on, line, says } = company.hover;
      await workbench.text.goTo(line + 9);
      await workbench.text.hover(on, line, says);
      const { x, y, width, height } = await workbench.partOf(['.monaco-hover:visible'], 0);
      return { x: x - 4, y: y - 26, width: width + 8, height: height + 27 };
    },
  },
  view: {
    ...wide,
    async pose(workbench) {
      await workbench.sideBar.openView('OKRs');
      await workbench.tabs.openFile(company.file);
      await workbench.text.goTo(company.outline.line);
      await workbench.sideBar.waitForSelected(company.outline.row);
      await workbench.restMouse();
      return { x: 0, y: 34, width: 580, height: 350 };
    },
  },
  'check-in': {
    ...narrow,
    async pose(workbench) {
      await workbench.text.goTo(company.checkIn.at);
      await workbench.run('OKR: Check In');
      await workbench.quickInput.isAsked(1);
      await workbench.restMouse();
      return workbench.partOf(['.quick-input-widget'], 1);
    },
  },
  alignment: {
    ...narrow,
    async pose(workbench) {
      await workbench.text.goTo(7);
      await workbench.run('OKR: Show Alignment');
      await workbench.offers.waitForPeek(/./, company.outline.row);
      await workbench.offers.widenPeek(310);
      await workbench.restMouse();
      return workbench.partOf(['.zone-widget .peekview-widget'], 0);
    },
  },
  coach: {
    ...narrow,
    async pose(workbench) {
      const { below, typed, title } = company.unmeasurable;
      const line = await workbench.text.typeBelow(below, typed);
      await workbench.text.waitForUnderline('warning', title, line);
      await workbench.offers.offerQuickFixes();
      await workbench.restMouse();
      const { x, y, width, height } = await workbench.partOf(['.action-widget']);
      // From the numbers of the lines on.
      return { x: 60, y: y - 90, width: x + width - 60, height: height + 100 };
    },
  },
  screenshot: {
    width: 1400,
    height: 900,
    scale: 1,
    async pose(workbench) {
      const preview = await openPreview(workbench);
      await waitForScore(preview, company.edit.before);
      await workbench.restMouse();
      return undefined;
    },
  },
};

const names = process.argv.slice(2);
const settings = {
  'okr.today': company.today,
  'editor.lightbulb.enabled': 'off',
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
};
const browser = await launchBrowser();
const host = await startCodeServer({ vsix: await packagedExtension(), folder: `${root}samples/company`, settings });
try {
  for (const [name, { pose, ...look }] of Object.entries(pictures)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const workbench = await Workbench.open('pictures', browser, host.address, look);
    await workbench.tabs.openFile(company.file);
    await workbench.offers.waitForLens();
    if (look.width < 1000) await workbench.run('View: Close Primary Side Bar');
    const part = await pose(workbench);
    await workbench.picture(`${root}samples/${name}.png`, part);
    console.log(`samples/${name}.png`);
    await workbench.press('Escape');
    // The next window would bring back what was typed in this one.
    if (await workbench.tabs.isDirty()) await workbench.tabs.revert();
    await workbench.close();
  }
} finally {
  await host.close();
  await browser.close();
}
