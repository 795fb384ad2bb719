/** What the extension brings beside the language: its view, its commands, its lenses and badges. */
import assert from 'node:assert/strict';
import { it } from 'mocha';
import type { Story } from './story.ts';
import { until } from './until.ts';
import type { Workbench } from './workbench/workbench.ts';

/** Each test begins with the story's file open, as it is on the disk. */
export function ownCommands(story: Story, now: () => { workbench: Workbench }): void {
  const { own } = story;

  it('groups the objectives by team, cycle, owner and status', async () => {
    const { workbench } = now();
    await workbench.sideBar.openView('OKRs');
    for (const [by, row] of own.groups) {
      await workbench.run(`OKR: Group by ${by}`);
      await workbench.sideBar.row(row);
      await workbench.screenshot(`by ${by}`);
    }
  });

  it('shows the card of an objective, what the signs mean, and what to do with it, in the view', async () => {
    const { workbench } = now();
    await workbench.sideBar.openView('OKRs');
    assert.match(await workbench.sideBar.hoverRow(own.row.text, own.row.says), own.row.legend);
    await workbench.screenshot('view card');
    await workbench.sideBar.rowAction(own.row.text, 'Check In');
    await workbench.quickInput.giveUp(1);
  });

  it('says beside a heading how it stands, and above it what to do', async () => {
    const { workbench } = now();
    const { hint, lens } = own;
    await until('the score is beside the heading', async () => hint.says.test(await workbench.text.textOf(hint.line)));
    await workbench.offers.clickLens(lens);
    await workbench.quickInput.giveUp(1);
  });

  it('adds a reading to a file that nobody has open, and shows it when asked', async () => {
    const { workbench } = now();
    const { title, value, note, told, line, becomes } = own.reading;
    await workbench.run('OKR: Add Reading');
    await workbench.quickInput.chooseAt(1, title);
    await workbench.quickInput.answer(2, value);
    await workbench.quickInput.answer(3, note);
    await workbench.notifications.press(told, 'Show');
    await until('the reading is in the file', async () => (await workbench.text.textOf(line)) === becomes);
  });

  it('moves a target with a reason, refuses the present one, and takes it back in one step', async () => {
    const { workbench } = now();
    const { at, line, same, value, why, target } = own.happenings;
    await workbench.text.goTo(at);
    await workbench.run('OKR: Move Target');
    await workbench.quickInput.answer(1, same.value);
    await workbench.quickInput.waitForComplaint(same.says);
    await workbench.screenshot('move target');
    await workbench.quickInput.answer(1, value);
    await workbench.quickInput.answer(2, why);
    await until('the target is in the file', async () => (await workbench.text.textOf(line)) === target);
    await workbench.press('ControlOrMeta+z');
    await until('it is taken back', async () => !(await workbench.tabs.isDirty()));
  });

  it('says by an action that a key result is blocked, with a reason to write over', async () => {
    const { workbench } = now();
    const { at, line, action, acted } = own.happenings;
    await workbench.text.goTo(at);
    await workbench.offers.quickFix(action);
    await until('it is in the file', async () => (await workbench.text.textOf(line)) === acted);
    await workbench.press('ControlOrMeta+z');
    await until('it is taken back', async () => !(await workbench.tabs.isDirty()));
  });

  it('goes to an objective by its owner', async () => {
    const { workbench } = now();
    const { typed, title, line } = own.goTo;
    await workbench.run('OKR: Go to Objective');
    await workbench.quickInput.chooseTyped(typed, title);
    await until(`the cursor is on line ${line}`, async () => (await workbench.text.cursor()).line === line);
  });

  it('copies a link that other tools show by its title', async () => {
    const { workbench } = now();
    await workbench.text.goTo(own.link.at);
    await workbench.run('OKR: Copy Markdown Link');
    await until('it is in the clipboard', async () => (await workbench.clipboard()) === own.link.text);
  });

  it('shows what supports a key result, and says where there is nothing to show', async () => {
    const { workbench } = now();
    const { at, title, supporter, nowhere } = own.alignment;
    await workbench.text.goTo(at);
    await workbench.run('OKR: Show Alignment');
    await workbench.offers.waitForPeek(title, supporter);
    await workbench.screenshot('alignment');
    await workbench.offers.closePeek();
    await workbench.text.goTo(nowhere.at);
    await workbench.run('OKR: Show Alignment');
    await workbench.notifications.take(nowhere.says);
  });

  it('shows what refers to a key result without leaving it', async () => {
    const { workbench } = now();
    await workbench.text.goTo(own.references.line, own.references.column);
    await workbench.run('Peek References');
    await workbench.offers.waitForPeek(/References/, own.references.file);
    await workbench.offers.closePeek();
  });

  it('refuses a name that somebody else has', async () => {
    const { workbench } = now();
    const { line, column, name, says } = own.rename;
    await workbench.text.goTo(line, column);
    await workbench.offers.rename(name);
    await workbench.notifications.take(says);
    assert.ok(!(await workbench.tabs.isDirty()));
  });

  it('says why an objective that should be moved was not', async () => {
    const { workbench } = now();
    const { below, typed, at, title, says } = own.refusedMove;
    // From the last to the first, so that none begins where the one before is indented to.
    for (const line of typed.toReversed()) await workbench.text.typeBelow(below, line);
    await workbench.text.goTo(at);
    const before = await workbench.text.textOf(at);
    await workbench.offers.quickFix(title);
    await workbench.notifications.take(says);
    assert.equal(await workbench.text.textOf(at), before);
  });

  for (const { what, at, line, becomes } of own.newElements)
    it(`begins a new ${what}, and takes it back in one step`, async () => {
      const { workbench } = now();
      await workbench.text.goTo(at);
      await workbench.run(`OKR: New ${what}`);
      await until('it is in the file', async () => (await workbench.text.textOf(line)) === becomes);
      await workbench.screenshot(`new ${what}`);
      await workbench.press('Escape');
      await workbench.press('ControlOrMeta+z');
      await until('it is taken back', async () => !(await workbench.tabs.isDirty()));
    });

  it('says that a key result belongs to an objective', async () => {
    const { workbench } = now();
    await workbench.text.goTo(own.alignment.nowhere.at);
    await workbench.run('OKR: New Key Result');
    await workbench.notifications.take(/A key result belongs to an objective/);
    assert.ok(!(await workbench.tabs.isDirty()));
  });

  it('marks a file in which something is blocked or off track', async () => {
    const { workbench } = now();
    await until('the tab says why', async () => own.badge.test(await workbench.tabs.says()));
  });

  it('says more of the cycle under the mouse, and opens its preview', async () => {
    const { workbench } = now();
    assert.match(await workbench.statusBar.hover('okr.cycle', own.cycleTooltip), own.cycleTooltip);
    await workbench.statusBar.click('okr.cycle');
    await workbench.webviewWith('[data-figure="score"]');
  });
}
