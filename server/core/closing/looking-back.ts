/** What a team says at the end: grades and reflections, each a new line where it belongs. */
import type { Grade as GradeNode, Statement } from '../../../grammar/tree.ts';
import { headingOf } from '../edits/check-in.ts';
import { factInsertion, lineInsertion, misread, oneLine } from '../edits/fact-insertion.ts';
import { below, belowProperties, type FactPlace, factPlace } from '../edits/fact-place.ts';
import { stepOf } from '../edits/new-element.ts';
import { gradeOfTen } from '../edits/typed.ts';
import { headingBelow } from '../features/code-actions/standpoint.ts';
import type { Day } from '../model/elements.ts';
import {
  type CycleEntry,
  type Entry,
  type Goal,
  isKeyResult,
  type ObjectiveEntry,
  objectiveOf,
} from '../model/entry.ts';
import type { OkrFile } from '../model/file.ts';
import type { Workspace } from '../model/workspace.ts';
import { lineBreakOf } from '../rules/lines.ts';
import { type PlacedEdit, statementOf } from '../rules/rule.ts';
import { gradeOn } from '../scores/grade.ts';
import { equals } from '../scores/tolerance.ts';
import type { CycleToClose } from './cycle-to-close.ts';

export interface LookedBack {
  readonly edits: readonly PlacedEdit[];
  /** The line, without its indentation. */
  readonly line: string;
}

/**
 * `grade DATE C: Why`
 * @param typed `0.7`, `70%`, `7/10`, or `7` of ten
 * @returns undefined where the newest grade says so already
 * @throws Refusal where it cannot be written, or would not be read as it is meant
 */
export function gradeLine(goal: Goal, day: Day, typed: string, why: string): LookedBack | undefined {
  const entry = objectiveOf(goal);
  const words = gradeOfTen(typed);
  const { edit, read, written } = factInsertion(entry, headingOf(goal), {
    kind: 'grade',
    day,
    words: [words],
    note: why,
  });
  const { grade } = read as GradeNode;
  if (grade === undefined || written(grade) !== words) throw misread(edit.text);
  const { grades } = isKeyResult(goal) ? goal.keyResult : entry.element;
  const note = read.prose?.text ?? '';
  const newest = gradeOn(grades, day);
  // One without a date counts longer than any; what was said today is known all the same.
  const known = [...grades.filter(each => each.day === day), ...(newest === undefined ? [] : [newest])];
  if (known.some(each => equals(each.grade, grade.share) && (note === '' || note === each.why))) return undefined;
  return { edits: [edit], line: edit.text.trim() };
}

/**
 * `reflect: What we learned`
 * @returns undefined where it says so already
 */
export function objectiveReflection(goal: Goal, text: string): LookedBack | undefined {
  const entry = objectiveOf(goal);
  if (entry.element.reflections.includes(oneLine(text))) return undefined;
  return reflectLine(entry, headingOf(entry), text);
}

/**
 * The same for a team: under its own heading of the cycle, which is written where there is none.
 * @param among something of the team in the cycle, beside which it is looked for
 * @returns undefined where it says so already
 */
export function teamReflection(
  workspace: Workspace,
  { cycle }: CycleToClose,
  team: string | null,
  among: ObjectiveEntry,
  text: string,
): LookedBack | undefined {
  const own = workspace.cycles.entriesOf(cycle).filter(entry => (entry.team ?? null) === team);
  if (own.some(({ element }) => element.reflections.includes(oneLine(text)))) return undefined;
  const heading: CycleEntry | undefined = own.find(({ file }) => file === among.file) ?? own[0];
  if (heading !== undefined) return reflectLine(heading, statementOf(heading), text);
  const { file } = among;
  // Where it was said with an objective for want of a heading, it is said.
  if (among.element.reflections.includes(oneLine(text))) return undefined;
  const at = file.content.findLastIndex(({ heading }) => heading !== undefined && heading.team === team);
  const above = headingBelow(file, at).cycle;
  if (team === null || at < 0 || typeof above !== 'string' || workspace.cycles.of(above).key !== cycle.key)
    return objectiveReflection(among, text);
  const { block } = file.content[at] as OkrFile['content'][number];
  const lineBreak = lineBreakOf(block);
  const line = `reflect: ${oneLine(text)}`;
  const last = block.tree.statements.at(-1) as Statement;
  const start = block.lineStarts[last.line + 1];
  const end = start ?? block.text.length;
  const inserted = [start === undefined ? lineBreak : '', `cycle ${above}`, `${stepOf(file)}${line}`, ''].join(
    lineBreak,
  );
  return { edits: [{ place: { file, block, span: { start: end, end } }, text: inserted }], line };
}

function reflectLine(entry: Entry, heading: Statement, text: string): LookedBack {
  const line = `reflect: ${oneLine(text)}`;
  const { edit, read } = lineInsertion(entry, heading, reflectPlace(entry, heading), line);
  if (read.kind !== 'reflect' || read.prose?.text !== oneLine(text)) throw misread(edit.text);
  return { edits: [edit], line };
}

/** Below what was learned already, else below what happened. */
function reflectPlace({ file, block }: Entry, heading: Statement): FactPlace {
  const known = heading.body.findLast(({ kind }) => kind === 'reflect');
  if (known !== undefined) return below(block, known);
  const hasFacts = heading.body.some(({ kind }) => kind === 'grade' || kind === 'checkin');
  return hasFacts
    ? factPlace(file, block, heading, 'grade', Number.POSITIVE_INFINITY)
    : belowProperties(file, block, heading);
}
