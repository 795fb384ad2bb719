/** What is healthy cannot be critical. */
import { unitKey } from '../../../../grammar/arguments.ts';
import type { Bound, Line, Statement, Value } from '../../../../grammar/tree.ts';
import type { Hold } from '../../model/elements.ts';
import { isKnown } from '../../scores/hold.ts';
import { isUnder } from '../../scores/tolerance.ts';
import { formatValue, isCurrency } from '../../scores/value-text.ts';
import { placeOf, type Remedy, type Rule, statementOf } from '../rule.ts';

export const kpiThresholdsOverlap: Rule = {
  id: 'kpi-thresholds-overlap',
  severity: 'warning',
  summary: 'Values that are healthy and critical at once',
  why: 'Where the two lines of a KPI overlap, what is critical counts as healthy, and the alarm that somebody meant to set never rings.',
  bad: `
    kpi tickets: Recurring tickets per week
      owner @sam
      healthy at most 350
      critical above 300
      reading 2026-11-20 280
  `,
  good: `
    kpi tickets: Recurring tickets per week
      owner @sam
      healthy at most 300
      critical above 350
      reading 2026-11-20 280
  `,
  checkEntry(entry, _ground, say) {
    const { element } = entry;
    if (element.type !== 'kpi' || element.healthy === undefined || element.critical === undefined) return;
    const { healthy, critical } = element;
    const both = overlap(healthy, critical);
    if (both === undefined) return;
    const { body } = statementOf(entry);
    const [good, bad] = [lineOf(body, 'healthy'), lineOf(body, 'critical')];
    if (good === undefined || bad === undefined) return;
    const { text } = entry.block;
    const edit = (start: number, end: number, words: string) => ({
      place: placeOf(entry, { start, end }),
      text: words,
    });
    const number = ({ value }: WithValue) => text.slice(value.start, value.end);
    const remedies: Remedy[] = [];
    const offer = (title: string, isRight: boolean, ...edits: Remedy['edits']) => {
      if (isRight) remedies.push({ title, isPreferred: false, edits });
    };
    const turn = (keyword: string, { bound }: Hold, line: WithValue, isRight: boolean) => {
      const other = turned[bound];
      const title = `Write \`${keyword} ${other} ${number(line)}\``;
      offer(title, isRight, edit(line.start, line.value.start, `${other} `));
    };
    if (turned[healthy.bound] !== undefined && turned[critical.bound] !== undefined) {
      offer(
        'Swap the two numbers',
        overlap(withNumberOf(healthy, critical), withNumberOf(critical, healthy)) === undefined,
        edit(good.value.start, good.value.end, number(bad)),
        edit(bad.value.start, bad.value.end, number(good)),
      );
      turn('critical', critical, bad, overlap(healthy, turnedRound(critical)) === undefined);
      turn('healthy', healthy, good, overlap(turnedRound(healthy), critical) === undefined);
    }
    const { start, end } = bad;
    say({
      span: { start, end },
      message: `${inWords(both, healthy.unit || critical.unit)} it is healthy and critical at once, and counts as healthy: which of the two lines is meant otherwise?`,
      remedies,
    });
  },
};

type WithValue = Line & { readonly value: Value };

/** The first such line, as it counts. */
function lineOf(body: readonly Statement[], kind: 'healthy' | 'critical'): WithValue | undefined {
  const node = body.find(each => each.kind === kind);
  const line = node !== undefined && 'hold' in node ? node.hold : undefined;
  return line?.value === undefined ? undefined : { ...line, value: line.value };
}

type Range = readonly [low: number, high: number];

/** What both hold; undefined where they only meet, where a number is not known yet, and where units differ. */
function overlap(a: Hold, b: Hold): Range | undefined {
  if (!isKnown(a) || !isKnown(b) || (a.unit !== '' && b.unit !== '' && unitKey(a.unit) !== unitKey(b.unit)))
    return undefined;
  const [low, high] = [
    Math.max(a.low ?? -Infinity, b.low ?? -Infinity),
    Math.min(a.high ?? Infinity, b.high ?? Infinity),
  ];
  return isUnder(low, high) ? [low, high] : undefined;
}

function inWords([low, high]: Range, unit: string): string {
  if (high === Infinity) return `Above ${formatValue(low, unit)}`;
  if (low === -Infinity) return `Below ${formatValue(high, unit)}`;
  return `Between ${formatValue(low, isCurrency(unit) || unit === '%' ? unit : '')} and ${formatValue(high, unit)}`;
}

const turned: Readonly<Partial<Record<Bound, Bound>>> = {
  'at least': 'below',
  'at most': 'above',
  above: 'at most',
  below: 'at least',
};

function turnedRound(line: Hold): Hold {
  return { ...line, bound: turned[line.bound] ?? line.bound, low: line.high, high: line.low };
}

function withNumberOf(line: Hold, other: Hold): Hold {
  const number = other.low ?? other.high;
  return { ...line, low: line.low === null ? null : number, high: line.high === null ? null : number };
}
