/** Takes a title that asks for several things apart: “Grow leads by 15% and cut churn to 2%” is two. */
import { measureLine } from './measure-line.ts';
import { readTitle, type TitleMeasure } from './reader.ts';
import { isVerb } from './short-name.ts';

export interface TitlePart {
  readonly text: string;
  /** As `.okr` writes it; undefined where the part names none. */
  readonly measure: string | undefined;
}

/** Between two things; in a list with an “and” the commas are such, too. */
const JOINT = /\s*;\s+|\s*,\s+(?:and\s+)?|\s+(?:and|&)\s+/giu;

/** Longer ones are no titles. */
const LONGEST = 500;

/** At least two parts; undefined where it is one thing, or nobody can tell where the next begins. */
export function splitTitle(title: string): readonly TitlePart[] | undefined {
  if (title.length > LONGEST) return undefined;
  const joints = [...title.matchAll(JOINT)]
    .map(match => ({ start: match.index, end: match.index + match[0].length, text: match[0] }))
    .filter(({ start }) => depthAt(title, start) === 0);
  const cuts = betweenMeasures(title, joints) ?? betweenVerbs(title, joints);
  if (cuts === undefined || cuts.length === 0) return undefined;
  const texts = [...cuts, undefined].map((cut, i) =>
    title.slice(cuts[i - 1]?.end ?? 0, cut?.start ?? title.length).trim(),
  );
  const verb = firstWord(texts[0] as string);
  return texts.map((text, i) => {
    const isWhole = i === 0 || !isVerb(verb.toLowerCase()) || isVerb(firstWord(text).toLowerCase());
    const words = isWhole ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : `${verb} ${text}`;
    const { measures } = readTitle(words);
    return {
      text: words,
      measure: measures.length === 1 ? measureLine(words, measures[0] as TitleMeasure) : undefined,
    };
  });
}

interface Joint {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One joint between each two measures, an “and” rather than a comma; undefined where there are no two measures. */
function betweenMeasures(title: string, joints: readonly Joint[]): readonly Joint[] | undefined {
  const { measures } = readTitle(title);
  if (measures.length < 2) return undefined;
  const cuts = measures.slice(1).map((next, i) => {
    const before = measures[i]?.span.end as number;
    const fitting = joints.filter(({ start, end }) => start >= before && end <= next.span.start);
    return fitting.find(({ text }) => /and|&|;/i.test(text)) ?? fitting.at(-1);
  });
  return cuts.every(cut => cut !== undefined) ? cuts : [];
}

/** “Launch the app and train the sales team”: each is done by itself, and has more than its verb. */
function betweenVerbs(title: string, joints: readonly Joint[]): readonly Joint[] {
  if (!isVerb(firstWord(title).toLowerCase())) return [];
  const cuts: Joint[] = [];
  for (const joint of joints) {
    const before = title.slice(cuts.at(-1)?.end ?? 0, joint.start);
    const after = title.slice(joint.end);
    if (
      /and|&|;/i.test(joint.text) &&
      isVerb(firstWord(after).toLowerCase()) &&
      // `Hire, train and keep` has one object.
      words(before).some(word => !isVerb(word.toLowerCase())) &&
      /\S\s+\S/.test(after) &&
      // `Read 12 books and write a summary of each`
      !/\b(?:it|them|each)\b/i.test(after)
    )
      cuts.push(joint);
  }
  return cuts;
}

function firstWord(text: string): string {
  return /^[\p{L}\p{M}]+/u.exec(text.trimStart())?.[0] ?? '';
}

function words(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}]+/gu) ?? [];
}

/** How many brackets are open. */
function depthAt(title: string, at: number): number {
  let depth = 0;
  for (const character of title.slice(0, at)) {
    if (character === '(' || character === '[') depth++;
    else if ((character === ')' || character === ']') && depth > 0) depth--;
  }
  return depth;
}
