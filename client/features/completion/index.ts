/** After a word that only begins something, such as `owner`, the editor's list opens again by itself. */
import type { Feature } from '../../feature.ts';

export const completion: Feature = ({ server }) => {
  // The editor's own command; the server puts it behind what is to go on, where a client says that it has it.
  server.initializeWith(() => ({ commands: ['editor.action.triggerSuggest'] }));
  return [];
};
