/** How well an objective fits as what is referred to: by its cycle, by its team, by its name. */
import type { Heading, ObjectiveEntry } from '../../model/entry.ts';
import { parentsOf } from '../../model/teams.ts';
import type { Workspace } from '../../model/workspace.ts';

/** What is left out of a list comes after all else: `in CYCLE` has to be written for it. */
const OUT_OF_REACH = 100_000;
const TEAM = 1000;
const NO_CYCLE = 900;
const FAR = 800;

/** 0 is best; undefined for what cannot be meant. Few teams and cycles make the answers, so they are worked out once. */
export function goalFit(
  workspace: Workspace,
  keyword: string,
  { team, cycle }: Heading,
  ownName: string | undefined,
): (entry: ObjectiveEntry) => number | undefined {
  const teams = teamFit(workspace, keyword, team ?? undefined);
  const cycles = cycleFit(workspace, cycle);
  if (keyword !== 'continues') return entry => teams(entry.team ?? undefined) * TEAM + cycles(entry.cycle ?? undefined);
  return entry => {
    const fit = cycles(entry.cycle ?? undefined);
    // It goes on from the cycle before, and there mostly from its own name.
    if (entry.team !== team || (cycle !== undefined && fit < OUT_OF_REACH)) return undefined;
    return entry.facts.peek().name === ownName ? fit - TEAM : fit;
  };
}

/** The own team's parents, nearest first, for `supports`; the own team first for what is needed beside it. */
export function teamFit(
  workspace: Workspace,
  keyword: string,
  own: string | undefined,
): (team: string | undefined) => number {
  const parents = own === undefined ? [] : parentsOf(workspace, own);
  return team => {
    const above = team === undefined ? -1 : parents.indexOf(team);
    const isOwn = team === own;
    if (keyword === 'supports') return above >= 0 ? above : isOwn ? 20 : 30;
    if (keyword === 'follows') return isOwn ? 25 : above >= 0 ? above : 20;
    return isOwn ? 0 : above >= 0 ? 10 + above : 30;
  };
}

/** Its own cycle, then those around it, nearest first; then the others, by how long ago they ended. */
function cycleFit(workspace: Workspace, heading: string | null | undefined): (cycle: string | undefined) => number {
  const { cycles } = workspace;
  const own = typeof heading === 'string' ? cycles.of(heading) : undefined;
  const reached = own === undefined ? [] : [own, ...cycles.around(own)].map(({ key }) => key);
  const known = new Map<string | undefined, number>();
  const work = (id: string | undefined): number => {
    if (id === undefined) return NO_CYCLE;
    const { key, period } = cycles.of(id);
    const last = period.last ?? period.first ?? 0;
    // What is in no cycle finds the newest of a name.
    if (own === undefined) return Math.max(0, FAR - last / 100);
    const at = reached.indexOf(key);
    return at >= 0 ? at : OUT_OF_REACH + Math.min(FAR, Math.abs((own.period.first ?? 0) - 1 - last) / 31);
  };
  return id => {
    let fit = known.get(id);
    if (fit === undefined) {
      fit = work(id);
      known.set(id, fit);
    }
    return fit;
  };
}

export function isOutOfReach(fit: number): boolean {
  return fit >= OUT_OF_REACH - TEAM;
}
