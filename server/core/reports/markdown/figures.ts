/** A key result's numbers as a table or a sentence shows them. */
import { dayInWords, fromIso } from '../../calendar/day.ts';
import { halfUp, showScore } from '../../scores/rounding.ts';
import { formatNumber, formatValue, isCurrency, unitOfChange } from '../../scores/value-text.ts';
import { oldPaceOf } from '../../wording/old-pace.ts';
import { withSign } from '../../wording/words.ts';
import { inWords, isLineKnown, lineToKeep } from '../kept-line.ts';
import type { KeepReport, KeyResultReport } from '../report.ts';
import { plain } from './text.ts';

/** `14 Nov`, with its year where that is not this year. */
export function shortDay(iso: string, today: string): string {
  return dayInWords(fromIso(iso) ?? 0, fromIso(today));
}

/** `41 points`; `?` for null */
export function amount(value: number | null, unit: string): string {
  return plain(formatValue(value, unit));
}

/** Without a unit that the target beside it has; a sign such as % or € stays. */
export function bare(value: number | null, unit: string): string {
  return amount(value, withSign(unit));
}

/**
 * What was worked out, as exactly as people write the measure's numbers: `55` colleagues and not 55.1, `€33.84`.
 */
export function workedOut(number: number, keyResult: KeyResultReport, { withUnit = false } = {}): string {
  const { measure, value } = keyResult;
  const written = measure?.kind === 'from-to' ? [measure.from, measure.to, value] : [value];
  const places = Math.max(...written.map(decimals));
  const unit = unitOf(keyResult);
  // Cents are written with two digits, so the second one has to be true.
  return (withUnit ? amount : bare)(halfUp(number, places === 1 && isCurrency(unit) ? 2 : places), unit);
}

function decimals(number: number | null): number {
  return number === null ? 0 : (String(number).split('.')[1]?.length ?? 0);
}

/** `+2.9`, `+€2.9M`, `−1.7 points`: from one of a measure's numbers to another; from 3% to 4% is one point. */
export function difference(by: number, keyResult: KeyResultReport): string {
  const { measure } = keyResult;
  const isShare = measure !== null && measure.kind !== 'milestones' && measure.unit === '%';
  const counted = isShare ? { ...keyResult, measure: { ...measure, unit: unitOfChange(measure.unit) } } : keyResult;
  return `${by < 0 ? '−' : '+'}${workedOut(Math.abs(by), counted, { withUnit: isShare })}`;
}

export function score(share: number | null): string {
  return share === null ? '' : showScore(share);
}

/** `7/10` */
export function sure(share: number | null): string {
  return share === null ? '' : `${formatNumber(halfUp(share * 10, 1))}/10`;
}

export function unitOf({ measure }: KeyResultReport): string {
  return measure === null || measure.kind === 'milestones' ? '' : measure.unit;
}

/** Where it should be today, in its own unit: a number for what goes from one to another, steps for milestones. */
export function planned({ measure, expected }: KeyResultReport, today: string): number | null {
  if (expected === null) return null;
  if (measure?.kind === 'milestones') return measure.steps.filter(({ due }) => due !== null && due <= today).length;
  if (measure?.kind !== 'from-to' || measure.from === null || measure.to === null) return null;
  return measure.from + expected * (measure.to - measure.from);
}

/** `at least 99.9%`, `3% to 5%`, `at most ?` */
export function held(line: KeepReport): string {
  return lineToKeep(line, inWords, amount, bare);
}

export function fromCell({ measure }: KeyResultReport): string {
  if (measure?.kind !== 'from-to') return '';
  return bare(measure.from, measure.unit);
}

/** `48 points (50 until 16 Nov)` where the target moved. */
export function toCell({ measure, targets }: KeyResultReport, today: string): string {
  switch (measure?.kind) {
    case 'from-to':
    case 'keep': {
      const now = measure.kind === 'keep' ? held(measure) : amount(measure.to, measure.unit);
      const last = targets.at(-1);
      if (last === undefined || last.from === null || last.from === last.to) return now;
      return `${now} (${bare(last.from, measure.unit)} until ${shortDay(last.date, today)})`;
    }
    case 'milestones':
      return measure.total === 1 ? '1 milestone' : `${measure.total} milestones`;
    case undefined:
      return '';
  }
}

export function nowCell({ measure, value }: KeyResultReport): string {
  if (measure?.kind === 'milestones') return String(measure.done);
  return measure === null || value === null ? '' : bare(value, measure.unit);
}

export function plannedCell(keyResult: KeyResultReport, today: string): string {
  const plan = keyResult.dropped === null ? planned(keyResult, today) : null;
  if (plan === null) return '';
  return keyResult.measure?.kind === 'milestones' ? String(plan) : workedOut(plan, keyResult);
}

/**
 * When it meets the target, else what it comes to: a line goes on beyond what can be. Where nobody has spoken for long, as
 * of when: `met 6 Dec (as of 31 Aug)`.
 */
export function forecastCell(keyResult: KeyResultReport, today: string): string {
  const { forecast } = keyResult;
  if (forecast === null || (forecast.reached !== null && forecast.reached <= today)) return '';
  const old = oldPaceOf(keyResult, today);
  const comes =
    forecast.reached === null ? workedOut(forecast.value, keyResult) : `met ${shortDay(forecast.reached, today)}`;
  return old === null ? comes : `${comes} (as of ${shortDay(old, today)})`;
}

/** With what it stands for, where it is not a share of the way: `0.86 held`, `0.94 (0.83 against 50)`. */
export function scoreCell(keyResult: KeyResultReport): string {
  const { score: share, judged, measure, value } = keyResult;
  if (share === null) return '';
  if (judged) return `${showScore(share)} judged`;
  const isHeld = measure?.kind === 'keep' && value !== null && isLineKnown(measure);
  return `${showScore(share)}${isHeld ? ' held' : ''}${againstFirstTarget(keyResult)}`;
}

/** After the end, where a target was lowered on the way: what it comes to without that, if that shows. */
function againstFirstTarget(keyResult: KeyResultReport): string {
  const { verdict, score: now, firstTargetScore: first, targets } = keyResult;
  const target = targets[0]?.from ?? null;
  if (verdict === null || first === null || target === null || score(first) === score(now)) return '';
  return ` (${showScore(first)} against ${bare(target, unitOf(keyResult))})`;
}
