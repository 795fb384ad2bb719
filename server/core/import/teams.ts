/** The teams of a source, with their names. */
import { isName } from '../../../grammar/arguments.ts';
import { freeName, shortName } from '../titles/short-name.ts';
import type { PlannedTeam } from './plan.ts';
import type { Reading } from './reading.ts';
import { oneLine, plainText } from './rich-text.ts';
import { isSound } from './sound.ts';
import type { SourceItem, SourceTeam } from './source.ts';

export class Teams {
  private readonly names = new Map<string, string>();
  private readonly taken = new Set<string>();
  private readonly titles = new Map<string, string>();
  private readonly described = new Map<string, SourceTeam>();
  private readonly reading: Reading;
  private readonly usual: string | undefined;

  /** @param usual the team of what the source puts into none */
  constructor(teams: readonly SourceTeam[], reading: Reading, usual: string | undefined) {
    this.reading = reading;
    for (const team of teams) {
      const name = this.add(team.title, team.ids);
      if (name === undefined) reading.leave(team.place, 'Team', team.title, 'no name can be made of it');
      else this.described.set(name, team);
    }
    this.usual = usual === undefined ? undefined : this.named(usual);
  }

  /** The name of a team's title or id; a new one where nobody has it. */
  named(text: string): string | undefined {
    const key = text.trim().toLowerCase();
    return key === '' ? undefined : (this.names.get(key) ?? this.add(text, []));
  }

  /** The first of an item's teams; the others are said. */
  of({ teams, place }: SourceItem): string | undefined {
    const [first, ...others] = teams.filter(team => team.trim() !== '');
    for (const other of others) this.reading.leave(place, 'Team', other, 'one team has it, the first that is named');
    return first === undefined ? this.usual : this.named(first);
  }

  get all(): readonly PlannedTeam[] {
    const parents = new Set(
      [...this.described.values()].map(({ parent }) => this.names.get(parent.trim().toLowerCase())),
    );
    return [...this.titles].map(([name, title]) => {
      const team = this.described.get(name);
      return {
        name,
        // A heading without a title begins what follows; one with a title is there for `parent`, too.
        title: title === name && !parents.has(name) ? '' : title,
        properties: team === undefined ? [] : this.propertiesOf(name, team),
        description: team === undefined || team.description === '' ? [] : plainText(team.description).split('\n'),
      };
    });
  }

  private propertiesOf(name: string, team: SourceTeam): string[] {
    const lead = team.lead && this.reading.person(team.place, 'Lead', team.lead);
    const members = team.members.flatMap(person => this.reading.person(team.place, 'Member', person) ?? []);
    const parent = team.parent === '' ? undefined : this.names.get(team.parent.trim().toLowerCase());
    if (team.parent !== '' && parent === undefined)
      this.reading.leave(team.place, 'Parent team', team.parent, 'it is not in the source');
    return [
      ...(lead === undefined ? [] : [`lead ${lead}`]),
      ...(members.length === 0 ? [] : [`members ${[...new Set(members)].join(', ')}`]),
      ...(parent === undefined || parent === name ? [] : [`parent ${parent}`]),
    ].filter(line => isSound(line, 'team'));
  }

  private add(text: string, ids: readonly string[]): string | undefined {
    const title = oneLine(text);
    const lower = title.toLowerCase();
    const known = this.names.get(lower);
    const wanted = isName(lower) ? lower : shortName(title);
    const name = known ?? (wanted === undefined ? undefined : freeName(wanted, each => this.taken.has(each)));
    if (name === undefined) return undefined;
    this.taken.add(name);
    this.titles.set(name, title);
    for (const key of [title, ...ids]) this.names.set(key.trim().toLowerCase(), name);
    return name;
  }
}
