/** YAML, which may be anybody's. */
// js-yaml: keeps to YAML 1.2, where `no` is a word, makes no objects of its own, and is half as large as others that do.
import { load, YAMLException } from 'js-yaml';
import { ImportProblem } from '../core/import/source.ts';

/** More, or deeper, than any file of goals is: aliases of aliases are how a small file becomes an endless one. */
const MOST_VALUES = 1_000_000;
const DEEPEST = 200;

/** @throws ImportProblem */
export function parseYaml(text: string): unknown {
  const content = loaded(text);
  if (roomLeft(content, MOST_VALUES, DEEPEST) < 0)
    throw new ImportProblem(
      'Its aliases repeat it more than a million times, or for ever: write out what they stand for',
    );
  return content;
}

function loaded(text: string): unknown {
  try {
    return load(text);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { reason, mark } = error;
    throw new ImportProblem(`It is no YAML${mark === undefined ? '' : ` in line ${mark.line + 1}`}: ${reason}`);
  }
}

/** How many more values there may be after this one, in which aliases count as what they repeat; negative for too many. */
function roomLeft(value: unknown, room: number, depth: number): number {
  if (typeof value !== 'object' || value === null) return room - 1;
  let left = depth === 0 ? -1 : room - 1;
  for (const each of Object.values(value)) {
    if (left < 0) break;
    left = roomLeft(each, left, depth - 1);
  }
  return left;
}
