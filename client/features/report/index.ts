/** *OKR: Quarterly Report*: which cycle, which team, then the text beside its preview, unsaved. */
import { commands, Uri, window, workspace } from 'vscode';
import type { CycleChoice } from '../../../server/core/requests.ts';
import { command, type Feature, type Host } from '../../feature.ts';
import { okrCycles, okrReport } from '../../protocol.ts';
import { reportArgument } from './argument.ts';
import { type Choice, cycleChoices, teamChoices } from './choices.ts';
import { reportSubject } from './subject.ts';

const title = 'Quarterly Report';

export const report: Feature = host => [
  command(host, 'okr.quarterlyReport', 'The report could not be written', async argument => {
    const asked = reportArgument(argument);
    const subject = asked.uri === undefined ? await reportSubject(host.output) : Uri.parse(asked.uri, true);
    const cycles = subject === undefined ? [] : await host.server.request(okrCycles, { uri: subject.toString() });
    if (subject === undefined || cycles.length === 0) {
      await explainNothingToReport(subject);
      return;
    }
    const named = cycles.find(({ id }) => id.toLowerCase() === asked.cycle?.toLowerCase());
    const cycle = named ?? (await choose(cycleChoices(cycles), 'Which cycle?'));
    if (cycle === undefined) return;
    const team = await chooseTeam(cycle);
    if (team === undefined) return;
    await writeReport(host, subject, cycle.id, team);
  }),
];

async function writeReport({ server, output }: Host, subject: Uri, cycle: string, team: string | null): Promise<void> {
  const { text } = await server.request(okrReport, { uri: subject.toString(), cycle, team, format: 'markdown' });
  const document = await workspace.openTextDocument({ language: 'markdown', content: text });
  await window.showTextDocument(document, { preview: false });
  try {
    await commands.executeCommand('markdown.showPreviewToSide', document.uri);
  } catch (error) {
    // The text is there; an editor may have its Markdown extension turned off.
    output.warn('The Markdown preview could not be opened', String(error));
  }
}

/** @returns null for everyone, undefined where it was dismissed */
async function chooseTeam(cycle: CycleChoice): Promise<string | null | undefined> {
  const choices = teamChoices(cycle);
  return choices === undefined ? null : choose(choices, 'Whose report?');
}

async function choose<T>(choices: readonly Choice<T>[], placeHolder: string): Promise<T | undefined> {
  const chosen = await window.showQuickPick(choices, { title, placeHolder, matchOnDescription: true });
  return chosen?.value;
}

async function explainNothingToReport(subject: Uri | undefined): Promise<void> {
  await window.showInformationMessage(
    subject === undefined
      ? 'There is nothing to report yet: this workspace has no .okr file.'
      : 'There is nothing to report yet: no objective belongs to a cycle. Put a line such as “cycle 2026-Q4” above the objectives.',
  );
}
