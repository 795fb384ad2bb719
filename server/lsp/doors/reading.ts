/** What stands here: hovers. */
import type { HoverParams } from 'vscode-languageserver';
import { about, type Door } from './door.ts';

export const reading: Door = {
  capabilities: () => ({ hoverProvider: true }),
  open(session) {
    session.connection.onHover(
      about(session, async (loaded, uri, { position }: HoverParams) => {
        const { hover } = await import('../../core/features/hover.ts');
        return hover(loaded, uri, position);
      }),
    );
  },
};
