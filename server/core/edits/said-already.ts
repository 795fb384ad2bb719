import type { OkrFile } from '../model/file.ts';
import type { Insertion } from './insertion.ts';

/**
 * The line that says already, word for word, what a new one would say: a job that runs again says nothing twice.
 * @param file as it is without the new line
 * @returns undefined where there is none
 */
export function saidAlready({ document }: OkrFile, { line, text }: Insertion): number | undefined {
  const meant = text.trim();
  // `checkin 2026-11-21`: those of one day stand together.
  const sameDay = /^\S+ \S+/.exec(meant)?.[0] ?? meant;
  for (const step of [-1, 1]) {
    for (let at = step < 0 ? line - 1 : line; ; at += step) {
      const said = at < 0 ? '' : document.lineText(at).trim();
      if (said === meant) return at;
      if (!said.startsWith(sameDay)) break;
    }
  }
  return undefined;
}
