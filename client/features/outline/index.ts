/** The view *Objectives* in the activity bar: what there is and how it stands, following the cursor. */
import { commands, type TextEditor, window, workspace } from 'vscode';
import type { OutlineGrouping } from '../../../server/core/requests/outline.ts';
import { okrDocument } from '../../documents.ts';
import { command, type Feature } from '../../feature.ts';
import { oneAtATime } from '../../one-at-a-time.ts';
import { okrChanged } from '../../protocol.ts';
import { whenQuiet } from '../../when-quiet.ts';
import type { Node } from './nodes.ts';
import { Tree } from './tree.ts';

const viewId = 'okr.outline';
/** Where the grouping is kept, and the key by which menus know it. */
const groupingKey = 'okr.outline.by';
/** Milliseconds without a change after which the tree is asked for again. */
const quiet = 300;

export const outline: Feature = host => {
  const groupings: readonly OutlineGrouping[] = ['team', 'cycle', 'owner', 'status'];
  const kept = host.context.workspaceState.get<OutlineGrouping>(groupingKey);
  const first = kept !== undefined && groupings.includes(kept) ? kept : 'team';
  const tree = new Tree(host, first);
  const view = window.createTreeView<Node>(viewId, { treeDataProvider: tree, showCollapseAll: true });
  const tell = (by: OutlineGrouping) => commands.executeCommand('setContext', groupingKey, by);
  void tell(first);

  let stale = false;
  const load = oneAtATime(async () => {
    await host.errors.guard('The objectives could not be listed', () => tree.refresh());
    follow(window.activeTextEditor);
  });
  const refresh = whenQuiet(quiet, () => {
    stale = !view.visible;
    if (view.visible) load();
  });
  host.server.listen(okrChanged, refresh.ask);

  /** Selects what the cursor is in, without taking the focus. */
  const follow = (editor: TextEditor | undefined) => {
    const document = okrDocument(editor);
    if (editor === undefined || document === undefined || !view.visible) return;
    const node = tree.nodeAt(document.uri.toString(), editor.selection.active.line);
    if (node === undefined || view.selection[0] === node) return;
    view.reveal(node, { select: true, focus: false }).then(undefined, error => {
      host.output.debug('The tree could not follow the cursor', String(error));
    });
  };
  const moved = whenQuiet(150, () => follow(window.activeTextEditor));

  const groupBy = (by: OutlineGrouping) => async () => {
    tree.group(by);
    await tell(by);
    await host.context.workspaceState.update(groupingKey, by);
  };
  const failure = 'The objectives could not be grouped';
  return [
    view,
    command(host, 'okr.groupByTeam', failure, groupBy('team')),
    command(host, 'okr.groupByCycle', failure, groupBy('cycle')),
    command(host, 'okr.groupByOwner', failure, groupBy('owner')),
    command(host, 'okr.groupByStatus', failure, groupBy('status')),
    view.onDidChangeVisibility(({ visible }) => {
      if (!visible) return;
      if (stale) load();
      stale = false;
      moved.ask();
    }),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor && view.visible) moved.ask();
    }),
    window.onDidChangeActiveTextEditor(moved.ask),
    workspace.onDidChangeWorkspaceFolders(refresh.ask),
    host.server.onDidChangeState(({ kind }) => {
      if (kind === 'ready') refresh.ask();
    }),
    { dispose: refresh.cancel },
    { dispose: moved.cancel },
  ];
};
