/** Whether an item is an objective, a key result, a KPI or an initiative. */
import type { Reading } from './reading.ts';
import { type ItemKind, type SourceItem, shown } from './source.ts';

/** Who is whose, by ids, and by titles that only one has. */
export class Relations {
  private readonly byKey = new Map<string, SourceItem[]>();
  /** The same of one period, which comes first in the key. */
  private readonly byPeriod = new Map<string, SourceItem[]>();
  private readonly withChildren = new Set<SourceItem>();

  constructor(items: readonly SourceItem[]) {
    for (const each of items)
      for (const key of new Set([...each.ids, each.title].map(keyOf).filter(key => key !== ''))) {
        add(this.byKey, key, each);
        add(this.byPeriod, `${each.fields.period}\n${key}`, each);
      }
    for (const each of items) for (const parent of this.parentsOf(each)) this.withChildren.add(parent);
  }

  /** Those that are in the source, in its order of naming them. */
  parentsOf(each: SourceItem): SourceItem[] {
    return [...new Set(each.parents.flatMap(parent => this.find(parent, each) ?? []))];
  }
  hasChildren(each: SourceItem): boolean {
    return this.withChildren.has(each);
  }

  private find(parent: string, child: SourceItem): SourceItem | undefined {
    const key = keyOf(parent);
    return (
      onlyOther(this.byKey.get(key), child) ?? onlyOther(this.byPeriod.get(`${child.fields.period}\n${key}`), child)
    );
  }
}

function add(found: Map<string, SourceItem[]>, key: string, item: SourceItem): void {
  const known = found.get(key);
  if (known === undefined) found.set(key, [item]);
  else known.push(item);
}

/** Of a long list nothing but its length is looked at: who has thousands of one name has none of them alone. */
function onlyOther(found: readonly SourceItem[] | undefined, child: SourceItem): SourceItem | undefined {
  if (found === undefined || found.length > 2) return undefined;
  const others = found.filter(each => each !== child);
  return others.length === 1 ? others[0] : undefined;
}

function keyOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

const words: readonly [RegExp, ItemKind][] = [
  [/^(?:objectives?|big ?rocks?|o|goals?)$/i, 'objective'],
  [/^(?:key[ -]?results?|krs?|outcomes?)$/i, 'key result'],
  [/^(?:kpis?|metrics?|health metrics?)$/i, 'kpi'],
  [/^(?:initiatives?|projects?|tasks?|action items?|actions?)$/i, 'initiative'],
];

function typeNamed(type: string): ItemKind | undefined {
  return words.find(([word]) => word.test(type.trim()))?.[1];
}

/** What each item is; where its type is a word of the customer's own, its place and its measure tell, which is said. */
export function kindsOf(
  items: readonly SourceItem[],
  relations: Relations,
  reading: Reading,
): ReadonlyMap<SourceItem, ItemKind> {
  const kinds = new Map<SourceItem, ItemKind>();
  // Some call a key result a KPI; who has key results means what is watched.
  const hasKeyResults = items.some(({ type }) => typeNamed(type) === 'key result');
  for (const each of items) {
    const named = each.kind ?? typeNamed(each.type);
    const hasParent = relations.parentsOf(each).length > 0 || each.parents.some(parent => parent !== '');
    if (named === 'kpi' && each.kind === undefined && hasParent && !hasKeyResults) kinds.set(each, 'key result');
    else if (named !== undefined) kinds.set(each, named);
    else {
      const { target, start, current } = each.fields;
      const isMeasured = [target, start, current].some(text => text !== undefined && text !== '');
      const kind = isMeasured && hasParent && !relations.hasChildren(each) ? 'key result' : 'objective';
      kinds.set(each, kind);
      if (each.type !== '')
        reading.readAs.push({
          place: each.place,
          what: `Type ${shown(each.type)}`,
          why: `taken for ${kind === 'objective' ? 'an objective' : 'a key result, as it has a parent and a measure'}`,
        });
    }
  }
  return kinds;
}
