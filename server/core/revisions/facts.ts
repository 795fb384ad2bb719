/** What an element says of itself, as texts that can be compared and shown. */
import { toIso } from '../calendar/day.ts';
import type { Initiative, KeyResult, Kpi, Objective, RefText } from '../model/elements.ts';
import { refToText } from '../model/ref-text.ts';
import { holdInWords } from '../reports/measure-report.ts';
import { formatNumber } from '../scores/value-text.ts';
import { rhythmInWords } from '../wording/rhythm.ts';
import type { ChangeKind } from './difference.ts';

export type Compared = Objective | KeyResult | Kpi | Initiative;

/** An element in its place. */
export interface Placed<E extends Compared = Compared> {
  readonly element: E;
  readonly team: string | null;
  readonly cycle: string | null;
  /** Of a key result: the objective that it is in, as `love` or by its title. */
  readonly of: string | null;
}

type Facts = { readonly [Kind in ChangeKind]?: string | undefined };

/** Those that are told by what was and what is; measures, check-ins and what is dated are told otherwise. */
export function factsOf(placed: Placed): Facts {
  const { element } = placed;
  const shared = {
    title: element.title,
    name: element.name,
    owner: mentioned(element.owner),
    description: element.description,
    tags: listed(element.tags),
    links: listed(element.links),
    supports: refs(element.supports),
  };
  switch (element.type) {
    case 'objective':
      return {
        ...shared,
        ...inPlace(placed),
        ...goalFacts(element),
        reflection: listed(element.reflections),
      };
    case 'kr':
      return {
        ...shared,
        ...goalFacts(element),
        follows: element.follows && refToText(element.follows),
        kpi: element.kpi && refToText(element.kpi),
        data: dataText(element),
        plan: listed(element.plan.map(({ day, value }) => `${formatNumber(value)} by ${toIso(day)}`)),
      };
    case 'kpi':
      return {
        ...shared,
        team: placed.team ?? undefined,
        rhythm: element.rhythm && rhythmInWords(element.rhythm),
        healthy: element.healthy && holdInWords(element.healthy),
        critical: element.critical && holdInWords(element.critical),
        follows: element.follows && refToText(element.follows),
        data: dataText(element),
      };
    case 'initiative':
      return {
        ...shared,
        ...inPlace(placed),
        due: element.due === undefined ? undefined : toIso(element.due),
        needs: needs(element),
        status: element.status,
      };
  }
}

function inPlace({ team, cycle }: Placed): Facts {
  return { team: team ?? undefined, cycle: cycle ?? undefined };
}

function goalFacts(goal: Objective | KeyResult): Facts {
  return {
    with: listed(goal.with.map(handle => `@${handle}`)),
    kind: goal.kind,
    weight: formatNumber(goal.weight),
    due: goal.due === undefined ? undefined : toIso(goal.due),
    rhythm: goal.rhythm && rhythmInWords(goal.rhythm),
    needs: needs(goal),
    continues: goal.continues && refToText(goal.continues),
  };
}

function mentioned(handle: string | undefined): string | undefined {
  return handle === undefined ? undefined : `@${handle}`;
}

function dataText({ data }: Pick<KeyResult, 'data'>): string | undefined {
  if (data === undefined) return undefined;
  const { path, column, dateColumn, where, decimalComma, aggregation } = data;
  const rows = where.map(({ column, isNot, value }) => `${column} ${isNot ? 'is not' : 'is'} ${value}`);
  const words = [path, column, dateColumn, ...rows, decimalComma ? 'decimal commas' : '', aggregation];
  return listed(words.filter(word => word !== undefined && word !== '') as string[]);
}

function refs(supports: readonly RefText[]): string {
  return listed(supports.map(refToText));
}

function needs({ needs }: Pick<Objective, 'needs'>): string {
  return listed(needs.map(({ ref, why }) => (why === '' ? refToText(ref) : `${refToText(ref)}: ${why}`)));
}

function listed(items: readonly string[]): string {
  return items.join(', ');
}
