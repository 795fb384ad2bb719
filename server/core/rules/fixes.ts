/** The preferred fixes of findings, as many as can be applied in one go. */
import type { OkrFile } from '../model/file.ts';
import { eachOf } from './one-voice.ts';
import type { Finding, PlacedEdit } from './rule.ts';

export interface Round {
  /** Of each file; no two of them touch. */
  readonly edits: ReadonlyMap<OkrFile, readonly PlacedEdit[]>;
  /** How many findings they put right. */
  readonly count: number;
}

/**
 * Of two fixes that touch each other the second is left for another round.
 * @param mayChange whether a file may be changed: a fix is applied as a whole or not at all
 */
export function preferredFixes(findings: readonly Finding[], mayChange: (file: OkrFile) => boolean): Round {
  const edits = new Map<OkrFile, PlacedEdit[]>();
  let count = 0;
  for (const finding of eachOf(findings)) {
    const remedy = finding.remedies.find(({ isPreferred }) => isPreferred);
    if (remedy === undefined) continue;
    const fits = remedy.edits.every(
      edit =>
        mayChange(edit.place.file) &&
        !(edits.get(edit.place.file) ?? []).some(other => touches(offsets(edit), offsets(other))),
    );
    if (!fits) continue;
    for (const edit of remedy.edits) edits.set(edit.place.file, [...(edits.get(edit.place.file) ?? []), edit]);
    count++;
  }
  return { edits, count };
}

/** The text of a file after some edits of it, none of which touch. */
export function editedText(file: OkrFile, edits: readonly PlacedEdit[]): string {
  const descending = edits.map(edit => ({ ...offsets(edit), text: textOf(edit) })).sort((a, b) => b.start - a.start);
  return descending.reduce(
    (result, { start, end, text }) => result.slice(0, start) + text + result.slice(end),
    file.document.text,
  );
}

/** What is to be written, with the line breaks of its file: a block of one line knows none. */
export function textOf({ place, text }: PlacedEdit): string {
  return /[\r\n]/.test(text) ? text.replaceAll(/\r\n?|\n/g, place.file.document.lineBreak) : text;
}

/** In the document. */
function offsets({ place: { file, block, span } }: PlacedEdit): { start: number; end: number } {
  const offset = file.document.offsetOf(file.indexOf(block));
  return { start: offset + span.start, end: offset + span.end };
}

function touches(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start <= b.end && b.start <= a.end;
}
