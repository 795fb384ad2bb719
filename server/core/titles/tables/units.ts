/** Units a number is followed by. */
import { wordSet } from '../phrases.ts';

export const durations = wordSet(`
  ms millisecond milliseconds msec µs us s sec secs second seconds min mins minute minutes h hr hrs hour hours d day days
  wk wks week weeks mo mos month months quarter quarters yr yrs year years sprint sprints iteration iterations night nights
`);

/** How long they are, in seconds, or in months where the calendar counts. */
export const durationSizes: ReadonlyMap<string, { readonly size: number; readonly calendar: boolean }> = new Map(
  (
    [
      ['ms millisecond milliseconds msec', 0.001, false],
      ['s sec secs second seconds', 1, false],
      ['min mins minute minutes', 60, false],
      ['h hr hrs hour hours', 3600, false],
      ['d day days', 86_400, false],
      ['wk wks week weeks', 604_800, false],
      ['mo mos month months', 1, true],
      ['quarter quarters', 3, true],
      ['yr yrs year years', 12, true],
    ] as const
  ).flatMap(([words, size, calendar]) => words.split(' ').map(word => [word, { size, calendar }] as const)),
);

/** Before a duration: `2 business days`. */
export const durationAdjectives = wordSet('business working calendar consecutive full engineering person man');

/** Units that are written glued to their digits, as they are written: `3D` and `5G` are names, `3d` and `5g` are not. */
export const gluedUnits = wordSet(`
  ms s sec secs min mins m h hr hrs d w wk wks mo mos yr yrs y µs us ns msec
  kb mb gb tb pb KB MB GB TB PB KiB MiB GiB TiB kB Mb Gb Kb kbps Mbps Gbps Mbit Gbit bps bp rps qps tps RPS QPS TPS rpm fps
  Hz kHz MHz GHz kg g mg t km cm mm l ml L kW MW GW kWh MWh GWh W V dB px pt pts lb lbs mi ft kcal cal pp ppt ppts C F Nm
  min/km kWp rpm VUs PB/s usd eur gbp USD EUR GBP CHF SEK
`);

export const percentWords = wordSet('percent pct percents percentage prozent pourcent');

/** And these, in any case. */
export const gluedWords = wordSet('x days weeks months hours minutes seconds years users customers points people fold');

/** A change in these adds to a percentage. */
export const pointWords = wordSet('pp ppt ppts point points pt pts bps bp');

export const currencySigns = wordSet('$ € £ ¥ ₹ ₩ ₽ ₪ ₺ ₦');

export const currencyCodes = wordSet(`
  usd eur gbp chf sek nok dkk jpy cny inr aud cad nzd brl mxn zar pln czk huf krw sgd hkd ils try us r c a s nt kr euro euros
  dollars dollar pounds kes ngn aed sar
`);

/** Which currency words stand before digits: `USD 5M`; the single letters only before a sign: `US$5M`, `R$5M`. */
export const currencyPrefixes = wordSet(`
  usd eur gbp chf sek nok dkk jpy cny inr aud cad nzd brl mxn zar pln czk huf krw sgd hkd ils kes ngn aed sar rs
`);

/** How often: after a number and its unit. */
export const everyWords = wordSet('per each every a an /');
export const periodWords = wordSet(`
  second minute hour day week month quarter year sprint iteration person user customer employee night seat team engineer
  developer rep release weekday session deploy account head capita visit order s min h hr mo yr
`);
export const periodAdverbs = wordSet('hourly daily weekly biweekly monthly quarterly yearly annually');

/** Counted things whose plural has no s. */
export const plurals = wordSet(`
  people children women men staff feet data media criteria alumni personnel police teeth mice geese kids youth talent
`);
