/** Of what belongs to everybody nobody is asked. */
import { Memo } from '../../model/cells.ts';
import type { Objective } from '../../model/elements.ts';
import type { ObjectiveEntry } from '../../model/entry.ts';
import type { OkrFile } from '../../model/file.ts';
import { cycleOf } from '../../model/resolve.ts';
import { teamInfo } from '../../model/teams.ts';
import type { Workspace } from '../../model/workspace.ts';
import { droppedOn } from '../../scores/pauses.ts';
import { inCycle, openByCycle } from '../by-cycle.ts';
import { insertUnder } from '../lines.ts';
import { type OpenObjective, ofKeyResults, openObjective } from '../method.ts';
import { type Finding, type Ground, headingSpan, placeOf, type Remedy, type Rule, replaces } from '../rule.ts';
import { inQuotes } from '../titles.ts';

/** So many others a diagnostic points at. */
const MOST_RELATED = 3;
/** So many objectives are looked at anew with each edit. */
const FEW = 8;

/**
 * Whether somebody should be named: in a team of several people. What is in no team, or in a team of one, is one
 * person's own.
 */
function isShared(team: ObjectiveEntry['team'], { workspace }: Ground): boolean {
  if (typeof team !== 'string') return false;
  const { lead, members } = teamInfo(workspace, team);
  return lead === undefined || members.some(member => member !== lead);
}

/** A team of which only the lead is named is one of several people all the same where others own what is its. */
function hasOwnerBeside(lead: string | undefined, { owner, keyResults }: Objective): boolean {
  return [owner, ...keyResults.map(each => each.owner)].some(each => each !== undefined && each !== lead);
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
    // Which objectives it holds is nothing that a name tells.
    file.edition.get();
    for (const team of teamsIn(file)) {
      const isSmall = ground.workspace.objectivesOf(team).length <= FEW;
      const groups = isSmall
        ? ownerlessOf(team, ground, ownershipOf)
        : ground.shared(`${objectiveOwnerMissing.id} ${team}`, () => ownerlessOf(team, ground, keptOwnershipOf));
      for (const { all, count, here } of groups.get(file) ?? []) {
        const open = here.map(entry => openObjective(entry, ground)).filter(each => each !== undefined);
        // Once is enough where most of them have none.
        const isMost = all.length > 1 && all.length * 2 > count;
        for (const objective of isMost ? open.slice(0, 1) : open) {
          const { entry, node } = objective;
          say({
            block: entry.block,
            span: headingSpan(node),
            message: isMost
              ? `${mostOf(entry, all.length, count, ground)}: who will be asked about each? Write \`owner @…\``
              : `Who will be asked about ${inQuotes(entry.element.title)}? Write \`owner @…\``,
            related: isMost ? othersOf(entry, all, here) : [],
            remedies: names(objective),
          });
        }
      }
    }
  },
};

/** Of a team's objectives of one cycle, those that are nobody's. */
interface Ownerless {
  readonly all: readonly ObjectiveEntry[];
  /** How many objectives the team has in that cycle. */
  readonly count: number;
  /** Those of one file. */
  readonly here: readonly ObjectiveEntry[];
}

function teamsIn(file: OkrFile): Set<string> {
  const teams = new Set<string>();
  for (const { entries } of file.content)
    for (const { appearance, team } of entries)
      if (appearance.type === 'objective' && typeof team === 'string') teams.add(team);
  return teams;
}

/** By file. Worked out once for all files of a team: each of them asking anew would take the square of their number. */
function ownerlessOf(
  team: string,
  ground: Ground,
  ownership: (entry: ObjectiveEntry, ground: Ground) => Ownership,
): ReadonlyMap<OkrFile, readonly Ownerless[]> {
  const byFile = new Map<OkrFile, Ownerless[]>();
  for (const entries of openByCycle(team, ground.workspace).values()) {
    const open = entries.filter(entry => ownership(entry, ground) !== 'finished');
    if (!isShared(team, ground) && open.every(entry => ownership(entry, ground) !== 'owned by another')) continue;
    const all = open.filter(entry => ownership(entry, ground) === 'ownerless');
    const here = new Map<OkrFile, ObjectiveEntry[]>();
    for (const entry of all) {
      const same = here.get(entry.file);
      if (same === undefined) here.set(entry.file, [entry]);
      else same.push(entry);
    }
    for (const [file, own] of here)
      byFile.set(file, [...(byFile.get(file) ?? []), { all, count: open.length, here: own }]);
  }
  return byFile;
}

type Ownership = 'finished' | 'owned' | 'owned by another' | 'ownerless';

function ownershipOf(entry: ObjectiveEntry, { workspace, standings }: Ground): Ownership {
  if (standings.isFinished(entry)) return 'finished';
  if (isOwnerless(entry, workspace)) return 'ownerless';
  return hasOwnerBeside(teamInfo(workspace, entry.team as string).lead, entry.element) ? 'owned by another' : 'owned';
}

const ownerships = new WeakMap<ObjectiveEntry, Memo<Ownership>>();

/** Kept for each: in a large team an edit of one objective asks none of the others anew. */
function keptOwnershipOf(entry: ObjectiveEntry, ground: Ground): Ownership {
  let memo = ownerships.get(entry);
  if (memo === undefined) {
    memo = new Memo(() => ownershipOf(entry, ground));
    ownerships.set(entry, memo);
  }
  return memo.get();
}

/** Where one of its key results has an owner, somebody is asked. */
function isOwnerless({ element }: ObjectiveEntry, { today }: Workspace): boolean {
  const { title, owner, keyResults } = element;
  return (
    title !== '' &&
    owner === undefined &&
    keyResults.every(each => each.owner === undefined || droppedOn(each.pauses, today.get()) !== undefined)
  );
}

/** "3 of the 5 objectives of Growth in 2026-Q4 have no owner" */
function mostOf(entry: ObjectiveEntry, without: number, count: number, { workspace }: Ground): string {
  const [some, have, no] = without === count ? ['None', 'has', 'an'] : [without, 'have', 'no'];
  const team = teamInfo(workspace, entry.team as string).title;
  return `${some} of the ${count} objectives of ${team}${inCycle(cycleOf(workspace, entry))} ${have} ${no} owner`;
}

/** Three others, those of its own file first. */
function othersOf(
  entry: ObjectiveEntry,
  all: readonly ObjectiveEntry[],
  here: readonly ObjectiveEntry[],
): Finding['related'] {
  // No more are looked at than can be needed: a team may have thousands.
  const elsewhere = all.slice(0, MOST_RELATED + 1).filter(({ file }) => file !== entry.file);
  return [...here.filter(other => other !== entry), ...elsewhere]
    .slice(0, MOST_RELATED)
    .map(other => ({ place: placeOf(other), message: 'Another one without an owner' }));
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
    if (owner !== undefined || facts.owner !== undefined || typeof entry.team !== 'string') return undefined;
    if (keyResults.every(each => each.owner === undefined)) return undefined;
    const { lead } = teamInfo(ground.workspace, entry.team);
    if (!isShared(entry.team, ground) && !hasOwnerBeside(lead, entry.element)) return undefined;
    return {
      message: `Who will be asked about ${inQuotes(title)}? Write \`owner @…\`, here or for the whole objective`,
      remedies: names({ entry, ground, node }),
    };
  }),
};
