import { realpathSync } from 'node:fs';
import { sep } from 'node:path';

/** True where a path is a folder, or below it. Both as they are spelled: no link is followed. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The same where every link on the way is followed; true for what is not there, as reading it says so. */
export function isReallyInside(path: string, folder: string): boolean {
  try {
    return isInside(realpathSync(path), realpathSync(folder));
  } catch {
    return true;
  }
}
