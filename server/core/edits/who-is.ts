/** Who somebody is in the files of a workspace, by what git knows of them. */
import { addHandles, personsOf } from '../features/completion/handles.ts';
import type { Workspace } from '../model/workspace.ts';

/** As in git's settings; empty where they say nothing. */
export interface GitUser {
  readonly name: string;
  readonly email: string;
}

/**
 * The handle of the one person whose full name, handle or e-mail these are; without `@`. Of a workspace that lists its
 * people (`person`) only those are meant who have not left, else whoever is named in it.
 * @returns undefined where nobody fits, or several do
 */
export function whoIs(workspace: Workspace, { name, email }: GitUser): string | undefined {
  const people = peopleOf(workspace);
  const called = fold(name);
  const mailbox = mailboxOf(email);
  const tests: readonly ((handle: string, title: string) => boolean)[] = [
    (_, title) => called !== '' && (fold(title) === called || fold(nameIn(title)) === called),
    handle => mailbox !== '' && fold(handle) === mailbox,
    handle => called !== '' && fold(handle) === called.replace(/^@/, ''),
  ];
  for (const fits of tests) {
    const [handle, ...others] = [...people].filter(each => fits(...each)).map(([each]) => each);
    if (handle !== undefined) return others.length === 0 ? handle : undefined;
  }
  return undefined;
}

/** Every handle that people may have, sorted: for a message that says which there are. */
export function handlesIn(workspace: Workspace): string[] {
  return [...peopleOf(workspace).keys()].sort();
}

/** The full names by the handles. */
function peopleOf(workspace: Workspace): Map<string, string> {
  const persons = personsOf(workspace);
  if (persons.size > 0) {
    const today = workspace.today.get();
    const here = [...persons].filter(([, { until }]) => until === undefined || until >= today);
    return new Map(here.map(([handle, { title }]) => [handle, title]));
  }
  const named = new Set<string>();
  addHandles(named, workspace.entries.get());
  return new Map([...named].map(handle => [handle, '']));
}

/** `Ana Silva, growth`, `Ana Silva (growth)`: what follows a name is what somebody does. */
function nameIn(title: string): string {
  return title.split(/[,;(/|–—]|\s-\s/, 1)[0] ?? '';
}

/** What stands before the `@`, without a tag behind `+`; GitHub's address for those who hide theirs begins with a number. */
function mailboxOf(email: string): string {
  const [, box = '', host = ''] = /^([^@]+)@(.+)$/.exec(email.trim()) ?? [];
  const isHidden = /^users\.noreply\.github\.com$/i.test(host);
  return fold(isHidden ? box.replace(/^\d+\+/, '') : box.replace(/\+.*$/, ''));
}

function fold(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
