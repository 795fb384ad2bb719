/** The title goes one way and the numbers the other. */
import type { FromTo } from '../../../../grammar/tree.ts';
import type { FromToMeasure } from '../../model/elements.ts';
import { cutVerbs } from '../../titles/tables/changes.ts';
import { lowerIsBetter } from '../../titles/tables/nouns.ts';
import { durations } from '../../titles/tables/units.ts';
import { type OpenKeyResult, ofKeyResults } from '../method.ts';
import { headingSpan, placeOf, type Remedy, type Rule, replaces } from '../rule.ts';
import { firstWord, lead } from '../titles.ts';

const raises = /^(?:increas(?:e|es|ing)|rais(?:e|es|ing)|grow(?:s|ing)?|doubl(?:e|es|ing)|tripl(?:e|es|ing))$/;
/** What these cut is what is counted: `Save 40 hours`. */
const counted = /^(?:sav|eliminat|eras|prun|drop|lift|los)/;
/** More of these helps nobody. */
const bad =
  '(?:(?:response|resolution|wait(?:ing)?|load(?:ing)?|handling|cycle|build|delivery|processing|reaction) times?|latency|churn|downtime|attrition|complaints|defects|crashes|outages|rejections)';
const more = new RegExp(
  `\\b(?:(?:increase|rise|growth) (?:in|of)|increas(?:e|es|ing)|raise|grow|double|triple)(?: (?:the|our|average|median|mean|total|customer|ticket|support|page))* (${bad})(?=\\s*(?:$|[,.;(]| (?:by|from|to|on|in|for|of)\\b))`,
  'i',
);

/** What a title wants more of that helps nobody, as it is written. */
export function worsened(title: string): string | undefined {
  return more.exec(title)?.[1];
}

export const krDirection: Rule = {
  id: 'kr-direction',
  severity: 'warning',
  summary: 'A title that goes one way, and numbers that go the other',
  why: 'If the title says “cut” and the numbers rise, the score will praise what nobody wanted.',
  bad: `
    cycle 2026-Q4

    objective help: Help comes before you ask twice
      kr tickets: Cut recurring tickets
        from 294 to 420 tickets
      kr wait: How long a question waits
        from 12 to 4 hours
  `,
  good: `
    cycle 2026-Q4

    objective help: Help comes before you ask twice
      kr tickets: Cut recurring tickets
        from 420 to 294 tickets
      kr wait: How long a question waits
        from 12 to 4 hours
  `,
  today: '2026-10-02',
  checkEntry: ofKeyResults(keyResult => {
    const { node, facts } = keyResult;
    const { title, measure } = facts;
    const way = measure?.kind === 'from-to' && !measure.fromNothing ? wayOf(measure) : undefined;
    const worse = worsened(title);
    if (worse !== undefined && way !== 'fall') {
      return {
        message: `A rise in ${worse.toLowerCase()} is worse, not better: say that it should fall`,
        remedies: () => (way === undefined ? [] : swaps(keyResult)),
      };
    }
    if (way === undefined || !contradicts(title, measure as FromToMeasure, way)) return undefined;
    const line = measureLine(keyResult);
    return {
      span: line === undefined ? headingSpan(node) : { start: line.start, end: line.end },
      message: `The title says “${/^\S+/.exec(title)?.[0]}”, and the numbers ${way}: swap them, or say in the title what goes ${way === 'rise' ? 'up' : 'down'}`,
      remedies: () => swaps(keyResult),
    };
  }),
};

function wayOf({ from, to }: FromToMeasure): 'rise' | 'fall' | undefined {
  return from === null || to === null || from === to ? undefined : to > from ? 'rise' : 'fall';
}

/** What is counted comes after these: `Cut red tape: forms that are online`, `Reduce manual work by automating invoices`. */
const another = /: | [–—-] |\bby \w+ing\b/;

/** Only what is counted is the thing that the title names: `Cut manual work`, `from 20 to 60 automated steps` is right. */
function contradicts(title: string, { from, unit }: FromToMeasure, way: 'rise' | 'fall'): boolean {
  if (another.test(title.replace(lead, ''))) return false;
  const verb = firstWord(title);
  const last = unit.toLowerCase().split(' ').at(-1) as string;
  const isNamed = /^\P{L}*$/u.test(unit) || title.toLowerCase().includes(unit.toLowerCase().replace(/s$/, ''));
  if (way === 'rise') {
    // `Minimise downtime`, `from 99% to 99.9%`: the share that is left.
    if (!cutVerbs.has(verb) || counted.test(verb) || (unit === '%' && (from as number) >= 50)) return false;
    return isNamed || durations.has(last);
  }
  return raises.test(verb) && isNamed && !lowerIsBetter.has(last) && !durations.has(last);
}

function measureLine({ node }: OpenKeyResult): FromTo | undefined {
  const line = node.body.find(each => each.kind === 'from');
  return line?.kind === 'from' && !line.broken ? line : undefined;
}

function swaps(keyResult: OpenKeyResult): Remedy[] {
  const { entry, facts } = keyResult;
  const { from, to, by } = measureLine(keyResult) ?? {};
  const { text } = entry.block;
  // Longer ones are no numbers.
  if (from === undefined || (to ?? by ?? from).end - from.start > 200) return [];
  if (by !== undefined && by.number !== null) {
    const written = text.slice(by.start, by.end);
    const turned = by.number < 0 ? written.replace(/[-−]/, '') : `-${written.replace(/^\+/, '')}`;
    return [replaces(`Write \`by ${turned}\``, placeOf(entry, by), turned, false)];
  }
  const measure = facts.measure as FromToMeasure;
  if (to === undefined || measure.from === null || measure.to === null) return [];
  // The unit stays where it stands.
  const value = (of: typeof from, by: typeof from) =>
    text
      .slice(of.start, of.end)
      .replace(/[-−]?[\d.,_]*\d[\d.,_]*[kKMB]?(?!\p{L})/u, numberIn(text.slice(by.start, by.end)));
  const swapped = `${value(from, to)} to ${value(to, from)}`;
  return [replaces(`Write \`from ${swapped}\``, placeOf(entry, { start: from.start, end: to.end }), swapped, false)];
}

/** As it is written, with its magnitude. */
function numberIn(value: string): string {
  return /[-−]?[\d.,_]*\d[\d.,_]*[kKMB]?(?!\p{L})/u.exec(value)?.[0] ?? value;
}
