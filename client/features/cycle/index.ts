/** The cycle that runs, in the status bar; a click opens its preview. */
import { StatusBarAlignment, window } from 'vscode';
import { okrDocument } from '../../documents.ts';
import type { Feature } from '../../feature.ts';
import { oneAtATime } from '../../one-at-a-time.ts';
import { okrChanged, okrToday } from '../../protocol.ts';
import { whenQuiet } from '../../when-quiet.ts';
import { cycleText, cycleTooltip } from './cycle-texts.ts';

/** Milliseconds without a change after which the score is asked for again. */
const quiet = 400;

export const cycle: Feature = ({ server, output }) => {
  const item = window.createStatusBarItem('okr.cycle', StatusBarAlignment.Left, 20);
  item.name = 'OKR Cycle';
  let about: string | null = null;
  const load = oneAtATime(async () => {
    try {
      const answer = await server.request(okrToday, { uri: about });
      if (answer.cycle === null) {
        item.hide();
        return;
      }
      item.text = `$(target) ${cycleText(answer.cycle)}`;
      item.tooltip = cycleTooltip(answer.cycle);
      item.accessibilityInformation = { label: `OKRs: ${cycleText(answer.cycle)}` };
      const place = { uri: answer.cycle.uri };
      item.command = { title: 'Open Preview', command: 'okr.openPreviewToSide', arguments: [place] };
      item.show();
    } catch (error) {
      // The status item of the server says that it is not well.
      output.debug('The cycle in the status bar is not known', String(error));
      item.hide();
    }
  });
  const refresh = whenQuiet(quiet, load);
  const look = () => {
    const uri = okrDocument(window.activeTextEditor)?.uri.toString();
    // Beside a text of another kind it stays what it was.
    if (uri === undefined || uri === about) return;
    about = uri;
    load();
  };
  server.listen(okrChanged, refresh.ask);
  about = okrDocument(window.activeTextEditor)?.uri.toString() ?? null;
  return [
    item,
    window.onDidChangeActiveTextEditor(look),
    server.onDidChangeState(({ kind }) => {
      if (kind === 'ready') refresh.ask();
    }),
    { dispose: refresh.cancel },
  ];
};
