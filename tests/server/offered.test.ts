import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ServerCapabilities } from 'vscode-languageserver';
import { together } from '../../server/lsp/offered.ts';

describe('what the server offers', () => {
  const filters = [{ pattern: { glob: '**/*.okr' } }];
  const renaming: ServerCapabilities = { workspace: { fileOperations: { willRename: { filters } } } };
  const other: ServerCapabilities = {
    hoverProvider: true,
    workspace: { fileOperations: { didCreate: { filters } }, textDocumentContent: { schemes: ['okr'] } },
  };

  it('has what each door says of the same thing', () => {
    assert.deepEqual(together([{ workspace: { workspaceFolders: { supported: true } } }, renaming, other]), {
      hoverProvider: true,
      workspace: {
        workspaceFolders: { supported: true },
        fileOperations: { willRename: { filters }, didCreate: { filters } },
        textDocumentContent: { schemes: ['okr'] },
      },
    });
    assert.deepEqual(renaming, { workspace: { fileOperations: { willRename: { filters } } } });
  });

  it('is what the later door says where both cannot hold', () => {
    assert.deepEqual(together([{ renameProvider: true }, { renameProvider: { prepareProvider: true } }]), {
      renameProvider: { prepareProvider: true },
    });
    assert.deepEqual(
      together([
        { completionProvider: { triggerCharacters: ['@'], resolveProvider: true } },
        { completionProvider: { triggerCharacters: ['.'] } },
      ]),
      { completionProvider: { triggerCharacters: ['.'], resolveProvider: true } },
    );
  });
});
