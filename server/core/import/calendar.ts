/** The periods of a source, as cycles. */
import { cycleOn, readCycle } from '../calendar/cycle.ts';
import { fromIso } from '../calendar/day.ts';
import { type CycleRead, calendarCycleIn, cycleOf, saysNotWhoseYear } from './periods.ts';
import type { PlannedCycle } from './plan.ts';
import type { Reading } from './reading.ts';
import type { SourceItem, SourcePeriod } from './source.ts';

export class Calendar {
  /** By their ids and names, in lower case. */
  private readonly known = new Map<string, CycleRead | undefined>();
  private readonly used = new Map<string, CycleRead>();
  private readonly reading: Reading;
  private readonly usual: string | undefined;
  private saidNone = false;
  /** The source has fiscal years, so that `1Q25` is a quarter of one. */
  private readonly speaksOfFiscal: boolean;

  /**
   * @param items whose own days tell where a fiscal year begins, for periods that come without theirs
   * @param usual the cycle of what the source puts into none
   */
  constructor(
    periods: readonly SourcePeriod[],
    items: readonly SourceItem[],
    reading: Reading,
    usual: string | undefined,
  ) {
    this.reading = reading;
    this.usual = usual;
    for (const [key, cycle] of this.fiscalIn(items)) this.known.set(key, cycle);
    for (const { ids, name, start, end } of periods) {
      const place = `period “${name}”`;
      const cycle = cycleOf(name, reading.date(place, 'Start', start), reading.date(place, 'End', end));
      for (const key of [name, ...ids]) this.known.set(key.trim().toLowerCase(), cycle);
    }
    // Thousands of goals share a few periods.
    const names = new Set([...periods.map(({ name }) => name), ...items.map(({ fields }) => fields.period ?? '')]);
    this.speaksOfFiscal = [...names].some(name => calendarCycleIn(name)?.startsWith('FY') === true);
  }

  /** The periods whose goals all have the days of one and the same fiscal quarter, half or year. */
  private fiscalIn(items: readonly SourceItem[]): Map<string, CycleRead> {
    const found = new Map<string, CycleRead | undefined>();
    for (const { fields } of items) {
      const { period = '', startDate, dueDate } = fields;
      const [first, last] = [this.reading.dateIn(startDate), this.reading.dateIn(dueDate)];
      if (calendarCycleIn(period) === undefined || first === undefined || last === undefined) continue;
      const key = period.trim().toLowerCase();
      const cycle = cycleOf(period, first, last);
      const isSame = !found.has(key) || found.get(key)?.fiscalYearStart === cycle?.fiscalYearStart;
      found.set(key, isSame ? cycle : undefined);
    }
    const told = [...found].flatMap(([key, cycle]) =>
      cycle?.fiscalYearStart === undefined ? [] : [[key, cycle] as const],
    );
    return new Map(new Set(told.map(([, cycle]) => cycle.fiscalYearStart)).size === 1 ? told : []);
  }

  /** The id of an item's cycle; undefined for none. */
  of({ fields, place }: SourceItem): string | undefined {
    const text = (fields.period ?? '').trim();
    const dated =
      text === '' ? cycleFrom(this.reading.dateIn(fields.startDate), this.reading.dateIn(fields.dueDate)) : undefined;
    if (dated !== undefined) return dated;
    if (text === '') {
      if (this.usual === undefined && !this.saidNone)
        this.reading.readAs.push({
          place,
          what: 'No period',
          why: 'this, and all others without one, is in no cycle',
          open: 'cycle',
        });
      if (this.usual === undefined) {
        this.saidNone = true;
        this.reading.open.add('cycle');
      }
      return this.usual;
    }
    const key = text.toLowerCase();
    if (!this.known.has(key)) this.known.set(key, this.undated(text, place));
    const cycle = this.known.get(key);
    if (cycle === undefined) {
      this.reading.leave(place, 'Period', text, 'no cycle can be called so');
      return this.usual;
    }
    this.use(cycle, text, place);
    return cycle.id;
  }

  private undated(text: string, place: string): CycleRead | undefined {
    const cycle = cycleOf(text, undefined, undefined);
    if (cycle === undefined || !this.speaksOfFiscal || !saysNotWhoseYear(text)) return cycle;
    const id = `FY${cycle.id.slice(2)}`;
    this.reading.readAs.push({ place, what: `Period “${text}”`, why: `it is ${id}, as other periods are fiscal ones` });
    return { id };
  }

  /** The same for two cycles with the same days, whatever each is called. */
  daysOf(cycle: string | undefined): string {
    const { first, last } = this.period(cycle) ?? {};
    return first === undefined || last === undefined ? (cycle ?? '') : `${first} ${last}`;
  }

  /** Where fiscal years begin, if all that dates tell of it agrees. */
  get fiscalYearStart(): number | undefined {
    const starts = new Set([...this.used.values()].flatMap(({ fiscalYearStart }) => fiscalYearStart ?? []));
    const [only] = starts;
    return starts.size === 1 && only !== 1 ? only : undefined;
  }

  /** Those that no calendar knows. */
  get defined(): readonly PlannedCycle[] {
    return [...this.used.values()]
      .filter(({ id }) => readCycle(id) === undefined)
      .map(({ id, title = '', dates }) => ({
        id,
        title,
        properties: dates === undefined ? [] : [`from ${dates.first} to ${dates.last}`],
      }));
  }

  /** Whether a day is the first of a cycle, so that nothing has to be said of it. */
  begins(cycle: string | undefined, day: string): boolean {
    return this.period(cycle)?.first === fromIso(day);
  }
  ends(cycle: string | undefined, day: string): boolean {
    return this.period(cycle)?.last === fromIso(day);
  }

  private period(cycle: string | undefined): { first: number | undefined; last: number | undefined } | undefined {
    if (cycle === undefined) return undefined;
    const { dates } = this.used.get(cycle.toLowerCase()) ?? {};
    if (dates !== undefined) return { first: fromIso(dates.first), last: fromIso(dates.last) };
    return readCycle(cycle, this.used.get(cycle.toLowerCase())?.fiscalYearStart ?? this.fiscalYearStart)?.period;
  }

  private use(cycle: CycleRead, text: string, place: string): void {
    const key = cycle.id.toLowerCase();
    if (this.used.has(key)) return;
    this.used.set(key, cycle);
    if (readCycle(cycle.id) === undefined && cycle.dates === undefined)
      this.reading.leave(
        place,
        'Period',
        text,
        `no calendar has it, and its days are not in the source: give the cycle \`${cycle.id}\` its \`from … to …\``,
      );
  }
}

/** The cycle whose first and last day these are. */
function cycleFrom(first: string | undefined, last: string | undefined): string | undefined {
  const day = first === undefined ? undefined : fromIso(first);
  if (day === undefined || last === undefined) return undefined;
  return (['quarter', 'half', 'year', 'month'] as const)
    .map(kind => cycleOn(day, kind))
    .find(id => {
      const period = readCycle(id)?.period;
      return period?.first === day && period.last === fromIso(last);
    });
}
