import type { Day } from '../core/model/elements.ts';
import type { LoadedWorkspace } from '../disk/load-workspaces.ts';
import { warnOfNotCounted } from './not-counted.ts';
import { isSelected, placesOf } from './paths.ts';
import type { Session } from './session.ts';
import { NothingThere, UsageError } from './usage.ts';

/**
 * The one workspace that a PATH is in, or that is in it; without a PATH, of the folder that it runs in.
 * What of it could not be read is said.
 * @throws UsageError where there are several, or none
 */
export function theWorkspace(session: Session, path: string | undefined, today: Day | undefined): LoadedWorkspace {
  const [only, ...others] = theWorkspaces(session, path, today);
  if (others.length === 0) {
    warnOfNotCounted(session, only);
    return only;
  }
  const folders = [only, ...others].map(({ folder }) => session.named(folder));
  const where = session.named(placesOf(path === undefined ? [] : [path], session.io.cwd)[0]?.path ?? session.io.cwd);
  throw new UsageError(`There are ${folders.length} workspaces in \`${where}\`: name one of ${folders.join(', ')}`);
}

/**
 * The same where there may be several.
 * @throws UsageError where there is none
 */
export function theWorkspaces(
  session: Session,
  path: string | undefined,
  today: Day | undefined,
): [LoadedWorkspace, ...LoadedWorkspace[]] {
  const { io } = session;
  const places = placesOf(path === undefined ? [] : [path], io.cwd);
  const { workspaces } = session.load(places, today ?? io.today);
  const [first, ...others] = workspaces.filter(({ paths }) =>
    [...paths.values()].some(file => isSelected(file, places)),
  );
  if (first === undefined)
    throw new NothingThere(`There is no .okr file in \`${session.named(places[0]?.path ?? io.cwd)}\``);
  return [first, ...others];
}
