/** Looks for an element that is no longer in the files, in what they were. */
import { dirname, join } from 'node:path';
import { openWorkspace } from '../../core/open-workspace.ts';
import { lastTexts } from '../../disk/git/last-texts.ts';
import { headOf, Repositories } from '../../disk/git/repositories.ts';
import { isInside } from '../../disk/inside.ts';
import { uriOf } from '../../disk/load-workspaces.ts';
import { readText } from '../../disk/read.ts';
import { isSelected, placesOf } from '../paths.ts';
import type { Session } from '../session.ts';
import { subjectsOf } from '../show/find.ts';

/** An element in a text that its file has or had. */
export interface Seen {
  readonly path: string;
  /** Of its heading in that text, from 0. */
  readonly line: number;
  readonly ref: string;
  /** The text in which it stands. */
  readonly text: string;
  /** The text of that file now. */
  readonly textNow: string;
  /** The commit that took it out; undefined: none yet, or it is still there. */
  readonly takenOutBy: string | undefined;
}

/** @returns undefined where it was in none of the newest commits either, or there is no git */
export async function lastSeen(
  { io }: Session,
  ref: string,
  asked: { readonly in: string | undefined; readonly cycle: string | undefined; readonly today: number },
): Promise<Seen | undefined> {
  const [name] = /\p{L}[\p{L}\p{M}\p{N}_-]*$/u.exec(ref.replace(/\s+in\s+\S+$/, '')) ?? [];
  const places = placesOf(asked.in === undefined ? [] : [asked.in], io.cwd);
  const [first] = places;
  const top = first && new Repositories().topOf(first.isFolder ? join(first.path, 'x') : first.path);
  if (name === undefined || typeof top !== 'string' || (await headOf(top)) === undefined) return undefined;
  for await (const { path, text, changedBy } of lastTexts(top, name)) {
    if (!isSelected(path, places) && !places.some(place => isInside(place.path, dirname(path)))) continue;
    const { workspace } = openWorkspace(uriOf(dirname(path)), asked.today);
    workspace.setFile(uriOf(path), text, false);
    const [subject] = subjectsOf(workspace, ref, asked.cycle);
    if (subject === undefined) continue;
    const { entry, line } = subject;
    const read = readText(path);
    const textNow = read !== undefined && 'text' in read ? read.text : '';
    const place = { path, line: entry.file.lineOf(entry.block, line), ref: subject.ref };
    return { ...place, text, textNow, takenOutBy: changedBy };
  }
  return undefined;
}
