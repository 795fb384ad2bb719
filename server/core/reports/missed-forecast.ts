/** Where we were wrong: what the numbers looked like on the way, against what came. */
import { toIso } from '../calendar/day.ts';
import type { KeyResult } from '../model/elements.ts';
import { forecast } from '../scores/forecast.ts';
import type { KeyResultStanding } from '../scores/key-result.ts';
import { elapsed } from '../scores/pace.ts';
import { knownWay, shareOfWay } from '../scores/progress.ts';
import { valuesOf } from '../scores/series.ts';
import { measureOn } from '../scores/target.ts';
import type { MissedForecastReport } from './report.ts';

/** Earlier nobody could know, and later it is no longer a forecast: shares of the time. */
const [EARLIEST, LATEST] = [0.3, 0.75];
/** A forecast that is off by less, as a share of the way, was right. */
const RIGHT = 0.15;

/** undefined before the end, and where no forecast was far off. */
export function missedForecast(
  { measure, targets }: Pick<KeyResult, 'measure' | 'targets'>,
  { over, period, history, dropped }: KeyResultStanding,
): MissedForecastReport | undefined {
  const values = valuesOf(history);
  const ended = values.at(-1);
  if (!over || dropped !== undefined || measure?.kind !== 'from-to' || ended === undefined) return undefined;
  let worst: { readonly miss: number; readonly report: MissedForecastReport } | undefined;
  for (const { day } of values) {
    const gone = elapsed(period, day);
    if (gone === undefined || gone < EARLIEST || gone > LATEST) continue;
    const known = measureOn(measure, targets, day);
    const way = knownWay(known);
    const said = forecast(
      known,
      values.filter(value => value.day <= day),
      period,
      day,
    );
    if (said === undefined || typeof way === 'string') continue;
    const miss = Math.abs(shareOfWay(said.value, way.from, way.to) - shareOfWay(ended.value, way.from, way.to));
    if (miss < RIGHT || miss <= (worst?.miss ?? 0)) continue;
    const heard = history.filter(entry => entry.day <= day);
    worst = {
      miss,
      report: {
        date: toIso(day),
        value: said.value,
        ended: ended.value,
        confidence: heard.findLast(({ confidence }) => confidence !== undefined)?.confidence ?? null,
        note: heard.findLast(({ note, day: on }) => note !== '' && on === day)?.note ?? '',
      },
    };
  }
  return worst?.report;
}
