/** Of what belongs to everybody nobody is asked. */
import type { ObjectiveEntry } from '../../model/entry.ts';
import { teamInfo } from '../../model/teams.ts';
import { insertUnder } from '../lines.ts';
import { type OpenObjective, ofKeyResults, openObjective } from '../method.ts';
import { type Ground, headingSpan, placeOf, type Remedy, type Rule, replaces } from '../rule.ts';
import { inQuotes } from '../titles.ts';

/**
 * Whether somebody should be named: in a team of several people. What is in no team, or in a team of one, is one
 * person's own.
 */
function isShared({ team }: ObjectiveEntry, { workspace }: Ground): boolean {
  if (typeof team !== 'string') return false;
  const { lead, members } = teamInfo(workspace, team);
  return lead === undefined || members.some(member => member !== lead);
}

/** Whom to ask, as far as the team says. */
function candidates({ team }: ObjectiveEntry, { workspace }: Ground): string[] {
  const { lead, members } = teamInfo(workspace, team as string);
  return [...new Set([...(lead === undefined ? [] : [lead]), ...members])].slice(0, 3);
}

function names({
  entry,
  ground,
  node,
}: Pick<OpenObjective, 'entry' | 'ground'> & { node: Parameters<typeof insertUnder>[1] }): Remedy[] {
  return candidates(entry, ground).map(handle => {
    const line = `owner @${handle}`;
    const { span, text } = insertUnder(entry.block, node, [line]);
    return replaces(`Add \`${line}\``, placeOf(entry, span), text, false);
  });
}

export const objectiveOwnerMissing: Rule = {
  id: 'objective-owner-missing',
  severity: 'info',
  summary: 'An objective that is nobody’s',
  why: 'The owner does not do all the work, but is the one who notices, and whom everybody can ask.',
  bad: `
    team growth: Growth
      lead @ines
      members @ines, @mei

    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
      kr second: Families who order a second time
        from 34% to 45%
  `,
  good: `
    team growth: Growth
      lead @ines
      members @ines, @mei

    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @mei
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
      kr second: Families who order a second time
        from 34% to 45%
  `,
  source: 'The A of SMART, “assignable”: George T. Doran, 1981.',
  today: '2026-10-02',
  checkFile(ground, say) {
    const { file } = ground;
    file.edition.get();
    const byTeam = new Map<string, { count: number; without: OpenObjective[] }>();
    for (const { entries } of file.content) {
      for (const entry of entries) {
        if (typeof entry.team !== 'string' || entry.cycle === null) continue;
        const objective = openObjective(entry, ground);
        if (objective === undefined || !isShared(objective.entry, ground)) continue;
        const group = byTeam.get(entry.team) ?? { count: 0, without: [] };
        byTeam.set(entry.team, group);
        group.count++;
        if (isNobodys(objective)) group.without.push(objective);
      }
    }
    for (const [team, { count, without }] of byTeam) {
      // Once is enough where most of them have none.
      const isMost = without.length > 1 && without.length * 2 > count;
      for (const objective of isMost ? without.slice(0, 1) : without) {
        const { entry, node } = objective;
        say({
          block: entry.block,
          span: headingSpan(node),
          message: isMost
            ? `${count === without.length ? 'None' : without.length} of the ${count} objectives of ${teamInfo(ground.workspace, team).title} here ${count === without.length ? 'has' : 'have'} ${count === without.length ? 'an' : 'no'} owner: who will be asked about each? Write \`owner @…\``
            : `Who will be asked about ${inQuotes(entry.element.title)}? Write \`owner @…\``,
          related: isMost
            ? without
                .slice(1, 4)
                .map(other => ({ place: placeOf(other.entry), message: 'Another one without an owner' }))
            : [],
          remedies: names(objective),
        });
      }
    }
  },
};

/** Where one of its key results has an owner, somebody is asked. */
function isNobodys({ entry: { element }, keyResults }: OpenObjective): boolean {
  return (
    element.title !== '' && [element, ...keyResults.map(({ facts }) => facts)].every(each => each.owner === undefined)
  );
}

export const krOwnerMissing: Rule = {
  id: 'kr-owner-missing',
  severity: 'hint',
  summary: 'A key result that is nobody’s, beside others that are somebody’s',
  why: 'Where the objective has no owner, each key result needs one: otherwise nobody is asked about this one.',
  bad: `
    team growth: Growth
      lead @ines
      members @ines, @mei

    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        owner @mei
      kr second: Families who order a second time
        from 34% to 45%
  `,
  good: `
    team growth: Growth
      lead @ines
      members @ines, @mei

    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
        owner @mei
      kr second: Families who order a second time
        from 34% to 45%
        owner @ines
  `,
  source: 'The A of SMART, “assignable”: George T. Doran, 1981.',
  today: '2026-10-02',
  checkEntry: ofKeyResults(({ entry, ground, node, title, facts }) => {
    const { owner, keyResults } = entry.element;
    if (owner !== undefined || facts.owner !== undefined || !isShared(entry, ground)) return undefined;
    if (keyResults.every(each => each.owner === undefined)) return undefined;
    return {
      message: `Who will be asked about ${inQuotes(title)}? Write \`owner @…\`, here or for the whole objective`,
      remedies: names({ entry, ground, node }),
    };
  }),
};
