/** What there is and where: outline, search, folding, selection. */
import type {
  DocumentSymbolParams,
  FoldingRangeParams,
  SelectionRangeParams,
  SymbolInformation,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import type { Session } from '../server.ts';
import { about, cancelled, type Door, pauseFor } from './door.ts';

export const outlining: Door = {
  capabilities: () => ({
    documentSymbolProvider: { label: 'OKRs' },
    workspaceSymbolProvider: { resolveProvider: true, workDoneProgress: true },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
  }),
  open(session) {
    const { connection, capabilities } = session;
    const { documentSymbol, foldingRange } = capabilities.textDocument ?? {};
    connection.onDocumentSymbol(
      about(session, async (loaded, uri, { textDocument }: DocumentSymbolParams) => {
        const file = loaded.workspace.file(uri);
        const { flatOutline, outline } = await import('../../core/features/outline.ts');
        const symbols = file === undefined ? [] : outline(loaded, file);
        return documentSymbol?.hierarchicalDocumentSymbolSupport === true
          ? symbols
          : flatOutline(textDocument.uri, symbols);
      }),
    );
    connection.onFoldingRanges(
      about(session, async ({ workspace }, uri, _: FoldingRangeParams) => {
        const file = workspace.file(uri);
        const { foldingRanges } = await import('../../core/features/folding.ts');
        return file === undefined
          ? []
          : foldingRanges(file, {
              linesOnly: foldingRange?.lineFoldingOnly === true,
              showsText: foldingRange?.foldingRange?.collapsedText === true,
              most: foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
            });
      }),
    );
    connection.onSelectionRanges(
      about(session, async ({ workspace }, uri, { positions }: SelectionRangeParams) => {
        const file = workspace.file(uri);
        const { selectionRanges } = await import('../../core/features/selection.ts');
        return file === undefined ? null : selectionRanges(file, positions);
      }),
    );
    searchWorkspaces(session);
  },
};

/** So many symbols are sent at once to a client that takes them in parts. */
const part = 50;

function searchWorkspaces({ connection, workspaces, ready, capabilities }: Session): void {
  const locates = capabilities.workspace?.symbol?.resolveSupport?.properties.includes('location.range') === true;

  connection.onWorkspaceSymbol(async ({ query }, token, progress, parts) => {
    await ready;
    if (token.isCancellationRequested) throw cancelled();
    const { locate, MOST_FOUND, search, toSymbol } = await import('../../core/features/search.ts');
    const pause = pauseFor(token);
    progress.begin('Searching OKRs', 0, undefined, true);
    try {
      const found = [];
      for (const [i, loaded] of workspaces.all.entries()) {
        progress.report(Math.round((100 * i) / workspaces.all.length));
        for (const each of await search(loaded, query, pause)) found.push({ loaded, each });
      }
      found.sort((a, b) => a.each.rank - b.each.rank);
      const symbols: WorkspaceSymbol[] = [];
      for (const { loaded, each } of found.slice(0, MOST_FOUND)) {
        const symbol = toSymbol(loaded, each);
        symbols.push(locates ? symbol : locate(loaded, symbol));
        await pause();
      }
      if (parts === undefined) return symbols;
      // The protocol's library knows only symbols that have their place already.
      const send = parts.report as (symbols: readonly WorkspaceSymbol[]) => void;
      for (let i = 0; i < symbols.length; i += part) send.call(parts, symbols.slice(i, i + part));
      return [];
    } finally {
      progress.done();
    }
  });

  connection.onWorkspaceSymbolResolve(async (symbol: WorkspaceSymbol | SymbolInformation) => {
    await ready;
    const { locate } = await import('../../core/features/search.ts');
    return locate(workspaces.of(symbol.location.uri), symbol);
  });
}
