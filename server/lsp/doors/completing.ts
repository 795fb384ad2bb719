/** What fits here: completion, and which argument comes next. */
import type {
  CompletionItem,
  CompletionList,
  CompletionParams,
  InitializeParams,
  Range,
  SignatureHelpParams,
} from 'vscode-languageserver';
import type { ItemAbilities, ItemData } from '../../core/features/completion.ts';
import type { Loaded } from '../workspaces.ts';
import { about, aboutPlace, type Door } from './door.ts';

export const completing: Door = {
  capabilities: () => ({
    completionProvider: { triggerCharacters: ['@', ' ', '/', '.', ','], resolveProvider: true },
    signatureHelpProvider: { triggerCharacters: [' '], retriggerCharacters: [','] },
  }),
  open(session) {
    const { connection, workspaces } = session;
    const abilities = abilitiesOf(session.capabilities);
    const opensAgain = session.commands.has(openAgain.command);
    const hasOffsets =
      session.capabilities.textDocument?.signatureHelp?.signatureInformation?.parameterInformation
        ?.labelOffsetSupport === true;
    // An item is resolved while its list is shown, so it is of the document that was asked for last.
    let completed: Loaded | undefined;
    connection.onCompletion(
      aboutPlace<CompletionParams, CompletionList>(
        session,
        async (loaded, uri, position, pause) => {
          completed = loaded;
          const { complete } = await import('../../core/features/completion.ts');
          const data = {
            list: () => workspaces.dataFiles(uri),
            read: (file: string) => workspaces.dataFile(file, loaded.workspace.root),
          };
          const list = await complete(loaded, uri, position, { abilities, pause, data });
          return opensAgain ? { ...list, items: list.items.map(goingOn) } : list;
        },
        (list, outside) => ({ ...list, items: list.items.map(item => moved(item, outside)) }),
        { isIncomplete: false, items: [] },
      ),
    );
    connection.onCompletionResolve(async item => {
      const { resolveCompletion } = await import('../../core/features/completion.ts');
      return completed === undefined ? item : resolveCompletion(completed, item);
    });
    connection.onSignatureHelp(
      about(session, async (loaded, uri, { position }: SignatureHelpParams) => {
        const { signatureHelp } = await import('../../core/features/signature-help.ts');
        return signatureHelp(loaded, uri, position, hasOffsets) ?? null;
      }),
    );
  },
};

/** How an editor opens its list again. */
const openAgain = { title: 'What comes next', command: 'editor.action.triggerSuggest' };

/** What is written is only half of what is to be said: the next list comes by itself. */
function goingOn(item: CompletionItem): CompletionItem {
  return (item.data as ItemData | undefined)?.goesOn === true ? { ...item, command: openAgain } : item;
}

function moved(item: CompletionItem, outside: (range: Range) => Range): CompletionItem {
  const { textEdit } = item;
  if (textEdit === undefined) return item;
  if ('range' in textEdit) return { ...item, textEdit: { ...textEdit, range: outside(textEdit.range) } };
  return {
    ...item,
    textEdit: { ...textEdit, insert: outside(textEdit.insert), replace: outside(textEdit.replace) },
  };
}

function abilitiesOf({ textDocument }: InitializeParams['capabilities']): ItemAbilities {
  const item = textDocument?.completion?.completionItem;
  return {
    snippets: item?.snippetSupport === true,
    insertReplace: item?.insertReplaceSupport === true,
    commitCharacters: item?.commitCharactersSupport === true,
    labelDetails: item?.labelDetailsSupport === true,
  };
}
