/** What is known of a whole source while its items are read: how it writes dates, statuses and confidences, and who is who. */

import type { SaidStatus, WorkStatus } from '../../../grammar/tree.ts';
import { amountOf } from './amounts.ts';
import { type DateOrder, dateOrderOf, isoDate } from './dates.ts';
import { People } from './people.ts';
import type { PlanOptions } from './plan.ts';
import { type OpenQuestion, type Remark, type Source, type SourceItem, type SourcePerson, shown } from './source.ts';
import { type AtRiskMeans, atRiskIn, isAtRisk, statusOf, workStatusOf } from './statuses.ts';

const ambiguousDate = /^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}/;

export class Reading {
  readonly people = new People();
  readonly leftOut: Remark[];
  readonly readAs: Remark[] = [];
  readonly open = new Set<OpenQuestion>();
  readonly asOf: string | undefined;
  private readonly order: DateOrder;
  private readonly atRisk: AtRiskMeans | undefined;
  /** What a confidence is a part of: 1, 10 or 100. */
  private readonly wholeConfidence: number;

  constructor(source: Source, options: PlanOptions) {
    this.leftOut = [...source.leftOut];
    this.asOf = options.asOf;
    this.order = options.dates ?? dateOrderOf(datesOf(source));
    this.atRisk = options.atRisk ?? source.atRisk ?? atRiskIn(statusesOf(source.items));
    const most = confidencesOf(source.items).reduce((most, text) => Math.max(most, amountOf(text)?.number ?? 0), 0);
    this.wholeConfidence = most <= 1 ? 1 : most <= 10 ? 10 : 100;
  }

  leave(place: string, field: string, text: string, why: string, open?: OpenQuestion): void {
    this.leftOut.push({ place, what: text === '' ? field : `${field} ${shown(text)}`, why, open });
  }

  /** ISO 8601; undefined for an empty text, and for one that cannot be read, which is said. */
  date(place: string, field: string, text: string): string | undefined {
    if (text.trim() === '') return undefined;
    const iso = isoDate(text, this.order);
    const isAmbiguous = this.order === undefined && ambiguousDate.test(text.trim());
    if (iso === undefined && isAmbiguous) this.open.add('dates');
    if (iso === undefined)
      this.leave(
        place,
        field,
        text,
        isAmbiguous ? 'the day or the month may come first' : 'no date that can be read',
        isAmbiguous ? 'dates' : undefined,
      );
    return iso;
  }

  /** The same of a text that is read elsewhere, and said of there. */
  dateIn(text: string | undefined): string | undefined {
    return text === undefined ? undefined : isoDate(text, this.order);
  }

  /** undefined where there is none for it; `unclear` where “at risk” may be one or the other. */
  status(text: string): SaidStatus | 'unclear' | undefined {
    const status = statusOf(text, this.atRisk);
    if (status !== undefined || !isAtRisk(text)) return status;
    this.open.add('at-risk');
    return 'unclear';
  }

  workStatus(text: string): WorkStatus | 'dropped' | undefined {
    return workStatusOf(text);
  }

  /** `7/10`, `0.7`, `70%`; undefined where it is none. */
  confidence(text: string): string | undefined {
    const amount = amountOf(text);
    if (amount === undefined || !/^[\d.]+$/.test(amount.written) || amount.number > this.wholeConfidence)
      return undefined;
    if (amount.unit === '%' || this.wholeConfidence === 100) return `${amount.written}%`;
    return this.wholeConfidence === 10 ? `${amount.written}/10` : amount.written;
  }

  person(place: string, field: string, person: SourcePerson): string | undefined {
    const handle = this.people.handleOf(person);
    if (handle === undefined) this.leave(place, field, person.name || person.email, 'no handle can be made of it');
    return handle;
  }
}

function* datesOf({ items, periods }: Source): Generator<string> {
  for (const { start, end } of periods) yield* [start, end];
  for (const { fields, checkIns, plans, grades } of items) {
    yield* [fields.startDate, fields.dueDate, fields.lastCheckIn].filter(text => text !== undefined);
    for (const { date } of [...checkIns, ...plans, ...grades]) yield date;
  }
}

function statusesOf(items: readonly SourceItem[]): string[] {
  return items.flatMap(({ fields, checkIns }) => [fields.status ?? '', ...checkIns.map(({ status }) => status)]);
}

function confidencesOf(items: readonly SourceItem[]): string[] {
  return items.flatMap(({ fields, checkIns }) => [
    fields.confidence ?? '',
    ...checkIns.map(({ confidence }) => confidence),
  ]);
}
