/** Whose handles there are: people who are defined, people of a team, and whoever is named anywhere. */
import type { Person } from '../../model/elements.ts';
import type { Entry } from '../../model/entry.ts';
import { teamInfo } from '../../model/teams.ts';
import type { Workspace } from '../../model/workspace.ts';

/** By their handles; of several the first. */
export function personsOf(workspace: Workspace): Map<string, Person> {
  const persons = new Map<string, Person>();
  for (const entry of workspace.named('person', '*')) {
    const person = entry.facts.peek() as Person;
    if (person.handle !== '' && !persons.has(person.handle)) persons.set(person.handle, person);
  }
  return persons;
}

/**
 * Who could be meant: those of the team first, and who has left last.
 * @param named handles that are in use; once there are persons, another one is a mistake
 */
export function likelyHandles(
  workspace: Workspace,
  team: string | null | undefined,
  named: Iterable<string>,
): string[] {
  const today = workspace.today.get();
  const info = typeof team === 'string' ? teamInfo(workspace, team) : undefined;
  const near = new Set([...(info?.lead === undefined ? [] : [info.lead]), ...(info?.members ?? [])]);
  const persons = personsOf(workspace);
  const rank = (handle: string) => {
    const until = persons.get(handle)?.until;
    if (until !== undefined && until < today) return 2;
    return near.has(handle) ? 0 : 1;
  };
  const handles = [...near, ...persons.keys(), ...(persons.size > 0 ? [] : named)];
  return [...new Set(handles)].sort((a, b) => rank(a) - rank(b));
}

/** Every handle that is written in some elements. */
export function addHandles(handles: Set<string>, entries: Iterable<Entry>): void {
  const add = (...found: readonly (string | undefined)[]) => {
    for (const handle of found) if (handle !== undefined && handle !== '') handles.add(handle);
  };
  for (const entry of entries) {
    const element = entry.facts.peek();
    switch (element.type) {
      case 'objective':
        add(element.owner, ...element.with);
        for (const { owner, with: helpers, checkins } of element.keyResults) {
          add(owner, ...helpers);
          for (const { by } of checkins) add(by);
        }
        break;
      case 'team':
        add(element.lead, ...element.members);
        break;
      case 'kpi':
      case 'initiative':
        add(element.owner);
        break;
      default:
    }
  }
}
