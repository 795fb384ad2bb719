/**
 * The alignment as hierarchies. What an element is part of and supports is above it, as types are; what it points to in
 * any way, by `needs`, `kpi` and `follows` too, it calls. Each level is looked up when it is asked for, so that circles
 * end where the reader stops.
 */
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  Position,
  Range,
} from 'vscode-languageserver-types';
import type { Statement } from '../../../grammar/tree.ts';
import { lastBefore } from '../model/by-line.ts';
import { fromEntry } from '../model/resolve.ts';
import { targetOf } from '../rules/references.ts';
import { type Address, addressOf, atAddress } from './address.ts';
import type { FeatureContext } from './context.ts';
import { type Cursor, cursorAt, entryOf, keyResultAt } from './cursor.ts';
import { oneLine } from './markdown.ts';
import { referenceTo, type Target, titleOf } from './naming.ts';
import { partAt } from './parts.ts';
import type { Pause } from './pause.ts';
import { kindOf, standingText, tagsOf, whereabouts } from './symbols.ts';
import { isSame, isThere, type Relation, type Tie, tiesFrom, tiesTo } from './ties.ts';
import { writtenAt } from './written-at.ts';

/** An item of a type hierarchy is made as one of a call hierarchy is. */
export type HierarchyItem = CallHierarchyItem;

const alignment: ReadonlySet<Relation> = new Set(['kr', 'supports']);
const everything: ReadonlySet<Relation> = new Set(['kr', 'supports', 'needs', 'kpi', 'follows']);

/** What a reference under the cursor leads to, else the element that the line is in; null outside of all. */
export function prepareHierarchy(context: FeatureContext, uri: string, position: Position): HierarchyItem[] | null {
  const cursor = cursorAt(context.workspace, uri, position);
  const target = cursor && (referredAt(context, cursor) ?? elementAt(cursor, position.line));
  return target === undefined ? null : [itemOf(context, target)];
}

// ---- type hierarchy

/** What an element supports, and the objective of a key result. */
export function supertypes(context: FeatureContext, item: HierarchyItem): HierarchyItem[] {
  const target = targetAt(context, item);
  if (target === undefined) return [];
  return groups(aligned(tiesFrom(context.workspace, target)), 'to').map(([to]) => itemOf(context, to));
}

/** What supports an element, and the key results of an objective. */
export async function subtypes(context: FeatureContext, item: HierarchyItem, pause: Pause): Promise<HierarchyItem[]> {
  const items: HierarchyItem[] = [];
  for await (const [from] of pointingTo(context, item, alignment, pause)) items.push(itemOf(context, from));
  return items;
}

// ---- call hierarchy

/** Whatever an element points to, with the places of its references. */
export function outgoingCalls(context: FeatureContext, item: HierarchyItem): CallHierarchyOutgoingCall[] {
  const target = targetAt(context, item);
  if (target === undefined) return [];
  return groups(tiesFrom(context.workspace, target), 'to').map(([to, ties]) => ({
    to: itemOf(context, to, ties),
    fromRanges: rangesOf(ties),
  }));
}

/** Whatever points to an element. */
export async function incomingCalls(
  context: FeatureContext,
  item: HierarchyItem,
  pause: Pause,
): Promise<CallHierarchyIncomingCall[]> {
  const calls: CallHierarchyIncomingCall[] = [];
  for await (const [from, ties] of pointingTo(context, item, everything, pause))
    calls.push({ from: itemOf(context, from, ties), fromRanges: rangesOf(ties) });
  return calls;
}

async function* pointingTo(
  context: FeatureContext,
  item: HierarchyItem,
  relations: ReadonlySet<Relation>,
  pause: Pause,
): AsyncGenerator<Group> {
  const target = targetAt(context, item);
  if (target === undefined) return;
  for (const group of groups(await tiesTo(context.workspace, target, relations, pause), 'from')) {
    await pause();
    if (isThere(context.workspace, group[0])) yield group;
  }
}

// ---- items and ties

type Group = readonly [target: Target, ties: readonly Tie[]];

/** Several ties between two elements are one entry. */
function groups(ties: readonly Tie[], end: 'from' | 'to'): Group[] {
  const found: [Target, Tie[]][] = [];
  // Ties from one element come one after another; those to one element are few.
  for (const tie of ties) {
    const known = end === 'from' ? found.slice(-1) : found;
    const group = known.find(([target]) => isSame(target, tie[end]));
    if (group === undefined) found.push([tie[end], [tie]]);
    else group[1].push(tie);
  }
  return found;
}

function aligned(ties: readonly Tie[]): Tie[] {
  return ties.filter(({ relation }) => alignment.has(relation));
}

function rangesOf(ties: readonly Tie[]): Range[] {
  return ties.map(({ from, span }) => {
    const { file, block } = 'keyResult' in from ? from.objective : from;
    return file.rangeOf(block, span);
  });
}

/** @param ties why it is listed; what is no `supports` is said */
function itemOf(context: FeatureContext, target: Target, ties: readonly Tie[] = []): HierarchyItem {
  const tags = tagsOf(context, target);
  const relations = new Set(ties.map(({ relation }) => relation).filter(relation => relation !== 'kr'));
  const why =
    relations.size > 0 && !(relations.size === 1 && relations.has('supports')) ? [...relations].join(', ') : '';
  const where = whereabouts(context, 'keyResult' in target ? target.objective : target);
  const { uri, range, selectionRange } = writtenAt(target);
  return {
    // Its title: a list has no room for more, and its detail comes after it.
    name: oneLine(titleOf(context, target)),
    kind: kindOf('keyResult' in target ? 'kr' : target.facts.peek().type),
    ...(tags && { tags }),
    detail: [why, standingText(context, target), referenceTo(target), where].filter(Boolean).join(' · '),
    uri,
    range,
    selectionRange,
    data: addressOf(target),
  };
}

function targetAt({ workspace }: FeatureContext, item: HierarchyItem): Target | undefined {
  const found = atAddress(workspace, item.data as Address | undefined);
  return found === undefined || isTarget(found) ? found : undefined;
}

function isTarget(found: NonNullable<ReturnType<typeof atAddress>>): found is Target {
  return 'keyResult' in found || ['objective', 'kpi', 'initiative'].includes(found.facts.peek().type);
}

// ---- what is under the cursor

function referredAt({ workspace }: FeatureContext, { row, statement, offset }: Cursor): Target | undefined {
  if (statement === undefined || offset < statement.start) return undefined;
  const part = partAt(statement, offset);
  const entry = part?.is === 'reference' ? entryOf(row, statement) : undefined;
  if (part?.is !== 'reference' || entry === undefined) return undefined;
  return targetOf(workspace, statement, part.reference, fromEntry(entry)) as Target | undefined;
}

/** The innermost element around a line; a blank line or a comment is in the element above it. */
function elementAt({ file, row, statement }: Cursor, line: number): Target | undefined {
  const { statements } = row.block.tree;
  const nearest = statement ?? statements[lastBefore(statements, line - file.lineOf(row.block, 0))];
  if (nearest === undefined) return undefined;
  for (let node: Statement | undefined = nearest; node !== undefined; node = node.parent) {
    const keyResult = node.kind === 'kr' ? keyResultAt(row, node) : undefined;
    if (keyResult !== undefined) return keyResult;
  }
  const entry = entryOf(row, nearest);
  return entry !== undefined && isTarget(entry) ? entry : undefined;
}
