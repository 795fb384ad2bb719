/** People, those of the team first, with how much is theirs; who has left comes last. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Pause } from '../../model/elements.ts';
import type { Entry } from '../../model/entry.ts';
import type { Workspace } from '../../model/workspace.ts';
import { count, shortDay } from '../words.ts';
import type { Writing } from './arguments.ts';
import { portions } from './entries.ts';
import { addHandles, likelyHandles, personsOf } from './handles.ts';
import type { Proposal } from './item.ts';

export async function personProposals(writing: Writing): Promise<Proposal[]> {
  const { context, place, state } = writing;
  const { workspace } = context;
  const { kind } = state.keyword;
  const today = workspace.today.get();
  const persons = personsOf(workspace);
  const owned = new Owned(workspace, today);
  const named = new Set<string>();
  for await (const entries of portions(writing)) {
    owned.add(entries);
    // A handle in use may want its `person`.
    if (persons.size === 0 || kind === 'person') addHandles(named, entries);
  }
  const handles =
    kind === 'person'
      ? [...named].filter(handle => !persons.has(handle))
      : likelyHandles(workspace, place.heading.team, named);
  const taken = new Set(state.before.map(({ text }) => text));
  const takesSeveral = kind === 'with' || kind === 'members';
  return handles
    .filter(handle => !taken.has(`@${handle}`))
    .map(handle => {
      const { title = '', until } = persons.get(handle) ?? {};
      const left = until === undefined || until >= today ? '' : `left ${shortDay(until, today)}`;
      const goals = owned.goals.get(handle);
      const owns = goals === undefined ? '' : `owns ${count(goals, 'goal')}`;
      const description = [title, left, owns].filter(part => part !== '').join(', ');
      return {
        label: `@${handle}`,
        kind: CompletionItemKind.Variable,
        ...(description === '' ? {} : { description }),
        ...(title === '' ? {} : { also: title }),
        ...(takesSeveral ? { commits: [','] } : {}),
        data: { about: 'person', name: handle },
      };
    });
}

/** How many goals are theirs now, by their handles; what has ended or was let go is no longer anybody's. */
class Owned {
  readonly goals = new Map<string, number>();
  private readonly workspace: Workspace;
  private readonly today: number;
  private readonly ended = new Map<string, boolean>();

  constructor(workspace: Workspace, today: number) {
    this.workspace = workspace;
    this.today = today;
  }

  add(entries: readonly Entry[]): void {
    for (const { facts, cycle } of entries) {
      const element = facts.peek();
      if (element.type !== 'objective' || isDropped(element.pauses)) continue;
      if (typeof cycle === 'string' && this.hasEnded(cycle)) continue;
      this.count(element.owner);
      for (const { owner, pauses } of element.keyResults) if (!isDropped(pauses)) this.count(owner);
    }
  }

  private count(handle: string | undefined): void {
    if (handle !== undefined) this.goals.set(handle, (this.goals.get(handle) ?? 0) + 1);
  }

  /** Few cycles make the answers, so they are worked out once. */
  private hasEnded(cycle: string): boolean {
    let ended = this.ended.get(cycle);
    if (ended === undefined) {
      ended = (this.workspace.cycles.of(cycle).period.last ?? this.today) < this.today;
      this.ended.set(cycle, ended);
    }
    return ended;
  }
}

const isDropped = (pauses: readonly Pause[]) => pauses.at(-1)?.what === 'dropped';
