/** What several rules see in a title. */
import { readTitle } from '../titles/reader.ts';
import { deliverables } from '../titles/tables/deliverables.ts';
import { tokensOf } from '../titles/tokens.ts';

/** Long ones are cut where a word ends. */
export function inQuotes(title: string): string {
  return `“${title.length > 80 ? `${title.slice(0, 80).replace(/\s+\S*$/, '')} …` : title.replace(/[.\s]+$/, '')}”`;
}

/** Whose it is, or its number, before the title itself: `VP Eng: Create a plan`, `2 Release the clusters`. */
export const lead = /^(?:[\w ()&/-]{2,40}: |\d+[.)]? )(?=[A-Z])/;

/** In lower case. */
export function firstWord(title: string): string {
  return /^[A-Za-z]+/.exec(title.replace(lead, ''))?.[0].toLowerCase() ?? '';
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
  /^(?:re-?)?(?:(?:implement|create|develop|migrate|write|introduce|organi[sz]e|prepare|publish|refactor|automate|install|define|conduct|integrate|attend|investigate|replace)\b|(?:build|launch|design|release|plan|research|document|ship|draft|deploy|merge|host|roll out|set up) (?:(?:an?|the|our|my|new|all|its|their|your)\b|[A-Z]\w))/;
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

/** Done when it is there, whatever it is. */
const delivers = /^(?:implement|migrate|install|refactor|launch|ship|release|deploy|merge|host|roll out|set up)\b/;
/** Says for whom it is good, or how good it is. */
const outcomes =
  /\b(?:that|which|who|we|people|everybody|everyone|every|loved?|proud|best|better|more|safe\w*|world|most)\b/i;

/** A task that is a whole objective: something is made, and nothing says what for. */
export function isProject(title: string): boolean {
  const words = title.replace(lead, '');
  const plain = words.charAt(0).toLowerCase() + words.slice(1);
  if (!isTask(plain) || outcomes.test(plain)) return false;
  return delivers.test(plain) || tokensOf(plain).some(({ lower }, at) => at > 0 && deliverables.has(lower));
}
