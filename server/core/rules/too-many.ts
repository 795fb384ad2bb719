/** Few teams can pull on more than five things at once. */
import { nextCycle } from '../calendar/cycle.ts';
import type { ObjectiveEntry } from '../model/entry.ts';
import type { OkrFile } from '../model/file.ts';
import { ownerOf } from '../model/names.ts';
import { cycleOf } from '../model/resolve.ts';
import { teamInfo } from '../model/teams.ts';
import { inCycle, openByCycle } from './by-cycle.ts';
import { type Ground, headingSpan, placeOf, type Rule, statementOf } from './rule.ts';

/** Too many objectives of one team in one cycle. */
interface Crowd {
  readonly all: readonly ObjectiveEntry[];
  /** The first one over the limit in a file. */
  readonly first: ObjectiveEntry;
}

export const objectiveTooMany: Rule = {
  id: 'objective-too-many',
  severity: 'warning',
  summary: 'More objectives than a team can pull on',
  why: 'An objective is a choice. With more than five, each gets less than a day a week, and the team has chosen nothing.',
  bad: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr second: Families who order a second time
        from 34% to 45%
      kr stars: Stars in the shop
        from 4.1 to 4.5 stars
    objective calm: A December without night shifts
      kr sleep: Nights without a call
        from 12 to 25 nights
      kr alarms: Alarms a week
        from 30 to 10 alarms
    objective word: People tell each other about us
      kr referred: Orders that a friend sent us
        from 11% to 20%
      kr stories: Stories that customers sent us
        from 4 to 12 stories
    objective fast: A book is ready before you close the tab
      kr speed: Time to open a book
        from 9 to 3 seconds
      kr start: Time until the first page
        from 4 to 1 seconds
    objective access: Everybody can make a book
      kr readers: Customers who finish a book with a screen reader
        from 3 to 12 customers
      kr audit: Serious findings of the audit
        from 23 to 0 findings
    objective hire: Good people say yes before somebody else asks them
      kr days: Days from the advertisement to a yes
        from 52 to 40 days
      kr friends: New colleagues whom a colleague brought
        from 15% to 30%
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr second: Families who order a second time
        from 34% to 45%
      kr stars: Stars in the shop
        from 4.1 to 4.5 stars
    objective calm: A December without night shifts
      kr sleep: Nights without a call
        from 12 to 25 nights
      kr alarms: Alarms a week
        from 30 to 10 alarms
    objective fast: A book is ready before you close the tab
      kr speed: Time to open a book
        from 9 to 3 seconds
      kr start: Time until the first page
        from 4 to 1 seconds

    cycle 2027-Q1

    objective word: People tell each other about us
      kr referred: Orders that a friend sent us
        from 11% to 20%
      kr stories: Stories that customers sent us
        from 4 to 12 stories
    objective access: Everybody can make a book
      kr readers: Customers who finish a book with a screen reader
        from 3 to 12 customers
      kr audit: Serious findings of the audit
        from 23 to 0 findings
    objective hire: Good people say yes before somebody else asks them
      kr days: Days from the advertisement to a yes
        from 52 to 40 days
      kr friends: New colleagues whom a colleague brought
        from 15% to 30%
  `,
  today: '2026-10-05',
  source: 'Google’s guide _Set goals with OKRs_ (re:Work) says three to five.',
  options: { limit: { default: 5, description: 'How many objectives a team may have in one cycle.' } },
  checkFile(ground, say) {
    const { file } = ground;
    // Which objectives it holds is nothing that a name tells.
    file.edition.get();
    const limit = ground.option(objectiveTooMany, 'limit');
    for (const owner of ownersIn(file)) {
      // Most teams have few, in any cycle.
      if (ground.workspace.objectivesOf(owner).length <= limit) continue;
      const crowds = ground.shared(`${objectiveTooMany.id} ${limit} ${owner}`, () => crowdsOf(owner, limit, ground));
      for (const { all, first } of crowds.get(file) ?? []) {
        say({
          block: first.block,
          span: headingSpan(statementOf(first)),
          message: message(first, all.length, limit, ground),
          related: all
            .filter(entry => entry !== first)
            .slice(-3)
            .map(entry => ({
              place: placeOf(entry),
              message:
                typeof entry.team === 'string'
                  ? 'Another one of the same team and cycle'
                  : 'Another one of this file and cycle',
            })),
        });
      }
    }
  },
};

function ownersIn(file: OkrFile): Set<string> {
  const owners = new Set<string>();
  for (const { entries } of file.content)
    for (const entry of entries) if (entry.appearance.type === 'objective') owners.add(ownerOf(entry));
  return owners;
}

/** By file. Worked out once for all files of a team: each of them asking anew would take the square of their number. */
function crowdsOf(owner: string, limit: number, { workspace }: Ground): ReadonlyMap<OkrFile, readonly Crowd[]> {
  const crowds = new Map<OkrFile, Crowd[]>();
  for (const all of openByCycle(owner, workspace).values()) {
    let file: OkrFile | undefined;
    for (const first of all.slice(limit)) {
      if (first.file === file) continue;
      ({ file } = first);
      crowds.set(file, [...(crowds.get(file) ?? []), { all, first }]);
    }
  }
  return crowds;
}

function message(entry: ObjectiveEntry, count: number, limit: number, { workspace }: Ground): string {
  const hasTeam = typeof entry.team === 'string';
  const who = hasTeam ? teamInfo(workspace, entry.team as string).title : 'This file';
  const info = cycleOf(workspace, entry);
  const next = info === undefined ? undefined : nextCycle(info.id, workspace.settings.shared.fiscalYearStart);
  const over = count - limit;
  const few = hasTeam ? 'few teams' : 'few people';
  const wait = next === undefined ? 'could wait' : `could wait for ${next}`;
  return `${who} has ${count} objectives${inCycle(info)} and ${few} can pull on more than ${limit}: which ${over === 1 ? 'one' : over} ${wait}, or be a key result of another?`;
}
