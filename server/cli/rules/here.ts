/** How loudly rules speak in a place: as its `okr.json`, and those above it, say. */
import { join } from 'node:path';
import type { Rule } from '../../core/rules/rule.ts';
import { SettingsTree, type Severity } from '../../core/settings/settings.ts';
import { isInside } from '../../disk/inside.ts';
import { uriOf } from '../../disk/load-workspaces.ts';
import { placesOf } from '../paths.ts';
import type { Session } from '../session.ts';

/** @param path undefined: where it runs */
export function rulesHere(session: Session, path: string | undefined): (rule: Rule) => Severity {
  const { io } = session;
  const [place] = placesOf(path === undefined ? [] : [path], io.cwd);
  if (place === undefined) return SettingsTree.defaults.severityOf;
  const { workspaces } = session.load([place], io.today);
  const [home] = workspaces
    .filter(({ folder }) => isInside(place.path, folder))
    .sort((a, b) => b.folder.length - a.folder.length);
  const settings =
    home?.workspace.settings.of(uriOf(place.isFolder ? join(place.path, 'any.okr') : place.path)) ??
    SettingsTree.defaults;
  return rule => settings.severityOf(rule);
}
