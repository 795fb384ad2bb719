/** People, those of the team first; who has left comes last. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Pause, Person } from '../../model/elements.ts';
import { teamInfo } from '../../model/teams.ts';
import type { Workspace } from '../../model/workspace.ts';
import type { FeatureContext } from '../context.ts';
import { count, shortDay } from '../words.ts';
import type { Writing } from './arguments.ts';
import type { Proposal } from './item.ts';
import type { LinePlace } from './place.ts';

export function personProposals({ context, place, state }: Writing): Proposal[] {
  const { workspace } = context;
  const today = workspace.today.get();
  const owned = ownedNow(workspace, today);
  const taken = new Set(state.before.map(({ text }) => text));
  const takesSeveral = state.keyword.kind === 'with' || state.keyword.kind === 'members';
  const persons = personsOf(workspace);
  return handlesFor(context, place, state.keyword.kind === 'person')
    .filter(handle => !taken.has(`@${handle}`))
    .map(handle => {
      const person = persons.get(handle);
      const left =
        person?.until === undefined || person.until >= today ? '' : `, left ${shortDay(person.until, today)}`;
      const goals = owned.get(handle);
      const owns = goals === undefined ? '' : `, owns ${count(goals, 'goal')}`;
      const name = `${person?.title ?? ''}${left}${owns}`.replace(/^, /, '');
      return {
        label: `@${handle}`,
        kind: CompletionItemKind.Variable,
        ...(name === '' ? {} : { description: name }),
        ...(person?.title ? { also: person.title } : {}),
        ...(takesSeveral ? { commits: [','] } : {}),
        data: { about: 'person', name: handle },
      };
    });
}

/**
 * Who could be meant, those of the team first.
 * @param isDefinition for `person` itself: those in use that have none yet
 */
export function handlesFor(
  { workspace }: FeatureContext,
  { heading: { team } }: LinePlace,
  isDefinition: boolean,
): string[] {
  const today = workspace.today.get();
  const info = typeof team === 'string' ? teamInfo(workspace, team) : undefined;
  const near = new Set([...(info?.lead === undefined ? [] : [info.lead]), ...(info?.members ?? [])]);
  const persons = personsOf(workspace);
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
  return [...new Set(handles)].sort((a, b) => rank(a) - rank(b));
}

function personsOf(workspace: Workspace): Map<string, Person> {
  const persons = new Map<string, Person>();
  for (const entry of workspace.named('person', '*')) {
    const person = entry.facts.peek() as Person;
    if (person.handle !== '' && !persons.has(person.handle)) persons.set(person.handle, person);
  }
  return persons;
}

/** How many goals are theirs now, by their handles; what has ended or was let go is no longer anybody's. */
function ownedNow(workspace: Workspace, today: number): Map<string, number> {
  const owned = new Map<string, number>();
  const isOver = new Map<string, boolean>();
  const add = (handle: string | undefined, isLetGo: boolean) => {
    if (handle !== undefined && !isLetGo) owned.set(handle, (owned.get(handle) ?? 0) + 1);
  };
  const isDropped = (pauses: readonly Pause[]) => pauses.at(-1)?.what === 'dropped';
  for (const entry of workspace.entries.get()) {
    const element = entry.facts.peek();
    if (element.type !== 'objective') continue;
    if (typeof entry.cycle === 'string') {
      let over = isOver.get(entry.cycle);
      if (over === undefined) {
        over = (workspace.cycles.of(entry.cycle).period.last ?? today) < today;
        isOver.set(entry.cycle, over);
      }
      if (over) continue;
    }
    if (isDropped(element.pauses)) continue;
    add(element.owner, false);
    for (const { owner, pauses } of element.keyResults) add(owner, isDropped(pauses));
  }
  return owned;
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
