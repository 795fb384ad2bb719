/** Which blocks may mention something, told by their text: most need not be parsed to know that they do not. */
import type { Workspace } from '../../model/workspace.ts';
import { nameOf, type Subject } from './subject.ts';

export type MayMention = (text: string) => boolean;

/** Lines that begin so refer to no goal, whatever they say. A keyword with a slip in it may be any other one. */
const OTHER_LINES =
  'objective|kr|initiative|team|cycle|person|owner|lead|with|members|from|to|keep|milestone|checkin|target|plan|grade|dropped|resumed|reading|reflect|due|until|weight|every|tags|link|data|healthy|critical|#|>';

/** Says which blocks are worth a look for a subject; true for too many rather than for too few. */
export function mayMention(workspace: Workspace, subject: Subject): MayMention {
  const name = nameOf(subject);
  // What has no name is mentioned nowhere but where it stands.
  if (name === undefined) return () => false;
  switch (subject.is) {
    case 'element':
    case 'key result':
      return mayReferTo(name);
    case 'person':
      return text => text.includes(`@${name}`);
    case 'cycle':
      return mayNameCycle(workspace, subject.key, name);
    default:
      return hasWord(name);
  }
}

/** Any of the spellings that elements are in, or one that only a reference has. */
function mayNameCycle({ cycles, cycleIds }: Workspace, key: string, written: string): MayMention {
  const ids = [...cycleIds.get().keys()].filter(id => cycles.of(id).key === key);
  // A year is no part of a date or of a month; other things may follow where there should be nothing.
  const longer = '\\d|-(?:\\d{1,2}|\\d{2}-\\d{2})(?![^\\s:,#])';
  const id = `(?<!${LETTER})(?:${[written, ...ids].map(escaped).join('|')})(?!${longer})`;
  const cycle = new RegExp(`${id}|\\sin\\s+(?:FY)?\\d{2}`, 'iu');
  return text => cycle.test(text);
}

/** Whether a line that may refer to something has a name in it. */
export function mayReferTo(name: string): MayMention {
  const line = new RegExp(
    // A KPI at the first column is one; further in, it is a reference to one.
    `^(?!kpi\\s)(?![^\\S\\r\\n]*(?:${OTHER_LINES})(?!${LETTER}))[^\\r\\n]*?${asWord(name)}`,
    'mu',
  );
  return text => text.includes(name) && line.test(text);
}

function hasWord(name: string): MayMention {
  const word = new RegExp(asWord(name), 'u');
  return text => text.includes(name) && word.test(text);
}

/** Of a name. */
const LETTER = '[\\p{L}\\p{M}\\p{N}_-]';

function asWord(name: string): string {
  return `(?<!${LETTER})${escaped(name)}(?!${LETTER})`;
}

function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
