/** What happened: since the last round of check-ins, and all the way. */
import { letGo } from '../../wording/letting-go.ts';
import { SIGNS } from '../../wording/signs.ts';
import type { ChangeReport, KeyResultReport, MissedForecastReport, Movement, Place, Report } from '../report.ts';
import { capital, inWords, listed, on } from './english.ts';
import { amount, shortDay, sure, unitOf, workedOut } from './figures.ts';
import { openGoals, ownGoals, type Part, teamParts } from './parts.ts';
import { isUnmeasured } from './standing.ts';
import { bold, plain, quoted, sentence } from './text.ts';

/** Beyond so many a sentence that names them all is no longer read. */
const MOST_NAMED = 6;

/** Each movement in a line, team by team, the newest first; and in one sentence what did not move. */
export function moved(part: Part): string[] {
  const news = part.report.moved.filter(({ what }) => what !== 'silent');
  return [...teamByTeam(part, news, move => `${bold(move.title)}: ${movement(move)}`), stood(part, news)];
}

/** A list; of several teams one list each, under its name. */
export function teamByTeam<Move extends Pick<Movement, 'place'>>(
  part: Part,
  moves: readonly Move[],
  line: (move: Move) => string,
): string[] {
  const list = (some: readonly Move[]) => some.map(move => `- ${line(move)}`).join('\n');
  if (part.teams < 2) return [list(moves)];
  const teams = teamPlaces(part);
  const names = new Set(moves.map(({ place }) => teams.get(key(place)) ?? ''));
  return [...names]
    .toSorted((a, b) => orderOf(part, a) - orderOf(part, b))
    .map(name => {
      const own = moves.filter(({ place }) => (teams.get(key(place)) ?? '') === name);
      return `${name === '' ? '' : `${plain(name)}:\n\n`}${list(own)}`;
    });
}

/** `↑ 42 → 44 points` */
export function movement({ what, text, good }: Movement): string {
  const words = plain(text);
  switch (what) {
    case 'rose':
    case 'fell':
      return `${what === 'rose' ? SIGNS.up : SIGNS.down} ${words}${good === false && !words.includes('hold') ? ', the wrong way' : ''}`;
    case 'step-done':
      return `${SIGNS.check} ${words}`;
    // Why it is so stands beside the key result.
    case 'blocked':
      return `${SIGNS.barred} blocked`;
    case 'dropped':
      return `${SIGNS.minus} ${letGo(text).word}`;
    case 'unblocked':
      return `${SIGNS.check} no longer blocked`;
    case 'kpi-worse':
      return `${SIGNS.warning} got worse, ${words}`;
    case 'kpi-better':
      return `${SIGNS.check} got better, ${words}`;
    default:
      return words;
  }
}

/** Open key results that could have moved, and did not. A line that is held is not meant to. */
function stood(part: Part, news: readonly Movement[]): string {
  const moved = new Set(news.map(({ place }) => key(place)));
  const still = openGoals(part)
    .map(({ keyResult }) => keyResult)
    .filter(({ status, verdict }) => status !== 'done' && verdict === null)
    .filter(({ follows, measure }) => follows === null && measure?.kind !== 'keep')
    .filter(keyResult => !moved.has(key(keyResult.place)) && !isUnmeasured(keyResult));
  if (still.length === 0) return '';
  if (still.length > MOST_NAMED) return `${capital(inWords(still.length))} key results did not move.`;
  return `What did not move: ${listed(still.map(({ title }) => quoted(title)))}.`;
}

/** Of everything that may move the title of its team. */
function teamPlaces(part: Part): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const titles = new Map(teamParts(part).map(({ name, title }) => [name, title]));
  for (const { place, team, keyResults } of part.report.objectives) {
    for (const each of [place, ...keyResults.map(keyResult => keyResult.place)])
      places.set(key(each), titles.get(team) ?? '');
  }
  for (const { place, team } of part.report.kpis) places.set(key(place), titles.get(team) ?? team ?? '');
  return places;
}

function orderOf(part: Part, title: string): number {
  const index = teamParts(part).findIndex(team => team.title === title);
  return index < 0 ? part.teams : index;
}

function key({ uri, line }: Place): string {
  return `${uri}#${line}`;
}

/** `- 16 Nov: target of “…” 50 → 48 points: The new survey scale is narrower.` */
export function changed(report: Report): string {
  const known = new Set(
    report.objectives.flatMap(({ dropped, keyResults }) =>
      [dropped?.why, ...keyResults.flatMap(each => [each.dropped?.why, each.blocked])].filter(Boolean),
    ),
  );
  // What stands beside the key result already is not said again.
  return report.changes
    .map(change => {
      const why = known.has(change.why) ? '' : reasonOf(change);
      const because = why === '' ? '.' : `: ${sentence(plain(why))}`;
      return `- ${shortDay(change.date, report.today)}: ${happened(change, report.changes)}${because}`;
    })
    .join('\n');
}

/** The reason, without what the change says already. */
export function reasonOf({ what, why }: ChangeReport): string {
  return what === 'dropped' ? letGo(why).why : why;
}

/** @param all the changes of the report: what was taken up again later was paused */
export function happened(
  { what, title, text, by, why, place, date }: ChangeReport,
  all: readonly ChangeReport[],
): string {
  const name = quoted(title);
  const who = by === null ? '' : ` (${plain(by)})`;
  switch (what) {
    case 'target':
      return `target of ${name} ${plain(text)}${who}`;
    case 'dropped':
      return `${name} was ${letGo(why, isResumedAfter(date, place, all)).word}${who}`;
    case 'resumed':
      return `${name} was taken up again${who}`;
    case 'blocked':
      return `${name} was blocked${who}`;
    case 'unblocked':
      return `${name} was no longer blocked${who}`;
  }
}

function isResumedAfter(day: string, place: Place, all: readonly ChangeReport[]): boolean {
  return all.some(({ what, date, place: there }) => what === 'resumed' && date >= day && key(there) === key(place));
}

interface Misjudged {
  readonly keyResult: KeyResultReport;
  readonly forecast: MissedForecastReport;
  /** As a share of the way. */
  readonly by: number;
}

/** After the end: of each team the forecast that was furthest from what came, and what we knew then. */
export function misjudged(part: Part): string {
  const worst = new Map<string | null, Misjudged>();
  for (const { keyResult, objective } of ownGoals(part)) {
    const { measure, missedForecast: forecast } = keyResult;
    if (forecast === null || measure?.kind !== 'from-to') continue;
    const way = Math.abs((measure.to ?? 0) - (measure.from ?? 0)) || 1;
    const by = Math.abs(forecast.value - forecast.ended) / way;
    if (by > (worst.get(objective.team)?.by ?? 0)) worst.set(objective.team, { keyResult, forecast, by });
  }
  return [...worst.values()].map(each => lookedLike(each, part.today)).join('\n');
}

function lookedLike({ keyResult, forecast }: Misjudged, today: string): string {
  const unit = unitOf(keyResult);
  const { date, value, ended, confidence, note } = forecast;
  const looked = `On ${on(date, today)} ${quoted(keyResult.title)} looked like ${workedOut(value, keyResult, { withUnit: true })} by the end; it ended at ${amount(ended, unit)}.`;
  const knew = confidence === null ? '' : ` We were ${sure(confidence)} sure that day.`;
  return `- ${looked}${knew}${note === '' ? '' : ` What we wrote: ${sentence(quoted(note))}`}`;
}
