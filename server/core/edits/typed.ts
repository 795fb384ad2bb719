/** What somebody types in answer to one question, as the file has it. */
import { Refusal } from './insertion.ts';

export interface TypedValue {
  readonly value: string;
  readonly note: string;
}

/** `44: Cards work`: a value, and what happened behind a colon, as in a check-in's line. */
export function valueAndNote(typed: string): TypedValue {
  const colon = /:(?=\s|$)/.exec(typed)?.index ?? typed.length;
  return { value: typed.slice(0, colon).trim(), note: typed.slice(colon + 1).trim() };
}

/** What is asked for of ten may be said without them: `7` for `7/10`. Another text is left to whoever reads it. */
export function confidenceOfTen(typed: string): string {
  const text = typed.trim();
  const isOfTen = /^(?:10|[1-9](?:\.\d)?|0)$/.test(text);
  return isOfTen ? `${text}/10` : text;
}

/**
 * A grade may be said of ten as well, but for 0, 1 and what is a little over 1, which are grades.
 * @throws Refusal where it is none
 */
export function gradeOfTen(typed: string): string {
  const text = typed.trim();
  const words = /^(?:0|1(?:\.\d+)?)$/.test(text) ? text : confidenceOfTen(text);
  const [, number, of] = /^(\d+(?:\.\d+)?)(\s?%|\/10)?$/.exec(words) ?? [];
  const share = Number(number) / (of === undefined ? 1 : of === '/10' ? 10 : 100);
  if (share <= 2) return words;
  if (share > 2) throw new Refusal('A grade is at most 2, or 200%: 1 is all that was wanted.');
  throw new Refusal(`\`${text}\` is no grade: write it as in \`0.7\`, \`70%\` or \`7\` of ten.`);
}
