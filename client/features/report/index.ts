/**
 * *OKR: Quarterly Report*, *OKR: Weekly Agenda* and *OKR: Digest*: which cycle, which team, of how many days, then the
 * text beside its preview, unsaved.
 */
import { Uri, window } from 'vscode';
import type { CycleChoice } from '../../../server/core/requests/cycles.ts';
import type { ReportParams } from '../../../server/core/requests/report.ts';
import { command, type Feature, type Host } from '../../feature.ts';
import { okrCycles, okrReport } from '../../protocol.ts';
import { reportArgument } from './argument.ts';
import { type Choice, cycleChoices, dayChoices, teamChoices } from './choices.ts';
import { showMarkdown } from './show-markdown.ts';
import { reportSubject } from './subject.ts';

const title = { review: 'Quarterly Report', agenda: 'Weekly Agenda', digest: 'Digest' } as const;
type What = keyof typeof title;
const WHOSE: Readonly<Record<What, string>> = {
  review: 'Whose report?',
  agenda: 'Whose meeting?',
  digest: 'Whose digest?',
};

export const report: Feature = host => [
  command(host, 'okr.quarterlyReport', 'The report could not be written', argument => write(host, 'review', argument)),
  command(host, 'okr.weeklyAgenda', 'The agenda could not be written', argument => write(host, 'agenda', argument)),
  command(host, 'okr.digest', 'The digest could not be written', argument => write(host, 'digest', argument)),
];

async function write(host: Host, what: What, argument: unknown): Promise<void> {
  const asked = reportArgument(argument);
  const subject = asked.uri === undefined ? await reportSubject(host.output) : Uri.parse(asked.uri, true);
  const cycles = subject === undefined ? [] : await host.server.request(okrCycles, { uri: subject.toString() });
  const [newest] = cycles;
  if (subject === undefined || newest === undefined) {
    await explainNothingToReport(subject);
    return;
  }
  const named = cycles.find(({ id }) => id.toLowerCase() === asked.cycle?.toLowerCase());
  // A weekly meeting, and what is sent around in between, is about the cycle that runs.
  const cycle = named ?? (what !== 'review' ? newest : await choose(what, cycleChoices(cycles), 'Which cycle?'));
  if (cycle === undefined) return;
  const team = await chooseTeam(what, cycle);
  if (team === undefined) return;
  const days = what === 'digest' ? await choose(what, dayChoices, 'Of how long?') : 0;
  if (days === undefined) return;
  await writeReport(host, { uri: subject.toString(), cycle: cycle.id, team, format: 'markdown', what, days });
}

async function writeReport(host: Host, params: ReportParams): Promise<void> {
  const { text } = await host.server.request(okrReport, params);
  await showMarkdown(host, text);
}

/** @returns null for everyone, undefined where it was dismissed */
async function chooseTeam(what: What, cycle: CycleChoice): Promise<string | null | undefined> {
  const choices = teamChoices(cycle);
  return choices === undefined ? null : choose(what, choices, WHOSE[what]);
}

async function choose<T>(what: What, choices: readonly Choice<T>[], placeHolder: string): Promise<T | undefined> {
  const chosen = await window.showQuickPick(choices, { title: title[what], placeHolder, matchOnDescription: true });
  return chosen?.value;
}

async function explainNothingToReport(subject: Uri | undefined): Promise<void> {
  await window.showInformationMessage(
    subject === undefined
      ? 'There is nothing to report yet: this workspace has no .okr file.'
      : 'There is nothing to report yet: no objective belongs to a cycle. Put a line such as “cycle 2026-Q4” above the objectives.',
  );
}
