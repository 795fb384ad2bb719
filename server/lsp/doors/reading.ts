/** What stands here: hovers. */
import type { Hover, HoverParams } from 'vscode-languageserver';
import { aboutPlace, type Door } from './door.ts';

export const reading: Door = {
  capabilities: () => ({ hoverProvider: true }),
  open(session) {
    session.connection.onHover(
      aboutPlace<HoverParams, Hover | null>(
        session,
        async (loaded, uri, position) => {
          const { hover } = await import('../../core/features/hover.ts');
          return hover(loaded, uri, position);
        },
        (found, outside) => (found?.range === undefined ? found : { ...found, range: outside(found.range) }),
        null,
      ),
    );
  },
};
