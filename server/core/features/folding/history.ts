/** Check-ins, readings and other dated facts that were folded away, in one line. */
import type { Statement, StatementKind, Value } from '../../../../grammar/tree.ts';
import { formatValue } from '../../scores/value-text.ts';
import { oneLine } from '../markdown.ts';
import { count } from '../words.ts';

/** What is told of each kind of fact, one of them. Plans look ahead: they are a run of their own. */
const FACTS: Partial<Record<StatementKind, string>> = {
  checkin: 'check-in',
  reading: 'reading',
  target: 'new target',
  grade: 'grade',
  dropped: 'drop',
  resumed: 'resumption',
  plan: 'plan',
};

export function isHistory(node: Statement, before: Statement | undefined): boolean {
  if (!(node.kind in FACTS)) return false;
  return before === undefined || (node.kind === 'plan') === (before.kind === 'plan');
}

/**
 * `5 check-ins, 36 → 41 points, 1 new target`
 * @param element what they are facts of: its measure has the unit where they have none
 */
export function historyInWords(facts: readonly Statement[], element: Statement): string {
  const counts = new Map<string, number>();
  for (const { kind } of facts) {
    const name = FACTS[kind] as string;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const parts = [...counts].map(([name, many]) => count(many, name));
  const values = facts.flatMap(valuesOf);
  const [first, last] = [values[0], values.at(-1)];
  if (first !== undefined && last !== undefined) {
    const unit = last.unit || unitOf(element);
    const end = oneLine(formatValue(last.number, unit));
    // A sign that stands at the number stays with both.
    const start = oneLine(formatValue(first.number, /\p{Sc}$/u.test(unit) || unit === '%' ? unit : ''));
    parts.splice(1, 0, values.length === 1 ? end : `${start} → ${end}`);
  }
  return parts.join(', ');
}

/** A target is where it should go, not where it was. */
function valuesOf(fact: Statement): Value[] {
  return (fact.kind === 'checkin' || fact.kind === 'reading' || fact.kind === 'plan') && fact.value !== undefined
    ? [fact.value]
    : [];
}

function unitOf({ body }: Statement): string {
  for (const node of body) {
    if (node.kind === 'from') return node.to?.unit || node.from?.unit || '';
    if (node.kind === 'to') return node.to?.unit ?? '';
    if (node.kind === 'keep' || node.kind === 'healthy') return node.hold?.value?.unit || node.hold?.upper?.unit || '';
  }
  return '';
}
