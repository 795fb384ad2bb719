/** What an element says of itself beside its measure, as far as it goes on in the next cycle. */
import { Document } from '../../../grammar/document.ts';
import { formatDocument } from '../../../grammar/printer.ts';
import type { Data, Due, Reference, Statement, StatementKind } from '../../../grammar/tree.ts';
import { toIso } from '../calendar/day.ts';
import { fromFile } from '../features/code-actions/move-to-file.ts';
import type { Day } from '../model/elements.ts';
import type { Entry } from '../model/entry.ts';
import type { Leads } from './next-directory.ts';

export interface Manner {
  /** The cycle that is closed, as `continues` names it. */
  readonly cycle: string;
  readonly nextCycle: string;
  readonly later: (due: Day) => boolean;
  /** The file that it is written into. */
  readonly uri: string;
  /** One level of indentation there. */
  readonly step: string;
  /** Its own `cycle`, where no heading can say it. */
  readonly own: string | undefined;
  readonly leads: (node: Statement, reference: Reference) => Leads | undefined;
}

/** As they are written, once each or several. */
const asWritten: ReadonlySet<StatementKind> = new Set<StatementKind>([
  'owner',
  'with',
  'aspirational',
  'committed',
  'learning',
  'weight',
  'tags',
  'link',
  'every',
  'description',
  'kpi',
  'planned',
  'active',
]);
/** Of these the first counts: a second one is a mistake, which does not go on. */
const once: ReadonlySet<StatementKind> = new Set<StatementKind>([
  'owner',
  'aspirational',
  'committed',
  'learning',
  'weight',
  'every',
  'kpi',
  'data',
  'due',
  'follows',
  'planned',
  'active',
]);
/** The kinds of an objective are one and the same property, and so is how far work is. */
const same: ReadonlyMap<StatementKind, StatementKind> = new Map<StatementKind, StatementKind>([
  ['committed', 'aspirational'],
  ['learning', 'aspirational'],
  ['active', 'planned'],
]);

/** `kr nps: Raise our Net Promoter Score`, without a comment after it. */
export function heading({ block }: Entry, node: Statement): string {
  return block.text.slice(node.start, node.end).trimEnd();
}

export function properties(
  { block, file }: Entry,
  heading: Statement,
  { later, uri, leads, nextCycle }: Manner,
  say: (what: string) => void,
): string[] {
  const lines: string[] = [];
  const seen = new Set<StatementKind>();
  const text = (span: { readonly start: number; readonly end: number }) => block.text.slice(span.start, span.end);
  for (const node of heading.body) {
    const { kind } = node;
    const property = same.get(kind) ?? kind;
    if (once.has(kind) && seen.has(property)) continue;
    seen.add(property);
    if (asWritten.has(kind)) lines.push(text(node).trimEnd());
    else if (kind === 'data') lines.push(dataLine(node as Data, text, file.uri, uri));
    else if (kind === 'due') {
      const { date } = node as Due;
      if (date !== undefined && later(date.day)) lines.push(text(node).trimEnd());
      else if (date !== undefined) say(`\`due ${toIso(date.day)}\`: the day is not in the next cycle`);
    } else if (kind === 'supports' || kind === 'needs') {
      const why = node.prose === undefined ? '' : `: ${node.prose.text}`;
      const kept: string[] = [];
      const waiting: string[] = [];
      for (const reference of node.references) {
        const led = leads(node, reference);
        if (led === undefined) say(`\`${kind} ${text(reference)}\`: it leads nowhere from the next cycle`);
        else if (led.waits) {
          // Nothing that is there is pointed to, and nobody has to remember it: without its `#` it is the line again.
          waiting.push(`# ${kind} ${led.text}${why}`);
          say(`\`${kind} ${led.text}\`: it waits behind a \`#\`, as ${nextCycle} has nothing of that name yet`);
        } else kept.push(led.text);
      }
      if (kept.length > 0) lines.push(`${kind} ${kept.join(', ')}${why}`);
      // It is said once of all that wait one below the other.
      if (waiting.length > 0 && lines.at(-1)?.startsWith('#') !== true)
        lines.push(`# Not in ${nextCycle} yet; once it is, take the # away:`);
      lines.push(...waiting);
    } else if (kind === 'follows' && node.reference !== undefined) {
      lines.push(`follows ${leads(node, node.reference)?.text ?? text(node.reference)}`);
    }
  }
  return lines;
}

/** A path is told from where its file is. */
function dataLine(
  node: Data,
  text: (span: { readonly start: number; readonly end: number }) => string,
  from: string,
  to: string,
): string {
  const line = text(node).trimEnd();
  if (node.path === undefined) return line;
  const written = text(node.path);
  const path = fromFile(node.path.text, from, to);
  const quoted = /\s/.test(path) || written.startsWith('"') ? `"${path}"` : path;
  return line.slice(0, node.path.start - node.start) + quoted + line.slice(node.path.end - node.start);
}

/** In the form of a file with this indentation. */
export function formatted(lines: readonly string[], step: string): string[] {
  const text = formatDocument(new Document(`${lines.join('\n')}\n`));
  return text
    .trimEnd()
    .split('\n')
    .map(line => line.replace(/^(?: {2})+/, spaces => step.repeat(spaces.length / 2)));
}
