/**
 * Some exports have a row for each check-in: rows that are alike in title, type, owner, period and place, and of which
 * each has a day of its own, are one goal.
 */
import type { SourceCheckIn, SourceItem } from './source.ts';

export function withCheckInsTogether(items: readonly SourceItem[]): SourceItem[] {
  const groups = new Map<string, SourceItem[]>();
  for (const each of items) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups.values()].flatMap(group => {
    const [first, ...others] = group;
    const days = new Set(group.map(({ fields }) => fields.lastCheckIn ?? ''));
    if (first === undefined || others.length === 0 || days.size < group.length || days.has('')) return group;
    return { ...first, fields: withoutStanding(first), checkIns: group.map(checkInOf) };
  });
}

function keyOf({ title, type, ids, parents, owners, teams, fields }: SourceItem): string {
  const { period, start, target, dueDate } = fields;
  return JSON.stringify([
    title,
    type,
    ids.filter(id => !id.includes('\n')),
    parents,
    owners,
    teams,
    period,
    start,
    target,
    dueDate,
  ]);
}

function checkInOf({ place, fields }: SourceItem): SourceCheckIn {
  const { lastCheckIn = '', current = '', status = '', confidence = '', note = '' } = fields;
  return { place, date: lastCheckIn, value: current, status, confidence, by: undefined, note };
}

function withoutStanding({ fields }: SourceItem): SourceItem['fields'] {
  const { current, status, confidence, note, lastCheckIn, progress, ...rest } = fields;
  return rest;
}
