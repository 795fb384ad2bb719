/**
 * A block at a glance: the lines that say what others can see of its element (`surfaceOf`). Of thousands of files that
 * nobody has open, everything else is read when somebody asks.
 */
import { type BlockTree, parseBlock } from '../../../grammar/block.ts';
import { isBlank } from '../../../grammar/characters.ts';
import { lineStartsOf } from '../../../grammar/document.ts';

/** Elements of which most lines are nobody else's business. */
const worthwhile = /^(?:objective|kpi|initiative)(?=[ :\r\n])/;

/** Statements under such an element that nobody else sees. */
const inward: ReadonlySet<string> = new Set([
  'from',
  'to',
  'keep',
  'milestone',
  'checkin',
  'target',
  'plan',
  'grade',
  'reading',
  'reflect',
  'owner',
  'with',
  'every',
  'due',
  'weight',
  'aspirational',
  'committed',
  'learning',
  'tags',
  'link',
  'data',
  'healthy',
  'critical',
]);

/**
 * The tree of a block without the lines that nobody else sees; its offsets and lines are not the block's. undefined
 * where only the whole tree can tell: what is silenced, what is nested under a line that would be left out, and what is
 * indented by anything but blanks.
 */
export function glanceAt(text: string): BlockTree | undefined {
  if (!worthwhile.test(text) || /okr-ignore|\r(?!\n)/.test(text)) return undefined;
  const kept = linesSeen(text);
  return kept === undefined ? undefined : parseBlock(kept, lineStartsOf(kept));
}

function linesSeen(text: string): string | undefined {
  let kept = '';
  let from = 0;
  /** The smallest column of the lines left out since the last that was kept: what is deeper stands under one of them. */
  let inner = Number.POSITIVE_INFINITY;
  for (let start = nextLine(text, 0); start < text.length; ) {
    const next = nextLine(text, start);
    let at = start;
    while (text.charCodeAt(at) === 32) at++;
    const code = text.charCodeAt(at);
    const isEmpty = at === next || code === 10 || code === 13;
    if (!isEmpty && isBlank(code)) return undefined;
    const isStatement = !isEmpty && code !== 35;
    const column = at - start;
    if (isStatement && !isInward(text, at, code)) {
      if (column > inner) return undefined;
      inner = Number.POSITIVE_INFINITY;
    } else {
      if (isStatement && column < inner) inner = column;
      kept += text.slice(from, start);
      from = next;
    }
    start = next;
  }
  return kept + text.slice(from);
}

function isInward(text: string, at: number, code: number): boolean {
  if (code === 62) return true;
  let end = at;
  while (isLetter(text.charCodeAt(end))) end++;
  const after = text.charCodeAt(end);
  const ends = end === text.length || after === 32 || after === 58 || after === 10 || after === 13;
  return ends && inward.has(text.slice(at, end));
}

const isLetter = (code: number) => code >= 97 && code <= 122;

function nextLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at + 1;
}
