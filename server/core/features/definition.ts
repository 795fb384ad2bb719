/** Where what is named under the cursor is written down. */
import type { LocationLink, Position } from 'vscode-languageserver-types';
import type { CycleEntry, Entry, TeamEntry } from '../model/entry.ts';
import { teamEntries } from '../model/teams.ts';
import type { Workspace } from '../model/workspace.ts';
import type { FeatureContext } from './context.ts';
import { headingAt } from './cursor.ts';
import { grouped, mentionsOf } from './mentions/search.ts';
import { type Found, keyResultOf, type Subject, subjectAt } from './mentions/subject.ts';
import type { Pause } from './pause.ts';
import { linkTo, type Placed } from './places.ts';

/** Each part of `team/objective.kr in cycle` leads to its own. Empty for what nobody introduces, as a tag. */
export async function definition(
  { workspace }: FeatureContext,
  uri: string,
  position: Position,
  pause: Pause,
): Promise<LocationLink[]> {
  const found = subjectAt(workspace, uri, position);
  if (found === undefined) return [];
  const { cursor, span } = found;
  const origin = cursor.file.rangeOf(cursor.row.block, span);
  const placed = placesOf(workspace, found);
  if (placed.length > 0 || found.subject.is !== 'person') return placed.map(place => linkTo(place, origin));
  // Whom nobody introduces is best known by what they own.
  const mentions = await mentionsOf(workspace, found.subject, pause);
  const first = mentions.find(({ role }) => role === 'owner' || role === 'lead') ?? grouped(mentions)[0];
  if (first === undefined) return [];
  const { range, uri: targetUri } = first;
  return [{ originSelectionRange: origin, targetUri, targetRange: range, targetSelectionRange: range }];
}

function placesOf(workspace: Workspace, { subject, cursor }: Found): readonly Placed[] {
  switch (subject.is) {
    case 'element':
      return [subject.entry];
    case 'key result': {
      const keyResult = keyResultOf(subject);
      return keyResult === undefined ? [] : [keyResult];
    }
    case 'team':
      return one(teamHeading(workspace, subject.name));
    case 'cycle': {
      const { team } = headingAt(cursor.file, cursor.row, cursor.statement);
      return one(cycleHeading(workspace, subject, team));
    }
    case 'person':
      return workspace.named('person', subject.handle);
    case 'tag':
      return [];
  }
}

function one(entry: Entry | undefined): readonly Entry[] {
  return entry === undefined ? [] : [entry];
}

/** The first heading with a title, else the first that says anything, else the first. */
function teamHeading(workspace: Workspace, name: string): TeamEntry | undefined {
  const headings = teamEntries(workspace, name);
  const says = ({ element: { lead, members, parent, rhythm, description } }: TeamEntry) =>
    (lead ?? parent ?? rhythm) !== undefined || members.length > 0 || description !== '';
  return headings.find(({ element }) => element.title !== '') ?? headings.find(says) ?? headings[0];
}

/** One with a title, of the team where there is one; else the one with the dates, else the first. */
function cycleHeading(
  workspace: Workspace,
  { id }: Extract<Subject, { is: 'cycle' }>,
  team: string | null | undefined,
): CycleEntry | undefined {
  const headings = workspace.cycles.entriesOf(workspace.cycles.of(id));
  const titled = headings.filter(({ element }) => element.title !== '');
  return (
    titled.find(heading => heading.team === team) ??
    titled[0] ??
    headings.find(({ element }) => element.period !== undefined) ??
    headings[0]
  );
}
