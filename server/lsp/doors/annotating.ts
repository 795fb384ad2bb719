/** What is shown over, beside and above the text: semantic tokens, inlay hints, code lenses. */
import {
  type CodeLens,
  type CodeLensParams,
  CodeLensRefreshRequest,
  type InlayHint,
  type InlayHintParams,
  type SemanticTokensDeltaParams,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import type { LensCommand, LensData } from '../../core/features/code-lens.ts';
import type { WantedHints } from '../../core/features/inlay-hints.ts';
import { tokenModifiers, tokenTypes } from '../../core/features/semantic-tokens/legend.ts';
import { agreedEncoding } from '../positions/encoding.ts';
import type { Session } from '../server.ts';
import { Shown } from '../shown.ts';
import { keyOf } from '../workspaces.ts';
import { about, type Door } from './door.ts';
import { TokenResults } from './token-results.ts';

export const annotating: Door = {
  capabilities: client => ({
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      // What is different is told in numbers of ours: a client with other units has the whole.
      full: agreedEncoding(client) === 'utf-16' ? { delta: true } : true,
      range: true,
    },
    inlayHintProvider: { resolveProvider: true },
    codeLensProvider: { resolveProvider: true },
  }),
  open(session) {
    colour(session);
    hint(session);
    offer(session);
  },
};

function colour(session: Session): void {
  const { connection, workspaces, capabilities } = session;
  const { semanticTokens } = connection.languages;
  const results = new TokenResults(uri => workspaces.isOpen(uri));
  const shown =
    capabilities.workspace?.semanticTokens?.refreshSupport === true
      ? new Shown(session, () => semanticTokens.refresh())
      : undefined;
  const tokens = async (uri: string) => {
    const { semanticTokens: read } = await import('../../core/features/semantic-tokens.ts');
    const data = read(workspaces.of(uri), uri);
    shown?.saw(uri, data, () => read(workspaces.of(uri), uri));
    return data;
  };

  semanticTokens.on(about(session, async (_, uri, __: SemanticTokensParams) => results.full(uri, await tokens(uri))));
  semanticTokens.onDelta(
    about(session, async (_, uri, { previousResultId }: SemanticTokensDeltaParams) =>
      results.delta(uri, previousResultId, await tokens(uri)),
    ),
  );
  semanticTokens.onRange(
    about(session, async (loaded, uri, { range }: SemanticTokensRangeParams) => {
      const { semanticTokens: read } = await import('../../core/features/semantic-tokens.ts');
      return { data: read(loaded, uri, range) };
    }),
  );
}

function hint(session: Session): void {
  const { connection, workspaces, capabilities, settings } = session;
  const { inlayHint } = connection.languages;
  const shown =
    capabilities.workspace?.inlayHint?.refreshSupport === true
      ? new Shown(session, () => inlayHint.refresh())
      : undefined;
  const wanted = (): WantedHints => ({
    score: settings.isOn('okr.inlayHints.score'),
    timePassed: settings.isOn('okr.inlayHints.timePassed'),
    checkInChange: settings.isOn('okr.inlayHints.checkInChange'),
  });

  inlayHint.on(
    about(session, async (_, uri, { range }: InlayHintParams) => {
      const { inlayHints } = await import('../../core/features/inlay-hints.ts');
      const hints = () => inlayHints(workspaces.of(uri), uri, range, wanted());
      const answer = hints();
      shown?.saw(uri, answer, hints);
      return answer;
    }),
  );
  inlayHint.resolve(async (asked: InlayHint) => {
    const { resolveInlayHint } = await import('../../core/features/inlay-hints.ts');
    return resolveInlayHint(workspaces.of((asked.data as { uri: string }).uri), asked);
  });
}

function offer(session: Session): void {
  const { connection, workspaces, capabilities, commands, settings } = session;
  const shown =
    capabilities.workspace?.codeLens?.refreshSupport === true
      ? new Shown(session, () => connection.sendRequest(CodeLensRefreshRequest.type))
      : undefined;
  const has = (command: LensCommand) => commands.has(command);
  const read = async () => import('../../core/features/code-lens.ts');
  const lookingAt = async (uri: string) => {
    const { whoLooks } = await import('../okr-requests/who-asks.ts');
    return whoLooks(session, workspaces.of(uri));
  };
  const resolve = async (lens: CodeLens) => {
    const { resolveCodeLens } = await read();
    const uri = keyOf((lens.data as LensData).uri);
    return resolveCodeLens(workspaces.of(uri), uri, lens, settings.isOn('okr.inlayHints.score'));
  };

  connection.onCodeLens(
    about(session, async (_, uri, { textDocument }: CodeLensParams) => {
      const { codeLenses } = await read();
      const lenses = async () => {
        if (!settings.isOn('okr.codeLens.enabled')) return [];
        const me = has('okr.myCheckIns') ? await lookingAt(uri) : '';
        return codeLenses(workspaces.of(uri), uri, textDocument.uri, has, me);
      };
      const titled = async (untitled: readonly CodeLens[]) => Promise.all(untitled.map(resolve));
      const found = await lenses();
      if (shown !== undefined) shown.saw(uri, await titled(found), async () => titled(await lenses()));
      return found;
    }),
  );
  connection.onCodeLensResolve(resolve);
}
