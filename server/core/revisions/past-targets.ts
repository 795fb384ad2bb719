/** Reads from the versions of a file which targets its key results had. */

import type { ObjectiveEntry } from '../model/entry.ts';
import { OkrFile } from '../model/file.ts';
import { keyResultNodes, statementOf } from '../rules/rule.ts';
import { oneLine } from '../wording/one-line.ts';
import {
  type Course,
  courseOf,
  goalSpan,
  goalText,
  keysOf,
  measureLine,
  type PastTarget,
  type PastTargets,
} from './past-target.ts';
import type { Revision, Version } from './revision.ts';

interface GrowingCourse extends Course {
  name: string | undefined;
  /** The version that it was last seen in. */
  seen: number;
  readonly targets: PastTarget[];
}

/** Most versions bring a check-in only. */
const counts = /^[ \t]*(?:objective|kr|team|cycle|from|to|keep)\b.*/gim;
const nobody = { add() {}, remove() {}, retitle() {} };

/** Of a text what a target depends on: where that is the same, so are all targets. */
export function targetLines(text: string): string {
  return (text.match(counts) ?? []).join('\n');
}

/**
 * @param versions of one file, newest first
 * @returns what each of its key results was to reach, whenever that changed
 */
export function pastTargets(versions: readonly Version[]): PastTargets {
  const courses = new Map<string, GrowingCourse>();
  let before: string | undefined;
  for (const [seen, { revision, text }] of [...versions].reverse().entries()) {
    const lines = targetLines(text);
    if (lines !== before) take(courses, text, revision && clean(revision), seen);
    before = lines;
  }
  return courses;
}

/** Whoever shows it need not know that others wrote it. */
function clean({ id, day, author, subject }: Revision): Revision {
  const short = subject.length > 72 ? `${subject.slice(0, 71)}…` : subject;
  return { id, day, author: oneLine(author), subject: oneLine(short) };
}

function take(courses: Map<string, GrowingCourse>, text: string, revision: Revision | undefined, seen: number): void {
  for (const { entries } of new OkrFile('', text, true, nobody).content) {
    for (const each of entries) {
      const root = statementOf(each);
      // Under a heading that cannot be read nobody knows of which cycle it is.
      if (root.kind !== 'objective' || each.team === null || each.cycle === null) continue;
      const entry = each as ObjectiveEntry;
      for (const [index, node] of keyResultNodes(root).entries()) {
        const keyResult = entry.element.keyResults[index];
        if (keyResult === undefined) continue;
        const keys = keysOf(entry, keyResult);
        const course = courseOf(courses, entry, keyResult) ?? { name: keyResult.name, seen: -1, targets: [] };
        // Of two that are called the same nobody knows which is which.
        if (course.seen === seen) continue;
        course.seen = seen;
        course.name = keyResult.name;
        for (const key of keys) courses.set(key, course);
        const line = measureLine(node);
        const goal = line && goalSpan(line);
        const { measure } = keyResult;
        if (line === undefined || goal === undefined || measure === undefined || line.broken) continue;
        const target: PastTarget = {
          revision,
          measure,
          line: entry.block.text.slice(line.start, line.end),
          goal: goalText(line, goal, entry.block.text),
        };
        if (!saysTheSame(course.targets.at(-1), target)) course.targets.push(target);
      }
    }
  }
}

function saysTheSame(a: PastTarget | undefined, { measure }: PastTarget): boolean {
  return a !== undefined && JSON.stringify(a.measure) === JSON.stringify(measure);
}
