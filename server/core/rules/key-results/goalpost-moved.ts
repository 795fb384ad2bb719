/** A target that is lowered says so. */
import { unitKey } from '../../../../grammar/arguments.ts';
import type { KeyResult as KeyResultNode, Statement } from '../../../../grammar/tree.ts';
import { dayInWords, toIso } from '../../calendar/day.ts';
import { factPlace } from '../../edits/fact-place.ts';
import type { Day, KeyResult, Measure } from '../../model/elements.ts';
import type { ObjectiveEntry } from '../../model/entry.ts';
import { cycleOf } from '../../model/resolve.ts';
import {
  type Course,
  courseOf,
  goalSpan,
  goalText,
  measureLine,
  type PastTarget,
  type PastTargets,
} from '../../revisions/past-target.ts';
import { shortId } from '../../revisions/revision.ts';
import { asksLess } from '../../scores/hold.ts';
import { isOver } from '../../scores/pace.ts';
import { droppedOn } from '../../scores/pauses.ts';
import { exceeds } from '../../scores/tolerance.ts';
import { formatNumber, isCurrency } from '../../scores/value-text.ts';
import { isFinished } from '../method.ts';
import { type Ground, keyResultNodes, placeOf, type Remedy, type Rule, statementOf } from '../rule.ts';

/** A target that was lowered, and what it was at first. */
interface Move {
  readonly first: PastTarget;
  /** The one that made it what it is; undefined: it is not committed yet. */
  readonly by: PastTarget | undefined;
}

export const goalpostMoved: Rule = {
  id: 'goalpost-moved',
  severity: 'info',
  needsPast: true,
  summary: 'A target that was lowered in place after its cycle began',
  why: 'A target may turn out to be wrong, and then it is right to change it. Lowered in place, it looks as if it had always been that low: the score rises, and nobody learns from it. A `target` line says when it changed and why, and both scores are shown.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria
      kr nps: Raise our Net Promoter Score
        # in git until 2026-11-03: from 32 to 50 points
        from 32 to 44 points
        checkin 2026-11-14 41 points
      kr tickets: Cut recurring tickets per week
        from 420 to 294
        checkin 2026-11-14 371
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @maria
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        target 2026-11-03 44 points: The new survey scale is narrower, agreed with @maria
        checkin 2026-11-14 41 points
      kr tickets: Cut recurring tickets per week
        from 420 to 294
        checkin 2026-11-14 371
  `,
  options: {
    days: {
      default: 7,
      description: 'So many days into the cycle, or after it was first written, a target may be revised.',
    },
  },
  checkEntry(entry, ground, say) {
    if (entry.appearance.type !== 'objective') return;
    const past = pastOf(entry as ObjectiveEntry, ground);
    const root = past === undefined ? undefined : statementOf(entry);
    if (past === undefined || root?.kind !== 'objective') return;
    const { element, block } = entry as ObjectiveEntry;
    const today = ground.workspace.today.get();
    const met = new Set<Course>();
    for (const [index, node] of keyResultNodes(root).entries()) {
      const keyResult = element.keyResults[index];
      const course = keyResult && courseOf(past, entry as ObjectiveEntry, keyResult);
      const line = measureLine(node);
      const goal = line && goalSpan(line);
      // Of two that are called the same nobody knows which is which.
      if (keyResult === undefined || course === undefined || goal === undefined || met.has(course)) continue;
      met.add(course);
      const move = moveOf(entry as ObjectiveEntry, keyResult, course, ground);
      if (move === undefined) continue;
      const { start, end } = goal;
      say({
        span: { start, end },
        message: message(move, keyResult, goalText(line as Statement, goal, block.text), today),
        remedies: () => inTheOpen(entry as ObjectiveEntry, node, keyResult, move, today),
      });
    }
  },
};

/** The past of what runs, and has something to reach; undefined where there is none to speak of. */
function pastOf(entry: ObjectiveEntry, ground: Ground): PastTargets | undefined {
  const { workspace, standings } = ground;
  const period = cycleOf(workspace, entry)?.period;
  const today = workspace.today.get();
  if (period?.first === undefined || today < period.first + days(ground) || isOver(period, today)) return undefined;
  if (!entry.element.keyResults.some(({ measure }) => isTarget(measure))) return undefined;
  const past = workspace.revisions.of(entry.file, period.first);
  return past.size === 0 || isFinished(entry, workspace, standings) ? undefined : past;
}

const days = (ground: Ground) => ground.option(goalpostMoved, 'days');
const isAgreed = (measure: Measure) => measure.kind !== 'from-to' || measure.to !== null;
const isTarget = (measure: Measure | undefined) => measure !== undefined && measure.kind !== 'milestones';
const dayOf = ({ revision }: PastTarget): Day => revision?.day ?? Number.NEGATIVE_INFINITY;

function moveOf(entry: ObjectiveEntry, keyResult: KeyResult, course: Course, ground: Ground): Move | undefined {
  const { measure, targets, pauses } = keyResult;
  const today = ground.workspace.today.get();
  // A `target` line says in the open that it moved.
  if (measure === undefined || targets.length > 0 || droppedOn(pauses, today) !== undefined) return undefined;
  // What comes after the day that scores are of is not seen yet, and a `?` is still to be agreed.
  const seen = course.targets.filter(each => dayOf(each) <= today && isAgreed(each.measure));
  const [oldest] = seen;
  const began = cycleOf(ground.workspace, entry)?.period.first;
  if (oldest === undefined || began === undefined) return undefined;
  const agreed = Math.max(began, dayOf(oldest)) + days(ground);
  const first = seen.findLast(each => dayOf(each) < agreed);
  if (first === undefined || today < agreed || !isEasier(first.measure, measure)) return undefined;
  const last = seen.at(-1);
  if (last !== undefined && last !== first && areEqual(last.measure, measure)) return { first, by: last };
  // Nor is it today's text then.
  return course.targets.some(each => dayOf(each) > today) ? undefined : { first, by: undefined };
}

/** In another unit, of another kind, or where the way is another one, it is another measure. */
function isEasier(before: Measure, now: Measure): boolean {
  if (before.kind === 'keep' && now.kind === 'keep')
    return isSameUnit(before.hold.unit, now.hold.unit) && asksLess(now.hold, before.hold);
  if (before.kind !== 'from-to' || now.kind !== 'from-to' || !isSameUnit(before.unit, now.unit)) return false;
  const from = before.from ?? now.from;
  if (from === null || before.to === null || now.to === null) return false;
  const way = (now.to - from) / (before.to - from);
  const turned = now.from === null ? 1 : (now.to - now.from) * (before.to - from);
  return way > 0 && exceeds(1, way) && turned > 0;
}

const isSameUnit = (a: string, b: string) => a === '' || b === '' || unitKey(a) === unitKey(b);
const areEqual = (a: Measure, b: Measure) => JSON.stringify(a) === JSON.stringify(b);

function message({ first, by }: Move, { measure }: KeyResult, now: string, today: Day): string {
  const what = measure?.kind === 'keep' ? 'line' : 'target';
  const { revision } = by ?? {};
  const since =
    revision === undefined
      ? ' in git, and its cycle is under way'
      : `; commit ${shortId(revision)} (“${revision.subject}”) made it \`${now}\` on ${dayInWords(revision.day, today)}`;
  return `This ${what} began as \`${first.goal}\`${since}: put it back and write the new one below it, with the reason (\`target ${toIso(revision?.day ?? today)} …: why\`), so that everybody sees that it moved`;
}

/** The first target where it was, and what it became as a fact of that day. Only the writer knows whether it was a slip. */
function inTheOpen(
  entry: ObjectiveEntry,
  node: KeyResultNode,
  { measure }: KeyResult,
  { first, by }: Move,
  today: Day,
): Remedy[] {
  const { file, block } = entry;
  const line = measureLine(node);
  const goal = line && goalSpan(line);
  if (line === undefined || goal === undefined || node.broken) return [];
  const now = goalText(line, goal, block.text);
  const isChange = (text: string) => text.startsWith('by ');
  const value = isChange(now) ? reached(measure) : now;
  if (value === undefined) return [];
  const day = by?.revision?.day ?? today;
  const place = factPlace(file, block, node, 'target', day);
  const fact = `${place.indentation}target ${toIso(day)} ${value}`;
  const start = block.lineStarts[place.line];
  const at = start ?? block.text.length;
  const { lineBreak } = file.document;
  // As it was written, where it is written in the same way still.
  const isAlike = isChange(first.goal) === isChange(now);
  const [span, text] = isAlike ? [goal, first.goal.replace(/^by /, '')] : [line, first.line];
  return [
    {
      title: `Put \`${first.goal}\` back, and add \`target ${toIso(day)} ${value}\``,
      isPreferred: false,
      edits: [
        { place: placeOf(entry, { start: span.start, end: span.end }), text },
        {
          place: placeOf(entry, { start: at, end: at }),
          text: start === undefined ? lineBreak + fact : fact + lineBreak,
        },
      ],
    },
  ];
}

/** The target of a `by`, as a value. */
function reached(measure: Measure | undefined): string | undefined {
  if (measure?.kind !== 'from-to' || measure.to === null) return undefined;
  const { to, unit } = measure;
  if (isCurrency(unit)) return `${to < 0 ? '-' : ''}${unit}${formatNumber(Math.abs(to))}`;
  return unit === '%' || unit === 'x' ? `${to}${unit}` : `${to} ${unit}`.trimEnd();
}
