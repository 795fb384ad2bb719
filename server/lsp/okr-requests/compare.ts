/** *OKR: Compare with…*: what a workspace can be compared with, and the comparison as Markdown. */
import { addRhythm, dayInWords, fromIso, toIso } from '../../core/calendar/day.ts';
import { cycleChoices } from '../../core/reports/cycles.ts';
import type {
  CompareAnswer,
  CompareParams,
  RevisionChoice,
  RevisionChoicesParams,
} from '../../core/requests/compare.ts';
import { compareWorkspaces } from '../../core/revisions/compare.ts';
import { comparisonMarkdown } from '../../core/revisions/markdown.ts';
import { refusal } from '../doors/door.ts';
import { NoHistory } from '../no-history.ts';
import type { Session } from '../server.ts';
import type { Loaded } from '../workspaces.ts';

export async function revisionChoices(
  { workspaces, ready }: Session,
  { uri }: RevisionChoicesParams,
): Promise<RevisionChoice[]> {
  await ready;
  const loaded = workspaces.of(uri);
  const histories = await workspaces.files.histories();
  return politely(async () => [...daysToChoose(loaded), ...(await histories.choices(loaded.workspace))]);
}

export async function compare({ workspaces, ready }: Session, { uri, wanted }: CompareParams): Promise<CompareAnswer> {
  await ready;
  const loaded = workspaces.of(uri);
  const { workspace } = loaded;
  const histories = await workspaces.files.histories();
  const past = await politely(() => histories.past(workspace, wanted));
  // A first pass finds out which data files are wanted, a second one has them.
  compareWorkspaces(undefined, loaded);
  await workspaces.loadData();
  const difference = compareWorkspaces(past, loaded);
  const { objectives, kpis, initiatives } = difference;
  const isSame = objectives.length + kpis.length + initiatives.length === 0;
  const text = comparisonMarkdown({
    today: toIso(workspace.today.get()),
    before: past.revision,
    after: { name: 'now', id: null, date: null, author: null, subject: null },
    workspaces: isSame ? [] : [{ folder: '.', ...difference }],
  });
  return { text };
}

/** A week ago, and when the running cycle began. */
function daysToChoose({ workspace }: Loaded): RevisionChoice[] {
  const today = workspace.today.get();
  const week = addRhythm(today, { count: 1, unit: 'week' }, -1);
  const [running] = cycleChoices(workspace).filter(({ current }) => current);
  const start = running?.start == null ? undefined : fromIso(running.start);
  return [
    { label: 'A week ago', day: week },
    ...(start === undefined || running === undefined ? [] : [{ label: `Start of ${running.id}`, day: start }]),
  ].map(({ label, day }) => ({
    group: 'days',
    label,
    description: dayInWords(day, today),
    wanted: { day: toIso(day) },
  }));
}

async function politely<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw error instanceof NoHistory ? refusal(error.message) : error;
  }
}
