/** Nothing leads back to itself: no goal by what it supports or needs, no value by where it is taken from, no team by who is above it. */
import type { KeyResult as KeyResultNode, Statement } from '../../../grammar/tree.ts';
import { indexByLine } from '../model/by-line.ts';
import type { KeyResult } from '../model/elements.ts';
import type { Entry, KeyResultEntry, KpiEntry, ObjectiveEntry } from '../model/entry.ts';
import { refText } from '../model/read-facts.ts';
import { nameOf, refOf } from '../model/resolve.ts';
import { parentsOf } from '../model/teams.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Relation, Stop } from './circles.ts';
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
  today: '2026-10-05',
  summary: 'A circle of `supports`, `needs`, `follows` or `kpi`',
  why: 'If each of two supports the other, neither says what it is for; if each waits for the other, neither begins; and a value that comes from itself comes from nowhere.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      supports grow
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
      kr second: Families who order a second time
        from 34% to 45%

    objective grow: Families come back, and bring their friends
      supports love
      kr referrals: Orders that a friend sent us
        from 11% to 20%
      kr stars: Stars in the shop
        from 4.1 to 4.5 stars
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      supports grow
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
      kr second: Families who order a second time
        from 34% to 45%

    objective grow: Families come back, and bring their friends
      kr referrals: Orders that a friend sent us
        from 11% to 20%
      kr stars: Stars in the shop
        from 4.1 to 4.5 stars
  `,
  checkEntry(entry, { workspace, circles }, say) {
    const root = statementOf(entry);
    if (root.kind === 'team') return checkParents(workspace, entry, root, say);
    const keyResults = root.kind === 'objective' ? keyResultNodes(root) : [];
    for (const node of statementsIn(root)) {
      const relation = relationOf[node.kind];
      if (relation === undefined || node.parent === undefined) continue;
      const at = indexByLine(keyResults, node.parent as KeyResultNode);
      const from = circles.stop(entry, at < 0 ? undefined : at);
      for (const { reference } of referencesIn(node)) {
        const way = circles.way(relation, from, refText(reference), node.kind === 'kpi');
        if (way !== undefined) say({ span: reference, ...told(relation, way) });
      }
    }
  },
};

/** More stops than anybody reads: of a longer way the rest is counted. */
const MOST = 12;

function told(relation: Relation, way: readonly Stop[]): Omit<Remark, 'span'> {
  if (way.length === 1) return { message: itself };
  const names = way.slice(0, MOST).map(nameOfStop);
  const rest = way.length > MOST ? [`… ${way.length - MOST} more`] : [];
  const round = [...names, ...rest, names[0]].join(' → ');
  const related = way
    .slice(1, 4)
    .map(stop => ({ place: placeOfStop(stop), message: `${nameOfStop(stop)} is on the way` }));
  return { message: advice[relation](round), related };
}

function keyResultOf({ entry, keyResult }: Stop): KeyResultEntry | undefined {
  if (keyResult === undefined) return undefined;
  const objective = entry as ObjectiveEntry;
  return { objective, keyResult: objective.element.keyResults[keyResult] as KeyResult };
}

function nameOfStop(stop: Stop): string {
  const keyResult = keyResultOf(stop);
  const { element } = stop.entry;
  const name =
    element.type === 'objective' ? refOf(keyResult ?? (stop.entry as ObjectiveEntry)) : nameOf(stop.entry as KpiEntry);
  return name ?? `“${keyResult?.keyResult.title ?? element.title}”`;
}

function placeOfStop(stop: Stop): Place {
  const keyResult = keyResultOf(stop);
  return keyResult === undefined ? placeOf(stop.entry) : placeOfKeyResult(keyResult);
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
