/** The teams of a workspace, put together from all their headings. */
import { Memos, saysTheSame } from './cells.ts';
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

/** What is known of each team. Asked by every objective of the team, so it is worked out once. */
export class Teams {
  private readonly infos: Memos<TeamInfo>;
  private readonly lines: Memos<readonly string[]>;

  constructor(workspace: Workspace) {
    this.infos = new Memos(name => readTeam(workspace, name), saysTheSame);
    this.lines = new Memos(name => this.walkUp(name), saysTheSame);
  }

  info(name: string): TeamInfo {
    return this.infos.get(name);
  }
  above(name: string): readonly string[] {
    return this.lines.get(name);
  }

  private walkUp(name: string): readonly string[] {
    const parents: string[] = [];
    let { parent } = this.info(name);
    while (parent !== undefined && parent !== name && !parents.includes(parent)) {
      parents.push(parent);
      parent = this.info(parent).parent;
    }
    return parents;
  }
}

function readTeam(workspace: Workspace, name: string): TeamInfo {
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

/** What all headings of a team say together; the first that says something counts. */
export function teamInfo(workspace: Workspace, name: string): TeamInfo {
  return workspace.teams.info(name);
}

export function teamEntries(workspace: Workspace, name: string): readonly TeamEntry[] {
  return workspace.named('team', name) as TeamEntry[];
}

/** The teams above one, nearest first; ends where they turn in a circle. */
export function parentsOf({ teams }: Pick<Workspace, 'teams'>, name: string): readonly string[] {
  return teams.above(name);
}
