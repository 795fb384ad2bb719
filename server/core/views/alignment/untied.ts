import type { Alignment } from '../../reports/alignment.ts';

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
