/**
 * The search over all elements of a workspace, by name, reference and title. It reads what is known of each element as
 * it is: nothing is kept for it, and nothing gets slower while somebody types.
 */
import type { SymbolTag, WorkspaceSymbol } from 'vscode-languageserver-types';
import type { KeyResult } from '../model/elements.ts';
import type { CycleEntry, Entry, ObjectiveEntry, TeamEntry } from '../model/entry.ts';
import { cycleOf } from '../model/resolve.ts';
import { teamEntries } from '../model/teams.ts';
import type { Workspace } from '../model/workspace.ts';
import { type Address, addressOf, atAddress } from './address.ts';
import type { FeatureContext } from './context.ts';
import type { Target } from './naming.ts';
import type { Pause } from './pause.ts';
import { type Ranker, ranker, typoRanker, type Wanted } from './search/rank.ts';
import { kindOf, labelOf, labelOfTarget, type SymbolStatement, tagsOf, whereabouts } from './symbols.ts';
import { writtenAt } from './written-at.ts';

/** More than anybody looks through; what is missing is found by writing one more letter. */
export const MOST_FOUND = 200;

export interface Found {
  readonly entry: Entry;
  /** Set where a key result of the entry is found. */
  readonly keyResult: KeyResult | undefined;
  /** From 0 on, the best first. */
  readonly rank: number;
}

interface Ordered {
  readonly entry: Entry;
  /** Which of the entry's key results. */
  readonly index: number | undefined;
  readonly rank: number;
  readonly isRunning: boolean;
  readonly order: number;
}

/** So many elements are looked at before others have their turn. */
const BATCH = 100;

/**
 * What fits a query, the best first and no more than `MOST_FOUND`; what is in a running cycle before the rest. Where nothing does, what is a slip of
 * the keyboard away.
 */
export async function search({ workspace }: FeatureContext, query: string, pause: Pause): Promise<Found[]> {
  const found = await scan(workspace, ranker(query), pause);
  return found.length > 0 ? found : scan(workspace, typoRanker(query), pause);
}

async function scan(workspace: Workspace, rank: Ranker, pause: Pause): Promise<Found[]> {
  let found: Ordered[] = [];
  let order = 0;
  const take = (entry: Entry, index: number | undefined, wanted: Wanted) => {
    const fit = rank(wanted);
    if (fit === undefined || !isTheOneToShow(workspace, entry)) return;
    found.push({ entry, index, rank: fit, isRunning: isRunning(workspace, entry), order: order++ });
    // One letter fits nearly everything: what will not be shown is not kept.
    if (found.length >= 4 * MOST_FOUND) found = best(found);
  };
  let count = 0;
  for (const entry of [...workspace.entries.peek()]) {
    if (++count % BATCH === 0) await pause();
    // Of files that nobody has open no more is read for a search than their titles.
    const element = entry.appearance;
    const { title } = element;
    const team = entry.team ?? '';
    if (element.type === 'team') take(entry, undefined, { team: '', within: '', name: element.name, title });
    else if (element.type === 'person')
      take(entry, undefined, { team: '', within: '', name: `@${element.handle}`, title });
    else if (element.type === 'cycle') take(entry, undefined, { team, within: '', name: element.id, title });
    else {
      take(entry, undefined, { team, within: '', name: element.name ?? '', title });
      if (element.type !== 'objective') continue;
      for (const [index, keyResult] of element.keyResults.entries())
        take(entry, index, {
          team,
          within: element.name ?? '',
          name: keyResult.name ?? '',
          title: keyResult.title,
        });
    }
  }
  const shown: Found[] = [];
  for (const { entry, index, rank } of best(found)) {
    if (shown.length % 20 === 19) await pause();
    const keyResult = index === undefined ? undefined : (entry as ObjectiveEntry).facts.peek().keyResults[index];
    shown.push({ entry, keyResult, rank });
  }
  return shown;
}

function best(found: Ordered[]): Ordered[] {
  return found
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        Number(b.isRunning) - Number(a.isRunning) ||
        (a.entry.file === b.entry.file ? a.order - b.order : a.entry.file.uri < b.entry.file.uri ? -1 : 1),
    )
    .slice(0, MOST_FOUND);
}

/** A heading is in every file: of a team's or a cycle's the one with a title counts, else the first. */
function isTheOneToShow(workspace: Workspace, entry: Entry): boolean {
  const { type } = entry.appearance;
  if (type !== 'team' && type !== 'cycle') return true;
  const headings =
    type === 'team'
      ? teamEntries(workspace, (entry as TeamEntry).element.name)
      : workspace.cycleHeadings((entry as CycleEntry).element.id, entry.team ?? undefined);
  return entry === (headings.find(each => each.appearance.title !== '') ?? headings[0]);
}

function isRunning(workspace: Workspace, entry: Entry): boolean {
  const cycle = cycleOf(workspace, entry);
  return cycle !== undefined && workspace.cycles.holds(cycle, workspace.today.get());
}

/** What was found as a symbol of the protocol; where exactly it stands is told when asked (`locate`). */
export function toSymbol(context: FeatureContext, { entry, keyResult }: Found): WorkspaceSymbol {
  const target = targetOf(entry, keyResult);
  const tags: SymbolTag[] | undefined = target && tagsOf(context, target);
  const containerName = whereabouts(context, entry);
  return {
    name: target === undefined ? headingLabel(entry) : labelOfTarget(context, target),
    kind: kindOf(keyResult === undefined ? (entry.facts.peek().type as SymbolStatement) : 'kr'),
    ...(tags && { tags }),
    ...(containerName !== '' && { containerName }),
    location: { uri: entry.file.uri },
    data: addressOf(target ?? entry),
  };
}

/** The symbol with its place, as it is now; without one where the element is gone. */
export function locate({ workspace }: FeatureContext, symbol: WorkspaceSymbol): WorkspaceSymbol {
  const target = atAddress(workspace, symbol.data as Address | undefined);
  if (target === undefined) return symbol;
  const { uri, selectionRange: range } = writtenAt(target);
  return { ...symbol, location: { uri, range } };
}

function targetOf(entry: Entry, keyResult: KeyResult | undefined): Target | undefined {
  if (keyResult !== undefined) return { objective: entry as ObjectiveEntry, keyResult };
  const { type } = entry.facts.peek();
  return type === 'objective' || type === 'kpi' || type === 'initiative' ? (entry as Target) : undefined;
}

function headingLabel(entry: Entry): string {
  const element = entry.facts.peek();
  switch (element.type) {
    case 'person':
      return labelOf(`@${element.handle}`, element.title, '');
    case 'cycle':
      return labelOf(element.id, element.title, '');
    default:
      return labelOf(element.name, element.title, 'A team');
  }
}
