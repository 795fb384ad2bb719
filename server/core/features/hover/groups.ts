/** Teams and cycles: their objectives together. */
import type { CycleInfo } from '../../model/cycles.ts';
import type { Day } from '../../model/elements.ts';
import type { ObjectiveEntry } from '../../model/entry.ts';
import { cycleOf } from '../../model/resolve.ts';
import { teamInfo } from '../../model/teams.ts';
import type { Workspace } from '../../model/workspace.ts';
import { headline, type Mean, standTogether, type TeamMean } from '../../scores/cycle.ts';
import { showScore } from '../../scores/rounding.ts';
import { rhythmInWords } from '../../wording/rhythm.ts';
import type { FeatureContext } from '../context.ts';
import { bar, blocks, code, facts, few, plain, table } from '../markdown.ts';
import { standingInShort, titleOf } from '../naming.ts';
import { count, fromToday, shortDay, span, statusInWords, timeGone } from '../words.ts';
import { description } from './description.ts';

const ROWS = 8;

// ---- cycles

export function cycleCard(context: FeatureContext, cycle: CycleInfo, team?: string | null | undefined): string {
  const { workspace } = context;
  const today = workspace.today.get();
  const { title, rhythm } = workspace.cycles.about(cycle, team);
  const teams = teamsIn(context, cycle);
  const all = headline(teams, name => teamInfo(workspace, name).parent, settingOf(context, cycle));
  const objectives = teams.reduce((sum, { of }) => sum + of, 0);
  return blocks(
    [`**${plain(title === '' ? cycle.id : title)}**`, ...(title === '' ? [] : [code(cycle.id)])].join(' '),
    timeOf(cycle, today),
    objectives === 0 ? 'No objectives yet' : meanLine(all, teams.length < 2 ? undefined : 'the top teams'),
    teams.length < 2 ? undefined : teamRows(workspace, teams),
    facts([['Check-ins', rhythm && rhythmInWords(rhythm)]]),
  );
}

/** `1 Oct – 31 Dec 2026 · ▰▰▰▰▰▰▱▱▱▱ 56% gone, 40 days left` */
function timeOf({ period, isDefined }: CycleInfo, today: Day): string {
  const { first, last } = period;
  if (first === undefined)
    return isDefined ? '' : 'No calendar knows this cycle: give its days with `from DATE to DATE`';
  if (last === undefined) return `Since ${shortDay(first, today)}, with no last day yet: no pace either`;
  const days = span(first, last);
  if (today > last) return `${days} · ended ${fromToday(last, today)}`;
  if (today < first) return `${days} · begins ${fromToday(first, today)}`;
  const share = last === first ? 1 : (today - first) / (last - first);
  return `${days} · ${bar(share)} ${timeGone(period, today)}`;
}

function teamRows(workspace: Workspace, teams: readonly TeamMean[]): string {
  const lines = teams
    .slice(0, ROWS)
    .map(team => [
      plain(team.name === undefined ? 'No team' : teamInfo(workspace, team.name).title),
      String(team.of),
      team.score === undefined ? '' : showScore(team.score),
      statusInWords(team.status),
    ]);
  const more = teams.length > ROWS ? `\n\nand ${teams.length - ROWS} more teams` : '';
  return `${table(['Team', '>Objectives', '>Score', 'Status'], lines)}${more}`;
}

/** Each team's objectives in a cycle together; those without a team are one as well. */
function teamsIn(context: FeatureContext, cycle: CycleInfo): TeamMean[] {
  const { workspace } = context;
  const byTeam = new Map<string | undefined, ObjectiveEntry[]>();
  for (const entry of objectivesOf(workspace)) {
    if (entry.team === null || cycleOf(workspace, entry)?.key !== cycle.key) continue;
    const own = byTeam.get(entry.team);
    if (own === undefined) byTeam.set(entry.team, [entry]);
    else own.push(entry);
  }
  return [...byTeam].map(([name, entries]) => ({ name, ...together(context, entries, cycle) }));
}

function* objectivesOf(workspace: Workspace): Iterable<ObjectiveEntry> {
  for (const entry of workspace.entries.get()) if (entry.appearance.type === 'objective') yield entry as ObjectiveEntry;
}

function together(context: FeatureContext, entries: readonly ObjectiveEntry[], cycle: CycleInfo): Mean {
  return standTogether(
    entries.map(entry => context.standings.objective(entry).objective),
    settingOf(context, cycle),
  );
}

function settingOf({ workspace }: FeatureContext, { period }: CycleInfo) {
  return { period, today: workspace.today.get(), thresholds: workspace.settings.shared.thresholds };
}

/** `▰▰▰▱▱▱▱▱▱▱ **0.35** from 3 objectives · 0.55 expected today · **▲ at risk**` */
function meanLine({ score, expected, status, over, scored, of }: Mean, source?: string): string {
  if (score === undefined) return `No score yet, from ${count(of, 'objective')}`;
  const from = source ?? (scored === of ? count(of, 'objective') : `${scored} of ${count(of, 'objective')}`);
  const pace = expected === undefined || over ? [] : [`${showScore(expected)} expected today`];
  return [`${bar(score)} **${showScore(score)}** from ${from}`, ...pace, `**${statusInWords(status)}**`].join(' · ');
}

// ---- teams

export function teamCard(context: FeatureContext, name: string, heading: string | null | undefined): string {
  const { workspace } = context;
  const info = teamInfo(workspace, name);
  const own = [...objectivesOf(workspace)].filter(entry => entry.team === name);
  const cycle = typeof heading === 'string' ? workspace.cycles.of(heading) : currentCycle(workspace, own);
  const entries = cycle === undefined ? [] : own.filter(entry => cycleOf(workspace, entry)?.key === cycle.key);
  const children = [...new Set(teamNames(workspace))].filter(other => teamInfo(workspace, other).parent === name);
  const handle = (who: string) => plain(`@${who}`);
  return blocks(
    `**${plain(info.title)}**${info.title === name ? '' : ` ${code(name)}`}`,
    description(info.description),
    facts([
      ['Lead', info.lead && handle(info.lead)],
      ['Members', few(info.members.map(handle), 10)],
      ['Part of', info.parent && plain(teamInfo(workspace, info.parent).title)],
      [
        'Teams in it',
        few(
          children.map(child => plain(teamInfo(workspace, child).title)),
          10,
        ),
      ],
      ['Check-ins', info.rhythm && rhythmInWords(info.rhythm)],
    ]),
    cycle === undefined || entries.length === 0
      ? undefined
      : `${code(cycle.id)} ${meanLine(together(context, entries, cycle))}`,
    entries.length === 0 ? undefined : objectiveRows(context, entries),
  );
}

export function teamNames(workspace: Workspace): string[] {
  return workspace.named('team', '*').map(entry => (entry.appearance as { name: string }).name);
}

function objectiveRows(context: FeatureContext, entries: readonly ObjectiveEntry[]): string {
  const lines = entries.slice(0, ROWS).map(entry => {
    return `- ${plain(titleOf(context, entry))}: ${standingInShort(context, entry)}`;
  });
  return lines.join('\n') + (entries.length > ROWS ? `\n- and ${entries.length - ROWS} more` : '');
}

/** Of the cycles that some objectives are in, the shortest that we are in. */
export function currentCycle(workspace: Workspace, entries: Iterable<ObjectiveEntry>): CycleInfo | undefined {
  const today = workspace.today.get();
  let best: CycleInfo | undefined;
  let shortest = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    const cycle = cycleOf(workspace, entry);
    if (cycle?.period.first === undefined || !workspace.cycles.holds(cycle, today)) continue;
    const length = (cycle.period.last ?? Number.MAX_VALUE) - cycle.period.first;
    if (length < shortest) [best, shortest] = [cycle, length];
  }
  return best;
}
