/** Where a `data` path leads: always into the workspace. */
import type { URI } from 'vscode-uri';
import { normalUri, parseUri } from './uris.ts';

export interface Place {
  readonly uri: string;
  /** Its path in the workspace, as messages name it. */
  readonly name: string;
}

/** Why a path leads nowhere, as the end of a sentence that begins with it. */
export interface NoPlace {
  readonly wrong: string;
}

/**
 * What a path that is relative to a file means. It may not leave the workspace, not on the way either, and not on any
 * machine: a path means the same for everyone who clones the repository.
 * @param root the URI of the workspace's folder
 */
export function locate(root: string, fileUri: string, path: string): Place | NoPlace {
  if (path.includes('\\')) {
    const slashed = path.replaceAll('\\', '/');
    const place = locate(root, fileUri, slashed);
    return 'wrong' in place ? place : { wrong: `has a backslash: write \`${slashed}\`, as it works everywhere` };
  }
  const wrong = whyNotRelative(path);
  if (wrong !== undefined) return { wrong };
  const folder = parseUri(normalUri(root));
  const file = parseUri(normalUri(fileUri));
  const inside = `${folder?.path.replace(/\/$/, '')}/`;
  if (folder === undefined || file === undefined || !isBelow(file, folder, inside)) {
    return { wrong: 'is relative to a file that is not in the workspace: save this file there first' };
  }
  const way = file.path.slice(inside.length).split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..' && way.pop() === undefined) return { wrong: `leads out of the workspace: ${advice}` };
    if (segment !== '' && segment !== '.' && segment !== '..') way.push(segment);
  }
  const name = way.join('/');
  return name === ''
    ? { wrong: `is no file: ${advice}` }
    : { uri: folder.with({ path: inside + name }).toString(), name };
}

/** The path that leads from one file to another: what `locate` turns around. undefined where none does. */
export function pathTo(fileUri: string, targetUri: string): string | undefined {
  const from = parseUri(normalUri(fileUri));
  const to = parseUri(normalUri(targetUri));
  if (from === undefined || to === undefined || from.scheme !== to.scheme || from.authority !== to.authority)
    return undefined;
  const folder = from.path.split('/').slice(0, -1);
  const target = to.path.split('/');
  let shared = 0;
  while (shared < folder.length && shared < target.length - 1 && folder[shared] === target[shared]) shared++;
  return [...folder.slice(shared).fill('..'), ...target.slice(shared)].join('/');
}

const advice = 'write where the file is in the workspace, seen from this one, such as `metrics/uptime.csv`';

function isBelow(file: URI, folder: URI, inside: string): boolean {
  return file.scheme === folder.scheme && file.authority === folder.authority && file.path.startsWith(inside);
}

function whyNotRelative(path: string): string | undefined {
  // A scheme, or a drive: `file:`, `https:`, `C:`.
  if (path.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(path)) return `is no place in the workspace: ${advice}`;
  // A dot or a slash in disguise, for whoever decodes once more than they should.
  if (/%(?:25)*(?:2e|2f|5c|00)/i.test(path)) return 'is encoded: write it as it is, with its dots and slashes';
  // Windows drops dots and blanks at a segment's end: `.. ` would become `..`.
  const isOdd = path.split('/').some(segment => segment !== '.' && segment !== '..' && /^[. ]+$/.test(segment));
  return isOdd || hasControls(path) || /\p{Surrogate}/u.test(path)
    ? `is no path that works everywhere: ${advice}`
    : undefined;
}

function hasControls(path: string): boolean {
  for (let i = 0; i < path.length; i++) if (path.charCodeAt(i) < 32) return true;
  return false;
}
