/** What several rules see in a title. */
import { readTitle } from '../titles/reader.ts';

/** Long ones are cut where a word ends. */
export function inQuotes(title: string): string {
  return `“${title.length > 80 ? `${title.slice(0, 80).replace(/\s+\S*$/, '')} …` : title.replace(/[.\s]+$/, '')}”`;
}

/** Whose it is, or its number, before the title itself: `VP Eng: Create a plan`, `2 Release the clusters`. */
const lead = /^(?:[\w ()&/-]{2,40}: |\d+[.)]? )(?=[A-Z])/;

/** In lower case. */
export function firstWord(title: string): string {
  return /^[A-Za-z]+/.exec(title.replace(lead, ''))?.[0].toLowerCase() ?? '';
}

/** What is rolled out begins at nobody: “100% of managers complete the course”. */
const rollout =
  /\bof\b.*\b(?:complet\w+|finish\w*|attend\w*|migrat\w+|onboarded|trained|certified|adopt\w*|enrol\w*|installed|tr(?:y|ied)|moved|switched|signed up|(?:an?|the|our) new)\b/i;
const scored = /\b(?:average|median|rating|ratio|satisfaction|promoter score|e?NPS|CSAT)\b/i;

/** Shares, scores and averages are somewhere on the first day; things that are counted may well begin at none. */
export function beginsSomewhere(title: string, unit: string): boolean {
  if (scored.test(title)) return true;
  return /^(?:%|stars?\b|points?\b)/i.test(unit) && !rollout.test(title);
}

/** Nobody has made up their mind yet: `TBD`, `XXX`, `$N`, `X%`, a `?` in the place of a number. */
const placeholder =
  /\b(?:TBD|TBA|TBC|TODO|FIXME|XX+)\b|[$€£][NXY]\b|\b[NXY]%|(?<!\S)[$€£]?\?%?(?= +\w)|(?<=\b(?:to|by|from|than|least|most) )[$€£]?\?|\?\?|___|[[<](?:number|target|metric|value|name|n|x)[\]>]|\bfrom X to Y\b/;

/** Where it stands in the title. */
export function placeholderIn(title: string): { readonly start: number; readonly end: number } | undefined {
  const found = placeholder.exec(title);
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length };
}

const tasks =
  /^(?:re-?)?(?:(?:implement|create|develop|migrate|write|introduce|organi[sz]e|prepare|publish|refactor|automate|install|define|conduct|integrate|attend|investigate|replace)\b|(?:build|launch|design|release|plan|research|document|ship|draft|deploy|merge|host|roll out|set up) (?:(?:an?|the|our|my|new|all|its|their|your)\b|[A-Z]))/;
/** What is built in years and not by ticking it off, and what says whom it serves. */
const results =
  /\b(?:culture|trust|habits?|reputation|relationships?|awareness|community|loyalty|demand|delight\w*|happ\w+|place|experience|teams?|leaders?|fans|so that|in use|(?:used|loved|adopted) by)\b/i;

/** Something to do that is then done, with no number to it: “Launch the app”. */
export function isTask(title: string): boolean {
  return (
    tasks.test(title.charAt(0).toLowerCase() + title.slice(1)) &&
    !results.test(title) &&
    readTitle(title).reads === 'none'
  );
}
