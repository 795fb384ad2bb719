/** Words that end the words of a unit: `12 articles about us`. */
import { wordSet } from '../phrases.ts';

export const stopWords = wordSet(`
  a an the and or but nor of in on at by to from for with within without under over above below per each every than as into
  onto via through during before after until since between among across about around against towards toward if when while
  where who which that whose so because using including include is are was were be been being has have had do does did will
  would can could should may might must not no more less fewer only keep keeps least most due up down out off via & vs versus
  it its this these those their our your my his her we they i you including incl e i eg ie plus minus then both either
  total max min maximum minimum compared starting currently
  complete completes finish finishes use uses using reach reaches get gets make makes give gives take takes ship ships rate
  rates report reports say says know knows find finds return returns respond responds pass passes attend attends join joins
  renew renews adopt adopts feel feels agree agrees believe believes recommend recommends
  published completed launched delivered signed closed hired created shipped released resolved identified trained onboarded
  migrated written built held made done sold booked won automated deployed tested documented provisioned rebuilt engaged
  acquired generated
  increase increases growth reduction reductions decrease uplift rise drop improvement improvements decline
  weekly monthly daily quarterly yearly annually hourly
`);

/** Dropped from the front of a unit. */
export const unitOpeners = wordSet('additional more extra other further different distinct separate unique another');
