/** How goals hang together: type and call hierarchy. */
import type { CallHierarchyItem, CancellationToken } from 'vscode-languageserver';
import type { Pause } from '../../core/features/pause.ts';
import type { Session } from '../server.ts';
import type { Loaded } from '../workspaces.ts';
import { about, cancelled, type Door, pauseFor } from './door.ts';

export const hierarchies: Door = {
  capabilities: () => ({ typeHierarchyProvider: true, callHierarchyProvider: true }),
  open(session) {
    const { callHierarchy, typeHierarchy } = session.connection.languages;
    const load = () => import('../../core/features/hierarchy.ts');
    const prepare = about(session, async (loaded, uri, { position }: PrepareParams) => {
      const { prepareHierarchy } = await load();
      return prepareHierarchy(loaded, uri, position);
    });
    typeHierarchy.onPrepare(prepare);
    callHierarchy.onPrepare(prepare);
    typeHierarchy.onSupertypes(ofItem(session, async (loaded, item) => (await load()).supertypes(loaded, item)));
    typeHierarchy.onSubtypes(ofItem(session, async (...item) => (await load()).subtypes(...item)));
    callHierarchy.onOutgoingCalls(ofItem(session, async (loaded, item) => (await load()).outgoingCalls(loaded, item)));
    callHierarchy.onIncomingCalls(ofItem(session, async (...item) => (await load()).incomingCalls(...item)));
  },
};

interface PrepareParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

/** A handler for what is around an item that the client was given before. */
function ofItem<R>(
  { workspaces, ready }: Session,
  ask: (loaded: Loaded, item: CallHierarchyItem, pause: Pause) => Promise<R>,
): (params: { readonly item: CallHierarchyItem }, token: CancellationToken) => Promise<R> {
  return async ({ item }, token) => {
    await ready;
    if (token.isCancellationRequested) throw cancelled();
    return ask(workspaces.of(item.uri), item, pauseFor(token));
  };
}
