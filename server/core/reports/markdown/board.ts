/** The board's one page as Markdown: the year in a sentence, its objectives, what went well and what did not. */
import { comparedWithBefore } from '../../wording/cycle-before.ts';
import { daysBetween } from '../../wording/words.ts';
import type { BoardReport } from '../board.ts';
import type { ChangeReport, KeyResultReport, KpiReport, ObjectiveReport, Report } from '../report.ts';
import { happened, reasonOf } from './course.ts';
import { by, goOn, toDecide } from './decisions.ts';
import { inWords, on } from './english.ts';
import {
  amount,
  difference,
  forecastCell,
  nowCell,
  plannedCell,
  score,
  scoreCell,
  shortDay,
  sure,
  toCell,
  unitOf,
} from './figures.ts';
import { behind, type Goal, openGoals, ownerOf, ownGoals, type Part, whole } from './parts.ts';
import { endedAt } from './reviewed.ts';
import { section } from './section.ts';
import { isUnmeasured, SLOW, standing } from './standing.ts';
import { summary } from './summary.ts';
import { type Column, table } from './table.ts';
import { bold, plain, sentence } from './text.ts';
import { timeOf, titleOf } from './title.ts';
import { whereItStandsNow } from './where.ts';

/** More of a kind than this is no longer one page. */
const MOST = { news: 3, kpis: 4, changes: 4, decisions: 3 };

export function boardMarkdown(board: BoardReport): string {
  const { year, all, since } = board;
  const part = whole(year);
  const { well, badly } = wentWellAndNot(whole(all), year, since);
  const blocks = [
    `# ${plain(titleOf(year))}`,
    `*${timeOf(part)}*`,
    [summary(part), plain(comparedWithBefore(year))].join(' ').trim(),
    ...section(isYear(year) ? 'The year’s objectives' : 'Objectives', [yearTable(board, part)]),
    ...section('What went well', [
      lines(well.slice(0, MOST.news), MOST.news, goal => news(goal, part.today)) || 'Nothing is ahead of its plan.',
    ]),
    ...section('What did not', [
      lines(badly.slice(0, MOST.news), MOST.news, goal => news(goal, part.today)) ||
        'Nothing is blocked, missed or behind.',
    ]),
    ...section('Critical KPIs', [criticalKpis(all, part.today)]),
    ...section(`Commitments changed since ${on(since, part.today)}`, [commitments(all, since, part.today)]),
    ...section(part.time === 'over' ? 'To decide' : 'The decision we ask for', [decisions(part)]),
  ];
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`;
}

/** Where nobody plans a year, the board has what is longest. */
function isYear({ cycle: { start, end } }: Report): boolean {
  return start !== null && end !== null && daysBetween(start, end) > 300;
}

function lines<Item>(items: readonly Item[], most: number, line: (item: Item) => string): string {
  const rest = items.length > most ? [`- … and ${inWords(items.length - most)} more`] : [];
  return [...items.slice(0, most).map(item => `- ${line(item)}`), ...rest].join('\n');
}

interface Row {
  readonly objective: ObjectiveReport;
  /** null for the line of the objective itself. */
  readonly keyResult: KeyResultReport | null;
}

function yearTable({ before, since }: BoardReport, part: Part): string {
  const { today, time } = part;
  const isOver = time === 'over';
  const rows = part.objectives
    .filter(({ dropped }) => dropped === null)
    .flatMap((objective): Row[] => [
      { objective, keyResult: null },
      ...objective.keyResults.filter(({ dropped }) => dropped === null).map(keyResult => ({ objective, keyResult })),
    ]);
  const then = earlier(before);
  const ofKeyResult = (cell: (keyResult: KeyResultReport) => string) => (row: Row) =>
    row.keyResult === null ? '' : cell(row.keyResult);
  const columns: readonly Column<Row>[] = [
    { name: 'Objective, key result', cell: titleCell },
    { name: 'To', right: true, cell: ofKeyResult(keyResult => toCell(keyResult, today)) },
    { name: isOver ? 'Ended at' : 'Now', right: true, cell: ofKeyResult(nowCell) },
    { name: 'Plan today', right: true, cell: ofKeyResult(each => (isOver ? '' : plannedCell(each, today))) },
    { name: 'At this pace', right: true, cell: ofKeyResult(each => (isOver ? '' : forecastCell(each, today))) },
    {
      name: 'Score',
      right: true,
      cell: ({ keyResult, objective }) => (keyResult === null ? score(objective.score) : scoreCell(keyResult)),
    },
    { name: 'Sure', right: true, cell: ({ keyResult, objective }) => sure((keyResult ?? objective).confidence) },
    {
      name: `Since ${shortDay(since, today)}`,
      right: true,
      cell: ({ keyResult, objective }) =>
        keyResult === null ? scoreChange(objective, then(objective)) : valueChange(keyResult, then(keyResult)),
    },
    { name: isOver ? 'Verdict' : 'Status', cell: ({ keyResult, objective }) => standing(keyResult ?? objective) },
  ];
  return rows.length === 0 ? '' : table(columns, rows);
}

function titleCell({ objective, keyResult }: Row): string {
  if (keyResult === null) return `${bold(objective.title || 'An objective without a title')}${by(objective.owner)}`;
  const owner = keyResult.owner === objective.owner ? null : keyResult.owner;
  return `${plain(keyResult.title || 'A key result without a title')}${by(owner)}`;
}

type Measured = KeyResultReport | ObjectiveReport;

/** The same element as it was; by its place, which a name may lack. */
function earlier(before: Report): <Any extends Measured>(element: Any) => Any | undefined {
  const all = before.objectives.flatMap((objective): readonly Measured[] => [objective, ...objective.keyResults]);
  const places = new Map(all.map(each => [`${each.place.uri}#${each.place.line}`, each]));
  return <Any extends Measured>({ place }: Any) => places.get(`${place.uri}#${place.line}`) as Any | undefined;
}

function scoreChange(now: Measured, then: Measured | undefined): string {
  if (now.score === null || then?.score == null) return '';
  const by = now.score - then.score;
  return Math.abs(by) < 0.005 ? 'no change' : `${signOf(by)}${score(Math.abs(by))}`;
}

function valueChange(now: KeyResultReport, then: KeyResultReport | undefined): string {
  if (now.measure?.kind === 'milestones') {
    const done = now.measure.done - (then?.measure?.kind === 'milestones' ? then.measure.done : 0);
    return done === 0 ? 'no change' : `${signOf(done)}${Math.abs(done)}`;
  }
  if (now.measure === null) return scoreChange(now, then);
  const was = then?.value ?? (now.measure.kind === 'from-to' ? now.measure.from : null);
  if (now.value === null || was === null) return '';
  const by = now.value - was;
  return Math.abs(by) < 1e-9 ? 'no change' : difference(by, now);
}

function signOf(number: number): string {
  return number < 0 ? '−' : '+';
}

interface News {
  readonly well: readonly Goal[];
  readonly badly: readonly Goal[];
}

/**
 * Of all that runs, or has ended since: what is done or ahead of its plan, and what is blocked, missed or behind. The
 * year's own first, then what supports something; each has a number, or the word of whoever is blocked.
 */
function wentWellAndNot(part: Part, year: Report, since: string): News {
  const own = new Set(year.objectives.map(keyOf));
  const far = ({ objective }: Goal) => (own.has(keyOf(objective)) ? 0 : objective.supports.length > 0 ? 1 : 2);
  const fresh = ownGoals(part).filter(
    ({ keyResult: { end, verdict, value, blocked } }) =>
      (verdict === null || end === null || end > since) && (value !== null || blocked !== null),
  );
  const ahead = ({ score: share, expected }: KeyResultReport) => (share ?? 0) - (expected ?? 1);
  const isWell = ({ keyResult }: Goal) =>
    keyResult.verdict === 'achieved' ||
    keyResult.status === 'done' ||
    (keyResult.status === 'on-track' && keyResult.expected !== null && ahead(keyResult) >= 0);
  const isBad = ({ keyResult: { verdict, status } }: Goal) => verdict === 'missed' || SLOW.includes(status);
  const isOnlyAtRisk = ({ keyResult }: Goal) => Number(keyResult.status === 'at-risk');
  return {
    well: fresh.filter(isWell).toSorted((a, b) => far(a) - far(b) || ahead(b.keyResult) - ahead(a.keyResult)),
    badly: fresh
      .filter(isBad)
      .toSorted(
        (a, b) => isOnlyAtRisk(a) - isOnlyAtRisk(b) || far(a) - far(b) || behind(b.keyResult) - behind(a.keyResult),
      ),
  };
}

/** `**Companies with a first order** (@mei): 11 companies, where the plan for today is 6 and the target 10.` */
function news(goal: Goal, today: string): string {
  const { keyResult } = goal;
  const name = `${bold(keyResult.title)}${by(ownerOf(goal))}`;
  const blocked =
    keyResult.status === 'blocked' && keyResult.blocked !== null ? `blocked: ${plain(keyResult.blocked)}` : '';
  const stands = isUnmeasured(keyResult) ? 'nobody could measure it' : whereItStandsNow(keyResult, today);
  const ended = endedAt(keyResult);
  const missed = ended === '' ? '' : `ended at ${ended}`;
  const achieved = keyResult.value === null ? '' : `achieved, at ${amount(keyResult.value, unitOf(keyResult))}`;
  const what = keyResult.verdict === 'missed' ? missed : keyResult.verdict === 'achieved' ? achieved : blocked;
  return `${name}: ${sentence(what || stands)}`;
}

function criticalKpis({ kpis, objectives, initiatives }: Report, today: string): string {
  const critical = kpis.filter(({ health }) => health === 'critical');
  if (critical.length === 0) return kpis.length === 0 ? '' : 'No KPI is critical.';
  return lines(critical, MOST.kpis, kpi => {
    const { title, value, unit, healthy, since, owner } = kpi;
    const now = value === null ? '' : `: ${amount(value, unit)}`;
    const should = healthy === null ? '' : `; healthy is ${plain(healthy)}`;
    const long = since === null ? '' : `, critical since ${on(since, today)}`;
    const end = dueOf(kpi, objectives, initiatives);
    const when = end === undefined ? 'nothing says by when' : `by ${on(end, today)}`;
    return `${bold(title)}${now}${should}${long}. ${owner === null ? 'Nobody owns it' : plain(owner)}, ${when}.`;
  });
}

/** When what works on a KPI ends: the key results that it feeds, and their initiatives. */
function dueOf(
  { feeds, ref }: KpiReport,
  objectives: readonly ObjectiveReport[],
  initiatives: Report['initiatives'],
): string | undefined {
  const goals = objectives
    .flatMap(({ keyResults }) => keyResults)
    .filter(each => each.ref !== null && feeds.includes(each.ref));
  const work = initiatives.filter(({ supports }) => ref !== null && supports.includes(ref));
  return [...goals.filter(({ verdict }) => verdict === null).map(({ end }) => end), ...work.map(({ due }) => due)]
    .filter(day => day !== null)
    .toSorted()[0];
}

/** What we had committed to, and its target or itself is another now. */
function commitments({ changes, objectives }: Report, since: string, today: string): string {
  const committed = new Set(
    objectives.flatMap(objective => [
      ...(objective.kind === 'committed' ? [keyOf(objective)] : []),
      ...objective.keyResults.filter(({ kind }) => kind === 'committed').map(keyOf),
    ]),
  );
  const changed = changes.filter(
    change => committed.has(keyOf(change)) && change.date > since && /^(?:target|dropped|resumed)$/.test(change.what),
  );
  if (committed.size === 0) return '';
  if (changed.length === 0) return 'None.';
  const because = (change: ChangeReport) => {
    const why = reasonOf(change);
    return why === '' ? '; nobody has said why.' : `: ${sentence(plain(why))}`;
  };
  return lines(
    changed.toReversed(),
    MOST.changes,
    change => `${shortDay(change.date, today)}: ${happened(change, changes)}${because(change)}`,
  );
}

function keyOf({ place }: Pick<ObjectiveReport, 'place'>): string {
  return `${place.uri}#${place.line}`;
}

function decisions(part: Part): string {
  const asked = (part.time === 'over' ? goOn(part) : toDecide(part)).split('\n').filter(line => line !== '');
  if (asked.length > 0) return asked.slice(0, part.time === 'over' ? asked.length : MOST.decisions).join('\n');
  return openGoals(part).length === 0 ? '' : 'None: nothing that we planned for the year is off track or blocked.';
}
