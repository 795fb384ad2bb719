/** Where something is, and who mentions it: definitions, implementations, references, highlights, links, linked names. */
import type {
  DefinitionParams,
  DocumentLinkParams,
  Location,
  LocationLink,
  ReferenceParams,
} from 'vscode-languageserver';
import { about, cancelled, type Door } from './door.ts';

export const navigating: Door = {
  capabilities: () => ({
    definitionProvider: true,
    implementationProvider: true,
    referencesProvider: { workDoneProgress: true },
    documentHighlightProvider: true,
    documentLinkProvider: { resolveProvider: true },
    linkedEditingRangeProvider: true,
  }),
  open(session) {
    const { connection, workspaces, capabilities, ready } = session;
    const { definition: ofDefinition, implementation: ofImplementation } = capabilities.textDocument ?? {};

    connection.onDefinition(
      about(session, async (loaded, uri, { position }: DefinitionParams, pause) => {
        const { definition } = await import('../../core/features/definition.ts');
        return places(await definition(loaded, uri, position, pause), ofDefinition?.linkSupport);
      }),
    );
    connection.onImplementation(
      about(session, async (loaded, uri, { position }: DefinitionParams, pause) => {
        const { implementation } = await import('../../core/features/implementation.ts');
        return places(await implementation(loaded, uri, position, pause), ofImplementation?.linkSupport);
      }),
    );
    connection.onDocumentHighlight(
      about(session, async (loaded, uri, { position }: DefinitionParams) => {
        const { highlights } = await import('../../core/features/highlights.ts');
        return highlights(loaded, uri, position);
      }),
    );
    connection.languages.onLinkedEditingRange(
      about(session, async (loaded, uri, { position }: DefinitionParams) => {
        const { linkedEditing } = await import('../../core/features/linked-editing.ts');
        return linkedEditing(loaded, uri, position);
      }),
    );
    connection.onReferences((params, token, work, partial) => {
      const answer = about(session, async (loaded, uri, { position, context }: ReferenceParams, pause) => {
        const { references } = await import('../../core/features/references.ts');
        const found = await references(loaded, uri, position, context.includeDeclaration, pause, (share, part) => {
          work.report(Math.round(share * 100));
          if (part.length > 0) partial?.report([...part]);
        });
        // What came in parts does not come again.
        return partial === undefined ? found : [];
      });
      work.begin('Searching for references', 0, undefined, true);
      return answer(params, token).finally(() => work.done());
    });
    connection.onDocumentLinks(
      about(session, async (loaded, uri, _: DocumentLinkParams, pause) => {
        const { links } = await import('../../core/features/links.ts');
        return links(loaded, uri, pause);
      }),
    );
    connection.onDocumentLinkResolve(async (link, token) => {
      await ready;
      if (token.isCancellationRequested) throw cancelled();
      const { resolveLink } = await import('../../core/features/links.ts');
      const { uri } = link.data as { uri: string };
      return resolveLink(workspaces.of(uri), link);
    });
  },
};

/** For clients that know no links the places alone. */
function places(links: LocationLink[], linkSupport: boolean | undefined): LocationLink[] | Location[] {
  if (linkSupport === true) return links;
  return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
}
