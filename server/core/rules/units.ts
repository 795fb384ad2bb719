/** What is counted in one measure must be of one kind. */
import { unitKey } from '../../../grammar/arguments.ts';
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
        checkin 2026-10-31 90 minutes
  `,
  good: `
    cycle 2026-Q4

    objective help: Help comes before you ask twice
      kr wait: How long a question waits
        from 12 to 4 hours
        checkin 2026-10-31 1.5 hours
  `,
  checkEntry(entry, _ground, say) {
    const root = statementOf(entry);
    const holders = root.kind === 'objective' ? keyResultNodes(root) : root.kind === 'kpi' ? [root] : [];
    for (const holder of holders) {
      const unit = unitOf(holder);
      if (unit === '') continue;
      for (const value of valuesUnder(holder)) {
        if (value.unit === '' || value.number === null || unitKey(value.unit) === unitKey(unit)) continue;
        const { start, end } = value;
        const number = entry.block.text.slice(start, end - value.unit.length).trimEnd();
        const isSuffix = !isCurrency(unit) && !isCurrency(value.unit);
        const instead = unit === '%' ? `${number}%` : `${number} ${unit}`;
        say({
          span: { start, end },
          message: `This is in \`${value.unit}\` and ${holder.kind === 'kr' ? 'the measure' : 'the line to hold'} in \`${unit}\`: use one unit for both`,
          remedies: isSuffix ? [replaces(`Write \`${instead}\``, placeOf(entry, { start, end }), instead, false)] : [],
        });
      }
    }
  },
};

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
    if (node.kind === 'target') return node.value ?? [node.hold?.value ?? [], node.hold?.upper ?? []].flat();
    return [];
  });
}
