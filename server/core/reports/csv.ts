/** A report as a table for a spreadsheet: one row for each key result. */
import Papa from 'papaparse/papaparse.min.js';
import { halfUp, shownShare, withoutNoise } from '../scores/rounding.ts';
import type { KeyResultReport, MeasureReport, ObjectiveReport, Report } from './report.ts';

export type Cell = string | number | boolean | null;

/** What a spreadsheet may take for a formula, behind blanks too, and as wide letters. A number is never one. */
const FORMULA = /^\s*[=+\-@|\t\r＝＋－＠]/;
/** More decimals of what was worked out say nothing. */
const DECIMALS = 4;
/** The same behind what parts cells where a comma does not: in half of Europe it is the semicolon. */
const FORMULA_WITHIN = /(?<=[;\t\r\n]\s*)(?=[=+\-@|＝＋－＠])/g;

const COLUMNS: Readonly<
  Record<string, (keyResult: KeyResultReport, objective: ObjectiveReport, report: Report) => Cell>
> = {
  cycle: (_kr, objective, { cycle }) => objective.cycle ?? cycle.id,
  team: (_kr, { team }) => team,
  objective: (_kr, { ref }) => ref,
  'objective title': (_kr, { title }) => title,
  'objective score': (_kr, { score }) => share(score),
  'key result': ({ ref }) => ref,
  title: ({ title }) => title,
  owner: ({ owner }, objective) => (owner ?? objective.owner)?.slice(1) ?? null,
  kind: ({ kind }) => kind,
  weight: ({ weight }) => weight,
  measure: ({ measure }) => measure?.kind ?? null,
  from: ({ measure }) => (measure?.kind === 'from-to' ? measure.from : null),
  to: ({ measure }) => targetOf(measure),
  'first target': ({ measure }) => (measure?.kind === 'from-to' ? measure.firstTarget : null),
  unit: ({ measure }) => (measure === null || measure.kind === 'milestones' ? null : measure.unit),
  value: ({ value, measure }) => (measure?.kind === 'milestones' ? measure.done : asRead(value)),
  progress: ({ progress }) => share(progress),
  score: ({ score }) => share(score),
  judged: ({ judged }) => judged,
  expected: ({ expected }) => share(expected),
  // A key result of an objective that is let go is let go as well, for who counts them in a spreadsheet.
  status: ({ status }, { dropped }) => (dropped === null ? status : 'dropped'),
  'computed status': ({ computedStatus }) => computedStatus,
  verdict: ({ verdict }) => verdict,
  grade: ({ grade }) => grade?.grade ?? null,
  confidence: ({ confidence }) => share(confidence),
  'last check-in': ({ lastCheckin }) => lastCheckin,
  'last note': ({ lastNote }) => lastNote?.note ?? null,
  forecast: ({ forecast }) => workedOut(forecast?.value),
  'forecast score': ({ forecast }) => share(forecast?.score),
  'target met on': ({ forecast }) => forecast?.reached ?? null,
  due: ({ due }) => due,
  dropped: ({ dropped }, objective) => (dropped ?? objective.dropped)?.date ?? null,
  'dropped because': ({ dropped }, objective) => (dropped ?? objective.dropped)?.why ?? null,
};

/** What was worked out, 0…1, with four decimals. */
export function share(number: number | null | undefined): Cell {
  return number == null ? null : shownShare(number, DECIMALS);
}

/** In a measure's own unit, which may be a small one. */
function workedOut(number: number | null | undefined): Cell {
  if (number == null) return null;
  return Math.abs(number) < 1 ? Number(number.toPrecision(DECIMALS)) : halfUp(number, DECIMALS);
}

/** Somebody wrote it, or it is a sum of what they wrote. */
function asRead(number: number | null): Cell {
  return number === null ? null : withoutNoise(number);
}

/** RFC 4180, with a header; people's handles without the `@`, which a spreadsheet reads as a formula. */
export function csvReport(report: Report): string {
  const rows = report.objectives.flatMap(objective =>
    objective.keyResults.map(keyResult => Object.values(COLUMNS).map(cell => cell(keyResult, objective, report))),
  );
  return csvText(Object.keys(COLUMNS), rows);
}

/** RFC 4180; no cell of it is a formula. */
export function csvText(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `${Papa.unparse([header, ...rows.map(row => row.map(withoutFormulas))], { escapeFormulae: FORMULA })}\r\n`;
}

function withoutFormulas(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.replace(FORMULA_WITHIN, "'") : cell;
}

function targetOf(measure: MeasureReport | null): Cell {
  switch (measure?.kind) {
    case 'from-to':
      return measure.to;
    case 'milestones':
      return measure.total;
    case 'keep': {
      const { atLeast, atMost, above, below } = measure;
      if (atLeast !== undefined && atMost !== undefined) return `${atLeast ?? '?'} to ${atMost ?? '?'}`;
      return atLeast ?? atMost ?? above ?? below ?? null;
    }
    case undefined:
      return null;
  }
}
