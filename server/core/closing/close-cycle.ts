/**
 * Closes a cycle: what a team says of it is written where it stands, and what goes on begins the next one. What was true
 * before stays as it is written.
 */
import { Refusal } from '../edits/insertion.ts';
import type { FeatureContext } from '../features/context.ts';
import type { Place } from '../reports/report.ts';
import type { ClosingDecision, Reflection } from '../requests/closing.ts';
import type { PlacedEdit } from '../rules/rule.ts';
import { calledOf } from './carried.ts';
import type { CycleToClose } from './cycle-to-close.ts';
import { whatGoesOn } from './going-on.ts';
import { leftOut } from './left-out.ts';
import { gradeLine, type LookedBack, objectiveReflection, teamReflection } from './looking-back.ts';
import { nextCycleOf } from './next-cycle.ts';
import type { Addition } from './next-place.ts';
import type { OpenObjective } from './subjects.ts';

export interface Closed {
  /** In one step; no two of them at the same place. A file that is not there yet is made. */
  readonly edits: readonly Addition[];
  /** Where the next cycle begins; undefined where nothing goes on. */
  readonly opens: Place | undefined;
  /** One sentence for each. */
  readonly written: readonly string[];
  /** What does not go on, and why: one sentence for each. */
  readonly leftBehind: readonly string[];
}

/** What Enter takes everywhere. */
export function suggestedDecisions(open: readonly OpenObjective[]): ClosingDecision[] {
  return open.flatMap(({ subject, keyResults }) =>
    [subject, ...keyResults.map(each => each.subject)].map(({ id, suggestedGrade, suggested }) => ({
      id,
      grade: suggestedGrade ?? '',
      why: '',
      what: suggested,
    })),
  );
}

/**
 * @param decisions what is not decided on is neither graded nor carried on
 * @throws Refusal where something cannot be written
 */
export function closeCycle(
  context: FeatureContext,
  closing: CycleToClose,
  open: readonly OpenObjective[],
  decisions: readonly ClosingDecision[],
  reflections: readonly Reflection[],
): Closed {
  const lookedBack = lookBack(context, closing, open, decisions, reflections);
  const going = whatGoesOn(context, closing, open, decisions);
  const next = nextCycleOf(context, closing, going);
  const edits = merged([...lookedBack.flatMap(each => each.edits.map(placed)), ...next.additions]);
  return {
    edits,
    opens: firstGoingOn(edits, next.additions[0]),
    written: [...lookedBack.map(({ line, of }) => `${of}: ${line}`), ...next.written],
    leftBehind: [...leftOut(context, closing, open, going, decisions), ...next.left],
  };
}

function placed({ place: { file, block, span }, text }: PlacedEdit): Addition {
  return { uri: file.uri, range: file.rangeOf(block, span), text };
}

/** What goes to the same place is one edit, in the order in which it was said. */
function merged(all: readonly Addition[]): Addition[] {
  const found = new Map<string, Addition>();
  for (const each of all) {
    const { line, character } = each.range.start;
    const key = JSON.stringify([each.uri, line, character]);
    const known = found.get(key);
    found.set(key, known === undefined ? each : { ...known, text: known.text + each.text });
  }
  return [...found.values()];
}

/** Where the first of what goes on stands, once all is written. */
function firstGoingOn(edits: readonly Addition[], first: Addition | undefined): Place | undefined {
  if (first === undefined) return undefined;
  const own = edits.filter(({ uri }) => uri === first.uri);
  const { line, character } = first.range.start;
  const here = own.find(({ range: { start } }) => start.line === line && start.character === character) ?? first;
  const above = own.filter(
    ({ range: { start } }) => start.line < line || (start.line === line && start.character < character),
  );
  const before =
    here.text.slice(0, here.text.indexOf(first.text)) +
    first.text.slice(0, /^(?:objective|initiative)\b/m.exec(first.text)?.index);
  const breaks = [...above.map(({ text }) => text), before].flatMap(text => [...text.matchAll(/\r\n|\r|\n/g)]);
  return { uri: first.uri, line: line + breaks.length };
}

function lookBack(
  { workspace }: FeatureContext,
  closing: CycleToClose,
  open: readonly OpenObjective[],
  decisions: readonly ClosingDecision[],
  reflections: readonly Reflection[],
): (LookedBack & { readonly of: string })[] {
  const today = workspace.today.get();
  const decided = new Map(decisions.map(each => [each.id, each]));
  const found: (LookedBack & { readonly of: string })[] = [];
  const add = (of: string, line: LookedBack | undefined) => line !== undefined && found.push({ ...line, of });
  for (const objective of open) {
    for (const each of [objective, ...objective.keyResults]) {
      const { grade = '', why = '' } = decided.get(each.subject.id) ?? {};
      if (grade.trim() !== '') add(calledOf(each), gradeLine(each.goal, today, grade, why));
    }
  }
  for (const { of, text } of reflections) {
    if (text.trim() === '') continue;
    if ('objective' in of) {
      const objective = open.find(({ subject }) => subject.id === of.objective);
      if (objective === undefined) throw new Refusal('This objective is no longer where it was.');
      add(calledOf(objective), objectiveReflection(objective.goal, text));
    } else {
      const among = open.find(({ subject }) => subject.team === of.team);
      if (among === undefined) throw new Refusal(`Nothing of \`${of.team ?? 'no team'}\` is closed here.`);
      add(of.team ?? closing.cycle.id, teamReflection(workspace, closing, of.team, among.goal, text));
    }
  }
  return found;
}
