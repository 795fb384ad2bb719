/** How people write what is what: `Objective 1: …`, `KR 1.2 - …`, `**O:** …`, and how far it is: `(0.7)`, `=> 60%`, `Done`. */
import type { ItemKind, SourceGrade } from './source.ts';

export interface Labelled {
  readonly kind: ItemKind | undefined;
  /** `1.2` of `KR 1.2: …`; none or one. */
  readonly number: readonly string[];
  readonly title: string;
}

const labels: readonly [RegExp, ItemKind][] = [
  [/^(?:objectives?|obj\.?)\s*(?:#?(?<number>\d+(?:\.\d+)*)\s*[:.)–—-]*|[:)–—-]+)\s*/iu, 'objective'],
  [/^O\s*#?(?<number>\d+(?:\.\d+)*)?\s*(?:[:)–—]+|\.(?=\s)|\s-(?=\s))\s*/iu, 'objective'],
  [/^key[\s-]*results?\s*(?:#?(?<number>\d+(?:\.\d+)*)\s*[:.)–—-]*|[:)–—-]+)\s*/iu, 'key result'],
  [/^O?\d*KR\s*#?(?<number>\d+(?:\.\d+)*)?\s*(?:[:.)–—-]+|(?<=\d)\s)\s*/iu, 'key result'],
  [/^(?:initiatives?|projects?)\s*#?(?<number>\d+(?:\.\d+)*)?\s*[:)–—-]+\s*/iu, 'initiative'],
  [/^KPI\s*#?(?<number>\d+(?:\.\d+)*)?\s*[:)–—-]+\s*/iu, 'kpi'],
];

export function labelOf(text: string): Labelled {
  const plain = withoutMarks(text);
  for (const [label, kind] of labels) {
    const found = label.exec(plain);
    if (found === null) continue;
    const number = found.groups?.['number'];
    return { kind, number: number === undefined ? [] : [number], title: plain.slice(found[0].length).trim() };
  }
  return { kind: undefined, number: [], title: plain };
}

/** The same of a title: one that is nothing but a label stays what it is. */
export function labelOfTitle(text: string): Labelled {
  const label = labelOf(text);
  return label.title === '' ? { ...label, title: withoutMarks(text) } : label;
}

/** Without what makes words bold, and ticks. */
export function withoutMarks(text: string): string {
  return text
    .replace(/^\s*\[[ xX]\]\s+/, '')
    .replace(/(\*\*|__)(?=\S)(.*?)(?<=\S)\1/g, '$2')
    .replace(/\s+/g, ' ')
    .trim();
}

const share = String.raw`(?:[01](?:\.\d+)?|0?\.\d+|\d{1,3}(?:\.\d+)?\s?%|\d{1,2}(?:\.\d+)?\/10)`;
const scoreAtEnd = new RegExp(
  String.raw`\s*(?:[([]\s*(?:score:?\s*)?(${share})\s*[)\]]|(?:=>|→|score:)\s*(${share}))\s*\.?$`,
  'i',
);
const scoreInFront = /^(\d{1,3}(?:\.\d+)?\s?%)\s*:\s+/;
const doneAtEnd = /\s*(?:[-–—:(]\s*|(?<=[.!])\s)(?:done|completed?|achieved)\)?[.!]?$/i;

/** The score that a title carries, and the title without it. A number in brackets that may be its measure stays. */
export function scoreIn(
  title: string,
  place: string,
): { readonly title: string; readonly grades: readonly SourceGrade[] } {
  const graded = (rest: string, grade: string, why = '') => ({
    title: rest.trim(),
    grades: [{ place, date: '', grade: grade.replace(/\s+/g, '').replace(/^\./, '0.'), why }],
  });
  const atEnd = scoreAtEnd.exec(title);
  const score = atEnd?.[1] ?? atEnd?.[2];
  if (atEnd !== null && score !== undefined && atEnd.index > 0 && !(atEnd[1] !== undefined && /^\d$/.test(score)))
    return graded(title.slice(0, atEnd.index), score);
  const inFront = scoreInFront.exec(title);
  if (inFront?.[1] !== undefined) return graded(title.slice(inFront[0].length), inFront[1]);
  const done = doneAtEnd.exec(title);
  if (done !== null && done.index > 0) return graded(title.slice(0, done.index), '1.0', 'Done');
  return { title, grades: [] };
}
