/** A quiet `!` on files in which something that runs is off track or blocked; a setting turns it off. */
import { EventEmitter, type FileDecoration, Uri, window, workspace } from 'vscode';
import type { Feature } from '../../feature.ts';
import { oneAtATime } from '../../one-at-a-time.ts';
import { okrAttention, okrChanged } from '../../protocol.ts';
import { whenQuiet } from '../../when-quiet.ts';

const section = 'okr.fileBadges';
/** Milliseconds without a change after which files are looked at again: nobody types and watches the explorer. */
const quiet = 1000;

export const attention: Feature = ({ server, output }) => {
  const changed = new EventEmitter<Uri[]>();
  let marks = new Map<string, string>();
  const isOn = () => workspace.getConfiguration().get(section) !== false;

  const show = (now: Map<string, string>) => {
    const moved = [...new Set([...marks.keys(), ...now.keys()])].filter(uri => marks.get(uri) !== now.get(uri));
    marks = now;
    if (moved.length > 0) changed.fire(moved.map(uri => Uri.parse(uri)));
  };
  const load = oneAtATime(async () => {
    try {
      const files = isOn() ? await server.request(okrAttention, {}) : [];
      show(new Map(files.map(({ uri, message }) => [Uri.parse(uri).toString(), message])));
    } catch (error) {
      output.debug('The files could not be marked', String(error));
    }
  });
  const refresh = whenQuiet(quiet, load);
  server.listen(okrChanged, () => {
    if (isOn()) refresh.ask();
  });

  return [
    changed,
    window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changed.event,
      provideFileDecoration(uri): FileDecoration | undefined {
        const message = marks.get(uri.toString());
        // No colour: the name keeps the one that git or a problem gives it.
        return message === undefined ? undefined : { badge: '!', tooltip: message };
      },
    }),
    workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration(section)) load();
    }),
    { dispose: refresh.cancel },
  ];
};
