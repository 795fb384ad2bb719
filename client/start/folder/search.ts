/**
 * Search in the folder, through interfaces of VS Code that are still proposed; without them neither Go to File nor
 * Search nor `workspace.findFiles` finds anything in a folder that is on no disk.
 */
import * as vscode from 'vscode';
import type { Tree } from './tree.ts';

/** `fileSearchProvider` and `textSearchProvider`, as far as they are used here, as of VS Code 1.91. */
interface Search {
  registerFileSearchProvider(
    scheme: string,
    provider: { provideFileSearchResults(query: unknown, options: { folder: vscode.Uri }): vscode.Uri[] },
  ): vscode.Disposable;
  registerTextSearchProvider(
    scheme: string,
    provider: {
      provideTextSearchResults(
        query: TextQuery,
        options: { folder: vscode.Uri },
        progress: vscode.Progress<TextMatch>,
        token: vscode.CancellationToken,
      ): { limitHit: boolean };
    },
  ): vscode.Disposable;
}
interface TextQuery {
  readonly pattern: string;
  readonly isRegExp?: boolean;
  readonly isCaseSensitive?: boolean;
  readonly isWordMatch?: boolean;
}
interface TextMatch {
  readonly uri: vscode.Uri;
  readonly ranges: vscode.Range[];
  readonly preview: { readonly text: string; readonly matches: vscode.Range[] };
}

/** VS Code itself leaves out what a pattern of paths excludes. */
export function registerSearch(tree: Tree, scheme: string): vscode.Disposable {
  const search = vscode.workspace as unknown as Search;
  const filesIn = (folder: vscode.Uri) => tree.files(folder.path).map(path => vscode.Uri.from({ scheme, path }));
  return vscode.Disposable.from(
    search.registerFileSearchProvider(scheme, {
      provideFileSearchResults: (_query, { folder }) => filesIn(folder),
    }),
    search.registerTextSearchProvider(scheme, {
      provideTextSearchResults(query, { folder }, progress, token) {
        const pattern = expressionOf(query);
        for (const uri of filesIn(folder)) {
          if (token.isCancellationRequested) break;
          for (const match of matchesIn(new TextDecoder().decode(tree.file(uri.path).content), pattern))
            progress.report({ uri, ...match });
        }
        return { limitHit: false };
      },
    }),
  );
}

function expressionOf({ pattern, isRegExp, isCaseSensitive, isWordMatch }: TextQuery): RegExp {
  const source = isRegExp ? pattern : pattern.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(isWordMatch ? `\\b(?:${source})\\b` : source, isCaseSensitive ? 'gu' : 'giu');
}

/** One match for each line that has any. */
function* matchesIn(text: string, pattern: RegExp): Generator<Omit<TextMatch, 'uri'>> {
  for (const [number, line] of text.split(/\r?\n/).entries()) {
    const found = [...line.matchAll(pattern)].filter(([matched]) => matched !== '');
    if (found.length === 0) continue;
    const at = (row: number) =>
      found.map(({ 0: matched, index }) => new vscode.Range(row, index, row, index + matched.length));
    yield { ranges: at(number), preview: { text: line, matches: at(0) } };
  }
}
