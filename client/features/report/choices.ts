/** The entries of the lists that *OKR: Quarterly Report*, *OKR: Weekly Agenda* and *OKR: Digest* ask with. */
import type { CycleChoice } from '../../../server/core/requests/cycles.ts';
import { daysBetween, percent } from '../../../server/core/wording/words.ts';

export interface Choice<T> {
  readonly label: string;
  readonly description?: string;
  readonly value: T;
}

/** One entry a cycle, in the order given: `2026-Q4 Peak season · 56% gone, 40 days left`. */
export function cycleChoices(cycles: readonly CycleChoice[]): readonly Choice<CycleChoice>[] {
  return cycles.map(cycle => {
    const name = cycle.title === '' || cycle.title === cycle.id ? cycle.id : `${cycle.id} ${cycle.title}`;
    return { label: `${name} · ${timeOf(cycle)}`, value: cycle };
  });
}

/** How much of a cycle has passed, in words. */
export function timeOf({ start, end, elapsed, current }: CycleChoice): string {
  if (start === null || end === null || elapsed === null) return current ? 'open end' : 'no dates';
  if (current) {
    // Elapsed counts from the first day to the last, so what it leaves are the days after today.
    const left = Math.round((1 - elapsed) * daysBetween(start, end));
    const gone = percent(elapsed).replace(/\s/u, '');
    return `${gone} gone, ${left === 0 ? 'last day' : left === 1 ? '1 day left' : `${left} days left`}`;
  }
  return elapsed >= 1 ? `ended ${end}` : `starts ${start}`;
}

/** Everyone, then each team; undefined where there is nothing to choose. */
export function teamChoices(cycle: CycleChoice): readonly Choice<string | null>[] | undefined {
  const many = cycle.teams.length;
  if (many < 2) return undefined;
  return [
    { label: 'Everyone', description: `${many === 2 ? 'both' : `all ${many}`} teams`, value: null },
    ...cycle.teams.map(({ name, title }) => ({
      label: title === '' ? name : title,
      ...(title === '' || title === name ? {} : { description: name }),
      value: name,
    })),
  ];
}

/** Of how many days a digest is, today the last. */
export const dayChoices: readonly Choice<number>[] = [
  { label: 'The last week', description: '7 days', value: 7 },
  { label: 'The last two weeks', description: '14 days', value: 14 },
  { label: 'The last month', description: '30 days', value: 30 },
];
