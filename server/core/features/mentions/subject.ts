/** What a name stands for: an element, a key result, or what many places make up together, as a team or a person. */
import type { Position } from '../../../../grammar/document.ts';
import type { Span, Statement } from '../../../../grammar/tree.ts';
import { indexByLine } from '../../model/by-line.ts';
import type { Entry, Goal, InitiativeEntry, KeyResultEntry, KpiEntry, ObjectiveEntry } from '../../model/entry.ts';
import { isKeyResult } from '../../model/entry.ts';
import { isCycle, type Row } from '../../model/file.ts';
import { refText } from '../../model/read-facts.ts';
import { fromEntry, resolveGoal, resolveInitiative, resolveKpi, resolveObjective } from '../../model/resolve.ts';
import type { Workspace } from '../../model/workspace.ts';
import { type Cursor, cursorAt, entryOf, keyResultAt } from '../cursor.ts';
import { isHeading } from '../parts.ts';
import { type Point, pointsIn } from './points.ts';

export type NamedEntry = ObjectiveEntry | KpiEntry | InitiativeEntry;

export type Subject =
  | { readonly is: 'element'; readonly entry: NamedEntry }
  /** By its place in the objective, as its facts are other ones after every edit. */
  | { readonly is: 'key result'; readonly objective: ObjectiveEntry; readonly index: number }
  | { readonly is: 'team'; readonly name: string }
  /** Cycles with equal dates are one. */
  | { readonly is: 'cycle'; readonly key: string; readonly id: string }
  | { readonly is: 'person'; readonly handle: string }
  | { readonly is: 'tag'; readonly name: string };

export function isSame(a: Subject, b: Subject): boolean {
  switch (a.is) {
    case 'element':
      return b.is === a.is && b.entry === a.entry;
    case 'key result':
      return b.is === a.is && b.objective === a.objective && b.index === a.index;
    case 'cycle':
      return b.is === a.is && b.key === a.key;
    case 'person':
      return b.is === a.is && b.handle === a.handle;
    default:
      return b.is === a.is && b.name === a.name;
  }
}

/** The name under a cursor and what it stands for. */
export interface Found {
  readonly subject: Subject;
  readonly cursor: Cursor & { readonly statement: Statement };
  /** undefined where the cursor is on a heading, beside its name. */
  readonly point: Point | undefined;
  /** The part of the line that stands for it. */
  readonly span: Span;
}

/** undefined where nothing is named. On a heading its whole line stands for the element. */
export function subjectAt(workspace: Workspace, uri: string, position: Position): Found | undefined {
  const cursor = cursorAt(workspace, uri, position);
  const node = cursor?.statement;
  if (cursor === undefined || node === undefined || cursor.offset < node.start || cursor.offset > node.end)
    return undefined;
  const at = { ...cursor, statement: node };
  const named = pointAt(node, cursor.offset);
  if (named !== undefined) {
    const subject = subjectOf(workspace, cursor.row, node, named.point);
    return subject && { subject, cursor: at, ...named };
  }
  const subject = isHeading(node) ? subjectOfHeading(workspace, cursor.row, node) : undefined;
  return subject && { subject, cursor: at, point: undefined, span: headingPart(node, cursor.offset) };
}

/** The name under an offset: the later one where two touch. Between the parts of a reference it is what it leads to. */
function pointAt(node: Statement, offset: number): { readonly point: Point; readonly span: Span } | undefined {
  const points = pointsIn(node);
  const under = ({ start, end }: Span) => start <= offset && offset <= end;
  const point = points.findLast(under);
  if (point !== undefined) return { point, span: { start: point.start, end: point.end } };
  const last = points.findLast(each => each.is === 'reference' && under(each.reference));
  if (last?.is !== 'reference') return undefined;
  return { point: last, span: { start: last.reference.start, end: last.reference.end } };
}

function headingPart({ keyword, prose, start, end }: Statement, offset: number): Span {
  const part = [keyword, prose].find(each => each !== undefined && each.start <= offset && offset <= each.end);
  return { start: part?.start ?? start, end: part?.end ?? end };
}

function subjectOfHeading(workspace: Workspace, row: Row, node: Statement): Subject | undefined {
  const own = pointsIn(node)[0];
  if (own !== undefined) return subjectOf(workspace, row, node, own);
  return subjectOfElement(row, node);
}

/** What a name of a statement stands for; undefined where that cannot be told. */
export function subjectOf(workspace: Workspace, row: Row, node: Statement, point: Point): Subject | undefined {
  switch (point.is) {
    case 'team':
    case 'tag':
      return { is: point.is, name: point.text };
    case 'person':
      return { is: 'person', handle: point.text };
    case 'cycle':
      // What nobody can read as a cycle, as `026` in `cycle 026-11`, is no name of one.
      return isCycle(point.text)
        ? { is: 'cycle', id: point.text, key: workspace.cycles.of(point.text).key }
        : undefined;
    case 'own name':
      return subjectOfElement(row, node);
    case 'reference': {
      const entry = entryOf(row, node);
      return entry && subjectOfReference(workspace, entry, node, point);
    }
  }
}

function subjectOfElement(row: Row, node: Statement): Subject | undefined {
  if (node.kind === 'kr') {
    const keyResult = keyResultAt(row, node);
    return keyResult && subjectOfGoal(keyResult);
  }
  if (node.parent !== undefined || !(node.kind === 'objective' || node.kind === 'kpi' || node.kind === 'initiative'))
    return undefined;
  const entry = entryOf(row, node);
  return entry && { is: 'element', entry: entry as NamedEntry };
}

function subjectOfReference(
  workspace: Workspace,
  entry: Entry,
  node: Statement,
  { reference, part }: Extract<Point, { is: 'reference' }>,
): Subject | undefined {
  const ref = refText(reference);
  const from = fromEntry(entry);
  if (node.kind === 'kpi') {
    const kpi = part === 'name' ? resolveKpi(workspace, ref, entry) : undefined;
    return kpi && { is: 'element', entry: kpi };
  }
  if (part === 'name' && ref.kr !== undefined) {
    const objective = resolveObjective(workspace, ref, from);
    return objective && { is: 'element', entry: objective };
  }
  const goal = resolveGoal(workspace, ref, from);
  if (goal !== undefined) return subjectOfGoal(goal);
  const initiative = node.kind === 'needs' ? resolveInitiative(workspace, ref, entry) : undefined;
  return initiative && { is: 'element', entry: initiative };
}

export function subjectOfGoal(goal: Goal): Subject {
  if (!isKeyResult(goal)) return { is: 'element', entry: goal };
  return {
    is: 'key result',
    objective: goal.objective,
    index: indexByLine(goal.objective.element.keyResults, goal.keyResult),
  };
}

/** The key result that a subject is; undefined where an edit took it away. */
export function keyResultOf({ objective, index }: Extract<Subject, { is: 'key result' }>): KeyResultEntry | undefined {
  const keyResult = objective.element.keyResults[index];
  return keyResult && { objective, keyResult };
}

/** As it is written where it is defined; undefined for what has no name. */
export function nameOf(subject: Subject): string | undefined {
  switch (subject.is) {
    case 'element':
      return subject.entry.element.name;
    case 'key result':
      return keyResultOf(subject)?.keyResult.name;
    case 'cycle':
      return subject.id;
    case 'person':
      return subject.handle;
    default:
      return subject.name;
  }
}
