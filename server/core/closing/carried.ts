/** What of an objective goes on in the next cycle, as lines. */
import { Document } from '../../../grammar/document.ts';
import { formatDocument } from '../../../grammar/printer.ts';
import type { Data, Due, Reference, Statement, StatementKind } from '../../../grammar/tree.ts';
import { toIso } from '../calendar/day.ts';
import { headingOf } from '../edits/check-in.ts';
import { fromFile } from '../features/code-actions/move-to-file.ts';
import type { Day } from '../model/elements.ts';
import type { Entry } from '../model/entry.ts';
import { statementOf } from '../rules/rule.ts';
import { carriedMeasure } from './carried-measure.ts';
import type { OpenKeyResult, OpenObjective } from './subjects.ts';

export interface CarriedKeyResult {
  readonly open: OpenKeyResult;
  readonly what: 'keep' | 'change';
}
/** A key result that follows another one goes on where that one does. */
export interface CarriedFollower {
  readonly follower: Statement;
  readonly name: string | undefined;
}
export interface Carried {
  readonly open: OpenObjective;
  readonly keyResults: readonly (CarriedKeyResult | CarriedFollower)[];
}

/** What leads somewhere from the next cycle, as it is written there; undefined for what leads nowhere. */
export type Leads = (node: Statement, reference: Reference) => string | undefined;

export interface Manner {
  /** The cycle that is closed, as `continues` names it. */
  readonly cycle: string;
  readonly later: (due: Day) => boolean;
  /** The file that it is written into. */
  readonly uri: string;
  /** One level of indentation there. */
  readonly step: string;
  /** Its own `cycle`, where no heading can say it. */
  readonly own: string | undefined;
  readonly leads: Leads;
}

export interface Written {
  readonly lines: readonly string[];
  /** What of it does not go on: `growth/love.nps`, and what. */
  readonly left: readonly { readonly of: string; readonly what: string }[];
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
]);
/** The kinds of an objective are one and the same property. */
const kinds: ReadonlySet<StatementKind> = new Set<StatementKind>(['aspirational', 'committed', 'learning']);

export function writeCarried({ open, keyResults }: Carried, manner: Manner): Written {
  const entry = open.goal;
  const root = statementOf(entry);
  const left: { of: string; what: string }[] = [];
  const body = properties(entry, root, manner, what => left.push({ of: calledOf(open), what }));
  if (manner.own !== undefined) body.unshift(`cycle ${manner.own}`);
  const { name } = entry.element;
  const lines = [heading(entry, root), ...body.map(line => `  ${line}`)];
  // In its own team a name is enough.
  if (name !== undefined) lines.push(`  continues ${name} in ${manner.cycle}`);
  for (const each of keyResults) {
    const node = 'follower' in each ? each.follower : headingOf(each.open.goal);
    const of = 'follower' in each ? heading(entry, node) : calledOf(each.open);
    const say = (what: string) => left.push({ of, what });
    const inner = properties(entry, node, manner, say);
    if ('open' in each) {
      const measure = carriedMeasure(each.open.goal, each.open.standing, each.what, manner.later);
      for (const what of measure.left) say(what);
      const { plan, name: own } = each.open.goal.keyResult;
      inner.unshift(...measure.lines);
      if (name !== undefined && own !== undefined) inner.push(`continues ${name}.${own} in ${manner.cycle}`);
      if (plan.length > 0)
        say(
          plan.length === 1
            ? 'its `plan` line: the way is another one'
            : `its ${plan.length} \`plan\` lines: the way is another one`,
        );
    }
    lines.push('', `  ${heading(entry, node)}`, ...inner.map(line => `    ${line}`));
  }
  return { lines: formatted(lines, manner.step), left };
}

export function calledOf({ subject: { ref, title } }: Pick<OpenObjective, 'subject'>): string {
  return ref ?? `“${title}”`;
}

/** `kr nps: Raise our Net Promoter Score`, without a comment after it. */
function heading({ block }: Entry, node: Statement): string {
  return block.text.slice(node.start, node.end).trimEnd();
}

function properties(
  { block, file }: Entry,
  heading: Statement,
  { later, uri, leads }: Manner,
  say: (what: string) => void,
): string[] {
  const lines: string[] = [];
  const seen = new Set<StatementKind>();
  const text = (span: { readonly start: number; readonly end: number }) => block.text.slice(span.start, span.end);
  for (const node of heading.body) {
    const { kind } = node;
    const same = kinds.has(kind) ? 'aspirational' : kind;
    if (once.has(kind) && seen.has(same)) continue;
    seen.add(same);
    if (asWritten.has(kind)) lines.push(text(node).trimEnd());
    else if (kind === 'data') lines.push(dataLine(node as Data, text, file.uri, uri));
    else if (kind === 'due') {
      const { date } = node as Due;
      if (date !== undefined && later(date.day)) lines.push(text(node).trimEnd());
      else if (date !== undefined) say(`\`due ${toIso(date.day)}\`: the day is not in the next cycle`);
    } else if (kind === 'supports' || kind === 'needs') {
      const led = node.references.map(reference => leads(node, reference) ?? { gone: text(reference) });
      for (const each of led)
        if (typeof each !== 'string') say(`\`${kind} ${each.gone}\`: it leads nowhere from the next cycle`);
      const kept = led.filter(each => typeof each === 'string');
      const why = node.prose === undefined ? '' : `: ${node.prose.text}`;
      if (kept.length > 0) lines.push(`${kind} ${kept.join(', ')}${why}`);
    } else if (kind === 'follows' && node.reference !== undefined) {
      lines.push(`follows ${leads(node, node.reference) ?? text(node.reference)}`);
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

function formatted(lines: readonly string[], step: string): string[] {
  const text = formatDocument(new Document(`${lines.join('\n')}\n`));
  return text
    .trimEnd()
    .split('\n')
    .map(line => line.replace(/^(?: {2})+/, spaces => step.repeat(spaces.length / 2)));
}
