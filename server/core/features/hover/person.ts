/** A person: who it is, and what is theirs now. */
import type { Entry, InitiativeEntry, KpiEntry, ObjectiveEntry, PersonEntry } from '../../model/entry.ts';
import { teamInfo } from '../../model/teams.ts';
import type { FeatureContext } from '../context.ts';
import { blocks, code, facts, few, plain } from '../markdown.ts';
import { referenceTo, standingInShort, type Target, titleOf } from '../naming.ts';
import { count, fromToday, shortDay } from '../words.ts';
import { teamNames } from './groups.ts';

const MOST = 6;

export function personCard(context: FeatureContext, handle: string): string {
  const { workspace } = context;
  const today = workspace.today.get();
  const persons = workspace.named('person', handle) as readonly PersonEntry[];
  const name = persons.map(({ element }) => element.title).find(title => title !== '');
  const until = persons.map(({ element }) => element.until).find(day => day !== undefined);
  const left =
    until === undefined
      ? undefined
      : `${until < today ? 'Left' : 'Here until'} ${shortDay(until, today)}, ${fromToday(until, today)}`;
  const owned = ownedBy(context, handle);
  const teams = [...new Set(teamNames(workspace))].map(team => teamInfo(workspace, team));
  const list = (items: readonly string[]) =>
    items.length === 0
      ? undefined
      : items
          .slice(0, MOST)
          .map(item => `- ${item}`)
          .join('\n') + (items.length > MOST ? `\n- and ${items.length - MOST} more` : '');
  const goals = [...owned.objectives, ...owned.keyResults];
  return blocks(
    [`**${plain(name ?? `@${handle}`)}**`, ...(name === undefined ? [] : [plain(`@${handle}`)])].join(' ') +
      (left === undefined ? '' : ` · ${left}`),
    facts([
      [
        'Leads',
        few(
          teams.filter(team => team.lead === handle).map(team => plain(team.title)),
          MOST,
        ),
      ],
      [
        'In',
        few(
          teams.filter(team => team.members.includes(handle)).map(team => plain(team.title)),
          MOST,
        ),
      ],
    ]),
    goals.length === 0
      ? undefined
      : `**Owns ${[owned.objectives.length > 0 ? count(owned.objectives.length, 'objective') : '', owned.keyResults.length > 0 ? count(owned.keyResults.length, 'key result') : ''].filter(text => text !== '').join(' and ')}**`,
    list(goals.map(target => line(context, target))),
    owned.rest.length === 0 ? undefined : '**Looks after**',
    list(owned.rest.map(target => line(context, target))),
    goals.length + owned.rest.length > 0 ? undefined : 'Owns nothing that is going on',
  );
}

function line(context: FeatureContext, target: Target): string {
  const reference = referenceTo(target);
  return `${plain(titleOf(context, target))}${reference === undefined ? '' : ` ${code(reference)}`}: ${standingInShort(context, target)}`;
}

/** What a person owns and is not over: key results of somebody else's objective, and of their own, where they say so. */
function ownedBy({ workspace, standings }: FeatureContext, handle: string) {
  const objectives: Target[] = [];
  const keyResults: Target[] = [];
  const rest: Target[] = [];
  for (const entry of workspace.entries.get() as ReadonlySet<Entry>) {
    // Of thousands of files few have the name in them.
    if (!entry.block.text.includes(handle)) continue;
    const element = entry.facts.peek();
    if (element.type === 'objective') {
      if (element.owner !== handle && element.keyResults.every(each => each.owner !== handle)) continue;
      const objective = entry as ObjectiveEntry;
      const standing = standings.objective(objective);
      if (standing.objective.over || standing.objective.dropped !== undefined) continue;
      if (element.owner === handle) objectives.push(objective);
      for (const keyResult of element.keyResults)
        if (keyResult.owner === handle) keyResults.push({ objective, keyResult });
    } else if (element.type === 'kpi' && element.owner === handle) {
      rest.push(entry as KpiEntry);
    } else if (
      element.type === 'initiative' &&
      element.owner === handle &&
      element.status !== 'done' &&
      element.status !== 'dropped'
    ) {
      rest.push(entry as InitiativeEntry);
    }
  }
  return { objectives, keyResults, rest };
}
