/** The way on which values come, from a KPI to a key result or the other way round. */
import type { Place, ValueLinkReport } from '../reports/report.ts';

const KINDS = { kpi: 'the KPI ', 'key result': 'the key result ' } as const;

/** What stands before a name, with its blank. */
export function kindInWords({ kind }: Pick<ValueLinkReport, 'kind'>): string {
  return KINDS[kind];
}

/** What is called by its title where it has no name. */
export function linkName({ ref, title }: Pick<ValueLinkReport, 'ref' | 'title'>): string {
  return ref ?? (title || 'without a title');
}

/** `the KPI growth/tickets ← the key result growth/love.nps` @param of whose values they are */
export function valueWayInWords(sources: readonly ValueLinkReport[], of: Place): string {
  const way = sources.map(each => kindInWords(each) + linkName(each)).join(' ← ');
  return comesRound(sources, of) ? way + ROUND : way;
}

/** What is said of a way that leads back to where it began, or has been. */
export const ROUND = ', and so from itself: give one of them values of its own';

/** Whether the last of a way was on it before. */
export function comesRound(sources: readonly Pick<ValueLinkReport, 'place'>[], of: Place): boolean {
  const last = sources.at(-1)?.place;
  const before = [of, ...sources.slice(0, -1).map(({ place }) => place)];
  return before.some(({ uri, line }) => uri === last?.uri && line === last.line);
}
