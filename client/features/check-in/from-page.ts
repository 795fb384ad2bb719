/** Writes what somebody ticks, says or asks for in a page. The page keeps the focus unless there is more to write. */
import { Uri, window, workspace } from 'vscode';
import type { SayParams } from '../../../server/core/requests/check-in.ts';
import type { FromPage } from '../../../server/core/requests/preview.ts';
import { writtenInWords } from '../../../server/core/wording/check-in.ts';
import type { Host } from '../../feature.ts';
import { okrCheckIn, okrCheckInSubject } from '../../protocol.ts';
import { Refusal } from '../../refusal.ts';
import { showLine } from '../../reveal-source.ts';
import { whoAsks } from './me.ts';
import { put, write } from './write.ts';

/** @throws Refusal where the text has changed since the edit was made for it */
export async function writeFromPage(host: Host, params: Extract<FromPage, { type: 'write' }>['params']): Promise<void> {
  const address = Uri.parse(params.uri, true).toString();
  const versionNow = () => workspace.textDocuments.find(({ uri }) => uri.toString() === address)?.version;
  const version = versionNow();
  const written = await host.server.request(okrCheckIn, params.what === 'say' ? await inMyName(host, params) : params);
  if (versionNow() !== version)
    throw new Refusal('The text has changed meanwhile, so nothing is written: do it again.');
  // It is a beginning: whoever asked for it goes on in the text.
  if (params.what === 'objective') return write(written, writtenInWords(params));
  if ((await put(written)) !== undefined) return;
  const { uri, line } = written.place;
  const show = 'Show';
  if ((await window.showInformationMessage(writtenInWords(params), show)) === show) await showLine(uri, line);
}

async function inMyName(host: Host, params: SayParams): Promise<SayParams> {
  const { uri, line } = params;
  const { me } = await host.server.request(okrCheckInSubject, { uri, line, ...whoAsks() });
  return { ...params, by: me };
}
