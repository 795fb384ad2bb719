/** People, those of the team first; who has left comes last. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Person } from '../../model/elements.ts';
import { teamInfo } from '../../model/teams.ts';
import type { Workspace } from '../../model/workspace.ts';
import { shortDay } from '../words.ts';
import type { Writing } from './arguments.ts';
import type { Proposal } from './item.ts';

export function personProposals({ context, place, state }: Writing): Proposal[] {
  const { workspace } = context;
  const today = workspace.today.get();
  const { team } = place.heading;
  const info = typeof team === 'string' ? teamInfo(workspace, team) : undefined;
  const near = new Set([...(info?.lead === undefined ? [] : [info.lead]), ...(info?.members ?? [])]);
  const taken = new Set(state.before.map(({ text }) => text));
  const persons = personsOf(workspace);
  const isDefinition = state.keyword.kind === 'person';
  // Once there are persons, another handle is a mistake; but a handle in use may want its `person`.
  const used = persons.size > 0 && !isDefinition ? [] : handlesIn(workspace);
  const handles = isDefinition
    ? [...used].filter(handle => !persons.has(handle))
    : [...near, ...persons.keys(), ...used];
  const rank = (handle: string) => {
    const until = persons.get(handle)?.until;
    if (until !== undefined && until < today) return 2;
    return near.has(handle) ? 0 : 1;
  };
  return [...new Set(handles)]
    .filter(handle => !taken.has(`@${handle}`))
    .map((handle, index) => ({ handle, rank: rank(handle) * 1e6 + index }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ handle }) => {
      const person = persons.get(handle);
      const left =
        person?.until === undefined || person.until >= today ? '' : `, left ${shortDay(person.until, today)}`;
      const name = `${person?.title ?? ''}${left}`.replace(/^, /, '');
      return {
        label: `@${handle}`,
        kind: CompletionItemKind.Variable,
        ...(name === '' ? {} : { description: name }),
        ...(person?.title ? { also: person.title } : {}),
        data: { about: 'person', name: handle },
      };
    });
}

function personsOf(workspace: Workspace): Map<string, Person> {
  const persons = new Map<string, Person>();
  for (const entry of workspace.named('person', '*')) {
    const person = entry.facts.peek() as Person;
    if (person.handle !== '' && !persons.has(person.handle)) persons.set(person.handle, person);
  }
  return persons;
}

/** Every handle that anybody has written. */
export function handlesIn(workspace: Workspace): Set<string> {
  const handles = new Set<string>();
  const add = (...found: readonly (string | undefined)[]) => {
    for (const handle of found) if (handle !== undefined && handle !== '') handles.add(handle);
  };
  for (const entry of workspace.entries.get()) {
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
  return handles;
}
