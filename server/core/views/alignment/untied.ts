import type { Alignment } from '../../reports/alignment.ts';

/** Without what supports nothing and is supported by nothing. */
export function tiedIn({ objectives, ties, today }: Alignment): Alignment {
  const supports = ties.filter(({ relation }) => relation === 'supports');
  const tied = new Set(supports.flatMap(({ from, to }) => [from, to]));
  return {
    today,
    objectives: objectives.filter(({ key }) => tied.has(key)),
    ties: ties.filter(({ from, to }) => tied.has(from) && tied.has(to)),
  };
}

/** How many objectives support nothing and are supported by nothing. */
export function untiedIn({ objectives, ties }: Alignment): number {
  const untied = new Set(objectives.map(({ key }) => key));
  for (const { from, to, relation } of ties) {
    if (relation !== 'supports') continue;
    untied.delete(from);
    untied.delete(to);
  }
  return untied.size;
}
