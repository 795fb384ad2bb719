/** *OKR: Show Alignment*: what an objective supports, and what supports it, in the editor's own view of such trees. */
import { commands, Position, Selection, window } from 'vscode';
import { okrDocument } from '../../documents.ts';
import { command, type Feature } from '../../feature.ts';
import { placeArgument } from '../../place-argument.ts';
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
    } else if (okrDocument(window.activeTextEditor) === undefined) {
      throw new Error('Put the cursor into an objective first.');
    }
    await commands.executeCommand('editor.showTypeHierarchy');
  }),
];
