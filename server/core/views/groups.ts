/**
 * The objectives in groups, each with the `id` that the page knows it by.
 */
import type { ObjectiveReport, Report, ServedCycle, ShownStatus } from '../reports/report.ts';
import { type Grouping, ownerName, ownersIn } from './choice.ts';
import { objectiveId } from './count-chips.ts';
import { titleOf } from './page-header.ts';

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

/**
 * Teams in the order of the report, people by name, cycles from the report's own to what it serves; none is empty.
 *
 * @param served what else there is to show by cycle
 */
export function groupsOf(report: Report, by: Grouping = 'team', served: readonly ServedCycle[] = []): Group[] {
  const { teams, objectives } = report;
  const numbered = objectives.map((objective, index) => ({ objective, id: objectiveId(index) }));
  if (by === 'cycle') return byCycle([report, ...served]);
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

function byCycle(cycles: readonly ServedCycle[]): Group[] {
  let index = 0;
  return cycles
    .map(({ cycle, objectives }) => ({
      key: cycle.id ?? '',
      title: cycle.title === '' || cycle.id === null ? titleOf(cycle) : `${cycle.title} ${cycle.id}`,
      score: cycle.score,
      status: cycle.status,
      objectives: objectives.map(objective => ({ objective, id: objectiveId(index++) })),
    }))
    .filter(group => group.objectives.length > 0);
}

const unscored: Omit<Group, 'objectives'> = { key: '', title: null, score: null, status: null };
