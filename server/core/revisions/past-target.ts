/** A target as it once was, and how a key result is known again in another version of its file. */
import type { Span, Statement } from '../../../grammar/tree.ts';
import type { KeyResult, Measure } from '../model/elements.ts';
import type { ObjectiveEntry } from '../model/entry.ts';
import type { Revision } from './revision.ts';

export interface PastTarget {
  /** That brought it; undefined where it is older than all that is known. */
  readonly revision: Revision | undefined;
  readonly measure: Measure;
  /** The measure as written, and of it what is to be reached (`goalText`). */
  readonly line: string;
  readonly goal: string;
}

/** A key result through the versions of its file. */
export interface Course {
  /** The name that it had last. */
  readonly name: string | undefined;
  /** Oldest first. */
  readonly targets: readonly PastTarget[];
}

/** By each of its keys (`keysOf`). */
export type PastTargets = ReadonlyMap<string, Course>;

/** The past of a key result. Two that have names are one only if they have the same. */
export function courseOf<C extends Course>(
  past: ReadonlyMap<string, C>,
  entry: ObjectiveEntry,
  keyResult: KeyResult,
): C | undefined {
  const { name } = keyResult;
  return keysOf(entry, keyResult)
    .map(key => past.get(key))
    .find(course => course !== undefined && (course.name === undefined || name === undefined || course.name === name));
}

/** By its own name in the objective's, else by titles; what is in another cycle or team is another one. */
export function keysOf({ team, cycle, element }: ObjectiveEntry, keyResult: KeyResult): string[] {
  const keys: string[] = [];
  for (const objective of namesOf(element))
    for (const own of namesOf(keyResult)) keys.push(JSON.stringify([team, cycle?.toLowerCase(), objective, own]));
  return keys;
}

function namesOf({ name, title }: Pick<KeyResult, 'name' | 'title'>): string[] {
  return [...(name === undefined ? [] : [`#${name}`]), ...(title === '' ? [] : [title])];
}

/** The line that says what is to be reached or held, where it can be read. */
export function measureLine({ body }: Statement): Statement | undefined {
  return body.find(({ kind }) => kind === 'from' || kind === 'to' || kind === 'keep');
}

/** Of a measure's line what is to be reached, or held. */
export function goalSpan(line: Statement): Span | undefined {
  return line.kind === 'from'
    ? (line.to ?? line.by)
    : line.kind === 'to'
      ? line.to
      : line.kind === 'keep'
        ? line.hold
        : undefined;
}

/** What is to be reached, as written: `50 points`, `by -30%`, `at least 99%`. */
export function goalText(line: Statement, { start, end }: Span, text: string): string {
  const isChange = line.kind === 'from' && line.to === undefined;
  return (isChange ? 'by ' : '') + text.slice(start, end);
}
