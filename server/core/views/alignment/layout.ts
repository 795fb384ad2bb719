/**
 * Where each objective of an alignment stands, and how the lines between them go: those that others support above their
 * supporters. Pixels, from the top left.
 */
import { Graph, type GraphLabel, layout, type NodeLabel } from '@dagrejs/dagre';
import type { Alignment, AlignmentTie } from '../../reports/alignment.ts';
import { BOX, type Point } from './box.ts';

const GAP = 24;
/** Between a level and the next one. */
const LEVEL = 64;
const BETWEEN_GROUPS = 72;
/** So many that support the same, and that nobody supports, stand one below another. */
const FEWEST_IN_STACK = 3;
const MOST_IN_COLUMN = 10;
/** Room for the line that leads along a stack. */
const SPINE = 20;
const ROW = BOX.height + 12;
/** Width to height of all of it, about that of a screen. */
const PROPORTION = 1.7;

export interface AlignmentLayout {
  readonly width: number;
  readonly height: number;
  /** The top left of each objective, in the order of the keys. */
  readonly boxes: readonly Point[];
  /** The path of each tie, in their order, from the one that supports or needs to the other. */
  readonly paths: readonly string[];
  /** Where those begin that support nothing and that nothing supports; null without such. */
  readonly looseTop: number | null;
}

/** A part of the drawing, from its own top left. */
interface Group {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, Point>;
  /** By tie: the corners of its line, from the upper end to the lower one. */
  readonly ways: ReadonlyMap<AlignmentTie, readonly Point[]>;
}

interface Stack {
  readonly key: string;
  readonly leaves: readonly string[];
}

/** Where everything of an alignment stands. */
export function layoutOf({ objectives, ties }: Pick<Alignment, 'objectives' | 'ties'>): AlignmentLayout {
  return layoutAlignment(
    objectives.map(({ key }) => key),
    ties,
  );
}

/**
 * @param keys each once
 * @param ties between those keys; circles are drawn as well
 */
export function layoutAlignment(keys: readonly string[], ties: readonly AlignmentTie[]): AlignmentLayout {
  const supports = ties.filter(({ relation }) => relation === 'supports');
  const together = connected(keys, supports);
  const groups = together.filter(members => members.length > 1).map(members => layoutGroup(members, supports));
  const loose = together.flatMap(members => (members.length === 1 ? members : []));
  const { corners, looseCorners, width, height, looseTop } = arrange(groups, loose.length);

  const boxes = new Map<string, Point>(loose.map((key, index) => [key, looseCorners[index] as Point]));
  const ways = new Map<AlignmentTie, readonly Point[]>();
  for (const [index, group] of groups.entries()) {
    const { x: left, y: top } = corners[index] as Point;
    const moved = ({ x, y }: Point): Point => ({ x: Math.round(x + left), y: Math.round(y + top) });
    for (const [key, at] of group.boxes) boxes.set(key, moved(at));
    for (const [tie, way] of group.ways) ways.set(tie, way.map(moved));
  }
  const boxOf = (key: string) => boxes.get(key) ?? { x: 0, y: 0 };
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes: keys.map(boxOf),
    paths: ties.map(tie => pathOf(boxOf(tie.from), boxOf(tie.to), ways.get(tie))),
    looseTop,
  };
}

/** The keys that ties connect, each set in the order of the keys. */
function connected(keys: readonly string[], ties: readonly AlignmentTie[]): readonly (readonly string[])[] {
  const neighbours = new Map<string, string[]>(keys.map(key => [key, []]));
  for (const { from, to } of ties) {
    neighbours.get(from)?.push(to);
    neighbours.get(to)?.push(from);
  }
  const sets: string[][] = [];
  const seen = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) continue;
    const found = new Set([key]);
    for (const each of found) for (const next of neighbours.get(each) ?? []) found.add(next);
    for (const each of found) seen.add(each);
    sets.push(keys.filter(each => found.has(each)));
  }
  return sets;
}

function layoutGroup(members: readonly string[], allTies: readonly AlignmentTie[]): Group {
  const inGroup = new Set(members);
  const ties = allTies.filter(({ from, to }) => from !== to && inGroup.has(from));
  const stacks = stacksOf(members, ties);
  const stackOf = new Map(stacks.flatMap(stack => stack.leaves.map(leaf => [leaf, stack] as const)));
  const nodeOf = (key: string) => stackOf.get(key)?.key ?? key;

  const graph = new Graph<GraphLabel, NodeLabel>();
  graph.setGraph({ rankdir: 'TB', nodesep: GAP, edgesep: GAP, ranksep: LEVEL, rankalign: 'top' });
  for (const key of members) if (!stackOf.has(key)) graph.setNode(key, { ...BOX });
  for (const stack of stacks) graph.setNode(stack.key, sizeOf(stack));
  for (const { from, to } of ties) graph.setEdge(nodeOf(to), nodeOf(from), {});
  layout(graph);

  const boxes = new Map<string, Point>();
  for (const key of members) {
    const { x = 0, y = 0, width, height } = graph.node(nodeOf(key));
    const corner = { x: x - width / 2, y: y - height / 2 };
    const stack = stackOf.get(key);
    boxes.set(key, stack === undefined ? corner : placeInStack(stack, key, corner));
  }
  const ways = new Map<AlignmentTie, readonly Point[]>();
  for (const tie of ties) {
    const [upper, lower] = [boxes.get(tie.to), boxes.get(tie.from)];
    // Only in a circle is a supporter above what it supports; then the line has no way between the levels.
    if (upper === undefined || lower === undefined || upper.y >= lower.y) continue;
    const { points = [] } = graph.edge(nodeOf(tie.to), nodeOf(tie.from)) as { points?: readonly Point[] };
    // Ends are where the boxes are; of what is between, every other corner lies halfway between two levels.
    const corners = points.slice(1, -1).filter((_, index) => index % 2 === 1);
    ways.set(tie, [
      { x: upper.x + BOX.width / 2, y: upper.y + BOX.height },
      ...corners,
      ...(stackOf.has(tie.from)
        ? alongStack(lower, graph.node(nodeOf(tie.from)))
        : [{ x: lower.x + BOX.width / 2, y: lower.y }]),
    ]);
  }
  const { width = 0, height = 0 } = graph.graph();
  return { width, height, boxes, ways };
}

function stacksOf(members: readonly string[], ties: readonly AlignmentTie[]): Stack[] {
  const supported = new Set(ties.map(({ to }) => to));
  const goals = new Map<string, string[]>();
  for (const { from, to } of ties) goals.set(from, [...(goals.get(from) ?? []), to]);
  const alike = new Map<string, string[]>();
  for (const key of members) {
    if (supported.has(key)) continue;
    const same = JSON.stringify((goals.get(key) ?? []).toSorted());
    alike.set(same, [...(alike.get(same) ?? []), key]);
  }
  return [...alike]
    .filter(([, leaves]) => leaves.length >= FEWEST_IN_STACK)
    .map(([same, leaves]) => ({ key: `stack ${same}`, leaves }));
}

function rowsOf({ leaves }: Stack): number {
  return Math.ceil(leaves.length / Math.ceil(leaves.length / MOST_IN_COLUMN));
}

function sizeOf(stack: Stack): { width: number; height: number } {
  const rows = rowsOf(stack);
  const columns = Math.ceil(stack.leaves.length / rows);
  return { width: columns * (SPINE + BOX.width) + (columns - 1) * GAP, height: rows * ROW - (ROW - BOX.height) };
}

function placeInStack(stack: Stack, leaf: string, corner: Point): Point {
  const index = stack.leaves.indexOf(leaf);
  const rows = rowsOf(stack);
  const column = Math.floor(index / rows);
  return { x: corner.x + SPINE + column * (SPINE + BOX.width + GAP), y: corner.y + (index % rows) * ROW };
}

/** Down beside the boxes, and into the side of one. */
function alongStack(leaf: Point, stack: NodeLabel): Point[] {
  const x = leaf.x - SPINE / 2;
  const y = leaf.y + BOX.height / 2;
  return [
    { x, y: (stack.y ?? 0) - stack.height / 2 },
    { x, y },
    { x: leaf.x, y },
  ];
}

interface Arrangement {
  readonly width: number;
  readonly height: number;
  /** The top left of each group, and of what is loose. */
  readonly corners: readonly Point[];
  readonly looseCorners: readonly Point[];
  readonly looseTop: number | null;
}

/** Groups in rows, and below them what is loose; as wide as makes the proportions those of a screen. */
function arrange(groups: readonly Group[], loose: number): Arrangement {
  const widths = groups.map(({ width }) => width);
  const rows = widths.map((_, index) =>
    widths.slice(0, index + 1).reduce((sum, width) => sum + BETWEEN_GROUPS + width),
  );
  const side = Math.sqrt(loose * (BOX.width + GAP) * (BOX.height + GAP) * PROPORTION);
  const least = Math.max(BOX.width, ...widths);
  const candidates = [...rows, side].map(width => inRows(groups, loose, Math.max(least, width)));
  const off = ({ width, height }: Arrangement) => Math.abs(Math.log(width / Math.max(1, height) / PROPORTION));
  return candidates.reduce((best, each) => (off(each) < off(best) ? each : best));
}

function inRows(groups: readonly Group[], loose: number, width: number): Arrangement {
  let [left, top, bottom, right] = [0, 0, 0, 0];
  const corners = groups.map(group => {
    if (left > 0 && left + group.width > width) [left, top] = [0, bottom + BETWEEN_GROUPS];
    const corner = { x: left, y: top };
    right = Math.max(right, left + group.width);
    bottom = Math.max(bottom, top + group.height);
    left += group.width + BETWEEN_GROUPS;
    return corner;
  });
  const looseTop = loose === 0 ? null : bottom === 0 ? 0 : bottom + BETWEEN_GROUPS;
  const columns = Math.max(1, Math.floor((width + GAP) / (BOX.width + GAP)));
  const looseCorners = Array.from({ length: loose }, (_, index) => ({
    x: (index % columns) * (BOX.width + GAP),
    y: (looseTop ?? 0) + Math.floor(index / columns) * (BOX.height + GAP),
  }));
  return {
    width: Math.max(right, ...looseCorners.map(({ x }) => x + BOX.width)),
    height: Math.max(bottom, ...looseCorners.map(({ y }) => y + BOX.height)),
    corners,
    looseCorners,
    looseTop,
  };
}

/** From the lower end up; without a way from side to side. */
function pathOf(from: Point, to: Point, way: readonly Point[] | undefined): string {
  if (way === undefined) return sideways(from, to);
  const [first = from, ...rest] = way.toReversed();
  let path = `M${first.x} ${first.y}`;
  let at = first;
  for (const next of rest) {
    if (next.x === at.x || next.y === at.y) path += next.x === at.x ? `V${next.y}` : `H${next.x}`;
    else {
      // From one level to the next in the space between them, then straight up beside whatever stands there.
      const end = Math.max(next.y, at.y - LEVEL);
      const middle = (at.y + end) / 2;
      path += `C${at.x} ${middle} ${next.x} ${middle} ${next.x} ${end}`;
      if (end !== next.y) path += `V${next.y}`;
    }
    at = next;
  }
  return path;
}

/** From side to side; on one level, below whatever stands between them. */
function sideways(from: Point, to: Point): string {
  const [distance, y] = [Math.abs(to.x - from.x), from.y + BOX.height];
  if (from.y === to.y && distance > BOX.width + SPINE + GAP) {
    const [start, end] = [from.x + BOX.width * 0.75, to.x + BOX.width * 0.75];
    const low = y + LEVEL * 0.7;
    return `M${start} ${y}C${start} ${low} ${end} ${low} ${end} ${y}`;
  }
  const isRight = to.x >= from.x + BOX.width;
  const isLeft = from.x >= to.x + BOX.width;
  const start = { x: from.x + (isLeft ? 0 : BOX.width), y: from.y + BOX.height / 2 };
  const end = { x: to.x + (isRight ? 0 : BOX.width), y: to.y + BOX.height / 2 };
  const bend = Math.max(GAP * 2, Math.abs(end.x - start.x) / 2);
  const [out, into] = [isLeft ? -bend : bend, isRight ? -bend : bend];
  return `M${start.x} ${start.y}C${start.x + out} ${start.y} ${end.x + into} ${end.y} ${end.x} ${end.y}`;
}
