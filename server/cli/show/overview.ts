/** How a whole workspace stands: a line for each objective and key result, then what is watched and what is done. */
import { buildReport } from '../../core/reports/build-report.ts';
import { cycleChoices } from '../../core/reports/cycles.ts';
import type { InitiativeReport, KpiReport, Report, TeamReport } from '../../core/reports/report.ts';
import { healthStanding, standingOf } from '../../core/wording/standing.ts';
import { count, day, quantity, score } from '../../core/wording/words.ts';
import { withData } from '../../disk/data.ts';
import type { LoadedWorkspace } from '../../disk/load-workspaces.ts';
import type { Colours } from '../terminal/colours.ts';
import { goalColumns, keyResultRow, objectiveRow, titleRow } from './goal-rows.ts';
import { mark, paint, painted, plain } from './looks.ts';
import { type Column, type Row, tableLines } from './table.ts';

export interface OverviewOptions {
  /** The id of a cycle; undefined: those that today is in. */
  readonly cycle: string | undefined;
  readonly columns: number;
  readonly colours: Colours;
}

export function overview(loaded: LoadedWorkspace, options: OverviewOptions): string {
  const { colours, columns } = options;
  const { shown, past } = reportsFor(loaded, options.cycle);
  const [first] = shown;
  const drawn = shown.filter(({ objectives }) => objectives.length > 0);
  const rows = drawn.flatMap((report, index) => [
    cycleLine(report, colours),
    '',
    ...(index === 0 ? [titleRow(colours)] : []),
    ...report.teams.flatMap(team => teamRows(team, report, colours)),
  ]);
  const lines = [
    ...tableLines(goalColumns, rows, columns),
    ...(first === undefined ? [] : kpiLines(first, options)),
    ...initiativeLine(shown, colours),
    ...past.map(report => `${cycleLine(report, colours)}`),
  ];
  if (lines.length === 0) return 'No objective is in a cycle that today is in.\n';
  // Each part ends in an empty line, for the one that may come after it.
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Those of the cycles that today is in, the shortest first, and of what is in none; and those that have ended. */
function reportsFor({ workspace, standings }: LoadedWorkspace, cycle: string | undefined) {
  return withData(workspace, () => {
    const choices = cycleChoices(workspace);
    const build = (id: string | null) => buildReport(workspace, standings, { cycle: id });
    if (cycle !== undefined) return { shown: [build(cycle)], past: [] };
    return {
      shown: [...choices.filter(({ current }) => current).map(({ id }) => id), null].map(build),
      past: choices.filter(({ current, elapsed }) => !current && elapsed === 1).map(({ id }) => build(id)),
    };
  });
}

/** `2026-Q4  Peak season · 1 Oct to 31 Dec, 40 days left · 0.56 ▲ at risk` */
function cycleLine({ cycle, today }: Report, colours: Colours): string {
  const { id, title, start, end, daysLeft } = cycle;
  const name = colours.bold(id === null ? 'In no cycle' : plain(id));
  const days =
    end === null
      ? start === null
        ? ''
        : `since ${day(start, today)}`
      : `${start === null ? 'until' : `${day(start, today)} to`} ${day(end, today)}`;
  const left = daysLeft === null ? '' : today > (end ?? today) ? ', over' : `, ${count(daysLeft, 'day')} left`;
  const about = [title, days + left].filter(text => text !== '').map(plain);
  const figures = cycle.score === null ? [] : [painted(mark(standingOf(cycle)), colours, `${score(cycle.score)} `)];
  return [name, ...about.map(text => colours.dim(text)), ...figures].join(colours.dim('  ·  '));
}

function teamRows(team: TeamReport, report: Report, colours: Colours): (Row | string)[] {
  const objectives = report.objectives.filter(objective => objective.team === team.name);
  const figures =
    team.score === null
      ? ''
      : painted(mark(standingOf({ ...team, verdict: null })), colours, `  ${score(team.score)} `);
  const title = plain(team.title || (team.name ?? ''));
  return [
    ...(title === '' ? [] : [`${colours.underline(title)}${figures}`]),
    ...objectives.flatMap(objective => [
      objectiveRow(objective, colours),
      ...objective.keyResults.map(keyResult => keyResultRow(keyResult, colours)),
    ]),
    '',
  ];
}

const kpiColumns: readonly Column[] = [
  { most: 20 },
  { flexible: true },
  { align: 'right' },
  {},
  { spare: 1, most: 24 },
  { spare: 2 },
];

function kpiLines({ kpis, today }: Report, { colours, columns }: OverviewOptions): string[] {
  if (kpis.length === 0) return [];
  const rows = kpis.map(kpi => kpiRow(kpi, today, colours));
  const titles = ['', 'now', 'health', 'healthy', 'since'].map(text => ({ text, paint: colours.dim }));
  return [...tableLines(kpiColumns, [[{ text: 'KPIs', paint: colours.bold }, ...titles], ...rows], columns), ''];
}

function kpiRow(kpi: KpiReport, today: string, colours: Colours): Row {
  const health = mark(healthStanding(kpi.health));
  const since = kpi.since !== null && kpi.health !== 'healthy' && kpi.health !== 'unknown';
  return [
    { text: plain(kpi.ref ?? ''), paint: colours.cyan },
    { text: plain(kpi.title) },
    { text: kpi.value === null ? '' : plain(quantity(kpi.value, kpi.unit)) },
    { text: health.text, paint: paint(health.tone, colours) },
    { text: plain(kpi.healthy ?? ''), paint: colours.dim },
    {
      text: kpi.stale ? 'no new reading' : since ? plain(day(kpi.since ?? '', today)) : '',
      paint: colours.dim,
    },
  ];
}

function initiativeLine(reports: readonly Report[], colours: Colours): string[] {
  const all = new Map(
    reports.flatMap(({ initiatives }) =>
      initiatives.map(each => [`${each.place.uri}:${each.place.line}`, each] as const),
    ),
  );
  const open = [...all.values()].filter(({ status }) => status === 'planned' || status === 'active');
  if (open.length === 0) return [];
  const number = (test: (each: InitiativeReport) => boolean) => open.filter(test).length;
  const late = number(({ overdue }) => overdue);
  const parts = [
    `${number(({ status }) => status === 'active')} active`,
    `${number(({ status }) => status === 'planned')} planned`,
  ];
  return [
    `${colours.bold('Initiatives')}  ${parts.join(', ')}${late === 0 ? '' : `, ${colours.red(`${late} overdue`)}`}`,
    '',
  ];
}
