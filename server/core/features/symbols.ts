/** What elements are called and shown as wherever a client lists symbols: outline, search, hierarchies. */
import { SymbolKind, SymbolTag } from 'vscode-languageserver-types';
import type { StatementKind } from '../../../grammar/tree.ts';
import type { Entry, InitiativeEntry, KpiEntry } from '../model/entry.ts';
import { droppedOn } from '../scores/pauses.ts';
import { formatValue } from '../scores/value-text.ts';
import { kpiUnit } from '../standing/kpi-unit.ts';
import type { FeatureContext } from './context.ts';
import { oneLine } from './markdown.ts';
import { isGoal, referenceTo, standingInShort, type Target, teamTitle, titleOf } from './naming.ts';

/** Editors have no kinds of their own for goals: these have icons that can be told apart. */
const KINDS = {
  team: SymbolKind.Module,
  cycle: SymbolKind.Namespace,
  person: SymbolKind.Object,
  objective: SymbolKind.Class,
  kr: SymbolKind.Property,
  milestone: SymbolKind.EnumMember,
  kpi: SymbolKind.Number,
  initiative: SymbolKind.Event,
} as const;

export type SymbolStatement = keyof typeof KINDS;

export function isSymbol(kind: StatementKind): kind is SymbolStatement {
  return kind in KINDS;
}
export function kindOf(kind: SymbolStatement): SymbolKind {
  return KINDS[kind];
}

/** `nps: Raise our Net Promoter Score`, as it is written; one of the two where there is no other, or they say the same. */
export function labelOf(name: string | undefined, title: string, otherwise: string): string {
  const shown = oneLine(title);
  // A reference that is being typed, `kpi growth/`, has a name already: an empty one.
  if (name === undefined || name === '' || shown === '') return shown || name || otherwise;
  return name.toLowerCase() === shown.toLowerCase() ? shown : `${name}: ${shown}`;
}

/** The label of what a reference can lead to, with its whole reference. */
export function labelOfTarget(context: FeatureContext, target: Target): string {
  const title = titleOf(context, target);
  const reference = referenceTo(target);
  const { name } = 'keyResult' in target ? target.keyResult : target.element;
  // Without a title it is called by its name, which the reference says already.
  return labelOf(reference, title === name && reference !== undefined ? '' : title, title);
}

/** Team and cycle of an element: `Growth, 2026-Q4`; empty without any. A heading is not in itself. */
export function whereabouts(context: FeatureContext, entry: Entry): string {
  const { type } = entry.facts.peek();
  const team = type === 'team' ? undefined : teamTitle(context, entry);
  const cycle = type === 'cycle' ? undefined : (entry.cycle ?? undefined);
  return [team && oneLine(team), cycle].filter(part => part !== undefined).join(', ');
}

/** `0.56 ✓ on track`, `371 ▲ watch`, `active` */
export function standingText(context: FeatureContext, target: Target): string {
  const short = standingInShort(context, target);
  if (isGoal(target) || target.element.type !== 'kpi') return short;
  const kpi = target as KpiEntry;
  const { value } = context.standings.kpi(kpi);
  return value === undefined ? short : `${oneLine(formatValue(value, kpiUnit(kpi, context.workspace)))} ${short}`;
}

/** The tags of an element; undefined without one, which is nearly always. */
export function tagsOf({ workspace }: FeatureContext, target: Target): SymbolTag[] | undefined {
  const today = workspace.today.get();
  const isDropped = isGoal(target)
    ? droppedOn(('keyResult' in target ? target.keyResult : target.element).pauses, today) !== undefined
    : target.element.type === 'initiative' && (target as InitiativeEntry).element.status === 'dropped';
  return isDropped ? [SymbolTag.Deprecated] : undefined;
}
