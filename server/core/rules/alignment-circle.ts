/** Nothing leads back to itself: no goal by what it supports or needs, no value by where it is taken from, no team by who is above it. */
import type { KeyResult as KeyResultNode, Statement } from '../../../grammar/tree.ts';
import type { KeyResult, RefText } from '../model/elements.ts';
import { type Entry, isKeyResult, type KpiEntry, type ObjectiveEntry } from '../model/entry.ts';
import { refText } from '../model/read-facts.ts';
import { fromEntry, nameOf, refOf, resolveGoal, resolveInitiative, resolveKpi } from '../model/resolve.ts';
import { parentsOf } from '../model/teams.ts';
import type { Workspace } from '../model/workspace.ts';
import { referencesIn } from './references.ts';
import {
  keyResultNodes,
  type Place,
  placeOf,
  placeOfKeyResult,
  type Remark,
  type Rule,
  type Say,
  statementOf,
} from './rule.ts';
import { statementsIn } from './statements.ts';

/** An element, or a key result in its objective. */
interface Stop {
  readonly entry: Entry;
  readonly keyResult: KeyResult | undefined;
}

/** Of a reference: who makes it, and where it leads. */
interface Step {
  readonly from: Stop;
  readonly to: Stop;
}

type Relation = 'supports' | 'needs' | 'value';

const relationOf: Partial<Record<Statement['kind'], Relation>> = {
  supports: 'supports',
  needs: 'needs',
  follows: 'value',
  kpi: 'value',
};

const advice: Readonly<Record<Relation, (way: string) => string>> = {
  supports: way => `Each of these supports the next, so none is at the top: ${way}; take one \`supports\` out`,
  needs: way => `Each of these waits for the next, so none can begin: ${way}; take one \`needs\` out`,
  value: way =>
    `Each of these takes its values from the next, so none has any: ${way}; give one of them values of its own`,
};

const itself = 'This leads straight back to itself: name another one, or take this line out';

export const alignmentCircle: Rule = {
  id: 'alignment-circle',
  severity: 'error',
  summary: 'A circle of `supports`, `needs`, `follows` or `kpi`',
  why: 'If each of two supports the other, neither says what it is for; if each waits for the other, neither begins; and a value that comes from itself comes from nowhere.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      supports grow
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points

    objective grow: Families come back, and bring their friends
      supports love
      kr second: Families who order a second time
        from 34% to 45%
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      supports grow
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points

    objective grow: Families come back, and bring their friends
      kr second: Families who order a second time
        from 34% to 45%
  `,
  checkEntry(entry, { workspace }, say) {
    const root = statementOf(entry);
    if (root.kind === 'team') return checkParents(workspace, entry, root, say);
    const nodes = root.kind === 'objective' ? keyResultNodes(root) : [];
    for (const node of statementsIn(root)) {
      const relation = relationOf[node.kind];
      if (relation === undefined || node.parent === undefined) continue;
      const from = { entry, keyResult: keyResultAt(entry, nodes, node.parent) };
      for (const { reference } of referencesIn(node)) {
        const to = targetOf(workspace, entry, relation, node.kind === 'kpi', refText(reference));
        const way = to === undefined ? undefined : wayBack(workspace, relation, { from, to });
        if (way !== undefined) say({ span: reference, ...told(relation, way) });
      }
    }
  },
};

function keyResultAt(entry: Entry, nodes: readonly KeyResultNode[], node: Statement): KeyResult | undefined {
  const at = nodes.indexOf(node as KeyResultNode);
  return at < 0 ? undefined : (entry as ObjectiveEntry).element.keyResults[at];
}

function told(relation: Relation, way: readonly Step[]): Omit<Remark, 'span'> {
  const stops = way.map(({ from }) => from);
  if (stops.length === 1) return { message: itself };
  const round = [...stops, stops[0] as Stop].map(nameOfStop).join(' → ');
  const others = stops
    .slice(1, 4)
    .map(stop => ({ place: placeOfStop(stop), message: `${nameOfStop(stop)} is on the way` }));
  return { message: advice[relation](round), related: others };
}

function nameOfStop({ entry, keyResult }: Stop): string {
  const element = entry.facts.peek();
  const name =
    element.type === 'objective'
      ? refOf(keyResult === undefined ? (entry as ObjectiveEntry) : { objective: entry as ObjectiveEntry, keyResult })
      : nameOf(entry as KpiEntry);
  return name ?? `“${keyResult?.title ?? element.title}”`;
}

function placeOfStop({ entry, keyResult }: Stop): Place {
  return keyResult === undefined ? placeOf(entry) : placeOfKeyResult({ objective: entry as ObjectiveEntry, keyResult });
}

/** The shortest way from where a reference leads back to who makes it, that reference first; undefined where there is none. */
function wayBack(workspace: Workspace, relation: Relation, first: Step): readonly Step[] | undefined {
  interface Walk {
    readonly step: Step;
    readonly before: Walk | undefined;
  }
  const seen = new Set<unknown>();
  let walks: Walk[] = [{ step: first, before: undefined }];
  while (walks.length > 0) {
    const next: Walk[] = [];
    for (const walk of walks) {
      const { to } = walk.step;
      if (arrives(relation, to, first.from)) {
        const way: Step[] = [];
        for (let at: Walk | undefined = walk; at !== undefined; at = at.before) way.unshift(at.step);
        return way;
      }
      const key = to.keyResult ?? to.entry;
      if (seen.has(key)) continue;
      seen.add(key);
      for (const step of stepsFrom(workspace, relation, to)) next.push({ step, before: walk });
    }
    walks = next;
  }
  return undefined;
}

/** To need an objective is to need all its key results; to support one of them is to support it. */
function arrives(relation: Relation, at: Stop, start: Stop): boolean {
  if (at.entry !== start.entry) return false;
  if (at.keyResult === start.keyResult) return true;
  return relation !== 'value' && at.keyResult === undefined;
}

function stepsFrom(workspace: Workspace, relation: Relation, at: Stop): Step[] {
  const { entry } = at;
  const element = entry.element;
  const stops: Stop[] = [at];
  if (element.type === 'objective' && at.keyResult === undefined && relation !== 'value')
    stops.push(...element.keyResults.map(keyResult => ({ entry, keyResult })));
  return stops.flatMap(from =>
    refsOf(relation, from).flatMap(({ ref, isKpi }) => {
      const to = targetOf(workspace, entry, relation, isKpi, ref);
      return to === undefined ? [] : [{ from, to }];
    }),
  );
}

function refsOf(relation: Relation, { entry, keyResult }: Stop): { ref: RefText; isKpi: boolean }[] {
  const facts = keyResult ?? entry.element;
  const refs: (RefText | undefined)[] =
    relation === 'supports'
      ? 'supports' in facts
        ? [...facts.supports]
        : []
      : relation === 'needs'
        ? 'needs' in facts
          ? facts.needs.map(({ ref }) => ref)
          : []
        : ['follows' in facts ? facts.follows : undefined];
  const found = refs.flatMap(ref => (ref === undefined ? [] : [{ ref, isKpi: false }]));
  if (relation === 'value' && 'kpi' in facts && facts.kpi !== undefined) found.push({ ref: facts.kpi, isKpi: true });
  return found;
}

function targetOf(
  workspace: Workspace,
  entry: Entry,
  relation: Relation,
  isKpi: boolean,
  ref: RefText,
): Stop | undefined {
  if (isKpi) {
    const kpi = resolveKpi(workspace, ref, entry);
    return kpi && { entry: kpi, keyResult: undefined };
  }
  const goal = resolveGoal(workspace, ref, fromEntry(entry));
  if (goal === undefined) {
    const initiative = relation === 'needs' ? resolveInitiative(workspace, ref, entry) : undefined;
    return initiative && { entry: initiative, keyResult: undefined };
  }
  if (!isKeyResult(goal)) return { entry: goal, keyResult: undefined };
  // Whoever supports another objective's key result supports that objective.
  const isWhole = relation === 'supports' && goal.objective !== entry;
  return { entry: goal.objective, keyResult: isWhole ? undefined : goal.keyResult };
}

/** Said at each `parent` on the way round. */
function checkParents(workspace: Workspace, entry: Entry, root: Statement, say: Say): void {
  const parent = root.body.find(node => node.kind === 'parent');
  if (parent?.name === undefined || entry.element.type !== 'team') return;
  const above = parentsOf(workspace, parent.name.text);
  const { name } = entry.element;
  if (parent.name.text !== name && !above.includes(name)) return;
  const { start, end } = parent.name;
  const way = [name, parent.name.text, ...above.slice(0, above.indexOf(name)), name];
  const message =
    parent.name.text === name
      ? itself
      : `Each of these teams stands under the next, so none is at the top: ${way.join(' → ')}; take one \`parent\` out`;
  say({ span: { start, end }, message });
}
