/** What elements refer to, by how. */
import type { KeyResult, RefText } from './elements.ts';
import type { Entry } from './entry.ts';

export type Relation = 'supports' | 'needs' | 'continues' | 'follows' | 'kpi';

const NONE: readonly RefText[] = [];

/** The references of an element, or of one key result, that relate it to others in one of the `wanted` ways. */
export function refsIn(facts: Partial<Pick<KeyResult, Relation>>, wanted: readonly Relation[]): readonly RefText[] {
  return wanted.flatMap(relation => {
    if (relation === 'supports') return facts.supports ?? NONE;
    if (relation === 'needs') return facts.needs?.map(({ ref }) => ref) ?? NONE;
    return facts[relation] ?? NONE;
  });
}

/** Those of an element and of its key results, which are seen without reading it in full. */
export function refsInSight({ appearance }: Entry, wanted: readonly Relation[]): readonly RefText[] {
  switch (appearance.type) {
    case 'objective':
      return [appearance, ...appearance.keyResults].flatMap(facts => refsIn(facts, wanted));
    case 'kpi':
    case 'initiative':
      return refsIn(appearance, wanted);
    default:
      return NONE;
  }
}
