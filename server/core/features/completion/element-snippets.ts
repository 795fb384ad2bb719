/** Whole elements to fill in: their names and titles, and what every one of them should say. */

import { toIso } from '../../calendar/day.ts';
import type { Day, Element } from '../../model/elements.ts';
import type { Entry, ObjectiveEntry } from '../../model/entry.ts';
import { cycleProposals } from './cycles.ts';
import { daysAhead } from './dates.ts';
import { addHandles, likelyHandles } from './handles.ts';
import { stepOf } from './indentation.ts';
import type { Snippet, SnippetGround } from './snippets.ts';
import { choice, stop } from './tab-stops.ts';

/** So many can be told apart at a glance. */
const MOST = 8;

export function elementSnippets(ground: SnippetGround, keyword: string): readonly Snippet[] | undefined {
  const step = stepOf(ground.place);
  const who = (number: number) => `@${choice(number, peopleFor(ground), 'name')}`;
  switch (keyword) {
    case 'objective':
      return [
        {
          label: 'objective with a key result',
          lines: [
            `objective ${stop(1, 'name')}: ${stop(2, 'What shall be true at the end')}`,
            `${step}owner ${who(3)}`,
            '',
            `${step}kr ${stop(4, 'name')}: ${stop(5, 'How we would notice')}`,
            `${step}${step}from ${stop(6, '0')} to ${stop(7, '10')}`,
          ],
        },
      ];
    case 'kr': {
      const title = `kr ${stop(1, 'name')}: ${stop(2, 'How we would notice')}`;
      const day = toIso(nextDay(ground));
      return [
        { label: 'kr with a measure', lines: [title, `${step}from ${stop(3, '0')} to ${stop(4, '10')}`] },
        {
          label: 'kr with a line to hold',
          lines: [title, `${step}keep ${choice(3, ['at least', 'at most', 'above', 'below'])} ${stop(4, '99%')}`],
        },
        {
          label: 'kr with milestones',
          lines: [title, `${step}milestone due ${stop(3, day)}: ${stop(4, 'What is there then')}`],
        },
      ];
    }
    case 'kpi':
      if (ground.holder !== undefined) return undefined;
      return [
        {
          label: 'kpi with a healthy line',
          lines: [
            `kpi ${stop(1, 'name')}: ${stop(2, 'What we watch')}`,
            `${step}owner ${who(3)}`,
            `${step}every ${choice(4, ['week', '2 weeks', 'month', 'quarter'])}`,
            `${step}healthy ${choice(5, ['at least', 'at most'])} ${stop(6, '10')}`,
          ],
        },
      ];
    case 'initiative':
      return [
        {
          label: 'initiative with its goal',
          lines: [
            `initiative ${stop(1, 'name')}: ${stop(2, 'What we do')}`,
            `${step}supports ${choice(3, goalsBeside(ground), 'goal')}`,
            `${step}owner ${who(4)}`,
            `${step}${choice(5, ['planned', 'active'])}`,
          ],
        },
      ];
    case 'team':
      if (ground.holder !== undefined) return undefined;
      return [
        {
          label: 'team with its people',
          lines: [`team ${stop(1, 'name')}: ${stop(2, 'Title')}`, `${step}lead ${who(3)}`, `${step}members ${who(4)}`],
        },
      ];
    case 'cycle': {
      if (ground.holder !== undefined) return undefined;
      const cycles = cycleProposals(ground).map(({ label }) => label);
      return [
        { label: 'cycle with a title', lines: [`cycle ${choice(1, cycles.slice(0, MOST))}: ${stop(2, 'Title')}`] },
      ];
    }
    case 'person':
      return [{ label: 'person with a name', lines: [`person @${stop(1, 'handle')}: ${stop(2, 'Full name')}`] }];
    default:
      return undefined;
  }
}

/** Whoever is known, and who is named in this file: the whole workspace would be too much for a snippet. */
function peopleFor({ context: { workspace }, place }: SnippetGround): readonly string[] {
  const named = new Set<string>();
  for (const { entries } of place.file.content) addHandles(named, entries);
  return likelyHandles(workspace, place.heading.team, named).slice(0, MOST);
}

/** The end of the month, or of the cycle: when a step is due mostly. Today where there is none. */
export function nextDay({ context: { workspace }, place }: SnippetGround, after: Day = 0): Day {
  const { cycle } = place.heading;
  const period = typeof cycle === 'string' ? workspace.cycles.of(cycle).period : undefined;
  const today = workspace.today.get();
  return daysAhead(period, today).find(day => day > after) ?? period?.last ?? today;
}

/** The goals of the same team and cycle, with their key results. */
function goalsBeside({ context: { workspace }, place: { heading } }: SnippetGround): string[] {
  const goals = new Set<string>();
  for (const entry of workspace.inTeam('objective', heading.team ?? undefined)) {
    const element = (entry as Entry<Element>).facts.peek() as ObjectiveEntry['element'];
    if (entry.cycle !== heading.cycle || element.name === undefined) continue;
    goals.add(element.name);
    for (const { name } of element.keyResults) if (name !== undefined) goals.add(`${element.name}.${name}`);
    if (goals.size >= MOST) break;
  }
  return [...goals].slice(0, MOST);
}
