/** What a language feature may look at. Features know no editor and no clock: the workspace says which day it is. */
import type { Workspace } from '../model/workspace.ts';
import type { Standings } from '../standing/standings.ts';

export interface FeatureContext {
  readonly workspace: Workspace;
  readonly standings: Standings;
}
