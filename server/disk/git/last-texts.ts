/** The texts in which something may last have stood that is nowhere in the files any more. */
import { join } from 'node:path';
import { changesOf, noObject } from './log.ts';
import { readObjects } from './objects.ts';
import { gitText } from './run.ts';

/** So many commits that took a word out, or brought it, are looked at. */
const mostCommits = 100;

export interface LastText {
  /** The path of its file, which may be gone. */
  readonly path: string;
  readonly text: string;
  /** The commit that changed it; undefined where that is not committed yet. */
  readonly changedBy: string | undefined;
}

/**
 * Those that are not committed yet first, then the newest.
 * @param top the folder of the repository
 * @param word that is in them, and was taken out
 */
export async function* lastTexts(top: string, word: string): AsyncGenerator<LastText> {
  const changed = await gitText(top, [
    'diff',
    '--name-only',
    '--no-renames',
    '--no-ext-diff',
    '-z',
    'HEAD',
    '--',
    ':(icase,glob)**/*.okr',
  ]);
  // Git takes names of objects line by line.
  const paths = changed.split('\0').filter(path => path !== '' && !/[\r\n]/.test(path));
  let at = 0;
  for await (const text of readObjects(
    top,
    paths.map(path => `HEAD:${path}`),
  )) {
    const path = paths[at++] as string;
    if (text?.includes(word)) yield { path: join(top, path), text, changedBy: undefined };
  }
  for (const { revision, before, status, path } of await changesOf(top, [`-S${word}`, `--max-count=${mostCommits}`])) {
    if (noObject.test(before) || status === 'C') continue;
    for await (const text of readObjects(top, [before]))
      if (text?.includes(word)) yield { path: join(top, path), text, changedBy: revision.id };
  }
}
