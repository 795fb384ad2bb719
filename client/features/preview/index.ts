/** The live preview beside the text: opened, following the editor, locked, restored after a reload. */
import { Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { okrDocument } from '../../documents.ts';
import { command, type Feature } from '../../feature.ts';
import { placeArgument } from '../../place-argument.ts';
import { okrChanged } from '../../protocol.ts';
import { Refusal } from '../../refusal.ts';
import { reportSubject } from '../report/subject.ts';
import { Preview } from './preview.ts';
import { restoreShown, type Shown, showing, titleOf } from './shown.ts';

const viewType = 'okr.preview';
/** Where the addresses of locked previews are kept: the page knows what it shows, not how it is held. */
const lockedKey = 'okr.preview.locked';

export const preview: Feature = host => {
  const previews = new Set<Preview>();
  const following = () => [...previews].find(({ shown }) => !shown.locked);

  const adopt = (panel: WebviewPanel, shown: Shown) => {
    const added: Preview = new Preview(host, panel, shown, () => previews.delete(added));
    previews.add(added);
  };
  const open = async (resource: unknown, column: ViewColumn) => {
    const place = placeArgument(resource);
    const uri = place === undefined ? await reportSubject(host.output) : Uri.parse(place.uri, true);
    if (uri === undefined) throw new Refusal('Open an .okr file first.');
    const shown = showing(uri.toString());
    const there = following();
    if (there === undefined) {
      const panel = window.createWebviewPanel(viewType, titleOf(shown), { viewColumn: column, preserveFocus: true });
      adopt(panel, shown);
    } else {
      if (there.shown.uri !== shown.uri) there.show(shown);
      there.bringUp(column === ViewColumn.Beside ? undefined : column);
    }
    if (place?.line !== undefined) following()?.pointAt(place.uri, place.line);
  };
  const active = () => [...previews].find(one => one.active);

  // Whatever changed, a score may follow a key result of another file.
  host.server.listen(okrChanged, () => {
    for (const one of previews) one.refresh();
  });

  return [
    command(host, 'okr.openPreview', 'The preview could not be opened', (resource?: unknown) =>
      open(resource, ViewColumn.Active),
    ),
    command(host, 'okr.openPreviewToSide', 'The preview could not be opened', (resource?: unknown) =>
      open(resource, ViewColumn.Beside),
    ),
    command(host, 'okr.showSource', 'The text could not be opened', () => active()?.openSource()),
    command(host, 'okr.togglePreviewLock', 'The preview could not be locked', () => {
      const one = active();
      one?.show({ ...one.shown, locked: !one.shown.locked });
      const locked = [...previews].filter(({ shown }) => shown.locked).map(({ shown }) => shown.uri);
      return host.context.workspaceState.update(lockedKey, locked);
    }),
    window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, kept: unknown) {
        const document = okrDocument(window.activeTextEditor);
        const shown = restoreShown(kept) ?? (document && showing(document.uri.toString()));
        const locked: readonly string[] = host.context.workspaceState.get(lockedKey, []);
        if (shown === undefined) panel.dispose();
        else adopt(panel, { ...shown, locked: locked.includes(shown.uri) });
      },
    }),
    window.onDidChangeActiveTextEditor(editor => {
      const uri = okrDocument(editor)?.uri.toString();
      const there = following();
      if (uri !== undefined && there !== undefined && there.shown.uri !== uri) {
        there.show({ ...showing(uri), scope: there.shown.scope });
      }
    }),
    window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
      const document = okrDocument(textEditor);
      if (document === undefined || selection === undefined) return;
      for (const one of previews) one.followCursor(document.uri.toString(), selection.active.line);
    }),
    host.server.onDidChangeState(({ kind }) => {
      if (kind !== 'ready') return;
      for (const one of previews) one.refresh();
    }),
  ];
};
