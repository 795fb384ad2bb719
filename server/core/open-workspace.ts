/** A workspace with all that is computed from it. */
import type { Day } from './model/elements.ts';
import { Workspace } from './model/workspace.ts';
import { Diagnosis } from './rules/diagnosis.ts';
import { ruleOptionSpecs } from './rules/rules.ts';
import { Standings } from './standing/standings.ts';

export interface OpenWorkspace {
  readonly workspace: Workspace;
  readonly standings: Standings;
  readonly diagnosis: Diagnosis;
}

/** @param root the URI of its folder */
export function openWorkspace(root: string, today: Day): OpenWorkspace {
  return computed(new Workspace(root, today, ruleOptionSpecs));
}

/** An empty workspace in which the day and the settings are those of another: nothing in the one is seen in the other. */
export function openBeside(workspace: Workspace): OpenWorkspace {
  return computed(workspace.beside());
}

function computed(workspace: Workspace): OpenWorkspace {
  const standings = new Standings(workspace);
  return { workspace, standings, diagnosis: new Diagnosis(workspace, standings) };
}
