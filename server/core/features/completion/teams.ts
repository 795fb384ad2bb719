/** Teams: for a heading, for an element that says its team, for a parent. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { parentsOf, teamInfo } from '../../model/teams.ts';
import type { Workspace } from '../../model/workspace.ts';
import { teamNames } from '../hover/groups.ts';
import type { Writing } from './arguments.ts';
import type { Proposal } from './item.ts';

export function teamProposals({ context, place, state }: Writing): Proposal[] {
  const { workspace } = context;
  const own = place.parent?.kind === 'team' && typeof place.heading.team === 'string' ? place.heading.team : undefined;
  const names = new Set(teamNames(workspace));
  // A heading that is being written is there as well.
  if (place.own?.kind === 'team' && place.own.name !== undefined && isOnlyHere(workspace, place.own.name.text))
    names.delete(place.own.name.text);
  return [...names]
    .filter(
      name =>
        state.keyword.kind !== 'parent' ||
        own === undefined ||
        (name !== own && !parentsOf(workspace, name).includes(own)),
    )
    .map(name => {
      const { title } = teamInfo(workspace, name);
      return {
        label: name,
        kind: CompletionItemKind.Module,
        ...(title === name ? {} : { description: title, also: title }),
        data: { about: 'team', name },
      };
    });
}

function isOnlyHere(workspace: Workspace, name: string): boolean {
  return workspace.named('team', name).length < 2;
}
