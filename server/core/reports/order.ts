/** The order in which a report goes through a workspace: teams right above their children, elements as written. */
import type { Entry, TeamEntry } from '../model/entry.ts';
import { teamInfo } from '../model/teams.ts';
import type { Workspace } from '../model/workspace.ts';

/** As files are listed and lines are read, whichever was loaded first. */
export function inOrder<Any extends Entry>(entries: readonly Any[]): readonly Any[] {
  const lines = new Map(entries.map(entry => [entry, entry.file.lineOf(entry.block, entry.facts.peek().line)]));
  return entries.toSorted((a, b) => compare(a.file.uri, b.file.uri) || lines.get(a)! - lines.get(b)!);
}

/** All teams that have a heading, parents first; those side by side as they are written. */
export function teamsInOrder(workspace: Workspace): readonly string[] {
  const headings = workspace.named('team', '*') as readonly TeamEntry[];
  const names = [...new Set(headings.map(entry => entry.element.name))];
  const parents = new Map(names.map(name => [name, teamInfo(workspace, name).parent]));
  const children = new Map<string, string[]>(names.map(name => [name, []]));
  for (const [name, parent] of parents) if (parent !== undefined) children.get(parent)?.push(name);
  const ordered = new Set<string>();
  const visit = (name: string): void => {
    if (ordered.has(name)) return;
    ordered.add(name);
    for (const child of children.get(name) ?? []) visit(child);
  };
  for (const [name, parent] of parents) if (parent === undefined || !parents.has(parent)) visit(name);
  // What is left has parents that go in a circle.
  for (const name of names) visit(name);
  return [...ordered];
}

/** Those of one team together, in the order of the teams; those without a team last. */
export function byTeam<Any extends Entry>(entries: readonly Any[], teams: readonly string[]): readonly Any[] {
  const rank = new Map(teams.map((name, index) => [name, index]));
  // A team that only an objective names has no heading, and so no place among the others.
  const rankOf = ({ team }: Any) => (typeof team === 'string' ? (rank.get(team) ?? teams.length) : teams.length + 1);
  return entries.toSorted((a, b) => rankOf(a) - rankOf(b) || compare(a.team ?? '', b.team ?? ''));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
