import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Story } from '../story.ts';

/** The main job through VS Code's own interface, without its window. */
export function mainJob(story: Story): void {
  describe('in the extension host', () => {
    let editor: vscode.TextEditor;

    before(async () => {
      await vscode.workspace.getConfiguration('okr').update('today', story.today, vscode.ConfigurationTarget.Global);
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      assert.ok(folder, 'a folder is open');
      const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, story.file));
      editor = await vscode.window.showTextDocument(document);
    });

    beforeEach(() => vscode.commands.executeCommand('workbench.action.files.revert'));
    after(() => vscode.commands.executeCommand('workbench.action.files.revert'));

    it('knows the language of the file and is active', async () => {
      assert.equal(editor.document.languageId, 'okr');
      const extension = vscode.extensions.getExtension('okrs-as-code.okr');
      assert.ok(extension);
      await extension.activate();
      assert.ok(extension.isActive);
    });

    it('offers its commands', async () => {
      const all = await vscode.commands.getCommands(true);
      for (const command of ['okr.openPreviewToSide', 'okr.quarterlyReport'])
        assert.ok(all.includes(command), `${command} is missing`);
    });

    it('reports a typo and mends it', async () => {
      const { below, typed, word, message, fix, fixed } = story.typo;
      const range = await insertBelow(below, typed, word);
      const found = await diagnosticAt(range, message);
      assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
      assert.deepEqual(found.range, range);

      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        range,
        vscode.CodeActionKind.QuickFix.value,
        5,
      );
      const action = actions.find(({ title }) => fix.test(title));
      assert.ok(action?.edit, `no fix among ${actions.map(({ title }) => title).join(', ')}`);
      await vscode.workspace.applyEdit(action.edit);
      assert.equal(editor.document.lineAt(range.start.line).text, fixed);
    });

    it('calls out a key result that nobody can measure', async () => {
      const { below, typed, title, message } = story.unmeasurable;
      const found = await diagnosticAt(await insertBelow(below, typed, title), message);
      assert.equal(found.severity, vscode.DiagnosticSeverity.Warning);
    });

    it('tells the score on hover', async () => {
      const { on, line, says } = story.hover;
      const at = rangeOf(on, line - 1).start;
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        editor.document.uri,
        at,
      );
      const text = hovers
        .flatMap(hover => hover.contents)
        .map(content => (typeof content === 'string' ? content : content.value));
      assert.match(text.join('\n'), says);
    });

    it('completes a keyword', async () => {
      const { below, typed, label } = story.completion;
      const { end } = await insertBelow(below, typed, typed);
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        end,
      );
      const labels = items.map(item => (typeof item.label === 'string' ? item.label : item.label.label));
      assert.ok(labels.includes(label), `${label} is not among ${labels.join(', ')}`);
    });

    it('opens one preview beside the text and leaves the cursor there', async () => {
      await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
      await vscode.commands.executeCommand('okr.openPreviewToSide');
      await vscode.commands.executeCommand('okr.openPreviewToSide');
      const previews = await once(vscode.window.tabGroups.onDidChangeTabs, () => {
        const found = vscode.window.tabGroups.all
          .flatMap(group => group.tabs)
          .filter(tab => tab.input instanceof vscode.TabInputWebview && tab.input.viewType.endsWith('okr.preview'));
        return found.length > 0 ? found : undefined;
      });
      assert.equal(previews.length, 1);
      assert.equal(vscode.window.activeTextEditor?.document, editor.document);
    });

    function rangeOf(text: string, line: number): vscode.Range {
      const from = editor.document.lineAt(line).text.indexOf(text);
      assert.ok(from >= 0, `“${text}” is not on line ${line + 1}`);
      return new vscode.Range(line, from, line, from + text.length);
    }

    /** Inserts a line below another (from 1), as indented as that. @returns where a text of it stands */
    async function insertBelow(line: number, typed: string, text: string): Promise<vscode.Range> {
      const { range, firstNonWhitespaceCharacterIndex, text: above } = editor.document.lineAt(line - 1);
      const indentation = above.slice(0, firstNonWhitespaceCharacterIndex);
      await editor.edit(edit => edit.insert(range.end, `\n${indentation}${typed}`));
      return rangeOf(text, line);
    }

    /** Waits until something is reported at a place. */
    function diagnosticAt(range: vscode.Range, message: RegExp): Promise<vscode.Diagnostic> {
      const { uri } = editor.document;
      return once(vscode.languages.onDidChangeDiagnostics, () =>
        vscode.languages.getDiagnostics(uri).find(one => one.range.intersection(range) && message.test(one.message)),
      );
    }
  });
}

/** Asks now and whenever something happens, until there is an answer. */
function once<T>(event: vscode.Event<unknown>, ask: () => T | undefined): Promise<T> {
  return new Promise(done => {
    const answer = ask();
    if (answer !== undefined) return done(answer);
    const listener = event(() => {
      const later = ask();
      if (later === undefined) return;
      listener.dispose();
      done(later);
    });
  });
}
