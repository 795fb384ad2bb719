/**
 * The objectives in groups, each with the `id` that the page knows it by.
 */
import type { ObjectiveReport, Report, ShownStatus } from '../reports/report.ts';
import { type Grouping, ownerName, ownersIn } from './choice.ts';
import { objectiveId } from './count-chips.ts';

export interface Group {
  /** The same while its title is typed. */
  readonly key: string;
  /** null where there is one team only, which the header names already. */
  readonly title: string | null;
  readonly score: number | null;
  /** null for who has none, such as a person. */
  readonly status: ShownStatus | null;
  readonly objectives: readonly { readonly objective: ObjectiveReport; readonly id: string }[];
}

/** Teams in the order of the report, people by name; none is empty. */
export function groupsOf({ teams, objectives }: Report, by: Grouping = 'team'): Group[] {
  const numbered = objectives.map((objective, index) => ({ objective, id: objectiveId(index) }));
  const groups =
    by === 'owner'
      ? ownersIn(objectives).map(owner => ({
          ...unscored,
          key: owner,
          title: ownerName(owner),
          objectives: numbered.filter(({ objective }) => (objective.owner ?? '') === owner),
        }))
      : teams.length < 2
        ? [{ ...unscored, objectives: numbered }]
        : [
            ...teams.map(({ name, title, score, status }) => ({
              key: name ?? '',
              title: title || name || 'No team',
              score,
              status,
              objectives: numbered.filter(({ objective }) => objective.team === name),
            })),
            {
              ...unscored,
              key: ' ',
              objectives: numbered.filter(({ objective }) => !teams.some(({ name }) => name === objective.team)),
            },
          ];
  return groups.filter(group => group.objectives.length > 0);
}

const unscored: Omit<Group, 'objectives'> = { key: '', title: null, score: null, status: null };
