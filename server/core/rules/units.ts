/** What is counted in one measure must be of one kind. */
import { unitKey } from '../../../grammar/arguments.ts';
import type { Problem } from '../../../grammar/problems.ts';
import type { Statement, Value } from '../../../grammar/tree.ts';
import { keyResultNodes, placeOf, type Rule, replaces, statementOf } from './rule.ts';

export const unitMismatch: Rule = {
  id: 'unit-mismatch',
  severity: 'error',
  summary: 'Two units in one measure',
  why: 'A value in another unit than its measure cannot be compared with it, and a score from the two would be nonsense.',
  bad: `
    cycle 2026-Q4

    objective help: Help comes before you ask twice
      kr wait: How long a question waits
        from 12 to 4 hours
        checkin 2026-10-05 690 minutes
      kr solved: Questions that the first answer solves
        from 55% to 70%
  `,
  good: `
    cycle 2026-Q4

    objective help: Help comes before you ask twice
      kr wait: How long a question waits
        from 12 to 4 hours
        checkin 2026-10-05 11.5 hours
      kr solved: Questions that the first answer solves
        from 55% to 70%
  `,
  today: '2026-10-05',
  checkEntry(entry, _ground, say) {
    const root = statementOf(entry);
    const { syntax, structure } = entry.block.tree;
    const holders = root.kind === 'objective' ? keyResultNodes(root) : root.kind === 'kpi' ? [root] : [];
    for (const holder of holders) {
      const unit = unitOf(holder);
      if (unit === '') continue;
      for (const value of valuesUnder(holder)) {
        if (isUnreadable(value, syntax) || isUnreadable(value, structure)) continue;
        if (value.unit === '' || value.number === null || unitKey(value.unit) === unitKey(unit)) continue;
        const { start, end } = value;
        const instead = inUnit(value, unit, entry.block.text);
        say({
          span: { start, end },
          message: `This is in \`${value.unit}\` and ${holder.kind === 'kr' ? 'the measure' : 'the line to hold'} in \`${unit}\`: use one unit for both`,
          remedies:
            instead === undefined
              ? []
              : [replaces(`Write \`${instead}\``, placeOf(entry, { start, end }), instead, false)],
        });
      }
    }
  },
};

const SECONDS: ReadonlyMap<string, number> = new Map([
  ['ms', 0.001],
  ['millisecond', 0.001],
  ['s', 1],
  ['sec', 1],
  ['second', 1],
  ['min', 60],
  ['minute', 60],
  ['h', 3600],
  ['hour', 3600],
  ['day', 86_400],
  ['week', 604_800],
]);

/** The value in the unit of its measure: worked out for times, as it stands where another word may mean the same. */
function inUnit(value: Value, unit: string, text: string): string | undefined {
  const [from, to] = [SECONDS.get(unitKey(value.unit)), SECONDS.get(unitKey(unit))];
  if (from !== undefined && to !== undefined) {
    const number = Number((((value.number as number) * from) / to).toPrecision(12));
    const isExact = /^-?\d+(?:\.\d{1,3})?$/.test(`${number}`);
    return isExact ? `${number} ${unit}` : undefined;
  }
  if (from !== undefined || to !== undefined || isCurrency(unit) || isCurrency(value.unit)) return undefined;
  const number = text.slice(value.start, value.end - value.unit.length).trimEnd();
  return unit === '%' ? `${number}%` : `${number} ${unit}`;
}

/** What belongs to a unit in which something cannot be read, nobody knows. */
function isUnreadable({ start, end }: Value, problems: readonly Problem[]): boolean {
  return problems.some(problem => problem.code === 'unknown-argument' && problem.start >= start && problem.end <= end);
}

function isCurrency(unit: string): boolean {
  return /^\p{Sc}/u.test(unit);
}

/** The unit of the measure, or of a KPI's lines. */
function unitOf(holder: Statement): string {
  for (const node of holder.body) {
    const unit = unitsIn(node).find(value => value !== undefined && value.unit !== '')?.unit;
    if (unit !== undefined) return unit;
  }
  return '';
}

function unitsIn(node: Statement): readonly (Value | undefined)[] {
  switch (node.kind) {
    case 'from':
      // `by -30%` is a share of the baseline, whatever that is counted in.
      return [node.from, node.to, node.by?.unit === '%' ? undefined : node.by];
    case 'to':
      return [node.to];
    case 'keep':
    case 'healthy':
    case 'critical':
      return [node.hold?.value, node.hold?.upper];
    default:
      return [];
  }
}

function valuesUnder(holder: Statement): Value[] {
  return holder.body.flatMap(node => {
    if (node.kind === 'checkin' || node.kind === 'plan' || node.kind === 'reading') return node.value ?? [];
    // Two units in one line are a mistake of that line.
    if (node.kind === 'target') return node.value ?? node.hold?.value ?? [];
    if (node.kind === 'healthy' || node.kind === 'critical')
      return [node.hold?.value, node.hold?.upper].find(value => value !== undefined && value.unit !== '') ?? [];
    return [];
  });
}
