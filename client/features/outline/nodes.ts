/** The lines of the tree, each with the one above it, so that the editor can open the way to it. */
import type { OutlineGroup, OutlineItem } from '../../../server/core/requests/outline.ts';

export interface GroupNode {
  readonly group: OutlineGroup;
  readonly parent: undefined;
  readonly children: readonly ItemNode[];
}
export interface ItemNode {
  readonly item: OutlineItem;
  readonly parent: GroupNode | ItemNode;
  readonly children: readonly ItemNode[];
}
export type Node = GroupNode | ItemNode;

/** A tree of nodes from what the server answers. */
export function nodesOf(groups: readonly OutlineGroup[]): readonly GroupNode[] {
  return groups.map(group => {
    const node = { group, parent: undefined, children: [] as ItemNode[] };
    node.children.push(...group.items.map(item => itemNode(item, node)));
    return node;
  });
}

function itemNode(item: OutlineItem, parent: Node): ItemNode {
  const node = { item, parent, children: [] as ItemNode[] };
  node.children.push(...item.items.map(inner => itemNode(inner, node)));
  return node;
}

/** The innermost node that a line belongs to; what stands in several groups is found in the first. */
export function nodeAt(nodes: readonly Node[], uri: string, line: number): ItemNode | undefined {
  for (const node of nodes) {
    if ('group' in node) {
      const found = nodeAt(node.children, uri, line);
      if (found !== undefined) return found;
    } else if (node.item.place.uri === uri && node.item.place.line <= line && line <= node.item.lastLine) {
      return nodeAt(node.children, uri, line) ?? node;
    }
  }
  return undefined;
}
