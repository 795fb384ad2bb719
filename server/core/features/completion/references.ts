/**
 * References by fit: what can be reached without saying the cycle first, and of that the teams above for `supports`, the
 * own team for `needs`. Thousands are looked at, at most two hundred are written out; each leads to what it says.
 */
import type { InitiativeEntry, KpiEntry, ObjectiveEntry } from '../../model/entry.ts';
import type { Writing } from './arguments.ts';
import { portions } from './entries.ts';
import { goalFit, isOutOfReach, teamFit } from './fit.ts';
import { type Candidate, type Offered, ReferenceList } from './reference-list.ts';

export async function goalProposals(writing: Writing): Promise<Offered> {
  const { state } = writing;
  const { kind } = state.keyword;
  const candidates = await candidatesFor(writing);
  const far = candidates.findIndex(({ fit }) => isOutOfReach(fit));
  const list = new ReferenceList(writing);
  if (kind === 'needs') list.addOwnKeyResults();
  await list.addGoals(far < 0 ? candidates : candidates.slice(0, far), false);
  if (kind === 'needs') list.addNamed(await namedInTeams(writing, 'initiative'));
  if (far >= 0) await list.addGoals(candidates.slice(far), true);
  return list.offered();
}

/** KPIs for `kpi` in a key result. */
export async function kpiProposals(writing: Writing): Promise<Offered> {
  const list = new ReferenceList(writing);
  list.addNamed(await namedInTeams(writing, 'kpi'));
  return list.offered();
}

/** Every named objective but the one that the line stands in, those that fit best first. */
async function candidatesFor(writing: Writing): Promise<Candidate[]> {
  const { context, place, state } = writing;
  const { workspace } = context;
  const own = place.entry?.facts.peek();
  const ownName = own?.type === 'objective' ? own.name : undefined;
  const fitOf = goalFit(workspace, state.keyword.kind, place.heading, ownName);
  const found: Candidate[] = [];
  for await (const entries of portions(writing)) {
    for (const entry of entries) {
      const element = entry.appearance;
      if (element.type !== 'objective' || element.name === undefined || entry === place.entry) continue;
      if (entry.team === null || entry.cycle === null) continue;
      const fit = fitOf(entry as ObjectiveEntry);
      if (fit !== undefined) found.push({ entry: entry as ObjectiveEntry, fit });
    }
  }
  return found.sort((a, b) => a.fit - b.fit);
}

/** KPIs or initiatives, the own team's first. */
async function namedInTeams(writing: Writing, type: 'kpi' | 'initiative') {
  const { context, place } = writing;
  const { workspace } = context;
  const near = teamFit(workspace, type, place.heading.team ?? undefined);
  const found: (KpiEntry | InitiativeEntry)[] = [];
  for await (const entries of portions(writing)) {
    for (const entry of entries) {
      const element = entry.appearance;
      if (element.type !== type || element.name === undefined || entry === place.entry || entry.team === null) continue;
      found.push(entry as KpiEntry | InitiativeEntry);
    }
  }
  return found.sort((a, b) => near(a.team ?? undefined) - near(b.team ?? undefined));
}
