/** The settings of the section `okr`: the server has them from the start, and whenever they change. */
import { workspace } from 'vscode';
import type { Feature } from '../../feature.ts';

const section = 'okr';

/** As plain values: the editor's object has functions beside them. */
const values = (): object => JSON.parse(JSON.stringify(workspace.getConfiguration(section)));

export const settings: Feature = host => {
  host.server.initializeWith(() => ({ settings: values() }));
  return [
    workspace.onDidChangeConfiguration(change => {
      if (!change.affectsConfiguration(section)) return;
      void host.errors.guard('The new settings did not reach the language server', () =>
        host.server.notify('workspace/didChangeConfiguration', { settings: { okr: values() } }),
      );
    }),
  ];
};
