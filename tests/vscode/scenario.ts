import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterEach, before, beforeEach, describe, it } from 'mocha';
import { commit, git } from '../repository.ts';
import { assertAccessible } from './accessible.ts';
import type { Host, HostOptions } from './host.ts';
import { opened } from './opened.ts';
import { ownCommands } from './own-commands.ts';
import { openPreview, waitForScore } from './preview.ts';
import type { Story } from './story.ts';
import { until } from './until.ts';
import { type ServerKind, whatGoesWrong, withUnreadable } from './what-goes-wrong.ts';
import type { Theme, Workbench } from './workbench/workbench.ts';

/**
 * The main job as a person does it, with keys and mouse, in one VS Code.
 * @param name of the host, also for its screenshots
 * @param start brings the host up
 */
export function scenario(
  name: string,
  start: (options: HostOptions) => Promise<Host>,
  { vsix, folder, story, server }: { vsix: () => Promise<string>; folder: string; story: Story; server: ServerKind },
): void {
  describe(`${name}, as a person uses it`, () => {
    const now = opened(name, async () => {
      const settings = { 'okr.today': story.today, 'okr.me': story.me };
      const copy = await withUnreadable(folder, story);
      try {
        return await start({ vsix: await vsix(), folder: copy, settings });
      } finally {
        await rm(dirname(copy), { recursive: true });
      }
    });
    let host: Host;
    let workbench: Workbench;

    before(async () => {
      ({ host, workbench } = now());
      await workbench.tabs.openFile(story.file);
    });

    /** Beside a preview a line would be drawn in two pieces. */
    async function toText(line: number): Promise<void> {
      await workbench.tabs.toText();
      await workbench.tabs.closeOthers();
      await workbench.text.goTo(line);
    }

    beforeEach(async () => {
      await workbench.tabs.openFile(story.file);
      // Beside a preview lines would be drawn in two pieces.
      await workbench.tabs.closeOthers();
      await workbench.tabs.revert();
    });

    afterEach(async function () {
      if (this.currentTest?.state === 'failed') await workbench.screenshot(`failed ${this.currentTest.title}`);
    });

    it('reminds me once nobody types, and goes round what is due: Escape skips', async () => {
      const { reminder, titles, value, note, confidence, sum, file, line, becomes } = story.mine;
      await workbench.notifications.comes(reminder);
      await workbench.screenshot('reminder');
      await workbench.notifications.press(reminder, 'Check In');
      await workbench.quickInput.isAsked(1, titles[0]);
      await workbench.screenshot('my check-ins 1');
      await workbench.press('Escape');
      await workbench.quickInput.isAsked(2, titles[1]);
      await workbench.screenshot('my check-ins 2');
      await workbench.quickInput.answer(2, `${value}: ${note}`);
      await workbench.quickInput.takeFirst(confidence);
      await workbench.notifications.take(sum);
      await workbench.tabs.openFile(file);
      await workbench.text.goTo(line);
      assert.equal(await workbench.text.textOf(line), becomes);
      await workbench.screenshot('my check-ins 3');
    });

    it('goes round again, asks only how sure one is where nothing is measured, and takes it back in one step', async () => {
      const { titles, file, unmeasured } = story.mine;
      await workbench.tabs.openFile(file);
      await workbench.text.goTo(unmeasured.line);
      const before = await workbench.text.textOf(unmeasured.line);
      await workbench.run('OKR: My Check-ins');
      await workbench.quickInput.isAsked(1, titles[0]);
      await workbench.quickInput.chooseAt(1, unmeasured.confidence);
      await until(
        'it is in the file',
        async () => (await workbench.text.textOf(unmeasured.line)) === unmeasured.becomes,
      );
      await workbench.press('ControlOrMeta+z');
      await until('it is taken back', async () => (await workbench.text.textOf(unmeasured.line)) === before);
      await workbench.tabs.revert();
    });

    it('underlines a typo, says what was meant and mends it', async () => {
      const { below, typed, word, message, fix, fixed } = story.typo;
      const line = await workbench.text.typeBelow(below, typed);
      await workbench.text.waitForUnderline('error', word, line);
      assert.match(await workbench.text.hover(word, line, message), message);
      await workbench.screenshot('typo');

      await workbench.text.goTo(line, fixed.search(/\S/) + 2);
      await workbench.offers.quickFix(fix);
      await until('the typo is mended', async () => (await workbench.text.textOf(line)) === fixed);
      assert.deepEqual(await workbench.text.underlines(fixed.trim(), line), []);
    });

    it('calls out a key result that nobody can measure', async () => {
      const { below, typed, title, message } = story.unmeasurable;
      const line = await workbench.text.typeBelow(below, typed);
      await workbench.text.waitForUnderline('warning', title, line);
      assert.match(await workbench.text.hover(title, line, message), message);
      await workbench.screenshot('unmeasurable');
    });

    it('shows the score of a key result under the mouse', async () => {
      const { on, line, says } = story.hover;
      assert.match(await workbench.text.hover(on, line, says), says);
      await workbench.screenshot('hover');
    });

    it('completes a keyword', async () => {
      const { below, typed, label, becomes } = story.completion;
      const line = await workbench.text.typeBelow(below, typed, { dismiss: false });
      await workbench.offers.complete(label);
      assert.match(await workbench.text.textOf(line), becomes);
    });

    it('moves the preview while somebody types', async () => {
      const { line, column, keys, before, after } = story.edit;
      const preview = await openPreview(workbench);
      await waitForScore(preview, before);
      await workbench.text.goTo(line, column);
      for (const key of keys) await workbench.press(key);
      await waitForScore(preview, after);
    });

    it('goes from a click in the preview to the line', async () => {
      const { on, line } = story.click;
      const preview = await openPreview(workbench);
      await workbench.text.goTo(1);
      await preview.getByText(on).first().click();
      await until(`the cursor is on line ${line}`, async () => (await workbench.text.cursor()).line === line);
      // On a slow machine the click's own focus may come after that of the text.
      await workbench.tabs.toText();
      assert.match(await workbench.text.textOf(line), new RegExp(on));
    });

    it('shows who supports whom as the preview’s second view, and goes from there to the line', async () => {
      const { on, line } = story.map;
      const preview = await openPreview(workbench);
      await workbench.text.goTo(1);
      await preview.getByRole('button', { name: 'Alignment' }).click();
      const box = preview.locator('.box', { hasText: on });
      await box.waitFor();
      await workbench.screenshot('alignment');
      await assertAccessible(preview);
      // By keyboard, as with all of the company in sight a click could only be on a sign.
      await box.press('Enter');
      await until(`the cursor is on line ${line}`, async () => (await workbench.text.cursor()).line === line);
      await preview.getByRole('button', { name: 'Objectives' }).click();
      await waitForScore(preview, story.edit.before);
    });

    it('shows what somebody has chosen in the preview, also while they type', async () => {
      const { words, leaves, without } = story.filter;
      const { line, column, keys, before, after } = story.edit;
      const preview = await openPreview(workbench);
      await waitForScore(preview, before);
      const filter = preview.getByRole('searchbox');
      await filter.fill(words);
      const left = () => preview.getByRole('search').getByRole('status').textContent();
      await until('the filter has left what it should', async () => (await left()) === leaves);
      await workbench.screenshot('filter');
      await workbench.tabs.toText();
      await workbench.text.goTo(line, column);
      for (const key of keys) await workbench.press(key);
      await waitForScore(preview, after);
      assert.equal(await filter.inputValue(), words);
      assert.equal(await left(), leaves);
      assert.equal(await preview.getByText(without).count(), 0);
      await preview.getByRole('button', { name: 'Show all' }).click();
      await preview.getByText(without).first().waitFor();
    });

    it('has the preview grouped by owner, and brief', async () => {
      const { owner, note } = story.grouped;
      const preview = await openPreview(workbench);
      const by = preview.getByRole('combobox', { name: 'Group by' });
      await by.selectOption('By owner');
      await preview.getByRole('heading', { name: owner }).waitFor();
      const said = preview.getByText(note).first();
      await said.waitFor();
      const brief = preview.getByRole('button', { name: 'Compact' });
      await brief.click();
      await said.waitFor({ state: 'hidden' });
      assert.equal(await brief.getAttribute('aria-pressed'), 'true');
      await brief.click();
      await said.waitFor();
      await by.selectOption('By team');
      await preview.getByRole('heading', { name: owner }).waitFor({ state: 'detached' });
    });

    it('goes from what needs attention in the preview to the line', async () => {
      const { on, line } = story.attention;
      const preview = await openPreview(workbench);
      await workbench.text.goTo(1);
      await preview.getByRole('region', { name: 'Needs attention' }).getByRole('button', { name: on }).click();
      await until(`the cursor is on line ${line}`, async () => (await workbench.text.cursor()).line === line);
    });

    it('looks back at the first day, and plays the cycle up to today', async () => {
      const preview = await openPreview(workbench);
      await waitForScore(preview, story.edit.before);
      await preview.getByRole('slider').press('Home');
      const says = preview.getByRole('region', { name: 'Another day' });
      await says.getByText(story.lookBack.first).waitFor();
      await workbench.screenshot('looking back');
      await assertAccessible(preview);
      await preview.getByRole('button', { name: 'Play' }).click();
      await until('it has played', async () => (await says.count()) === 0, 60_000);
      await waitForScore(preview, story.edit.before);
    });

    for (const theme of ['light', 'dark', 'high contrast'] satisfies Theme[])
      it(`can be read in ${theme}`, async () => {
        const preview = await openPreview(workbench);
        await workbench.setTheme(theme, preview);
        await workbench.screenshot(theme);
        await assertAccessible(preview);
      });

    it('checks in with a few questions, and takes it back in one step', async () => {
      const { at, title, value, wrong, confidence, status, note, line, becomes } = story.checkIn;
      await workbench.text.goTo(line);
      const before = await workbench.text.textOf(line);
      await workbench.text.goTo(at);
      await workbench.run('OKR: Check In');
      await workbench.screenshot('check in 1');
      await workbench.quickInput.choose(title);
      await workbench.quickInput.answer(2, wrong.value);
      await workbench.quickInput.waitForComplaint(wrong.says);
      await workbench.screenshot('check in 2');
      await workbench.quickInput.answer(2, value);
      await workbench.quickInput.chooseAt(3, confidence);
      await workbench.quickInput.chooseAt(4, status);
      await workbench.quickInput.answer(5, note);
      await until('the check-in is in the file', async () => (await workbench.text.textOf(line)) === becomes);
      await workbench.screenshot('check in 3');
      await workbench.press('ControlOrMeta+z');
      await until('it is taken back', async () => (await workbench.text.textOf(line)) === before);
    });

    it('asks the same where somebody checks in from the preview', async () => {
      const { title } = story.checkIn;
      const preview = await openPreview(workbench);
      await preview.locator('summary', { hasText: `More about ${title}` }).click();
      await preview.getByRole('button', { name: `Check in… ${title}` }).click();
      await workbench.quickInput.isAsked(1);
      await workbench.screenshot('check in from the preview');
      await workbench.quickInput.giveUp(1);
      await preview.locator('summary', { hasText: `More about ${title}` }).click();
    });

    it('ticks a milestone in the preview, where the focus stays, and takes it back in one step', async () => {
      const { on, line, becomes } = story.tick;
      await workbench.text.goTo(line);
      const before = await workbench.text.textOf(line);
      const preview = await openPreview(workbench);
      const box = preview.getByRole('checkbox', { name: on }).first();
      await box.press('Space');
      await until('it is ticked on the page', async () => (await box.getAttribute('aria-checked')) === 'true');
      assert.ok(await box.evaluate(element => element === document.activeElement));
      await workbench.screenshot('ticked');
      await toText(line);
      assert.equal(await workbench.text.textOf(line), becomes);
      await workbench.press('ControlOrMeta+z');
      await until('it is taken back', async () => (await workbench.text.textOf(line)) === before);
    });

    it('writes an objective for an unhealthy KPI of the preview, goes there, and takes it back in one step', async () => {
      const { file, on, line, becomes } = story.objectiveFor;
      await workbench.tabs.openFile(file);
      await workbench.text.goTo(line);
      const before = await workbench.text.textOf(line);
      const preview = await openPreview(workbench);
      const button = preview.getByRole('button', { name: `Write an objective for it ${on}` });
      await button.click();
      await button.waitFor({ state: 'detached' });
      await preview.getByRole('heading', { name: becomes.replace('objective: ', '') }).waitFor();
      await workbench.screenshot('objective for a KPI');
      await until('the cursor is there', async () => (await workbench.text.cursor()).line === line);
      await workbench.tabs.closeOthers();
      // How it stands is written behind it.
      assert.ok((await workbench.text.textOf(line)).startsWith(becomes));
      await workbench.press('ControlOrMeta+z');
      await until('it is taken back', async () => (await workbench.text.textOf(line)) === before);
    });

    it('says in the preview how sure somebody is and how it stands: one check-in, two steps to take back', async () => {
      const { on, confidence, status, line, becomes } = story.say;
      await workbench.text.goTo(line);
      const before = await workbench.text.textOf(line);
      const preview = await openPreview(workbench);
      await preview.getByRole('button', { name: `say how sure you are… ${on}` }).click();
      await workbench.screenshot('say how sure');
      await assertAccessible(preview);
      await preview.getByRole('dialog').getByRole('button', { name: confidence }).click();
      await preview.getByRole('button', { name: `Confidence ${confidence}` }).waitFor();
      await preview.getByRole('button', { name: `say how it stands… ${on}` }).click();
      await workbench.screenshot('say how it stands');
      await preview.getByRole('dialog').getByRole('button', { name: status }).click();
      await preview.getByRole('button', { name: new RegExp(`^${status}.*… ${on}`) }).waitFor();
      await toText(line);
      assert.equal(await workbench.text.textOf(line), becomes[1]);
      await workbench.press('ControlOrMeta+z');
      await until('the status is taken back', async () => (await workbench.text.textOf(line)) === becomes[0]);
      await workbench.press('ControlOrMeta+z');
      await until('all of it is taken back', async () => (await workbench.text.textOf(line)) === before);
    });

    it('writes nothing where somebody goes back and then gives up', async () => {
      const { at, title, line } = story.checkIn;
      await workbench.text.goTo(line);
      const before = await workbench.text.textOf(line);
      await workbench.text.goTo(at);
      await workbench.run('OKR: Check In');
      await workbench.quickInput.choose(title);
      await workbench.quickInput.answer(2, '');
      await workbench.quickInput.goBack(3);
      await workbench.quickInput.answer(2, '47');
      await workbench.quickInput.giveUp(3);
      await workbench.text.goTo(line);
      assert.equal(await workbench.text.textOf(line), before);
    });

    it('says in the status bar which cycle runs', async () => {
      await until('the cycle is in the status bar', async () =>
        story.cycle.test(await workbench.statusBar.textOf('okr.cycle')),
      );
    });

    for (const theme of ['light', 'dark'] satisfies Theme[])
      it(`lists the objectives in a view that follows the cursor, in ${theme}`, async () => {
        const { line, row } = story.outline;
        await workbench.setTheme(theme);
        await workbench.sideBar.openView('OKRs');
        await workbench.tabs.openFile(story.file);
        await workbench.text.goTo(line);
        await workbench.sideBar.waitForSelected(row);
        await workbench.screenshot(`view ${theme}`);
      });

    it('takes back with one undo what closing has written, and the file that it has made', async () => {
      const { cycle, asks, team, goesOn, grade, message, made, file, line, becomes, was } = story.closeAndUndo;
      await workbench.run('OKR: Close Cycle');
      await workbench.quickInput.choose(cycle);
      await workbench.quickInput.isTitled(asks);
      await workbench.quickInput.chooseTyped(team, team);
      for (const [at, isAsked] of goesOn.entries()) {
        await workbench.quickInput.answer(at + 1, at === 0 ? grade : '-');
        if (at === 0) {
          await workbench.quickInput.isAskedFor(/Why/);
          await workbench.quickInput.answer(1, '');
        }
        if (isAsked) await workbench.quickInput.takeFirst('Keep it');
      }
      await workbench.quickInput.isAskedFor(/What did you learn/);
      await workbench.quickInput.answer(1, '');
      await workbench.notifications.comes(message);
      await workbench.tabs.isOpen(made);
      await workbench.tabs.openFile(file);
      await workbench.text.goTo(line);
      assert.equal(await workbench.text.textOf(line), becomes);
      await workbench.tabs.openFile(made);
      await workbench.press('ControlOrMeta+z');
      await workbench.screenshot('close cycle undo');
      await workbench.tabs.waitForGone(made);
      await workbench.tabs.openFile(file);
      await workbench.text.goTo(line);
      assert.equal(await workbench.text.textOf(line), was);
      await workbench.screenshot('close cycle undone');
      await workbench.run('File: Save');
    });

    it('closes a cycle: grades, what goes on and what was learned, in one step', async () => {
      const { cycle, team, titles, grade, why, learned, message, opens, file, line, becomes } = story.close;
      await workbench.run('OKR: Close Cycle');
      await workbench.quickInput.choose(cycle);
      await workbench.quickInput.isTitled(story.close.asks);
      await workbench.quickInput.chooseTyped(team, team);
      for (const [at, title] of titles.entries()) {
        const step = at + 1;
        await workbench.quickInput.isAsked(step, title);
        await workbench.quickInput.isAskedFor(/Which grade/);
        if (at === 0) await workbench.screenshot('close cycle 1');
        await workbench.quickInput.answer(step, at === 0 ? grade : '-');
        if (at === 0) {
          await workbench.quickInput.isAskedFor(/Why/);
          await workbench.quickInput.answer(step, why);
        }
        // An objective goes on with what is in it.
        if (step < titles.length)
          await workbench.quickInput.takeFirst(at === titles.length - 2 ? 'It is reached' : 'Keep it');
        if (at === 0) await workbench.screenshot('close cycle 2');
      }
      await workbench.quickInput.isAskedFor(/What did you learn/);
      await workbench.quickInput.answer(1, learned);
      await workbench.notifications.comes(message);
      await workbench.screenshot('close cycle 3');
      const { line: next } = await workbench.text.cursor();
      assert.equal(await workbench.text.textOf(next), opens);
      await workbench.tabs.openFile(file);
      await workbench.text.goTo(line);
      assert.equal(await workbench.text.textOf(line), becomes);
      await workbench.screenshot('close cycle 4');
    });

    it('underlines what is wrong in Markdown, and shows how an example stands', async () => {
      const { file, below, typed, word, message, hover } = story.markdown;
      await workbench.tabs.openFile(file);
      assert.match(await workbench.text.hover(hover.on, hover.line, hover.says), hover.says);
      const line = await workbench.text.typeBelow(below, typed);
      await workbench.text.waitForUnderline('error', word, line);
      assert.match(await workbench.text.hover(word, line, message), message);
      await workbench.screenshot('markdown');
      await workbench.tabs.revert();
    });

    it('writes the report of a quarter', async () => {
      await workbench.run('OKR: Quarterly Report');
      for (const choice of story.report.choices) await workbench.quickInput.choose(choice);
      const report = await workbench.webviewShowing('.markdown-body h1');
      const text = await report.locator('.markdown-body').textContent();
      for (const expected of story.report.says) assert.match(text ?? '', expected);
      await workbench.screenshot('report');
    });

    it('writes the agenda of the week', async () => {
      await workbench.run('OKR: Weekly Agenda');
      await workbench.quickInput.choose(story.agenda.choice);
      const agenda = await workbench.webviewWith(`.markdown-body h1:has-text("${story.agenda.heading}")`);
      const text = await agenda.locator('.markdown-body').textContent();
      for (const expected of story.agenda.says) assert.match(text ?? '', expected);
      await workbench.screenshot('agenda');
    });

    it('writes a digest of the last two weeks', async () => {
      await workbench.run('OKR: Digest');
      for (const choice of story.digest.choices) await workbench.quickInput.choose(choice);
      const digest = await workbench.webviewWith(`.markdown-body h1:has-text("${story.digest.heading}")`);
      const text = await digest.locator('.markdown-body').textContent();
      for (const expected of story.digest.says) assert.match(text ?? '', expected);
      await workbench.screenshot('digest');
    });

    it('says what differs from a commit, and says so where there is no history', async () => {
      await workbench.run('OKR: Compare with…');
      await workbench.notifications.take(/There is nothing to compare with/);
      if (host.folder === undefined) return;
      git(host.folder, ['init', '--quiet']);
      commit(host.folder, '2026-11-10', 'Agreed with everyone');
      const { line, column, keys } = story.edit;
      await workbench.text.goTo(line, column);
      for (const key of keys) await workbench.press(key);
      await workbench.run('OKR: Compare with…');
      await workbench.quickInput.choose('Agreed with everyone');
      const comparison = await workbench.webviewWith('.markdown-body h3');
      const text = await comparison.locator('.markdown-body').textContent();
      assert.match(text ?? '', /What changes in the OKRs[\s\S]*\d\.\d\d\s→\s\d\.\d\d[\s\S]*1 check-in rewritten/);
      await workbench.screenshot('comparison');
    });

    ownCommands(story, () => ({ workbench }));

    whatGoesWrong(story, server, now);
  });
}
