/** A heading may be repeated, in this file or another. What disagrees with an earlier one is said at the later place. */
import type { Span, Statement } from '../../../grammar/tree.ts';
import { dayInWords } from '../calendar/day.ts';
import type { Cycle, Person, Rhythm, Team } from '../model/elements.ts';
import type { Entry } from '../model/entry.ts';
import { lineEndOf } from './lines.ts';
import { type Ground, type Place, placeOf, type Remedy, removesLine, replaces, type Say, statementOf } from './rule.ts';

type Heading = Team | Cycle | Person;

/** What there is one of, for each: how it is read, where it is written, how two of them are put beside each other. */
interface Property {
  readonly of: (heading: Heading) => unknown;
  readonly at: (node: Statement) => Statement | undefined;
  readonly advice: (name: string, first: never) => string;
}

const line = (kind: string) => (node: Statement) => node.body.find(each => each.kind === kind);
const every = ({ count, unit }: Rhythm) => (count === 1 ? `every ${unit}` : `every ${count} ${unit}s`);

const properties: readonly Property[] = [
  {
    of: ({ title }) => title || undefined,
    at: node => node,
    advice: (name, title: string) => `${name} is called “${title}” elsewhere: use one title, or leave this one out`,
  },
  {
    of: heading => ('parent' in heading ? heading.parent : undefined),
    at: line('parent'),
    advice: (name, parent: string) =>
      `${name} stands under \`${parent}\` elsewhere, and a team has one parent: leave one of them out`,
  },
  {
    of: heading => ('lead' in heading ? heading.lead : undefined),
    at: line('lead'),
    advice: (name, lead: string) =>
      `${name} is led by \`@${lead}\` elsewhere, and a team has one lead: leave one of them out`,
  },
  {
    of: heading => ('rhythm' in heading ? heading.rhythm : undefined),
    at: line('every'),
    advice: (name, rhythm: Rhythm) =>
      `${name} has its check-ins ${every(rhythm)} elsewhere: use one rhythm, or leave this one out`,
  },
  {
    of: heading => ('until' in heading ? heading.until : undefined),
    at: line('until'),
    advice: (name, until: number) => `${name} leaves on ${dayInWords(until)} elsewhere: leave one of the days out`,
  },
];

type Firsts = readonly ({ readonly entry: Entry; readonly value: unknown } | undefined)[];

/** Says what a heading has otherwise than the first one that has it. */
export function checkHeading(entry: Entry, ground: Ground, say: Say): void {
  const { element } = entry;
  if (element.type !== 'team' && element.type !== 'cycle' && element.type !== 'person') return;
  const own = properties.map(({ of }) => of(element));
  if (own.every(value => value === undefined)) return;
  const firsts = firstsOf(entry, element, ground);
  for (const [i, { at, advice }] of properties.entries()) {
    const first = firsts[i];
    if (own[i] === undefined || first === undefined || first.entry === entry || isSame(own[i], first.value)) continue;
    const heading = statementOf(entry);
    const node = at(heading);
    if (node === undefined) continue;
    const { start, end } = spanOf(heading, node);
    say({
      span: { start, end },
      message: advice(nameOf(element), first.value as never),
      related: [{ place: placeOfFirst(first.entry, at), message: 'The first one, which counts' }],
      remedies: [leavesOut(entry, heading, node)],
    });
  }
}

function spanOf(heading: Statement, node: Statement): Span {
  return node === heading ? (heading.prose ?? heading.keyword) : node;
}

function placeOfFirst(entry: Entry, at: Property['at']): Place {
  const heading = statementOf(entry);
  const { start, end } = spanOf(heading, at(heading) ?? heading);
  return placeOf(entry, { start, end });
}

function nameOf(heading: Heading): string {
  if (heading.type === 'team') return `\`${heading.name}\``;
  return heading.type === 'person' ? `\`@${heading.handle}\`` : `\`${heading.id}\``;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** For each property the first heading that has it: of a team, a person, or a cycle under one team's headings. */
function firstsOf(entry: Entry, element: Heading, { workspace, shared }: Ground): Firsts {
  const key =
    element.type === 'team' ? element.name : element.type === 'person' ? element.handle : element.id.toLowerCase();
  const team = entry.team ?? undefined;
  const headings = () =>
    element.type === 'cycle' ? workspace.cycleHeadings(key, team) : workspace.named(element.type, key);
  // Most are the only one.
  if (headings().length < 2) return [];
  return shared(
    `first heading ${element.type} ${key} ${element.type === 'cycle' ? (team ?? '') : ''}`,
    () =>
      properties.map(({ of }) => {
        for (const other of headings()) {
          const value = of(other.element as Heading);
          if (value !== undefined) return { entry: other, value };
        }
        return undefined;
      }),
    areSame,
  );
}

function areSame(a: unknown, b: unknown): boolean {
  const [before, now] = [a as Firsts, b as Firsts | undefined];
  return before.every((first, i) => first?.entry === now?.[i]?.entry && isSame(first?.value, now?.[i]?.value));
}

function leavesOut(entry: Entry, heading: Statement, node: Statement): Remedy {
  const { block } = entry;
  if (node === heading) {
    const before = block.text.slice(0, heading.prose?.start).trimEnd();
    const start = before.endsWith(':') ? before.length - 1 : before.length;
    return replaces('Leave the title out here', placeOf(entry, { start, end: lineEndOf(block, heading) }), '', false);
  }
  return removesLine(entry, node);
}
