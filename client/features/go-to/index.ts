/** *OKR: Go to Objective*: any objective, key result or KPI of the workspace, by what it is called. */
import { window } from 'vscode';
import { command, type Feature } from '../../feature.ts';
import { okrOutline } from '../../protocol.ts';
import { showLine } from '../../reveal-source.ts';
import { destinations } from './choices.ts';

export const goTo: Feature = host => [
  command(host, 'okr.goToObjective', 'The objectives could not be listed', async () => {
    const list = host.server.request(okrOutline, { by: 'cycle', past: true }).then(destinations);
    const chosen = await window.showQuickPick(list, {
      title: 'Go to Objective',
      placeHolder: 'An objective, a key result or a KPI; also @owner, a team or a cycle',
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (chosen !== undefined) await showLine(chosen.item.place.uri, chosen.item.place.line);
  }),
];
