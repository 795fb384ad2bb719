/** A measure as the line below its title: with a `?` for the baseline of what is somewhere today. */
import { textOf } from './measure-text.ts';
import type { TitleMeasure } from './reading.ts';

/** What is rolled out begins at nobody: “100% of managers complete the course”. */
const rollout =
  /\bof\b.*\b(?:complet\w+|finish\w*|attend\w*|migrat\w+|onboarded|trained|certified|adopt\w*|enrol\w*|installed|tr(?:y|ied)|moved|switched|signed up|(?:an?|the|our) new)\b/i;
/** What grows or shrinks by so much is something already: “by 20% to $1.2M”. */
const byAndTo = /\bby\s+[^\s\d]?\d[\d.,]*\s*\S*(?:\s+\p{L}+)?,?\s+to\s+[^\s\d]?\d/iu;
const scored = /\b(?:average|median|rating|ratio|satisfaction|promoter score|e?NPS|CSAT)\b/i;

/**
 * Shares, scores and averages are somewhere on the first day, and so is what changes by so much; things that are counted
 * may well begin at none.
 */
export function beginsSomewhere(title: string, unit: string): boolean {
  if (scored.test(title) || byAndTo.test(title)) return true;
  return /^(?:%|stars?\b|points?\b)/i.test(unit) && !rollout.test(title);
}

/** `to 12 articles`, but `from ? to 95%`: where a level stands today the title does not say. */
export function measureLine(title: string, measure: TitleMeasure): string {
  const text = textOf(measure);
  const unit = measure.written[0]?.endsWith('%') ? '%' : measure.unit;
  return text.startsWith('to ') && beginsSomewhere(title, unit) ? `from ? ${text}` : text;
}
