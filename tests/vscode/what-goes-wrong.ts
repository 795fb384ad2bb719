/** What a person sees when something goes wrong: a server that dies, a window that is loaded anew, files that cannot be read. */
import assert from 'node:assert/strict';
import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { it } from 'mocha';
import type { Host } from './host.ts';
import { openPreview, shownPreview, waitForScore } from './preview.ts';
import type { Story } from './story.ts';
import type { Workbench } from './workbench/workbench.ts';

/** A copy of the story's folder with the file in it that cannot be read. */
export async function withUnreadable(folder: string, { encoding }: Story): Promise<string> {
  const copy = join(await mkdtemp(join(tmpdir(), 'okr-folder-')), basename(folder));
  await cp(folder, copy, { recursive: true });
  await writeFile(join(copy, encoding.file), Buffer.from(encoding.text, 'latin1'));
  return copy;
}

/** That a worker has ended no browser tells anybody: only a process is seen to die. */
export type ServerKind = 'process' | 'worker';

/** Each test begins with the story's file open, as it is on the disk. */
export function whatGoesWrong(story: Story, server: ServerKind, now: () => { workbench: Workbench; host: Host }): void {
  if (server === 'process') it('loses nothing when the language server dies while somebody types', dies);

  async function dies(): Promise<void> {
    const { workbench, host } = now();
    assert.ok(host.killServer);
    const { typo, unmeasurable } = story;
    const wrong = await workbench.text.typeBelow(typo.below, typo.typed);
    await workbench.text.waitForUnderline('error', typo.word, wrong);

    // The typo is mended by hand; the server dies in the middle of it, and somebody types on.
    const fixed = typo.fixed.trim();
    await workbench.text.goTo(wrong, typo.fixed.indexOf(fixed) + 1);
    await workbench.text.selectToEnd();
    await workbench.type(fixed.slice(0, 4));
    await host.killServer();
    await workbench.type(fixed.slice(4));
    await workbench.press('Escape');
    const below = unmeasurable.below + (unmeasurable.below >= typo.below ? 1 : 0);
    const vague = await workbench.text.typeBelow(below, unmeasurable.typed);

    await workbench.notifications.take(/stopped unexpectedly and was started again/);
    await workbench.text.waitForUnderline('warning', unmeasurable.title, vague);
    assert.deepEqual(await workbench.text.underlines(fixed, wrong), []);
    assert.equal(await workbench.text.textOf(wrong), typo.fixed);
    assert.match(await workbench.text.hover(unmeasurable.title, vague, unmeasurable.message), unmeasurable.message);
    await workbench.screenshot('after a crash');
  }

  it('brings the preview back when the window is loaded anew', async () => {
    const { workbench } = now();
    const { line, column, keys, before, after } = story.edit;
    await waitForScore(await openPreview(workbench), before);
    await workbench.reload();
    const preview = await shownPreview(workbench);
    await waitForScore(preview, before);

    await workbench.tabs.openFile(story.file);
    await workbench.text.goTo(line, column);
    for (const key of keys) await workbench.press(key);
    await waitForScore(preview, after);
  });

  it('says of a file that is not UTF-8 that it is none, where the person looks', async () => {
    const { workbench } = now();
    const { file, word, message } = story.encoding;
    await workbench.tabs.openFile(file);
    await workbench.text.waitForUnderline('error', word, 1);
    assert.match(await workbench.text.hover(word, 1, message), message);
  });

  it('underlines a mistake in the settings', async () => {
    const { workbench } = now();
    const { file, line, typed, word, message } = story.settings;
    await workbench.tabs.openFile(file);
    await workbench.text.goTo(line);
    await workbench.type(typed);
    await workbench.press('Escape');
    await workbench.text.waitForUnderline('error', word, line);
    assert.match(await workbench.text.hover(word, line, message), message);
    await workbench.tabs.revert();
  });

  it('underlines a data file that is outside of the folder', async () => {
    const { workbench } = now();
    const { below, typed, word, message } = story.outside;
    const line = await workbench.text.typeBelow(below, typed);
    await workbench.text.waitForUnderline('error', word, line);
    assert.match(await workbench.text.hover(word, line, message), message);
  });
}
