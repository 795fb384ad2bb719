/** Two key results that are one: whoever moves the number, both take the credit. */
import type { KeyResult } from '../../model/elements.ts';
import type { KeyResultEntry, ObjectiveEntry } from '../../model/entry.ts';
import { isBefore } from '../../model/order.ts';
import { cycleOf } from '../../model/resolve.ts';
import { teamInfo } from '../../model/teams.ts';
import { meaningOf } from '../../titles/meaning.ts';
import { openObjective } from '../method.ts';
import { type Ground, headingSpan, placeOfKeyResult, type Rule } from '../rule.ts';
import { inQuotes } from '../titles.ts';

/** In a workspace with more elements a key result is compared with those of its own team and the teams above. */
const MANY = 3_000;

/** A key result, not yet read. */
interface Known {
  readonly objective: ObjectiveEntry;
  readonly index: number;
}

type Index = ReadonlyMap<string, readonly Known[]>;

export const krDuplicate: Rule = {
  id: 'kr-duplicate',
  severity: 'warning',
  summary: 'A key result that is there already',
  why: 'Two copies of one number drift apart, and both are checked in. A shared key result is written once, and followed.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
      kr second: Families who order a second time
        from 34% to 45%

    objective help: Help comes before you ask twice
      kr score: Lift the Net Promoter Score
        from 32 to 50 points
      kr wait: How long a question waits
        from 12 to 4 hours
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
      kr second: Families who order a second time
        from 34% to 45%

    objective help: Help comes before you ask twice
      kr score
        follows love.nps
      kr wait: How long a question waits
        from 12 to 4 hours
  `,
  today: '2026-10-02',
  checkFile(ground, say) {
    const { file } = ground;
    file.edition.get();
    for (const { entries } of file.content) {
      for (const entry of entries) {
        if (entry.appearance.type !== 'objective' || entry.team === null || entry.cycle === null) continue;
        const objective = entry as ObjectiveEntry;
        const index = indexFor(objective, ground);
        for (const [i, meaning] of meaningsOf(objective).entries()) {
          const alike = index.get(meaning) ?? [];
          if (alike.length < 2) continue;
          const node = open(objective, i, ground);
          const first = node && alike.find(other => isFirstOf(other, { objective, index: i }, ground));
          if (first === undefined || node === undefined) continue;
          const other = keyResultOf(first);
          say({
            block: entry.block,
            span: headingSpan(node),
            message:
              first.objective === objective
                ? `This is ${inQuotes(other.keyResult.title)} again: keep one of the two, or say in the title what is different`
                : `This is ${inQuotes(other.keyResult.title)} of ${nameOf(first.objective, objective, ground)} again: write it once and let the other follow it (\`follows …\`), or say in the title what is different`,
            related: [{ place: placeOfKeyResult(other), message: 'The first of them' }],
          });
        }
      }
    }
  },
};

/** Its key results by what their titles mean, and those of whom they could be copies. */
function indexFor(entry: ObjectiveEntry, { workspace, shared }: Ground): Index {
  if (workspace.entries.peek().size <= MANY)
    return shared(krDuplicate.id, () => {
      workspace.titles.get();
      return indexOf([...workspace.entries.get()].filter(isObjective));
    });
  const { team, file } = entry;
  return shared(`${krDuplicate.id} ${team ?? file.uri}`, () => {
    workspace.titles.get();
    const owners = typeof team === 'string' ? [team, ...workspace.teams.above(team)] : [file.uri];
    return indexOf(owners.flatMap(owner => workspace.objectivesOf(owner)));
  });
}

function isObjective(entry: { readonly appearance: { readonly type: string } }): entry is ObjectiveEntry {
  return entry.appearance.type === 'objective';
}

function indexOf(objectives: readonly ObjectiveEntry[]): Index {
  const index = new Map<string, Known[]>();
  for (const objective of objectives) {
    for (const [i, meaning] of meaningsOf(objective).entries()) {
      if (meaning === '') continue;
      const same = index.get(meaning);
      if (same === undefined) index.set(meaning, [{ objective, index: i }]);
      else same.push({ objective, index: i });
    }
  }
  return index;
}

const meanings = new WeakMap<readonly string[], readonly string[]>();

function meaningsOf({ keyResultTitles }: ObjectiveEntry): readonly string[] {
  let found = meanings.get(keyResultTitles);
  if (found === undefined) {
    found = keyResultTitles.map(meaningOf);
    meanings.set(keyResultTitles, found);
  }
  return found;
}

/** The statement of a key result that says something of its own, and still counts. */
function open(objective: ObjectiveEntry, index: number, ground: Ground) {
  const { follows } = objective.appearance.keyResults[index] ?? {};
  if (follows !== undefined) return undefined;
  const facts = objective.element.keyResults[index];
  return openObjective(objective, ground)?.keyResults.find(each => each.facts === facts)?.node;
}

/** Whether one came earlier and is the same in the same cycle. Across teams only the same numbers are the same. */
function isFirstOf(other: Known, own: Known, ground: Ground): boolean {
  const [a, b] = [other.objective, own.objective];
  if (a === b ? other.index >= own.index : !isBefore(a, b)) return false;
  if (cycleOf(ground.workspace, a)?.key !== cycleOf(ground.workspace, b)?.key) return false;
  if (a.cycle === undefined && a.file !== b.file) return false;
  if (open(a, other.index, ground) === undefined) return false;
  const [one, two] = [keyResultOf(other).keyResult, keyResultOf(own).keyResult];
  return a.team !== b.team || (a.team === undefined && a.file !== b.file) ? isSameWay(one, two) : true;
}

function isSameWay({ measure: a }: KeyResult, { measure: b }: KeyResult): boolean {
  if (a?.kind !== 'from-to' || b?.kind !== 'from-to' || a.fromNothing || a.from === null) return false;
  return a.from === b.from && a.to === b.to && a.unit === b.unit;
}

function keyResultOf({ objective, index }: Known): KeyResultEntry {
  return { objective, keyResult: objective.element.keyResults[index] as KeyResult };
}

function nameOf(objective: ObjectiveEntry, from: ObjectiveEntry, { workspace }: Ground): string {
  if (typeof objective.team === 'string' && objective.team !== from.team)
    return teamInfo(workspace, objective.team).title;
  return inQuotes(objective.element.title);
}
