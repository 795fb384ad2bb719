/** *OKR: Copy Markdown Link*: to the objective, key result or KPI at the cursor, by the line that it stands on. */
import { env, Uri, window, workspace } from 'vscode';
import { command, type Feature } from '../../feature.ts';
import { placeOrCursor } from '../../here.ts';
import { okrCheckInSubject } from '../../protocol.ts';
import { Refusal } from '../../refusal.ts';
import { markdownLink } from './markdown-link.ts';

export const link: Feature = host => [
  command(host, 'okr.copyLink', 'The link could not be copied', async argument => {
    const place = placeOrCursor(argument);
    if (place === undefined) throw new Refusal('Put the cursor into an objective first.');
    const { title, place: at } = await host.server.request(okrCheckInSubject, { ...place, me: '' });
    const path = workspace.asRelativePath(Uri.parse(at.uri, true), false);
    await env.clipboard.writeText(markdownLink(title, path, at.line));
    window.setStatusBarMessage(`Copied the link to “${title}”`, 3000);
  }),
];
