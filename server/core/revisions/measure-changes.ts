/** What differs in what a key result is to reach: goalposts that were moved, by a `target` line or where they stand. */
import { toIso } from '../calendar/day.ts';
import type { KeyResult, Measure, Milestone, MilestonesMeasure, TargetChange } from '../model/elements.ts';
import { holdInWords, targetChanges } from '../reports/measure-report.ts';
import { formatNumber, formatValue, isCurrency } from '../scores/value-text.ts';
import { type Change, change } from './difference.ts';
import { differing } from './differing.ts';
import { likenessOf, matchUp } from './match.ts';

/** Later than any day that can be written. */
const always = 10_000_000;

export function measureChanges(before: KeyResult, after: KeyResult): Change[] {
  return [...inPlace(before.measure, after.measure), ...byLine(before, after)];
}

function inPlace(before: Measure | undefined, after: Measure | undefined): Change[] {
  if (before?.kind === 'from-to' && after?.kind === 'from-to' && before.unit === after.unit) {
    const { unit } = after;
    const ends = [
      ['baseline', before.from, after.from],
      ['target', before.to, after.to],
    ] as const;
    return ends.flatMap(([what, from, to]) =>
      from === to ? [] : [change(what, formatValue(from, unit), formatValue(to, unit), { inPlace: from !== null })],
    );
  }
  if (before?.kind === 'milestones' && after?.kind === 'milestones') return stepChanges(before, after);
  const [was, is] = [before && measureText(before), after && measureText(after)];
  if (was === is) return [];
  const what = before?.kind === 'keep' && after?.kind === 'keep' ? 'target' : 'measure';
  return [change(what, was, is, { inPlace: before !== undefined })];
}

/** `from 32 to 48 points`, `to 10 clients`, `keep at least 99.9%`, `3 milestones` */
export function measureText(measure: Measure): string {
  switch (measure.kind) {
    case 'from-to': {
      const { from, to, unit, fromNothing } = measure;
      // The unit once, unless it is a sign.
      const bare = formatValue(from, isCurrency(unit) || unit.startsWith('%') ? unit : '');
      return `${fromNothing ? '' : `from ${bare} `}to ${formatValue(to, unit)}`;
    }
    case 'keep':
      return `keep ${holdInWords(measure.hold)}`;
    case 'milestones':
      return measure.steps.length === 1 ? '1 milestone' : `${formatNumber(measure.steps.length)} milestones`;
  }
}

/** `target` lines that came, and those that were taken out again. */
function byLine(before: KeyResult, after: KeyResult): Change[] {
  const { added, removed } = differing(before.targets, after.targets);
  const [was, is] = [linesOf(before), linesOf(after)];
  return [
    ...removed
      .flatMap(line => was.get(line) ?? [])
      .map(({ to, date }) => change('target', to, null, { date, inPlace: true })),
    ...added.flatMap(line => is.get(line) ?? []),
  ];
}

/** Each with the target that was in force before it. */
function linesOf({ measure, targets }: KeyResult): Map<TargetChange, Change> {
  const unit = unitOf(measure);
  const sorted = targets.toSorted((a, b) => a.day - b.day);
  const told = targetChanges(measure, targets, always);
  return new Map(
    sorted.flatMap((line, index) => {
      const { from = null, to = null, date = null, why = '', by = null } = told[index] ?? {};
      const goal = line.hold === undefined ? formatValue(to, unit) : holdInWords(line.hold);
      return [[line, change('target', from === null ? null : formatValue(from, unit), goal, { date, why, by })]];
    }),
  );
}

/** Of a measure's values; empty for milestones. */
export function unitOf(measure: Measure | undefined): string {
  if (measure === undefined || measure.kind === 'milestones') return '';
  return measure.kind === 'keep' ? measure.hold.unit : measure.unit;
}

/** A step that is worded in another way is the same one, if it is like it. */
function stepChanges(before: MilestonesMeasure, after: MilestonesMeasure): Change[] {
  const pairs = matchUp(before.steps, after.steps, [({ text }) => text], (a, b) => likenessOf(a.text, b.text));
  const kept = new Set(pairs.values());
  return [
    ...before.steps
      .filter(step => !kept.has(step))
      .map(step => change('step', stepText(step), null, { inPlace: true })),
    ...after.steps.flatMap(step => {
      const was = pairs.get(step);
      const [from, to] = [was && stepText(was), stepText(step)];
      return from === to ? [] : [change('step', from, to)];
    }),
  ];
}

/** `Pilot with ten teams, due 2026-10-15`, `…, done 2026-10-12` */
function stepText({ text, due, weight, done }: Milestone): string {
  const when =
    typeof done === 'number' ? `done ${toIso(done)}` : done ? 'done' : due === undefined ? '' : `due ${toIso(due)}`;
  return [text, ...(when === '' ? [] : [when]), ...(weight === 1 ? [] : [`weight ${formatNumber(weight)}`])].join(', ');
}
