import type { Day } from '../core/model/elements.ts';
import type { LoadedWorkspace } from '../disk/load-workspaces.ts';
import { isSelected, placesOf } from './paths.ts';
import type { Session } from './session.ts';
import { UsageError } from './usage.ts';

/**
 * The one workspace that a PATH is in, or that is in it; without a PATH, of the folder that it runs in.
 * @throws UsageError where there are several, or none
 */
export function theWorkspace(session: Session, path: string | undefined, today: Day | undefined): LoadedWorkspace {
  const places = placesOf(path === undefined ? [] : [path], session.io.cwd);
  const { workspaces } = session.load(places, today ?? session.io.today);
  const found = workspaces.filter(({ paths }) => [...paths.values()].some(file => isSelected(file, places)));
  const [only] = found;
  const where = session.named(places[0]?.path ?? session.io.cwd);
  if (only === undefined) throw new UsageError(`There is no .okr file in \`${where}\``);
  if (found.length === 1) return only;
  const folders = found.map(({ folder }) => session.named(folder));
  throw new UsageError(`There are ${found.length} workspaces in \`${where}\`: name one of ${folders.join(', ')}`);
}
