/** The teams of a workspace, put together from all their headings. */
import type { Rhythm, Team } from './elements.ts';
import type { TeamEntry } from './entry.ts';
import type { Workspace } from './workspace.ts';

export interface TeamInfo {
  readonly name: string;
  /** Its name where it has no title. */
  readonly title: string;
  readonly parent: string | undefined;
  readonly lead: string | undefined;
  readonly members: readonly string[];
  readonly rhythm: Rhythm | undefined;
  readonly description: string;
}

/** What all headings of a team say together; the first that says something counts. */
export function teamInfo(workspace: Workspace, name: string): TeamInfo {
  const headings = teamEntries(workspace, name).map(entry => entry.element);
  const first = <K extends keyof Team>(key: K) =>
    headings.find(team => team[key] !== undefined && team[key] !== '')?.[key];
  return {
    name,
    title: first('title') ?? name,
    parent: first('parent'),
    lead: first('lead'),
    members: [...new Set(headings.flatMap(team => team.members))],
    rhythm: first('rhythm'),
    description: first('description') ?? '',
  };
}

export function teamEntries(workspace: Workspace, name: string): readonly TeamEntry[] {
  return workspace.named('team', name) as TeamEntry[];
}

/** The teams above one, nearest first; ends where they turn in a circle. */
export function parentsOf(workspace: Workspace, name: string): string[] {
  const parents: string[] = [];
  let team = teamInfo(workspace, name).parent;
  while (team !== undefined && team !== name && !parents.includes(team)) {
    parents.push(team);
    team = teamInfo(workspace, team).parent;
  }
  return parents;
}
