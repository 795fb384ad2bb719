/** A gentle reminder that something of mine is due: once a day, when nobody types, and not where it is turned off. */
import { ConfigurationTarget, commands, window, workspace } from 'vscode';
import type { Feature } from '../../feature.ts';
import { okrCheckInSubjects } from '../../protocol.ts';
import { whenQuiet } from '../../when-quiet.ts';
import { whoAsks } from '../check-in/me.ts';
import { remind } from './remind.ts';

const section = 'okr.remindMe';
/** The day of the last one, for all windows. */
const key = 'okr.remindedOn';
/** Milliseconds after the start of the server, and without typing, before anybody is disturbed. */
const quiet = 20_000;
/** An editor that stays open is looked at again: a day passes. */
const again = 4 * 60 * 60 * 1000;

export const reminder: Feature = ({ context, server, output }) => {
  const doors = {
    isWanted: () => workspace.isTrusted && workspace.getConfiguration().get(section) !== false,
    day: () => new Date().toDateString(),
    kept: () => context.globalState.get<string>(key),
    keep: (day: string) => context.globalState.update(key, day),
    due: () => server.request(okrCheckInSubjects, { of: 'due', ...whoAsks() }),
    show: window.showInformationMessage,
    checkIn: () => commands.executeCommand('okr.myCheckIns'),
    stop: () => workspace.getConfiguration().update(section, false, ConfigurationTarget.Global),
  };
  let isWaiting = false;
  const soon = whenQuiet(quiet, () => {
    isWaiting = false;
    if (server.state.kind !== 'ready') return;
    remind(doors).catch(error => {
      // Nobody has asked for it.
      output.debug('Nobody was reminded', String(error));
    });
  });
  const wait = () => {
    isWaiting = true;
    soon.ask();
  };
  const timer = setInterval(wait, again);
  return [
    server.onDidChangeState(({ kind }) => {
      if (kind === 'ready') wait();
    }),
    workspace.onDidChangeTextDocument(() => {
      if (isWaiting) soon.ask();
    }),
    { dispose: soon.cancel },
    { dispose: () => clearInterval(timer) },
  ];
};
