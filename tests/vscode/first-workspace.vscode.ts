import { before, describe, it } from 'mocha';
import { openedOnTheWeb } from './opened.ts';
import type { Workbench } from './workbench/workbench.ts';

const name = 'A folder without OKRs';

/** Somebody has installed the extension, and opened a folder in which there is nothing yet. */
describe(`${name}, as a person uses it`, () => {
  const settings = { 'okr.today': '2026-11-21', 'okr.me': 'ana' };
  const now = openedOnTheWeb(name, async () => ({ 'notes.md': '# Acme\n' }), settings);
  let workbench: Workbench;
  before(() => {
    ({ workbench } = now());
  });

  it('begins with an example to write over, of which the coach says one thing', async () => {
    await workbench.run('OKR: Create First Workspace');
    await workbench.tabs.isOpen('2026-Q4.okr');
    await workbench.text.waitForUnderline('warning', 'Improve our help pages', 22);
    await workbench.screenshot('first workspace');
    await workbench.run('OKR: Create First Workspace');
    await workbench.notifications.take(/There are OKRs here already, in 2026-Q4\.okr\./);
  });

  it('has a walkthrough from the first objective to the report', async () => {
    await workbench.run('Welcome: Open Walkthrough...');
    await workbench.quickInput.choose('Start with OKRs as Code');
    await workbench.tabs.shows('See what the coach says');
    await workbench.webviewWith('strong:has-text("keyword")');
    await workbench.screenshot('walkthrough');
  });
});
