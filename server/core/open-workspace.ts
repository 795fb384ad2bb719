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
  const workspace = new Workspace(root, today, ruleOptionSpecs);
  const standings = new Standings(workspace);
  return { workspace, standings, diagnosis: new Diagnosis(workspace, standings) };
}
