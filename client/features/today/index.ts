/** The setting `okr.today`: every score and report as if today were another day. */
import { workspace } from 'vscode';
import type { Feature } from '../../feature.ts';
import { isoDate } from './iso-date.ts';

const section = 'okr.today';

/** @returns an ISO 8601 date; undefined: the server takes the clock's */
const setToday = () => isoDate(workspace.getConfiguration().get(section));

export const today: Feature = host => {
  host.server.initializeWith(() => ({ today: setToday() }));
  return [
    workspace.onDidChangeConfiguration(change => {
      if (!change.affectsConfiguration(section)) return;
      void host.errors.guard('The new “today” did not reach the language server', () =>
        host.server.notify('workspace/didChangeConfiguration', { settings: { okr: { today: setToday() ?? null } } }),
      );
    }),
  ];
};
