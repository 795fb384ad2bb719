/** *OKR: Show Alignment*: what an objective supports, and what supports it, in the editor's own view of such trees. */
import { commands, Position, Selection, type TypeHierarchyItem, window } from 'vscode';
import { okrDocument } from '../../documents.ts';
import { command, type Feature } from '../../feature.ts';
import { placeArgument } from '../../place-argument.ts';
import { Refusal } from '../../refusal.ts';
import { showLine } from '../../reveal-source.ts';

export const alignment: Feature = host => [
  command(host, 'okr.showAlignment', 'The alignment could not be shown', async argument => {
    const place = placeArgument(argument);
    if (place?.line !== undefined) {
      await showLine(place.uri, place.line);
      const editor = window.activeTextEditor;
      const text = editor?.document.lineAt(place.line).text ?? '';
      // On its name, or its title: on the keyword there is nothing to ask about.
      const at = new Position(place.line, /^\s*\S+\s*/.exec(text)?.[0].length ?? 0);
      if (editor !== undefined) editor.selection = new Selection(at, at);
    }
    // The editor would show an empty view.
    if (!(await isInElement())) throw new Refusal('Put the cursor into an objective, a key result or a KPI first.');
    await commands.executeCommand('editor.showTypeHierarchy');
  }),
];

async function isInElement(): Promise<boolean> {
  const editor = window.activeTextEditor;
  const document = okrDocument(editor);
  if (editor === undefined || document === undefined) return false;
  const items = await commands.executeCommand<readonly TypeHierarchyItem[] | undefined>(
    'vscode.prepareTypeHierarchy',
    document.uri,
    editor.selection.active,
  );
  return items !== undefined && items.length > 0;
}
