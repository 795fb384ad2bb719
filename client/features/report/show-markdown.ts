/** A Markdown text in an editor, unsaved, with its preview beside it. */
import { commands, window, workspace } from 'vscode';
import type { Host } from '../../feature.ts';

export async function showMarkdown({ output }: Pick<Host, 'output'>, text: string): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'markdown', content: text });
  await window.showTextDocument(document, { preview: false });
  try {
    await commands.executeCommand('markdown.showPreviewToSide', document.uri);
  } catch (error) {
    // The text is there; an editor may have its Markdown extension turned off.
    output.warn('The Markdown preview could not be opened', String(error));
  }
}
