/** The tree of objectives: asked for when it is seen, and again when something has changed. */
import {
  type CancellationToken,
  EventEmitter,
  MarkdownString,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
} from 'vscode';
import { type Hover, RequestType, type TextDocumentPositionParams } from 'vscode-languageclient';
import type { OutlineGrouping } from '../../../server/core/requests/outline.ts';
import type { Host } from '../../feature.ts';
import { okrOutline } from '../../protocol.ts';
import { contextOf, descriptionOf, groupDescription, labelOf, legend, lookOf, spoken } from './looks.ts';
import { type GroupNode, type ItemNode, type Node, nodeAt, nodesOf } from './nodes.ts';

const hover = new RequestType<TextDocumentPositionParams, Hover | null, void>('textDocument/hover');

export class Tree implements TreeDataProvider<Node> {
  readonly #host: Host;
  readonly #changed = new EventEmitter<undefined>();
  #by: OutlineGrouping;
  #nodes: readonly GroupNode[] = [];
  /** What the nodes were made from: the same again moves nothing. */
  #shown = '';
  #loading: Promise<void> | undefined;

  constructor(host: Host, by: OutlineGrouping) {
    this.#host = host;
    this.#by = by;
  }

  get onDidChangeTreeData() {
    return this.#changed.event;
  }

  group(by: OutlineGrouping): void {
    this.#by = by;
    this.#shown = '';
    void this.refresh();
  }

  /** Asks the server; the tree is drawn anew only where its answer is another one. */
  async refresh(): Promise<void> {
    const by = this.#by;
    const groups = await this.#host.server.request(okrOutline, { by, past: false });
    // Meanwhile somebody may have chosen another grouping.
    const answer = JSON.stringify(groups);
    if (by !== this.#by || answer === this.#shown) return;
    const isFirst = this.#shown === '';
    this.#shown = answer;
    this.#nodes = nodesOf(groups);
    if (!isFirst || this.#loading === undefined) this.#changed.fire(undefined);
  }

  nodeAt(uri: string, line: number): ItemNode | undefined {
    return nodeAt(this.#nodes, uri, line);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node !== undefined) return [...node.children];
    if (this.#shown === '') {
      this.#loading ??= this.refresh().finally(() => {
        this.#loading = undefined;
      });
      await this.#loading;
    }
    return [...this.#nodes];
  }

  getParent(node: Node): Node | undefined {
    return node.parent;
  }

  getTreeItem(node: Node): TreeItem {
    return 'group' in node ? groupItem(node, this.#nodes.length) : itemItem(node);
  }

  /** The card that a hover shows on its line, and what its signs mean; made for the one that somebody points at. */
  async resolveTreeItem(item: TreeItem, node: Node, token: CancellationToken): Promise<TreeItem> {
    if ('group' in node) return item;
    const { place, character } = node.item;
    const { uri, line } = place;
    const position = { line, character };
    const card = await this.#host.server.request(hover, { textDocument: { uri }, position });
    if (token.isCancellationRequested) return item;
    const contents = card?.contents;
    const text = typeof contents === 'object' && 'value' in contents ? contents.value : node.item.title;
    item.tooltip = new MarkdownString(`${text}\n\n---\n\n${legend}`);
    return item;
  }
}

function groupItem({ group }: GroupNode, count: number): TreeItem {
  const open = group.current && count <= 20;
  const item = new TreeItem(group.title, open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
  item.id = JSON.stringify(['group', group.id]);
  item.description = groupDescription(group);
  item.contextValue = 'okr.group';
  item.tooltip = new MarkdownString(legend);
  if (group.status !== null) item.iconPath = iconOf(group.status);
  return item;
}

function itemItem({ item, children }: ItemNode): TreeItem {
  const { id, place, status } = item;
  const line = new TreeItem(
    labelOf(item),
    children.length === 0 ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed,
  );
  line.id = id;
  line.description = descriptionOf(item);
  line.iconPath = iconOf(status);
  line.contextValue = contextOf(item);
  line.accessibilityInformation = { label: spoken(item) };
  const at = new Range(place.line, item.character, place.line, item.character);
  line.command = {
    title: 'Open',
    command: 'vscode.open',
    arguments: [Uri.parse(place.uri, true), { selection: at }],
  };
  return line;
}

function iconOf(status: ItemNode['item']['status']): ThemeIcon {
  const { icon, colour } = lookOf(status);
  return new ThemeIcon(icon, colour === undefined ? undefined : new ThemeColor(colour));
}
