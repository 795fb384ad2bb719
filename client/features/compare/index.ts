/** *OKR: Compare with…*: with which revision, then what differs beside its preview, unsaved. */
import { QuickPickItemKind, window, workspace } from 'vscode';
import { command, type Feature, type Host } from '../../feature.ts';
import { okrCompare, okrRevisionChoices } from '../../protocol.ts';
import { Refusal } from '../../refusal.ts';
import { showMarkdown } from '../report/show-markdown.ts';
import { reportSubject } from '../report/subject.ts';
import { revisionEntries } from './choices.ts';

export const compare: Feature = host => [
  command(host, 'okr.compareWith', 'The comparison could not be written', () => compareWith(host)),
];

async function compareWith(host: Host): Promise<void> {
  // Nobody but its own people can say that git may run in a folder.
  if (!workspace.isTrusted) throw new Refusal('Comparing runs git, which this workspace has to be trusted for.');
  const subject = await reportSubject(host.output);
  if (subject === undefined) throw new Refusal('There is nothing to compare yet: this workspace has no .okr file.');
  const uri = subject.toString();
  const choices = await host.server.request(okrRevisionChoices, { uri });
  const entries = revisionEntries(choices).map(entry =>
    entry.choice === undefined ? { ...entry, kind: QuickPickItemKind.Separator } : entry,
  );
  const chosen = await window.showQuickPick(entries, {
    title: 'Compare with…',
    placeHolder: 'What was then, and what is now?',
    matchOnDescription: true,
  });
  if (chosen?.choice === undefined) return;
  const { text } = await host.server.request(okrCompare, { uri, wanted: chosen.choice.wanted });
  await showMarkdown(host, text);
}
