/**
 * What a key result's figures say, in words.
 */
import { inWords, isLineKnown, type LineWords, lineToKeep } from '../reports/kept-line.ts';
import type { ForecastReport, KeepReport, KeyResultReport, MeasureReport } from '../reports/report.ts';
import { unitOfChange } from '../scores/value-text.ts';
import { letGo } from '../wording/letting-go.ts';
import { oldPaceOf } from '../wording/old-pace.ts';
import { weekly } from '../wording/weekly.ts';
import { change, count, day, estimate, longDay, number, percent, quantity, score } from '../wording/words.ts';
import type { Scene } from './scene.ts';

type FromToReport = Extract<MeasureReport, { kind: 'from-to' }>;

/** `From 420 to 294 tickets: now 397, 18 % of the way; 56 % expected today` */
export function wayInWords(keyResult: KeyResultReport, scene: Scene): string {
  const { measure, value, progress, score: points } = keyResult;
  if (measure === null)
    return points === null ? 'No measure' : `Judged at ${score(points)}${expectedInWords(keyResult, scene)}`;
  if (measure.kind === 'milestones') {
    return `${measure.done} of ${count(measure.total, 'milestone')} done${expectedInWords(keyResult, scene)}`;
  }
  const now = value === null ? 'no value yet' : `now ${quantity(value, measure.unit)}`;
  if (measure.kind === 'keep') {
    const held =
      progress === null || value === null || !isLineKnown(measure) ? '' : `, held ${percent(progress)} of the time`;
    return `Keep ${holdInWords(measure)}: ${now}${held}`;
  }
  const reached =
    progress === null || value === null ? '' : `, ${percent(progress)} of the way${expectedInWords(keyResult, scene)}`;
  return `From ${known(measure.from, measure.unit, true)} to ${known(measure.to, measure.unit)}: ${now}${reached}`;
}

/** `at least 99.9 %`, `3 % to 5 %`, `at most ?` */
export function holdInWords(line: KeepReport): string {
  return lineToKeep(line, inWords, known);
}

const inSigns: LineWords = {
  atLeast: '≥\u00a0',
  atMost: '≤\u00a0',
  above: '>\u00a0',
  below: '<\u00a0',
  to: '–',
  and: ' ',
};

/** `≥ 99.9%`, `3%–5%`: the same, where there is little room. */
export function holdInSigns(line: KeepReport): string {
  return lineToKeep(line, inSigns, (bound, unit) => known(bound, unit, true));
}

/** `103 to go`, `5 beyond`; null where one end is unknown. */
export function toGo({ value, progress }: KeyResultReport, { from, to, unit }: FromToReport): string | null {
  if (value === null || to === null || from === null || progress === null) return null;
  const distance = quantity(Math.abs(to - value), unitOfChange(unit), true);
  if (Math.abs(to - value) < 1e-9) return 'reached';
  return progress > 1 ? `${distance} beyond` : `${distance} to go`;
}

/** What the pace says: where it leads, and what it would take; null where it says nothing. */
export function paceInWords(keyResult: KeyResultReport, scene: Scene): string | null {
  const { forecast, measure, paceNeeded } = keyResult;
  if (measure?.kind !== 'from-to' || scene.over) return null;
  const sentences = [
    forecast === null ? '' : forecastInWords(forecast, keyResult, measure, scene),
    paceNeeded === null || Math.abs(paceNeeded) < 1e-9
      ? ''
      : `From now on it takes ${weekly(change(paceNeeded, measure.unit), measure.unit)}.`,
  ].filter(sentence => sentence !== '');
  return sentences.length === 0 ? null : sentences.join(' ');
}

/**
 * `At this pace it stands at 361 tickets on 31 December, short of 294.`; where nobody has spoken for long, `At the pace of
 * its last value, 31 August, it would stand at …`
 */
function forecastInWords(
  { value, score: points, reached }: ForecastReport,
  keyResult: KeyResultReport,
  { to, unit }: FromToReport,
  { today, end: last }: Scene,
): string {
  const old = oldPaceOf(keyResult, today);
  const end = keyResult.due ?? last;
  const pace =
    old === null ? 'At this pace it stands' : `At the pace of its last value, ${day(old, today)}, it would stand`;
  const stands = `${pace} at ${estimate(value, unit)} ${end === null ? 'at the end' : `on ${longDay(end, today)}`}`;
  if (reached !== null && reached > today)
    return `${stands}, and ${old === null ? 'meets' : 'meet'} its target on ${longDay(reached, today)}.`;
  return to === null || points >= 1 - 1e-9 ? `${stands}.` : `${stands}, short of ${quantity(to, unit, true)}.`;
}

/** `?` where somebody still has to find out. */
export function known(value: number | null, unit: string, bare = false): string {
  return value === null ? '?' : quantity(value, unit, bare);
}

/** The day on which a coach asks how one would notice. */
export function lastDay(keyResult: KeyResultReport, { end, today }: Scene): string {
  const last = keyResult.due ?? end;
  return last === null ? 'at the end' : `on ${longDay(last, today)}`;
}

/** `Dropped 30 Oct: The partner withdrew`, `Paused 30 Oct: Mei helps customer care` */
export function droppedInWords({ date, why }: { readonly date: string; readonly why: string }, today: string): string {
  const { word, why: reason } = letGo(why);
  return `${word === 'paused' ? 'Paused' : 'Dropped'} ${day(date, today)}${reason === '' ? '' : `: ${reason}`}`;
}

/** `weight 2` where it is not the usual one. */
export function weightInWords(weight: number): string | null {
  return weight === 1 ? null : `weight ${number(weight)}`;
}

function expectedInWords({ expected, status }: KeyResultReport, { over }: Scene): string {
  return expected === null || over || status === 'done' ? '' : `; ${percent(expected)} expected today`;
}
