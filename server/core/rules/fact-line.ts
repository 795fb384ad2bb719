/** A new fact for a fix, dated today, where a person would put it. */
import type { Statement } from '../../../grammar/tree.ts';
import { factPlace } from '../edits/fact-place.ts';
import type { Entry } from '../model/entry.ts';
import { type Ground, type PlacedEdit, placeOf } from './rule.ts';
import { isoToday } from './running.ts';

/** @param rest what stands after the date, with a blank before it */
export function factLine(
  entry: Entry,
  heading: Statement,
  kind: 'checkin' | 'reading' | 'grade',
  ground: Ground,
  rest = '',
): PlacedEdit {
  const { file, block } = entry;
  const { lineBreak } = file.document;
  const { line, indentation } = factPlace(file, block, heading, kind, ground.workspace.today.get());
  const start = block.lineStarts[line];
  const at = start ?? block.text.length;
  const text = `${indentation}${kind} ${isoToday(ground)}${rest}`;
  return {
    place: placeOf(entry, { start: at, end: at }),
    text: start === undefined ? lineBreak + text : text + lineBreak,
  };
}
